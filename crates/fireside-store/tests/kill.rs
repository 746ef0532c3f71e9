//! A process that is killed keeps everything it acknowledged.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use fireside_core::key::Key;
use fireside_core::ports::{Batch, Store, Write};
use fireside_store::{SledOptions, SledStore};
use tokio::task::JoinSet;

const ROUNDS: u64 = 5;
/// Tells the writing process where its store is, and
const FOLDER: &str = "FIRESIDE_KILLED_STORE";
/// from which number on it writes.
const FIRST: &str = "FIRESIDE_KILLED_FIRST";

fn key(collection: &str, number: u64) -> Key {
    Key::new(&"acme".into(), collection, &number)
}

/// Some values are larger than a row.
fn value(number: u64) -> Vec<u8> {
    let len = if number.is_multiple_of(10) { 9_000 } else { 40 };
    number.to_be_bytes().into_iter().cycle().take(len).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the process that the next test starts and kills"]
async fn writes_and_acknowledges_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let first: u64 = std::env::var(FIRST).unwrap().parse().unwrap();
    let store = Arc::new(SledStore::open(SledOptions::new(folder)).unwrap());
    let mut tasks = JoinSet::new();
    for task in 0..8 {
        let store = Arc::clone(&store);
        tasks.spawn(async move {
            for number in (first + task..).step_by(8) {
                let writes = vec![
                    Write::InsertUnique(key("mark", number), Vec::new()),
                    Write::Put(key("thing", number), value(number)),
                    Write::Increment(Key::new(&"acme".into(), "tally", "things"), 1),
                ];
                store.commit(Batch { writes, ..Batch::default() }).await.unwrap();
                println!("\nacknowledged {number}");
            }
        });
    }
    tasks.join_all().await;
}

fn start_writing(folder: &Path, first: u64) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writes_and_acknowledges_until_it_is_killed", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    (child, output)
}

#[tokio::test]
async fn everything_acknowledged_before_a_kill_is_there_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = Vec::new();
    for round in 1..=ROUNDS {
        let (mut child, output) = start_writing(folder.path(), round * 1_000_000);
        let kill_after = acknowledged.len() + 37 * usize::try_from(round).unwrap();
        for line in output.lines().map(Result::unwrap) {
            let Some(number) = line.strip_prefix("acknowledged ") else { continue };
            acknowledged.push(number.parse::<u64>().unwrap());
            if acknowledged.len() == kill_after {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(acknowledged.len() >= kill_after, "round {round}: it ended by itself");
        let store = SledStore::open(SledOptions::new(folder.path())).unwrap();
        assert_is_there(&store, &acknowledged).await;
        assert_all_or_nothing(&store).await;
    }
}

async fn assert_is_there(store: &SledStore, acknowledged: &[u64]) {
    let keys: Vec<Key> = acknowledged.iter().map(|number| key("thing", *number)).collect();
    let found = store.get(&keys).await.unwrap();
    for (number, stored) in acknowledged.iter().zip(found) {
        assert!(stored.is_some_and(|stored| stored.value == value(*number)), "{number} is lost");
    }
}

/// A batch that was not acknowledged is there whole or not at all.
async fn assert_all_or_nothing(store: &SledStore) {
    let all = |collection| fireside_core::key::KeyRange::collection(&"acme".into(), collection, usize::MAX);
    let marks = store.range(&all("mark")).await.unwrap();
    let things = store.range(&all("thing")).await.unwrap();
    let paths = |rows: &[(Key, _)]| rows.iter().map(|(key, _)| key.part(0)).collect::<Vec<_>>();
    assert_eq!(paths(&marks), paths(&things));
    let tally = store.get(&[Key::new(&"acme".into(), "tally", "things")]).await.unwrap();
    let tally = tally[0].as_ref().map(|stored| stored.value.clone());
    assert_eq!(tally, Some(u64::try_from(things.len()).unwrap().to_be_bytes().to_vec()));
}
