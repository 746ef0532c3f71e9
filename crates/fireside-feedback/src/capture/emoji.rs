//! Emoji: the same one, however a platform writes it.

/// Whether two emoji are the same but for skin tones and how they are drawn.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    plain(one).eq(plain(other))
}

fn plain(emoji: &str) -> impl Iterator<Item = char> + '_ {
    let is_look = |c: &char| matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
    emoji.chars().filter(move |c| !is_look(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skin_tones_and_looks_make_no_other_emoji() {
        assert!(is_same("👍", "👍🏽"));
        assert!(is_same("❤", "❤\u{FE0F}"));
        assert!(is_same(":idea:", ":idea:"));
        assert!(!is_same("👍", "👎🏽"));
    }
}
