//! What the store makes of its folder: locks, leftovers, damage.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, Check, CommitError, Revision, Store, StoreError, Write};
use fireside_store::{OpenError, SledOptions, SledStore};

fn key(name: &str) -> Key {
    Key::new(&"acme".into(), "thing", name)
}

fn open(folder: &Path) -> SledStore {
    SledStore::open(SledOptions::new(folder)).unwrap()
}

async fn put(store: &SledStore, name: &str, value: Vec<u8>) {
    let writes = vec![Write::Put(key(name), value)];
    store.commit(Batch { writes, ..Batch::default() }).await.unwrap();
}

/// Changes the bytes under a key behind the store's back.
fn tamper(folder: &Path, name: &str, change: impl Fn(&mut Vec<u8>)) {
    let db = sled::open(folder).unwrap();
    let row_key = [b"v", key(name).as_bytes()].concat();
    let mut row = db.get(&row_key).unwrap().unwrap().to_vec();
    change(&mut row);
    db.insert(row_key, row).unwrap();
    db.flush().unwrap();
}

#[test]
fn a_store_in_use_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let refused = SledStore::open(SledOptions::new(folder.path())).unwrap_err();
    assert_eq!(
        refused.to_string(),
        format!(
            "another fireside uses the store at {}: stop it or give another `store.path`",
            folder.path().display()
        )
    );
    drop(store);
    assert!(SledStore::open(SledOptions::new(folder.path())).is_ok());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "in the way").unwrap();
    let refused = SledStore::open(SledOptions::new(&path)).unwrap_err();
    assert!(matches!(refused, OpenError::Folder { path: named, .. } if named == path));
}

#[tokio::test]
async fn an_unfinished_snapshot_of_a_crash_does_not_stop_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    put(&store, "a", b"value".to_vec()).await;
    drop(store);
    let leftover = folder.path().join("snap.00000000000000FF.generating");
    fs::write(&leftover, "cut sho").unwrap();
    let store = open(folder.path());
    assert_eq!(store.get(&[key("a")]).await.unwrap()[0].as_ref().unwrap().value, b"value");
    assert!(!leftover.exists());
}

#[tokio::test]
async fn a_store_opens_after_somebody_waited_for_the_disk_last() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let writes = vec![Write::Put(key("lazy"), b"value".to_vec())];
    store.commit(Batch { writes, lazy: true, ..Batch::default() }).await.unwrap();
    store.commit(Batch::default()).await.unwrap();
    drop(store);
    let found = Store::get(&open(folder.path()), &[key("lazy")]).await.unwrap();
    assert!(found[0].is_some());
}

#[tokio::test]
async fn a_folder_of_something_else_within_its_own_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("index");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("meta.json"), "{}").unwrap();
    let store = open(folder.path());
    put(&store, "a", b"value".to_vec()).await;
    drop(store);
    let store = open(folder.path());
    assert_eq!(store.get(&[key("a")]).await.unwrap()[0].as_ref().unwrap().value, b"value");
    assert_eq!(fs::read(other.join("meta.json")).unwrap(), b"{}");
}

#[tokio::test]
async fn no_blob_file_is_ever_written() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    for round in 0..40_usize {
        let rows = (0..17).map(|row| Write::Put(key(&format!("{round}/{row}")), vec![1; 4_083]));
        let large = Write::Put(key("large"), vec![2; 300_000 + round]);
        let writes = rows.chain([large]).collect();
        store.commit(Batch { writes, ..Batch::default() }).await.unwrap();
    }
    drop(store);
    assert_eq!(fs::read_dir(folder.path().join("blobs")).unwrap().count(), 0);
}

#[tokio::test]
async fn replaced_and_deleted_large_values_leave_no_chunks() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    put(&store, "a", vec![1; 50_000]).await;
    put(&store, "a", vec![2; 30_000]).await;
    put(&store, "a", b"small".to_vec()).await;
    put(&store, "b", vec![1; 50_000]).await;
    let writes = vec![Write::Delete(key("b"))];
    store.commit(Batch { writes, ..Batch::default() }).await.unwrap();
    drop(store);
    let db = sled::open(folder.path()).unwrap();
    assert_eq!(db.scan_prefix("c").count(), 0);
    assert_eq!(db.scan_prefix("v").count(), 1);
}

#[tokio::test]
async fn a_changed_byte_is_damage_to_whoever_reads_it_and_to_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    put(&store, "a", b"one".to_vec()).await;
    put(&store, "b", b"other".to_vec()).await;
    drop(store);
    tamper(folder.path(), "a", |row| row[15] ^= 1);
    let store = open(folder.path());
    let read = store.get(&[key("a")]).await;
    assert!(matches!(read, Err(StoreError::Damaged { .. })), "{read:?}");
    let ranged = store.range(&KeyRange::collection(&"acme".into(), "thing", 10)).await;
    assert!(matches!(ranged, Err(StoreError::Damaged { .. })), "{ranged:?}");
    let checks = vec![Check::Key { key: key("a"), revision: Some(Revision(1)) }];
    let refused = store.commit(Batch { checks, ..Batch::default() }).await;
    assert!(matches!(refused, Err(CommitError::Store(StoreError::Damaged { .. }))), "{refused:?}");
    assert_eq!(store.get(&[key("b")]).await.unwrap()[0].as_ref().unwrap().value, b"other");
    put(&store, "b", b"new".to_vec()).await;
}

#[tokio::test]
async fn a_row_cut_short_is_damage() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    put(&store, "a", vec![3; 9_000]).await;
    drop(store);
    for len in [0, 3, 12, 13, 20] {
        tamper(folder.path(), "a", |row| row.truncate(len));
        let read = open(folder.path()).get(&[key("a")]).await;
        assert!(matches!(read, Err(StoreError::Damaged { .. })), "{len} bytes: {read:?}");
    }
}

#[tokio::test]
async fn a_counter_that_is_no_number_is_damage_and_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    put(&store, "n", b"words".to_vec()).await;
    let writes = vec![Write::Increment(key("n"), 1)];
    let refused = store.commit(Batch { writes, ..Batch::default() }).await;
    assert!(matches!(refused, Err(CommitError::Store(StoreError::Damaged { .. }))), "{refused:?}");
    assert!(matches!(store.next_number(&key("n")).await, Err(StoreError::Damaged { .. })));
    assert_eq!(store.get(&[key("n")]).await.unwrap()[0].as_ref().unwrap().value, b"words");
}
