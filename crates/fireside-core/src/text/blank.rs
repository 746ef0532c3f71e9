//! What of a user's words can be seen, and cutting them to a length.

use unicode_segmentation::UnicodeSegmentation;

/// Characters that show nothing or turn the reading direction around: they let
/// a name or a title pretend to be another.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a reader would see nothing of `text`.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || c.is_control() || is_invisible(c) || matches!(c, '\u{200C}' | '\u{200D}')
    })
}

/// One line for a name or a title: no control characters, no invisible or
/// direction-turning ones, white space folded, at most `graphemes_max`
/// characters as a reader counts them, each of at most eight code points.
pub fn cleaned(text: &str, graphemes_max: usize) -> String {
    let visible: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_invisible(*c)).collect();
    let folded = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let tame: String = folded.graphemes(true).flat_map(|grapheme| grapheme.chars().take(8)).collect();
    shortened(&tame, graphemes_max)
}

/// `text` cut to at most `graphemes_max` characters as a reader counts them,
/// with an ellipsis where something was cut.
pub fn shortened(text: &str, graphemes_max: usize) -> String {
    if text.graphemes(true).nth(graphemes_max).is_none() {
        return text.to_owned();
    }
    let kept: String = text.graphemes(true).take(graphemes_max.saturating_sub(1)).collect();
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_width_words_are_blank() {
        assert!(is_blank(" \u{200B}\u{200D}\n\u{2060}"));
        assert!(!is_blank(" a "));
    }

    #[test]
    fn a_name_is_one_visible_line() {
        assert_eq!(cleaned("Ana\u{202E}\n\tB", 40), "Ana B");
    }

    #[test]
    fn an_emoji_is_never_cut() {
        assert_eq!(shortened("a👩‍👩‍👧‍👦bc", 3), "a👩‍👩‍👧‍👦…");
        assert_eq!(shortened("a👩‍👩‍👧‍👦b", 3), "a👩‍👩‍👧‍👦b");
    }

    #[test]
    fn a_tower_of_marks_is_cut_down() {
        let tower = format!("a{}", "\u{0301}".repeat(500));
        assert_eq!(cleaned(&tower, 40).chars().count(), 8);
    }
}
