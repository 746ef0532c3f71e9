//! Feedback, from a sentence in a chat to news in that chat: through both real
//! adapters, as customers and as staff would click.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod alike;
mod asked;
mod captured;
mod exported;
mod refused;
mod shown;
mod software;
mod staff;
mod steps;
mod told;
