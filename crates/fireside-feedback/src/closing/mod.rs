//! Closing the loop: everybody who asked hears what became of it, where they
//! asked.
//!
//! When the status of an item changes, each place in which it was asked for is
//! told once: one answer to the first voice that stands there, or to the card,
//! that names those who asked. Of them at most [`PINGS_MAX`](crate::PINGS_MAX) are pinged,
//! those whose words are on the item, ten are named, and the rest counted. Who
//! asked in private, or follows the item, is written to in private. So a change
//! of the status makes at most one message for each place, and one for each of
//! those; with 10,000 voices in 40 places it makes 40.
//!
//! The change itself keeps one [`Announcement`](announcement::Announcement) and
//! sets a timer, however many have asked. It then goes on in steps of five
//! places or 25 people, the next one when the messages of the last have ended.
//! Nothing is said in quiet hours; a place or person who has heard enough on a
//! day hears it in the next morning. What is outdated is told to nobody any
//! more: a later change takes the place of one that is still being told, an
//! item that was taken back is no news, and one that was merged is told of as
//! what it was merged into, if that is as far. Who talks with a human hears
//! nothing of it until they have: what was on its way to them is taken back, and
//! said another day.

mod announcement;
mod askers;
mod calendar;
mod follow;
mod introduction;
mod linked;
mod meeting;
mod mute;
mod progress;
mod telling;
mod told;
mod verdict;
mod words;

pub use announcement::Announcement;
pub(crate) use announcement::announce;
pub use follow::Follow;
pub(crate) use follow::{bring_followers, return_followers};
pub use introduction::Consent;
pub(crate) use introduction::introduction_button;
pub(crate) use linked::bring_over;
pub use mute::Mute;
pub(crate) use progress::{progress, verdicts};
pub use told::{Quota, Told};
pub use verdict::Verdict;
pub(crate) use words::PUBLIC_CHARS_MAX;

use fireside_core::parts::Handlers;

/// What this part answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[follow::FOLLOW, follow::UNFOLLOW, mute::MUTE],
    presses: &[
        (follow::REACH, follow::on_reach),
        (verdict::UP, verdict::on_up),
        (verdict::DOWN, verdict::on_down),
        (verdict::WORD, verdict::on_word),
        (introduction::MEET, introduction::on_meet),
        (introduction::YES, introduction::on_yes),
        (introduction::NO, introduction::on_no),
    ],
    forms: &[(verdict::form, verdict::on_form)],
    timers: &[
        (announcement::LABEL, telling::on_timer),
        (meeting::LABEL, meeting::on_timer),
        (meeting::THEN, meeting::on_then_timer),
    ],
    receipts: &[
        (announcement::LABEL, telling::on_receipt),
        (meeting::LABEL, meeting::on_receipt),
        (meeting::THEN, meeting::on_then_receipt),
    ],
    ..Handlers::NONE
};
