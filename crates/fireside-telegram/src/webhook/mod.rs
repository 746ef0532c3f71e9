//! The webhook: Telegram brings each update by itself, and is told that it
//! arrived once everything it tells is durable.
//!
//! An update that could not be stored is answered with 503, and Telegram tells
//! it again. Nothing is taken from whoever does not know the secret.

mod albums;
mod server;
mod settings;

pub use settings::Webhook;

pub(crate) use server::serve;
