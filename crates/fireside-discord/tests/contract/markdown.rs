//! Markdown as Discord's clients show it.

use std::iter::Peekable;
use std::str::Chars;

/// What a reader sees of Markdown, and whether any of it is markup: a backslash
/// shows the next character as it is, an address between angle brackets is shown
/// as it is, of a link its label is, and what marks something up is not shown.
pub(crate) fn read(markdown: &str) -> (String, bool) {
    let (mut text, mut is_formatted) = (String::new(), false);
    let mut characters = markdown.chars().peekable();
    while let Some(character) = characters.next() {
        let starts_line = text.is_empty() || text.ends_with('\n');
        match character {
            '<' if characters.clone().take(4).eq("http".chars()) => {
                text.push_str(&rest_of_address(&mut characters, '>'));
            }
            ']' if characters.peek() == Some(&'(') => _ = rest_of_address(&mut characters, ')'),
            '\\' if characters.peek().is_some_and(char::is_ascii_punctuation) => {
                text.extend(characters.next());
            }
            '*' | '_' | '~' | '|' | '`' | '<' | '[' => is_formatted = true,
            '#' | '>' | '-' | '+' if starts_line => is_formatted = true,
            // It shows nothing, and keeps two markers apart that would be one.
            '\u{200B}' => {}
            _ => text.push(character),
        }
    }
    (text, is_formatted)
}

/// Takes what is left of an address and the character that ends it.
fn rest_of_address(characters: &mut Peekable<Chars<'_>>, end: char) -> String {
    characters.by_ref().take_while(|character| *character != end).collect()
}

/// What somebody types on Discord for these words to be seen there.
pub(crate) fn typed(words: &str) -> String {
    let marks_up = |character| matches!(character, '\\' | '*' | '_' | '~' | '|' | '`');
    let escape = |character| marks_up(character).then_some('\\').into_iter().chain([character]);
    words.chars().flat_map(escape).collect()
}
