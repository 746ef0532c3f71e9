//! From neutral content to messages as the Bot API takes them.
//!
//! Formatting is sent as entities, never as Markdown or HTML: nothing a user
//! wrote can be taken for markup. Nothing here calls anything.

mod buttons;
mod entities;
mod file_name;
mod files;
mod formatted;
mod layout;
mod name;
mod request;
mod split;
#[cfg(test)]
mod tests;
mod words;

use std::collections::VecDeque;

use fireside_core::Outgoing;
use fireside_core::ports::DeliveryError;
use serde_json::{Value, json};
use teloxide::types::InlineKeyboardMarkup;

pub(crate) use buttons::keyboard;
pub(crate) use files::{ALBUM_LEN_MAX, Shown, UPLOAD_BYTES_MAX};
pub(crate) use formatted::Formatted;
pub(crate) use layout::{Piece, as_messages};
pub(crate) use name::fitted;
pub(crate) use request::{Request, put_words, request};
pub(crate) use words::Wording;

/// The longest text of a message, in UTF-16 units after entities (Bot API,
/// `sendMessage`).
pub(crate) const TEXT_UNITS_MAX: usize = 4096;
/// The longest text below a file, in UTF-16 units after entities (Bot API,
/// `sendPhoto` and its like).
pub(crate) const CAPTION_UNITS_MAX: usize = 1024;
/// The most options of a poll (Bot API, `sendPoll`); the fewest that make a choice are 2.
const POLL_OPTIONS: std::ops::RangeInclusive<usize> = 2..=12;

/// Content, ready to be sent: at least one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    /// One message or album each, in order.
    pub(crate) pieces: VecDeque<Piece>,
    /// The buttons, below the last piece.
    pub(crate) keyboard: Option<InlineKeyboardMarkup>,
}

/// Renders `content` for the bot `username`.
///
/// # Errors
/// `Refused` where there is nothing to see, or a button or a poll can't be one.
pub(crate) fn content(
    content: &Outgoing,
    wording: Wording,
    username: &str,
) -> Result<Rendered, DeliveryError> {
    let refused = |why: &str| Err(DeliveryError::Refused { why: why.to_owned() });
    if content.poll.as_ref().is_some_and(|poll| !POLL_OPTIONS.contains(&poll.options.len())) {
        return refused("a poll on Telegram has 2–12 options");
    }
    let pieces = layout::pieces(content, wording);
    if pieces.is_empty() {
        return refused("there is nothing to say");
    }
    Ok(Rendered { pieces, keyboard: buttons::keyboard(&content.buttons, username)? })
}

/// The words of `content` in one message of at most `units_max` UTF-16 units:
/// an edit can't make a second one.
pub(crate) fn one_message(content: &Outgoing, wording: Wording, units_max: usize) -> Formatted {
    split::first(layout::words_alone(content, wording), units_max)
}

/// What is said in the stead of a file.
pub(crate) fn instead(content: &Outgoing, index: usize) -> Formatted {
    let file = content.files.get(index);
    file.map(|file| entities::formatted(&file.instead, Wording::Others)).unwrap_or_default()
}

/// What a message asks of its reader's client. Where an answer is expected in
/// a group, it is made a reply, which a bot in privacy mode hears; of the one
/// who is answered alone, where that is known.
pub(crate) fn markup(keyboard: Option<&InlineKeyboardMarkup>, forced: bool, answers: bool) -> Option<Value> {
    match keyboard {
        Some(keyboard) => serde_json::to_value(keyboard).ok(),
        None if forced && answers => Some(json!({ "force_reply": true, "selective": true })),
        None if forced => Some(json!({ "force_reply": true })),
        None => None,
    }
}

/// The calls that say `content`, in order, as the bot `username`: each an object
/// with the `method` and its parameters, but for where it goes. A file whose
/// bytes would go along is named by its part (`attach://file0`). Nothing is
/// called: this is what fuzzing and measuring look at.
///
/// # Errors
/// `Refused` where there is nothing to see, or a button or a poll can't be one.
pub fn bodies(content: &Outgoing, username: &str) -> Result<Vec<Value>, DeliveryError> {
    let Rendered { pieces, keyboard } = self::content(content, Wording::Others, username)?;
    let mut calls: Vec<Request> = pieces.iter().map(|piece| request(piece, content)).collect();
    if let (Some(last), Some(markup)) = (calls.last_mut(), markup(keyboard.as_ref(), content.asks, false)) {
        last.set("reply_markup", markup);
    }
    let body = |mut call: Request| {
        call.set("method", call.method);
        Value::Object(call.fields)
    };
    Ok(calls.into_iter().map(body).collect())
}
