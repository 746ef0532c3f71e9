//! From neutral content to messages as the Bot API takes them.
//!
//! Formatting is sent as entities, never as Markdown or HTML: nothing a user
//! wrote can be taken for markup.

mod buttons;
mod entities;
mod split;
#[cfg(test)]
mod tests;

use fireside_core::ports::DeliveryError;
use fireside_core::text::cleaned;
use fireside_core::{Outgoing, Text};
use teloxide::types::{ForceReply, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity, ReplyMarkup};

/// The longest text of a message, in UTF-16 units after entities (Bot API,
/// `sendMessage`).
pub(crate) const TEXT_UNITS_MAX: usize = 4096;
/// The longest author's name above a message.
const AUTHOR_GRAPHEMES_MAX: usize = 64;

/// Text with the entities that format it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Formatted {
    /// The characters.
    pub(crate) text: String,
    /// What formats them, in UTF-16 units.
    pub(crate) entities: Vec<MessageEntity>,
}

/// Content, ready to be sent: at least one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    /// One message each, in order.
    pub(crate) parts: Vec<Formatted>,
    /// The buttons, below the last part.
    pub(crate) keyboard: Option<InlineKeyboardMarkup>,
}

/// Renders `content`.
///
/// # Errors
/// `Refused` where there is nothing to see, or a button can't be one.
pub(crate) fn content(content: &Outgoing) -> Result<Rendered, DeliveryError> {
    if content.text.is_blank() {
        return Err(DeliveryError::Refused { why: "there is nothing to say".to_owned() });
    }
    let whole = match content.author.as_ref().map(|author| cleaned(&author.name, AUTHOR_GRAPHEMES_MAX)) {
        Some(name) if !name.is_empty() => {
            entities::formatted(&Text::bold(format!("{name}:")).line(content.text.clone()))
        }
        _ => entities::formatted(&content.text),
    };
    let parts = split::parts(whole, TEXT_UNITS_MAX);
    if parts.is_empty() {
        return Err(DeliveryError::Refused { why: "there is nothing to say".to_owned() });
    }
    Ok(Rendered { parts, keyboard: buttons::keyboard(&content.buttons)? })
}

/// What a message asks of its reader's client. Where an answer is expected in
/// a group, it is made a reply, which a bot in privacy mode hears; of the one
/// who is answered alone, where that is known.
pub(crate) fn markup(rendered: &Rendered, forced: bool, answers: bool) -> Option<ReplyMarkup> {
    match &rendered.keyboard {
        Some(keyboard) => Some(ReplyMarkup::InlineKeyboard(keyboard.clone())),
        None if forced && answers => Some(ReplyMarkup::ForceReply(ForceReply::new().selective())),
        None if forced => Some(ReplyMarkup::ForceReply(ForceReply::new())),
        None => None,
    }
}

/// No previews: what a link leads to is not what the bot says.
pub(crate) fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
