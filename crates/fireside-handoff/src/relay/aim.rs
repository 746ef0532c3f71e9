//! Aim: for whom something that staff say in a room is meant. Internal words
//! never reach a customer: whatever is in doubt is meant for staff.

use fireside_core::turn::Interrupt;
use fireside_core::{Message, Turn, text};

use super::mirror;
use crate::case::Case;
use crate::settings::Relay;

/// Begins what staff say among themselves.
const INTERNAL: &str = "//";
/// Begins what was meant for the bot.
const COMMAND: char = '/';

/// For whom something said in a room is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The customer.
    Customer,
    /// Staff, among themselves.
    Staff,
    /// The bot: a command that it did not take as one.
    Bot,
}

/// For whom a message of staff in the room of `case` is meant.
pub(super) fn of(turn: &mut Turn<'_>, case: &Case, message: &Message) -> Result<Aim, Interrupt> {
    // What was said elsewhere was meant for whoever was there.
    if message.forwarded_from.is_some() {
        return Ok(Aim::Staff);
    }
    let said = of_words(&message.text.to_plain());
    if said != Aim::Customer {
        return Ok(said);
    }
    let answers_customer = match &message.reply_to {
        Some(id) => Some(mirror::is_of_customer(turn, id, case.number)?),
        None => None,
    };
    Ok(match (case.relay, answers_customer) {
        (_, Some(true)) | (Relay::All, None) => Aim::Customer,
        (Relay::Explicit, _) | (Relay::All, Some(false)) => Aim::Staff,
    })
}

/// For whom words are meant by what they begin with, wherever they are said:
/// for the customer, unless they are marked otherwise.
pub(super) fn of_words(words: &str) -> Aim {
    let seen = seen(words);
    if seen.starts_with(INTERNAL) {
        Aim::Staff
    } else if seen.starts_with(COMMAND) {
        Aim::Bot
    } else {
        Aim::Customer
    }
}

/// Whether words are marked as staff's own, whatever is done with them.
pub(crate) fn is_internal(words: &str) -> bool {
    of_words(words) == Aim::Staff
}

/// Words from the first on that a reader sees.
fn seen(words: &str) -> &str {
    words.trim_start_matches(|c: char| text::is_blank(c.encode_utf8(&mut [0; 4])))
}
