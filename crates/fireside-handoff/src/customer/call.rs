//! A call for a human, however it was made: who may, and what comes of it.

use fireside_core::turn::Interrupt;
use fireside_core::{Actor, Audience, Button, Capability, Message, Outgoing, PersonId, Span, Text, Turn};

use super::{again, blocked, consent, place, private};
use crate::case::{Case, CaseNumber, OpenCase, shown_name};
use crate::settings::WhereTo;
use crate::staff::elapsed;
use crate::{Settings, lifecycle, record, time};

/// The counter that case numbers are drawn from.
pub(crate) const COUNTER: &str = "case";

/// The actor, if they may call a human here; else they are told why not.
pub(super) fn caller(turn: &mut Turn<'_>) -> Result<Option<PersonId>, Interrupt> {
    if let Some(key) = refusal(turn) {
        let said = to_actor(turn, turn.say(key, &[]));
        turn.answer(said);
        return Ok(None);
    }
    let person = turn.person()?;
    if let Some(blocked) = blocked::of(turn, &person)? {
        turn.answer_private(blocked.said(turn, turn.locale()));
        return Ok(None);
    }
    Ok(Some(person))
}

/// Why nobody like the actor can call a human here, as a sentence.
fn refusal(turn: &Turn<'_>) -> Option<&'static str> {
    if turn.in_staff_place() {
        Some("handoff-for-customers")
    } else if turn.event().actor.is_anonymous {
        Some("handoff-anonymous")
    } else if turn.community().staff_home.is_none() {
        Some("handoff-no-team")
    } else {
        None
    }
}

/// Opens a case for the actor, or goes on with the one that is open. `message`
/// says what it is about, if they said so.
pub(super) fn call(turn: &mut Turn<'_>, person: &PersonId, message: &Message) -> Result<(), Interrupt> {
    match open_case(turn, person)? {
        Some(case) => again::call(turn, case, message),
        None => open(turn, person, message),
    }
}

/// The case of a person that is open.
pub(super) fn open_case(turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Case>, Interrupt> {
    match turn.get::<OpenCase>(person)? {
        Some(open) => turn.get::<Case>(&open.number),
        None => Ok(None),
    }
}

/// The next case, of this person, before it is spoken anywhere.
pub(super) fn new_case(
    turn: &mut Turn<'_>,
    person: PersonId,
    customer: &Actor,
    words: &str,
) -> Result<Case, Interrupt> {
    let settings = turn.settings::<Settings>()?;
    let number = CaseNumber::new(turn.next_number(COUNTER)?);
    let mut case = Case::new(number, person, customer, settings.relay, turn.now());
    words.clone_into(&mut case.words);
    Ok(case)
}

fn open(turn: &mut Turn<'_>, person: &PersonId, message: &Message) -> Result<(), Interrupt> {
    let event = turn.event();
    let settings = turn.settings::<Settings>()?;
    let mut case = new_case(turn, person.clone(), &event.actor, &message.text.to_plain())?;
    turn.locale().clone_into(&mut case.locale);
    let is_private = event.audience == Audience::Private;
    case.speaks_in(event.place.clone().into(), event.actor.account.clone(), is_private);
    // Who calls a person stops answering the bot's questions.
    turn.end_dialogue()?;
    lifecycle::open(turn, &mut case, message.id.as_ref())?;
    let buttons = choices(turn, &mut case, settings.place)?;
    answer_called(turn, &settings, &case, buttons)
}

/// What the customer can choose about a case that was just opened: where it is
/// spoken, or whether staff see what was said before.
fn choices(turn: &mut Turn<'_>, case: &mut Case, place: WhereTo) -> Result<Vec<Button>, Interrupt> {
    if turn.event().audience == Audience::Private {
        return Ok(vec![consent::button(turn, case)?]);
    }
    if !private::is_possible(turn, &turn.event().place.platform) {
        return Ok(Vec::new());
    }
    let can = |able| turn.capabilities(&turn.event().place.platform).can(able);
    match place {
        WhereTo::Here => Ok(Vec::new()),
        WhereTo::Ask => Ok(vec![place::here_button(turn, case)?, place::private_button(turn, case)?]),
        // Where only they themselves can begin their private chat, they are led there.
        WhereTo::Private if can(Capability::PrivateLinks) => Ok(vec![place::private_button(turn, case)?]),
        WhereTo::Private => {
            private::begin(turn, case)?;
            Ok(Vec::new())
        }
    }
}

/// Tells the customer that a human was called, and when they may expect one. In
/// a group where the answer is a message like any other, the bot may hear
/// nothing but replies: it asks for one.
fn answer_called(
    turn: &mut Turn<'_>,
    settings: &Settings,
    case: &Case,
    buttons: Vec<Button>,
) -> Result<(), Interrupt> {
    let event = turn.event();
    let is_heard_by_all = event.audience == Audience::Group && event.reply.is_none();
    let key = if is_heard_by_all { "handoff-called-in-group" } else { "handoff-called" };
    let brand = (&turn.community().name).into();
    let said = turn.say(key, &[("number", case.number.get().into()), ("brand", brand)]);
    let mut text = to_actor(turn, said);
    if let Some(usually) = record::typical_answer(turn)? {
        let span = elapsed::in_words(turn, turn.locale(), usually);
        text = text.line(turn.say("handoff-usually", &[("span", (&span).into())]));
    }
    if let Some(away) = time::away(turn, turn.locale())? {
        text = text.line(away);
    }
    if let Some(greeting) = &settings.greeting {
        text = text.line(greeting.as_str());
    }
    let asks = is_heard_by_all && buttons.is_empty() && !turn.is_pressed_among_others();
    turn.answer(Outgoing { asks, ..Outgoing::of(text).row(buttons) });
    Ok(())
}

/// Words to the actor, who is named where nobody would know whom they are for.
pub(super) fn to_actor(turn: &Turn<'_>, said: String) -> Text {
    if !turn.is_pressed_among_others() {
        return Text::plain(said);
    }
    let actor = &turn.event().actor;
    let mention = Span::Mention { account: actor.account.clone(), name: shown_name(actor) };
    Text(vec![mention]).then(": ").then(said)
}
