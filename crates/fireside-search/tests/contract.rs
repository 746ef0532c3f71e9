//! The tantivy index keeps the search contract.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use fireside_core::ports::Search;
use fireside_search::TantivySearch;
use fireside_testkit::search::SearchPlace;
use tempfile::TempDir;

struct Folder(TempDir);

impl SearchPlace for Folder {
    fn open(&self) -> Arc<dyn Search> {
        Arc::new(TantivySearch::open(self.0.path()).unwrap())
    }
}

fn folder() -> Folder {
    Folder(tempfile::tempdir().unwrap())
}

fireside_testkit::search_contract!(folder());
fireside_testkit::lasting_search_contract!(folder());
