//! Cutting text that is longer than a message into several.

use std::ops::Range;

use teloxide::types::MessageEntity;
use unicode_segmentation::UnicodeSegmentation;

use super::Formatted;

/// Where text is cut best, best first: between paragraphs, lines, sentences, words.
const SEAMS: [&str; 6] = ["\n\n", "\n", ". ", "! ", "? ", " "];

/// Cuts `whole` into parts of at most `units_max` UTF-16 units, none of them
/// blank. An entity over a cut goes on in the next part.
pub(super) fn parts(whole: Formatted, units_max: usize) -> Vec<Formatted> {
    if units(&whole.text) <= units_max {
        return vec![whole];
    }
    let mut parts = Vec::new();
    let (mut left, mut offset) = (whole.text.as_str(), 0);
    while !left.is_empty() {
        let (piece, rest) = left.split_at(cut(left, units_max));
        let shown = piece.trim_end();
        if !fireside_core::text::is_blank(shown) {
            let range = offset..offset + units(shown);
            parts.push(Formatted { text: shown.to_owned(), entities: within(&whole.entities, &range) });
        }
        offset += units(piece);
        left = rest;
    }
    parts
}

/// UTF-16 units, as Telegram counts.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The entities of one part, counted from its start.
fn within(entities: &[MessageEntity], part: &Range<usize>) -> Vec<MessageEntity> {
    let clipped = entities.iter().filter_map(|entity| {
        let start = entity.offset.max(part.start);
        let end = (entity.offset + entity.length).min(part.end);
        (start < end).then(|| MessageEntity {
            kind: entity.kind.clone(),
            offset: start - part.start,
            length: end - start,
        })
    });
    clipped.collect()
}

/// The byte at which to cut: at a seam in the second half of what fits, else
/// between two characters as a reader sees them, else where it must be.
fn cut(text: &str, units_max: usize) -> usize {
    let mut counted = 0;
    let overflow = text.char_indices().find(|(_, c)| {
        counted += c.len_utf16();
        counted > units_max
    });
    let Some((fits, _)) = overflow else { return text.len() };
    let seam = SEAMS.iter().find_map(|seam| {
        let at = text[..fits].rfind(seam)? + seam.len();
        (at > fits / 2).then_some(at)
    });
    let between = || {
        let starts = text.grapheme_indices(true).map(|(at, _)| at);
        starts.take_while(|at| *at <= fits).last().filter(|at| *at > 0)
    };
    // A character of one or two units always fits.
    seam.or_else(between).unwrap_or(fits).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Formatted {
        Formatted { text: text.to_owned(), entities: Vec::new() }
    }

    fn texts(parts: &[Formatted]) -> Vec<&str> {
        parts.iter().map(|part| part.text.as_str()).collect()
    }

    #[test]
    fn what_fits_stays_whole() {
        assert_eq!(parts(plain(&"a".repeat(4096)), 4096).len(), 1);
        assert_eq!(parts(plain(&"a".repeat(4097)), 4096).len(), 2);
    }

    #[test]
    fn a_paragraph_is_a_better_seam_than_a_word() {
        let cut = parts(plain("one two\n\nthree four"), 14);
        assert_eq!(texts(&cut), ["one two", "three four"]);
    }

    #[test]
    fn an_emoji_at_the_limit_is_not_cut() {
        let family = "👩‍👩‍👧‍👦";
        let cut = parts(plain(&format!("abc{family}")), 12);
        assert_eq!(texts(&cut), ["abc", family]);
    }

    #[test]
    fn an_entity_over_a_cut_goes_on() {
        let whole = Formatted { text: "aaaa bbbb".to_owned(), entities: vec![MessageEntity::bold(2, 5)] };
        let cut = parts(whole, 5);
        assert_eq!(texts(&cut), ["aaaa", "bbbb"]);
        assert_eq!(cut[0].entities, [MessageEntity::bold(2, 2)]);
        assert_eq!(cut[1].entities, [MessageEntity::bold(0, 2)]);
    }
}
