//! A byte that changes in the log is noticed, wherever it is.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use fireside_core::key::Key;
use fireside_core::ports::{Batch, Store, Write};
use fireside_store::{SledOptions, SledStore};

const VALUES: u64 = 200;
const FLIPS: usize = 40;

fn key(number: u64) -> Key {
    Key::new(&"acme".into(), "thing", &number)
}

fn value(number: u64) -> Vec<u8> {
    format!("value {number} {}", "x".repeat(300)).into_bytes()
}

async fn write_values(folder: &Path) {
    let store = SledStore::open(SledOptions::new(folder)).unwrap();
    for number in 0..VALUES {
        let writes = vec![Write::Put(key(number), value(number))];
        store.commit(Batch { writes, ..Batch::default() }).await.unwrap();
    }
}

/// Whether every value is there, or the store refuses to be opened or read.
fn is_whole_or_refuses(folder: &Path) -> bool {
    let Ok(store) = SledStore::open(SledOptions::new(folder)) else { return true };
    let Some(source) = store.at_once() else { return false };
    let values = (0..VALUES).map(|number| (number, source.get(&key(number))));
    let mut read = values.map_while(|(number, read)| read.ok().map(|found| (number, found)));
    read.all(|(number, found)| found.is_some_and(|stored| stored.value == value(number)))
}

#[tokio::test]
async fn a_flipped_byte_of_the_log_never_goes_unnoticed() {
    let original = tempfile::tempdir().unwrap();
    write_values(original.path()).await;
    let log = fs::read(original.path().join("db")).unwrap();
    for flip in 0..FLIPS {
        let at = flip * log.len() / FLIPS;
        let copy = tempfile::tempdir().unwrap();
        for file in ["conf", "fireside.flushed"] {
            fs::copy(original.path().join(file), copy.path().join(file)).unwrap();
        }
        let mut changed = log.clone();
        changed[at] ^= 0x10;
        fs::write(copy.path().join("db"), changed).unwrap();
        let outcome = catch_unwind(AssertUnwindSafe(|| is_whole_or_refuses(copy.path())));
        assert!(matches!(outcome, Ok(true)), "a changed byte at {at}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_log_that_was_cut_off_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    write_values(folder.path()).await;
    let log = folder.path().join("db");
    let bytes = fs::read(&log).unwrap();
    fs::write(&log, &bytes[..bytes.len() / 2]).unwrap();
    let refused = SledStore::open(SledOptions::new(folder.path())).unwrap_err();
    let cause = std::error::Error::source(&refused).unwrap().to_string();
    assert!(cause.contains("restore it from an export"), "{cause}");
    fs::remove_file(folder.path().join("fireside.flushed")).unwrap();
    assert!(SledStore::open(SledOptions::new(folder.path())).is_ok());
}
