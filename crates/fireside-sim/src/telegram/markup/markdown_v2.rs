//! `parse_mode: "MarkdownV2"`: entities nest, and every reserved letter must be
//! escaped or mean something.

use super::{Parsed, Plain, in_order, language, line_break_len, links, refuse};
use crate::telegram::entities::Entity;
use crate::telegram::errors::ApiError;

const RESERVED: &str = "_*[]()~`>#+-=|{}.!\n";

/// The text without its markup, and the entities.
///
/// # Errors
/// A reserved letter that means nothing, an entity without an end, a link or
/// emoji without a target.
pub(super) fn parse(source: &str) -> Parsed {
    let mut parser = Parser { source, line_begins: true, ..Parser::default() };
    while parser.at < source.len() {
        parser.step()?;
    }
    parser.finish()
}

/// What an entity is while it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre,
    Link,
    Emoji,
    Quote,
}

impl Kind {
    /// Telegram's name for it in refusals, and the entity's type.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Bold => ("Bold", "bold"),
            Self::Italic => ("Italic", "italic"),
            Self::Underline => ("Underline", "underline"),
            Self::Strikethrough => ("Strikethrough", "strikethrough"),
            Self::Spoiler => ("Spoiler", "spoiler"),
            Self::Code => ("Code", "code"),
            Self::Pre => ("Pre", "pre"),
            Self::Link => ("TextUrl", "text_link"),
            Self::Emoji => ("CustomEmoji", "custom_emoji"),
            Self::Quote => ("BlockQuote", "blockquote"),
        }
    }

    fn is_code(self) -> bool {
        matches!(self, Self::Code | Self::Pre)
    }
}

#[derive(Debug)]
struct Open {
    kind: Kind,
    begins_at: usize,
    offset: usize,
    text_from: usize,
    language: Option<String>,
}

