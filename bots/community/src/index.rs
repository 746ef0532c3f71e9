//! The search index: where it lies, and how its making is shown.

use std::convert::Infallible;
use std::fs;
use std::future::pending;
use std::io::{self, IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use fireside_core::memory::MemorySearch;
use fireside_core::ports::Search;
use fireside_runtime::{Progress, Runtime};
use fireside_search::TantivySearch;
use indicatif::{ProgressBar, ProgressStyle};
use tracing::{info, warn};

/// How often the bar moves.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// How many looks pass between two lines of the log, where there is no terminal.
const LOOKS_PER_LINE: u32 = 25;

/// Inside the store's folder, so that it goes where the store goes.
fn folder(store: &Path) -> PathBuf {
    store.join("index")
}

/// The index beside a store. Where its folder can't be used the bot goes on
/// with one in memory: it holds nothing that the store doesn't.
pub(crate) fn open(store: &Path) -> Arc<dyn Search> {
    match TantivySearch::open(folder(store)) {
        Ok(search) => Arc::new(search),
        Err(error) => {
            warn!(%error, "the search index is kept in memory and made at every start");
            Arc::new(MemorySearch::default())
        }
    }
}

/// Removes the index of a store that is about to be another.
pub(crate) fn remove(store: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder(store)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Shows how far the making of the index is: a bar on a terminal, else lines in
/// the log. It never ends by itself.
pub(crate) async fn show(runtime: &Runtime) -> Infallible {
    let bar = stderr().is_terminal().then(bar);
    let mut looks = 0;
    while let Some(Progress { done, of }) = runtime.indexing() {
        match &bar {
            Some(bar) => {
                bar.set_length(of);
                bar.set_position(done);
            }
            None if looks % LOOKS_PER_LINE == 0 => info!(done, of, "making the search index"),
            None => {}
        }
        looks += 1;
        tokio::time::sleep(LOOK_EVERY).await;
    }
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    pending().await
}

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("making the search index {wide_bar} {pos}/{len} {eta}");
    let bar = ProgressBar::new(0);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_made_leaves_an_index_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "no folder").unwrap();
        let search = open(&file);
        assert!(format!("{search:?}").starts_with("MemorySearch"), "{search:?}");
    }

    #[test]
    fn an_index_is_removed_and_one_that_is_not_there_as_well() {
        let store = tempfile::tempdir().unwrap();
        drop(open(store.path()));
        assert!(folder(store.path()).join("meta.json").exists());
        remove(store.path()).unwrap();
        remove(store.path()).unwrap();
        assert!(!folder(store.path()).exists());
    }
}
