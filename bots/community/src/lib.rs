//! The ready-to-run community bot: wiring, configuration and command line.
//!
//! The binary is [`main`] alone. What else is public lets tests run the bot
//! exactly as it ships.

mod audit;
mod check;
mod cli;
mod config;
#[cfg(feature = "demo")]
mod demo;
mod export;
mod feedback;
mod index;
mod languages;
mod run;
#[cfg(feature = "demo")]
pub mod scene;
mod wiring;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use tracing_subscriber::EnvFilter;

pub use config::Home;
pub use wiring::engine;

use crate::cli::{Cli, Command};

/// What the binary does: reads the command line and carries it out.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let Some(command) = cli.command else {
        // Help that was asked for by saying nothing is still an answer.
        return if Cli::command().print_help().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    };
    start_log(&command);
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|tokio| tokio.block_on(carry_out(command)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fireside: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn carry_out(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Run { config, replay_set_aside } => run::run(&config, replay_set_aside).await,
        Command::Check { config, offline } => check::check(&config, offline).await,
        Command::Export { config } => export::export(&config),
        Command::Audit { config, wanted } => audit::audit(&config, &wanted).await,
        Command::Import { config } => export::import(&config),
        #[cfg(feature = "demo")]
        Command::Demo(options) => demo::demo(options).await,
    }
}

/// Logs go to standard error, as `RUST_LOG` says; the demo is quiet unless asked.
fn start_log(command: &Command) {
    let default = if matches!(command, Command::Run { .. }) { "info,sled=warn,tantivy=warn" } else { "off" };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(default));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
