//! Writing rich text as Discord's Markdown, with the points at which it may be cut.

use fireside_core::{Span, Text};
use unicode_segmentation::UnicodeSegmentation;

use super::escape::{MARKS_MAX, Stretch, fenced, link_target, push_escaped, stretches};
use super::normal::{Format, is_block, normal};

/// Shows nothing, and keeps two markers apart that would be one.
const APART: char = '\u{200B}';

/// Rich text as Markdown.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) markdown: String,
    /// How many characters it has.
    pub(super) chars: usize,
    /// Where it may be cut, in order; empty unless asked for.
    pub(super) cuts: Vec<Cut>,
    /// What is open at a cut.
    pub(super) states: Vec<State>,
}

/// A point at which the text may be cut.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// How good a point it is.
    pub(super) level: Level,
    /// Where what comes before it ends, in bytes and in characters.
    pub(super) end: (usize, usize),
    /// Where what comes after it begins: white space in between is left out.
    pub(super) resume: (usize, usize),
    /// Which of the states it is in.
    pub(super) state: usize,
}

/// How good a point is to cut at, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Character,
    Word,
    Sentence,
    Line,
    Paragraph,
}

/// Markup that is open at a point: how it is closed, and opened again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) close: String,
    pub(super) open: String,
}

/// Writes `text`; `with_cuts` where it turned out to be too long for one message.
pub(super) fn write(text: &Text, with_cuts: bool) -> Written {
    let mut writer = Writer::new(with_cuts);
    writer.spans(&normal(text));
    writer.done
}

struct Writer {
    done: Written,
    with_cuts: bool,
    /// What is open, outermost first: how it opens and closes.
    open: Vec<(String, String)>,
    state: usize,
    is_quoting: bool,
    /// A block has ended: what follows begins a line.
    owes_break: bool,
    /// The last character of a user's words.
    before: Option<char>,
    /// Where the white space began that comes just before, and what it is worth.
    space: Option<((usize, usize), Level)>,
}

impl Writer {
    fn new(with_cuts: bool) -> Self {
        let done = Written { states: vec![State::default()], ..Written::default() };
        Self {
            done,
            with_cuts,
            open: Vec::new(),
            state: 0,
            is_quoting: false,
            owes_break: false,
            before: None,
            space: None,
        }
    }

    fn spans(&mut self, text: &Text) {
        for span in &text.0 {
            if self.owes_break {
                self.owes_break = false;
                self.break_line();
            }
            if is_block(span) && !self.starts_line() {
                self.break_line();
            }
            self.span(span);
            if !matches!(span, Span::Plain(_)) {
                self.before = None;
            }
        }
    }

    fn span(&mut self, span: &Span) {
        match span {
            Span::Plain(words) => self.words(words),
            Span::Bold(inner) => self.format(Format::Bold, inner),
            Span::Italic(inner) => self.format(Format::Italic, inner),
            Span::Underline(inner) => self.format(Format::Underline, inner),
            Span::Strike(inner) => self.format(Format::Strike, inner),
            Span::Spoiler(inner) => self.format(Format::Spoiler, inner),
            Span::Code(code) => self.code(code),
            Span::CodeBlock { language, code } => self.block(language.as_deref().unwrap_or_default(), code),
            Span::Quote(inner) => self.quote(inner),
            Span::Link { url, label } => self.link(url, label),
            Span::Mention { account, .. } => self.unbroken(&format!("<@{}>", account.id)),
            Span::RoleMention { role, .. } => self.unbroken(&format!("<@&{role}>")),
        }
    }

    fn words(&mut self, words: &str) {
        for stretch in stretches(words) {
            match stretch {
                Stretch::Words(words) if self.with_cuts => {
                    for character in words.graphemes(true) {
                        self.character(character);
                    }
                }
                Stretch::Words(words) => words.chars().for_each(|c| self.escaped(c)),
                Stretch::Address(url) => {
                    let shown = link_target(url).map_or_else(|| url.to_owned(), |url| format!("<{url}>"));
                    self.unbroken(&shown);
                    self.before = Some('>');
                }
            }
        }
    }

    /// One character as a reader sees it, and the point after it.
    fn character(&mut self, character: &str) {
        let begins = self.at();
        if character == "\n" || character == " " {
            let level = match (character, self.space, self.before) {
                ("\n", Some((_, Level::Line | Level::Paragraph)), _) => Level::Paragraph,
                ("\n", ..) => Level::Line,
                (_, Some((_, level)), _) => level,
                (_, None, Some('.' | '!' | '?' | '…')) => Level::Sentence,
                _ => Level::Word,
            };
            let (start, level) = self.space.map_or((begins, level), |(at, found)| (at, found.max(level)));
            character.chars().for_each(|c| self.escaped(c));
            self.space = Some((start, level));
            self.cut(level, start);
            return;
        }
        self.space = None;
        character.chars().take(MARKS_MAX).for_each(|c| self.escaped(c));
        let level =
            if matches!(character, "。" | "！" | "？") { Level::Sentence } else { Level::Character };
        self.cut(level, self.at());
    }

    fn escaped(&mut self, character: char) {
        if character == '\n' {
            self.raw_break();
        } else {
            let start = self.done.markdown.len();
            push_escaped(character, self.before, &mut self.done.markdown);
            self.done.chars += self.done.markdown[start..].chars().count();
        }
        self.before = Some(character);
    }

