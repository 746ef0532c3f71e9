//! What is open: markup that has begun and may still turn out to be words.

use fireside_core::{Span, Text};

/// Markup that has a beginning and an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bold,
    /// Italic by a star.
    Italic,
    /// Italic by an underscore.
    Slanted,
    Underline,
    Strike,
    Spoiler,
    /// What a link shows.
    Label,
}

impl Mark {
    /// The characters it begins with.
    fn characters(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "*",
            Self::Slanted => "_",
            Self::Underline => "__",
            Self::Strike => "~~",
            Self::Spoiler => "||",
            Self::Label => "[",
        }
    }

    /// The characters it ends with.
    fn end(self) -> &'static str {
        if self == Self::Label { "]" } else { self.characters() }
    }

    fn span(self, inner: Text) -> Span {
        match self {
            Self::Bold => Span::Bold(inner),
            Self::Italic | Self::Slanted => Span::Italic(inner),
            Self::Underline => Span::Underline(inner),
            Self::Strike => Span::Strike(inner),
            Self::Spoiler => Span::Spoiler(inner),
            Self::Label => Span::Link { url: String::new(), label: inner },
        }
    }
}

/// The stack of what is open. Each mark is on it at most once: it is never
/// deeper than there are marks.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// What stands outside of all marks.
    outside: Gathered,
    marks: Vec<(Mark, Gathered)>,
}

/// What has been read within one mark.
#[derive(Debug, Default)]
struct Gathered {
    spans: Vec<Span>,
    words: String,
}

impl Gathered {
    fn flush(&mut self) {
        if !self.words.is_empty() {
            self.spans.push(Span::Plain(std::mem::take(&mut self.words)));
        }
    }

    fn is_empty(&self) -> bool {
        self.spans.is_empty() && self.words.is_empty()
    }

    fn push(&mut self, span: Span) {
        self.flush();
        self.spans.push(span);
    }

    /// Takes in what turned out to be no markup: `mark` was words.
    fn absorb(&mut self, mark: Mark, inner: Self) {
        self.words.push_str(mark.characters());
        let mut spans = inner.spans.into_iter();
        if let Some(first) = spans.next() {
            match first {
                Span::Plain(words) => self.words.push_str(&words),
                other => self.push(other),
            }
        }
        let mut spans = spans.peekable();
        if spans.peek().is_some() {
            self.flush();
            self.spans.extend(spans);
        }
        if self.words.is_empty()
            && let Some(Span::Plain(last)) = self.spans.last_mut()
        {
            last.push_str(&inner.words);
        } else {
            self.words.push_str(&inner.words);
        }
    }

    fn into_text(mut self) -> Text {
        self.flush();
        Text(self.spans)
    }
}

impl Open {
    pub(super) fn push_words(&mut self, words: &str) {
        self.top().words.push_str(words);
    }

    pub(super) fn push(&mut self, span: Span) {
        self.top().push(span);
    }

    pub(super) fn has(&self, mark: Mark) -> bool {
        self.marks.iter().any(|(open, _)| *open == mark)
    }

    /// Which of the two was begun last.
    pub(super) fn inner(&self, one: Mark, other: Mark) -> Option<Mark> {
        self.marks.iter().rev().map(|(open, _)| *open).find(|open| *open == one || *open == other)
    }

    /// Whether `text` begins with the end of something that is open.
    pub(super) fn ends_with(&self, text: &str) -> bool {
        self.marks.iter().any(|(open, _)| text.starts_with(open.end()))
    }

    /// Begins `mark`, if it is not open.
    pub(super) fn begin(&mut self, mark: Mark) -> bool {
        let is_new = !self.has(mark);
        if is_new {
            self.marks.push((mark, Gathered::default()));
        }
        is_new
    }

    /// Ends `mark`: what was begun within it and is still open was words.
    /// There must be something within it.
    pub(super) fn close(&mut self, mark: Mark) -> bool {
        self.close_as(mark, |inner| mark.span(inner))
    }

    /// Ends `mark` with a span of its own.
    pub(super) fn close_as(&mut self, mark: Mark, span: impl FnOnce(Text) -> Span) -> bool {
        let is_empty = self.marks.last().is_some_and(|(last, inner)| *last == mark && inner.is_empty());
        if is_empty || !self.has(mark) {
            return false;
        }
        while let Some((last, inner)) = self.marks.pop() {
            if last == mark {
                self.top().push(span(inner.into_text()));
                return true;
            }
            self.top().absorb(last, inner);
        }
        false
    }

    /// `mark` was words, if nothing was begun within it.
    pub(super) fn give_up(&mut self, mark: Mark) -> bool {
        let Some((last, inner)) = self.marks.pop_if(|(last, _)| *last == mark) else { return false };
        self.top().absorb(last, inner);
        true
    }

    /// Everything that is still open was words.
    pub(super) fn finish(mut self) -> Text {
        while let Some((last, inner)) = self.marks.pop() {
            self.top().absorb(last, inner);
        }
        self.outside.into_text()
    }

    fn top(&mut self) -> &mut Gathered {
        self.marks.last_mut().map_or(&mut self.outside, |(_, inner)| inner)
    }
}
