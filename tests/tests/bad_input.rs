//! What strangers send: each row goes through both adapters, in and out.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use fireside_core::text::is_blank;
use fireside_core::{Button, ButtonTarget, Event, EventKind, Outgoing, Poll, Text};
use fireside_tests::crossing::{
    Look, discord_events, heard_on_discord, heard_on_telegram, ink, looks, mentions_somebody,
    said_on_telegram, telegram_events,
};
use serde_json::{Value, json};

/// Words that do harm somewhere, each with what it is.
fn hard_words() -> Vec<(&'static str, String)> {
    let rows = [
        ("white space", " \t\n "),
        ("zero width", "\u{200B}\u{200D}\u{2060}\u{FEFF}"),
        ("bidi overrides", "\u{202E}txt.exe\u{202C} \u{2066}x"),
        ("control characters", "a\0b\u{7}c\u{8}\u{1B}[31mred\u{7F}"),
        ("a forged line of a log", "ok\r\nERROR root logged in\u{2028}x"),
        ("an end tag", "</a> </b><script>"),
        ("a heart", "<3 & &lt;"),
        ("unbalanced markdown", "**bold __under ~~struck ||cover *_ `"),
        ("a fence that is broken out of", "``` \n@everyone\n``` `` ` ````"),
        ("a call to everybody", "@everyone @here"),
        ("forged mentions", "<@1> <@!1> <@&2> <#3> </ban:4> <t:1:R> <:a:5> <id:guide>"),
        ("a masked link", "[your bank](https://evil.example) <https://a.example|b>"),
        ("an invitation", "discord.gg/x t.me/joinchat/y https://discord.gg/x"),
        ("addresses of the house", "http://169.254.169.254/latest http://localhost:1/ file:///etc/passwd"),
        ("a script for an address", "javascript:alert(1) [x](javascript:alert(1))"),
        ("quotes and places for values", "\"{name}\" '{0}' ${x} %s {{y}} \\"),
        ("a formula", "=1+1"),
        ("another formula", "+1-1@SUM\t="),
        ("headings and lists", "# a\n## b\n-# c\n- d\n1. e\n> f\n>>> g"),
        ("a command", "/close /reply@fireside_bot !ban"),
        ("a hashtag and a price", "#urgent $ACME"),
        ("backslashes", "\\ \\\\ \\* \\@everyone \\`"),
        ("a path for a name", "../../etc/passwd\u{202E}gpj.exe CON NUL"),
    ];
    let long = [
        ("a tower of marks", format!("a{}", "\u{0301}".repeat(3_000))),
        ("as long as Discord takes", "a".repeat(2_000)),
        ("longer than Discord takes", "a".repeat(2_001)),
        ("as long as Telegram takes", "a".repeat(4_096)),
        ("longer than Telegram takes", "a".repeat(4_097)),
        ("an emoji where Discord's limit is", format!("{}👩‍👩‍👧‍👦", "a".repeat(1_998))),
        ("an emoji where Telegram's limit is", format!("{}😀", "a".repeat(4_095))),
        ("nothing but markup, longer than a message", "*".repeat(3_000)),
        ("an address longer than a message", format!("https://a.example/{}", "x".repeat(5_000))),
    ];
    let rows = rows.into_iter().map(|(name, words)| (name, words.to_owned()));
    rows.chain(long).collect()
}

/// The ink of each message that says `content` on Discord, none of which may
/// ping, mention, format or link.
fn said_plainly_on_discord(content: &Outgoing, what: &str) -> String {
    let mut said = String::new();
    for body in fireside_discord::bodies(content) {
        assert_eq!(body["allowed_mentions"]["parse"], json!([]), "{what}");
        assert_eq!(body["allowed_mentions"]["users"], json!([]), "{what}");
        assert_eq!(body["allowed_mentions"]["roles"], json!([]), "{what}");
        let markdown = body["content"].as_str().expect("words");
        assert!(markdown.chars().count() <= 2_000, "{what}: {} characters", markdown.chars().count());
        let heard = heard_on_discord(markdown).unwrap_or_default();
        assert!(!mentions_somebody(&heard), "{what}: {markdown:?}");
        assert!(looks(&heard).iter().all(|(_, look)| *look == Look::default()), "{what}: {markdown:?}");
        said += &ink(&heard.to_plain());
    }
    said
}

#[test]
fn hard_words_do_nothing_on_discord() {
    for (what, words) in hard_words() {
        let said = said_plainly_on_discord(&Outgoing::of(words.clone()), what);
        let kept = if what == "a tower of marks" { words.chars().take(16).collect() } else { words };
        assert_eq!(said, ink(&kept), "{what}");
    }
}

