//! Making a user's words safe: nothing in them formats, pings or links.

/// What begins or ends markup somewhere in Discord's Markdown. A backslash
/// before any of them shows the character itself.
const MARKUP: &[char] =
    &['\\', '*', '_', '~', '|', '`', '>', '<', '#', '-', '+', '[', ']', '(', ')', '@', ':'];

/// `text` with a backslash before all that Discord could take for markup.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    let mut before = None;
    for character in text.chars() {
        let numbers_a_list = character == '.' && before.is_some_and(|c: char| c.is_ascii_digit());
        if numbers_a_list || MARKUP.contains(&character) {
            safe.push('\\');
        }
        safe.push(character);
        before = Some(character);
    }
    safe
}

/// `code` within a line, between fences that are longer than any in it.
pub(crate) fn inline_code(code: &str) -> String {
    let line = code.replace(['\n', '\r'], " ");
    let fence = "`".repeat(longest_run(&line) + 1);
    let pad = if line.starts_with('`') || line.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{line}{pad}{fence}")
}

/// A block of code. Its fence is always three, so one inside is broken up by a
/// character that shows nothing.
pub(crate) fn code_block(language: Option<&str>, code: &str) -> String {
    let language: String = language
        .unwrap_or_default()
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#'))
        .collect();
    let code = code.replace('`', "`\u{200B}");
    format!("```{language}\n{code}\n```")
}

/// `url` as it stands between `<` and `>`, if it is one that a person may follow.
pub(crate) fn link_target(url: &str) -> Option<String> {
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if !is_web {
        return None;
    }
    let mut target = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '\\' => target.push_str("%5C"),
            '`' => target.push_str("%60"),
            ' ' => target.push_str("%20"),
            c if c.is_control() || c.is_whitespace() => {}
            c => target.push(c),
        }
    }
    Some(target)
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
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
        fn code_never_leaves_its_fence(code in "[a`\n ]{0,40}") {
            let block = code_block(None, &code);
            prop_assert_eq!(block.matches("```").count(), 2);
            let inline = inline_code(&code);
            let fence = inline.chars().take_while(|c| *c == '`').count();
            prop_assert!(longest_run(&code) < fence);
        }
    }

    #[test]
    fn mentions_times_and_lists_are_words() {
        assert_eq!(escaped("<@7> <t:1>"), "\\<\\@7\\> \\<t\\:1\\>");
        assert_eq!(escaped("1. one\n- two"), "1\\. one\n\\- two");
    }

    #[test]
    fn only_web_addresses_are_followed() {
        assert_eq!(link_target("javascript:alert(1)"), None);
        assert_eq!(link_target("https://a.b/c>d (e)"), Some("https://a.b/c%3Ed%20%28e%29".to_owned()));
    }
}
