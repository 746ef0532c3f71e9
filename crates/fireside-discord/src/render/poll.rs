//! Polls, as Discord takes them.

use std::time::Duration;

use fireside_core::Poll;
use serde_json::{Value, json};

use super::names::line;

/// The longest question and answer, in characters (Discord's poll page).
const QUESTION_MAX: usize = 300;
const ANSWER_MAX: usize = 55;
/// The most answers.
const ANSWERS_MAX: usize = 10;
/// The longest a poll lasts, in hours; what has no end of its own lasts as long.
const HOURS_MAX: u64 = 768;

/// A poll that everybody can vote in.
pub(super) fn poll(poll: &Poll) -> Value {
    let answers: Vec<_> = poll
        .options
        .iter()
        .take(ANSWERS_MAX)
        .map(|option| json!({ "poll_media": { "text": line(option, ANSWER_MAX) } }))
        .collect();
    json!({
        "question": { "text": line(&poll.question, QUESTION_MAX) },
        "answers": answers,
        "duration": poll.lasts.map_or(HOURS_MAX, hours),
        "allow_multiselect": poll.is_multiple,
        "layout_type": 1,
    })
}

fn hours(lasts: Duration) -> u64 {
    lasts.as_secs().div_ceil(3_600).clamp(1, HOURS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poll_lasts_whole_hours() {
        assert_eq!(hours(Duration::from_secs(1)), 1);
        assert_eq!(hours(Duration::from_mins(61)), 2);
        assert_eq!(hours(Duration::MAX), HOURS_MAX);
    }

    #[test]
    fn a_poll_holds_what_discord_takes() {
        let options = (0..12).map(|n| format!("{n}{}", "x".repeat(80))).collect();
        let asked = Poll { question: "\u{202E}".to_owned(), options, is_multiple: true, lasts: None };
        let body = poll(&asked);
        assert_eq!(body["question"]["text"], "…");
        assert_eq!(body["answers"].as_array().unwrap().len(), ANSWERS_MAX);
        let first = body["answers"][0]["poll_media"]["text"].as_str().unwrap();
        assert_eq!(first.chars().count(), ANSWER_MAX);
        assert_eq!(body["allow_multiselect"], true);
    }
}
