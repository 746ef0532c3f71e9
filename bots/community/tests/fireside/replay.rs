//! `fireside demo --replay`: a chat log as a group's talk, with dialogues in between.

use std::path::Path;

use crate::process::{Said, bare, ended};

async fn replayed(log: &Path, limit: Option<usize>) -> Said {
    let mut command = bare();
    command.arg("demo").arg("--replay").arg(log);
    if let Some(limit) = limit {
        command.arg("--limit").arg(limit.to_string());
    }
    ended(command).await
}

/// The number behind a label of the report.
fn count(said: &Said, label: &str) -> usize {
    let line = said.out.lines().find_map(|line| line.strip_prefix(label));
    let first = line.and_then(|rest| rest.split_whitespace().next());
    first.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("«{label}» in {said:#?}"))
}

#[tokio::test]
async fn a_log_with_odd_lines_is_played_to_its_end() {
    let log = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/chat.jsonl");
    let said = replayed(&log, None).await;
    assert!(said.succeeded, "{said:#?}");
    assert_eq!(count(&said, "messages replayed"), 218, "separators and blanks are no messages");
    assert_eq!(count(&said, "people"), 10);
    assert_eq!(count(&said, "feedback saved"), 4);
    assert_eq!(count(&said, "cases handed over"), 1);
    assert_eq!((count(&said, "not deliverable"), count(&said, "set aside")), (0, 0));
}

#[tokio::test]
async fn a_slice_of_a_real_log_is_played_to_its_end() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/chat");
    let log = beside.join("gitter_stream_docker.jsonl.gz");
    if !log.exists() {
        println!("skipped: {} is not there", log.display());
        return;
    }
    let said = replayed(&log, Some(400)).await;
    assert!(said.succeeded, "{said:#?}");
    assert_eq!(count(&said, "messages replayed"), 400);
    assert_eq!(count(&said, "feedback saved") + count(&said, "cases handed over"), 9);
    assert!(count(&said, "people") > 10, "{said:#?}");
    assert_eq!((count(&said, "not deliverable"), count(&said, "set aside")), (0, 0));
}

#[tokio::test]
async fn a_log_that_is_none_is_named_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let log = folder.path().join("log.jsonl");
    std::fs::write(&log, "{\"user\":\"ana\",\"text\":\"hello\"}\nno JSON\n").expect("its own folder");
    let said = replayed(&log, None).await;
    assert!(!said.succeeded && said.err.contains("line 2 is not a message"), "{said:#?}");
    let said = replayed(&folder.path().join("nowhere"), None).await;
    assert!(!said.succeeded && said.err.contains("can't be read"), "{said:#?}");
}
