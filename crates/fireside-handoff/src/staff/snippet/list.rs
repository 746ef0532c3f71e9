//! `/snippet list`.

use std::time::Duration;

use fireside_core::{Decision, Outcome, Outgoing, Text, Turn, text};

use super::{SHOWN_LEN_MAX, SNIPPETS_MAX, Snippet};
use crate::staff::may_press;

/// The action of the buttons that turn the page.
pub(in crate::staff) const PAGE: &str = "snippets_page";

/// How many snippets a page shows.
const PAGE_LEN: usize = 10;
/// How long a page can be turned.
const PAGE_LIFETIME: Duration = Duration::from_hours(24);

/// Shows the snippets, by their names, from one on.
pub(super) fn show(turn: &mut Turn<'_>, offset: usize) -> Decision {
    let all = turn.page_all::<Snippet>(None, SNIPPETS_MAX)?.records;
    let key = if all.is_empty() { "handoff-no-snippets" } else { "handoff-snippets" };
    let mut words = Text::plain(turn.say(key, &[]));
    for snippet in all.iter().skip(offset).take(PAGE_LEN) {
        let shown = text::cleaned(&snippet.words, SHOWN_LEN_MAX);
        words = words.line(Text::bold(snippet.name.as_str())).then(": ").then(shown);
    }
    let mut buttons = Vec::new();
    let back = (offset > 0).then(|| ("handoff-button-previous", offset.saturating_sub(PAGE_LEN)));
    let on =
        (all.len().saturating_sub(PAGE_LEN) > offset).then(|| ("handoff-button-next", offset + PAGE_LEN));
    for (label, offset) in back.into_iter().chain(on) {
        buttons.push(turn.button(turn.say(label, &[]), PAGE, offset, None, PAGE_LIFETIME)?);
    }
    turn.answer_private(Outgoing::of(words).row(buttons));
    Ok(Outcome::Handled)
}

/// A page was turned.
pub(in crate::staff) fn on_page(turn: &mut Turn<'_>, data: &str) -> Decision {
    if !may_press(turn, PAGE, "")? {
        return Ok(Outcome::Handled);
    }
    show(turn, data.parse().unwrap_or_default())
}
