//! Measures commits per second: each of 64 tasks awaits its commit, then sends
//! the next. `cargo run --release -p fireside-store --example commits`

use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fireside_core::key::Key;
use fireside_core::ports::{Batch, Check, Store, Write};
use fireside_store::{Durability, SledOptions, SledStore};
use tokio::task::JoinSet;

const TASKS: u64 = 64;
const COMMITS_PER_TASK: u64 = 1_000;

type Error = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Error> {
    for durability in [Durability::Power, Durability::Process] {
        let folder = tempfile::tempdir()?;
        let store = Arc::new(SledStore::open(SledOptions { durability, ..SledOptions::new(folder.path()) })?);
        let begun = Instant::now();
        let mut tasks = JoinSet::new();
        for task in 0..TASKS {
            tasks.spawn(dialogues(Arc::clone(&store), task));
        }
        let mut waits = Vec::new();
        for waited in tasks.join_all().await {
            waits.extend(waited?);
        }
        let took = begun.elapsed();
        report(&mut waits, durability, took, &store)?;
    }
    Ok(())
}

/// Commits as a turn does: state that was read, a dedupe mark, a record, an outbox row.
async fn dialogues(store: Arc<SledStore>, task: u64) -> Result<Vec<Duration>, Error> {
    let community = "acme".into();
    let state = Key::new(&community, "dialogue", &task);
    let mut waits = Vec::new();
    for step in 0..COMMITS_PER_TASK {
        let begun = Instant::now();
        let read = store.get(std::slice::from_ref(&state)).await?.remove(0);
        let revision = read.map(|stored| stored.revision);
        let writes = vec![
            Write::InsertUnique(Key::new(&community, "seen", &(task, step)), vec![1; 8]),
            Write::Put(state.clone(), vec![2; 300]),
            Write::Put(Key::new(&community, "feedback", &(task, step)), vec![3; 200]),
            Write::Put(Key::new(&community, "outbox", &(task, step)), vec![4; 300]),
        ];
        let checks = vec![Check::Key { key: state.clone(), revision }];
        store.commit(Batch { checks, writes, lazy: false }).await?;
        waits.push(begun.elapsed());
    }
    Ok(waits)
}

fn report(
    waits: &mut [Duration],
    durability: Durability,
    took: Duration,
    store: &SledStore,
) -> Result<(), Error> {
    waits.sort_unstable();
    let stats = store.stats();
    let at = |per_cent: usize| waits[waits.len() * per_cent / 100];
    writeln!(
        std::io::stdout(),
        "{durability:?}: {} commits in {took:.1?}, {}/s, {} per flush, p50 {:.1?}, p99 {:.1?}",
        stats.commits,
        u128::from(stats.commits) * 1_000 / took.as_millis().max(1),
        stats.commits / stats.flushes.max(1),
        at(50),
        at(99),
    )?;
    Ok(())
}
