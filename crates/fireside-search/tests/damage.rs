//! An index that can't be read is no error: it is empty, and says so.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use fireside_core::key::Key;
use fireside_core::ports::{Document, DocumentChange, Order, Query, Search};
use fireside_search::TantivySearch;
use proptest::prelude::*;

fn note(number: u64) -> DocumentChange {
    let document = Document { title: format!("dark mode {number}"), ..Document::default() };
    let key = Key::new(&"acme".into(), "note", &number);
    DocumentChange { collection: "note".to_owned(), key, document: Some(document) }
}

fn total(search: &TantivySearch) -> usize {
    search.find(&"acme".into(), "note", &Query::new(Order::Rank(0), 10)).unwrap().total
}

async fn fill(search: &TantivySearch, numbers: std::ops::Range<u64>) {
    search.apply(&"acme".into(), numbers.map(note).collect()).unwrap();
    search.flush().await.unwrap();
}

/// An index of five notes, closed.
async fn made(folder: &Path) {
    let search = TantivySearch::open(folder).unwrap();
    search.reset(&"acme".into(), "origin").await.unwrap();
    fill(&search, 0..5).await;
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end != "lock")).collect();
    files.sort();
    files
}

/// Opened, it is whole, or says that it is not what it was, and can be made again.
async fn is_whole_or_empty(folder: &Path) {
    let search = TantivySearch::open(folder).unwrap();
    if search.origin(&"acme".into()).as_deref() == Some("origin") {
        assert_eq!(total(&search), 5);
    }
    search.reset(&"acme".into(), "again").await.unwrap();
    fill(&search, 0..7).await;
    assert_eq!(total(&search), 7);
}

#[tokio::test]
async fn an_index_with_a_file_missing_is_empty_or_whole() {
    let folder = tempfile::tempdir().unwrap();
    made(folder.path()).await;
    let names: Vec<_> =
        files(folder.path()).into_iter().map(|path| path.extension().unwrap().to_owned()).collect();
    assert!(names.len() > 5, "{names:?}");
    for at in 0..names.len() {
        let folder = tempfile::tempdir().unwrap();
        made(folder.path()).await;
        fs::remove_file(&files(folder.path())[at]).unwrap();
        is_whole_or_empty(folder.path()).await;
    }
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("letter.txt");
    fs::write(&letter, "dear").unwrap();
    assert!(TantivySearch::open(folder.path()).unwrap_err().to_string().contains("a folder of its own"));
    assert_eq!(fs::read_to_string(&letter).unwrap(), "dear");
    let within = folder.path().join("store");
    fs::create_dir_all(within.join("db")).unwrap();
    assert!(TantivySearch::open(&within).is_err());
    assert!(within.join("db").exists());
}

#[tokio::test]
async fn an_index_of_another_version_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    made(folder.path()).await;
    let meta = folder.path().join("meta.json");
    let newer = fs::read_to_string(&meta).unwrap().replace("\\\"version\\\":1", "\\\"version\\\":99");
    assert!(newer.contains("99"), "{newer}");
    fs::write(&meta, newer).unwrap();
    let search = TantivySearch::open(folder.path()).unwrap();
    assert_eq!((search.origin(&"acme".into()), total(&search)), (None, 0));
}

#[tokio::test]
async fn what_was_not_flushed_is_not_there_after_a_crash_and_the_rest_is() {
    let folder = tempfile::tempdir().unwrap();
    made(folder.path()).await;
    let search = TantivySearch::open(folder.path()).unwrap();
    search.apply(&"acme".into(), vec![note(8)]).unwrap();
    drop(search);
    let search = TantivySearch::open(folder.path()).unwrap();
    assert_eq!((search.origin(&"acme".into()).as_deref(), total(&search)), (Some("origin"), 5));
}

#[tokio::test]
async fn a_file_that_cannot_be_written_loses_nothing_that_was_applied() {
    let folder = tempfile::tempdir().unwrap();
    let search = TantivySearch::open(folder.path()).unwrap();
    search.apply(&"acme".into(), vec![note(1)]).unwrap();
    let away = folder.path().with_extension("away");
    fs::rename(folder.path(), &away).unwrap();
    search.flush().await.unwrap_err();
    fs::rename(&away, folder.path()).unwrap();
    search.flush().await.unwrap();
    assert_eq!(total(&search), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_changed_byte_anywhere_is_noticed_or_harmless(at in any::<prop::sample::Index>(), flip in 1_u8..) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let folder = tempfile::tempdir().unwrap();
        runtime.block_on(made(folder.path()));
        let files = files(folder.path());
        let lens: Vec<_> = files.iter().map(|path| fs::read(path).unwrap().len()).collect();
        let mut at = at.index(lens.iter().sum());
        let file = lens.iter().position(|len| at < *len || { at -= len; false }).unwrap();
        let mut bytes = fs::read(&files[file]).unwrap();
        bytes[at] ^= flip;
        fs::write(&files[file], bytes).unwrap();
        runtime.block_on(is_whole_or_empty(folder.path()));
    }
}
