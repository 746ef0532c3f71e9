//! Words and marks across both platforms. The first line holds the marks of the
//! rest, three characters each: its kind, where it begins, and how long it is,
//! counted from `0`.
#![no_main]

#[path = "../../src/crossing.rs"]
mod crossing;

use crossing::{heard_on_discord, heard_on_telegram, ink, looks, said_on_discord, said_on_telegram};
use fireside_core::Text;
use serde_json::{Value, json};

const KINDS: [&str; 14] = [
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "text_link",
    "text_mention",
    "custom_emoji",
    "mention",
    "url",
    "bot_command",
];

libfuzzer_sys::fuzz_target!(|input: &str| {
    let (marks, words) = input.split_once('\n').unwrap_or(("", input));
    let entities: Vec<Value> = marks.as_bytes().chunks_exact(3).map(entity).collect();
    if let Some(text) = heard_on_telegram(words, &entities) {
        // One who is mentioned by nothing to be seen is called by name.
        if !crossing::mentions_somebody(&text) {
            assert_eq!(text.to_plain(), words, "entities change no word");
        }
        crosses(&text.tame());
    }
    if let Some(text) = heard_on_discord(words) {
        crosses(&text.tame());
    }
    stays_words(words);
});

fn entity(mark: &[u8]) -> Value {
    let number = |byte: u8| i64::from(byte) - i64::from(b'0');
    let kind = KINDS[usize::from(mark[0]) % KINDS.len()];
    json!({
        "type": kind, "offset": number(mark[1]), "length": number(mark[2]), "url": "https://a.example/x_y",
        "user": { "id": 9, "is_bot": false, "first_name": "Bo" }, "language": "rust", "custom_emoji_id": "5",
    })
}

/// Nobody is mentioned by what somebody said, however it was formatted.
fn crosses(text: &Text) {
    for body in said_on_discord(text) {
        assert_eq!(body["allowed_mentions"]["parse"], json!([]));
        assert_eq!(body["allowed_mentions"]["users"], json!([]));
        assert_eq!(body["allowed_mentions"]["roles"], json!([]));
        let markdown = body["content"].as_str().unwrap_or_default();
        let read = heard_on_discord(markdown).unwrap_or_default();
        assert!(!crossing::mentions_somebody(&read), "{markdown:?} mentions somebody");
    }
    for (words, entities) in said_on_telegram(text) {
        let read = heard_on_telegram(&words, &entities).unwrap_or_default();
        assert_eq!(read.to_plain(), words, "every entity lies within the words");
        assert!(!crossing::mentions_somebody(&read), "{words:?} mentions somebody");
    }
}

/// Plain words are shown as they are.
fn stays_words(words: &str) {
    let text = Text::plain(words);
    if let [body] = said_on_discord(&text).as_slice() {
        let markdown = body["content"].as_str().unwrap_or_default();
        let read = heard_on_discord(markdown).unwrap_or_default();
        assert_eq!(addresses_undone(&read.to_plain()), addresses_undone(words), "{markdown:?}");
        assert!(looks(&read).iter().all(|(_, look)| *look == crossing::Look::default()), "{markdown:?}");
    }
    for (_, entities) in said_on_telegram(&text) {
        assert!(entities.is_empty(), "plain words are formatted");
    }
    let said: String = said_on_telegram(&text).into_iter().map(|(words, _)| words).collect();
    if !text.is_blank() {
        assert_eq!(ink(&said), ink(words));
    }
}

/// The ink of words, in which an address may have some of its characters as numbers.
fn addresses_undone(words: &str) -> String {
    ink(words).replace("%5F", "_").replace("%7E", "~")
}
