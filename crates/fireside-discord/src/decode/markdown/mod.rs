//! From Discord's Markdown to core's rich text.
//!
//! One pass over the words, with a short stack of what is open: each kind of
//! markup is open at most once, so that the tree is shallow and the time is in
//! proportion to the length, whatever somebody writes. What is never closed
//! stays the characters it is, as Discord shows it. Headings and lists stay
//! words too: core has no such thing.

mod angle;
mod open;
mod ticks;

use fireside_core::{Span, Text};

use open::{Mark, Open};
use ticks::Ticks;

/// Whom or what a mention in the words means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mentioned {
    /// An account.
    Account(u64),
    /// A role.
    Role(u64),
    /// A channel or thread.
    Channel(u64),
}

/// Gives the name of what is mentioned, where it is known.
pub(crate) type NameOf<'a> = &'a dyn Fn(Mentioned) -> Option<String>;

/// The longest address of a link, in bytes.
const ADDRESS_MAX: usize = 2_048;

/// Reads Discord's Markdown. A mention whose name `name_of` doesn't know stays
/// the characters it is.
pub(crate) fn tree(content: &str, name_of: NameOf<'_>) -> Text {
    Reader::new(content, name_of, true).read()
}

struct Reader<'a> {
    content: &'a str,
    /// How far it has been read.
    at: usize,
    /// A quotation holds no other.
    takes_quotes: bool,
    name_of: NameOf<'a>,
    ticks: Ticks,
    open: Open,
}

impl<'a> Reader<'a> {
    fn new(content: &'a str, name_of: NameOf<'a>, takes_quotes: bool) -> Self {
        let (ticks, open) = (Ticks::of(content), Open::default());
        Self { content, at: 0, takes_quotes, name_of, ticks, open }
    }

    fn read(mut self) -> Text {
        while let Some(&byte) = self.content.as_bytes().get(self.at) {
            let is_taken = (self.takes_quotes && self.starts_line() && self.quote())
                || match byte {
                    b'\\' => self.escape(),
                    b'`' => self.code(),
                    b'*' => self.emphasis(byte, Mark::Bold, Mark::Italic),
                    b'_' => self.emphasis(byte, Mark::Underline, Mark::Slanted),
                    b'~' => self.pair("~~", Mark::Strike),
                    b'|' => self.pair("||", Mark::Spoiler),
                    b'[' => self.label(),
                    b']' => self.target(),
                    b'<' => self.angle(),
                    b'h' => self.address(),
                    _ => false,
                };
            if !is_taken {
                self.words();
            }
        }
        self.open.finish()
    }

    fn rest(&self) -> &'a str {
        &self.content[self.at..]
    }

    fn before(&self) -> Option<char> {
        self.content[..self.at].chars().next_back()
    }

    fn starts_line(&self) -> bool {
        self.at == 0 || self.content.as_bytes()[self.at - 1] == b'\n'
    }

    fn push_words(&mut self, len: usize) {
        self.open.push_words(&self.content[self.at..self.at + len]);
        self.at += len;
    }

    /// The characters up to the next one that may mean something.
    fn words(&mut self) {
        let rest = self.rest();
        let first = rest.chars().next().map_or(1, char::len_utf8);
        if rest.starts_with('\n') {
            return self.push_words(first);
        }
        let means = |byte: &u8| b"\\`*_~|[]<h\n".contains(byte);
        let len = rest.as_bytes()[first..].iter().position(means).map_or(rest.len(), |len| first + len);
        self.push_words(len);
    }

    /// A backslash before a sign shows the sign.
    fn escape(&mut self) -> bool {
        let sign = self.rest()[1..].chars().next();
        let Some(sign) = sign.filter(|sign| !sign.is_alphanumeric() && !sign.is_whitespace()) else {
            return false;
        };
        self.at += 1;
        self.push_words(sign.len_utf8());
        true
    }

    fn code(&mut self) -> bool {
        let run = run_len(self.rest(), b'`');
        if run >= 3 && self.code_block(run) {
            return true;
        }
        let Some(end) = self.ticks.next_of_len(run, self.at + run) else {
            self.push_words(run);
            return true;
        };
        let code = unpadded(&self.content[self.at + run..end]);
        self.open.push(Span::Code(code.to_owned()));
        self.at = end + run;
        true
    }

    fn code_block(&mut self, run: usize) -> bool {
        let Some(end) = self.ticks.next_fence(self.at + run) else { return false };
        let block = &self.content[self.at + 3..end];
        let Some((language, code)) = language_and_code(block) else { return false };
        let (language, code) = (language.map(str::to_owned), code.to_owned());
        self.open.push(Span::CodeBlock { language, code });
        self.at = end + 3;
        true
    }

    /// Stars or underscores: two of them and one of them mean different things.
    fn emphasis(&mut self, sign: u8, double: Mark, single: Mark) -> bool {
        let mut left = run_len(self.rest(), sign);
        let (before, after) = (self.before(), self.content[self.at + left..].chars().next());
        // An underscore within a word is a part of it.
        let binds = |c: Option<char>| sign == b'_' && c.is_some_and(char::is_alphanumeric);
        let is_seen = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let (opens, closes) = (is_seen(after) && !binds(before), is_seen(before) && !binds(after));
        if left > 3 && self.open.inner(double, single).is_none() {
            self.push_words(left);
            return true;
        }
        while left > 0 {
            let ends_double = left >= 2 && self.open.has(double);
            let ends_single = closes && self.open.has(single);
            let is_single_inner = self.open.inner(double, single) == Some(single);
            let taken = match (ends_double, ends_single) {
                (true, true) if left > 2 && is_single_inner => self.open.close(single).then_some(1),
                (true, _) => self.open.close(double).then_some(2),
                (false, true) if left != 2 => self.open.close(single).then_some(1),
                _ if left >= 2 && after.is_some() => self.open.begin(double).then_some(2),
                _ if left == 1 && opens => self.open.begin(single).then_some(1),
                _ => None,
            };
            let Some(taken) = taken else {
                self.push_words(left);
                return true;
            };
            left -= taken;
            self.at += taken;
        }
        true
    }

    fn pair(&mut self, sign: &str, mark: Mark) -> bool {
        if !self.rest().starts_with(sign) {
            return false;
        }
        let ends = self.open.has(mark) && self.open.close(mark);
        if ends || (self.rest().len() > sign.len() && self.open.begin(mark)) {
            self.at += sign.len();
        } else {
            self.push_words(sign.len());
        }
        true
    }

    /// What a link shows begins. Links are not nested: the last one counts.
    fn label(&mut self) -> bool {
        if self.open.has(Mark::Label) && !self.open.give_up(Mark::Label) {
            return false;
        }
        self.open.begin(Mark::Label);
        self.at += 1;
        true
    }

    /// What a link shows has ended, if an address follows.
    fn target(&mut self) -> bool {
        if !self.open.has(Mark::Label) {
            return false;
        }
        let Some((url, len)) = target(&self.rest()[1..]) else { return false };
        let is_link = self.open.close_as(Mark::Label, |label| Span::Link { url: url.to_owned(), label });
        if is_link {
            self.at += 1 + len;
        }
        is_link
    }

    fn angle(&mut self) -> bool {
        let Some((span, len)) = angle::read(self.rest(), self.name_of) else { return false };
        match span {
            Span::Plain(words) => self.open.push_words(&words),
            span => self.open.push(span),
        }
        self.at += len;
        true
    }

    /// An address: what looks like markup in it is a part of it.
    fn address(&mut self) -> bool {
        let rest = self.rest();
        if !is_address(rest) || self.before().is_some_and(char::is_alphanumeric) {
            return false;
        }
        let ends = |(at, c): &(usize, char)| {
            c.is_whitespace() || matches!(c, '<' | '\\' | '`') || self.open.ends_with(&rest[*at..])
        };
        let len = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
        self.push_words(len);
        true
    }

    fn quote(&mut self) -> bool {
        let line = self.rest().trim_start_matches(' ');
        let (quoted, len) = if let Some(all) = line.strip_prefix(">>> ") {
            (all.to_owned(), self.rest().len())
        } else if line.starts_with("> ") {
            quoted_lines(self.rest())
        } else {
            return false;
        };
        let inner = Reader::new(&quoted, self.name_of, false).read();
        self.open.push(Span::Quote(inner));
        self.at += len;
        true
    }
}

