//! The store in memory keeps the store contract.

use std::sync::Arc;

use async_trait::async_trait;
use fireside_core::memory::MemoryStore;
use fireside_core::ports::Store;
use fireside_testkit::store::StorePlace;

#[derive(Default)]
struct Memory(Arc<MemoryStore>);

#[async_trait]
impl StorePlace for Memory {
    async fn open(&self) -> Arc<dyn Store> {
        self.0.clone()
    }
}

fireside_testkit::store_contract!(Memory::default());
