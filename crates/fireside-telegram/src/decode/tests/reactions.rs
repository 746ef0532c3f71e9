//! Reactions that came and went.

use fireside_core::event::{Reaction, ReactionChange};

use super::*;

fn reacted(by: &Value, old: &Value, new: &Value) -> Value {
    let mut change = json!({
        "chat": { "id": FORUM, "type": "supergroup" }, "message_id": 5, "date": 60,
        "old_reaction": old, "new_reaction": new,
    });
    for (name, value) in by.as_object().expect("an object") {
        change[name] = value.clone();
    }
    json!({ "update_id": 9, "message_reaction": change })
}

fn changes(events: &[Event]) -> Vec<(String, ReactionChange)> {
    let change = |event: &Event| match &event.kind {
        EventKind::Reaction(Reaction { message, emoji, change }) => {
            assert_eq!(message.as_str(), "5");
            (emoji.clone(), *change)
        }
        other => panic!("not a reaction: {other:?}"),
    };
    events.iter().map(change).collect()
}

#[test]
fn each_reaction_that_came_or_went_is_one_event() {
    let old = json!([{ "type": "emoji", "emoji": "👍" }, { "type": "emoji", "emoji": "🔥" }]);
    let new = json!([
        { "type": "emoji", "emoji": "🔥" }, { "type": "custom_emoji", "custom_emoji_id": "55" },
        { "type": "paid" }, { "type": "novelty" }, 5,
    ]);
    let events = all(&reacted(&json!({ "user": ana() }), &old, &new));
    let expected =
        [("👍", ReactionChange::Removed), (":55:", ReactionChange::Added), ("⭐", ReactionChange::Added)];
    assert_eq!(changes(&events), expected.map(|(emoji, change)| (emoji.to_owned(), change)));
    assert!(events.iter().all(|event| event.actor.name == "Ana" && event.at == Timestamp::from_secs(60)));
    let ids: std::collections::BTreeSet<_> = events.iter().map(|event| &event.id).collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(all(&reacted(&json!({ "user": ana() }), &old, &new)), events);
}

#[test]
fn a_reaction_in_a_chats_name_is_anonymous() {
    let chat = json!({ "actor_chat": { "id": FORUM, "type": "supergroup", "title": "Acme" } });
    let events = all(&reacted(&chat, &json!([]), &json!([{ "type": "emoji", "emoji": "👍" }])));
    assert!(events[0].actor.is_anonymous);
}

#[test]
fn a_reaction_of_nobody_tells_nothing() {
    assert!(none(&reacted(&json!({}), &json!([]), &json!([{ "type": "emoji", "emoji": "👍" }]))));
}

#[test]
fn counts_are_told_where_nobody_says_whose_they_are() {
    let counts = json!([
        { "type": { "type": "emoji", "emoji": "👍" }, "total_count": 3 },
        { "type": { "type": "paid" }, "total_count": 1 },
    ]);
    let event = one(&json!({ "update_id": 9, "message_reaction_count": {
        "chat": { "id": FORUM, "type": "channel", "title": "News" }, "message_id": 5, "date": 60,
        "reactions": counts,
    }}));
    let counts = vec![("👍".to_owned(), 3), ("⭐".to_owned(), 1)];
    assert_eq!(event.kind, EventKind::ReactionCounts { message: MessageId::new("5"), counts });
}
