//! Files, places, addresses, polls, forwards and albums.

use std::time::Duration;

use fireside_core::{Attachment, Extra, FileKind, Poll};

use super::*;

fn attached(more: &Value) -> Attachment {
    let event = one(&said(more));
    let attachments = words(&event).attachments.clone();
    assert_eq!(attachments.len(), 1, "{more}");
    assert_eq!(words(&event).extras, []);
    attachments.into_iter().next().expect("one")
}

fn extra(more: &Value) -> Extra {
    let event = one(&said(more));
    assert_eq!(words(&event).extras.len(), 1, "{more}");
    words(&event).extras[0].clone()
}

#[test]
fn of_a_photo_the_largest_size_is_taken() {
    let size = |id: &str, width: u32| json!({ "file_id": id, "width": width, "height": width, "file_size": width * 10 });
    let photo = attached(&json!({
        "photo": [size("s", 90), size("l", 1280), size("m", 320)], "has_media_spoiler": true, "caption": "look",
    }));
    let expected = Attachment {
        size_bytes: Some(12_800),
        spoiler: true,
        ..Attachment::new(FileKind::Photo, PLATFORM, "l")
    };
    assert_eq!(photo, expected);
}

#[test]
fn every_kind_of_file_keeps_what_is_known_of_it() {
    let cases = [
        ("video", FileKind::Video),
        ("video_note", FileKind::VideoNote),
        ("voice", FileKind::Voice),
        ("audio", FileKind::Audio),
        ("animation", FileKind::Animation),
        ("document", FileKind::Document),
    ];
    for (field, kind) in cases {
        let file = json!({
            "file_id": "f", "file_unique_id": "u", "file_name": "../a.bin", "mime_type": "video/mp4",
            "file_size": 5_000_000_000_u64, "duration": 7,
        });
        let expected = Attachment {
            name: Some("../a.bin".to_owned()),
            mime: Some("video/mp4".to_owned()),
            size_bytes: Some(5_000_000_000),
            duration_secs: Some(7),
            ..Attachment::new(kind, PLATFORM, "f")
        };
        assert_eq!(attached(&json!({ field: file })), expected);
        // Telegram tells some of it of some kinds only.
        let least = json!({ "file_id": "f", "file_size": -1, "mime_type": 5 });
        assert_eq!(attached(&json!({ field: least })), Attachment::new(kind, PLATFORM, "f"));
    }
}

#[test]
fn an_animation_is_no_document() {
    let file = json!({ "file_id": "f" });
    assert_eq!(attached(&json!({ "animation": file, "document": file })).kind, FileKind::Animation);
    let photo = json!([{ "file_id": "p", "width": 1, "height": 1 }]);
    assert_eq!(attached(&json!({ "live_photo": file, "photo": photo })).kind, FileKind::Photo);
}

#[test]
fn a_sticker_has_the_type_of_its_format() {
    let mime = |sticker: Value| attached(&json!({ "sticker": sticker })).mime.expect("a type");
    assert_eq!(mime(json!({ "file_id": "f" })), "image/webp");
    assert_eq!(mime(json!({ "file_id": "f", "is_video": true })), "video/webm");
    assert_eq!(mime(json!({ "file_id": "f", "is_animated": true })), "application/x-tgsticker");
}

#[test]
fn places_and_addresses_are_told() {
    let point = json!({ "latitude": 52.520_008, "longitude": -13.404_954 });
    let location = |title: Option<&str>| Extra::Location {
        latitude_micro: 52_520_008,
        longitude_micro: -13_404_954,
        title: title.map(str::to_owned),
    };
    assert_eq!(extra(&json!({ "location": point })), location(None));
    let venue = json!({ "location": point, "title": "Acme", "address": "Main St 1" });
    assert_eq!(extra(&json!({ "venue": venue, "location": point })), location(Some("Acme, Main St 1")));
    let contact = json!({ "phone_number": "+1", "first_name": "Zoe", "last_name": "\u{202E}B" });
    assert_eq!(
        extra(&json!({ "contact": contact })),
        Extra::Contact { name: "Zoe B".to_owned(), phone: "+1".to_owned() }
    );
}

#[test]
fn a_place_off_the_earth_is_brought_back_to_it() {
    let point = json!({ "latitude": 1e300, "longitude": -1e300 });
    let edge = Extra::Location { latitude_micro: 90_000_000, longitude_micro: -180_000_000, title: None };
    assert_eq!(extra(&json!({ "location": point })), edge);
}

