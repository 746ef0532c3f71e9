//! `fireside export` and `fireside import`: everything the bot knows, as lines
//! of JSON, out of a store and into an empty one. The bot is stopped meanwhile.

use std::io::{BufWriter, stdin, stdout};
use std::path::Path;

use anyhow::Context;
use fireside_store::SledStore;

use crate::config::{self, StoreConfig};
use crate::index;
use crate::wiring;

/// Writes the store to standard output.
pub(crate) fn export(path: &Path) -> anyhow::Result<()> {
    let config = config::read(path)?.store;
    let store = open(&config)?;
    let values = store.export(&mut BufWriter::new(stdout().lock()))?;
    eprintln!("{values} values exported from {}", config.path.display());
    Ok(())
}

/// Opens the store that is there. Opening makes one where there is none, and
/// what is read from nothing helps nobody.
pub(crate) fn open(config: &StoreConfig) -> anyhow::Result<SledStore> {
    let options = wiring::store_options(config);
    let folder = options.path.display();
    anyhow::ensure!(
        options.path.is_dir(),
        "there is no store in {folder}: `store.path` names another folder"
    );
    Ok(SledStore::open(options)?)
}

/// Fills an empty store from standard input.
pub(crate) fn import(path: &Path) -> anyhow::Result<()> {
    let options = wiring::store_options(&config::read(path)?.store);
    index::remove(&options.path).context("the search index of another store can't be removed")?;
    let values = SledStore::import(&options, &mut stdin().lock()).context("nothing was imported")?;
    eprintln!("{values} values imported into {}", options.path.display());
    Ok(())
}
