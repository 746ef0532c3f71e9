//! How long text may become where it is shown.

use super::{Span, Text};

/// What the markup around one span may need, in characters. It bounds the
/// spans of a message too: a platform may format no more than a hundred.
const MARKUP_LEN: usize = 48;

impl Text {
    /// The most that it needs of a platform's `text_len_max`: each mark escaped,
    /// each line of a quotation marked, each span in its markup.
    pub fn rendered_len_max(&self) -> usize {
        self.0.iter().map(Span::rendered_len_max).sum()
    }
}

impl Span {
    fn rendered_len_max(&self) -> usize {
        match self {
            Self::Plain(words) => words_len(words),
            Self::Link { url, label } => MARKUP_LEN + 3 * url.len() + label.rendered_len_max(),
            Self::Bold(inner)
            | Self::Italic(inner)
            | Self::Underline(inner)
            | Self::Strike(inner)
            | Self::Spoiler(inner)
            | Self::Quote(inner) => MARKUP_LEN + inner.rendered_len_max(),
            Self::Code(words)
            | Self::CodeBlock { code: words, .. }
            | Self::Mention { name: words, .. }
            | Self::RoleMention { name: words, .. } => MARKUP_LEN + words_len(words),
        }
    }
}

fn words_len(words: &str) -> usize {
    let has_address = words.contains("://");
    let len = |c: char| match c {
        '\n' => 3,
        c if c.is_ascii_punctuation() => 2,
        // In an address it may be written in hexadecimal.
        c if has_address => 3 * c.len_utf8(),
        c => c.len_utf16(),
    };
    words.chars().map(len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_counted_than_any_platform_needs() {
        assert_eq!(words_len("a_b*"), 6, "a backslash before each mark");
        assert_eq!(words_len("a👍"), 3, "two UTF-16 units");
        assert_eq!(words_len("one\ntwo"), 9, "a quotation marks each of its lines");
        assert_eq!(words_len("://é"), 12, "six characters of %C3%A9");
        let formatted = Text::bold("a").then(Text::quote("b")).then(Text::link("x.y", "c"));
        assert_eq!(formatted.rendered_len_max(), 3 + 9 + 3 * MARKUP_LEN);
    }
}
