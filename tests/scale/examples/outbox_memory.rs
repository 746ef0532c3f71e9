//! How much memory rows take that wait to be delivered: `outbox_memory [ROWS]`.
//!
//! One process asks for so many messages (100,000) to one channel that may be
//! spoken in once an hour, another takes them up from the store; each prints
//! how far it has grown.

#![expect(clippy::print_stdout, reason = "the figure is what a person starts this for")]
#![expect(clippy::expect_used, reason = "an example that can't go on ends")]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use fireside_core::key::KeyRange;
use fireside_core::ports::{Limit, Store};
use fireside_core::turn::effects::Manner;
use fireside_core::{Engine, Outcome, Voice};
use fireside_runtime::Runtime;
use fireside_store::{Durability, SledOptions, SledStore};
use fireside_testkit::fake_adapter::FakeAdapter;
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::{NORTH, brand, customer, square};

/// How many messages one event asks for.
const EVENT_ROWS: usize = 100;
/// How long each of them is, in bytes.
const WORDS_LEN: usize = 500;
/// Small, so that the store's own cache is no part of the figure.
const CACHE_BYTES: u64 = 4 << 20;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [rows, step, folder] = args.as_slice() {
        return run(rows.parse().expect("a number"), step, Path::new(folder));
    }
    let rows = args.first().map_or("100000", String::as_str);
    let folder = tempfile::tempdir().expect("a folder for the store");
    for step in ["ask", "take up"] {
        let program = std::env::current_exe().expect("this program");
        let status = Command::new(program).args([rows, step]).arg(folder.path()).status();
        assert!(status.expect("it runs").success(), "{step} failed");
    }
}

#[tokio::main]
async fn run(rows: usize, step: &str, folder: &Path) {
    let options = SledOptions {
        durability: Durability::Process,
        cache_bytes: CACHE_BYTES,
        ..SledOptions::new(folder.join("store"))
    };
    let store = Arc::new(SledStore::open(options).expect("the store opens"));
    read_through(&store).await;
    let before = status_kib("VmRSS:");
    let runtime = start(store).await;
    if step == "ask" {
        let ana = customer(NORTH, "1", "Ana");
        for event in 0..rows / EVENT_ROWS {
            let event = message(&ana, &square(NORTH), &event.to_string());
            runtime.push(event).await.expect("it is decided");
        }
    }
    assert!(!runtime.is_idle(), "what was asked for waits");
    println!(
        "{step}: {rows} rows, {} KiB more, at most {} KiB in all",
        status_kib("VmRSS:").saturating_sub(before),
        status_kib("VmHWM:"),
    );
    runtime.stop().await;
}

/// What the store takes to be read is no part of the figure.
async fn read_through(store: &SledStore) {
    let mut left = KeyRange::collection(&"acme".into(), "outbox", 1000);
    while let Some((last, _)) = store.range(&left).await.expect("it can be read").pop() {
        left = left.after(&last);
    }
}

async fn start(store: Arc<SledStore>) -> Runtime {
    let crowd = FakeFeature::default().on_message(|turn, _| {
        for _ in 0..EVENT_ROWS {
            let manner = Manner::of(Voice::Bot).about("case/1").tagged("words", 1);
            turn.send(turn.event().place.clone(), "a".repeat(WORDS_LEN), manner);
        }
        Ok(Outcome::Handled)
    });
    let adapter = FakeAdapter::new(NORTH);
    adapter.limit(vec![Limit::Rate { scope: NORTH.into(), burst: 1, per: Duration::from_hours(1) }]);
    let engine = Engine::builder().feature(crowd).build().expect("the engine can be built");
    let runtime = Runtime::builder(engine).store(store).community(brand(NORTH)).adapter(Arc::new(adapter));
    runtime.start().await.expect("it starts")
}

/// A figure about this process, in KiB; 0 where nobody says.
fn status_kib(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
