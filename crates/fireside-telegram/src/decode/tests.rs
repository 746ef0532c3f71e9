//! Updates as Telegram sends them, and as it shouldn't.

use fireside_core::event::{Membership, RoomChange};
use fireside_core::{Command, MessageId, OptionKind, Place, Text};
use serde_json::{Value, json};

use super::*;
use crate::PLATFORM;

const FORUM: i64 = -1_004_503_599_627_370;

fn decoded(update: &Value) -> Result<Decoded, serde_json::Error> {
    let bot = Identity { id: 42, username: "fireside_bot".to_owned(), hears_all: false };
    let reply = Command::new("reply", "d").option("case", "d", OptionKind::Integer, false).option(
        "text",
        "d",
        OptionKind::Text,
        true,
    );
    let commands = BTreeMap::from([("reply".to_owned(), reply)]);
    let decoder = Decoder { bot: &bot, commands: &commands, now: Timestamp::from_secs(99) };
    let json = update.to_string();
    decoder.decode(&RawUpdate::of(&json).expect("an update"))
}

fn one(update: &Value) -> Event {
    let mut events = decoded(update).expect("it is decoded").events;
    assert_eq!(events.len(), 1, "{update}");
    events.remove(0)
}

fn none(update: &Value) -> bool {
    decoded(update).expect("it is decoded").events.is_empty()
}

fn ana() -> Value {
    json!({ "id": 7, "is_bot": false, "first_name": "Ana", "language_code": "de" })
}

fn bot() -> Value {
    json!({ "id": 42, "is_bot": true, "first_name": "Fireside", "username": "fireside_bot" })
}

/// A message of Ana's in a forum, with `more` laid over it.
fn message(more: &Value) -> Value {
    let mut message = json!({
        "message_id": 5, "date": 60, "from": ana(),
        "chat": { "id": FORUM, "type": "supergroup", "title": "Acme", "is_forum": true },
    });
    for (name, value) in more.as_object().expect("an object") {
        message[name] = value.clone();
    }
    message
}

fn said(more: &Value) -> Value {
    json!({ "update_id": 1, "message": message(more) })
}

fn words(event: &Event) -> &fireside_core::Message {
    event.words().unwrap_or_else(|| panic!("not a message: {event:?}"))
}

#[test]
fn a_message_keeps_its_words_place_and_person() {
    let event = one(&said(&json!({ "text": "hello" })));
    assert_eq!(event.id.as_str(), format!("telegram:m:{FORUM}:5"));
    assert_eq!(event.place, Place::channel(PLATFORM, FORUM.to_string()));
    assert_eq!((event.at, event.audience), (Timestamp::from_secs(60), Audience::Group));
    assert_eq!((event.actor.name.as_str(), event.locale.as_deref()), ("Ana", Some("de")));
    let words = words(&event);
    assert_eq!(words.text, Text::plain("hello"));
    assert_eq!(words.id, Some(MessageId::new("5")));
    assert!(!words.addressed);
}

#[test]
fn only_topics_of_forums_are_threads() {
    let topic = one(&said(&json!({ "text": "a", "message_thread_id": 3, "is_topic_message": true })));
    assert_eq!(topic.place.thread.expect("a thread").as_str(), "3");
    let replies = one(&said(&json!({ "text": "a", "message_thread_id": 3 })));
    assert_eq!(replies.place.thread, None);
}

#[test]
fn a_private_message_addresses_the_bot() {
    let event = one(&said(&json!({ "text": "a", "chat": { "id": 7, "type": "private" } })));
    assert_eq!(event.audience, Audience::Private);
    assert!(words(&event).addressed);
}

#[test]
fn a_reply_to_the_bot_or_a_mention_of_it_addresses_it() {
    let own = message(&json!({ "message_id": 4, "from": bot(), "text": "which one?" }));
    let reply = one(&said(&json!({ "text": "this", "reply_to_message": own })));
    assert!(words(&reply).addressed);
    assert_eq!(words(&reply).reply_to, Some(MessageId::new("4")));
    let mention = json!([{ "type": "mention", "offset": 3, "length": 13 }]);
    assert!(words(&one(&said(&json!({ "text": "hi @Fireside_bot", "entities": mention })))).addressed);
    let other = json!([{ "type": "mention", "offset": 3, "length": 6 }]);
    assert!(!words(&one(&said(&json!({ "text": "hi @other", "entities": other })))).addressed);
}

