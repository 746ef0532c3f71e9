//! The runtime's promises, each against an invented platform and a store that
//! does as the test says. Where time matters it is paused.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod ambiguity;
mod commit;
mod crowd;
mod delay;
mod delivery;
mod faults;
mod files;
mod index;
mod joining;
mod order;
mod overload;
mod references;
mod restart;
mod stage;
mod storm;
mod talk;
mod timers;
mod withdrawal;
