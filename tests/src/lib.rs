//! What the end-to-end tests share: a furnished scene with the bot in it.
//!
//! The tests themselves are in `tests/tests`, one file for each thought. Both
//! real adapters run against both simulators, over real HTTP and websockets.
#![expect(clippy::expect_used, reason = "a test's set-up fails by panicking")]

mod bot;
mod capability_table;
pub mod crossing;
mod process;
mod records;
mod software;
mod stage;

pub use bot::{Bot, PATIENCE, engine};
pub use capability_table::capability_table;
pub use fireside_community::Home;
pub use process::{BotProcess, Usage};
pub use records::records;
pub use software::{Software, Told};
pub use stage::{Case, Stage, Topic};
