//! Looks for duplicates among reports that come in one after another, and
//! writes the ten likeliest of each: `{"id", "candidates", "flag"}`, a line each.
//!
//! ```sh
//! cargo run --release -p fireside-search --example duplicates -- reports.jsonl > candidates.jsonl
//! ```
//!
//! A line of `reports.jsonl` is `{"id", "text"}`; the text's first sentence is its title.

use std::fs;

use anyhow::{Context, bail};
use fireside_core::key::Key;
use fireside_core::ports::{Document, DocumentChange, Order, Query, Search};
use fireside_search::TantivySearch;
use serde::{Deserialize, Serialize};

/// A report that is likelier a duplicate than not is shown.
const FLAG_FROM: f32 = 0.5;

#[derive(Deserialize)]
struct Report {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Prediction {
    id: String,
    candidates: Vec<String>,
    flag: bool,
}

fn main() -> anyhow::Result<()> {
    let Some(path) = std::env::args().nth(1) else { bail!("which file of reports?") };
    let Ok(reports) = fs::read_to_string(&path) else {
        eprintln!("skipped: there is no file of reports at {path}");
        return Ok(());
    };
    let reports = reports.lines().map(serde_json::from_str).collect::<Result<Vec<Report>, _>>();
    let reports = reports.context("a line is no report")?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(look_through(&reports))
}

/// Each looks among those that came earlier, and is then one of them.
async fn look_through(reports: &[Report]) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let search = TantivySearch::open(folder.path())?;
    let community = "reports".into();
    for (report, number) in reports.iter().zip(0_u64..) {
        let query = Query::new(Order::Like(report.text.clone()), 10);
        let hits = search.find(&community, "report", &query)?.hits;
        let flag = hits.first().is_some_and(|hit| hit.score >= FLAG_FROM);
        let candidates = hits.iter().filter_map(|hit| Some(reports.get(number_of(&hit.key)?)?.id.clone()));
        let line = Prediction { id: report.id.clone(), candidates: candidates.collect(), flag };
        #[expect(clippy::print_stdout, reason = "its output is its purpose")]
        {
            println!("{}", serde_json::to_string(&line)?);
        }
        let (title, body) = report.text.split_once(". ").unwrap_or((&report.text, ""));
        let document = Document { title: title.to_owned(), body: body.to_owned(), ..Document::default() };
        let key = Key::new(&community, "report", &number);
        let change = DocumentChange { collection: "report".to_owned(), key, document: Some(document) };
        search.apply(&community, vec![change])?;
        search.flush().await?;
    }
    Ok(())
}

fn number_of(key: &Key) -> Option<usize> {
    usize::from_str_radix(&key.part(0)?, 16).ok()
}