/// The lines that are quoted one by one, without their marks, and how long they are with them.
fn quoted_lines(rest: &str) -> (String, usize) {
    let (mut quoted, mut len) = (String::new(), 0);
    for line in rest.split_inclusive('\n') {
        let Some(words) = line.trim_start_matches(' ').strip_prefix("> ") else { break };
        quoted.push_str(words);
        len += line.len();
    }
    if quoted.ends_with('\n') {
        quoted.pop();
    }
    (quoted, len)
}

fn run_len(text: &str, sign: u8) -> usize {
    text.bytes().take_while(|byte| *byte == sign).count()
}

fn is_address(text: &str) -> bool {
    let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    begins("https://") || begins("http://")
}

/// What stands between two fences: nothing in it is no block.
fn language_and_code(block: &str) -> Option<(Option<&str>, &str)> {
    let is_language = |line: &str| {
        !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+-.#".contains(&byte))
    };
    let whole = block.trim_matches('\n');
    match block.split_once('\n') {
        Some((first, code)) if is_language(first) && !code.trim_matches('\n').is_empty() => {
            Some((Some(first), code.trim_matches('\n')))
        }
        _ if whole.is_empty() || whole.bytes().all(|byte| byte == b'`') => None,
        _ => Some((None, whole)),
    }
}

/// Code without the space that keeps a backtick of its own off the fence.
fn unpadded(code: &str) -> &str {
    let code =
        code.strip_prefix(' ').filter(|rest| rest.trim_start_matches(' ').starts_with('`')).unwrap_or(code);
    code.strip_suffix(' ').filter(|rest| rest.trim_end_matches(' ').ends_with('`')).unwrap_or(code)
}

/// A link's address in its brackets, and how long it is with them.
fn target(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('(')?;
    let (inner, is_hidden) = inner.strip_prefix('<').map_or((inner, false), |inner| (inner, true));
    let mut depth = 0_u32;
    let ends = |(at, c): &(usize, char)| match c {
        _ if *at >= ADDRESS_MAX || c.is_whitespace() => true,
        '>' => is_hidden,
        '(' => {
            depth += 1;
            false
        }
        ')' if depth == 0 => !is_hidden,
        ')' => {
            depth -= 1;
            false
        }
        _ => false,
    };
    let end = inner.char_indices().find(ends)?.0;
    let (url, closing) = (&inner[..end], if is_hidden { ">)" } else { ")" });
    let is_whole = is_address(url) && inner[end..].starts_with(closing);
    is_whole.then_some((url, 1 + usize::from(is_hidden) + end + closing.len()))
}

#[cfg(test)]
mod tests;
