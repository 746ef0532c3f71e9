//! Measures the relay: how long words take from a customer to staff and back
//! in many cases at once, and what a burst in one case costs.
//!
//! `cargo run --release -p fireside-tests --example relay_load` plays customers
//! in Telegram's private chats and staff in Discord's threads against the
//! simulators. The bot is `fireside run` in a process of its own, so that its
//! CPU time and memory are its alone. Loopback only; it ends by itself.
//!
//! `docs/benchmarks.md` says how to read what it prints.

mod burst;
mod probe;
mod report;
mod talk;
mod town;

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

/// How much is said.
#[derive(Debug, Clone, Parser)]
struct Load {
    /// How many cases are under way at once.
    #[arg(long, default_value_t = 200)]
    cases: usize,
    /// How many messages come in each second, of customers and staff by turns.
    #[arg(long, default_value_t = 2_000)]
    rate: u64,
    /// How long is measured, in seconds.
    #[arg(long, default_value_t = 20)]
    secs: u64,
    /// How many messages the burst in one case has; 0: there is none.
    #[arg(long, default_value_t = 10_000)]
    burst: usize,
    /// Ends a part that takes longer, in seconds.
    #[arg(long, default_value_t = 240)]
    max_secs: u64,
}

impl Load {
    /// How many messages go each way.
    fn each_way(&self) -> usize {
        usize::try_from(self.secs * self.rate / 2).unwrap_or(usize::MAX)
    }

    fn patience(&self) -> Duration {
        Duration::from_secs(self.max_secs)
    }
}

fn main() -> ExitCode {
    // The bot is this program too, as it ships.
    if std::env::args().nth(1).as_deref() == Some("run") {
        return fireside_community::main();
    }
    let load = Load::parse();
    let measured = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(measure(&load)));
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("relay_load: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(load: &Load) -> anyhow::Result<()> {
    if load.cases > 0 {
        say(&talk::measure(load).await?);
    }
    if load.burst > 0 {
        say(&burst::measure(load).await?);
    }
    Ok(())
}

fn say(words: &str) {
    // Who closes the output early wants no more of it.
    let _ = writeln!(std::io::stdout(), "{words}");
}