#[test]
fn hard_words_do_nothing_on_telegram() {
    for (what, words) in hard_words() {
        let messages = said_on_telegram(&Text::plain(words.clone()));
        assert!(messages.iter().all(|(_, entities)| entities.is_empty()), "{what}");
        assert!(messages.iter().all(|(text, _)| text.encode_utf16().count() <= 4_096), "{what}");
        let said: String = messages.into_iter().map(|(words, _)| words).collect();
        assert_eq!(ink(&said), ink(&words), "{what}");
        assert!(!said.contains("@everyone") && !said.contains("/close"), "{what}: {said:?}");
    }
}

#[test]
fn hard_words_are_heard_on_both() {
    for (what, words) in hard_words() {
        if let Some(heard) = heard_on_telegram(&words, &[]) {
            assert_eq!(heard, Text::plain(words.clone()), "{what}");
        } else {
            assert!(is_blank(&words), "{what} is heard");
        }
        assert!(heard_on_discord(&words).is_some() || is_blank(&words), "{what} is heard");
    }
}

#[test]
fn hard_words_in_names_labels_and_polls_do_nothing() {
    for (what, words) in hard_words() {
        let button = Button { label: words.clone(), target: ButtonTarget::Press("a:b".to_owned()) };
        let content = Outgoing::of("hello").author(words.as_str()).row(vec![button]);
        for body in fireside_discord::bodies(&content) {
            assert_eq!(body["allowed_mentions"]["parse"], json!([]), "{what}");
            let heard = heard_on_discord(body["content"].as_str().expect("words")).expect("a message");
            assert!(!mentions_somebody(&heard), "{what}");
            let label = body["components"][0]["components"][0]["label"].as_str().expect("a label");
            assert!((1..=80).contains(&label.chars().count()), "{what}: {label:?}");
        }
        let calls = fireside_telegram::bodies(&content, "fireside_bot").expect("it is rendered");
        for call in calls {
            let entities = call["entities"].as_array().cloned().unwrap_or_default();
            assert!(entities.iter().all(|entity| entity["type"] == "bold"), "{what}: {entities:?}");
            let label = call["reply_markup"]["inline_keyboard"][0][0]["text"].as_str().expect("a label");
            assert!(!label.is_empty(), "{what}");
        }
        let poll = Poll {
            question: words.clone(),
            options: vec![words.clone(), words],
            is_multiple: false,
            lasts: None,
        };
        let content = Outgoing { poll: Some(poll), ..Outgoing::of("vote") };
        fireside_discord::bodies(&content);
        fireside_telegram::bodies(&content, "fireside_bot").expect("it is rendered");
    }
}

#[test]
fn entities_that_are_wrong_leave_the_words() {
    let words = "a😀b";
    let rows: [(&str, Value, Text); 7] = [
        ("before the words", json!([[-1, 2]]), words.into()),
        ("past their end", json!([[2, 9]]), words.into()),
        ("of no length", json!([[0, 0]]), words.into()),
        ("of a length below none", json!([[2, -1]]), words.into()),
        ("in the middle of an emoji", json!([[0, 2]]), words.into()),
        ("too far to count", json!([[i64::MAX, i64::MAX]]), words.into()),
        ("twice the same", json!([[0, 1], [0, 1]]), Text::bold(Text::bold("a")).then("😀b")),
    ];
    for (what, places, expected) in rows {
        let entity = |place: &Value| json!({ "type": "bold", "offset": place[0], "length": place[1] });
        let entities: Vec<Value> = places.as_array().into_iter().flatten().map(entity).collect();
        assert_eq!(heard_on_telegram(words, &entities), Some(expected), "{what}");
    }
}

/// A platform's decoder.
type Decode = fn(&str) -> Option<Vec<Event>>;

/// What comes of an update.
enum Comes {
    /// It can't be read.
    Refused,
    /// Nothing is told.
    Nothing,
    /// This is told.
    One(fn(&Event) -> bool),
}

fn check(rows: Vec<(&str, String, Comes)>, decode: Decode) {
    for (what, raw, comes) in rows {
        let events = decode(&raw);
        let is_right = match comes {
            Comes::Refused => events.is_none(),
            Comes::Nothing => matches!(events.as_deref(), Some([])),
            Comes::One(is_right) => matches!(events.as_deref(), Some([event]) if is_right(event)),
        };
        assert!(is_right, "{what}: {events:?}");
    }
}

