//! Checks: a batch that was decided on something else conflicts.

use fireside_core::key::KeyRange;
use fireside_core::ports::{Check, CommitError, Store, Write};

use super::{StorePlace, commit, key, put, unchanged, value, write};

/// Commits `writes` between a reading and the batch that was decided on it,
/// which has to conflict then.
async fn assert_conflicts(store: &dyn Store, check: Check, writes: Vec<Write>) {
    write(store, writes).await;
    let refused = commit(store, vec![check], vec![put("decided", "x")]).await;
    assert!(matches!(refused, Err(CommitError::Conflict)), "{refused:?}");
    assert_eq!(value(store, "decided").await, None);
}

/// The check that a collection's first entries are what they are now.
async fn unchanged_range(store: &dyn Store, limit: usize) -> Check {
    let range = KeyRange::collection(&"acme".into(), "thing", limit);
    let entries = store.range(&range).await.unwrap();
    let entries = entries.into_iter().map(|(key, stored)| (key, stored.revision)).collect();
    Check::Range { range, entries }
}

/// A key that was read and written since conflicts, even with the same value.
pub async fn a_changed_key_conflicts(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "same")]).await;
    let check = unchanged(&*store, "a").await;
    assert_conflicts(&*store, check, vec![put("a", "same")]).await;
}

/// A key that was read as absent and written since conflicts.
pub async fn an_appeared_key_conflicts(place: &impl StorePlace) {
    let store = place.open().await;
    let check = unchanged(&*store, "a").await;
    assert_eq!(check, Check::Key { key: key("a"), revision: None });
    assert_conflicts(&*store, check, vec![put("a", "1")]).await;
}

/// A key that was read and deleted since conflicts.
pub async fn a_deleted_key_conflicts(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1")]).await;
    let check = unchanged(&*store, "a").await;
    assert_conflicts(&*store, check, vec![Write::Delete(key("a"))]).await;
}

/// A key that was deleted and made again since conflicts: its revision is new.
pub async fn a_key_deleted_and_made_again_conflicts(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1")]).await;
    let check = unchanged(&*store, "a").await;
    write(&*store, vec![Write::Delete(key("a"))]).await;
    assert_conflicts(&*store, check, vec![put("a", "1")]).await;
}

/// A range that was read and has one entry more since conflicts, empty or not.
pub async fn an_entry_added_to_a_range_conflicts(place: &impl StorePlace) {
    let store = place.open().await;
    let empty = unchanged_range(&*store, 10).await;
    assert_conflicts(&*store, empty, vec![put("b", "1")]).await;
    let one = unchanged_range(&*store, 10).await;
    assert_conflicts(&*store, one, vec![put("c", "1")]).await;
    let first = unchanged_range(&*store, 1).await;
    assert_conflicts(&*store, first, vec![put("a", "1")]).await;
}

/// A range that was read and has one entry changed or removed since conflicts.
pub async fn an_entry_changed_or_removed_in_a_range_conflicts(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1"), put("b", "1"), put("c", "1")]).await;
    let check = unchanged_range(&*store, 10).await;
    assert_conflicts(&*store, check, vec![put("b", "2")]).await;
    let check = unchanged_range(&*store, 10).await;
    assert_conflicts(&*store, check, vec![Write::Delete(key("c"))]).await;
}

/// What lies behind the entries that a limited read gave is not part of it.
pub async fn an_entry_beyond_a_ranges_limit_does_not_conflict(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1"), put("b", "1")]).await;
    let check = unchanged_range(&*store, 2).await;
    write(&*store, vec![put("c", "1")]).await;
    assert!(commit(&*store, vec![check], vec![put("decided", "x")]).await.is_ok());
}

/// A batch all of whose checks hold is committed, whatever else has changed.
pub async fn checks_that_hold_let_a_batch_through(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1"), put("b", "1")]).await;
    let checks = vec![
        unchanged(&*store, "a").await,
        unchanged(&*store, "absent").await,
        unchanged_range(&*store, 2).await,
    ];
    write(&*store, vec![put("c", "2")]).await;
    assert!(commit(&*store, checks, vec![put("a", "2")]).await.is_ok());
    assert_eq!(value(&*store, "a").await.as_deref(), Some("2"));
}
