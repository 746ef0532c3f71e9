//! `parse_mode: "HTML"`: the tags the Bot API supports, turned into entities.

use super::{Parsed, Plain, in_order, links, refuse};
use crate::telegram::entities::Entity;
use crate::telegram::errors::ApiError;

/// No character reference that means anything is longer, in bytes.
const REFERENCE_LEN_MAX: usize = 11;

/// The text without its tags, and the entities they stood for.
///
/// # Errors
/// The Bot API's refusal: an unsupported, unmatched or unclosed tag.
pub(super) fn parse(source: &str) -> Parsed {
    let mut parser = Parser::default();
    let mut at = 0;
    while let Some(letter) = source[at..].chars().next() {
        let rest = &source[at..];
        at += match letter {
            '<' if rest.starts_with("</") => parser.close(rest, at)?,
            '<' => parser.open(rest, at)?,
            '&' => parser.reference(rest),
            _ => parser.plain.push(letter),
        };
    }
    parser.finish()
}

#[derive(Debug)]
struct Open {
    tag: String,
    /// In bytes of the text so far.
    text_from: usize,
    entity: Entity,
}

#[derive(Debug, Default)]
struct Parser {
    plain: Plain,
    open: Vec<Open>,
    closed: Vec<Entity>,
}

impl Parser {
    /// A character reference; what is none stands for itself.
    fn reference(&mut self, rest: &str) -> usize {
        let end = rest.bytes().take(REFERENCE_LEN_MAX).position(|byte| byte == b';');
        let known = end.and_then(|end| Some((decode(&rest[1..end])?, end)));
        let Some((letter, end)) = known else { return self.plain.push('&') };
        self.plain.push(letter);
        end + 1
    }

    /// Reads the start tag that `rest` begins with and returns its length.
    fn open(&mut self, rest: &str, at: usize) -> Result<usize, ApiError> {
        let unclosed = || refuse(format!("Unclosed start tag at byte offset {at}"));
        let name_len =
            rest[1..].find(|letter: char| letter.is_whitespace() || letter == '>').ok_or_else(unclosed)?;
        let tag = rest[1..=name_len].to_ascii_lowercase();
        let in_pre = self.open.last().is_some_and(|open| open.tag == "pre");
        let kind = kind(&tag, in_pre)
            .ok_or_else(|| refuse(format!("Unsupported start tag \"{tag}\" at byte offset {at}")))?;
        let (attributes, len) = attributes(&rest[1 + name_len..]).ok_or_else(unclosed)?;
        let value = |wanted: &str| {
            let mut found = attributes.iter().filter(|(name, _)| name == wanted);
            found.next().map(|(_, value)| value.clone())
        };
        let mut entity = Entity::plain(kind, self.plain.utf16, 0);
        match tag.as_str() {
            "a" => entity.url = Some(value("href").unwrap_or_default()),
            "span" if value("class").as_deref() != Some("tg-spoiler") => {
                return Err(refuse(format!(
                    "Tag \"span\" must have class \"tg-spoiler\" at byte offset {at}"
                )));
            }
            "blockquote" if value("expandable").is_some() => {
                "expandable_blockquote".clone_into(&mut entity.kind);
            }
            "tg-emoji" => {
                let id = value("emoji-id").filter(|id| id.parse::<u64>().is_ok());
                let invalid = || refuse("Invalid custom emoji identifier specified");
                entity.custom_emoji_id = Some(id.ok_or_else(invalid)?);
            }
            "tg-time" => {
                let moment = value("unix").and_then(|moment| moment.parse().ok());
                entity.unix_time = Some(moment.ok_or_else(|| refuse("Invalid Unix time specified"))?);
                entity.date_time_format = value("format");
            }
            "code" if in_pre => {
                let class = value("class").unwrap_or_default();
                if let Some(pre) = self.open.last_mut() {
                    pre.entity.language = class.strip_prefix("language-").map(str::to_owned);
                }
            }
            _ => {}
        }
        self.open.push(Open { tag, text_from: self.plain.text.len(), entity });
        Ok(1 + name_len + len)
    }

