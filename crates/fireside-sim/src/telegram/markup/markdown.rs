//! `parse_mode: "Markdown"`, the older kind: nothing nests, and outside of
//! entities only `_`, `*`, `` ` `` and `[` are escaped.

use super::{Parsed, Plain, in_order, language, line_break_len, links, refuse};
use crate::telegram::entities::Entity;

/// The text without its markup, and the entities.
///
/// # Errors
/// An entity without an end.
pub(super) fn parse(source: &str) -> Parsed {
    let mut plain = Plain::default();
    let mut entities = Vec::new();
    let mut at = 0;
    while let Some(letter) = source[at..].chars().next() {
        let next = source[at + letter.len_utf8()..].chars().next();
        if letter == '\\'
            && let Some(escaped @ ('_' | '*' | '`' | '[')) = next
        {
            plain.push(escaped);
            at += 2;
        } else if matches!(letter, '_' | '*' | '`' | '[') {
            at += entity(&source[at..], at, &mut plain, &mut entities)?;
        } else {
            at += plain.push(letter);
        }
    }
    Ok((plain.text, in_order(entities)))
}

/// Reads the entity that `rest` starts with and returns its length in bytes.
fn entity(
    rest: &str,
    begins_at: usize,
    plain: &mut Plain,
    entities: &mut Vec<Entity>,
) -> Result<usize, crate::telegram::errors::ApiError> {
    let unended = || refuse(format!("Can't find end of the entity starting at byte offset {begins_at}"));
    let (open, close) = match rest.as_bytes()[0] {
        b'`' if rest.starts_with("```") => ("```", "```"),
        b'`' => ("`", "`"),
        b'[' => ("[", "]"),
        b'_' => ("_", "_"),
        _ => ("*", "*"),
    };
    let mut inside = &rest[open.len()..];
    let mut length = open.len();
    let named = (open == "```").then(|| language(inside)).flatten();
    if open == "```" {
        let skipped = named.map_or(0, str::len);
        let skipped = skipped + line_break_len(&inside[skipped..]);
        inside = &inside[skipped..];
        length += skipped;
    }
    let end = inside.find(close).ok_or_else(unended)?;
    let words = &inside[..end];
    length += end + close.len();
    let offset = plain.utf16;
    words.chars().for_each(|letter| {
        plain.push(letter);
    });
    let found = match open {
        "```" => Some(Entity { language: named.map(str::to_owned), ..Entity::plain("pre", offset, 0) }),
        "`" => Some(Entity::plain("code", offset, 0)),
        "_" => Some(Entity::plain("italic", offset, 0)),
        "*" => Some(Entity::plain("bold", offset, 0)),
        _ => {
            let after = &rest[length..];
            let target =
                after.strip_prefix('(').map(|target| &target[..target.find(')').unwrap_or(target.len())]);
            length += target.map_or(0, |target| (target.len() + 2).min(after.len()));
            links::link(target.unwrap_or(words), offset)
        }
    };
    let found = found.map(|entity| Entity { length: plain.utf16 - offset, ..entity });
    entities.extend(found.filter(|entity| entity.length > 0));
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_older_markdown_knows_five_entities_and_four_escapes() {
        let source = "*bold* _👋_ `a\\_b` \\*no\\* [here](https://x.y/z) ```rust\nfn f()```";
        let (text, entities) = parse(source).expect("it parses");
        assert_eq!(text, "bold 👋 a\\_b *no* here fn f()");
        let seen: Vec<_> = entities.iter().map(|entity| (entity.kind.as_str(), entity.of(&text))).collect();
        let expected =
            [("bold", "bold"), ("italic", "👋"), ("code", "a\\_b"), ("text_link", "here"), ("pre", "fn f()")];
        assert_eq!(seen, expected);
        assert_eq!(entities[4].language.as_deref(), Some("rust"));
    }

    #[test]
    fn an_entity_without_an_end_is_refused_with_its_place() {
        for (source, at) in [("snake_case", 5), ("é *x", 3), ("[a", 0), ("``` `` ", 0)] {
            let refusal = serde_json::to_value(parse(source).expect_err(source)).expect("JSON");
            let reason = format!("Can't find end of the entity starting at byte offset {at}");
            assert_eq!(refusal["description"], format!("Bad Request: can't parse entities: {reason}"));
        }
    }

    #[test]
    fn an_unfinished_target_reaches_to_the_end() {
        let (text, entities) = parse("[here](https://x.y/z").expect("it parses");
        assert_eq!((text.as_str(), entities.len()), ("here", 1));
    }
}
