//! Changing what was said.

use fireside_core::ports::DeliveryError;
use fireside_core::{MessageRef, Outgoing, Receipt};
use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};

use super::{Courier, message_receipt, naming, refused, unless};
use crate::address;
use crate::errors::CallError;
use crate::render::{self, CAPTION_UNITS_MAX, TEXT_UNITS_MAX, Wording};

/// What of a message is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The words of a message that is words.
    Text,
    /// The words below a file.
    Caption,
    /// The buttons alone: a poll stays as it is.
    Buttons,
}

impl Part {
    /// What to try, in order. Nobody remembers whether a message has files:
    /// one that can't be brought is told of by words.
    fn of(content: &Outgoing) -> &'static [Self] {
        if content.poll.is_some() {
            &[Self::Buttons]
        } else if content.files.is_empty() {
            &[Self::Text, Self::Caption]
        } else {
            &[Self::Caption, Self::Text]
        }
    }

    fn method(self) -> &'static str {
        match self {
            Self::Text => "editMessageText",
            Self::Caption => "editMessageCaption",
            Self::Buttons => "editMessageReplyMarkup",
        }
    }

    /// Puts the words into the parameters; `false`: there are none to put.
    fn put_words(self, fields: &mut Map<String, Value>, content: &Outgoing, wording: Wording) -> bool {
        match self {
            Self::Text => {
                let words = render::one_message(content, wording, TEXT_UNITS_MAX);
                render::put_words(fields, "text", "entities", &words);
                fields.insert("link_preview_options".to_owned(), json!({ "is_disabled": true }));
                !words.is_blank()
            }
            Self::Caption => {
                let words = render::one_message(content, wording, CAPTION_UNITS_MAX);
                render::put_words(fields, "caption", "caption_entities", &words);
                !(words.is_blank() && content.files.is_empty())
            }
            Self::Buttons => true,
        }
    }
}

impl Courier {
    /// Changes a message. A text too long for one is cut, and says so: an edit
    /// can't make a second message.
    pub(super) async fn edit(
        &self,
        message: &MessageRef,
        content: &Outgoing,
        wording: Wording,
        username: &str,
    ) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let keyboard = render::keyboard(&content.buttons, username)?;
        let mut tried = refused("there is nothing to say");
        for part in Part::of(content) {
            let mut fields = naming(at, id);
            if !part.put_words(&mut fields, content, wording) {
                continue;
            }
            if let Some(markup) = render::markup(keyboard.as_ref(), false, false) {
                fields.insert("reply_markup".to_owned(), markup);
            }
            let done = self.client.post::<IgnoredAny>(part.method(), &fields).await.map(|_| ());
            let is_other = done.as_ref().is_err_and(is_of_another_part);
            tried = unless(done, &["message is not modified"]);
            if !is_other {
                break;
            }
        }
        tried.map(|()| message_receipt(at, id))
    }
}

/// Whether a message has no such words that could be changed.
fn is_of_another_part(error: &CallError) -> bool {
    error.says(&["no text in the message to edit", "no caption in the message to edit"])
}
