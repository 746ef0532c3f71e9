//! What is said, message by message, as Discord's API takes it.

use fireside_core::text::cleaned;
use fireside_core::{Outgoing, Text};
use serde_json::{Value, json};

use super::card::{CARD_MAX, IS_COMPONENTS, card};
use super::components::rows;
use super::mentions::allowed_mentions;
use super::poll::poll;
use super::split::parts;

/// The longest message, in characters (Discord's message page).
pub(crate) const MESSAGE_MAX: usize = 2_000;
/// Links show no preview.
const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// How much of an author's name is shown above their words.
const NAME_MAX: usize = 80;

/// How something is said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    /// The author's name stands above the words.
    pub(crate) is_named: bool,
    /// Links show no preview.
    pub(crate) hides_previews: bool,
    /// A card may be shown as one.
    pub(crate) takes_cards: bool,
}

impl Manner {
    /// As the bot's own words.
    pub(crate) const PLAIN: Self = Self { is_named: true, hides_previews: false, takes_cards: true };
}

/// The bodies of the messages that say `content`, one after another, as
/// Discord's API takes them, without what is known only when they are sent: a
/// reply, a nonce. Files are not sent with them: what stands for each is said.
///
/// Pure, and never empty.
pub fn bodies(content: &Outgoing) -> Vec<Value> {
    let mut content = content.clone();
    for file in std::mem::take(&mut content.files) {
        content.text = std::mem::take(&mut content.text).line(file.instead);
    }
    messages(&content, Manner::PLAIN)
}

/// The messages that say `content`: what can be pressed, chosen or voted on
/// is on the last.
pub(crate) fn messages(content: &Outgoing, manner: Manner) -> Vec<Value> {
    let words = words(content, manner);
    if shows_card(content, manner)
        && let [words] = parts(&words, CARD_MAX).as_slice()
        && !words.is_empty()
    {
        return vec![as_card(content, words)];
    }
    let mut messages: Vec<_> =
        parts(&words, MESSAGE_MAX).into_iter().map(|part| message(content, part, manner)).collect();
    if let Some(last) = messages.last_mut() {
        let rows = rows(content);
        if !rows.is_empty() {
            last["components"] = rows.into();
        }
        if let Some(asked) = &content.poll {
            last["poll"] = poll(asked);
        }
    }
    messages
}

/// The one message that `content` is changed into: what is too long for it is left out.
pub(crate) fn edited(content: &Outgoing, manner: Manner) -> Value {
    let words = words(content, manner);
    if shows_card(content, manner) && !words.is_blank() {
        let mut body = as_card(content, &first(&words, CARD_MAX));
        body["content"] = Value::Null;
        return body;
    }
    let mut body = message(content, first(&words, MESSAGE_MAX), manner);
    body["components"] = rows(content).into();
    body
}

fn shows_card(content: &Outgoing, manner: Manner) -> bool {
    content.is_card && manner.takes_cards && content.poll.is_none() && content.files.is_empty()
}

fn first(words: &Text, chars_max: usize) -> String {
    let mut all = parts(words, chars_max);
    if all.len() > 1 {
        all = parts(words, chars_max - 1);
        all[0].push('…');
    }
    all.swap_remove(0)
}

fn words(content: &Outgoing, manner: Manner) -> Text {
    let name = content.author.as_ref().filter(|_| manner.is_named);
    match name.map(|author| cleaned(&author.name, NAME_MAX)).filter(|name| !name.is_empty()) {
        Some(name) if content.text.0.is_empty() => Text::bold(name),
        Some(name) => Text::bold(name).then("\n").then(content.text.clone()),
        None => content.text.clone(),
    }
}

fn as_card(content: &Outgoing, words: &str) -> Value {
    json!({
        "components": card(words, rows(content)),
        "allowed_mentions": allowed_mentions(&content.text),
        "flags": IS_COMPONENTS,
    })
}

fn message(content: &Outgoing, words: String, manner: Manner) -> Value {
    json!({
        "content": words,
        "allowed_mentions": allowed_mentions(&content.text),
        "flags": if manner.hides_previews { SUPPRESS_EMBEDS } else { 0 },
    })
}
