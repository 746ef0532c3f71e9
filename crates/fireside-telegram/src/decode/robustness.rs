//! Whatever stands in an update, decoding it ends in events or an error.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

use super::*;

/// What an update's parts are called, so that arbitrary ones come near to real ones.
const NAMES: [&str; 44] = [
    "message_id",
    "message_thread_id",
    "is_topic_message",
    "from",
    "sender_chat",
    "date",
    "edit_date",
    "chat",
    "text",
    "caption",
    "entities",
    "caption_entities",
    "reply_to_message",
    "photo",
    "sticker",
    "id",
    "type",
    "is_bot",
    "first_name",
    "offset",
    "length",
    "url",
    "user",
    "data",
    "message",
    "status",
    "new_chat_member",
    "old_chat_member",
    "forum_topic_created",
    "migrate_to_chat_id",
    "forward_origin",
    "video",
    "file_id",
    "venue",
    "location",
    "latitude",
    "poll",
    "options",
    "old_reaction",
    "new_reaction",
    "reactions",
    "poll_id",
    "option_ids",
    "pinned_message",
];

/// Every kind of update, and one that there is not.
const KINDS: [&str; 12] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "message_reaction",
    "message_reaction_count",
    "callback_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "novelty",
];

fn any_json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        Just(0i64),
        Just(-1),
        Just(777_000),
        Just(1_087_968_824),
        Just(i64::MAX),
        Just(i64::MIN),
        any::<i64>()
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(|number| Value::Number(Number::from(number))),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::String),
        prop::sample::select(vec![
            "bold",
            "bot_command",
            "emoji",
            "supergroup",
            "private",
            "/start p_",
            "😀"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::btree_map(prop::sample::select(NAMES.to_vec()), inner, 0..6)
                .prop_map(|fields| Value::Object(named(fields))),
        ]
    })
}

fn named(fields: BTreeMap<&str, Value>) -> Map<String, Value> {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn whole() -> Value {
    json!({
        "message_id": 5, "date": 60, "chat": { "id": -100, "type": "supergroup", "title": "Acme" },
        "from": { "id": 7, "is_bot": false, "first_name": "Ana" },
        "text": "/reply @fireside_bot 😀", "entities": [{ "type": "bot_command", "offset": 0, "length": 6 }],
    })
}

fn decode(update: &Value) -> Result<Vec<Event>, serde_json::Error> {
    super::decode(&update.to_string(), (42, "fireside_bot"), Timestamp::default())
}

proptest! {
    #[test]
    fn a_message_with_anything_in_it_is_read_or_refused(
        fields in prop::collection::btree_map(prop::sample::select(NAMES.to_vec()), any_json(), 1..4)
    ) {
        let mut message = whole();
        for (name, value) in fields {
            message[name] = value;
        }
        for kind in ["message", "edited_message"] {
            if let Ok(events) = decode(&json!({ "update_id": 1, kind: message.clone() })) {
                prop_assert!(events.len() <= 4);
            }
        }
    }

    #[test]
    fn anything_at_all_is_read_or_refused(content in any_json()) {
        for kind in KINDS {
            if let Ok(events) = decode(&json!({ "update_id": 1, kind: content.clone() })) {
                prop_assert!(events.len() <= 4);
            }
        }
    }

    #[test]
    fn entities_anywhere_keep_the_words(
        text in any::<String>(), spans in prop::collection::vec((any::<i64>(), any::<i64>()), 0..8),
        near in prop::collection::vec((-2i64..12, -2i64..12), 0..8)
    ) {
        let entity = |(offset, length)| json!({ "type": "italic", "offset": offset, "length": length });
        let entities: Vec<Value> = spans.into_iter().chain(near).map(entity).collect();
        let mut message = whole();
        message["text"] = Value::String(text.clone());
        message["entities"] = Value::Array(entities);
        let events = decode(&json!({ "update_id": 1, "message": message })).expect("it is decoded");
        prop_assert_eq!(events[0].words().expect("a message").text.to_plain(), text);
    }
}
