//! Whatever comes over the gateway, it is read or refused: nothing panics.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::decode;

const BOT: u64 = 42;

/// A frame of each kind, with all that is read of it.
fn frames() -> Vec<Value> {
    let user = json!({"id": "7", "username": "ana", "global_name": "Ana", "avatar": "a_1f", "bot": false});
    let member = json!({"user": user, "nick": "Ana of Oz", "roles": ["11"], "avatar": "2e"});
    let emoji = json!({"id": "9", "name": "wave"});
    let file = json!({"id": "3", "filename": "SPOILER_a.ogg", "content_type": "audio/ogg", "size": 7,
        "duration_secs": 1.5, "flags": 32, "url": "https://cdn.discordapp.com/ephemeral-attachments/9/3/a.ogg?ex=1"});
    let poll = json!({"question": {"text": "Tea?"}, "allow_multiselect": true,
        "expiry": "2016-05-01T11:18:25.800000+00:00",
        "answers": [{"answer_id": 1, "poll_media": {"text": "yes", "emoji": emoji}}],
        "results": {"is_finalized": true, "answer_counts": [{"id": 1, "count": 3}]}});
    let message = json!({"id": "175928847299117063", "channel_id": "5", "guild_id": "2", "type": 19,
        "author": user, "member": member, "content": "so **loud** <@8> <t:1700000000> `x`\n> y", "flags": 8192,
        "mentions": [{"id": "8", "username": "bo", "member": member}], "attachments": [file],
        "sticker_items": [{"id": "8", "name": "wave", "format_type": 1}], "poll": poll,
        "edited_timestamp": "2016-04-30T11:20:00.123456+00:00",
        "message_reference": {"type": 1, "message_id": "70", "channel_id": "5"},
        "referenced_message": {"id": "70", "author": user},
        "message_snapshots": [{"message": {"content": "*x*", "attachments": [file], "flags": 0}}]});
    let about = json!({"user_id": "7", "channel_id": "5", "guild_id": "2", "message_id": "6", "member": member,
        "emoji": emoji, "answer_id": 2, "timestamp": 1_700_000_000});
    let interaction = |kind: u8, data: Value| {
        json!({"id": "175928847299117063", "application_id": "42", "token": "t", "type": kind, "locale": "de",
            "guild_id": "2", "channel_id": "5", "channel": {"id": "5", "type": 0, "name": "lounge"},
            "member": member, "message": {"id": "77"}, "data": data})
    };
    let resolved = json!({"users": {"7": user}, "members": {"7": member}, "messages": {"70": message},
        "attachments": {"3": file}});
    let options = json!([{"name": "shot", "type": 11, "value": "3"}, {"name": "case", "type": 4, "value": 3,
        "focused": true}]);
    let fields = json!([{"type": 18, "component": {"type": 19, "custom_id": "shots", "values": ["3"]}},
        {"type": 1, "components": [{"type": 4, "custom_id": "title", "value": "slow"}]}]);
    let dispatch = |name: &str, data: &Value| json!({"op": 0, "t": name, "s": 3, "d": data});
    let mut frames: Vec<_> = [
        ("MESSAGE_CREATE", &message),
        ("MESSAGE_UPDATE", &message),
        ("MESSAGE_DELETE", &message),
        ("MESSAGE_DELETE_BULK", &json!({"ids": ["1", "2"], "channel_id": "5"})),
        ("MESSAGE_REACTION_ADD", &about),
        ("MESSAGE_REACTION_REMOVE", &about),
        ("MESSAGE_REACTION_REMOVE_ALL", &json!({"channel_id": "5", "message_id": "6"})),
        ("MESSAGE_REACTION_REMOVE_EMOJI", &json!({"channel_id": "5", "message_id": "6", "emoji": emoji})),
        ("MESSAGE_POLL_VOTE_ADD", &about),
        ("MESSAGE_POLL_VOTE_REMOVE", &about),
        ("TYPING_START", &about),
        ("GUILD_MEMBER_ADD", &json!({"guild_id": "2", "user": user, "roles": ["11"], "nick": null})),
    ]
    .into_iter()
    .map(|(name, data)| dispatch(name, data))
    .collect();
    let interactions = [
        interaction(2, json!({"name": "feedback", "type": 1, "options": options, "resolved": resolved})),
        interaction(2, json!({"name": "Save", "type": 3, "target_id": "70", "resolved": resolved})),
        interaction(2, json!({"name": "Whose", "type": 2, "target_id": "7", "resolved": resolved})),
        interaction(3, json!({"custom_id": "menu", "component_type": 3, "values": ["x"]})),
        interaction(4, json!({"name": "feedback", "type": 1, "options": options})),
        interaction(5, json!({"custom_id": "form", "components": fields, "resolved": resolved})),
    ];
    frames.extend(interactions.iter().map(|data| dispatch("INTERACTION_CREATE", data)));
    frames
}

/// Values that are not what is expected where they stand.
fn strange() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<bool>().prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        prop_oneof!["[0-9]{1,20}", "-[0-9]{1,3}", "0", "<@[0-9]{1,4}>{0,9}", "[*_~|`> \n]{0,40}"]
            .prop_map(Value::from),
    ]
}

/// Puts `value` at the `index`th place of all there are in `into`, or takes it away.
fn change(into: &mut Value, index: &mut usize, value: Option<&Value>) -> bool {
    if *index == 0 {
        if let Some(value) = value {
            into.clone_from(value);
        }
        return true;
    }
    *index -= 1;
    match into {
        Value::Object(fields) => {
            let names: Vec<_> = fields.keys().cloned().collect();
            for name in names {
                if *index == 0 && value.is_none() {
                    fields.remove(&name);
                    return true;
                }
                if fields.get_mut(&name).is_some_and(|inner| change(inner, index, value)) {
                    return true;
                }
            }
            false
        }
        Value::Array(each) => each.iter_mut().any(|inner| change(inner, index, value)),
        _ => false,
    }
}

#[test]
fn every_frame_is_read() {
    for frame in frames() {
        let read = decode(&frame.to_string(), BOT);
        assert!(matches!(&read, Ok(events) if !events.is_empty()), "{}: {read:?}", frame["t"]);
    }
}

#[test]
fn json_that_is_too_deep_is_refused() {
    let deep = format!(
        r#"{{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{}{}}}"#,
        "[".repeat(9_999),
        "]".repeat(9_999)
    );
    assert!(decode(&deep, BOT).is_err());
}

proptest! {
    #[test]
    fn a_frame_with_strange_values_does_not_panic(
        which in any::<Index>(),
        changes in prop::collection::vec((0..120_usize, prop::option::weighted(0.8, strange())), 1..4),
    ) {
        let mut frame = which.get(&frames()).clone();
        for (mut index, value) in changes {
            change(&mut frame["d"], &mut index, value.as_ref());
        }
        let _ = decode(&frame.to_string(), BOT);
    }

    #[test]
    fn a_frame_cut_short_is_refused(which in any::<Index>(), cut in any::<Index>()) {
        let text = which.get(&frames()).to_string();
        let mut end = cut.index(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert!(decode(&text[..end], BOT).is_err());
    }
}
