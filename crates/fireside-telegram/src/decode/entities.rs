//! From text with entities to a tree of spans.
//!
//! Entities count UTF-16 units. What a client sends wrong (outside the text,
//! inside a character) is left out, never an error. Of two that overlap, the
//! second is parted where the first ends, if parting it changes nothing.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use fireside_core::{Account, Span, Text};
use teloxide::types::{MessageEntity, MessageEntityKind};

use super::actor::display_name;
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
    let marks: Vec<Mark<'_>> = entities
        .iter()
        .filter(|entity| formats(&entity.kind))
        .filter_map(|entity| Some(Mark { range: offsets.range(entity)?, kind: &entity.kind }))
        .collect();
    spans(text, 0..text.len(), &parted(marks), 0)
}

/// The marks in order, outer before inner, each within another or beside it.
fn parted(marks: Vec<Mark<'_>>) -> Vec<Mark<'_>> {
    let order = |mark: &Mark<'_>, number| (mark.range.start, Reverse(mark.range.end), number);
    let numbered = marks.into_iter().enumerate();
    let mut left: BTreeMap<_, Mark<'_>> =
        numbered.map(|(number, mark)| (order(&mark, number), mark)).collect();
    let mut done = Vec::with_capacity(left.len());
    // Where the marks end that the next one may be within.
    let mut ends: Vec<usize> = Vec::new();
    while let Some(((.., number), mut mark)) = left.pop_first() {
        while ends.last().is_some_and(|end| *end <= mark.range.start) {
            ends.pop();
        }
        if let Some(end) = ends.last().copied().filter(|end| *end < mark.range.end) {
            if !can_be_parted(mark.kind) {
                continue;
            }
            let rest = Mark { range: end..mark.range.end, kind: mark.kind };
            left.insert(order(&rest, number), rest);
            mark.range.end = end;
        }
        ends.push(mark.range.end);
        done.push(mark);
    }
    done
}

/// Whether two halves of it show what the whole did.
fn can_be_parted(kind: &MessageEntityKind) -> bool {
    matches!(
        kind,
        MessageEntityKind::Bold
            | MessageEntityKind::Italic
            | MessageEntityKind::Underline
            | MessageEntityKind::Strikethrough
            | MessageEntityKind::Spoiler
    )
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
        MessageEntityKind::Underline => Span::Underline(tree()),
        MessageEntityKind::Strikethrough => Span::Strike(tree()),
        MessageEntityKind::Spoiler => Span::Spoiler(tree()),
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
    if !fireside_core::text::is_blank(written) {
        return written.to_owned();
    }
    let name = display_name(&user.full_name());
    if name.is_empty() { user.id.to_string() } else { name }
}

/// Whether an entity of this kind shows in the tree.
fn formats(kind: &MessageEntityKind) -> bool {
    can_be_parted(kind)
        || matches!(
            kind,
            MessageEntityKind::Blockquote
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
    fn of_two_that_overlap_the_second_is_parted() {
        let marks = [MessageEntity::bold(0, 3), MessageEntity::italic(2, 3)];
        let bold = Span::Bold(Text(vec![Span::Plain("ab".to_owned()), Span::Italic(Text::plain("c"))]));
        assert_eq!(text("abcde", &marks), Text(vec![bold, Span::Italic(Text::plain("de"))]));
    }

    #[test]
    fn what_can_not_be_parted_is_left_out() {
        let marks = [MessageEntity::bold(0, 3), MessageEntity::code(2, 3)];
        assert_eq!(text("abcde", &marks), Text::bold("abc").then("de"));
    }

    #[test]
    fn underlined_and_covered_text_stays_so() {
        let marks = [MessageEntity::spoiler(0, 4), MessageEntity::underline(0, 2)];
        let inner = Text(vec![Span::Underline(Text::plain("ab")), Span::Plain("cd".to_owned())]);
        assert_eq!(text("abcd", &marks), Text(vec![Span::Spoiler(inner)]));
    }

    #[test]
    fn entities_all_over_each_other_end() {
        let marks: Vec<_> = (0..100).map(|at| MessageEntity::bold(at, 100)).collect();
        let words = "a".repeat(200);
        assert_eq!(text(&words, &marks).to_plain(), words);
    }

    #[test]
    fn a_tower_of_entities_is_cut_down() {
        let marks = vec![MessageEntity::bold(0, 1); 20_000];
        assert_eq!(text("a", &marks).to_plain(), "a");
        let json = serde_json::to_string(&text("a", &marks)).expect("it is written");
        assert_eq!(serde_json::from_str::<Text>(&json).expect("it is read").to_plain(), "a");
    }
}
