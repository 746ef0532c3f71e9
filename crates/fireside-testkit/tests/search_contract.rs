//! The index in memory keeps the search contract.

use std::sync::Arc;

use fireside_core::memory::MemorySearch;
use fireside_core::ports::Search;
use fireside_testkit::search::SearchPlace;

#[derive(Default)]
struct Memory(Arc<MemorySearch>);

impl SearchPlace for Memory {
    fn open(&self) -> Arc<dyn Search> {
        self.0.clone()
    }
}

fireside_testkit::search_contract!(Memory::default());
