//! One line of somebody's words where Telegram takes no more than so many
//! characters.

use fireside_core::text::cleaned;
use unicode_segmentation::UnicodeSegmentation;

/// `text` as one visible line of at most `len_max` characters, an ellipsis
/// where something was cut; never empty, since Telegram takes no empty name.
///
/// Telegram counts code points, others UTF-16 units: it is cut by the latter,
/// which are never fewer, between two characters as a reader sees them.
pub(crate) fn fitted(text: &str, len_max: usize) -> String {
    let line = cleaned(text, len_max);
    if line.is_empty() {
        return "…".to_owned();
    }
    let len = |text: &str| text.encode_utf16().count();
    if len(&line) <= len_max {
        return line;
    }
    let mut room = len_max.saturating_sub(1);
    let kept = line.graphemes(true).take_while(|grapheme| match room.checked_sub(len(grapheme)) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    });
    kept.collect::<String>().trim_end_matches('…').to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_fits_stays_as_it_is() {
        assert_eq!(fitted("Case 7", 6), "Case 7");
        assert_eq!(fitted("a\u{202E}\nb", 10), "a b");
    }

    #[test]
    fn an_emoji_is_never_cut() {
        let families = "👩‍👩‍👧‍👦".repeat(20);
        let name = fitted(&families, 128);
        assert!(name.encode_utf16().count() <= 128);
        assert!(name.strip_suffix('…').is_some_and(|kept| families.starts_with(kept)));
        assert!(name.strip_suffix("👦…").is_some(), "{name}");
    }

    #[test]
    fn what_shows_nothing_gets_a_name() {
        assert_eq!(fitted(" \u{200B}", 10), "…");
    }
}
