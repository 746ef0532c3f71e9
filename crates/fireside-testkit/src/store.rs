//! The contract that every store keeps.
//!
//! A store's tests name where stores can be opened, and get a test for each
//! sentence of the contract:
//!
//! ```
//! use std::sync::Arc;
//!
//! use fireside_core::memory::MemoryStore;
//! use fireside_core::ports::Store;
//! use fireside_testkit::store::StorePlace;
//!
//! struct Memory(Arc<MemoryStore>);
//!
//! #[async_trait::async_trait]
//! impl StorePlace for Memory {
//!     async fn open(&self) -> Arc<dyn Store> {
//!         self.0.clone()
//!     }
//! }
//!
//! fireside_testkit::store_contract!(Memory(Arc::default()));
//! ```

#![expect(clippy::missing_panics_doc, clippy::unwrap_used, reason = "a contract test fails by panicking")]

use std::sync::Arc;

use async_trait::async_trait;
use fireside_core::key::Key;
use fireside_core::ports::{Batch, Check, CommitError, Revision, Store, Write};

mod batches;
mod checks;
mod counters;
mod ranges;
mod reopening;
mod values;

pub use batches::*;
pub use checks::*;
pub use counters::*;
pub use ranges::*;
pub use reopening::*;
pub use values::*;

/// A place of its own where one store can be opened, closed and opened again.
#[async_trait]
pub trait StorePlace: Send + Sync {
    /// Opens the store that is there, empty when it is opened first. The one
    /// opened before has been dropped.
    async fn open(&self) -> Arc<dyn Store>;
}

/// One test for each sentence of the store contract. The expression makes a
/// [`StorePlace`] that is empty, once for each test.
#[macro_export]
macro_rules! store_contract {
    ($place:expr) => {
        $crate::store_tests! { $place;
            a_batch_is_applied_whole
            a_refused_batch_leaves_nothing
            reads_never_see_half_a_batch
            of_batches_that_conflict_exactly_one_wins
            a_later_write_of_a_batch_wins
            a_lazy_batch_is_seen_at_once
            an_empty_batch_is_committed
            a_changed_key_conflicts
            an_appeared_key_conflicts
            a_deleted_key_conflicts
            a_key_deleted_and_made_again_conflicts
            an_entry_added_to_a_range_conflicts
            an_entry_changed_or_removed_in_a_range_conflicts
            an_entry_beyond_a_ranges_limit_does_not_conflict
            checks_that_hold_let_a_batch_through
            a_taken_unique_key_leaves_nothing_of_its_batch
            of_many_that_insert_a_unique_key_one_does
            increments_of_many_tasks_add_up
            increments_of_one_batch_add_up
            drawn_numbers_are_given_once
            numbers_of_different_keys_do_not_mix
            a_range_is_in_the_order_of_its_keys_up_to_its_limit
            a_range_that_ends_before_it_starts_is_empty
            a_range_does_not_reach_into_another_community
            a_range_across_communities_finds_both
            values_of_any_length_come_back
            a_large_value_is_replaced_by_a_small_one_and_back
            nul_bytes_in_keys_and_values_come_back
            keys_are_answered_in_the_order_they_were_asked
            reads_at_once_say_what_other_reads_say
        }
    };
}

/// The tests that a store which outlives its process adds to [`store_contract!`].
#[macro_export]
macro_rules! lasting_store_contract {
    ($place:expr) => {
        $crate::store_tests! { $place;
            everything_is_there_after_reopening
            lazy_batches_are_there_after_closing
            numbers_go_on_after_reopening
            revisions_grow_over_reopening
        }
    };
}

/// One test for each name of the contract's functions.
#[doc(hidden)]
#[macro_export]
macro_rules! store_tests {
    ($place:expr; $($name:ident)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            $crate::store::$name(&$place).await;
        }
    )*};
}

fn key(name: &str) -> Key {
    Key::new(&"acme".into(), "thing", name)
}

fn put(name: &str, value: &str) -> Write {
    Write::Put(key(name), value.as_bytes().to_vec())
}

async fn commit(store: &dyn Store, checks: Vec<Check>, writes: Vec<Write>) -> Result<(), CommitError> {
    store.commit(Batch { checks, writes, lazy: false }).await
}

async fn write(store: &dyn Store, writes: Vec<Write>) {
    commit(store, Vec::new(), writes).await.unwrap();
}

async fn bytes(store: &dyn Store, key: &Key) -> Option<Vec<u8>> {
    let found = store.get(std::slice::from_ref(key)).await.unwrap();
    assert_eq!(found.len(), 1, "one answer for one key");
    found.into_iter().next().unwrap().map(|stored| stored.value)
}

async fn value(store: &dyn Store, name: &str) -> Option<String> {
    bytes(store, &key(name)).await.map(|bytes| String::from_utf8(bytes).unwrap())
}

async fn number(store: &dyn Store, name: &str) -> i64 {
    i64::from_be_bytes(bytes(store, &key(name)).await.unwrap().try_into().unwrap())
}

async fn revision(store: &dyn Store, name: &str) -> Option<Revision> {
    store.get(&[key(name)]).await.unwrap().remove(0).map(|stored| stored.revision)
}

/// The check that a key still holds what it holds now.
async fn unchanged(store: &dyn Store, name: &str) -> Check {
    Check::Key { key: key(name), revision: revision(store, name).await }
}
