//! Making a user's words safe: nothing in them formats or pings, and an
//! address in them is shown as it is and without a preview.

/// What begins or ends markup somewhere in Discord's Markdown. A backslash
/// before any of them shows the character itself.
const MARKUP: &[char] =
    &['\\', '*', '_', '~', '|', '`', '>', '<', '#', '-', '+', '[', ']', '(', ')', '@', ':', '/'];

/// The longest address that is one to follow; a longer one is words.
const ADDRESS_MAX: usize = 1_024;
/// How many code points of what a reader takes for one character are shown:
/// more than any emoji has, and far fewer than a tower of marks.
pub(super) const MARKS_MAX: usize = 16;

/// A stretch of what a user wrote.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stretch<'a> {
    /// Characters as they are.
    Words(&'a str),
    /// A web address.
    Address(&'a str),
}

/// Puts `character` to `safe` so that it is shown; `before` stands before it.
pub(super) fn push_escaped(character: char, before: Option<char>, safe: &mut String) {
    let numbers_a_list = character == '.' && before.is_some_and(|c| c.is_ascii_digit());
    if numbers_a_list || MARKUP.contains(&character) {
        safe.push('\\');
    }
    safe.push(character);
}

/// `text` with a backslash before all that Discord could take for markup.
#[cfg(test)]
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    let mut before = None;
    for character in text.chars() {
        push_escaped(character, before, &mut safe);
        before = Some(character);
    }
    safe
}

/// `text` without what can't be seen but does harm: control characters, and
/// those that turn the reading direction of all that follows.
pub(super) fn plain_words(text: &str) -> String {
    let is_kept = |c: &char| {
        matches!(c, '\n' | '\t')
            || !(c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    };
    text.replace("\r\n", "\n").chars().map(|c| if c == '\r' { '\n' } else { c }).filter(is_kept).collect()
}

/// `words` with the web addresses in them told apart.
pub(super) fn stretches(words: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut done = 0;
    let mut from = 0;
    while let Some(at) = words[from..].find("://").map(|at| from + at) {
        from = at + 3;
        let Some(start) = scheme_start(&words[done..at]).map(|start| done + start) else { continue };
        let end = start + address_len(&words[start..]);
        if end <= from || end - start > ADDRESS_MAX {
            continue;
        }
        if start > done {
            found.push(Stretch::Words(&words[done..start]));
        }
        found.push(Stretch::Address(&words[start..end]));
        (done, from) = (end, end);
    }
    if done < words.len() {
        found.push(Stretch::Words(&words[done..]));
    }
    found
}

/// Where the scheme begins that `head` ends with, if it is one of the web's.
fn scheme_start(head: &str) -> Option<usize> {
    ["https", "http"].iter().find_map(|scheme| {
        let start = head.len().checked_sub(scheme.len())?;
        let is_it = head.get(start..)?.eq_ignore_ascii_case(scheme);
        let is_a_word = !head[..start].ends_with(char::is_alphanumeric);
        (is_it && is_a_word).then_some(start)
    })
}

/// How long the address is that `text` begins with, without what ends a sentence.
fn address_len(text: &str) -> usize {
    let ends = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`' | '|' | '*')
    };
    let address = &text[..text.find(ends).unwrap_or(text.len())];
    let mut kept = address;
    loop {
        kept = kept.trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', ']', '}', '_', '~']);
        // A bracket at the end is the address's own only if it was opened in it.
        let is_others = kept.matches(')').count() > kept.matches('(').count();
        match kept.strip_suffix(')').filter(|_| is_others) {
            Some(rest) => kept = rest,
            None => return kept.len(),
        }
    }
}

/// `code` within a line and the fence for it. Three ticks would begin a block:
/// what is in the way of two is broken up by a character that shows nothing.
pub(super) fn fenced(code: &str) -> (String, &'static str) {
    if code.contains('`') {
        (code.replace("``", "`\u{200B}`").replace("``", "`\u{200B}`"), "``")
    } else {
        (code.to_owned(), "`")
    }
}

/// `url` as it stands between `<` and `>`, if it is one that a person may
/// follow. Within a format nothing in it may look like that format's end.
pub(super) fn link_target(url: &str) -> Option<String> {
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if !is_web || url.len() > ADDRESS_MAX {
        return None;
    }
    let mut target = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '\\' => target.push_str("%5C"),
            '`' => target.push_str("%60"),
            ' ' => target.push_str("%20"),
            '*' => target.push_str("%2A"),
            '|' => target.push_str("%7C"),
            c if c.is_control() || c.is_whitespace() => {}
            c => target.push(c),
        }
    }
    Some(target.replace("__", "%5F%5F").replace("~~", "%7E%7E"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader sees of escaped words.
    fn unescaped(safe: &str) -> String {
        let mut seen = String::new();
        let mut characters = safe.chars();
        while let Some(character) = characters.next() {
            seen.extend(if character == '\\' { characters.next() } else { Some(character) });
        }
        seen
    }

    proptest! {
        #[test]
        fn no_markup_character_stands_alone(words in "\\PC{0,80}|[*_~|`<>@:#\\-+()\\[\\]\\\\0-9. \n]{0,80}") {
            let safe = escaped(&words);
            let mut characters = safe.chars();
            while let Some(character) = characters.next() {
                if character == '\\' {
                    prop_assert!(characters.next().is_some(), "a backslash at the end escapes nothing");
                } else {
                    prop_assert!(!MARKUP.contains(&character), "{character} stands alone in {safe}");
                }
            }
            prop_assert_eq!(unescaped(&safe), words);
        }

        #[test]
        fn stretches_are_all_there_is(words in "(https?://[a-z()./<*_]{0,6}|[ a(:/é]){0,12}") {
            let all: String = stretches(&words)
                .into_iter()
                .map(|stretch| match stretch {
                    Stretch::Words(words) => words,
                    Stretch::Address(address) => {
                        assert!(!address.contains(['<', '>', ' ', '\n', '*']), "{address}");
                        address
                    }
                })
                .collect();
            prop_assert_eq!(all, words);
        }
    }

    #[test]
    fn mentions_times_and_lists_are_words() {
        assert_eq!(escaped("<@7> <t:1>"), "\\<\\@7\\> \\<t\\:1\\>");
        assert_eq!(escaped("1. one\n- two"), "1\\. one\n\\- two");
        assert_eq!(escaped("discord.gg/x"), "discord.gg\\/x", "an invitation shows no preview");
    }

    #[test]
    fn an_address_ends_before_what_ends_the_sentence() {
        let found = |words| {
            let found = stretches(words);
            found.into_iter().find_map(|it| match it {
                Stretch::Address(address) => Some(address.to_owned()),
                Stretch::Words(_) => None,
            })
        };
        assert_eq!(found("see https://a.b/c."), Some("https://a.b/c".to_owned()));
        assert_eq!(found("(HTTPS://a.b/c_(d))"), Some("HTTPS://a.b/c_(d)".to_owned()));
        assert_eq!(found("javascript://a"), None);
        assert_eq!(found("https://"), None);
        assert_eq!(found("xhttps://a"), None);
    }

    #[test]
    fn only_web_addresses_are_followed() {
        assert_eq!(link_target("javascript:alert(1)"), None);
        assert_eq!(link_target("https://a.b/c>d (e)"), Some("https://a.b/c%3Ed%20(e)".to_owned()));
    }
}
