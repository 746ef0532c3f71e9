//! Rich text in the one form that Markdown can say: formats that never touch
//! their like, hold no space at their edges, and never hold a block.

use fireside_core::{Platform, Span, Text};

use super::escape::{link_target, plain_words};
use crate::{PLATFORM, snowflake};

/// How deep a tree is followed; what lies deeper is shown as words.
const DEPTH_MAX: usize = 64;

/// A format of some words within a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Bold,
    Italic,
    Underline,
    Strike,
    Spoiler,
}

impl Format {
    fn of(span: &Span) -> Option<(Self, &Text)> {
        match span {
            Span::Bold(inner) => Some((Self::Bold, inner)),
            Span::Italic(inner) => Some((Self::Italic, inner)),
            Span::Underline(inner) => Some((Self::Underline, inner)),
            Span::Strike(inner) => Some((Self::Strike, inner)),
            Span::Spoiler(inner) => Some((Self::Spoiler, inner)),
            _ => None,
        }
    }

    fn span(self, inner: Text) -> Span {
        match self {
            Self::Bold => Span::Bold(inner),
            Self::Italic => Span::Italic(inner),
            Self::Underline => Span::Underline(inner),
            Self::Strike => Span::Strike(inner),
            Self::Spoiler => Span::Spoiler(inner),
        }
    }

    /// What Discord marks it with.
    pub(super) fn marker(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "*",
            Self::Underline => "__",
            Self::Strike => "~~",
            Self::Spoiler => "||",
        }
    }
}

/// What stands around the words that are read.
#[derive(Default)]
struct Around {
    depth: usize,
    formats: Vec<Format>,
    is_quoted: bool,
    is_label: bool,
}

/// `text` in the form that is written.
pub(super) fn normal(text: &Text) -> Text {
    let mut spans = Vec::new();
    gather(text, &mut Around::default(), &mut spans);
    Text(without_breaks_beside_blocks(spans))
}

fn gather(text: &Text, around: &mut Around, out: &mut Vec<Span>) {
    if around.depth >= DEPTH_MAX {
        return join(Span::Plain(plain_words(&text.to_plain())), out);
    }
    around.depth += 1;
    for span in &text.0 {
        match span {
            Span::Plain(words) => join(Span::Plain(plain_words(words)), out),
            Span::Code(code) => join(Span::Code(plain_words(code).replace(['\n', '\t'], " ")), out),
            Span::CodeBlock { language, code } => join(block(language.as_deref(), code, around), out),
            Span::Quote(inner) => quote(inner, around, out),
            Span::Link { url, label } => link(url, label, around, out),
            Span::Mention { account, name } => {
                join(mention(span, &account.platform, account.id.as_str(), name), out);
            }
            Span::RoleMention { platform, role, name } => {
                join(mention(span, platform, role.as_str(), name), out);
            }
            _ => {
                let Some((format, inner)) = Format::of(span) else { continue };
                if around.formats.contains(&format) {
                    gather(inner, around, out);
                    continue;
                }
                let mut formatted = Vec::new();
                around.formats.push(format);
                gather(inner, around, &mut formatted);
                around.formats.pop();
                apply(format, formatted, out);
            }
        }
    }
    around.depth -= 1;
}

/// A mention of an account or a role; of one elsewhere it is the name.
fn mention(span: &Span, platform: &Platform, id: &str, name: &str) -> Span {
    let is_ours = platform.as_str() == PLATFORM && snowflake::parse(id).is_some();
    if is_ours { span.clone() } else { Span::Plain(plain_words(name)) }
}

/// A quotation; one within another is no other.
fn quote(inner: &Text, around: &mut Around, out: &mut Vec<Span>) {
    if around.is_quoted || around.is_label {
        return gather(inner, around, out);
    }
    let mut quoted = Vec::new();
    around.is_quoted = true;
    gather(inner, around, &mut quoted);
    around.is_quoted = false;
    let quoted = without_breaks_beside_blocks(quoted);
    join(Span::Quote(trimmed(Text(quoted), '\n')), out);
}

fn block(language: Option<&str>, code: &str, around: &Around) -> Span {
    let code = plain_words(code).trim_matches('\n').to_owned();
    if around.is_label {
        return Span::Code(code.replace(['\n', '\t'], " "));
    }
    let named = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.');
    let language: String = language.unwrap_or_default().chars().filter(named).collect();
    Span::CodeBlock { language: Some(language).filter(|name| !name.is_empty()), code }
}

fn link(url: &str, label: &Text, around: &mut Around, out: &mut Vec<Span>) {
    if around.is_label || link_target(url).is_none() {
        return gather(label, around, out);
    }
    let mut words = Vec::new();
    around.is_label = true;
    gather(label, around, &mut words);
    around.is_label = false;
    let words = trimmed(Text(words), '\n');
    let label = if words.is_blank() { Text::plain(url) } else { words };
    out.push(Span::Link { url: url.to_owned(), label });
}

/// Puts a format around what is within a line, and lifts out what can't be in it.
fn apply(format: Format, inner: Vec<Span>, out: &mut Vec<Span>) {
    let mut run = Vec::new();
    for span in inner {
        match span {
            Span::Quote(quoted) => {
                wrap(format, std::mem::take(&mut run), out);
                let mut formatted = Vec::new();
                apply(format, quoted.0, &mut formatted);
                join(Span::Quote(Text(formatted)), out);
            }
            Span::CodeBlock { .. } if format == Format::Spoiler => {
                wrap(format, std::mem::take(&mut run), out);
                join(Span::Spoiler(Text(vec![span])), out);
            }
            Span::Code(ref code) if format != Format::Spoiler && code.contains(['*', '_', '~', '\\']) => {
                wrap(format, std::mem::take(&mut run), out);
                join(span, out);
            }
            span if is_block(&span) => {
                wrap(format, std::mem::take(&mut run), out);
                join(span, out);
            }
            span => run.push(span),
        }
    }
    wrap(format, run, out);
}

