//! The sled store keeps the store contract, in both durability modes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use async_trait::async_trait;
use fireside_core::ports::Store;
use fireside_store::{Durability, SledOptions, SledStore};
use fireside_testkit::store::StorePlace;
use tempfile::TempDir;

struct Folder {
    folder: TempDir,
    durability: Durability,
}

impl Folder {
    fn new(durability: Durability) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), durability }
    }
}

#[async_trait]
impl StorePlace for Folder {
    async fn open(&self) -> Arc<dyn Store> {
        let options = SledOptions { durability: self.durability, ..SledOptions::new(self.folder.path()) };
        Arc::new(SledStore::open(options).unwrap())
    }
}

mod power {
    use super::*;

    fireside_testkit::store_contract!(Folder::new(Durability::Power));
    fireside_testkit::lasting_store_contract!(Folder::new(Durability::Power));
}

mod process {
    use super::*;

    fireside_testkit::store_contract!(Folder::new(Durability::Process));
    fireside_testkit::lasting_store_contract!(Folder::new(Durability::Process));
}
