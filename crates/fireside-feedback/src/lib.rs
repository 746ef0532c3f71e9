//! Feedback capture: what customers say about the product, kept as they said it.
//!
//! `/feedback` opens a form, as a dialog where the platform has one and as
//! questions elsewhere. What is sent in becomes a [`Feedback`] with a number,
//! backed by a [`Voice`], and staff see it where they work.
//!
//! ```
//! use fireside_core::{Engine, FirstReply};
//! use fireside_feedback::Capture;
//!
//! let engine = Engine::builder().feature(Capture).build()?;
//! let spec = &engine.command_specs("en")[0];
//! assert_eq!((spec.name(), spec.first_reply()), ("feedback", FirstReply::Form));
//! # Ok::<(), fireside_core::EngineError>(())
//! ```
//!
//! **Architecture invariant.** No platform is named, and how a form is shown is
//! not decided here.

mod author;
mod capture;
mod category;
mod feedback;
mod panel;
mod voice;

pub use author::Author;
pub use capture::Capture;
pub use category::Category;
pub use feedback::{Feedback, FeedbackNumber};
pub use voice::Voice;
