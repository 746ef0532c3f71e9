//! Feedback capture: what customers say about the product, kept as they said it.
//!
//! `/feedback` opens a form, as a dialog where the platform has one and as
//! questions elsewhere. What is sent in becomes a [`Feedback`] with a number,
//! backed by a [`Voice`], and staff see it where they work.
//!
//! ```
//! use fireside_core::Engine;
//! use fireside_feedback::FeedbackFeature;
//!
//! let engine = Engine::builder().feature(FeedbackFeature).build()?;
//! let names: Vec<_> = engine.command_specs("en").iter().map(|spec| spec.name().to_owned()).collect();
//! assert_eq!(names, ["feedback", "voice"]);
//! # Ok::<(), fireside_core::EngineError>(())
//! ```
//!
//! **Architecture invariant.** No platform is named, and how a form is shown is
//! not decided here.

mod author;
mod capture;
mod card;
mod closing;
mod copies;
mod export;
mod feature;
mod feedback;
mod heat;
mod kind;
mod ledger;
mod linked;
mod mine;
mod outward;
mod panel;
mod settings;
mod staff;
mod status;
mod voice;
mod withdrawal;

pub use author::Author;
pub use capture::{Captured, CapturingReaction};
pub use card::{Card, CardAt, CardState, Shown};
pub use closing::{Announcement, Consent, Follow, Mute, Quota, Told, Verdict};
pub use export::{COLUMNS, Export, Format};
pub use feature::FeedbackFeature;
pub use feedback::{Customer, Feedback, FeedbackNumber, Member, Origin, Overheard, Said, Standing};
pub use heat::Heat;
pub use kind::Kind;
pub use settings::{PINGS_MAX, PLACE, QuietHours, Settings};
pub use staff::{Change, Merge, MergeStage, What};
pub use status::Status;
pub use voice::{Voice, VoicePlace};
