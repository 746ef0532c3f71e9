//! Cutting rich text to a length.

use unicode_segmentation::UnicodeSegmentation;

use super::{Span, Text};

/// Stands for what was cut.
const ELLIPSIS: char = '…';

impl Text {
    /// This text cut to at most `chars_max` characters, with an ellipsis where
    /// something was cut; no character as a reader sees it is cut in two.
    #[must_use]
    pub fn cut(mut self, chars_max: usize) -> Self {
        if self.to_plain().chars().count() > chars_max {
            let mut left = chars_max.saturating_sub(1);
            self.cut_to(&mut left);
            if chars_max > 0 {
                self.0.push(Span::Plain(ELLIPSIS.to_string()));
            }
        }
        self
    }

    /// Leaves the first `left` characters, and takes what it leaves off `left`.
    /// `false`: something was cut.
    fn cut_to(&mut self, left: &mut usize) -> bool {
        for index in 0..self.0.len() {
            if !self.0[index].cut_to(left) {
                self.0.truncate(index + 1);
                return false;
            }
        }
        true
    }
}

impl Span {
    fn cut_to(&mut self, left: &mut usize) -> bool {
        if let Some(inner) = self.inner_mut() {
            return inner.cut_to(left);
        }
        match self {
            Self::Plain(words)
            | Self::Code(words)
            | Self::CodeBlock { code: words, .. }
            | Self::Mention { name: words, .. }
            | Self::RoleMention { name: words, .. } => cut_words(words, left),
            _ => true,
        }
    }
}

/// `words` cut to at most `chars_max` characters, as [`Text::cut`] does it.
pub fn cut(words: &str, chars_max: usize) -> String {
    let mut cut = words.to_owned();
    if words.chars().count() > chars_max {
        cut_words(&mut cut, &mut chars_max.saturating_sub(1));
        cut.extend((chars_max > 0).then_some(ELLIPSIS));
    }
    cut
}

fn cut_words(words: &mut String, left: &mut usize) -> bool {
    let mut end = 0;
    for grapheme in words.graphemes(true) {
        let Some(fewer) = left.checked_sub(grapheme.chars().count()) else {
            words.truncate(end);
            return false;
        };
        *left = fewer;
        end += grapheme.len();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_left_as_it_is() {
        let text = Text::bold("four").then("five5");
        assert_eq!(text.clone().cut(9), text);
    }

    #[test]
    fn formats_around_the_cut_are_kept() {
        let text = Text::bold(Text::quote("four").then("five5")).then("six");
        assert_eq!(text.cut(7), Text::bold(Text::quote("four").then("fi")).then("…"));
    }

    #[test]
    fn an_emoji_is_never_cut_in_two() {
        assert_eq!(Text::plain("a👩‍👩‍👧‍👦bc").cut(4).to_plain(), "a…");
        assert_eq!(Text::plain("abc").cut(0).to_plain(), "");
    }

    #[test]
    fn words_are_cut_like_text() {
        for words in ["", "abc", "abcd", "a👩‍👩‍👧‍👦bc"] {
            for chars_max in 0..9 {
                assert_eq!(
                    cut(words, chars_max),
                    Text::plain(words).cut(chars_max).to_plain(),
                    "{words} {chars_max}"
                );
            }
        }
    }
}
