//! What a lookup costs among 100,000 items: `cargo bench -p fireside-search`.
//!
//! The items are made of words that are as unevenly common as words are, in
//! four languages. `--items N` makes more or fewer.

#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use fireside_core::CommunityId;
use fireside_core::key::Key;
use fireside_core::ports::{Document, DocumentChange, Order, Query, Search};
use fireside_search::TantivySearch;

#[path = "lookups/writing.rs"]
mod writing;

use writing::Writer;

const NOTES: &str = "note";
/// How many changes are flushed together while the index is built.
const FLUSH_LEN: u64 = 4096;
const LOOKUPS: u64 = 2000;
/// How often something changes while it is looked up.
const CHANGE_EVERY: Duration = Duration::from_millis(20);
const FLUSH_EVERY: Duration = Duration::from_millis(100);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let items = args.iter().position(|arg| arg == "--items").and_then(|at| args.get(at + 1));
    let items: u64 = items.map_or(Ok(100_000), |items| items.parse()).context("--items takes a number")?;
    let folder = tempfile::tempdir()?;
    let acme = CommunityId::new("acme");
    let mut writer = Writer::new(1);

    let search = TantivySearch::open(folder.path())?;
    search.reset(&acme, "bench").await?;
    let began = Instant::now();
    for number in 0..items {
        search.apply(&acme, vec![change(&acme, number, writer.document(number))])?;
        if number % FLUSH_LEN == FLUSH_LEN - 1 {
            search.flush().await?;
        }
    }
    search.flush().await?;
    println!("{items} items built in {:.1} s, with writing them", began.elapsed().as_secs_f64());
    println!("on disk: {:.1} MB; memory of the process: {}", size(folder.path())?, memory());
    drop(search);

    let began = Instant::now();
    let search = TantivySearch::open(folder.path())?;
    println!("opened, every byte checked, in {:.0} ms", began.elapsed().as_secs_f64() * 1000.0);
    measure_all(&search, &acme, &mut writer)?;

    println!("while an item changes every {CHANGE_EVERY:?}, flushed every {FLUSH_EVERY:?}:");
    let changing = tokio::spawn(keep_changing(search.clone(), acme.clone(), items));
    measure_all(&search, &acme, &mut writer)?;
    changing.abort();
    println!("memory of the process: {}", memory());
    Ok(())
}

async fn keep_changing(search: TantivySearch, acme: CommunityId, items: u64) -> anyhow::Result<()> {
    let mut writer = Writer::new(2);
    let mut flushed = Instant::now();
    loop {
        let number = writer.number(items);
        search.apply(&acme, vec![change(&acme, number, writer.document(number))])?;
        if flushed.elapsed() >= FLUSH_EVERY {
            search.flush().await?;
            flushed = Instant::now();
        }
        tokio::time::sleep(CHANGE_EVERY).await;
    }
}

fn measure_all(search: &TantivySearch, acme: &CommunityId, writer: &mut Writer) -> anyhow::Result<()> {
    let open = |query: Query| query.has_one_of(["open", "planned", "started"].map(status).to_vec());
    measure("similar, a title", || {
        let query = open(Query::new(Order::Like(writer.title()), 3));
        search.find(acme, NOTES, &query)
    })?;
    measure("similar, title and words", || {
        let document = writer.document(0);
        let words = format!("{} {}", document.title, document.body);
        search.find(acme, NOTES, &open(Query::new(Order::Like(words), 3)))
    })?;
    let mut page = 0;
    measure("list page, of everything", || {
        page = (page + 1) % 50;
        search.find(acme, NOTES, &Query { offset: page * 10, ..Query::new(Order::Rank(0), 10) })
    })?;
    measure("list page, by kind and status", || {
        page = (page + 1) % 50;
        let query = open(Query::new(Order::Rank(1), 10)).has("kind:bug").has_not("area:3");
        search.find(acme, NOTES, &Query { offset: page * 10, ..query })
    })?;
    measure("list page, far down", || {
        page = (page + 1) % 50;
        search.find(acme, NOTES, &Query { offset: 20_000 + page * 10, ..Query::new(Order::Rank(2), 10) })
    })
}

fn measure<T, E>(what: &str, mut look: impl FnMut() -> Result<T, E>) -> anyhow::Result<()>
where
    anyhow::Error: From<E>,
{
    let mut took = Vec::new();
    for _ in 0..LOOKUPS {
        let began = Instant::now();
        look()?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    let at = |part: usize| took.get(took.len() * part / 1000).copied().unwrap_or_default();
    println!("  {what:<30} p50 {:6.2} ms  p99 {:6.2} ms  p99.9 {:6.2} ms", at(500), at(990), at(999));
    Ok(())
}

fn change(acme: &CommunityId, number: u64, document: Document) -> DocumentChange {
    let key = Key::new(acme, NOTES, &number);
    DocumentChange { collection: NOTES.to_owned(), key, document: Some(document) }
}

fn status(name: &str) -> String {
    format!("status:{name}")
}

/// What a folder's files take, in MB.
fn size(folder: &Path) -> anyhow::Result<f64> {
    let mut bytes = 0_u32;
    let mut kib = 0_u32;
    for entry in std::fs::read_dir(folder)? {
        let len = entry?.metadata()?.len();
        kib += u32::try_from(len / 1024)?;
        bytes += u32::try_from(len % 1024)?;
    }
    Ok((f64::from(kib) * 1024.0 + f64::from(bytes)) / 1e6)
}

/// What the process holds now and held at its peak, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let lines = status
        .lines()
        .filter(|line| ["VmRSS", "VmHWM", "RssAnon", "RssFile"].iter().any(|name| line.starts_with(name)));
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(", ")
}
