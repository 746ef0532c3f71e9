//! `script()`: a bot tested as a conversation is told, line by line.
//!
//! Plain calls, no async, no mocks: the engine decides, a store in memory keeps,
//! and two invented platforms show what was said. `north` has forms, private
//! answers and rooms that start from a message; `south` has none of that.
//!
//! ```
//! use fireside_core::{Decision, Engine, Feature, Message, Outcome, Turn};
//! use fireside_testkit::script::{self, NORTH};
//!
//! struct Echo;
//!
//! impl Feature for Echo {
//!     fn name(&self) -> &'static str {
//!         "echo"
//!     }
//!
//!     fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
//!         turn.answer_public(message.text.clone().tame());
//!         Ok(Outcome::Handled)
//!     }
//! }
//!
//! let engine = Engine::builder().feature(Echo).build()?;
//! let mut script = script::script(engine, script::brand(NORTH));
//! let ana = script::customer(NORTH, "1", "Ana");
//! let square = script::square(NORTH);
//!
//! assert_eq!(script.say(&ana, &square, "hello").text(), "hello");
//! assert_eq!(script.said_in(&square), ["hello"]);
//! # Ok::<(), fireside_core::EngineError>(())
//! ```

mod acting;
mod deciding;
mod delivering;
mod joining;
mod passing;
mod people;
mod sentences;
mod showing;

pub use acting::Reply;
pub use deciding::Script;
pub use delivering::{Progress, Row};
pub use people::{
    NORTH, SOUTH, STAFF_ROLE, brand, chat, customer, member, north, north_link, south, square, staff_home,
};
pub use sentences::ENGLISH;

use fireside_core::{Community, Engine};

/// A script about a bot of `engine` in `community`, on both platforms.
pub fn script(engine: Engine, community: Community) -> Script {
    Script::new(engine, community)
}
