//! Measures durable dialogues of two steps: `/feedback` with some words, a press
//! of *Bug*, "Saved #n".
//!
//! `cargo run --release -p fireside-tests --example dialogues` plays thousands
//! of customers against the Telegram simulator, so many of them at once, for
//! both durability modes. The bot is a process of its own, so that its CPU time
//! and memory are its alone. Loopback only; it ends by itself.
//!
//! `docs/benchmarks.md` says how to read what it prints.

mod bot;
mod child;
mod customers;
mod report;

use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use fireside_sim::scene::TELEGRAM_TOKEN;
use fireside_sim::telegram::{Options, Server};

use crate::child::Child;
use crate::customers::Customers;
use crate::report::Report;

#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    load: Load,
    #[command(subcommand)]
    role: Option<Role>,
}

/// How much is played.
#[derive(Debug, Clone, Args)]
struct Load {
    /// How many dialogues are measured.
    #[arg(long, default_value_t = 20_000)]
    dialogues: usize,
    /// How many dialogues come before them.
    #[arg(long, default_value_t = 2_000)]
    warmup: usize,
    /// How many dialogues are under way at once.
    #[arg(long, default_value_t = 64)]
    in_flight: usize,
    /// How many private chats take turns.
    #[arg(long, default_value_t = 4_000)]
    chats: usize,
    /// Ends a run that takes longer, in seconds.
    #[arg(long, default_value_t = 120)]
    max_secs: u64,
    /// Shows each item to staff too, in a group: one message more a dialogue.
    #[arg(long)]
    staff: bool,
}

#[derive(Debug, Subcommand)]
enum Role {
    /// The bot alone, against any Bot API; ends when standard input closes.
    Bot(bot::Settings),
}

/// What an acknowledged step outlives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Durability {
    /// A power cut.
    Power,
    /// The end of the process.
    Process,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    let done = match cli.role {
        Some(Role::Bot(settings)) => runtime.block_on(bot::run(settings)),
        None => runtime.block_on(measure(&cli.load)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("dialogues: {error:#}");
    ExitCode::FAILURE
}

async fn measure(load: &Load) -> anyhow::Result<()> {
    report::say(&Report::heading());
    let mut is_whole = true;
    for durability in [Durability::Power, Durability::Process] {
        let report = measure_mode(load, durability).await?;
        report::say(&report.row());
        is_whole &= report.is_whole();
    }
    anyhow::ensure!(is_whole, "a dialogue was lost or doubled");
    Ok(())
}

async fn measure_mode(load: &Load, durability: Durability) -> anyhow::Result<Report> {
    let options =
        Options { token: TELEGRAM_TOKEN.to_owned(), history_max: 16, calls_max: 0, ..Options::default() };
    let server = Server::start(options).await?;
    let folder = tempfile::tempdir()?;
    let staff_group = load.staff.then(|| {
        server.world().add_supergroup(STAFF_GROUP, "Staff", false);
        STAFF_GROUP
    });
    let mut child = Child::start(server.url(), folder.path(), durability, staff_group)?;
    let mut customers = Customers::new(server.world(), load.clone());
    customers.await_bot().await?;
    let deadline = tokio::time::Instant::now() + Duration::from_secs(load.max_secs);
    customers.play_until(load.warmup, deadline).await;
    let (before, start) = (child.usage(), tokio::time::Instant::now());
    customers.begin_measuring();
    customers.play_until(load.warmup + load.dialogues, deadline).await;
    let (usage, took) = (child.usage().since(before), start.elapsed());
    customers.play_out(deadline).await;
    let kept = child.end().await?;
    server.stop().await;
    Ok(Report { durability, took, usage, kept, played: customers.played() })
}

/// The group of `--staff`.
const STAFF_GROUP: i64 = -1_000_000_000_200;
