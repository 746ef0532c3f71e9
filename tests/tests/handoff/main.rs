//! Handoff, from a customer's call to the last word: through both real adapters,
//! as customers and as staff would click.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod desk;
mod explicit;
mod private;
mod refused;
mod story;
