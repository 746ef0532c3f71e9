//! Where staff meet a case: its card, its room, and the banner that stands
//! pinned in the room.
//!
//! The effects follow each other: the card where staff work, the room that
//! starts from it, the banner in the room, its pin, the customer's first words.
//! Whatever fails on the way leaves the customer's words where staff read them,
//! or keeps them until they can.
//!
//! | to find | look in |
//! |---|---|
//! | what staff see of a case in a glance, and its buttons | `card`, `banner`, `buttons` |
//! | a room is opened, renewed, there or refused | `opening`, `endings`, `members` |
//! | a room is closed, opened again, removed; its tags | `state`, `tags` |
//! | nobody can be shown a case | `stranded`, `unshown` |
//! | who is in the community since when | `met` |

mod banner;
pub(crate) mod buttons;
pub(crate) mod card;
mod early;
mod endings;
mod forgetting;
mod members;
pub(crate) mod met;
mod opening;
mod shown;
mod state;
mod stranded;
mod tags;
mod unshown;

use fireside_core::parts::Handlers;
use fireside_core::phrases::Arg;
use fireside_core::{Turn, Voice};

pub use early::{Early, Opening};
pub(crate) use forgetting::forget;
pub use met::Met;
pub(crate) use opening::{for_words, open};
pub use shown::{Said, Shown};
pub(crate) use state::{reopen, shut};
pub use stranded::Stranded;
pub use unshown::Unshown;
pub(crate) use unshown::{TO_HOME, could_not_show, keep_behind};

use crate::case::{Case, CaseNumber};
use crate::feature::NAME;

/// What rooms and cards answer.
pub(crate) const HANDLERS: Handlers = Handlers {
    receipts: &[
        (card::LABEL, card::on_posted),
        (card::CHANGED, card::on_changed),
        (banner::LABEL, banner::on_posted),
        (banner::CHANGED, banner::on_changed),
        (LABEL, endings::on_room),
        (endings::RENEWED, endings::on_room),
        (state::OPENED_AGAIN, state::on_opened_again),
        (tags::LABEL, tags::on_tagged),
    ],
    timers: &[
        (card::TIMER, card::on_timer),
        (card::AGES, card::on_timer),
        (stranded::TIMER, stranded::on_timer),
    ],
    messages: &[early::on_message],
    events: &[met::on_event, state::on_event, stranded::on_event],
    ..Handlers::NONE
};

/// What the room's delivery, and what is said in the room, is called.
pub(crate) const LABEL: &str = "room";

/// The case in whose room the event happened.
pub(crate) fn case_here(turn: &Turn<'_>) -> Option<CaseNumber> {
    let tag = &turn.binding()?.tag;
    (tag.feature == NAME && tag.label == LABEL).then(|| CaseNumber::parse(&tag.subject))?
}

/// Says something about a case where staff work, outside its room.
pub(crate) fn tell_home(turn: &mut Turn<'_>, case: &Case, key: &str, args: &[(&str, Arg<'_>)]) {
    if let Some(home) = turn.community().staff_home.clone() {
        let words = turn.say_to_staff(key, args);
        turn.send(home, words, case.number.manner(Voice::System));
    }
}
