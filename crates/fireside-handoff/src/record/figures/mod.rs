//! Figures: how long customers wait, how many cases come and go, and a picture
//! of it.
//!
//! Each case leaves a few facts behind as it goes on. `/stats` reads those of
//! the days it is asked for, sums them up, and draws them.

mod answers;
mod chart;
mod command;
mod facts;
mod length;
mod picture;
mod spread;
mod sums;
mod words;

pub use answers::FirstAnswers;
pub(crate) use answers::typical_answer;
pub use facts::CaseFacts;
pub(crate) use facts::follow;
pub use picture::Picture;

use fireside_core::parts::Handlers;
use fireside_core::turn::Interrupt;
use fireside_core::{Turn, file_job};

use crate::case::Case;

/// What this part answers.
pub(super) const HANDLERS: Handlers = Handlers {
    commands: &[command::STATS],
    receipts: &[(picture::SENT, file_job::on_sent::<Picture>)],
    ..Handlers::NONE
};

/// The actor, of staff, has answered the customer: the first time counts.
pub(super) fn on_answered(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    match facts::answered(turn, case)? {
        Some(waited) => answers::remember(turn, waited),
        None => Ok(()),
    }
}
