//! Reading a message whose parts are not all in order.
//!
//! teloxide reads a message whole: one entity with a negative offset, or a kind
//! of content it doesn't know, and the words are gone. Then the parts that can
//! be read are read.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use teloxide::types::{Message, MessageEntity, MessageKind};

/// Who, where, when.
const FRAME: [&str; 9] = [
    "message_id",
    "message_thread_id",
    "is_topic_message",
    "from",
    "sender_chat",
    "date",
    "edit_date",
    "chat",
    "reply_to_message",
];
/// What can stand beside a caption.
const MEDIA: [&str; 6] = ["animation", "audio", "document", "photo", "video", "voice"];

/// The message in `raw`, as much of it as can be read.
///
/// # Errors
/// When it has no readable frame: no id, chat or date.
pub(super) fn message(raw: &RawValue) -> Result<Message, serde_json::Error> {
    let message: Message = super::read(raw)?;
    if !matches!(message.kind, MessageKind::Empty {}) {
        return Ok(message);
    }
    let Value::Object(whole) = super::read(raw)? else { return Ok(message) };
    let words = ["text", "caption"].into_iter().find(|name| whole.get(*name).is_some_and(Value::is_string));
    let Some(words) = words else { return Ok(message) };
    let with_media = reduced(&whole, words, &MEDIA);
    let mended = Message::deserialize(Value::Object(with_media))?;
    if !matches!(mended.kind, MessageKind::Empty {}) {
        return Ok(mended);
    }
    let mut plain = reduced(&whole, words, &[]);
    plain.remove("reply_to_message");
    plain.insert("text".to_owned(), whole[words].clone());
    Message::deserialize(Value::Object(plain))
}

/// The frame, the words with the entities that can be read, and `media`.
fn reduced(whole: &Map<String, Value>, words: &str, media: &[&str]) -> Map<String, Value> {
    let entities = if words == "text" { "entities" } else { "caption_entities" };
    let names = FRAME.iter().chain(media).copied().chain([words]);
    let mut kept: Map<String, Value> =
        names.filter_map(|name| Some((name.to_owned(), whole.get(name)?.clone()))).collect();
    if let Some(Value::Array(all)) = whole.get(entities) {
        let readable = all.iter().filter(|entity| MessageEntity::deserialize(*entity).is_ok());
        kept.insert(entities.to_owned(), readable.cloned().collect());
    }
    kept
}
