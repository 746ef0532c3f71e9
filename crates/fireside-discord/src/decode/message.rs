//! Messages: said, changed, removed.

use fireside_core::{Event, EventId, EventKind, Extra, Place, Text, Timestamp};
use serde::Deserialize;
use serenity::all::{ChannelId, GuildId, Message, MessageFlags, MessageId, MessageType, User};

use super::{by_nobody, event, member, sequence_id};
use crate::PLATFORM;
use crate::snowflake::created_at;

/// A message as the gateway removes it, alone or with others.
#[derive(Debug, Deserialize)]
pub(crate) struct Deleted {
    #[serde(default)]
    pub(crate) id: Option<MessageId>,
    #[serde(default)]
    pub(crate) ids: Vec<MessageId>,
    pub(crate) channel_id: ChannelId,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
}

/// Enough of a changed message to see whether somebody changed it: a link's
/// preview arrives as a change that nobody made.
#[derive(Debug, Deserialize)]
pub(crate) struct Changed {
    #[serde(default)]
    edited_timestamp: Option<serenity::all::Timestamp>,
}

impl Changed {
    /// When somebody changed it.
    pub(crate) fn edited_at(&self) -> Option<Timestamp> {
        self.edited_timestamp.map(|edited| Timestamp::from_secs(edited.unix_timestamp()))
    }
}

/// What a message says; `None` for the bot's own and for what Discord itself
/// writes (somebody joined, pinned, started a thread). The author's roles were
/// right at `as_of`.
pub(crate) fn said(message: &Message, place: Place, bot: u64, as_of: Timestamp) -> Option<Event> {
    if message.author.id.get() == bot || !is_talk(message) {
        return None;
    }
    let at = created_at(message.id.get());
    Some(event(
        EventId::new(format!("{PLATFORM}:m:{}", message.id)),
        at,
        place,
        author(message, as_of),
        EventKind::Message(content(message, bot)),
    ))
}

/// What a message says since it was changed `at`.
pub(crate) fn edited(
    message: &Message,
    place: Place,
    bot: u64,
    id: EventId,
    at: Timestamp,
    as_of: Timestamp,
) -> Option<Event> {
    if message.author.id.get() == bot || !is_talk(message) {
        return None;
    }
    Some(event(id, at, place, author(message, as_of), EventKind::Edited(content(message, bot))))
}

/// The removals that one frame tells.
pub(crate) fn deleted(
    frame: &Deleted,
    place: &Place,
    session: &str,
    sequence: u64,
    now: Timestamp,
) -> Vec<Event> {
    let base = sequence_id(session, sequence);
    let many = frame.ids.iter().enumerate().map(|(index, id)| (EventId::new(format!("{base}:{index}")), *id));
    let one = frame.id.map(|id| (base.clone(), id));
    one.into_iter()
        .chain(many)
        .map(|(event_id, id)| {
            let kind = EventKind::Deleted { message: id.to_string().into() };
            by_nobody(event_id, now, place.clone(), kind)
        })
        .collect()
}

fn is_talk(message: &Message) -> bool {
    matches!(message.kind, MessageType::Regular | MessageType::InlineReply)
}

fn author(message: &Message, as_of: Timestamp) -> fireside_core::Actor {
    let mut author = member(&message.author, message.member.as_deref(), as_of);
    author.is_bot |= message.webhook_id.is_some();
    author
}

fn content(message: &Message, bot: u64) -> fireside_core::Message {
    let answered = message.referenced_message.as_ref();
    let mentioned = message.mentions.iter().any(|user| user.id.get() == bot);
    fireside_core::Message {
        id: Some(message.id.to_string().into()),
        text: Text::plain(with_names(&message.content, &message.mentions)),
        reply_to: message
            .message_reference
            .as_ref()
            .filter(|_| message.kind == MessageType::InlineReply)
            .and_then(|reference| reference.message_id)
            .map(|id| id.to_string().into()),
        extras: extras(message),
        addressed: mentioned
            || message.guild_id.is_none()
            || answered.is_some_and(|answered| answered.author.id.get() == bot),
        ..fireside_core::Message::default()
    }
}

/// The words with each mentioned account's name in place of its number.
fn with_names(content: &str, mentions: &[User]) -> String {
    let mut words = content.to_owned();
    for user in mentions {
        let name = format!("@{}", super::human(user, None).name);
        words = words.replace(&format!("<@{}>", user.id), &name);
        words = words.replace(&format!("<@!{}>", user.id), &name);
    }
    words
}

/// Each thing that came with the words, in a word.
fn extras(message: &Message) -> Vec<Extra> {
    let is_voice = message.flags.is_some_and(|flags| flags.contains(MessageFlags::IS_VOICE_MESSAGE));
    let files = message.attachments.iter().map(|file| {
        match file.content_type.as_deref().and_then(|kind| kind.split('/').next()) {
            Some("image") => "photo",
            Some("video") => "video",
            Some("audio") if is_voice => "voice",
            Some("audio") => "audio",
            _ => "file",
        }
    });
    files
        .chain(message.sticker_items.iter().map(|_| "sticker"))
        .map(|word| Extra::Other(word.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const BOT: u64 = 42;

    fn message(changes: &Value) -> Message {
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

    fn heard(changes: &Value) -> Option<Event> {
        let place = Place::channel(PLATFORM, "5").within("2");
        said(&message(changes), place, BOT, Timestamp::from_secs(1_700_000_000))
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
    fn a_mention_reads_as_a_name() {
        let event = heard(&json!({
            "content": "<@42> and <@!8>, and <@9>",
            "mentions": [
                {"id": "42", "username": "fireside", "discriminator": "0", "avatar": null},
                {"id": "8", "username": "bo", "global_name": "Bo", "discriminator": "0", "avatar": null},
            ],
        }))
        .unwrap();
        let words = event.words().unwrap();
        assert_eq!(words.text.to_plain(), "@fireside and @Bo, and <@9>");
        assert!(words.addressed);
    }

    #[test]
    fn an_attachment_is_a_word() {
        let file = json!({"id": "1", "filename": "a.png", "size": 1, "url": "u", "proxy_url": "p",
            "content_type": "image/png"});
        let event = heard(&json!({"attachments": [file]})).unwrap();
        assert_eq!(event.words().unwrap().extras, [Extra::Other("photo".to_owned())]);
    }

    #[test]
    fn many_removals_of_one_frame_have_ids_of_their_own() {
        let frame: Deleted = serde_json::from_value(json!({"ids": ["1", "2"], "channel_id": "5"})).unwrap();
        let place = Place::channel(PLATFORM, "5");
        let events = deleted(&frame, &place, "abc", 3, Timestamp::default());
        let ids: Vec<_> = events.iter().map(|event| event.id.as_str()).collect();
        assert_eq!(ids, ["discord:s:abc:3:0", "discord:s:abc:3:1"]);
    }
}
