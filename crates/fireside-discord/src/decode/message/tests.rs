use fireside_core::file::FileKind;
use fireside_core::{Account, Place, Span};
use serde_json::{Value, json};

use super::*;

const BOT: u64 = 42;

fn message(changes: &Value) -> MessageFrame {
    let mut base = json!({
        "id": "175928847299117063", "channel_id": "5", "guild_id": "2", "content": "hello",
        "author": {"id": "7", "username": "ana", "global_name": "Ana", "discriminator": "0",
            "avatar": null},
        "timestamp": "2016-04-30T11:18:25.796000+00:00", "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
        "embeds": [], "pinned": false, "type": 0,
        "member": {"nick": "Ana of Oz", "roles": ["11"], "joined_at": null, "deaf": false, "mute": false},
    });
    for (name, value) in changes.as_object().unwrap() {
        base[name] = value.clone();
    }
    serde_json::from_value(base).unwrap()
}

fn on_stage<T>(happens: impl FnOnce(&Scene<'_>) -> T) -> T {
    let names = Names::default();
    names.learn(9, "team");
    names.learn(6, "lounge");
    happens(&Scene {
        bot: BOT,
        place: Place::channel(PLATFORM, "5").within("2"),
        id: EventId::new("discord:s:abc:3"),
        now: Timestamp::from_secs(1_700_000_000),
        is_replayed: false,
        happened_at: Timestamp::default(),
        names: &names,
    })
}

fn heard(changes: &Value) -> Option<Event> {
    on_stage(|scene| message(changes).said(scene))
}

fn content(changes: &Value) -> fireside_core::Message {
    heard(changes).unwrap().words().unwrap().clone()
}

#[test]
fn a_message_carries_its_author_and_roles() {
    let event = heard(&json!({})).unwrap();
    assert_eq!(event.id.as_str(), "discord:m:175928847299117063");
    assert_eq!(event.at.as_millis(), 1_462_015_105_796);
    assert_eq!(event.actor.name, "Ana of Oz");
    let authority = event.actor.authority.unwrap();
    assert_eq!(authority.roles, vec!["11".into()]);
    assert_eq!(authority.as_of, Timestamp::from_secs(1_700_000_000));
}

#[test]
fn the_bot_does_not_hear_itself_nor_discord() {
    let own = json!({"author": {"id": "42", "username": "b", "discriminator": "0", "avatar": null}});
    assert_eq!(heard(&own), None);
    assert_eq!(heard(&json!({"type": 18})), None);
}

#[test]
fn what_a_webhook_wrote_is_no_customers_word() {
    assert!(heard(&json!({"webhook_id": "99"})).unwrap().actor.is_bot);
}

#[test]
fn a_mention_is_one_with_a_name() {
    let message = content(&json!({
        "content": "<@42> and <@!8>, <@7>, <@&9> in <#6>",
        "mentions": [
            {"id": "42", "username": "fireside"},
            {"id": "8", "username": "bo", "global_name": "Bo", "member": {"nick": "Bo of Oz", "roles": []}},
        ],
    }));
    assert_eq!(message.text.to_plain(), "fireside and Bo of Oz, <@7>, @team in #lounge");
    let bo = Span::Mention { account: Account::new(PLATFORM, "8"), name: "Bo of Oz".to_owned() };
    assert!(message.text.0.contains(&bo));
    assert!(message.addressed);
}

#[test]
fn files_and_stickers_come_with_the_words() {
    let message = content(&json!({
        "attachments": [{"id": "1", "filename": "a.png", "size": 1, "content_type": "image/png"},
            {"id": "2", "filename": "v.ogg", "size": 1, "content_type": "audio/ogg", "duration_secs": 1.5}],
        "flags": 8192,
        "sticker_items": [{"id": "8", "name": "wave", "format_type": 1},
            {"id": "9", "name": "film", "format_type": 3}],
    }));
    let files: Vec<_> = message.attachments.iter().map(|it| (it.kind, it.file.id.as_str())).collect();
    assert_eq!(
        files,
        [
            (FileKind::Photo, "5/175928847299117063/1"),
            (FileKind::Voice, "5/175928847299117063/2"),
            (FileKind::Sticker, "sticker/8/png"),
        ]
    );
    assert_eq!(message.extras, [Extra::Other("sticker".to_owned())]);
}

#[test]
fn a_poll_comes_with_its_message() {
    let poll =
        json!({"question": {"text": "Tea?"}, "answers": [{"answer_id": 1, "poll_media": {"text": "yes"}}]});
    let message = content(&json!({"content": "", "poll": poll}));
    let [Extra::Poll(poll)] = &message.extras[..] else { panic!("{message:?}") };
    assert_eq!((poll.question.as_str(), &poll.options[..]), ("Tea?", &["yes".to_owned()][..]));
}

#[test]
fn what_is_passed_on_is_what_was_said_elsewhere() {
    let message = content(&json!({
        "content": "",
        "message_reference": {"type": 1, "message_id": "70", "channel_id": "60"},
        "message_snapshots": [{"message": {"content": "*news*", "embeds": [], "type": 0, "flags": 0,
            "attachments": [{"id": "1", "filename": "a.pdf", "content_type": "application/pdf"}]}}],
    }));
    assert_eq!(message.text, Text(vec![Span::Italic("news".into())]));
    assert_eq!(message.forwarded_from.as_deref(), Some(""));
    assert_eq!(message.attachments[0].file.id.as_str(), "5/175928847299117063/1");
    assert_eq!(message.reply_to, None);
}

#[test]
fn a_reply_names_what_it_answers_though_it_be_gone() {
    let reference = json!({"type": 0, "message_id": "70", "channel_id": "5", "guild_id": "2"});
    let gone = json!({"type": 19, "message_reference": reference, "referenced_message": null});
    assert_eq!(content(&gone).reply_to, Some("70".into()));
    assert!(!content(&gone).addressed);
    let own = json!({"id": "70", "author": {"id": "42", "username": "b"}});
    let answered = json!({"type": 19, "message_reference": reference, "referenced_message": own});
    assert!(content(&answered).addressed);
    let elsewhere = json!({"type": 19, "message_reference": {"message_id": "70", "channel_id": "6"}});
    assert_eq!(content(&elsewhere).reply_to, None);
}

#[test]
fn a_pin_is_told_by_its_notice() {
    let event = heard(&json!({"type": 6, "content": "",
        "message_reference": {"type": 0, "message_id": "70", "channel_id": "5"}}))
    .unwrap();
    assert_eq!(event.kind, EventKind::Pinned { message: "70".into() });
    assert_eq!(event.actor.account.id.as_str(), "7");
    assert_eq!(heard(&json!({"type": 46})), None, "a poll's end is told by the poll itself");
}

#[test]
fn an_edit_is_known_by_its_moment() {
    let edited = |moment: &str| {
        let told = json!({"edited_timestamp": moment, "content": "better", "id": "7", "channel_id": "5"});
        let changed: Changed = serde_json::from_value(told.clone()).unwrap();
        let at = changed.edited_at().unwrap();
        on_stage(|scene| message(&told).edited(at, scene)).unwrap()
    };
    let event = edited("2016-04-30T11:20:00.123456+00:00");
    assert_eq!(event.id.as_str(), "discord:e:7:1462015200123");
    assert_eq!(event.at.as_millis(), 1_462_015_200_123);
    assert_eq!(event.id, edited("2016-04-30T11:20:00.123456+00:00").id, "its preview tells it again");
    assert_ne!(event.id, edited("2016-04-30T11:20:01.000000+00:00").id);
    let EventKind::Edited(message) = event.kind else { panic!("it is an edit") };
    assert_eq!(message.text, "better".into());
}

#[test]
fn many_removals_of_one_frame_have_ids_of_their_own() {
    let frame: Deleted = serde_json::from_value(json!({"ids": ["1", "2"], "channel_id": "5"})).unwrap();
    let events = on_stage(|scene| frame.events(scene));
    let ids: Vec<_> = events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["discord:s:abc:3:0", "discord:s:abc:3:1"]);
}
