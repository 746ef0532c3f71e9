//! Handoff: a customer asks for a human, a human takes over.
//!
//! `/human` opens a case: a card where staff work, and a room of its own.
//! Staff `/claim` it, words go both ways, `/close` ends it. At most one case of
//! a person is open in a community.
//!
//! ```
//! use fireside_core::Engine;
//! use fireside_handoff::Handoff;
//!
//! let engine = Engine::builder().feature(Handoff).build()?;
//! let names: Vec<_> = engine.command_specs("en").iter().map(|spec| spec.name().to_owned()).collect();
//! assert!(["claim", "close", "human", "join"].iter().all(|name| names.iter().any(|known| known == name)));
//! # Ok::<(), fireside_core::EngineError>(())
//! ```
//!
//! | to find | look in |
//! |---|---|
//! | where a case stands, what may follow | `case` |
//! | what follows from a step, whoever took it | `lifecycle` |
//! | what customers can do | `customer` |
//! | what staff can do | `staff` |
//! | the card, the room, what stands pinned in it | `room` |
//! | whose words go where, and what became of them | `relay` |
//! | working hours, reminders, what happens by itself | `time` |
//! | transcripts, figures | `record` |
//!
//! **Architecture invariant.** No platform is named: what one can do is asked
//! of its capabilities.

mod case;
mod customer;
mod feature;
mod lifecycle;
mod record;
mod relay;
mod room;
mod settings;
mod staff;
mod time;

pub use case::{
    Case, CaseNumber, Change, Closure, Leg, Line, LineOf, OpenCase, Priority, Rating, RecentCase, Refusal,
    Side, Speaker, StaffMember, State, Step, Watcher,
};
pub use customer::{AcceptedAnswer, Blocked, Offered, Unheard};
pub use feature::Handoff;
pub use record::{CaseFacts, FirstAnswers, Format, Picture, Reader, Transcript};
pub use relay::{Called, Copying, Erasure, FirstWords, KeptBack, LastSaid, Mirror, Swept, Typed, Wording};
pub use room::{Early, Met, Opening, Said, Shown, Stranded, Unshown};
pub use settings::{Relay, Rooms, Settings, WhereTo};
pub use staff::{Colleague, Draft, Snippet};
pub use time::{DayHours, Duty, Holidays, Period, WorkingHours};
