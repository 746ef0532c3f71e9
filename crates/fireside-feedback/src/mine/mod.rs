//! `/feedback mine`: what somebody raised and what they back, theirs to change.

mod item;
mod list;

pub(crate) use item::correct;

use crate::linked;
use fireside_core::parts::Handlers;

/// What this part answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[list::MINE],
    presses: &[
        (list::RAISED, list::on_raised),
        (list::BACKED, list::on_backed),
        (item::OPEN, item::on_open),
        (item::CORRECT, item::on_correct),
        (item::WITHDRAW, item::on_withdraw),
        (item::WITHDRAW_FOR_GOOD, item::on_withdraw_for_good),
    ],
    timers: &[(linked::TIMER, linked::on_timer)],
    ..Handlers::NONE
};
