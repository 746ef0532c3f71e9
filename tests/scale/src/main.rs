//! What feedback costs among many items and voices, on the real store, index
//! and runtime, with an invented platform that answers at once.
//!
//! `cargo run --release -p fireside-scale -- [ITEMS] [VOICES]` fills a store in
//! a temporary folder (100,000 items and 1,000,000 voices unless told
//! otherwise) and measures it; each part runs in a process of its own, so that
//! its memory and its start are its alone. `docs/benchmarks.md` says how to
//! read what it prints.

#![expect(clippy::print_stdout, reason = "its output is its purpose")]

mod bot;
mod counting_store;
mod filling;
mod lookups;
mod measured;
mod starting;
mod talk;
mod telling;
mod town;
mod voices;
#[path = "../../../crates/fireside-search/benches/lookups/writing.rs"]
mod writing;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, ensure};

use crate::bot::Bot;
use crate::measured::megabytes;

/// The parts, in the order in which they run.
const PARTS: [&str; 5] = ["fill", "start-without-index", "start", "measure", "talk"];
const ITEMS: u64 = 100_000;
const VOICES: u64 = 1_000_000;

fn main() -> anyhow::Result<()> {
    let began = Instant::now();
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [part, folder, items, voices] = args.as_slice() {
        let tokio = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let folder = PathBuf::from(folder);
        return tokio.block_on(run(part, &folder, items.parse()?, voices.parse()?, began));
    }
    let number = |index: usize, default: u64| match args.get(index) {
        Some(given) => given.parse().with_context(|| format!("`{given}` is no number")),
        None => Ok(default),
    };
    let (items, voices) = (number(0, ITEMS)?, number(1, VOICES)?);
    ensure!(voices >= items + filling::HOT_VOICES, "each item has a voice, and the first one 10,000");
    let folder = tempfile::tempdir()?;
    for part in PARTS {
        let mut child = Command::new(std::env::current_exe()?);
        child.arg(part).arg(folder.path()).args([items, voices].map(|number| number.to_string()));
        let ended = child.status()?;
        ensure!(ended.success(), "`{part}` failed");
    }
    Ok(())
}

async fn run(part: &str, folder: &Path, items: u64, voices: u64, began: Instant) -> anyhow::Result<()> {
    match part {
        "fill" => {
            filling::fill(folder, items, voices).await?;
            let took = began.elapsed().as_secs_f64();
            measured::said("filled", format_args!("{items} items, {voices} voices in {took:.1} s"));
            measured::said("on disk", megabytes(folder_kib(folder)?));
        }
        "start-without-index" => starting::without_index(folder, began).await?,
        "start" => starting::with_index(folder, began).await?,
        "measure" => {
            let bot = Bot::start(folder).await?;
            lookups::similar(&bot, items).await?;
            lookups::pages(&bot, items).await?;
            voices::measure(&bot, items).await?;
            telling::measure(&bot).await?;
            measured::said("peak memory, mapped files included", megabytes(measured::peak_kib()));
            bot.runtime.stop().await;
        }
        "talk" => talk::measure().await?,
        other => anyhow::bail!("there is no part `{other}`"),
    }
    Ok(())
}

/// What a folder's files take, in KiB.
fn folder_kib(folder: &Path) -> anyhow::Result<u64> {
    let mut kib = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        kib += if is_folder { folder_kib(&entry.path())? } else { entry.metadata()?.len() / 1024 };
    }
    Ok(kib)
}
