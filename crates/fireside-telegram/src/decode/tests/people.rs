//! Who speaks, who comes and goes, and what is done to rooms.

use super::*;

#[test]
fn anonymous_senders_are_the_chat_they_speak_for() {
    let chat = json!({ "id": FORUM, "type": "supergroup", "title": "Acme" });
    let admin = json!({ "id": 1_087_968_824, "is_bot": true, "first_name": "Renamed" });
    let channel = json!({ "id": -1_009, "type": "channel", "title": "News" });
    let telegram = json!({ "id": 777_000, "is_bot": false, "first_name": "Renamed" });
    let cases = [
        (json!({ "text": "a", "from": admin, "sender_chat": chat }), FORUM.to_string()),
        (json!({ "text": "a", "from": telegram, "sender_chat": channel }), "-1009".to_owned()),
        (json!({ "text": "a", "from": null }), FORUM.to_string()),
    ];
    for (more, account) in cases {
        let event = one(&said(&more));
        assert!(event.actor.is_anonymous);
        assert_eq!(event.actor.account.id.as_str(), account);
    }
}

#[test]
fn another_bot_is_marked_as_one() {
    let other = json!({ "id": 43, "is_bot": true, "first_name": "Other" });
    assert!(one(&said(&json!({ "text": "a", "from": other }))).actor.is_bot);
}

#[test]
fn coming_is_told_twice_and_counts_once() {
    let member = |status: &str| json!({ "user": ana(), "status": status });
    let change = json!({
        "chat": { "id": FORUM, "type": "supergroup" }, "from": ana(), "date": 60,
        "old_chat_member": member("left"), "new_chat_member": member("member"),
    });
    let by_change = one(&json!({ "update_id": 4, "chat_member": change }));
    let by_message = one(&said(&json!({ "new_chat_members": [ana(), bot()] })));
    assert_eq!(by_change.kind, EventKind::Membership(Membership::Joined));
    assert_eq!(by_change, by_message);
}

#[test]
fn the_bot_hears_that_it_was_blocked() {
    let change = json!({
        "chat": { "id": 7, "type": "private" }, "from": ana(), "date": 60,
        "old_chat_member": { "user": bot(), "status": "member" },
        "new_chat_member": { "user": bot(), "status": "kicked", "until_date": 0 },
    });
    let event = one(&json!({ "update_id": 4, "my_chat_member": change }));
    assert_eq!(event.kind, EventKind::Membership(Membership::BotRemoved));
    assert_eq!(event.actor.account.id.as_str(), "7");
}

#[test]
fn both_messages_of_a_migration_give_one_event() {
    let old = json!({ "id": -9, "type": "group", "title": "Acme" });
    let to = one(&said(&json!({ "chat": old, "migrate_to_chat_id": FORUM })));
    let from = one(&said(&json!({ "migrate_from_chat_id": -9 })));
    assert_eq!(to.id, from.id);
    for event in [to, from] {
        assert_eq!(event.place, Place::channel(PLATFORM, "-9"));
        let moved = RoomChange::Moved { to: Place::channel(PLATFORM, FORUM.to_string()) };
        assert_eq!(event.kind, EventKind::Room(moved));
    }
}

#[test]
fn a_topic_that_people_close_is_a_closed_room() {
    let closed =
        |from: Value| said(&json!({ "from": from, "message_thread_id": 3, "forum_topic_closed": {} }));
    let event = one(&closed(ana()));
    assert_eq!(event.kind, EventKind::Room(RoomChange::Closed));
    assert_eq!(event.place.thread.as_ref().map(fireside_core::ids::ThreadId::as_str), Some("3"));
    assert!(none(&closed(bot())));
}

#[test]
fn only_the_bots_own_topics_are_remembered() {
    let opened = |from: Value| {
        let created = json!({ "name": "Case 1", "icon_color": 7_322_096 });
        decoded(&said(&json!({ "from": from, "message_thread_id": 3, "forum_topic_created": created })))
            .expect("it is decoded")
            .opened
    };
    assert_eq!(opened(ana()), None);
    let own = OpenedTopic { chat: FORUM, name: "Case 1".to_owned(), thread: 3 };
    assert_eq!(opened(bot()), Some(own));
}

#[test]
fn a_post_in_a_channel_is_said_in_the_channels_name() {
    let post = json!({
        "message_id": 5, "date": 60, "text": "news", "author_signature": "Zoe",
        "chat": { "id": -1_009, "type": "channel", "title": "News" },
        "sender_chat": { "id": -1_009, "type": "channel", "title": "News" },
    });
    let event = one(&json!({ "update_id": 1, "channel_post": post }));
    assert_eq!((event.actor.name.as_str(), event.audience), ("News", Audience::Group));
    assert!(event.actor.is_anonymous);
    let edited = one(&json!({ "update_id": 2, "edited_channel_post": post }));
    assert!(matches!(edited.kind, EventKind::Edited(_)));
}

#[test]
fn a_pin_names_the_message_though_it_is_too_old_to_be_told() {
    let old = json!({ "message_id": 4, "date": 0, "chat": { "id": FORUM, "type": "supergroup" } });
    let event = one(&said(&json!({ "pinned_message": old })));
    assert_eq!(event.kind, EventKind::Pinned { message: MessageId::new("4") });
    assert!(none(&said(&json!({ "pinned_message": old, "from": bot() }))));
}

#[test]
fn general_is_no_room() {
    assert!(none(&said(&json!({ "forum_topic_closed": {} }))));
}

#[test]
fn what_was_done_to_a_chat_and_is_not_known_is_passed_over_visibly() {
    for kind in ["general_forum_topic_hidden", "forum_topic_edited", "new_chat_title", "video_chat_started"] {
        assert_eq!(skipped(&said(&json!({ kind: {} }))), Some(format!("message.{kind}")));
    }
}
