//! A transcript as JSON Lines: `docs/handoff.md` says what is in them.

use serde::Serialize;

use super::shown::Shown;
use crate::case::{Line, Speaker};

/// The first line: the case. What is not known, or not for the reader, is left out.
#[derive(Debug, Serialize)]
struct CaseObject<'a> {
    r#type: &'static str,
    case: u64,
    customer: &'a str,
    language: &'a str,
    opened: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_answer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    stars: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<&'a str>,
}

/// Each further line: something that was said, or that happened.
#[derive(Debug, Serialize)]
struct LineObject<'a> {
    r#type: &'static str,
    at: String,
    speaker: Speaker,
    name: &'a str,
    words: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    files: &'a [String],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    edited: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    removed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    undelivered: bool,
}

/// What a file begins with.
pub(super) fn head(shown: &Shown<'_>) -> String {
    let case = shown.case;
    let closure = case.closure();
    let is_for_staff = shown.is_for_staff();
    written(&CaseObject {
        r#type: "case",
        case: case.number.get(),
        customer: &case.name,
        language: &case.locale,
        opened: shown.moment(case.opened),
        first_answer: case.first_answer.map(|at| shown.moment(at)),
        closed: closure.map(|closure| shown.moment(closure.at)),
        owner: case.owner().filter(|_| is_for_staff).map(|owner| owner.name.as_str()),
        reason: closure.filter(|_| is_for_staff).and_then(|closure| closure.reason.as_deref()),
        tags: if is_for_staff { &case.tags } else { &[] },
        stars: case.rating.as_ref().map(|rating| rating.stars),
        rating: case.rating.as_ref().and_then(|rating| rating.words.as_deref()),
    })
}

/// A line of the case as a line of the file.
pub(super) fn line(shown: &Shown<'_>, line: &Line) -> String {
    written(&LineObject {
        r#type: "line",
        at: shown.moment(line.at),
        speaker: line.speaker,
        name: &line.name,
        words: &line.words,
        files: &line.files,
        edited: line.edited,
        removed: line.removed,
        undelivered: line.undelivered,
    })
}

fn written(object: &impl Serialize) -> String {
    // Names and words are strings: writing them does not fail.
    let mut line = serde_json::to_string(object).unwrap_or_default();
    line.push('\n');
    line
}
