//! `parse_mode: "HTML"`: the tags the Bot API supports, turned into entities.

use super::entities::{Entity, utf16_len};
use super::errors::ApiError;

/// No character reference that means anything is longer, in bytes.
const REFERENCE_LEN_MAX: usize = 11;

/// The text without its tags, and the entities they stood for.
///
/// # Errors
/// The Bot API's refusal: an unsupported, unmatched or unclosed tag.
pub(crate) fn parse(source: &str) -> Result<(String, Vec<Entity>), ApiError> {
    let mut parser = Parser::default();
    let mut at = 0;
    while let Some(letter) = source[at..].chars().next() {
        let rest = &source[at..];
        at += match letter {
            '<' => parser.tag(rest, at)?,
            '&' => parser.reference(rest),
            _ => parser.letter(letter),
        };
    }
    parser.finish()
}

#[derive(Debug, Default)]
struct Parser {
    text: String,
    utf16: usize,
    open: Vec<(String, Entity)>,
    closed: Vec<Entity>,
}

impl Parser {
    fn letter(&mut self, letter: char) -> usize {
        self.text.push(letter);
        self.utf16 += letter.len_utf16();
        letter.len_utf8()
    }

    /// A character reference; what is none stands for itself.
    fn reference(&mut self, rest: &str) -> usize {
        let end = rest.bytes().take(REFERENCE_LEN_MAX).position(|byte| byte == b';');
        let known = end.and_then(|end| Some((decode(&rest[1..end])?, end)));
        let Some((letter, end)) = known else { return self.letter('&') };
        self.letter(letter);
        end + 1
    }

    fn tag(&mut self, rest: &str, at: usize) -> Result<usize, ApiError> {
        let unclosed = || refuse(&format!("Unclosed start tag at byte offset {at}"));
        let end = rest.find('>').ok_or_else(unclosed)?;
        let inside = &rest[1..end];
        if let Some(name) = inside.strip_prefix('/') {
            self.close(name.trim(), at)?;
            return Ok(end + 1);
        }
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let name = name.to_ascii_lowercase();
        let in_pre = self.open.last().is_some_and(|(open, _)| open == "pre");
        let attribute = |wanted: &str| attribute(attributes, wanted);
        let kind = match name.as_str() {
            "b" | "strong" => "bold",
            "i" | "em" => "italic",
            "u" | "ins" => "underline",
            "s" | "strike" | "del" => "strikethrough",
            "tg-spoiler" => "spoiler",
            "span" if attribute("class").as_deref() == Some("tg-spoiler") => "spoiler",
            "blockquote" if attributes.contains("expandable") => "expandable_blockquote",
            "blockquote" => "blockquote",
            "code" => "code",
            "pre" => "pre",
            "a" => "text_link",
            _ => return Err(refuse(&format!("Unsupported start tag \"{name}\" at byte offset {at}"))),
        };
        let mut entity = Entity::plain(kind, self.utf16, 0);
        if kind == "text_link" {
            entity.url = attribute("href");
        }
        if kind == "code" && in_pre {
            let language =
                attribute("class").and_then(|class| Some(class.strip_prefix("language-")?.to_owned()));
            if let Some((_, pre)) = self.open.last_mut() {
                pre.language = language;
            }
            "in_pre".clone_into(&mut entity.kind);
        }
        self.open.push((name, entity));
        Ok(end + 1)
    }

    fn close(&mut self, name: &str, at: usize) -> Result<(), ApiError> {
        let (open, mut entity) =
            self.open.pop().ok_or_else(|| refuse(&format!("Unexpected end tag at byte offset {at}")))?;
        if !name.is_empty() && !name.eq_ignore_ascii_case(&open) {
            let expected = format!("expected \"</{open}>\", found \"</{name}>\"");
            return Err(refuse(&format!("Unmatched end tag at byte offset {at}, {expected}")));
        }
        entity.length = self.utf16 - entity.offset;
        let link_without_target = entity.kind == "text_link" && entity.url.is_none();
        if entity.length > 0 && entity.kind != "in_pre" && !link_without_target {
            self.closed.push(entity);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(String, Vec<Entity>), ApiError> {
        if let Some((name, _)) = self.open.pop() {
            return Err(refuse(&format!("Can't find end tag corresponding to start tag \"{name}\"")));
        }
        debug_assert_eq!(self.utf16, utf16_len(&self.text), "offsets are counted as the text grows");
        self.closed.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
        Ok((self.text, self.closed))
    }
}

fn decode(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| *letter != '\0')
        }
    }
}

fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let (_, after) = attributes.split_once(wanted)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    let value = match quote {
        Some(quote) => value[1..].split(quote).next()?,
        None => value.split_whitespace().next()?,
    };
    Some(value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

fn refuse(reason: &str) -> ApiError {
    ApiError::bad_request(format!("can't parse entities: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_entities_and_references_letters() {
        let source = "<b>Anna &amp; <i>👋</i></b> <a href='https://x.y/?a&amp;b'>here</a>";
        let (text, entities) = parse(source).expect("it parses");
        assert_eq!(text, "Anna & 👋 here");
        let seen: Vec<_> = entities.iter().map(|e| (e.kind.as_str(), e.of(&text))).collect();
        assert_eq!(seen, [("bold", "Anna & 👋"), ("italic", "👋"), ("text_link", "here")]);
        assert_eq!(entities[2].url.as_deref(), Some("https://x.y/?a&b"));
    }

    #[test]
    fn a_code_block_keeps_its_language() {
        let (_, entities) = parse("<pre><code class=\"language-rust\">fn</code></pre>").expect("it parses");
        assert_eq!(entities.len(), 1);
        assert_eq!(entities[0].language.as_deref(), Some("rust"));
    }

    #[test]
    fn unbalanced_and_unknown_tags_are_refused() {
        for wrong in ["<b>x", "x</b>", "<b><i>x</b></i>", "<marquee>x</marquee>", "1 <3"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