/// A message on Telegram in which `fields` are otherwise.
fn telegram(kind: &str, fields: Value) -> String {
    let mut message = json!({
        "message_id": 5, "date": 60, "from": { "id": 7, "is_bot": false, "first_name": "Ana" },
        "chat": { "id": -100, "type": "supergroup", "title": "Acme" }, "text": "hello",
    });
    for (name, value) in fields.as_object().cloned().unwrap_or_default() {
        message[name] = value;
    }
    json!({ "update_id": 1, kind: message }).to_string()
}

fn is_said(event: &Event) -> bool {
    event.words().is_some_and(|message| message.text == Text::plain("hello"))
}

fn has_one_file(event: &Event) -> bool {
    event.words().is_some_and(|message| message.attachments.len() == 1)
}

#[test]
fn hard_updates_of_telegram_are_read_right() {
    let message = |fields| telegram("message", fields);
    let file = |fields: Value| message(json!({ "text": null, "document": fields }));
    let command = |text: &str| {
        let entity = json!([{ "type": "bot_command", "offset": 0, "length": text.len() }]);
        message(json!({ "text": text, "entities": entity }))
    };
    let deep = format!("{}{}", "[".repeat(9_999), "]".repeat(9_999));
    let press = |message: Value| {
        let press = json!({ "id": "1", "from": { "id": 7, "is_bot": false, "first_name": "Ana" },
            "chat_instance": "1", "data": "a:forged\u{202E}", "message": message });
        json!({ "update_id": 1, "callback_query": press }).to_string()
    };
    let is_press =
        |event: &Event| matches!(&event.kind, EventKind::Press(press) if press.data.starts_with("a:"));
    check(
        vec![
            ("no JSON", "{".to_owned(), Comes::Refused),
            ("JSON that is too deep", deep.clone(), Comes::Refused),
            ("a kind there was not", telegram("novelty", json!({})), Comes::Nothing),
            ("words of a business", telegram("business_message", json!({})), Comes::Nothing),
            ("words too deep beside", message(json!({ "web_app": [[[[[[{}]]]]]] })), Comes::One(is_said)),
            ("no sender", message(json!({ "from": null })), Comes::One(is_said)),
            (
                "a channel's words",
                telegram(
                    "channel_post",
                    json!({ "from": null, "sender_chat": { "id": -9, "type": "channel" } }),
                ),
                Comes::One(is_said),
            ),
            (
                "an administrator without a name",
                message(json!({ "from": { "id": 1_087_968_824, "is_bot": true, "first_name": "Group" },
                    "sender_chat": { "id": -100, "type": "supergroup" } })),
                Comes::One(is_said),
            ),
            (
                "an id of 52 bits",
                message(json!({ "from": { "id": 4_503_599_627_370_495_i64, "is_bot": false,
                "first_name": "" } })),
                Comes::One(|event| is_said(event) && event.actor.account.id.as_str() == "4503599627370495"),
            ),
            ("a reply to nothing", message(json!({ "reply_to_message": {} })), Comes::One(is_said)),
            (
                "an edit before its message",
                telegram("edited_message", json!({ "edit_date": 61 })),
                Comes::One(|event| matches!(event.kind, EventKind::Edited(_))),
            ),
            (
                "another bot's command",
                command("/feedback@otherbot"),
                Comes::One(|event| event.words().is_some()),
            ),
            (
                "the bot's command",
                command("/feedback@fireside_bot"),
                Comes::One(|event| matches!(event.kind, EventKind::Command(_))),
            ),
            (
                "a press on what can't be seen",
                press(json!({ "message_id": 5, "date": 0,
                "chat": { "id": -100, "type": "supergroup" } })),
                Comes::One(is_press),
            ),
            ("a file of no bytes", file(json!({ "file_id": "x", "file_size": 0 })), Comes::One(has_one_file)),
            (
                "a file of less than none",
                file(json!({ "file_id": "x", "file_size": -5 })),
                Comes::One(has_one_file),
            ),
            (
                "a kind of file that lies",
                file(json!({ "file_id": "x", "mime_type": "image/svg+xml\r\nX: y",
                "file_name": "../\u{202E}gpj.exe" })),
                Comes::One(has_one_file),
            ),
            (
                "huge pixels",
                message(json!({ "text": null, "photo": [{ "file_id": "x", "width": i64::MAX,
                "height": i64::MAX }] })),
                Comes::One(has_one_file),
            ),
            (
                "a part of an album alone",
                message(json!({ "text": null, "media_group_id": "1",
                "photo": [{ "file_id": "x", "width": 1, "height": 1 }] })),
                Comes::One(has_one_file),
            ),
        ],
        telegram_events,
    );
    let halves = r#"{"update_id":1,"message":{"message_id":5,"date":60,"chat":{"id":7,"type":"private"},
        "from":{"id":7,"is_bot":false,"first_name":"A\ud83d"},"text":"hello \ude00"}}"#;
    let events = telegram_events(halves).expect("it is read");
    assert!(events[0].words().is_some_and(|message| message.text.to_plain().starts_with("hello ")));
}

