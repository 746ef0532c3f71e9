//! What was said around a message, so that it is understood later.

use fireside_core::{Heard, MessageId, Text, Turn, text};

use crate::feedback::Overheard;
use crate::ledger::NAME_LEN_MAX;

/// How many messages before it are kept.
const BEFORE_MAX: usize = 5;
/// How many messages after it are kept.
const AFTER_MAX: usize = 5;
/// How many characters of each are kept.
const WORDS_MAX: usize = 300;

/// What was said just before and after a message, the earliest first; nothing
/// where it is too long ago.
pub(super) fn around(turn: &Turn<'_>, message: &MessageId) -> Vec<Overheard> {
    let heard = turn.heard(&turn.event().place);
    let Some(at) = heard.iter().position(|one| one.is(message)) else { return Vec::new() };
    let before = &heard[at.saturating_sub(BEFORE_MAX)..at];
    let after = heard[at + 1..].iter().take(AFTER_MAX);
    before.iter().chain(after).filter_map(overheard).collect()
}

fn overheard(heard: &Heard) -> Option<Overheard> {
    let words = text::cut(words(&heard.message.text).trim(), WORDS_MAX);
    let name = text::cleaned(&heard.actor.name, NAME_LEN_MAX);
    (!text::is_blank(&words)).then_some(Overheard { name, words })
}

/// The words of a message: nobody is mentioned in them.
pub(super) fn words(text: &Text) -> String {
    text.clone().tame().to_plain()
}
