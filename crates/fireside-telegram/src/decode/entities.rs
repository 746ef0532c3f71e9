//! From text with entities to a tree of spans.
//!
//! Entities count UTF-16 units. What a client sends wrong (outside the text,
//! inside a character, half over another) is left out, never an error.

use std::ops::Range;

use fireside_core::{Account, Span, Text};
use teloxide::types::{MessageEntity, MessageEntityKind};

use super::actor;
use crate::PLATFORM;

/// The deepest nesting that is kept: stored text is JSON, whose depth has a bound.
const DEPTH_MAX: usize = 8;

/// The text that an entity covers.
pub(super) fn covered<'a>(text: &'a str, entity: &MessageEntity) -> Option<&'a str> {
    let range = Offsets::of(text).range(entity)?;
    text.get(range)
}

/// The tree of `text` and `entities`.
pub(crate) fn text(text: &str, entities: &[MessageEntity]) -> Text {
    let offsets = Offsets::of(text);
    let mut marks: Vec<Mark<'_>> = entities
        .iter()
        .filter(|entity| formats(&entity.kind))
        .filter_map(|entity| Some(Mark { range: offsets.range(entity)?, kind: &entity.kind }))
        .collect();
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    spans(text, 0..text.len(), &marks, 0)
}

struct Mark<'a> {
    range: Range<usize>,
    kind: &'a MessageEntityKind,
}

/// The byte at which each UTF-16 unit begins, where one does.
struct Offsets(Vec<Option<usize>>);

impl Offsets {
    fn of(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            starts.push(Some(at));
            if c.len_utf16() == 2 {
                starts.push(None);
            }
        }
        starts.push(Some(text.len()));
        Self(starts)
    }

    /// The bytes an entity covers, where it covers whole characters.
    fn range(&self, entity: &MessageEntity) -> Option<Range<usize>> {
        let byte = |unit: usize| self.0.get(unit).copied().flatten();
        let end = entity.offset.checked_add(entity.length)?;
        let range = byte(entity.offset)?..byte(end)?;
        (!range.is_empty()).then_some(range)
    }
}

/// The spans of `range`, whose marks are `marks` in order of their start.
fn spans(text: &str, range: Range<usize>, marks: &[Mark<'_>], depth: usize) -> Text {
    let mut spans = Vec::new();
    let mut at = range.start;
    let mut left = marks;
    while let Some((mark, rest)) = left.split_first() {
        left = rest;
        let fits = mark.range.start >= at && mark.range.end <= range.end;
        if !fits || depth >= DEPTH_MAX {
            continue;
        }
        push_plain(&mut spans, &text[at..mark.range.start]);
        let inner_len = rest.iter().take_while(|inner| inner.range.start < mark.range.end).count();
        let (inner, after) = rest.split_at(inner_len);
        spans.push(span(text, mark, inner, depth));
        at = mark.range.end;
        left = after;
    }
    push_plain(&mut spans, &text[at..range.end]);
    Text(spans)
}

fn push_plain(spans: &mut Vec<Span>, text: &str) {
    if !text.is_empty() {
        spans.push(Span::Plain(text.to_owned()));
    }
}

fn span(text: &str, mark: &Mark<'_>, inner: &[Mark<'_>], depth: usize) -> Span {
    let whole = || text[mark.range.clone()].to_owned();
    let tree = || spans(text, mark.range.clone(), inner, depth + 1);
    match mark.kind {
        MessageEntityKind::Bold => Span::Bold(tree()),
        MessageEntityKind::Italic => Span::Italic(tree()),
        MessageEntityKind::Strikethrough => Span::Strike(tree()),
        MessageEntityKind::Blockquote | MessageEntityKind::ExpandableBlockquote => Span::Quote(tree()),
        MessageEntityKind::Code => Span::Code(whole()),
        MessageEntityKind::Pre { language } => Span::CodeBlock { language: language.clone(), code: whole() },
        MessageEntityKind::TextLink { url } => Span::Link { url: url.to_string(), label: tree() },
        MessageEntityKind::TextMention { user } => {
            let account = Account::new(PLATFORM, user.id.to_string());
            Span::Mention { account, name: mention_name(&whole(), user) }
        }
        _ => Span::Plain(whole()),
    }
}

/// The name as it was written, unless it shows nothing.
fn mention_name(written: &str, user: &teloxide::types::User) -> String {
    if fireside_core::text::is_blank(written) { actor::of_user(user).name } else { written.to_owned() }
}

/// Whether an entity of this kind shows in the tree.
fn formats(kind: &MessageEntityKind) -> bool {
    matches!(
        kind,
        MessageEntityKind::Bold
            | MessageEntityKind::Italic
            | MessageEntityKind::Strikethrough
            | MessageEntityKind::Blockquote
            | MessageEntityKind::ExpandableBlockquote
            | MessageEntityKind::Code
            | MessageEntityKind::Pre { .. }
            | MessageEntityKind::TextLink { .. }
            | MessageEntityKind::TextMention { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_nest() {
        let marks = [MessageEntity::italic(2, 2), MessageEntity::bold(0, 4)];
        let expected = Text(vec![
            Span::Bold(Text(vec![Span::Plain("ab".to_owned()), Span::Italic(Text::plain("cd"))])),
            Span::Plain("e".to_owned()),
        ]);
        assert_eq!(text("abcde", &marks), expected);
    }

    #[test]
    fn offsets_count_utf16_units() {
        let marks = [MessageEntity::bold(2, 3)];
        assert_eq!(text("😀abc", &marks), Text::plain("😀").then(Text::bold("abc")));
    }

    #[test]
    fn wrong_entities_leave_the_words() {
        let wrong = [
            MessageEntity::bold(1, 1),
            MessageEntity::bold(0, 0),
            MessageEntity::bold(90, 5),
            MessageEntity::bold(usize::MAX, usize::MAX),
        ];
        assert_eq!(text("😀abc", &wrong), Text::plain("😀abc"));
    }

    #[test]
    fn of_two_that_overlap_the_first_counts() {
        let marks = [MessageEntity::bold(0, 3), MessageEntity::italic(2, 3)];
        assert_eq!(text("abcde", &marks), Text::bold("abc").then("de"));
    }

    #[test]
    fn a_tower_of_entities_is_cut_down() {
        let marks = vec![MessageEntity::bold(0, 1); 20_000];
        assert_eq!(text("a", &marks).to_plain(), "a");
        let json = serde_json::to_string(&text("a", &marks)).expect("it is written");
        assert_eq!(serde_json::from_str::<Text>(&json).expect("it is read").to_plain(), "a");
    }
}
