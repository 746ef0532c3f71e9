//! `fireside export` and `fireside import`: everything the bot knows, as lines
//! of JSON, out of a store and into an empty one. The bot is stopped meanwhile.

use std::io::{BufWriter, stdin, stdout};
use std::path::Path;

use anyhow::Context;
use fireside_store::SledStore;

use crate::config;
use crate::index;
use crate::wiring;

/// Writes the store to standard output.
pub(crate) fn export(path: &Path) -> anyhow::Result<()> {
    let options = wiring::store_options(&config::read(path)?.store);
    let folder = options.path.display().to_string();
    // Opening makes a store where there is none, and an export of nothing helps nobody.
    anyhow::ensure!(
        options.path.is_dir(),
        "there is no store in {folder}: `store.path` names another folder"
    );
    let store = SledStore::open(options)?;
    let values = store.export(&mut BufWriter::new(stdout().lock()))?;
    eprintln!("{values} values exported from {folder}");
    Ok(())
}

/// Fills an empty store from standard input.
pub(crate) fn import(path: &Path) -> anyhow::Result<()> {
    let options = wiring::store_options(&config::read(path)?.store);
    index::remove(&options.path).context("the search index of another store can't be removed")?;
    let values = SledStore::import(&options, &mut stdin().lock()).context("nothing was imported")?;
    eprintln!("{values} values imported into {}", options.path.display());
    Ok(())
}
