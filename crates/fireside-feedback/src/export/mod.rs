//! Export: the items as a file, for whoever works with them elsewhere.
//!
//! `/feedback export` begins a job that is kept like anything else: it goes on
//! after a restart. Each step reads some items, writes them as a part of a file
//! that the store keeps, and lets the next step be taken in a turn of its own,
//! so that nobody waits for a long export and nothing holds it in memory. A
//! file that would be longer than the platform takes goes on in another.

mod cell;
mod command;
mod job;
mod row;
mod steps;

pub use job::{Export, Format};
pub use row::COLUMNS;

use fireside_core::file_job;
use fireside_core::parts::Handlers;

/// What this part answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[command::EXPORT],
    timers: &[(steps::TIMER, steps::on_timer)],
    receipts: &[(steps::SENT, file_job::on_sent::<Export>)],
    ..Handlers::NONE
};
