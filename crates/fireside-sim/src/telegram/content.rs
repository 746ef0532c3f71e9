//! What a message holds besides words, and how the Bot API tells of it.

use serde_json::{Map, Value};

use super::attachment::MediaKind;
use super::files::FileNumber;
use super::history::StoredMessage;
use super::state::State;

/// What a message is made of. Text and captions stand in the message itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Content {
    /// Nothing but words.
    #[default]
    Text,
    /// A file.
    Media(Media),
    /// A place, a contact or a roll of dice: the fields that a message carries.
    Shared(Map<String, Value>),
    /// A poll, by its id.
    Poll(String),
}

/// A file in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Media {
    pub(crate) kind: MediaKind,
    pub(crate) file: FileNumber,
    pub(crate) spoiler: bool,
    pub(crate) caption_above: bool,
}

impl Content {
    /// The file, if there is one.
    pub(crate) fn media(&self) -> Option<&Media> {
        if let Self::Media(media) = self { Some(media) } else { None }
    }

    /// Whether the message's words are a caption.
    pub(crate) fn takes_caption(&self) -> bool {
        self.media().is_some_and(|media| media.kind.takes_caption())
    }
}

impl State {
    /// The fields of a `Message` that hold anything but its text.
    pub(crate) fn content_fields(&self, message: &StoredMessage) -> Map<String, Value> {
        let mut fields = match &message.content {
            Content::Text => Map::new(),
            Content::Media(media) => self.media_fields(media, message),
            Content::Shared(fields) => fields.clone(),
            Content::Poll(id) => {
                let poll = self.polls.get(id).map(|poll| poll.object(self.now_ms(), self.bot.id));
                poll.map(|poll| Map::from_iter([("poll".to_owned(), poll)])).unwrap_or_default()
            }
        };
        let mut set = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                fields.insert(name.to_owned(), value);
            }
        };
        set("media_group_id", message.album.clone().map(Value::from));
        set("forward_origin", message.origin.clone());
        set("has_protected_content", message.protected.then_some(Value::Bool(true)));
        fields
    }

    fn media_fields(&self, media: &Media, message: &StoredMessage) -> Map<String, Value> {
        let mut fields = self.files.message_fields(media.file);
        let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        if !message.text.is_empty() {
            set("caption", message.text.as_str().into());
            if !message.entities.is_empty() {
                set("caption_entities", serde_json::to_value(&message.entities).unwrap_or_default());
            }
            if media.caption_above {
                set("show_caption_above_media", true.into());
            }
        }
        if media.spoiler {
            set("has_media_spoiler", true.into());
        }
        fields
    }
}