#[derive(Debug, Default)]
struct Parser<'a> {
    source: &'a str,
    at: usize,
    plain: Plain,
    open: Vec<Open>,
    closed: Vec<Entity>,
    /// Nothing of the line was read yet, so a quotation may begin.
    line_begins: bool,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn step(&mut self) -> Result<(), ApiError> {
        let rest = self.rest();
        let mut letters = rest.chars();
        let (Some(letter), next) = (letters.next(), letters.next()) else { return Ok(()) };
        if letter == '\\'
            && let Some(escaped) = next.filter(|next| ('\u{1}'..='\u{7e}').contains(next))
        {
            self.at += 1 + self.plain.push(escaped);
            self.line_begins = false;
            return Ok(());
        }
        let in_code = self.open.last().is_some_and(|open| open.kind.is_code());
        let reserved = if in_code { letter == '`' } else { RESERVED.contains(letter) };
        if !reserved {
            self.at += self.plain.push(letter);
            self.line_begins &= letter == '\r';
            return Ok(());
        }
        if letter == '\n' {
            return self.line_break();
        }
        if let Some(mark) = self.end_mark(rest) {
            self.at += mark;
            return self.close();
        }
        if self.ends_expandable(rest) {
            self.at += 2;
            return self.close_quote(true);
        }
        self.begin(letter, rest)
    }

    /// The length of the mark that ends the innermost entity, if `rest` starts with it.
    fn end_mark(&self, rest: &str) -> Option<usize> {
        let mark = match self.open.last()?.kind {
            Kind::Bold => "*",
            Kind::Italic if rest.starts_with("__") => return None,
            Kind::Italic => "_",
            Kind::Underline => "__",
            Kind::Strikethrough => "~",
            Kind::Spoiler => "||",
            Kind::Code => "`",
            Kind::Pre => "```",
            Kind::Link | Kind::Emoji => "]",
            Kind::Quote => return None,
        };
        rest.starts_with(mark).then_some(mark.len())
    }

    /// Whether a quotation that unfolds ends here: `||` at the end of its last line.
    fn ends_expandable(&self, rest: &str) -> bool {
        let in_quote = self.open.last().is_some_and(|open| open.kind == Kind::Quote);
        let after = rest.strip_prefix("||").filter(|_| in_quote);
        after.is_some_and(|after| after.is_empty() || (after.starts_with('\n') && !after.starts_with("\n>")))
    }

    fn begin(&mut self, letter: char, rest: &str) -> Result<(), ApiError> {
        let begins_at = self.at;
        let in_quote = self.open.iter().any(|open| open.kind == Kind::Quote);
        let (kind, mark) = match letter {
            '_' if rest.starts_with("__") => (Kind::Underline, 2),
            '_' => (Kind::Italic, 1),
            '*' => (Kind::Bold, 1),
            '~' => (Kind::Strikethrough, 1),
            '|' if rest.starts_with("||") => (Kind::Spoiler, 2),
            '[' => (Kind::Link, 1),
            '!' if rest.starts_with("![") => (Kind::Emoji, 2),
            '`' if rest.starts_with("```") => (Kind::Pre, 3),
            '`' => (Kind::Code, 1),
            '>' if self.line_begins && !in_quote => (Kind::Quote, 1),
            _ => {
                let how = "is reserved and must be escaped with the preceding '\\'";
                return Err(refuse(format!("Character '{letter}' {how}")));
            }
        };
        self.at += mark;
        let mut named = None;
        if kind == Kind::Pre {
            named = language(self.rest()).map(str::to_owned);
            self.at += named.as_ref().map_or(0, String::len);
            self.at += line_break_len(self.rest());
        }
        self.line_begins = false;
        let (offset, text_from) = (self.plain.utf16, self.plain.text.len());
        self.open.push(Open { kind, begins_at, offset, text_from, language: named });
        Ok(())
    }

    /// A line ends; a quotation goes on with `>` or ends with it.
    fn line_break(&mut self) -> Result<(), ApiError> {
        let in_quote = self.open.iter().any(|open| open.kind == Kind::Quote);
        let goes_on = self.rest().starts_with("\n>");
        if in_quote && !goes_on {
            self.close_quote(false)?;
        }
        self.at += self.plain.push('\n');
        if in_quote && goes_on {
            self.at += 1;
        }
        self.line_begins = !(in_quote && goes_on);
        Ok(())
    }

    fn close_quote(&mut self, expandable: bool) -> Result<(), ApiError> {
        match self.open.pop() {
            Some(open) if open.kind == Kind::Quote => {
                let kind = if expandable { "expandable_blockquote" } else { "blockquote" };
                let entity = Entity::plain(kind, open.offset, 0);
                self.keep(entity);
                Ok(())
            }
            Some(open) => Err(unended(&open)),
            None => Ok(()),
        }
    }

    fn close(&mut self) -> Result<(), ApiError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let (_, name) = open.kind.names();
        let entity = match open.kind {
            Kind::Link => {
                let words = self.plain.text[open.text_from..].to_owned();
                let target = self.target("URL")?.unwrap_or(words);
                links::link(&target, open.offset)
            }
            Kind::Emoji => self.emoji(&open)?,
            Kind::Pre => Some(Entity { language: open.language, ..Entity::plain(name, open.offset, 0) }),
            _ => Some(Entity::plain(name, open.offset, 0)),
        };
        if let Some(entity) = entity {
            self.keep(entity);
        }
        Ok(())
    }

    fn emoji(&mut self, open: &Open) -> Result<Option<Entity>, ApiError> {
        let without = || refuse("Custom emoji entity must contain a tg://emoji URL");
        let target = self.target("custom emoji URL")?.ok_or_else(without)?;
        if let Some((unix_time, format)) = links::date_time(&target) {
            let date_time_format = Some(format).filter(|format| !format.is_empty());
            let entity = Entity::plain("date_time", open.offset, 0);
            return Ok(Some(Entity { unix_time: Some(unix_time), date_time_format, ..entity }));
        }
        let id = links::custom_emoji(&target).ok_or_else(|| refuse("Invalid custom emoji URL specified"))?;
        Ok(Some(Entity { custom_emoji_id: Some(id), ..Entity::plain("custom_emoji", open.offset, 0) }))
    }

    /// The target in parentheses that follows, without its escapes.
    fn target(&mut self, what: &str) -> Result<Option<String>, ApiError> {
        if !self.rest().starts_with('(') {
            return Ok(None);
        }
        self.at += 1;
        let begins_at = self.at;
        let mut target = String::new();
        let mut letters = self.rest().char_indices();
        while let Some((place, letter)) = letters.next() {
            match letter {
                ')' => {
                    self.at += place + 1;
                    return Ok(Some(target));
                }
                '\\' => {
                    let next = letters.clone().next().map(|(_, next)| next);
                    match next.filter(char::is_ascii) {
                        Some(escaped) => {
                            letters.next();
                            target.push(escaped);
                        }
                        None => target.push(letter),
                    }
                }
                _ => target.push(letter),
            }
        }
        Err(refuse(format!("Can't find end of a {what} at byte offset {begins_at}")))
    }

    fn keep(&mut self, entity: Entity) {
        let length = self.plain.utf16 - entity.offset;
        if length > 0 {
            self.closed.push(Entity { length, ..entity });
        }
    }

    fn finish(mut self) -> Parsed {
        if self.open.last().is_some_and(|open| open.kind == Kind::Quote) {
            self.close_quote(false)?;
        }
        match self.open.last() {
            Some(open) => Err(unended(open)),
            None => Ok((self.plain.text, in_order(self.closed))),
        }
    }
}

