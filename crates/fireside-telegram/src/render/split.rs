//! Cutting text that is longer than a message into several.

use std::ops::Range;

use teloxide::types::{MessageEntity, MessageEntityKind};
use unicode_segmentation::UnicodeSegmentation;

use super::Formatted;

/// Cuts `whole` into parts of at most `units_max` UTF-16 units (at least 2),
/// none of them blank. An entity over a cut goes on in the next part.
pub(super) fn parts(whole: Formatted, units_max: usize) -> Vec<Formatted> {
    if whole.units() <= units_max {
        return vec![whole];
    }
    let blocks = code_blocks(&whole);
    let mut parts = Vec::new();
    let (mut start, mut offset) = (0, 0);
    while start < whole.text.len() {
        let end = start + cut(&whole.text, start, units_max, &blocks);
        let piece = &whole.text[start..end];
        // Within a block of code, white space has a meaning.
        let goes_on = blocks.iter().any(|block| block.start <= start && start < block.end);
        let shown = if goes_on { piece } else { piece.trim_start() };
        let skipped = units(&piece[..piece.len() - shown.len()]);
        let shown = shown.trim_end();
        if !fireside_core::text::is_blank(shown) {
            let from = offset + skipped;
            let range = from..from + units(shown);
            parts.push(Formatted { text: shown.to_owned(), entities: within(&whole.entities, &range) });
        }
        offset += units(piece);
        start = end;
    }
    parts
}

/// `text` cut to one part: what is left out is told by an ellipsis.
pub(super) fn first(whole: Formatted, units_max: usize) -> Formatted {
    if whole.units() <= units_max {
        return whole;
    }
    let cut = parts(whole, units_max.saturating_sub(1).max(2)).into_iter().next();
    let mut first = cut.unwrap_or_default();
    first.text.push('…');
    first
}

/// UTF-16 units, as Telegram counts.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The bytes of each block of code.
fn code_blocks(whole: &Formatted) -> Vec<Range<usize>> {
    let is_block = |entity: &&MessageEntity| matches!(entity.kind, MessageEntityKind::Pre { .. });
    let bytes = |entity: &MessageEntity| {
        byte_at(&whole.text, entity.offset)..byte_at(&whole.text, entity.offset + entity.length)
    };
    whole.entities.iter().filter(is_block).map(bytes).collect()
}

/// The byte at which the UTF-16 unit `at` of `text` begins.
fn byte_at(text: &str, at: usize) -> usize {
    let mut counted = 0;
    let found = text.char_indices().find(|(_, c)| {
        let is_there = counted >= at;
        counted += c.len_utf16();
        is_there
    });
    found.map_or(text.len(), |(byte, _)| byte)
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

/// How many bytes from `start` on make a part: before a block of code that
/// would be cut, else up to a seam.
fn cut(whole: &str, start: usize, units_max: usize, blocks: &[Range<usize>]) -> usize {
    let text = &whole[start..];
    let mut counted = 0;
    let overflow = text.char_indices().find(|(_, c)| {
        counted += c.len_utf16();
        counted > units_max
    });
    let Some((fits, _)) = overflow else { return text.len() };
    let at = seam(text, fits);
    let is_cut = |block: &&Range<usize>| block.start < start + at && start + at < block.end;
    match blocks.iter().find(is_cut).and_then(|block| block.start.checked_sub(start)) {
        // A block longer than a part is cut where a part of its own ends.
        Some(before) if before > 0 && !fireside_core::text::is_blank(&text[..before]) => before,
        _ => at,
    }
}

/// The byte up to `fits` at which to cut `text`, in the second half of what
/// fits: between paragraphs, lines, sentences, words, else between two
/// characters as a reader sees them, else where it must be.
fn seam(text: &str, fits: usize) -> usize {
    let head = &text[..fits];
    let after = |seam: &str| head.rfind(seam).map(|at| at + seam.len());
    let sentence = || head.split_sentence_bound_indices().map(|(at, _)| at).last();
    let word = || after(" ").max(after("\t"));
    let character = || {
        let starts = text.grapheme_indices(true).map(|(at, _)| at);
        starts.take_while(|at| *at <= fits).last().filter(|at| *at > 0)
    };
    let is_late = |at: &usize| *at > fits / 2;
    after("\n\n")
        .filter(is_late)
        .or_else(|| after("\n").filter(is_late))
        .or_else(|| sentence().filter(is_late))
        .or_else(|| word().filter(is_late))
        .or_else(character)
        .unwrap_or(fits)
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
    fn the_last_sentence_that_fits_ends_a_part() {
        let cut = parts(plain("So it is. Is it? Yes! And now"), 27);
        assert_eq!(texts(&cut), ["So it is. Is it? Yes!", "And now"]);
        let cut = parts(plain("它坏了。真的吗？是的！现在怎么办"), 13);
        assert_eq!(texts(&cut), ["它坏了。真的吗？是的！", "现在怎么办"]);
    }

    #[test]
    fn a_word_is_not_cut_where_another_ends_before_it() {
        let cut = parts(plain("v1.2 costs 3,50 each"), 18);
        assert_eq!(texts(&cut), ["v1.2 costs 3,50", "each"]);
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

    #[test]
    fn a_block_of_code_is_not_cut_where_it_can_stand_alone() {
        let code = "fn a() {\n    b();\n}";
        let text = format!("😀 Look here, this is it:\n{code}\nand that was it.");
        let pre = MessageEntity::new(MessageEntityKind::Pre { language: None }, 26, code.len());
        let cut = parts(Formatted { text, entities: vec![pre] }, 40);
        assert_eq!(texts(&cut), ["😀 Look here, this is it:", &format!("{code}\nand that was it.")]);
        assert_eq!((cut[1].entities[0].offset, cut[1].entities[0].length), (0, code.len()));
    }

    #[test]
    fn a_block_longer_than_a_part_is_cut_between_its_lines_and_keeps_its_indents() {
        let code = "    one();\n    two();\n    three();";
        let pre = MessageEntity::new(MessageEntityKind::Pre { language: None }, 0, code.len());
        let cut = parts(Formatted { text: code.to_owned(), entities: vec![pre] }, 24);
        assert_eq!(cut[1].text, "    three();");
        assert!(cut.iter().all(|part| part.entities.len() == 1));
    }

    #[test]
    fn what_is_cut_to_one_part_says_so() {
        assert_eq!(first(plain("one two three"), 9).text, "one two…");
        assert_eq!(first(plain("one two"), 9).text, "one two");
    }
}
