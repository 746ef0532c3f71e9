//! What is in the files, and where they come.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use fireside_feedback::{Export, Feedback};
use fireside_testkit::script::{NORTH, brand, chat, customer, square, staff_home};

use crate::{Scene, rows};

/// What somebody could write to be run by a spreadsheet, or to break a file.
const HOSTILE: [&str; 6] = [
    "=HYPERLINK(\"https://x.example\";\"x\")",
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3",
    "a \"quoted\", comma;\nand =1 on another line",
    "<b>@everyone</b> *bold* [x](https://x.example)",
];

#[test]
fn every_item_is_a_row_and_no_cell_is_a_formula() {
    let mut scene = Scene::set();
    for words in HOSTILE {
        scene.raise("idea", words, words);
    }
    let sent = scene.export("");
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].attachment.name.as_deref(), Some("feedback-2025-06-15.csv"));
    let rows = rows(&sent[0]);
    assert_eq!(rows.len(), HOSTILE.len());
    for (row, words) in rows.iter().zip(HOSTILE) {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        let details = row[4].strip_prefix('\'').unwrap_or(&row[4]);
        assert_eq!(details, words, "and nothing of it is lost");
    }
    assert_eq!((rows[0][0].as_str(), rows[0][1].as_str(), rows[0][2].as_str()), ("1", "idea", "open"));
    assert_eq!((rows[0][7].as_str(), rows[0][8].as_str()), ("Ana", NORTH));
    assert_eq!(rows[0][9], "2025-06-15T15:06:40Z");
}

#[test]
fn another_reader_finds_the_same_rows() {
    let mut scene = Scene::set();
    for words in HOSTILE {
        scene.raise("bug", words, words);
    }
    let sent = scene.export("csv");
    let program = "import csv, sys, io, json\n\
                   text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8-sig', newline='')\n\
                   print(json.dumps(list(csv.reader(text))))";
    let Ok(mut python) =
        Command::new("python3").args(["-c", program]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()
    else {
        eprintln!("skipped: there is no python3 here to read the file with");
        return;
    };
    python.stdin.take().expect("a pipe").write_all(&sent[0].bytes).expect("it reads");
    let out = python.wait_with_output().expect("it ends");
    let mut read: Vec<Vec<String>> = serde_json::from_slice(&out.stdout).expect("it writes JSON");
    assert_eq!(read.remove(0), fireside_feedback::COLUMNS);
    assert_eq!(read, rows(&sent[0]));
}

#[test]
fn as_json_lines_words_stay_as_they_were_said() {
    let mut scene = Scene::set();
    for words in HOSTILE {
        scene.raise("question", "a title", words);
        let (sam, home) = (scene.sam.clone(), scene.home.clone());
        scene.script.command(&sam, &home, "feedback", "list");
    }
    let sent = scene.export("jsonl");
    assert_eq!(sent[0].attachment.name.as_deref(), Some("feedback-2025-06-15.jsonl"));
    let lines: Vec<serde_json::Value> = serde_json::Deserializer::from_slice(&sent[0].bytes)
        .into_iter()
        .collect::<Result<_, _>>()
        .expect("each line is JSON");
    assert_eq!(sent[0].bytes.split(|byte| *byte == b'\n').count(), lines.len() + 1, "each ends its line");
    assert_eq!(lines[0]["details"], HOSTILE[0]);
    assert_eq!(lines[0]["merged_into"], serde_json::Value::Null);
}

#[test]
fn what_is_asked_for_is_exported_alone() {
    let mut scene = Scene::set();
    scene.raise("bug", "the lid sticks", "");
    scene.raise("idea", "a smaller box", "");
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    scene.script.command(&sam, &home, "feedback", "status 2 planned");
    let bugs = scene.export("kind:bug");
    assert_eq!(rows(&bugs[0]).len(), 1);
    let planned = scene.export("status:planned");
    assert_eq!(rows(planned.last().expect("a file"))[0][3], "a smaller box");
}

#[test]
fn nothing_to_export_is_said() {
    let mut scene = Scene::set();
    assert_eq!(scene.export("").len(), 0);
    assert_eq!(
        scene.said().last().map(String::as_str),
        Some("There is nothing to export: no feedback fits.")
    );
    assert_eq!(scene.script.record::<Export>(&1_u64), None);
}

#[test]
fn a_customer_gets_no_export() {
    let mut scene = Scene::set();
    scene.raise("bug", "the lid sticks", "");
    let ana = customer(NORTH, "1", "Ana");
    scene.ask(&ana, &chat(&ana), "");
    assert_eq!(scene.wait().len(), 0);
    assert_eq!(scene.script.record::<Export>(&1_u64), None);
}

#[test]
fn a_file_never_comes_to_where_customers_read() {
    let mut scene = Scene::set();
    scene.raise("bug", "the lid sticks", "");
    let sam = scene.sam.clone();
    let reply = scene.ask(&sam, &square(NORTH), "");
    assert!(reply.text().contains("where only the team reads"), "{}", reply.text());
    assert_eq!(scene.wait()[0].to, staff_home(NORTH));

    let mut community = brand(NORTH);
    community.staff_home = None;
    let mut scene = Scene::of(community);
    scene.raise("bug", "the lid sticks", "");
    scene.ask(&sam, &square(NORTH), "");
    assert_eq!(scene.wait()[0].to, chat(&sam));
}

#[test]
fn a_long_export_shows_how_far_it_is_and_is_not_kept() {
    let mut scene = Scene::set();
    let item = scene.item();
    scene.copy(&item, 600);
    let sent = scene.export("");
    assert_eq!(rows(&sent[0]).len(), 600);
    assert!(!scene.is_kept(&sent[0]), "it has arrived");
    assert_eq!(scene.script.record::<Export>(&1_u64), None);
    assert!(scene.said().iter().any(|said| said == "600 items of feedback."), "{:?}", scene.said().last());
    let edits = scene.script.deliveries().iter().filter(|row| row.delivery.effect.kind() == "edit").count();
    assert!((1..=10).contains(&edits), "{edits}");
}

#[test]
fn how_far_a_long_export_is_becomes_what_came_of_it() {
    let mut scene = Scene::set();
    let item = scene.item();
    scene.copy(&item, 600);
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    scene.ask(&sam, &home, "");
    scene.script.advance(Duration::from_mins(1));
    let said = scene.said();
    assert!(said.iter().any(|said| said == "600 items of feedback."), "{said:?}");
    assert!(!said.iter().any(|said| said.ends_with('%')), "{said:?}");
}

#[test]
fn what_is_longer_than_the_platform_takes_goes_on_in_another_file() {
    let mut scene = Scene::set();
    let item = Feedback { details: "x".repeat(100_000), ..scene.item() };
    scene.copy(&item, 120);
    let sent = scene.export("");
    assert_eq!(sent.len(), 2, "twelve megabytes where ten fit");
    assert_eq!(rows(&sent[0]).len() + rows(&sent[1]).len(), 120);
    assert!(sent.iter().all(|file| file.bytes.len() <= 10 << 20));
    assert_eq!(sent[1].attachment.name.as_deref(), Some("feedback-2025-06-15-2.csv"));
}

#[test]
fn an_export_that_can_not_be_sent_is_reported_and_not_kept() {
    let mut scene = Scene::set();
    scene.raise("bug", "the lid sticks", "");
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    scene.ask(&sam, &home, "");
    scene.script.refuse(&home, "no files here");
    let sent = scene.wait();
    assert!(!scene.is_kept(&sent[0]));
    assert_eq!(scene.script.record::<Export>(&1_u64), None);
}
