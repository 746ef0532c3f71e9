//! From a tree of spans to text with entities.

use std::cmp::Reverse;
use std::mem;

use fireside_core::{Account, Span, Text};
use reqwest::Url;
use teloxide::types::{MessageEntity, MessageEntityKind, User, UserId};

use super::{Formatted, Wording, words};
use crate::PLATFORM;

/// The longest name of a code block's language: longer ones are none.
const LANGUAGE_LEN_MAX: usize = 32;

/// The text and entities of a tree.
pub(super) fn formatted(text: &Text, wording: Wording) -> Formatted {
    let mut writer = Writer { wording, ..Writer::default() };
    writer.text(text);
    let Writer { out, mut entities, .. } = writer;
    part_styles(&mut entities);
    // Of two over the same text, the outer was written last and stands first.
    entities.reverse();
    entities.sort_by_key(|entity| (entity.offset, Reverse(entity.length)));
    Formatted { text: out, entities }
}

/// Parts the styles that code has cut, where they reach over the edge of a
/// quotation or a link: entities nest.
fn part_styles(entities: &mut Vec<MessageEntity>) {
    let is_block = |entity: &&MessageEntity| !is_style(&entity.kind);
    let edges: Vec<(usize, usize)> =
        entities.iter().filter(is_block).map(|block| (block.offset, block.offset + block.length)).collect();
    let mut at = 0;
    while let Some(entity) = entities.get(at) {
        let (start, end) = (entity.offset, entity.offset + entity.length);
        let is_within = |edge: usize| start < edge && edge < end;
        let cut = |(from, to): &(usize, usize)| match (is_within(*from), is_within(*to)) {
            (true, false) if *to > end => Some(*from),
            (false, true) if *from < start => Some(*to),
            _ => None,
        };
        match edges.iter().find_map(cut).filter(|_| is_style(&entity.kind)) {
            Some(edge) => {
                let rest = MessageEntity { offset: edge, length: end - edge, ..entity.clone() };
                if let Some(entity) = entities.get_mut(at) {
                    entity.length = edge - start;
                }
                entities.push(rest);
            }
            None => at += 1,
        }
    }
}

fn is_style(kind: &MessageEntityKind) -> bool {
    use MessageEntityKind::{Bold, Italic, Spoiler, Strikethrough, Underline};
    matches!(kind, Bold | Italic | Underline | Strikethrough | Spoiler)
}

/// What surrounds the text that is written. Bot API, "Formatting options":
/// quotations and links stand not in their like, code in neither link nor style.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    quote: bool,
    link: bool,
}

#[derive(Default)]
struct Writer {
    wording: Wording,
    out: String,
    units: usize,
    entities: Vec<MessageEntity>,
    around: Around,
    /// The styles around what is written, each with the unit at which it began.
    styles: Vec<(MessageEntityKind, usize)>,
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
            Span::Plain(words) => self.words(words),
            Span::Bold(inner) => self.styled(MessageEntityKind::Bold, inner),
            Span::Italic(inner) => self.styled(MessageEntityKind::Italic, inner),
            Span::Underline(inner) => self.styled(MessageEntityKind::Underline, inner),
            Span::Spoiler(inner) => self.styled(MessageEntityKind::Spoiler, inner),
            Span::Strike(inner) => self.styled(MessageEntityKind::Strikethrough, inner),
            Span::Code(code) => self.code(MessageEntityKind::Code, code),
            Span::CodeBlock { language, code } => {
                let language = language.clone().filter(|language| is_language(language));
                self.code(MessageEntityKind::Pre { language }, code);
            }
            Span::Quote(inner) => {
                let kind = (!around.quote && !around.link).then_some(MessageEntityKind::Blockquote);
                self.within(kind, Around { quote: true, ..around }, |writer| writer.text(inner));
            }
            Span::Link { url, label } => {
                let kind = (!around.link).then(|| link(url)).flatten();
                self.within(kind, Around { link: true, ..around }, |writer| writer.text(label));
            }
            // No role of Telegram's can be pinged.
            Span::RoleMention { name, .. } => self.words(name),
            Span::Mention { account, name } => {
                let is_shown = !around.link && !fireside_core::text::is_blank(name);
                let kind = is_shown.then(|| mention(account, name)).flatten();
                self.within(kind, Around { link: true, ..around }, |writer| writer.words(name));
            }
        }
    }

    fn styled(&mut self, kind: MessageEntityKind, inner: &Text) {
        self.styles.push((kind, self.units));
        self.text(inner);
        if let Some((kind, offset)) = self.styles.pop() {
            self.mark(kind, offset);
        }
    }

    /// Code stands in no style: those around it end before it and go on after
    /// it. In a link it is words like any other.
    fn code(&mut self, kind: MessageEntityKind, code: &str) {
        if self.around.link {
            return self.words(code);
        }
        let styles = mem::take(&mut self.styles);
        for (kind, offset) in &styles {
            self.mark(kind.clone(), *offset);
        }
        self.within(Some(kind), self.around, |writer| {
            for c in words::visible(code) {
                writer.push(c);
            }
        });
        self.styles = styles.into_iter().map(|(kind, _)| (kind, self.units)).collect();
    }

    fn within(&mut self, kind: Option<MessageEntityKind>, around: Around, write: impl FnOnce(&mut Self)) {
        let (offset, outer) = (self.units, mem::replace(&mut self.around, around));
        write(self);
        self.around = outer;
        if let Some(kind) = kind {
            self.mark(kind, offset);
        }
    }

    /// Marks what was written since `offset`.
    fn mark(&mut self, kind: MessageEntityKind, offset: usize) {
        let length = self.units - offset;
        if length > 0 {
            self.entities.push(MessageEntity { kind, offset, length });
        }
    }

    fn words(&mut self, text: &str) {
        let before = self.out.chars().next_back();
        // Whoever quotes says somebody else's words.
        let wording = if self.around.quote { Wording::Others } else { self.wording };
        for c in words::tamed(text, before, wording).chars() {
            self.push(c);
        }
    }

    fn push(&mut self, c: char) {
        self.out.push(c);
        self.units += c.len_utf16();
    }
}

fn is_language(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.');
    (1..=LANGUAGE_LEN_MAX).contains(&name.len()) && name.chars().all(is_part)
}

/// A page or an address. Telegram takes a link to `tg://user` for a mention, so
/// none of its own are made.
fn link(url: &str) -> Option<MessageEntityKind> {
    let url = Url::parse(url).ok()?;
    matches!(url.scheme(), "http" | "https" | "mailto").then_some(MessageEntityKind::TextLink { url })
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
