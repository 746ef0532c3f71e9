//! Splitting: what somebody said in one go, as a title and the rest.

use fireside_core::text;

use crate::ledger::TITLE_LEN_MAX;

/// Words with their title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Split {
    /// One line that fits a title; empty where there are no words.
    pub(super) title: String,
    /// All of the words, where the title is not all of them.
    pub(super) details: String,
}

/// The title is all of a short line, else the first line, else its first sentence.
pub(super) fn split(words: &str) -> Split {
    let words = words.trim();
    let line = words.lines().next().unwrap_or_default();
    let title = if fits(line) { title(line) } else { title(first_sentence(line)) };
    let is_all = title == words;
    let details = if is_all { String::new() } else { words.to_owned() };
    Split { title, details }
}

/// Words as a title: one visible line that fits.
pub(super) fn title(words: &str) -> String {
    text::cut(&text::cleaned(words, TITLE_LEN_MAX), TITLE_LEN_MAX)
}

fn fits(line: &str) -> bool {
    line.chars().count() <= TITLE_LEN_MAX
}

/// The first sentence that fits a title, else the whole line.
fn first_sentence(line: &str) -> &str {
    let is_end = |(at, c): &(usize, char)| {
        let next = line[*at + c.len_utf8()..].chars().next();
        match c {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            _ => false,
        }
    };
    let end = line.char_indices().find(is_end).map(|(at, c)| &line[..at + c.len_utf8()]);
    end.filter(|sentence| fits(sentence)).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &str) -> (String, String) {
        let Split { title, details } = split(words);
        (title, details)
    }

    #[test]
    fn a_short_line_is_all_title() {
        assert_eq!(of(" The lid sticks. Always. "), ("The lid sticks. Always.".into(), String::new()));
    }

    #[test]
    fn of_many_lines_the_first_is_the_title() {
        assert_eq!(of("The lid\nsticks"), ("The lid".into(), "The lid\nsticks".into()));
    }

    #[test]
    fn of_a_long_line_the_first_sentence_is_the_title() {
        let long = format!("Version 2.1 is slow! {}", "It was fast. ".repeat(20));
        assert_eq!(of(&long), ("Version 2.1 is slow!".into(), long.trim().to_owned()));
        let long = format!("盖子卡住了。{}", "以前很好".repeat(40));
        assert_eq!(of(&long).0, "盖子卡住了。");
    }

    #[test]
    fn a_long_sentence_is_cut_for_the_title_and_kept_whole() {
        let long = "lid ".repeat(100);
        let (title, details) = of(&long);
        assert_eq!(title.chars().count(), TITLE_LEN_MAX);
        assert!(title.ends_with('…'), "{title}");
        assert_eq!(details, long.trim());
    }

    #[test]
    fn nothing_to_see_makes_no_title() {
        assert_eq!(of(" \u{200B}\u{2060} "), (String::new(), "\u{200B}\u{2060}".into()));
    }

    #[test]
    fn ten_thousand_characters_make_a_short_title() {
        let (title, details) = of(&"👩‍👩‍👧‍👦".repeat(10_000));
        assert!(title.chars().count() <= TITLE_LEN_MAX && !title.is_empty(), "{title}");
        assert_eq!(details.chars().count(), 70_000);
    }
}