fn unended(open: &Open) -> ApiError {
    let (name, _) = open.kind.names();
    let name = if open.language.is_some() { "PreCode" } else { name };
    refuse(format!("Can't find end of {name} entity at byte offset {}", open.begins_at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(source: &str) -> (String, Vec<(String, String)>) {
        let (text, entities) = parse(source).expect(source);
        let seen = entities.iter().map(|entity| (entity.kind.clone(), entity.of(&text).to_owned())).collect();
        (text, seen)
    }

    fn refusal(source: &str) -> String {
        let refusal = serde_json::to_value(parse(source).expect_err(source)).expect("JSON");
        let description = refusal["description"].as_str().expect("a text").to_owned();
        description.trim_start_matches("Bad Request: can't parse entities: ").to_owned()
    }

    #[test]
    fn entities_nest_and_escapes_stand_for_letters() {
        let (text, entities) = seen("*bold _👋 __under__ ~gone~_ ||psst||* `a_b\\`` 1\\.5");
        assert_eq!(text, "bold 👋 under gone psst a_b` 1.5");
        let expected = [
            ("bold", "bold 👋 under gone psst"),
            ("italic", "👋 under gone"),
            ("underline", "under"),
            ("strikethrough", "gone"),
            ("spoiler", "psst"),
            ("code", "a_b`"),
        ];
        assert_eq!(entities, expected.map(|(kind, words)| (kind.to_owned(), words.to_owned())));
    }

    #[test]
    fn links_emoji_people_and_code_blocks_carry_their_targets() {
        let source = "[a](https://x.y/\\)z) [b](tg://user?id=7) ![👍](tg://emoji?id=53) ```rust\nfn f()```";
        let (text, entities) = parse(source).expect("it parses");
        assert_eq!(text, "a b 👍 fn f()");
        assert_eq!(entities[0].url.as_deref(), Some("https://x.y/)z"));
        assert_eq!(entities[1].user.as_ref().map(|user| user["id"].clone()), Some(7.into()));
        assert_eq!(entities[2].custom_emoji_id.as_deref(), Some("53"));
        assert_eq!(entities[3].language.as_deref(), Some("rust"));
    }

    #[test]
    fn quotations_take_lines_and_may_unfold() {
        let (text, entities) = seen(">one\n>two\nthree\n>four||");
        assert_eq!(text, "one\ntwo\nthree\nfour");
        let expected = [("blockquote", "one\ntwo"), ("expandable_blockquote", "four")];
        assert_eq!(entities, expected.map(|(kind, words)| (kind.to_owned(), words.to_owned())));
    }

    #[test]
    fn what_means_nothing_is_refused_with_its_place() {
        for (source, letter) in [("1.5", '.'), ("a-b", '-'), ("(x", '('), ("a|b", '|'), ("x > y", '>')] {
            let how = "is reserved and must be escaped with the preceding '\\'";
            assert_eq!(refusal(source), format!("Character '{letter}' {how}"));
        }
        assert_eq!(refusal("é *x"), "Can't find end of Bold entity at byte offset 3");
        assert_eq!(refusal("```rust\nfn"), "Can't find end of PreCode entity at byte offset 0");
        assert_eq!(refusal("*a _b* c_"), "Can't find end of Italic entity at byte offset 8");
        assert_eq!(refusal("[a](https://x"), "Can't find end of a URL at byte offset 4");
        assert_eq!(refusal("![a]x"), "Custom emoji entity must contain a tg://emoji URL");
    }
}
