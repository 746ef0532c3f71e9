//! Exports: the file arrives where staff read, and opens.

use fireside_sim::{discord, telegram};
use fireside_tests::{Home, PATIENCE, Stage};
use serde_json::Value;

use crate::steps::{raise_in_group, run};

/// A formula to a spreadsheet, with what a CSV is taken apart by.
const FORMULA: &str = "=cmd('/c calc')!A1, \"quoted\"";

/// The fields of a line of CSV.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let (mut is_quoted, mut chars) = (false, line.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                fields.last_mut().expect("there is one").push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            c => fields.last_mut().expect("there is one").push(c),
        }
    }
    fields
}

#[tokio::test]
async fn on_discord_a_spreadsheet_arrives_in_which_no_formula_runs() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, FORMULA).await;
    raise_in_group(&stage, stage.there.tom, "Please ship to Norway").await;
    stage.at_rest().await;
    run(&stage, here.ana, "export", &[]);
    let file = |world: &discord::World| {
        world.history(here.desk).into_iter().find_map(|shown| shown.attachments.into_iter().next())
    };
    let file = stage.discord.wait_for(file, PATIENCE).await.expect("a file arrives among staff");
    let ending = std::path::Path::new(&file.name).extension();
    assert_eq!(ending.and_then(|ending| ending.to_str()), Some("csv"), "{}", file.name);
    let bytes = stage.discord.attachment_bytes(file.id).expect("it is there");
    let text = String::from_utf8(bytes).expect("it is UTF-8");
    let lines: Vec<_> = text.trim_start_matches('\u{FEFF}').lines().map(fields).collect();
    assert_eq!(lines[0], fireside_feedback::COLUMNS);
    assert_eq!(lines.len(), 3, "{text}");
    let titles: Vec<_> = lines[1..].iter().map(|row| row[3].as_str()).collect();
    let formula = titles.iter().find(|title| title.contains("cmd")).expect("its row is there");
    assert_eq!(*formula, format!("'{FORMULA}"), "it is text to a spreadsheet");
    assert!(titles.contains(&"Please ship to Norway"), "{titles:?}");
    assert_eq!(stage.telegram.history(stage.there.group).iter().filter(|it| it.media.is_some()).count(), 0);
    stage.clear().await;
}

#[tokio::test]
async fn on_telegram_each_line_is_an_item_in_json() {
    let stage = Stage::set(Home::Telegram).await;
    let there = stage.there;
    raise_in_group(&stage, there.mia, FORMULA).await;
    stage.at_rest().await;
    stage.telegram.say(there.staff_group, there.ana, "/feedback export jsonl");
    let file = |world: &telegram::World| {
        let mut said = world.history(there.staff_group).into_iter();
        said.find(|shown| shown.media.as_ref().is_some_and(|media| media.file_name.is_some()))
    };
    let shown = stage.telegram.wait_for(PATIENCE, file).await.expect("a file arrives");
    let bytes = stage.telegram.file_bytes(there.staff_group, shown.message_id).expect("it is there");
    let lines: Vec<Value> = std::str::from_utf8(&bytes)
        .expect("it is UTF-8")
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["number"], &lines[0]["title"]), (&1.into(), &FORMULA.into()));
    stage.clear().await;
}
