//! Cutting what is said to the length Discord takes.

use unicode_segmentation::UnicodeSegmentation;

use super::MESSAGE_MAX;

/// What opens and closes a block of code.
const FENCE: &str = "```";

/// `markdown` in messages Discord takes: cut between paragraphs, else lines,
/// sentences, words, and within a word only between characters as a reader
/// sees them. A block of code that is cut is closed and opened again.
pub(crate) fn split(markdown: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = markdown.trim_end().to_owned();
    while rest.chars().count() > MESSAGE_MAX {
        let at = cut_at(&rest, MESSAGE_MAX - FENCE.len() - 1);
        let left = rest.split_off(at);
        let mut part = rest.trim_end().to_owned();
        left.trim_start_matches(['\n', ' ']).clone_into(&mut rest);
        if part.matches(FENCE).count() % 2 == 1 {
            part.push_str("\n```");
            rest.insert_str(0, "```\n");
        }
        parts.push(part);
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push(rest);
    }
    parts
}

/// `text` cut to `chars_max` characters, with an ellipsis where it was cut.
pub(crate) fn cut(text: &str, chars_max: usize) -> String {
    if text.chars().count() <= chars_max {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut chars = 1;
    for grapheme in text.graphemes(true) {
        chars += grapheme.chars().count();
        if chars > chars_max {
            break;
        }
        kept.push_str(grapheme);
    }
    kept + "…"
}

/// Where to cut so that at most `chars_max` characters come before, in bytes.
fn cut_at(text: &str, chars_max: usize) -> usize {
    let limit = text.char_indices().nth(chars_max).map_or(text.len(), |(at, _)| at);
    let head = &text[..limit];
    // A break in the first half would leave a stub: better a longer part cut at a lesser break.
    for separator in ["\n\n", "\n", ". ", "? ", "! ", " "] {
        if let Some(at) = head.rfind(separator).filter(|at| *at >= limit / 2) {
            return at + separator.len();
        }
    }
    let graphemes = text.grapheme_indices(true).map(|(at, _)| at);
    let at = graphemes.take_while(|at| *at <= limit).last().filter(|at| *at > 0).unwrap_or(limit);
    if escapes(&text[..at]) { at - 1 } else { at }
}

/// Whether `head` ends with a backslash that escapes what comes next.
fn escapes(head: &str) -> bool {
    (head.len() - head.trim_end_matches('\\').len()) % 2 == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::escape::escaped;

    #[test]
    fn two_thousand_characters_are_one_message_and_one_more_are_two() {
        assert_eq!(split(&"ä".repeat(2_000)).len(), 1);
        assert_eq!(split(&"ä".repeat(2_001)).len(), 2);
    }

    #[test]
    fn a_cut_falls_between_paragraphs() {
        let parts = split(&format!("{}\n\n{}", "a".repeat(1_500), "b".repeat(1_500)));
        assert_eq!(parts, ["a".repeat(1_500), "b".repeat(1_500)]);
    }

    #[test]
    fn a_block_of_code_is_closed_and_opened_again() {
        let parts = split(&format!("```\n{}\n```", "code line\n".repeat(300)));
        assert_eq!(parts.len(), 2);
        assert!(parts[0].ends_with("\n```"));
        assert!(parts[1].starts_with("```\n"));
    }

    #[test]
    fn an_emoji_is_never_cut() {
        let family = "👩‍👩‍👧‍👦";
        for part in split(&family.repeat(400)) {
            assert_eq!(part.replace(family, ""), "");
        }
    }

    proptest! {
        #[test]
        fn every_part_fits_and_no_escape_is_cut(words in "[a*_ .\n]{0,6000}") {
            let parts = split(&escaped(&words));
            for part in &parts {
                prop_assert!(part.chars().count() <= MESSAGE_MAX);
                prop_assert!(!escapes(part), "a part ends in the middle of an escape");
            }
            let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(visible(&parts.concat()), visible(&escaped(&words)));
        }
    }
}
