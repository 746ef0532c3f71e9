//! Words as they are compared: in one spelling, cut into the pieces that are
//! looked up.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// How many characters a piece of a word has.
const GRAM_LEN: usize = 3;
/// Words of more characters than this are no words: addresses, keys, noise.
const WORD_LEN_MAX: usize = 32;

/// The first `len_max` characters of a text, in the one spelling that all have:
/// small letters without accents, each word between two spaces. What is written
/// without spaces stands apart from what is not.
pub(crate) fn fold(text: &str, len_max: usize) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars().take(len_max));
    let bare = decomposed.filter(|character| !('\u{300}'..='\u{36f}').contains(character));
    let letters = ComposingNormalizerBorrowed::new_nfc().normalize_iter(bare).flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(text.len().min(len_max) + 2);
    folded.push(' ');
    let mut dense = false;
    for letter in letters {
        let is_space = !letter.is_alphanumeric();
        let was_space = folded.ends_with(' ');
        if !was_space && (is_space || dense != is_dense(letter)) {
            folded.push(' ');
        }
        if !is_space {
            dense = is_dense(letter);
            folded.push(letter);
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}

/// The pieces of a folded text, in order: each word of some length, and its
/// runs of three characters with the spaces around it; of writing without
/// spaces, in which a character is worth a syllable or a word, each character
/// and each pair.
pub(crate) fn grams(folded: &str) -> Vec<&str> {
    let mut grams = Vec::with_capacity(folded.len());
    let mut start = 1;
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let end = start + word.len();
        if word.starts_with(is_dense) {
            push_runs(&mut grams, word, 1);
            push_runs(&mut grams, word, 2);
        } else {
            let len = word.chars().count();
            if (GRAM_LEN + 2..=WORD_LEN_MAX).contains(&len) {
                grams.push(word);
            }
            push_runs(&mut grams, &folded[start - 1..=end], GRAM_LEN);
        }
        start = end + 1;
    }
    grams
}

/// Every run of `len` characters.
fn push_runs<'a>(grams: &mut Vec<&'a str>, text: &'a str, len: usize) {
    let bounds = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
    grams.extend(bounds().zip(bounds().skip(len)).map(|(start, end)| &text[start..end]));
}

/// Whether it is of a writing without spaces, where one character says much:
/// Chinese characters and Japanese syllables.
fn is_dense(character: char) -> bool {
    matches!(character,
        '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_the_same_words_are_one() {
        for text in ["Café  Größe", "cafe\u{301}, GROSSE?", "  ｃａｆé–große "] {
            let folded = fold(text, 100).replace('ß', "ss");
            assert_eq!(folded, " cafe grosse ", "{text:?}");
        }
        assert_eq!(fold("Ёлка", 100), fold("елка", 100));
        assert_eq!(fold("각", 100), fold("\u{1100}\u{1161}\u{11a8}", 100));
    }

    #[test]
    fn a_word_is_looked_up_whole_and_in_pieces() {
        assert_eq!(
            grams(&fold("a dark Export", 100)),
            [" a ", " da", "dar", "ark", "rk ", "export", " ex", "exp", "xpo", "por", "ort", "rt "]
        );
    }

    #[test]
    fn chinese_is_looked_up_by_characters_and_pairs() {
        assert_eq!(grams(&fold("App闪退了", 100)), [" ap", "app", "pp ", "闪", "退", "了", "闪退", "退了"]);
    }

    #[test]
    fn of_nothing_there_are_no_pieces() {
        for text in ["", "  ", "\u{200b}\u{200d}", "!?…", "\0"] {
            assert!(grams(&fold(text, 100)).is_empty(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_cut_into_pieces_of_itself(text in any::<String>(), len_max in 0_usize..200) {
            let folded = fold(&text, len_max);
            prop_assert!(folded.starts_with(' ') && folded.ends_with(' '));
            prop_assert!(!folded.contains("  "));
            for gram in grams(&folded) {
                prop_assert!(folded.contains(gram) && !gram.trim().is_empty());
            }
        }
    }
}
