//! The command line. Secrets never come this way: they would be in every
//! process list.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::audit::Wanted;

/// Where the configuration is looked for unless it is given.
const CONFIG: &str = "config/fireside.toml";

/// Hosts a brand's product community where its customers already talk.
#[derive(Debug, Parser)]
#[command(name = "fireside", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run the bot until it is told to stop (Ctrl-C or SIGTERM).
    Run {
        /// The configuration file.
        #[arg(long, short, default_value = CONFIG, env = "FIRESIDE_CONFIG")]
        config: PathBuf,
        /// First decide again what was set aside because it could not be decided.
        #[arg(long)]
        replay_set_aside: bool,
    },
    /// Say what is wrong in the configuration, where, and how to mend it.
    Check {
        /// The configuration file.
        #[arg(long, short, default_value = CONFIG, env = "FIRESIDE_CONFIG")]
        config: PathBuf,
        /// Read the file only; ask no platform whether tokens and ids are right.
        #[arg(long)]
        offline: bool,
    },
    /// Write everything the bot knows to standard output, as lines of JSON. Stop the bot first.
    Export {
        /// The configuration file.
        #[arg(long, short, default_value = CONFIG, env = "FIRESIDE_CONFIG")]
        config: PathBuf,
    },
    /// Write who of staff did what to standard output, as lines of JSON. Stop the bot first.
    Audit {
        /// The configuration file.
        #[arg(long, short, default_value = CONFIG, env = "FIRESIDE_CONFIG")]
        config: PathBuf,
        #[command(flatten)]
        wanted: Wanted,
    },
    /// Fill an empty store from an export on standard input.
    Import {
        /// The configuration file.
        #[arg(long, short, default_value = CONFIG, env = "FIRESIDE_CONFIG")]
        config: PathBuf,
    },
    /// Show what it does, without tokens or network: both platforms are simulated on this machine.
    #[cfg(feature = "demo")]
    Demo(crate::demo::Options),
}