/// A format around a run of spans, with the space at its edges left outside.
fn wrap(format: Format, run: Vec<Span>, out: &mut Vec<Span>) {
    let mut run = run;
    let (mut before, mut after) = (String::new(), String::new());
    if let Some(Span::Plain(words)) = run.first_mut() {
        let rest = words.trim_start();
        words[..words.len() - rest.len()].clone_into(&mut before);
        *words = rest.to_owned();
    }
    if let Some(Span::Plain(words)) = run.last_mut() {
        let rest = words.trim_end();
        words[rest.len()..].clone_into(&mut after);
        *words = rest.to_owned();
    }
    run.retain(|span| !matches!(span, Span::Plain(words) if words.is_empty()));
    join(Span::Plain(before), out);
    if !run.is_empty() {
        join(format.span(Text(run)), out);
    }
    join(Span::Plain(after), out);
}

/// Adds a span, taken together with the one before it if they are alike.
fn join(span: Span, out: &mut Vec<Span>) {
    match (out.last_mut(), span) {
        (_, Span::Plain(words)) if words.is_empty() => {}
        (_, Span::Code(code)) if code.is_empty() => {}
        (_, Span::CodeBlock { code, .. }) if code.trim().is_empty() => {}
        (_, Span::Quote(inner)) if inner.to_plain().trim().is_empty() => {}
        (Some(Span::Plain(before)), Span::Plain(words)) => before.push_str(&words),
        (Some(Span::Code(before)), Span::Code(code)) => before.push_str(&code),
        (Some(Span::Quote(before)), Span::Quote(inner)) => {
            join(Span::Plain("\n".to_owned()), &mut before.0);
            for span in inner.0 {
                join(span, &mut before.0);
            }
        }
        (Some(last), span) if !is_block(last) && !is_block(&span) => match (Format::of(last), span) {
            (Some((format, before)), span) if Format::of(&span).is_some_and(|(same, _)| same == format) => {
                let mut merged = before.0.clone();
                for span in span.inner().cloned().unwrap_or_default().0 {
                    join(span, &mut merged);
                }
                *last = format.span(Text(merged));
            }
            (_, span) => out.push(span),
        },
        (_, span) => out.push(span),
    }
}

/// Whether a span stands on lines of its own.
pub(super) fn is_block(span: &Span) -> bool {
    match span {
        Span::Quote(_) | Span::CodeBlock { .. } => true,
        Span::Spoiler(inner) => matches!(inner.0.as_slice(), [Span::CodeBlock { .. }]),
        _ => false,
    }
}

/// A block stands on lines of its own: the break beside it is not written.
fn without_breaks_beside_blocks(mut spans: Vec<Span>) -> Vec<Span> {
    for at in 0..spans.len() {
        if !is_block(&spans[at]) {
            continue;
        }
        if let Some(Span::Plain(words)) = at.checked_sub(1).and_then(|before| spans.get_mut(before))
            && words.ends_with('\n')
        {
            words.pop();
        }
        if let Some(Span::Plain(words)) = spans.get_mut(at + 1)
            && words.starts_with('\n')
        {
            words.remove(0);
        }
    }
    spans.retain(|span| !matches!(span, Span::Plain(words) if words.is_empty()));
    spans
}

fn trimmed(mut text: Text, what: char) -> Text {
    if let Some(Span::Plain(words)) = text.0.first_mut() {
        *words = words.trim_start_matches(what).to_owned();
    }
    if let Some(Span::Plain(words)) = text.0.last_mut() {
        *words = words.trim_end_matches(what).to_owned();
    }
    text.0.retain(|span| !matches!(span, Span::Plain(words) if words.is_empty()));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(code: &str) -> Text {
        Text(vec![Span::CodeBlock { language: None, code: code.to_owned() }])
    }

    #[test]
    fn space_stays_outside_a_format() {
        assert_eq!(normal(&Text::bold(" a ")), Text::plain(" ").then(Text::bold("a")).then(" "));
        assert_eq!(normal(&Text::bold("  ")), Text::plain("  "));
    }

    #[test]
    fn formats_that_touch_their_like_are_one() {
        let text = Text::bold("a").then(Text::bold("b").then(Text::bold(Text::bold("c"))));
        assert_eq!(normal(&text), Text::bold("abc"));
    }

    #[test]
    fn a_block_is_lifted_out_of_a_format_but_stays_covered() {
        let text = Text::bold(Text::plain("a\n").then(code("x")).then("b"));
        assert_eq!(normal(&text), Text::bold("a").then(code("x")).then(Text::bold("b")));
        let covered = Text(vec![Span::Spoiler(Text::plain("a").then(code("x")))]);
        let apart = Text(vec![Span::Spoiler("a".into()), Span::Spoiler(code("x"))]);
        assert_eq!(normal(&covered), apart);
        let quoted = Text::bold(Text::quote("q"));
        assert_eq!(normal(&quoted), Text::quote(Text::bold("q")));
    }

    #[test]
    fn the_depth_is_bounded() {
        let formats = [Span::Bold as fn(Text) -> Span, Span::Quote, Span::Spoiler];
        let deep = (0..500).fold(Text::plain("x"), |inner, at| Text(vec![formats[at % 3](inner)]));
        assert_eq!(normal(&deep).to_plain(), "x");
    }
}
