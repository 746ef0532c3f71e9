//! Commands, what they are run on, and links.

use fireside_core::{FileKind, Invocation};

use super::*;

fn command(text: &str, length: usize) -> Event {
    run(text, length, &json!({})).0
}

fn words(invocation: &Invocation) -> &str {
    invocation.written.as_ref().map(|written| written.words.as_str()).expect("it is a line")
}

#[test]
fn a_command_comes_with_the_words_after_it() {
    for (text, length) in [("/reply #12 thanks a lot", 6), ("/reply@Fireside_Bot #12 thanks a lot", 19)] {
        let EventKind::Command(invocation) = command(text, length).kind else { panic!("{text}") };
        assert_eq!(invocation.name, "reply");
        assert_eq!(words(&invocation), "#12 thanks a lot");
        assert_eq!(invocation.message, Some(MessageId::new("5")));
    }
}

#[test]
fn a_command_for_another_bot_is_talk() {
    assert!(command("/reply@otherbot hm", 15).words().is_some());
}

#[test]
fn a_command_that_is_passed_on_is_talk() {
    let entities = json!([{ "type": "bot_command", "offset": 0, "length": 6 }]);
    let origin = json!({ "type": "user", "date": 60, "sender_user": { "id": 8, "is_bot": false, "first_name": "Kim" } });
    let event =
        one(&said(&json!({ "text": "/reply hello", "entities": entities, "forward_origin": origin })));
    assert_eq!(event.words().map(|said| said.text.to_plain()).as_deref(), Some("/reply hello"));
}

#[test]
fn a_command_in_the_middle_is_talk() {
    let entity = json!([{ "type": "bot_command", "offset": 4, "length": 6 }]);
    assert!(one(&said(&json!({ "text": "try /reply", "entities": entity }))).words().is_some());
}

/// Runs a command in a message with `more` laid over it.
fn run(text: &str, length: usize, more: &Value) -> (Event, Option<Invocation>) {
    let entity = json!([{ "type": "bot_command", "offset": 0, "length": length }]);
    let mut fields = json!({ "text": text, "entities": entity });
    for (name, value) in more.as_object().expect("an object") {
        fields[name] = value.clone();
    }
    let event = one(&said(&fields));
    let invocation = match &event.kind {
        EventKind::Command(invocation) => Some(invocation.clone()),
        _ => None,
    };
    (event, invocation)
}

#[test]
fn a_command_sent_as_a_reply_is_run_on_that_message() {
    let bug = json!({ "message_id": 4, "from": { "id": 8, "first_name": "Ben" }, "text": "it crashes" });
    let (_, invocation) = run("/bug", 4, &json!({ "reply_to_message": message(&bug) }));
    let invocation = invocation.expect("a command");
    let (author, answered) = invocation.on_message().expect("a target");
    assert_eq!((author.name.as_str(), author.account.id.as_str()), ("Ben", "8"));
    assert_eq!(
        (answered.id.as_ref(), &answered.text),
        (Some(&MessageId::new("4")), &Text::plain("it crashes"))
    );
}

#[test]
fn a_command_in_a_topic_is_not_run_on_the_message_that_opened_it() {
    let opening = message(&json!({ "message_id": 3, "forum_topic_created": { "name": "Case 1" } }));
    let more = json!({ "message_thread_id": 3, "is_topic_message": true, "reply_to_message": opening });
    assert_eq!(run("/bug", 4, &more).1.expect("a command").target, None);
}

#[test]
fn a_file_with_a_command_below_it_is_the_commands() {
    let entity = json!([{ "type": "bot_command", "offset": 0, "length": 4 }]);
    let photo = json!([{ "file_id": "f", "width": 9, "height": 9 }]);
    let event =
        one(&said(&json!({ "photo": photo, "caption": "/bug it is slow", "caption_entities": entity })));
    let EventKind::Command(invocation) = event.kind else { panic!("no command") };
    assert_eq!(words(&invocation), "it is slow");
    let files = invocation.written.expect("it is a line").files;
    assert_eq!(files.len(), 1);
    assert_eq!((files[0].kind, files[0].file.id.as_str()), (FileKind::Photo, "f"));
}

#[test]
fn a_link_into_the_private_chat_is_a_press() {
    let link = crate::private_link::address("fireside_bot", "feedback:open").expect("it fits");
    let payload = link.query_pairs().next().expect("a payload").1.into_owned();
    let private = json!({ "chat": { "id": 7, "type": "private" } });
    let (event, _) = run(&format!("/start {payload}"), 6, &private);
    let press = fireside_core::event::Press { data: "feedback:open".to_owned(), message: None };
    assert_eq!(event.kind, EventKind::Press(press));
    assert_eq!(event.audience, Audience::Private);
    // In a group it is not from the presser alone.
    assert!(run(&format!("/start {payload}"), 6, &json!({})).1.is_some());
}

#[test]
fn what_another_link_brings_along_are_the_words() {
    let payload =
        |text: &str, length, more| words(&run(text, length, &more).1.expect("a command")).to_owned();
    let private = json!({ "chat": { "id": 7, "type": "private" } });
    assert_eq!(payload("/start promo-7", 6, private.clone()), "promo-7");
    assert_eq!(payload("/start@fireside_bot g1", 19, json!({})), "g1");
    assert_eq!(payload("/startgroup g1", 11, json!({})), "g1");
    assert_eq!(payload("/start", 6, private), "");
}
