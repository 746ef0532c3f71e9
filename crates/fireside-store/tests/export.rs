//! An export, imported elsewhere, is the same store; anything less is refused.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, Store, Write};
use fireside_store::{ImportError, SledOptions, SledStore};

fn open(folder: &Path) -> SledStore {
    SledStore::open(SledOptions::new(folder)).unwrap()
}

async fn contents(store: &SledStore) -> Vec<(Key, Vec<u8>)> {
    let (start, end) = (Key::from_bytes(Vec::new()), Key::from_bytes(vec![u8::MAX]));
    let found = store.range(&KeyRange { start, end, limit: usize::MAX }).await;
    found.unwrap().into_iter().map(|(key, stored)| (key, stored.value)).collect()
}

/// A store of 600 values, some of them large, and its export.
async fn exported(folder: &Path) -> (Vec<(Key, Vec<u8>)>, Vec<u8>) {
    let store = open(folder);
    let key = |number: u64| Key::new(&"acme\0x".into(), "thing", &number);
    let value =
        |number: u64| vec![number.to_le_bytes()[0]; if number.is_multiple_of(100) { 20_000 } else { 30 }];
    let writes = (0..600).map(|number| Write::Put(key(number), value(number))).collect();
    store.commit(Batch { writes, ..Batch::default() }).await.unwrap();
    let mut export = Vec::new();
    assert_eq!(store.export(&mut export).unwrap(), 600);
    (contents(&store).await, export)
}

#[tokio::test]
async fn an_imported_export_is_the_same_store() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (before, export) = exported(from.path()).await;
    let options = SledOptions::new(to.path());
    assert_eq!(SledStore::import(&options, &mut export.as_slice()).unwrap(), 600);
    let store = open(to.path());
    assert_eq!(contents(&store).await, before);
    let mut again = Vec::new();
    store.export(&mut again).unwrap();
    assert_eq!(again, export);
}

#[tokio::test]
async fn an_export_that_is_not_whole_leaves_the_store_empty() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (_, export) = exported(from.path()).await;
    let text = String::from_utf8(export).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let options = SledOptions::new(to.path());
    let without_trailer = lines[..600].concat();
    let without_a_line = [&lines[..7], &lines[8..]].concat().concat();
    let with_more = format!("{text}{}", lines[0]);
    let changed = text.replacen("0a0a", "0a0b", 1);
    for export in [without_trailer, without_a_line, with_more, changed, String::new()] {
        let refused = SledStore::import(&options, &mut export.as_bytes());
        assert!(matches!(refused, Err(ImportError::Trailer)), "{refused:?}");
    }
    let refused = SledStore::import(&options, &mut "{\"key\":\"0g\",\"value\":\"\"}\n".as_bytes());
    assert!(matches!(refused, Err(ImportError::NotALine { line: 1 })), "{refused:?}");
    assert!(contents(&open(to.path())).await.is_empty());
    assert_eq!(SledStore::import(&options, &mut text.as_bytes()).unwrap(), 600);
}

#[tokio::test]
async fn a_store_that_holds_something_is_not_imported_into() {
    let from = tempfile::tempdir().unwrap();
    let (before, export) = exported(from.path()).await;
    let refused = SledStore::import(&SledOptions::new(from.path()), &mut export.as_slice());
    assert!(matches!(refused, Err(ImportError::NotEmpty)), "{refused:?}");
    assert_eq!(contents(&open(from.path())).await, before);
}
