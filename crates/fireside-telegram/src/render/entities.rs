//! From a tree of spans to text with entities.

use std::mem;

use fireside_core::{Account, Span, Text};
use reqwest::Url;
use teloxide::types::{MessageEntity, MessageEntityKind, User, UserId};

use super::Formatted;
use crate::PLATFORM;

/// Between an `@` and a name, it keeps Telegram from making a mention of them.
const WORD_JOINER: char = '\u{2060}';

/// The text and entities of a tree.
pub(super) fn formatted(text: &Text) -> Formatted {
    let mut writer = Writer::default();
    writer.text(text);
    let Writer { out, mut entities, .. } = writer;
    entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    Formatted { text: out, entities }
}

/// Which formatting surrounds what is written. Bot API, "Formatting options":
/// code stands in nothing else, quotations and links not in their like.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    style: bool,
    quote: bool,
    link: bool,
}

#[derive(Default)]
struct Writer {
    out: String,
    units: usize,
    entities: Vec<MessageEntity>,
    around: Around,
}

impl Writer {
    fn text(&mut self, text: &Text) {
        for span in &text.0 {
            self.span(span);
        }
    }

    fn span(&mut self, span: &Span) {
        let around = self.around;
        match span {
            Span::Plain(words) => self.words(words, true),
            Span::Bold(inner) => self.styled(MessageEntityKind::Bold, inner),
            Span::Italic(inner) => self.styled(MessageEntityKind::Italic, inner),
            Span::Underline(inner) => self.styled(MessageEntityKind::Underline, inner),
            Span::Spoiler(inner) => self.styled(MessageEntityKind::Spoiler, inner),
            Span::Strike(inner) => self.styled(MessageEntityKind::Strikethrough, inner),
            Span::Code(code) => self.code(MessageEntityKind::Code, code),
            Span::CodeBlock { language, code } => {
                self.code(MessageEntityKind::Pre { language: language.clone() }, code);
            }
            Span::Quote(inner) => {
                let kind = (!around.quote && !around.link).then_some(MessageEntityKind::Blockquote);
                self.within(kind, Around { quote: true, ..around }, |writer| writer.text(inner));
            }
            Span::Link { url, label } => {
                let kind = (!around.link).then(|| link(url)).flatten();
                self.within(kind, Around { link: true, ..around }, |writer| writer.text(label));
            }
            Span::Mention { account, name } => {
                let is_shown = !around.link && !fireside_core::text::is_blank(name);
                let kind = is_shown.then(|| mention(account, name)).flatten();
                self.within(kind, Around { link: true, ..around }, |writer| writer.words(name, true));
            }
        }
    }

    fn styled(&mut self, kind: MessageEntityKind, inner: &Text) {
        let around = Around { style: true, ..self.around };
        self.within(Some(kind), around, |writer| writer.text(inner));
    }

    fn code(&mut self, kind: MessageEntityKind, code: &str) {
        let alone = !self.around.style && !self.around.link && !self.around.quote;
        // Without its entity, code is words like any other.
        self.within(alone.then_some(kind), self.around, |writer| writer.words(code, !alone));
    }

    fn within(&mut self, kind: Option<MessageEntityKind>, around: Around, write: impl FnOnce(&mut Self)) {
        let (offset, outer) = (self.units, mem::replace(&mut self.around, around));
        write(self);
        self.around = outer;
        let length = self.units - offset;
        if let Some(kind) = kind.filter(|_| length > 0) {
            self.entities.push(MessageEntity { kind, offset, length });
        }
    }

    /// Writes characters as they are, without those a client can't show; in
    /// plain words, an `@name` stays words.
    fn words(&mut self, words: &str, plain: bool) {
        let mut before = self.out.chars().next_back();
        let mut all = words.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).peekable();
        while let Some(c) = all.next() {
            self.push(c);
            let begins = !before.is_some_and(char::is_alphanumeric);
            let names = all.peek().is_none_or(|next| next.is_ascii_alphanumeric() || *next == '_');
            if plain && c == '@' && begins && names {
                self.push(WORD_JOINER);
            }
            before = Some(c);
        }
    }

    fn push(&mut self, c: char) {
        self.out.push(c);
        self.units += c.len_utf16();
    }
}

fn link(url: &str) -> Option<MessageEntityKind> {
    let url = Url::parse(url).ok()?;
    matches!(url.scheme(), "http" | "https" | "tg" | "mailto").then_some(MessageEntityKind::TextLink { url })
}

fn mention(account: &Account, name: &str) -> Option<MessageEntityKind> {
    let id = account.id.as_str().parse().ok().filter(|_| account.platform.as_str() == PLATFORM)?;
    let user = User {
        id: UserId(id),
        is_bot: false,
        first_name: name.to_owned(),
        last_name: None,
        username: None,
        language_code: None,
        is_premium: false,
        added_to_attachment_menu: false,
    };
    Some(MessageEntityKind::TextMention { user })
}
