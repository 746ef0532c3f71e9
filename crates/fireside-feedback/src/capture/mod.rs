//! Capture: from a sentence to an item, four ways with one and the same result.
//!
//! - `/feedback` opens a form; words after it are its title ([`form`]).
//! - From a message's menu, or in reply to it ([`message`]).
//! - Staff's reaction on a message captures it at once ([`reaction`]).
//!
//! What was sent in is first held against what others said: [`similar`] asks
//! "is it one of these?", and a yes adds a voice with the customer's own words.
//!
//! # Whose words they are
//! Others read an item and its author's name, so that nobody is made to say
//! what they did not:
//! - The author is who said it. A bot's or a webhook's words, and those of
//!   somebody who hides their name, are nobody's: they are not captured.
//! - What somebody else said is captured word for word, and only what they said
//!   where many could hear it; never what is said among staff.
//! - Its author is told where they said it, once, and can change it or take it
//!   back. What was taken back is not captured again.
//! - Customers capture up to [`message::OTHERS_PER_DAY_MAX`] messages of others
//!   a day.

mod around;
pub(crate) mod backing;
mod captured;
mod draft;
mod emoji;
mod form;
mod message;
mod reaction;
mod saving;
mod similar;
mod splitting;

pub use captured::{Captured, CapturingReaction};
pub(crate) use form::{Sent, correct};

use fireside_core::parts::Handlers;

/// What this part answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[form::NEW, backing::SUBCOMMAND],
    presses: &[
        (similar::ALIKE, similar::on_alike),
        (similar::FRESH, similar::on_fresh),
        (backing::VOICE, backing::on_voice),
        (backing::TAKE_BACK, backing::on_take_back),
        (backing::WHY, backing::on_why),
    ],
    forms: &[
        (form::form, form::on_form),
        (message::form, message::on_form),
        (backing::form, backing::on_form),
    ],
    timers: &[(draft::TIMER, draft::on_timer)],
    reactions: &[backing::on_reaction, reaction::on_reaction],
    ..Handlers::NONE
};