    fn format(&mut self, format: Format, inner: &Text) {
        let marker = format.marker();
        // Discord reads `~~__` as no end of what is struck through.
        self.keep_apart(if format == Format::Underline { "_~" } else { &marker[..1] });
        self.raw(marker);
        self.opened(marker.to_owned(), marker.to_owned());
        self.spans(inner);
        // The break that a covered block owes comes after its cover.
        let owes_break = std::mem::take(&mut self.owes_break);
        self.closed();
        if matches!(format, Format::Spoiler | Format::Strike) {
            // Here an escape counts for nothing in Discord's eyes.
            self.before = None;
        }
        self.keep_apart(&marker[..1]);
        self.raw(marker);
        self.owes_break = owes_break;
    }

    /// Keeps what comes next from what was written last, where the two would
    /// be one marker. A user's own characters are escaped: they are none.
    fn keep_apart(&mut self, from: &str) {
        if self.before.is_none() && self.done.markdown.ends_with(|c| from.contains(c)) {
            self.raw_char(APART);
        }
    }

    fn code(&mut self, code: &str) {
        // What is around it might end at a cover's marker within it.
        let code = if self.open.is_empty() { code.to_owned() } else { code.replace("||", "|\u{200B}|") };
        let (code, fence) = fenced(&code);
        let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        self.keep_apart("`");
        self.raw(fence);
        self.raw(pad);
        self.opened(fence.to_owned(), fence.to_owned());
        let mut before = "`";
        for character in code.graphemes(true) {
            if before != "`" && character != "`" {
                self.cut(Level::Character, self.at());
            }
            character.chars().take(MARKS_MAX).for_each(|c| self.raw_char(c));
            before = character;
        }
        self.closed();
        self.raw(pad);
        self.raw(fence);
    }

    fn block(&mut self, language: &str, code: &str) {
        const FENCE: &str = "```";
        let next_line = if self.is_quoting { "\n> " } else { "\n" };
        self.raw(FENCE);
        self.raw(language);
        self.raw_break();
        self.opened(format!("{FENCE}{language}{next_line}"), format!("{next_line}{FENCE}"));
        // A fence within is broken up by a character that shows nothing.
        let code = code.replace('`', "`\u{200B}").replace("||", "|\u{200B}|");
        let mut begins = true;
        for character in code.graphemes(true) {
            let at = self.at();
            if character == "\n" {
                self.raw_break();
                self.cut(Level::Line, at);
            } else {
                if !begins {
                    self.cut(Level::Character, at);
                }
                character.chars().take(MARKS_MAX).for_each(|c| self.raw_char(c));
            }
            begins = false;
        }
        self.closed();
        self.raw_break();
        self.raw(FENCE);
        self.owes_break = true;
    }

    fn quote(&mut self, inner: &Text) {
        self.raw("> ");
        self.is_quoting = true;
        self.opened("> ".to_owned(), String::new());
        self.spans(inner);
        self.closed();
        self.is_quoting = false;
        self.owes_break = true;
    }

    fn link(&mut self, url: &str, label: &Text) {
        let Some(target) = link_target(url) else { return self.spans(label) };
        if label.to_plain() == url {
            return self.unbroken(&format!("<{target}>"));
        }
        let mut words = Self::new(false);
        words.spans(label);
        let mut words = words.done.markdown.replace('\n', " ");
        if !brackets_pair(&words) {
            words = words.replace("\\[", "(").replace("\\]", ")");
        }
        let target = target.replace('(', "%28").replace(')', "%29");
        self.unbroken(&format!("[{words}](<{target}>)"));
    }

    /// Markup that must stay in one piece.
    fn unbroken(&mut self, markup: &str) {
        self.raw(markup);
        self.space = None;
        self.cut(Level::Character, self.at());
    }

    fn opened(&mut self, open: String, close: String) {
        (self.space, self.before) = (None, None);
        self.open.push((open, close));
        self.learn_state();
    }

    /// What is open now closes: a cut just before would leave nothing in it.
    fn closed(&mut self) {
        let at = self.at();
        if self.done.cuts.last().is_some_and(|cut| cut.resume == at) {
            self.done.cuts.pop();
        }
        self.open.pop();
        self.learn_state();
    }

    fn learn_state(&mut self) {
        if !self.with_cuts {
            return;
        }
        let open = self.open.iter().map(|(open, _)| open.as_str()).collect();
        let close = self.open.iter().rev().map(|(_, close)| close.as_str()).collect();
        self.done.states.push(State { close, open });
        self.state = self.done.states.len() - 1;
    }

    fn at(&self) -> (usize, usize) {
        (self.done.markdown.len(), self.done.chars)
    }

    fn cut(&mut self, level: Level, end: (usize, usize)) {
        if self.with_cuts {
            let cut = Cut { level, end, resume: self.at(), state: self.state };
            self.done.cuts.push(cut);
        }
    }

    fn starts_line(&self) -> bool {
        let written = &self.done.markdown;
        written.is_empty()
            || written.ends_with('\n')
            || self.is_quoting && (written == "> " || written.ends_with("\n> "))
    }

    fn break_line(&mut self) {
        let at = self.at();
        self.raw_break();
        self.cut(Level::Line, at);
    }

    fn raw_break(&mut self) {
        self.raw(if self.is_quoting { "\n> " } else { "\n" });
    }

    fn raw(&mut self, markup: &str) {
        self.done.markdown.push_str(markup);
        self.done.chars += markup.chars().count();
    }

    fn raw_char(&mut self, character: char) {
        self.done.markdown.push(character);
        self.done.chars += 1;
    }
}

/// Whether every bracket in a link's label has its partner, none within another.
fn brackets_pair(label: &str) -> bool {
    let mut is_open = false;
    label.chars().filter(|c| matches!(c, '[' | ']')).all(|bracket| {
        let pairs = is_open == (bracket == ']');
        is_open = !is_open;
        pairs
    }) && !is_open
}
