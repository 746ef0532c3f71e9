//! Traffic that was captured from Discord itself. It lies beside a checkout
//! and not in it; without it these tests say so and pass over it.

use std::path::{Path, PathBuf};

use fireside_core::event::{Membership, Reaction, ReactionChange};
use fireside_core::{Event, EventKind, FileKind, Span};
use fireside_discord::decode;
use serde_json::{Value, json};

/// Nobody in what was captured.
const BOT: u64 = 1;

fn captured(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/payloads").join(folder);
    if !path.is_dir() {
        eprintln!("skipped: there is no captured traffic at {}", path.display());
        return None;
    }
    Some(path)
}

/// Every JSON file below `folder`, by its path.
fn files(folder: &Path) -> Vec<(PathBuf, Value)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("it can be listed") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|it| it == "json") {
            let text = std::fs::read_to_string(&path).expect("it can be read");
            found.push((path, serde_json::from_str(&text).expect("it is JSON")));
        }
    }
    found
}

fn read(frame: &Value) -> Vec<Event> {
    decode(&frame.to_string(), BOT).expect("it can be read")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn frames_of_a_real_start_are_read_as_they_were_sent() {
    let Some(folder) = captured("discord-gateway-v8-capture") else { return };
    let mut kinds = std::collections::BTreeMap::<String, usize>::new();
    for (path, frame) in files(&folder) {
        let events = read(&frame);
        let (name, data) = (text(&frame["t"]), &frame["d"]);
        *kinds.entry(name.to_owned()).or_default() += 1;
        let [event] = &events[..] else {
            assert!(events.is_empty(), "{}", path.display());
            let is_told = matches!(name, "MESSAGE_CREATE" | "TYPING_START" | "GUILD_MEMBER_UPDATE");
            assert!(!is_told, "{} tells something", path.display());
            continue;
        };
        let who = if name == "TYPING_START" { &data["member"]["user"] } else { &data["author"] };
        match &event.kind {
            EventKind::Message(message) => {
                assert_eq!(message.text.to_plain(), text(&data["content"]));
                assert_eq!(message.id.as_ref().map(fireside_core::MessageId::as_str), data["id"].as_str());
            }
            EventKind::Typing => {}
            EventKind::Membership(change) => {
                assert_eq!(*change, Membership::RolesChanged);
                assert_eq!(roles(event), data["roles"]);
                continue;
            }
            other => panic!("{} is no {other:?}", path.display()),
        }
        assert_eq!(event.place.channel.as_str(), text(&data["channel_id"]));
        assert_eq!(
            event.place.space.as_ref().map(fireside_core::ids::SpaceId::as_str),
            data["guild_id"].as_str()
        );
        assert_eq!(event.actor.account.id.as_str(), text(&who["id"]));
        assert_eq!(event.actor.name, text(&who["username"]));
        let avatar = event.actor.avatar_url.as_deref().unwrap_or_default();
        assert!(avatar.contains(text(&who["avatar"])), "{avatar}");
        assert_eq!(roles(event), data["member"]["roles"]);
    }
    assert!(kinds["MESSAGE_CREATE"] >= 3 && kinds["TYPING_START"] >= 3, "{kinds:?}");
}

fn roles(event: &Event) -> Value {
    let roles = event.actor.authority.as_ref().map(|authority| &authority.roles);
    roles.into_iter().flatten().map(fireside_core::ids::RoleId::as_str).collect()
}

/// An exported message as the gateway would tell it. The export has names of
/// its own for what a message is, and no media types; what it says of embeds,
/// of pins and of the colours of names is carried by nothing here.
fn as_told(message: &Value, channel: &Value, guild: &Value) -> Value {
    let kind = match text(&message["type"]) {
        "Default" => 0,
        "RecipientAdd" => 1,
        "ChannelPinnedMessage" => 6,
        "GuildMemberJoin" => 7,
        "UserPremiumGuildSubscription" => 8,
        "ThreadCreated" => 18,
        "Reply" => 19,
        other => other.parse().expect("a kind is a name or a number"),
    };
    let user = |told: &Value| {
        json!({"id": told["id"], "username": told["name"], "global_name": told["nickname"],
            "bot": told["isBot"].as_bool().unwrap_or(false)})
    };
    let each = |list: &Value, told: fn(&Value) -> Value| {
        list.as_array().into_iter().flatten().map(told).collect::<Vec<_>>()
    };
    let file = |told: &Value| json!({"id": told["id"], "filename": told["fileName"], "size": told["fileSizeBytes"], "url": told["url"]});
    let sticker = |told: &Value| {
        let format = match text(&told["format"]).to_ascii_lowercase().as_str() {
            "png" => 1,
            "apng" => 2,
            "lottie" => 3,
            _ => 4,
        };
        json!({"id": told["id"], "name": told["name"], "format_type": format})
    };
    let body = |told: &Value| {
        json!({"content": told["content"], "attachments": each(&told["attachments"], file),
            "sticker_items": each(&told["stickers"], sticker)})
    };
    let mut told = body(message);
    let roles = each(&message["author"]["roles"], |role| role["id"].clone());
    told["id"] = message["id"].clone();
    told["channel_id"] = channel["id"].clone();
    told["guild_id"] = guild["id"].clone();
    told["type"] = kind.into();
    told["author"] = user(&message["author"]);
    told["member"] = json!({"roles": roles, "nick": message["author"]["nickname"]});
    told["mentions"] = message["mentions"].as_array().into_iter().flatten().map(user).collect();
    let reference = &message["reference"];
    if reference.is_object() {
        let is_passed = text(&reference["type"]) == "Forward";
        told["message_reference"] = json!({"type": u8::from(is_passed), "message_id": reference["messageId"],
            "channel_id": reference["channelId"]});
        if is_passed {
            told["message_snapshots"] = json!([{"message": body(&message["forwardedMessage"])}]);
        }
    }
    json!({"op": 0, "t": "MESSAGE_CREATE", "s": 1, "d": told})
}

#[test]
fn exported_messages_are_carried_whole() {
    let Some(folder) = captured("discord-channel-exports") else { return };
    let mut said = 0;
    for (path, export) in files(&folder) {
        for message in export["messages"].as_array().into_iter().flatten() {
            let told = as_told(message, &export["channel"], &export["guild"]);
            match &read(&told)[..] {
                [event] => match &event.kind {
                    EventKind::Message(carried) => {
                        is_carried(message, carried, event);
                        said += 1;
                    }
                    EventKind::Pinned { message: of } => {
                        assert_eq!(of.as_str(), text(&message["reference"]["messageId"]));
                    }
                    other => panic!("{} is no {other:?}", path.display()),
                },
                events => {
                    let kind = text(&message["type"]);
                    assert!(events.is_empty() && !matches!(kind, "Default" | "Reply"), "{kind}");
                }
            }
            reactions_are_read(message, &export["channel"]);
        }
    }
    assert!(said >= 40, "{said} said");
}

fn is_carried(message: &Value, carried: &fireside_core::Message, event: &Event) {
    let author = &message["author"];
    assert_eq!(event.actor.account.id.as_str(), text(&author["id"]));
    let shown = [&author["nickname"], &author["name"]].map(text).into_iter().find(|name| !name.is_empty());
    assert_eq!(Some(event.actor.name.as_str()), shown);
    assert_eq!(event.actor.is_bot, author["isBot"] == true);
    let passed = &message["forwardedMessage"];
    let body = if passed.is_object() { passed } else { message };
    assert_eq!(carried.forwarded_from.is_some(), passed.is_object());
    let listed = |list: &str| body[list].as_array().cloned().unwrap_or_default();
    let files: Vec<_> = carried.attachments.iter().filter(|it| it.kind != FileKind::Sticker).collect();
    assert_eq!(files.len(), listed("attachments").len());
    for (file, told) in files.iter().zip(listed("attachments")) {
        assert!(file.file.id.as_str().ends_with(&format!("/{}", text(&told["id"]))));
        assert_eq!(file.name.as_deref(), told["fileName"].as_str());
        assert_eq!(file.size_bytes, told["fileSizeBytes"].as_u64());
    }
    let pictures = carried.attachments.len() - files.len();
    assert_eq!(pictures + carried.extras.len(), listed("stickers").len());
    if text(&message["type"]) == "Reply" {
        let answered = carried.reply_to.as_ref().map(fireside_core::MessageId::as_str);
        assert_eq!(answered, message["reference"]["messageId"].as_str());
    }
    words_are_carried(message, body, carried);
}

/// The words are those of the export, with names for the mentions it lists.
fn words_are_carried(message: &Value, body: &Value, carried: &fireside_core::Message) {
    let mut words = text(&body["content"]).to_owned();
    let mut mentioned = 0;
    for user in message["mentions"].as_array().into_iter().flatten() {
        let mention = format!("<@{}>", text(&user["id"]));
        mentioned += words.matches(&mention).count();
        words = words.replace(&mention, text(&user["nickname"]));
    }
    let is_mention = |span: &&Span| matches!(span, Span::Mention { .. });
    assert_eq!(carried.text.0.iter().filter(is_mention).count(), mentioned);
    let has_markup = words.contains(['*', '_', '`', '~', '|', '>', '\\', '[']);
    assert!(has_markup || carried.text.to_plain() == words, "{words}");
}

/// Each reaction as the gateway would have told it.
fn reactions_are_read(message: &Value, channel: &Value) {
    for reaction in message["reactions"].as_array().into_iter().flatten() {
        let emoji = &reaction["emoji"];
        let id = Some(text(&emoji["id"])).filter(|id| !id.is_empty());
        let told = json!({"op": 0, "t": "MESSAGE_REACTION_ADD", "s": 1, "d": {"user_id": "7",
            "channel_id": channel["id"], "message_id": message["id"], "emoji": {"id": id, "name": emoji["name"]}}});
        let name = text(&emoji["name"]);
        let shown = if id.is_some() { format!(":{name}:") } else { name.to_owned() };
        let of = text(&message["id"]).into();
        let expected = Reaction { message: of, emoji: shown, change: ReactionChange::Added };
        assert_eq!(read(&told)[0].kind, EventKind::Reaction(expected));
    }
}
