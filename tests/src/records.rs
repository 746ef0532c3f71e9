//! Reading what a bot left in its store.

use std::path::Path;

use fireside_core::key::KeyRange;
use fireside_core::ports::Store;
use fireside_core::record::{self, Record};
use fireside_store::{SledOptions, SledStore};

/// The most records of a collection that a test leaves.
const RECORDS_MAX: usize = 10_000;

/// Every record of a kind in the community `acme`, in the order of their keys.
///
/// # Panics
/// When the store is in use or holds what can't be read.
pub async fn records<R: Record>(folder: &Path) -> Vec<R> {
    let store = SledStore::open(SledOptions::new(folder)).expect("nobody uses the store any more");
    let range = KeyRange::collection(&"acme".into(), R::COLLECTION, RECORDS_MAX);
    let rows = store.range(&range).await.expect("the store can be read");
    rows.iter()
        .map(|(_, row)| record::decode(&row.value).expect("records are as they were written"))
        .collect()
}
