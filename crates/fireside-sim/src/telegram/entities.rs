//! Message entities: their shape, which ones plain text carries by itself, and
//! the checks on those that a caller gives. Offsets are UTF-16 code units.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::errors::ApiError;

/// A `MessageEntity`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The Bot API's `type`: `bold`, `bot_command`, `text_link` and so on.
    #[serde(rename = "type")]
    pub kind: String,
    /// Where it starts, in UTF-16 code units.
    pub offset: usize,
    /// How long it is, in UTF-16 code units.
    pub length: usize,
    /// Where a `text_link` leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whom a `text_mention` means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Value>,
    /// The language of a `pre` block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Which emoji a `custom_emoji` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_emoji_id: Option<String>,
    /// The moment of a `date_time`, in seconds since the Unix epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unix_time: Option<i64>,
    /// How a `date_time` is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_time_format: Option<String>,
}

impl Entity {
    /// An entity without extra fields.
    pub(crate) fn plain(kind: &str, offset: usize, length: usize) -> Self {
        Self {
            kind: kind.to_owned(),
            offset,
            length,
            url: None,
            user: None,
            language: None,
            custom_emoji_id: None,
            unix_time: None,
            date_time_format: None,
        }
    }

    /// The words of `text` that the entity covers.
    pub(crate) fn of<'a>(&self, text: &'a str) -> &'a str {
        let start = byte_offset(text, self.offset);
        let end = byte_offset(text, self.offset + self.length);
        &text[start..end.max(start)]
    }
}

/// The length of a text as Telegram counts it.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn byte_offset(text: &str, utf16: usize) -> usize {
    let mut units = 0;
    for (at, letter) in text.char_indices() {
        if units >= utf16 {
            return at;
        }
        units += letter.len_utf16();
    }
    text.len()
}

/// Whether a person would see anything of `text`.
pub(crate) fn is_visible(text: &str) -> bool {
    let invisible = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}')
            || letter == '\u{feff}'
    };
    !text.chars().all(invisible)
}

/// Commands, mentions, hashtags and links that a text carries without markup.
pub(crate) fn detect(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    if !text.contains(['/', '@', '#']) {
        return found;
    }
    let (mut at, mut utf16) = (0, 0);
    let mut previous: Option<char> = None;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let starts_word = previous.is_none_or(|before| !is_word(before) && !matches!(before, '/' | '<'));
        let step = match token(rest).filter(|_| starts_word) {
            Some((kind, len)) => {
                found.push(Entity::plain(kind, utf16, utf16_len(&rest[..len])));
                &rest[..len]
            }
            None => &rest[..letter.len_utf8()],
        };
        at += step.len();
        utf16 += utf16_len(step);
        previous = step.chars().next_back();
    }
    found
}

/// The entity that `rest` starts with, and its length in bytes.
fn token(rest: &str) -> Option<(&'static str, usize)> {
    let ascii_word =
        |text: &str| text.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    match rest.as_bytes().first()? {
        b'/' => {
            let name = ascii_word(&rest[1..]);
            let addressee = rest[1 + name..].strip_prefix('@').map_or(0, ascii_word);
            let len = if addressee >= 3 { 2 + name + addressee } else { 1 + name };
            let ends_word = !rest[len..].starts_with(|next: char| is_word(next) || next == '/');
            ((1..=64).contains(&name) && ends_word).then_some(("bot_command", len))
        }
        b'@' => {
            let name = ascii_word(&rest[1..]);
            (3..=32).contains(&name).then_some(("mention", 1 + name))
        }
        b'#' => {
            let name = rest[1..].find(|letter| !is_word(letter)).unwrap_or(rest.len() - 1);
            let spoken = rest[1..=name].chars().any(|letter| !letter.is_numeric());
            (name > 0 && spoken).then_some(("hashtag", 1 + name))
        }
        b'h' => {
            let after = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://"))?;
            let len = after.find(char::is_whitespace).unwrap_or(after.len());
            let host = after[..len].trim_end_matches(['.', ',', '!', '?', ')', ';', ':', '"', '\'']);
            (!host.is_empty()).then(|| ("url", rest.len() - after.len() + host.len()))
        }
        _ => None,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Checks the entities that a caller gives for `text`.
///
/// # Errors
/// The Bot API's refusal of an entity that leaves the text or cuts a letter.
pub(crate) fn check(text: &str, entities: &[Entity]) -> Result<(), ApiError> {
    if entities.is_empty() {
        return Ok(());
    }
    let mut boundaries = std::collections::HashSet::from([0]);
    let mut len = 0;
    for letter in text.chars() {
        len += letter.len_utf16();
        boundaries.insert(len);
    }
    for entity in entities {
        let (start, end) = (entity.offset, entity.offset.saturating_add(entity.length));
        if end > len {
            let reason = format!("entity beginning at UTF-16 offset {start} ends after the end of the text");
            return Err(ApiError::bad_request(format!("{reason} at UTF-16 offset {end}")));
        }
        if !boundaries.contains(&start) || !boundaries.contains(&end) {
            let reason =
                format!("entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol");
            return Err(ApiError::bad_request(format!("{reason} at UTF-16 offset {end}")));
        }
    }
    Ok(())
}

/// Adds what plain text carries by itself to the caller's entities.
pub(crate) fn with_detected(text: &str, mut given: Vec<Entity>) -> Vec<Entity> {
    given.retain(|entity| entity.length > 0);
    for entity in detect(text) {
        let apart = |other: &Entity| {
            other.offset + other.length <= entity.offset || entity.offset + entity.length <= other.offset
        };
        if given.iter().all(apart) {
            given.push(entity);
        }
    }
    given.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_mentions_and_links_are_found_at_utf16_offsets() {
        let text = "👋 /human@fire_bot ask @anna_k about https://x.y/z, and/or #bug";
        let found: Vec<_> =
            detect(text).into_iter().map(|e| (e.kind.clone(), e.of(text).to_owned())).collect();
        let expected = [
            ("bot_command", "/human@fire_bot"),
            ("mention", "@anna_k"),
            ("url", "https://x.y/z"),
            ("hashtag", "#bug"),
        ];
        assert_eq!(found, expected.map(|(kind, words)| (kind.to_owned(), words.to_owned())));
        assert_eq!(detect(text)[0].offset, 3);
    }

    #[test]
    fn an_entity_that_cuts_a_letter_or_leaves_the_text_is_refused() {
        assert!(check("👋 hi", &[Entity::plain("bold", 0, 2)]).is_ok());
        assert!(check("👋 hi", &[Entity::plain("bold", 1, 1)]).is_err());
        assert!(check("hi", &[Entity::plain("bold", 0, 3)]).is_err());
    }
}
