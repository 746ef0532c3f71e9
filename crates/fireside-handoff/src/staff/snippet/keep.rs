//! `/snippet add`, `edit` and `remove`.

use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Invocation, Outcome, Turn, text};

use super::placeholder;
use super::{SNIPPETS_MAX, Snippet, TEXT, WORDS_LEN_MAX, answer, name_in};
use crate::case::StaffMember;
use crate::relay::is_internal;

pub(super) fn add(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some((name, words)) = name_and_words(turn, invocation) else { return Ok(Outcome::Handled) };
    if turn.get::<Snippet>(&name)?.is_some() {
        answer(turn, "handoff-snippet-there", &name);
    } else if turn.page_all::<Snippet>(None, SNIPPETS_MAX)?.records.len() >= SNIPPETS_MAX {
        answer(turn, "handoff-too-many-snippets", &name);
    } else {
        put(turn, name, words, "handoff-snippet-added")?;
    }
    Ok(Outcome::Handled)
}

pub(super) fn edit(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some((name, words)) = name_and_words(turn, invocation) else { return Ok(Outcome::Handled) };
    if turn.get::<Snippet>(&name)?.is_none() {
        answer(turn, "handoff-no-such-snippet", &name);
    } else {
        put(turn, name, words, "handoff-snippet-edited")?;
    }
    Ok(Outcome::Handled)
}

pub(super) fn remove(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let name = name_in(invocation).unwrap_or_default();
    if turn.get::<Snippet>(&name)?.is_none() {
        answer(turn, "handoff-no-such-snippet", &name);
    } else {
        turn.delete::<Snippet>(&name)?;
        answer(turn, "handoff-snippet-removed", &name);
    }
    Ok(Outcome::Handled)
}

fn put(turn: &mut Turn<'_>, name: String, words: String, key: &str) -> Result<(), Interrupt> {
    let by = StaffMember::of(&turn.event().actor);
    let snippet = Snippet { name, words, by };
    turn.put(&snippet.name, &snippet)?;
    answer(turn, key, &snippet.name);
    Ok(())
}

/// The name and the words, if they can be kept; what can't is said.
fn name_and_words(turn: &mut Turn<'_>, invocation: &Invocation) -> Option<(String, String)> {
    let Some(name) = name_in(invocation) else {
        answer(turn, "handoff-snippet-no-name", "");
        return None;
    };
    let words = invocation.text(TEXT).unwrap_or_default().trim();
    if text::is_blank(words) {
        answer(turn, "handoff-snippet-no-words", &name);
        return None;
    }
    if is_internal(words) {
        answer(turn, "handoff-marked-internal", &name);
        return None;
    }
    if words.chars().count() > WORDS_LEN_MAX {
        answer(turn, "handoff-snippet-too-long", &name);
        return None;
    }
    if let Some(unknown) = placeholder::unknown(words) {
        let known = placeholder::ALL.map(|name| format!("{{{name}}}")).join(", ");
        let unknown = format!("{{{unknown}}}");
        let args = [("unknown", (&unknown).into()), ("known", (&known).into())];
        turn.answer_private(turn.say("handoff-snippet-unknown-placeholder", &args));
        return None;
    }
    Some((name, words.to_owned()))
}