    /// Reads the end tag that `rest` begins with and returns its length.
    fn close(&mut self, rest: &str, at: usize) -> Result<usize, ApiError> {
        let unexpected = || refuse(format!("Unexpected end tag at byte offset {at}"));
        let Open { tag, text_from, mut entity } = self.open.pop().ok_or_else(unexpected)?;
        let end = rest.find('>').ok_or_else(|| refuse(format!("Unclosed end tag at byte offset {at}")))?;
        let name = rest[2..end].trim().to_ascii_lowercase();
        if !name.is_empty() && name != tag {
            let expected = format!("expected \"</{tag}>\", found \"</{name}>\"");
            return Err(refuse(format!("Unmatched end tag at byte offset {at}, {expected}")));
        }
        entity.length = self.plain.utf16 - entity.offset;
        let entity = match entity.url.take() {
            // A link without a target leads where its words say.
            Some(url) => {
                let target = if url.is_empty() { &self.plain.text[text_from..] } else { &url };
                links::link(target, entity.offset).map(|link| Entity { length: entity.length, ..link })
            }
            None => Some(entity),
        };
        self.closed.extend(entity.filter(|entity| entity.length > 0 && entity.kind != IN_PRE));
        Ok(end + 1)
    }

    fn finish(mut self) -> Parsed {
        if let Some(Open { tag, .. }) = self.open.pop() {
            return Err(refuse(format!("Can't find end tag corresponding to start tag \"{tag}\"")));
        }
        Ok((self.plain.text, in_order(self.closed)))
    }
}

/// The kind of a `code` tag that only names the language of its `pre`.
const IN_PRE: &str = "";

fn kind(tag: &str, in_pre: bool) -> Option<&'static str> {
    Some(match tag {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "tg-spoiler" | "span" => "spoiler",
        "tg-emoji" => "custom_emoji",
        "tg-time" => "date_time",
        "blockquote" => "blockquote",
        "code" if in_pre => IN_PRE,
        "code" => "code",
        "pre" => "pre",
        "a" => "text_link",
        _ => return None,
    })
}

/// The attributes up to the tag's `>`, and how long all that is; none when it
/// never ends. An attribute without a value has an empty one.
fn attributes(rest: &str) -> Option<(Vec<(String, String)>, usize)> {
    let mut found = Vec::new();
    let mut left = rest.trim_start();
    while !left.starts_with('>') {
        let name_len = left.find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '>'))?;
        let name = left[..name_len].to_ascii_lowercase();
        left = left[name_len..].trim_start();
        let mut value = String::new();
        if let Some(after) = left.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|letter| matches!(letter, '"' | '\''));
            if let Some(quote) = quote {
                let len = after[1..].find(quote)?;
                value = decode_all(&after[1..=len]);
                left = after[len + 2..].trim_start();
            } else {
                let len = after.find(|letter: char| letter.is_whitespace() || letter == '>')?;
                after[..len].clone_into(&mut value);
                left = after[len..].trim_start();
            }
        }
        found.push((name, value));
    }
    Some((found, rest.len() - left.len() + 1))
}

fn decode_all(value: &str) -> String {
    let mut decoded = Parser::default();
    let mut at = 0;
    while let Some(letter) = value[at..].chars().next() {
        at += if letter == '&' { decoded.reference(&value[at..]) } else { decoded.plain.push(letter) };
    }
    decoded.plain.text
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
    fn emoji_spoilers_quotations_and_people_are_read() {
        let source = "<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span> \
                      <blockquote expandable>c</blockquote> <tg-emoji emoji-id=\"53\">👍</tg-emoji> \
                      <a href=tg://user?id=7>d</a><u>e</u><s>f</s>";
        let (text, entities) = parse(source).expect("it parses");
        assert_eq!(text, "ab c 👍 def");
        let kinds: Vec<_> = entities.iter().map(|entity| entity.kind.as_str()).collect();
        let expected = ["spoiler", "spoiler", "expandable_blockquote", "custom_emoji", "text_mention"];
        assert_eq!(kinds[..5], expected);
        assert_eq!(kinds[5..], ["underline", "strikethrough"]);
        assert_eq!(entities[3].custom_emoji_id.as_deref(), Some("53"));
    }

    #[test]
    fn refusals_name_the_byte_where_it_went_wrong() {
        let cases = [
            ("é<b>x</i>", "Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\""),
            ("é<marquee>", "Unsupported start tag \"marquee\" at byte offset 2"),
            ("x</b>", "Unexpected end tag at byte offset 1"),
            ("<b", "Unclosed start tag at byte offset 0"),
            ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
            ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ];
        for (source, reason) in cases {
            let refusal = serde_json::to_value(parse(source).expect_err(source)).expect("JSON");
            let expected = format!("Bad Request: can't parse entities: {reason}");
            assert_eq!(refusal["description"], expected.as_str(), "{source}");
        }
    }

    #[test]
    fn unbalanced_and_unknown_tags_are_refused() {
        for wrong in ["<b>x", "x</b>", "<b><i>x</b></i>", "<marquee>x</marquee>", "1 <3"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
