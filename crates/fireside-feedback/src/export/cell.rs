//! Cells: what somebody wrote is never a formula to the spreadsheet that opens it.

use std::borrow::Cow;

/// What makes a cell a formula where it comes first, as OWASP lists it for CSV
/// injection, with the full-width forms that some spreadsheets take for the same.
const BEGINS_FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A cell that shows these words and does nothing: an apostrophe stands before
/// what would begin a formula, also behind characters that nobody sees.
pub(super) fn harmless(words: &str) -> Cow<'_, str> {
    let is_passed_over = |c: char| {
        !BEGINS_FORMULA.contains(&c)
            && (c.is_whitespace()
                || c.is_control()
                || fireside_core::text::is_blank(c.encode_utf8(&mut [0; 4])))
    };
    let first = words.chars().find(|c| !is_passed_over(*c));
    match first {
        Some(first) if BEGINS_FORMULA.contains(&first) => Cow::Owned(format!("'{words}")),
        _ => Cow::Borrowed(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_begins_a_formula_has_an_apostrophe_before_it() {
        for words in [
            "=cmd()",
            "+1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\u{200B}=1",
            "＝1",
            "\u{FEFF}\n=1",
            "=HYPERLINK(\"https://x.example\")",
        ] {
            assert_eq!(harmless(words), format!("'{words}"), "{words:?}");
        }
    }

    #[test]
    fn anything_else_stays_as_it_is() {
        for words in ["", "a=b", "the lamp - it hums", "1+1", "'=1", " \u{200B} "] {
            assert_eq!(harmless(words), words);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_a_formula(words in ".*") {
            let cell = harmless(&words);
            let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{200B}');
            prop_assert!(!seen.starts_with(['=', '+', '-', '@']), "{cell:?}");
            prop_assert!(cell.ends_with(&words));
        }
    }
}
