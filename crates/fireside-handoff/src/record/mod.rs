//! The record of a case: its lines, which transcripts and figures are made of.

mod figures;
mod lines;
mod transcript;

use fireside_core::parts::Handlers;

pub use figures::{CaseFacts, FirstAnswers, Picture};
pub(crate) use figures::{follow, typical_answer};
pub(crate) use lines::{
    blanked, edited, forget, happened, let_go, opened, removed, reworded, said, stands_as, undelivered,
};
pub use transcript::{Format, Reader, Transcript};

/// What transcripts answer.
pub(crate) const TRANSCRIPTS: Handlers = transcript::HANDLERS;
/// What figures answer.
pub(crate) const FIGURES: Handlers = figures::HANDLERS;
