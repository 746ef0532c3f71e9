//! Placeholders: names in braces that stand for what differs each time.

/// Every placeholder there is.
pub(super) const ALL: [&str; 4] = ["customer", "staff", "brand", "case"];

/// Words, in pieces.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'w> {
    /// Words as they are.
    Words(&'w str),
    /// The name of a placeholder.
    Placeholder(&'w str),
}

/// Puts in what each placeholder stands for. What is put in is not read again.
pub(super) fn filled(words: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(words.len());
    for piece in pieces(words) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Placeholder(name) if ALL.contains(&name) => filled.push_str(&value(name)),
            Piece::Placeholder(name) => filled.extend(["{", name, "}"]),
        }
    }
    filled
}

/// The first placeholder in the words that there is not.
pub(super) fn unknown(words: &str) -> Option<&str> {
    pieces(words).into_iter().find_map(|piece| match piece {
        Piece::Placeholder(name) if !ALL.contains(&name) => Some(name),
        _ => None,
    })
}

/// A placeholder is a word of small letters or `_` in braces; other braces are
/// words like any other.
fn pieces(words: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut left = words;
    while let Some(open) = left.find('{') {
        let behind = &left[open + 1..];
        let name_len = behind.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(behind.len());
        if name_len > 0 && behind[name_len..].starts_with('}') {
            pieces.push(Piece::Words(&left[..open]));
            pieces.push(Piece::Placeholder(&behind[..name_len]));
            left = &behind[name_len + 1..];
        } else {
            pieces.push(Piece::Words(&left[..=open]));
            left = behind;
        }
    }
    pieces.push(Piece::Words(left));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_a_word_in_braces() {
        let shouted = |name: &str| name.to_uppercase();
        assert_eq!(filled("Hi {customer}, {staff} here", shouted), "Hi CUSTOMER, STAFF here");
        assert_eq!(filled("{{case}} { brand } {} {brand", shouted), "{CASE} { brand } {} {brand");
    }

    #[test]
    fn what_is_put_in_is_not_read_again() {
        assert_eq!(filled("{customer}", |_| "{staff}".to_owned()), "{staff}");
    }

    #[test]
    fn a_placeholder_that_is_not_known_is_named() {
        assert_eq!(unknown("{customer} {custmer} {x}"), Some("custmer"));
        assert_eq!(unknown("{customer} {Ana} {} {"), None);
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_placeholders_is_changed(words in "(\\{|\\}|customer|é|😀| |x|_){0,20}") {
            let kept = filled(&words, |name| format!("{{{name}}}"));
            proptest::prop_assert_eq!(kept, words);
        }
    }
}
