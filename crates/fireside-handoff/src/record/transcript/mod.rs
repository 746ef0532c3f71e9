//! Transcripts: what was said in a case, as a file.
//!
//! `/transcript` begins a job that is kept like anything else. Each step reads
//! some lines and writes them as a part of a file that the store keeps; a long
//! case takes several steps, each in a turn of its own, so that nobody waits
//! for it and nothing holds it in memory. At the end the file is sent.
//!
//! Staff read all of it. Customers are given their own cases, in private, with
//! what was said to them and by them, and nothing else.

mod command;
mod job;
mod lines;
mod page;
mod shown;
mod steps;

pub use job::{Format, Reader, Transcript};

use fireside_core::file_job;
use fireside_core::parts::Handlers;

/// What this part answers.
pub(super) const HANDLERS: Handlers = Handlers {
    commands: &[command::TRANSCRIPT],
    timers: &[(steps::TIMER, steps::on_timer)],
    receipts: &[(steps::SENT, file_job::on_sent::<Transcript>)],
    ..Handlers::NONE
};
