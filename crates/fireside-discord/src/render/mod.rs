//! From core's content to what Discord shows: Markdown, components, polls and
//! names in which a user's words stay words.

mod card;
mod components;
mod escape;
mod file_names;
mod markdown;
mod mentions;
mod message;
mod names;
mod normal;
mod poll;
mod split;
#[cfg(test)]
mod tests;

pub(crate) use file_names::file_name;
pub use message::bodies;
pub(crate) use message::{MESSAGE_MAX, Manner, edited, messages};
pub(crate) use names::{persona, room_name};

/// The words of `content` as Markdown, in one piece.
#[cfg(test)]
pub(crate) fn markdown(content: &fireside_core::Outgoing) -> String {
    markdown::write(&content.text, false).markdown
}
