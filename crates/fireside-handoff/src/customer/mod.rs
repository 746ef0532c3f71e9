//! What customers can do, and what staff do where customers are.

mod accepted;
mod again;
pub(crate) mod blocked;
mod call;
mod consent;
mod help;
mod human;
mod linked;
mod offer;
mod place;
mod private;
mod status;
mod unheard;

use fireside_core::action::PERSON;
use fireside_core::parts::Handlers;

pub use accepted::AcceptedAnswer;
pub(crate) use accepted::{answers_of, forget_answer, forget_answers};
pub(crate) use again::take_up;
pub use blocked::Blocked;
pub(crate) use call::COUNTER;
pub(crate) use human::{HUMAN, PERSON_BUTTON};
pub(crate) use linked::bring_over;
pub use offer::Offered;
pub use unheard::Unheard;

/// What customers are answered.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[HUMAN, status::STATUS, help::HELP_HERE, accepted::ACCEPT],
    presses: &[
        (PERSON, human::on_pressed),
        (place::HERE, place::on_here),
        (place::PRIVATE, place::on_private),
        (consent::SHARE, consent::on_share),
        (accepted::TAKE_BACK, accepted::on_take_back),
        (offer::HELPS, offer::on_helps),
        (offer::CALL, offer::on_call),
    ],
    receipts: &[(private::ROOM, private::on_room), (private::CHAT, private::on_chat)],
    messages: &[unheard::on_message],
    events: &[accepted::on_event],
    ..Handlers::NONE
};
