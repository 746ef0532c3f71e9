//! Words, whom they answer, and presses.

use super::*;

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

#[test]
fn an_edit_has_an_id_of_its_own() {
    let edit = json!({ "update_id": 2, "edited_message": message(&json!({ "text": "b", "edit_date": 61 })) });
    let event = one(&edit);
    assert_eq!(event.id.as_str(), format!("telegram:e:{FORUM}:5:61:2"));
    assert_eq!(event.at, Timestamp::from_secs(61));
    assert!(matches!(event.kind, EventKind::Edited(words) if words.text == Text::plain("b")));
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
fn an_edit_is_read_though_its_original_never_came() {
    let edit = json!({ "text": "b", "edit_date": 61, "caption": "c", "entities": [{ "type": "bold", "offset": 0, "length": 1 }] });
    let event = one(&json!({ "update_id": 2, "edited_message": message(&edit) }));
    assert!(matches!(event.kind, EventKind::Edited(words) if words.text == Text::bold("b")));
}

#[test]
fn two_edits_within_a_second_are_two() {
    let edit = |update: i64, text: &str| {
        let edited = message(&json!({ "text": text, "edit_date": 61 }));
        one(&json!({ "update_id": update, "edited_message": edited }))
    };
    assert_ne!(edit(2, "b").id, edit(3, "c").id);
    assert_eq!(edit(2, "b").id, edit(2, "b").id);
}

#[test]
fn a_live_location_on_its_way_says_nothing() {
    let moved = message(&json!({
        "edit_date": 61, "location": { "latitude": 1.0, "longitude": 2.0, "live_period": 900 },
    }));
    assert!(none(&json!({ "update_id": 2, "edited_message": moved })));
}

#[test]
fn a_reply_to_a_message_of_another_chat_answers_none_here() {
    let origin = json!({ "type": "hidden_user", "date": 1, "sender_user_name": "Zoe" });
    let reply = json!({ "text": "see there", "external_reply": { "origin": origin }, "quote": { "text": "q", "position": 0 } });
    let event = one(&said(&reply));
    assert_eq!(words(&event).reply_to, None);
    assert_eq!(words(&event).text, Text::plain("see there"));
}

#[test]
fn a_custom_emoji_is_the_emoji_it_stands_for() {
    let entity = json!([{ "type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5" }]);
    assert_eq!(
        words(&one(&said(&json!({ "text": "👍 ok", "entities": entity })))).text,
        Text::plain("👍 ok")
    );
}

#[test]
fn a_topic_of_a_private_chat_is_a_thread() {
    let private = json!({ "id": 7, "type": "private" });
    let event = one(&said(&json!({
        "text": "a", "chat": private, "message_thread_id": 3, "is_topic_message": true,
    })));
    assert_eq!((event.audience, event.place), (Audience::Private, Place::channel(PLATFORM, "7").thread("3")));
}