#[test]
fn a_poll_somebody_asks_is_told() {
    let options = json!([{ "text": "yes", "voter_count": 0 }, { "text": "no", "voter_count": 0 }]);
    let poll = json!({
        "id": "1", "question": "ready?", "options": options, "allows_multiple_answers": true, "open_period": 60,
    });
    let expected = Poll {
        question: "ready?".to_owned(),
        options: vec!["yes".to_owned(), "no".to_owned()],
        is_multiple: true,
        lasts: Some(Duration::from_mins(1)),
    };
    assert_eq!(extra(&json!({ "poll": poll })), Extra::Poll(expected));
}

#[test]
fn what_has_no_neutral_form_is_told_in_a_word() {
    for name in ["dice", "game", "story", "paid_media", "checklist", "invoice", "giveaway", "rich_message"] {
        assert_eq!(extra(&json!({ name: {} })), Extra::Other(name.to_owned()));
    }
}

#[test]
fn a_kind_that_is_newer_keeps_its_caption() {
    let event = one(&said(&json!({ "hologram": { "file_id": "f" }, "caption": "look" })));
    assert_eq!(words(&event).text, Text::plain("look"));
    assert_eq!(words(&event).extras, [Extra::Other("hologram".to_owned())]);
}

#[test]
fn a_forward_names_whose_words_they_were() {
    let chat = json!({ "id": -5, "type": "channel", "title": "News" });
    let cases = [
        (
            json!({ "type": "user", "date": 1, "sender_user": { "id": 8, "first_name": "Ben", "last_name": "C" } }),
            "Ben C",
        ),
        (json!({ "type": "hidden_user", "date": 1, "sender_user_name": "Zoe\n" }), "Zoe"),
        (json!({ "type": "chat", "date": 1, "sender_chat": chat }), "News"),
        (json!({ "type": "channel", "date": 1, "chat": chat, "message_id": 3 }), "News"),
        (json!({ "type": "novelty" }), ""),
        (json!(5), ""),
    ];
    for (origin, name) in cases {
        let event = one(&said(&json!({ "text": "a", "forward_origin": origin })));
        assert_eq!(words(&event).forwarded_from.as_deref(), Some(name), "{origin}");
    }
    let own = json!({ "type": "channel", "date": 1, "chat": chat, "message_id": 3 });
    let event = one(&said(&json!({ "text": "a", "forward_origin": own, "is_automatic_forward": true })));
    assert_eq!(words(&event).forwarded_from, None);
}

fn album(parts: &[Value]) -> Event {
    let raw: Vec<Box<RawValue>> =
        parts.iter().map(|part| serde_json::from_value(message(part)).expect("a message")).collect();
    let raw: Vec<&RawValue> = raw.iter().map(|raw| &**raw).collect();
    let (bot, polls) = (identity(), polls());
    let decoder = Decoder { bot: &bot, polls: &polls, now: Timestamp::from_secs(99) };
    let mut events = decoder.album(&raw).expect("it is decoded").events;
    assert_eq!(events.len(), 1);
    events.remove(0)
}

fn part(id: i32, more: &Value) -> Value {
    let mut part = json!({ "message_id": id, "media_group_id": "1", "photo": [{ "file_id": id.to_string(), "width": 1, "height": 1 }] });
    for (name, value) in more.as_object().expect("an object") {
        part[name] = value.clone();
    }
    part
}

#[test]
fn an_album_is_one_message_with_the_caption_wherever_it_is() {
    let event = album(&[part(5, &json!({})), part(6, &json!({ "caption": "look" })), part(7, &json!({}))]);
    assert_eq!(event.id.as_str(), format!("telegram:m:{FORUM}:5"));
    let said = words(&event);
    assert_eq!((said.id.as_ref(), &said.text), (Some(&MessageId::new("5")), &Text::plain("look")));
    assert_eq!(said.further_parts, [MessageId::new("6"), MessageId::new("7")]);
    let files: Vec<_> = said.attachments.iter().map(|file| file.file.id.as_str()).collect();
    assert_eq!(files, ["5", "6", "7"]);
}

#[test]
fn an_album_below_a_command_is_the_commands() {
    let entity = json!([{ "type": "bot_command", "offset": 0, "length": 4 }]);
    let captioned = part(6, &json!({ "caption": "/bug slow", "caption_entities": entity }));
    let event = album(&[part(5, &json!({})), captioned]);
    let EventKind::Command(invocation) = event.kind else { panic!("no command") };
    let written = invocation.written.expect("it is a line");
    assert_eq!((invocation.name.as_str(), written.words.as_str(), written.files.len()), ("bug", "slow", 2));
}
