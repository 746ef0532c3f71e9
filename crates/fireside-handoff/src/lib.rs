//! Handoff: a customer asks for a human, a human takes over.
//!
//! `/human` opens a case: a card where staff work, and a room of its own.
//! Staff `/join`, words go both ways, `/close` ends it. At most one case of a
//! person is open in a community.
//!
//! ```
//! use fireside_core::Engine;
//! use fireside_handoff::Handoff;
//!
//! let engine = Engine::builder().feature(Handoff).build()?;
//! let names: Vec<_> = engine.command_specs("en").iter().map(|spec| spec.name().to_owned()).collect();
//! assert_eq!(names, ["close", "human", "join"]);
//! # Ok::<(), fireside_core::EngineError>(())
//! ```
//!
//! **Architecture invariant.** No platform is named: what one can do is asked
//! of its capabilities.

mod card;
mod case;
mod close;
mod feature;
mod leg;
mod mirror;
mod open;
mod relay;
mod rooms;
mod settings;
mod staff;

pub use case::{Case, CaseNumber, Claim, Closed, Closure, OpenCase, StaffMember, State};
pub use feature::Handoff;
pub use leg::{Leg, Side};
pub use mirror::{Copying, Mirror};
pub use settings::Settings;
