//! What becomes of an event once it is decoded: it is stored, and said elsewhere.

use fireside_core::{CarriedFile, Event, EventKind, Outgoing, Text};

/// Stores `event`, reads it again, and says on both platforms what was said.
pub fn goes_on(event: &Event) {
    let stored = serde_json::to_string(event).expect("an event is stored");
    let read: Event = serde_json::from_str(&stored).expect("a stored event is read");
    assert_eq!(read, *event, "an event comes back as it was");
    let (EventKind::Message(message) | EventKind::Edited(message)) = &event.kind else { return };
    let carried =
        |attachment: &_| CarriedFile { attachment: Clone::clone(attachment), instead: Text::plain("a file") };
    let content = Outgoing::of(message.text.clone().tame())
        .author(event.actor.name.as_str())
        .files(message.attachments.iter().map(carried).collect());
    for body in fireside_discord::bodies(&content) {
        assert_eq!(body["allowed_mentions"]["parse"], serde_json::json!([]));
        assert_eq!(body["allowed_mentions"]["users"], serde_json::json!([]));
        let chars = body["content"].as_str().map_or(0, |words| words.chars().count());
        assert!(chars <= 2_000, "a message of {chars} characters");
    }
    for call in fireside_telegram::bodies(&content, "fireside_bot").unwrap_or_default() {
        let entities = call["entities"].as_array().into_iter().flatten();
        assert!(entities.into_iter().all(|entity| entity["type"] != "text_mention"), "somebody is mentioned");
        let units = call["text"].as_str().map_or(0, |words| words.encode_utf16().count());
        assert!(units <= 4_096, "a message of {units} units");
    }
}
