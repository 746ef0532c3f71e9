//! `parse_mode`: markup turned into text and entities, by Telegram's rules and
//! with its refusals.

mod html;
mod links;
mod markdown;
mod markdown_v2;

use super::entities::Entity;
use super::errors::ApiError;

/// A text without its markup, and the entities that this stood for.
pub(crate) type Parsed = Result<(String, Vec<Entity>), ApiError>;

/// Parses `source` in a parse mode; letter case doesn't matter.
///
/// # Errors
/// An unknown mode, or the Bot API's refusal of the markup.
pub(crate) fn parse(mode: &str, source: &str) -> Parsed {
    match mode.to_ascii_lowercase().as_str() {
        "html" => html::parse(source),
        "markdown" => markdown::parse(source),
        "markdownv2" => markdown_v2::parse(source),
        _ => Err(ApiError::bad_request("unsupported parse_mode")),
    }
}

/// Text that grows, with its length as Telegram counts it.
#[derive(Debug, Default)]
struct Plain {
    text: String,
    utf16: usize,
}

impl Plain {
    /// Appends a letter and returns its length in bytes.
    fn push(&mut self, letter: char) -> usize {
        self.text.push(letter);
        self.utf16 += letter.len_utf16();
        letter.len_utf8()
    }
}

/// The entities in the order Telegram gives them: outer before inner.
fn in_order(mut entities: Vec<Entity>) -> Vec<Entity> {
    entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    entities
}

/// How far a code block's language reaches, when one stands before its first line.
fn language(rest: &str) -> Option<&str> {
    let end = rest.find(|letter: char| letter.is_whitespace() || letter == '`')?;
    (end > 0 && !rest[end..].starts_with('`')).then(|| &rest[..end])
}

/// The length in bytes of the line break that `rest` starts with.
fn line_break_len(rest: &str) -> usize {
    ["\r\n", "\n\r", "\n", "\r"]
        .into_iter()
        .find(|line_break| rest.starts_with(line_break))
        .map_or(0, str::len)
}

fn refuse(reason: impl AsRef<str>) -> ApiError {
    ApiError::bad_request(format!("can't parse entities: {}", reason.as_ref()))
}
