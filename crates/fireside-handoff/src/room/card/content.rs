//! What a card shows.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::{Capability, Span, Text, Turn};

use super::{history, is_first_words, waiting};
use crate::case::{Case, Leg, Priority, State};
use crate::room::met::Met;
use crate::room::shown::Shown;
use crate::settings::{Rooms, Settings};
use crate::staff::elapsed;

/// How much a card shows of what the customer wrote when they called, in
/// characters.
const WORDS_CHARS_MAX: usize = 500;
/// Who came so short a time before the call is new.
const NEW_FOR: Duration = Duration::from_mins(5);
/// How long a card is, without its last lines, in characters: with them it fits
/// into one message everywhere.
const BODY_CHARS_MAX: usize = 1_500;

/// The words of a card, in the community's language.
pub(super) fn text(turn: &mut Turn<'_>, case: &Case, shown: &Shown) -> Result<Text, Interrupt> {
    let (number, name) = (("number", case.number.get().into()), ("name", (&case.name).into()));
    let mut text = Text::bold(turn.say_to_staff("handoff-card-title", &[number, name]));
    if !case.is_forgotten() {
        text = text.line(who(turn, case)?);
    }
    if let Some(leg) = case.customer_leg() {
        text = text.line(place(turn, leg, shown));
    }
    if !case.words.is_empty() {
        text = text.line(Text::quote(case.words.as_str()).cut(WORDS_CHARS_MAX));
    }
    if !shown.said.is_empty() {
        text = text.line(turn.say_to_staff("handoff-card-said-before", &[]));
        let lines: Vec<_> = shown.said.iter().map(|said| format!("{}: {}", said.name, said.words)).collect();
        text = text.line(Text::quote(lines.join("\n")));
    }
    if !case.is_forgotten() {
        text = known(turn, case, text)?;
    }
    text = text.cut(BODY_CHARS_MAX);
    if let Some(filed) = filed(turn, case) {
        text = text.line(filed);
    }
    if let Some(link) = link_to_room(turn, case)? {
        text = text.line(Text::link(link, turn.say_to_staff("handoff-card-room", &[])));
    }
    let state = Text(vec![Span::Italic(state_line(turn, case).into())]);
    text = text.line(state);
    if let Some(waited) = waiting::shown(turn.now(), case) {
        let span = elapsed::in_words(turn, &turn.community().locale, waited);
        text = text.line(turn.say_to_staff("handoff-card-unanswered", &[("span", (&span).into())]));
    }
    Ok(text)
}

/// What else is known of the customer: their other cases, and what other
/// features tell.
fn known(turn: &mut Turn<'_>, case: &Case, mut text: Text) -> Result<Text, Interrupt> {
    if let Some(cases) = history::lines(turn, case)? {
        text = text.line(cases);
    }
    for panel in turn.panels(&case.person)? {
        text = text.line(panel);
    }
    Ok(text)
}

/// Whether these are the words that the customer called with, and all of them
/// stand on the card.
pub(in crate::room) fn says(case: &Case, words: &Text) -> bool {
    words.to_plain() == case.words && case.words.chars().count() <= WORDS_CHARS_MAX
}

/// Where the customer is from, their language, and how long they have been here.
fn who(turn: &mut Turn<'_>, case: &Case) -> Result<String, Interrupt> {
    let mut parts = Vec::new();
    if let Some(leg) = case.customer_leg() {
        let platform = leg.place.anchor().platform.title();
        parts.push(turn.say_to_staff("handoff-card-from", &[("platform", (&platform).into())]));
    }
    // Clients say a region or a script too, `en-US`: the language comes first.
    let language = case.locale.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    parts.push(turn.say_to_staff("handoff-card-speaks", &[("language", (&language).into())]));
    // It changes once in a life: nobody waits for it.
    if let Some(met) = turn.peek::<Met>(&case.person)? {
        let known = case.opened.since(met.at);
        parts.push(if known < NEW_FOR {
            turn.say_to_staff("handoff-card-new-here", &[])
        } else {
            let span = elapsed::in_words(turn, &turn.community().locale, known);
            turn.say_to_staff("handoff-card-here-for", &[("span", (&span).into())])
        });
    }
    Ok(parts.join(" · "))
}

/// Where the customer speaks.
fn place(turn: &Turn<'_>, leg: &Leg, shown: &Shown) -> Text {
    if leg.is_private {
        return Text::plain(turn.say_to_staff("handoff-card-in-private", &[]));
    }
    let words = turn.say_to_staff("handoff-card-in-public", &[]);
    match leg.link.as_ref().or(shown.link.as_ref()) {
        Some(link) => Text::link(link, words.as_str()),
        None => Text::plain(words),
    }
}

/// An address of the room, where it neither hangs below the card nor holds it.
fn link_to_room<'a>(turn: &Turn<'_>, case: &'a Case) -> Result<Option<&'a str>, Interrupt> {
    let Some(room) = case.room().filter(|_| !is_first_words(case)) else { return Ok(None) };
    let starts = turn.capabilities(&room.place.anchor().platform).can(Capability::RoomsFromMessages);
    let hangs_below = starts && turn.settings::<Settings>()?.rooms != Rooms::Private;
    Ok(room.link.as_deref().filter(|_| !hangs_below))
}

/// How much it presses, and under what it was filed.
fn filed(turn: &Turn<'_>, case: &Case) -> Option<String> {
    let mut parts = Vec::new();
    if case.priority != Priority::Normal {
        parts.push(turn.say_to_staff(case.priority.phrase(), &[]));
    }
    parts.extend(case.tags.iter().map(|tag| format!("#{tag}")));
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Where a case stands, in a sentence.
pub(in crate::room) fn state_line(turn: &Turn<'_>, case: &Case) -> String {
    let owned = |with, without| if case.owner().is_some() { with } else { without };
    if let Some(into) = case.merged_into {
        return turn.say_to_staff("handoff-card-merged", &[("number", into.get().into())]);
    }
    let (key, member) = match case.state() {
        State::Closed => {
            let by = case.closure().and_then(|closure| closure.by.as_ref());
            (if by.is_some() { "handoff-card-closed" } else { "handoff-card-closed-by-itself" }, by)
        }
        State::Waiting => ("handoff-card-waiting", None),
        State::Active => ("handoff-card-active", case.owner()),
        State::Snoozed => (owned("handoff-card-snoozed-by", "handoff-card-snoozed"), case.owner()),
        State::Parked => ("handoff-card-parked", case.owner()),
    };
    let name = member.map_or("", |member| member.name.as_str());
    turn.say_to_staff(key, &[("name", name.into())])
}
