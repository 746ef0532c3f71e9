//! What no client should send, and what is newer than this code.

use super::*;

#[test]
fn wrong_entities_leave_the_words_and_the_right_ones() {
    let entities = json!([
        { "type": "bold", "offset": -1, "length": 2 },
        { "type": "bold", "offset": 0, "length": 99 },
        { "type": "novelty", "offset": 0, "length": 1 },
        { "type": "text_link", "offset": 0, "length": 1, "url": "not an address" },
        { "type": "italic", "offset": 0, "length": 2 },
    ]);
    let event = one(&said(&json!({ "text": "hello", "entities": entities })));
    let expected = Text(vec![
        fireside_core::Span::Italic(Text::plain("he")),
        fireside_core::Span::Plain("llo".to_owned()),
    ]);
    assert_eq!(words(&event).text, expected);
}

#[test]
fn a_caption_survives_media_that_can_not_be_read() {
    let event = one(&said(&json!({ "photo": "a new kind", "caption": "look" })));
    assert_eq!(words(&event).text, Text::plain("look"));
}

#[test]
fn what_is_not_known_is_passed_over_visibly() {
    assert_eq!(skipped(&json!({ "update_id": 9, "novelty": { "a": 1 } })).as_deref(), Some("novelty"));
    assert_eq!(skipped(&said(&json!({ "novelty": { "a": 1 } }))).as_deref(), Some("message.novelty"));
    assert_eq!(skipped(&said(&json!({}))).as_deref(), Some("message.empty"));
    for kind in ["business_message", "business_connection", "deleted_business_messages", "guest_message"] {
        assert_eq!(skipped(&json!({ "update_id": 9, kind: {} })).as_deref(), Some(kind));
    }
    assert!(none(&json!({ "update_id": 9 })));
}

#[test]
fn what_has_not_its_kinds_shape_is_an_error() {
    assert!(decoded(&json!({ "update_id": 9, "message": { "text": "a" } })).is_err());
    assert!(decoded(&json!({ "update_id": 9, "callback_query": 5 })).is_err());
}

#[test]
fn half_a_surrogate_pair_leaves_the_words_and_the_offsets() {
    let json = r#"{"update_id":1,"message":{"message_id":5,"date":60,"chat":{"id":7,"type":"private"},
        "from":{"id":7,"first_name":"A\ud83d"},"text":"\ud83dab",
        "entities":[{"type":"bold","offset":1,"length":1}]}}"#;
    let events = decode(json, (42, "fireside_bot"), Timestamp::from_secs(99)).expect("decoded");
    let expected = Text::plain("\u{FFFD}").then(Text::bold("a")).then("b");
    assert_eq!(words(&events[0]).text, expected);
    assert_eq!(events[0].actor.name, "A\u{FFFD}");
}

#[test]
fn a_message_of_the_beginning_of_time_is_read() {
    for date in [0, -1, i64::MAX, i64::MIN] {
        assert!(one(&said(&json!({ "text": "a", "date": date }))).words().is_some());
    }
}

#[test]
fn ids_of_52_bits_are_kept() {
    let id = (1_i64 << 52) - 1;
    let event = one(&said(&json!({
        "text": "a", "from": { "id": id, "first_name": "A" }, "chat": { "id": -id, "type": "supergroup" },
    })));
    assert_eq!(event.actor.account.id.as_str(), id.to_string());
    assert_eq!(event.place, Place::channel(PLATFORM, (-id).to_string()));
}

#[test]
fn a_topic_that_can_not_be_read_is_not_taken_for_general() {
    let wrong = json!({ "text": "a", "is_topic_message": true, "message_thread_id": "x" });
    assert!(decoded(&said(&wrong)).is_err());
}

#[test]
fn nesting_too_deep_for_a_parser_leaves_the_words() {
    let deep = (0..300).fold(json!({}), |inner, _| json!({ "reply_to_message": inner }));
    let event =
        one(&said(&json!({ "text": "a", "reply_to_message": deep, "novelty": deep, "sticker": deep })));
    assert_eq!(words(&event).text, Text::plain("a"));
}

#[test]
fn names_with_markup_stay_what_they_are() {
    for name in ["</a><b>", "<3", "@everyone", "{name}", "=1+1"] {
        let from = json!({ "id": 7, "first_name": name });
        assert_eq!(one(&said(&json!({ "text": "a", "from": from }))).actor.name, name);
    }
    let turned = json!({ "id": 7, "first_name": "\u{202E}anA\u{200B}\n" });
    assert_eq!(one(&said(&json!({ "text": "a", "from": turned }))).actor.name, "anA");
}