#[test]
fn a_message_in_the_bots_own_topic_is_no_reply_to_it() {
    let opening = message(&json!({
        "message_id": 3, "from": bot(), "message_thread_id": 3, "is_topic_message": true,
        "forum_topic_created": { "name": "Case 1", "icon_color": 7_322_096 },
    }));
    let event = one(&said(&json!({
        "text": "hm", "message_thread_id": 3, "is_topic_message": true, "reply_to_message": opening,
    })));
    assert!(!words(&event).addressed);
    assert_eq!(words(&event).reply_to, None);
}

fn command(text: &str, length: usize) -> Event {
    let entity = json!([{ "type": "bot_command", "offset": 0, "length": length }]);
    one(&said(&json!({ "text": text, "entities": entity })))
}

#[test]
fn a_command_is_read_with_its_options() {
    for (text, length) in [("/reply #12 thanks a lot", 6), ("/reply@Fireside_Bot #12 thanks a lot", 19)] {
        let EventKind::Command(invocation) = command(text, length).kind else { panic!("{text}") };
        assert_eq!(invocation.name, "reply");
        assert_eq!(invocation.integer("case"), Some(12));
        assert_eq!(invocation.text("text"), Some("thanks a lot"));
        assert_eq!(invocation.message, Some(MessageId::new("5")));
    }
}

#[test]
fn a_command_for_another_bot_is_talk() {
    assert!(command("/reply@otherbot hm", 15).words().is_some());
}

#[test]
fn a_command_nobody_registered_is_its_name_alone() {
    let EventKind::Command(invocation) = command("/start abc", 6).kind else { panic!("no command") };
    assert_eq!((invocation.name.as_str(), invocation.options.len()), ("start", 0));
}

#[test]
fn a_command_in_the_middle_is_talk() {
    let entity = json!([{ "type": "bot_command", "offset": 4, "length": 6 }]);
    assert!(one(&said(&json!({ "text": "try /reply", "entities": entity }))).words().is_some());
}

#[test]
fn an_edit_has_an_id_of_its_own() {
    let edit = json!({ "update_id": 2, "edited_message": message(&json!({ "text": "b", "edit_date": 61 })) });
    let event = one(&edit);
    assert_eq!(event.id.as_str(), format!("telegram:e:{FORUM}:5:61"));
    assert_eq!(event.at, Timestamp::from_secs(61));
    assert!(matches!(event.kind, EventKind::Edited(words) if words.text == Text::plain("b")));
}

#[test]
fn what_came_along_is_told_in_a_word() {
    let photo = json!({ "file_id": "f", "file_unique_id": "u", "width": 1, "height": 1 });
    let event = one(&said(&json!({ "photo": [photo], "caption": "look" })));
    assert_eq!(words(&event).extras, [fireside_core::Extra::Other("photo".to_owned())]);
    assert_eq!(words(&event).text, Text::plain("look"));
}

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
fn a_press_is_where_its_message_is() {
    let on = message(&json!({ "text": "q", "message_thread_id": 3, "is_topic_message": true }));
    let query = json!({ "id": "77", "from": ana(), "chat_instance": "1", "data": "a:x", "message": on });
    let told = decoded(&json!({ "update_id": 3, "callback_query": query })).expect("it is decoded");
    assert_eq!(told.press, Some(CallbackQueryId("77".to_owned())));
    let event = &told.events[0];
    assert_eq!(event.id.as_str(), "telegram:c:77");
    assert_eq!(event.place.thread.as_ref().map(fireside_core::ids::ThreadId::as_str), Some("3"));
    assert!(matches!(&event.kind, EventKind::Press(press) if press.data == "a:x"));
}

#[test]
fn a_press_on_a_message_too_old_to_be_shown_still_counts() {
    let old = json!({ "message_id": 5, "date": 0, "chat": { "id": FORUM, "type": "supergroup" } });
    let query = json!({ "id": "78", "from": ana(), "chat_instance": "1", "data": "a:x", "message": old });
    let event = one(&json!({ "update_id": 3, "callback_query": query }));
    assert!(matches!(event.kind, EventKind::Press(press) if press.message == Some(MessageId::new("5"))));
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
fn what_is_not_known_is_skipped() {
    assert!(none(&json!({ "update_id": 9, "novelty": { "a": 1 } })));
    assert!(none(&said(&json!({ "novelty": { "a": 1 } }))));
}

#[test]
fn what_has_not_its_kinds_shape_is_an_error() {
    assert!(decoded(&json!({ "update_id": 9, "message": { "text": "a" } })).is_err());
    assert!(decoded(&json!({ "update_id": 9, "callback_query": 5 })).is_err());
}