/// A message on Discord in which `fields` are otherwise.
fn discord(name: &str, fields: Value) -> String {
    let mut message = json!({
        "id": "175928847299117063", "channel_id": "5", "guild_id": "2", "type": 0, "content": "hello",
        "author": { "id": "7", "username": "ana" },
    });
    for (name, value) in fields.as_object().cloned().unwrap_or_default() {
        message[name] = value;
    }
    json!({ "op": 0, "t": name, "s": 3, "d": message }).to_string()
}

#[test]
fn hard_frames_of_discord_are_read_right() {
    let message = |fields| discord("MESSAGE_CREATE", fields);
    let file = |fields: Value| {
        let mut file =
            json!({ "id": "3", "filename": "a.png", "size": 7, "url": "https://cdn.discordapp.com/x" });
        for (name, value) in fields.as_object().cloned().unwrap_or_default() {
            file[name] = value;
        }
        message(json!({ "attachments": [file] }))
    };
    let deep =
        format!(r#"{{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{}{}}}"#, "[".repeat(9_999), "]".repeat(9_999));
    check(
        vec![
            ("no JSON", "{".to_owned(), Comes::Refused),
            ("JSON that is too deep", deep, Comes::Refused),
            ("a kind there was not", discord("NOVELTY", json!({})), Comes::Nothing),
            ("another operation", r#"{"op":99,"d":null}"#.to_owned(), Comes::Nothing),
            ("no author", message(json!({ "author": null })), Comes::Refused),
            ("an id that is none", message(json!({ "id": "0" })), Comes::Refused),
            ("an id below none", message(json!({ "id": "-5" })), Comes::Refused),
            (
                "a reply to what was deleted",
                message(json!({ "type": 19, "referenced_message": null,
                "message_reference": { "message_id": "70", "channel_id": "5" } })),
                Comes::One(is_said),
            ),
            (
                "a webhook's words",
                message(json!({ "webhook_id": "9" })),
                Comes::One(|event| is_said(event) && event.actor.is_bot),
            ),
            ("a preview, no edit", discord("MESSAGE_UPDATE", json!({ "embeds": [{}] })), Comes::Nothing),
            (
                "an edit before its message",
                discord("MESSAGE_UPDATE", json!({ "edited_timestamp": "2026-11-20T10:00:00.000000+00:00" })),
                Comes::One(|event| matches!(event.kind, EventKind::Edited(_))),
            ),
            ("a file of no bytes", file(json!({ "size": 0 })), Comes::One(has_one_file)),
            (
                "a kind of file that lies",
                file(json!({ "content_type": "image/svg+xml\r\nX: y",
                "filename": "../\u{202E}gpj.exe" })),
                Comes::One(has_one_file),
            ),
            ("huge pixels", file(json!({ "width": i64::MAX, "height": i64::MAX })), Comes::One(has_one_file)),
            (
                "a file that lies elsewhere",
                file(json!({ "url": "http://169.254.169.254/" })),
                Comes::One(|event| event.words().is_some()),
            ),
        ],
        discord_events,
    );
    let halves = r#"{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{"id":"175928847299117063","channel_id":"5",
        "content":"hello \ud83d","author":{"id":"7","username":"ana"}}}"#;
    assert!(discord_events(halves).is_none_or(|events| events.len() <= 1));
}

#[test]
fn everything_that_fuzzing_starts_from_is_read() {
    // Of polls that the bot did not send nothing is told.
    let silent = [
        ("telegram_update", "poll_vote"),
        ("telegram_update", "z_business"),
        ("telegram_update", "z_poll_state"),
        ("discord_frame", "z_hello"),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let targets: [(&str, Decode); 2] =
        [("telegram_update", telegram_events), ("discord_frame", discord_events)];
    for (target, decode) in targets {
        let seeds: Vec<_> = fs::read_dir(folder.join(target)).expect("the seeds are there").collect();
        assert!(seeds.len() >= 20, "{target}: {}", seeds.len());
        for seed in seeds {
            let path = seed.expect("a file").path();
            let kind = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let events = decode(&fs::read_to_string(&path).expect("it is text")).expect("it is read");
            assert_eq!(
                events.is_empty(),
                silent.contains(&(target, kind.as_str())),
                "{target}: {kind}: {events:?}"
            );
        }
    }
}
