//! Parking: words for a customer who can't be reached wait until they can.
//! Nothing of them is lost, nothing is said twice.

use fireside_core::delivery::DeliveryOutcome;
use fireside_core::event::Membership;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Audience, Decision, Effect, Event, EventKind, MessageRef, Outcome, Place, PlaceRef, Turn, Voice,
};
use serde::{Deserialize, Serialize};

use super::mirror::{self, Copying};
use super::{marks, outbound, truth};
use crate::case::{Case, State, Step};
use crate::{lifecycle, record};

/// The most words that wait for one customer.
const WORDS_MAX: usize = 200;
/// The most cases that one place's loss or return is told to.
const CASES_MAX: usize = 200;

/// Words that wait for a customer, kept under the case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeptBack {
    /// The words, in the order in which they were said.
    pub words: Vec<Copying>,
}

impl Record for KeptBack {
    const COLLECTION: &'static str = "kept_back";
}

/// Words could not reach the customer where they went: they go to another place
/// of theirs, else wait.
pub(super) fn on_unreachable(
    turn: &mut Turn<'_>,
    case: &mut Case,
    mut copying: Copying,
    why: &str,
) -> Result<(), Interrupt> {
    if copying.is_taken_back {
        return Ok(());
    }
    copying.refused_by.push(turn.event().place.clone());
    mirror::reword(turn, &mut copying)?;
    let elsewhere = case.customer_legs().filter_map(|leg| match &leg.place {
        PlaceRef::At(place) if !copying.refused_by.contains(place) => Some(leg.clone()),
        _ => None,
    });
    if let Some(leg) = elsewhere.last()
        && case.is_open()
        && let (PlaceRef::At(_), Some(account)) = (&leg.place, &leg.account)
    {
        case.speaks_in(leg.place.clone(), account.clone(), leg.is_private);
        lifecycle::keep(turn, case)?;
        // What it answered stands in the place that is lost.
        copying.content.reply_to = None;
        return outbound::send(turn, case, copying);
    }
    if case.is_open() && case.state() != State::Parked {
        let _ = lifecycle::take(turn, case, Step::Park(why.to_owned()))?;
    }
    if case.is_open() {
        return keep_back(turn, case, copying);
    }
    drop_words(turn, case, &[copying])
}

/// Whether the place that closed before these words, where the event happened,
/// was not opened for them yet.
pub(super) fn may_open(turn: &Turn<'_>, copying: &Copying) -> bool {
    !copying.is_taken_back && !copying.refused_by.contains(&turn.event().place)
}

/// The customer's room was closed: it is opened again, once, and the words are
/// said in it.
pub(super) fn open_and_say(turn: &mut Turn<'_>, case: &Case, mut copying: Copying) -> Result<(), Interrupt> {
    mirror::reword(turn, &mut copying)?;
    let place = turn.event().place.clone();
    copying.refused_by.push(place.clone());
    let room = PlaceRef::At(place);
    let effect = Effect::SetRoomState { room: room.clone(), open: true };
    turn.effect(effect, case.number.manner(Voice::System));
    outbound::say_in(turn, case, copying, room)
}

/// Words wait until the customer can be reached.
pub(super) fn keep_back(turn: &mut Turn<'_>, case: &Case, mut copying: Copying) -> Result<(), Interrupt> {
    let mut kept = turn.get::<KeptBack>(&case.number)?.unwrap_or_default();
    if kept.words.len() >= WORDS_MAX {
        return drop_words(turn, case, &[copying]);
    }
    for original in &copying.originals {
        mirror::forget(turn, original)?;
    }
    if !copying.is_late {
        marks::waits(turn, case, &copying);
        copying.is_late = true;
    }
    copying.refused_by.clear();
    let behind = kept.words.partition_point(|earlier| earlier.at() <= copying.at());
    kept.words.insert(behind, copying);
    turn.put(&case.number, &kept)
}

/// The customer can be reached again: what waited sets out, in its order.
pub(crate) fn go_on(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let words = take(turn, case)?;
    set_out(turn, case, words)
}

/// What waited sets out to the customer of a case, or waits with it.
pub(crate) fn set_out(turn: &mut Turn<'_>, case: &Case, words: Vec<Copying>) -> Result<(), Interrupt> {
    words.into_iter().try_for_each(|copying| outbound::send(turn, case, copying))
}

/// The case has ended: what still waited is not said, which staff are told.
pub(super) fn end(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let words = take(turn, case)?;
    drop_words(turn, case, &words)
}

/// What waits for a case's customer, which waits no more.
pub(crate) fn take(turn: &mut Turn<'_>, case: &Case) -> Result<Vec<Copying>, Interrupt> {
    let kept = turn.get::<KeptBack>(&case.number)?;
    if kept.is_some() {
        turn.delete::<KeptBack>(&case.number)?;
    }
    Ok(kept.unwrap_or_default().words)
}

fn drop_words(turn: &mut Turn<'_>, case: &Case, words: &[Copying]) -> Result<(), Interrupt> {
    for copying in words {
        for original in &copying.originals {
            mirror::forget(turn, original)?;
        }
        marks::failed(turn, case, copying);
        if let Some(line) = &copying.line {
            record::undelivered(turn, line)?;
        }
    }
    if !words.is_empty() {
        let args = [("name", (&case.name).into()), ("count", (words.len() as u64).into())];
        truth::tell_staff(turn, case, "handoff-never-sent", &args, None);
    }
    Ok(())
}

/// Words that wait and stand in the room as `original`, to be changed: `None`
/// takes them back. Gives whether there were any.
pub(super) fn change(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    change: impl FnOnce(Copying) -> Option<Copying>,
) -> Result<bool, Interrupt> {
    let Some(mut kept) = turn.get::<KeptBack>(&case.number)? else { return Ok(false) };
    let known = mirror::known_as(turn, original)?;
    let index = kept.words.iter().position(|copying| copying.copies(original) || copying.copies(&known));
    let Some(index) = index else { return Ok(false) };
    if let Some(changed) = change(kept.words.remove(index)) {
        kept.words.insert(index, changed);
    }
    turn.put(&case.number, &kept)?;
    Ok(true)
}

/// The words that stand in the room as `original`, if they wait.
pub(super) fn waiting(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
) -> Result<Option<Copying>, Interrupt> {
    let Some(kept) = turn.get::<KeptBack>(&case.number)? else { return Ok(None) };
    let known = mirror::known_as(turn, original)?;
    let mut words = kept.words.into_iter();
    Ok(words.find(|copying| copying.copies(original) || copying.copies(&known)))
}

/// Words that wait are known in the room by another name from now on.
pub(super) fn is_known_as(
    turn: &mut Turn<'_>,
    case: &Case,
    sent: &MessageRef,
    known: &MessageRef,
) -> Result<(), Interrupt> {
    change(turn, case, sent, |mut copying| {
        copying.is_known_as(sent, known);
        Some(copying)
    })
    .map(drop)
}

/// The bot has come to a place or left it: whom it can't reach there any more
/// waits, who waited is gone on with.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let EventKind::Membership(membership) = &event.kind else { return Ok(Outcome::Pass) };
    let is_back = match membership {
        Membership::BotAdded => true,
        Membership::BotRemoved => false,
        _ => return Ok(Outcome::Pass),
    };
    for case in cases_around(turn, &event.place)? {
        if is_back { came_back(turn, case)? } else { was_lost(turn, case, &event.place)? }
    }
    // The place may be a room of staff's as well.
    Ok(Outcome::Pass)
}

/// The open cases whose customer speaks in a channel, or in the space it is of.
fn cases_around(turn: &mut Turn<'_>, place: &Place) -> Result<Vec<Case>, Interrupt> {
    let mut cases: Vec<Case> = turn.find(Case::BY_CHANNEL, &place.parent().to_string(), CASES_MAX)?;
    if let Some(space) = &place.space {
        let all: Vec<Case> =
            turn.find(Case::BY_CHANNEL, &format!("{}@{space}", place.platform), CASES_MAX)?;
        for case in all {
            if !cases.iter().any(|known| known.number == case.number) {
                cases.push(case);
            }
        }
    }
    Ok(cases)
}

fn came_back(turn: &mut Turn<'_>, mut case: Case) -> Result<(), Interrupt> {
    if case.state() == State::Parked {
        let _ = lifecycle::take(turn, &mut case, Step::Resume)?;
    }
    Ok(())
}

/// A customer who speaks elsewhere too is reached there.
fn was_lost(turn: &mut Turn<'_>, mut case: Case, lost: &Place) -> Result<(), Interrupt> {
    let is_lost = |place: &Place| {
        place.is_within(&lost.parent())
            || (lost.space.is_some() && place.space == lost.space && place.platform == lost.platform)
    };
    let elsewhere = case.customer_legs().filter(|leg| !is_lost(leg.place.anchor())).last().cloned();
    if let Some(leg) = elsewhere {
        if let Some(account) = leg.account {
            case.speaks_in(leg.place, account, leg.is_private);
            lifecycle::keep(turn, &case)?;
        }
        return Ok(());
    }
    let is_chat = turn.event().audience == Audience::Private;
    let why = turn.say_to_staff(if is_chat { "handoff-bot-blocked" } else { "handoff-bot-removed" }, &[]);
    let _ = lifecycle::take(turn, &mut case, Step::Park(why))?;
    Ok(())
}

/// Whether an outcome says that the customer can't be reached where it went.
pub(super) fn is_out_of_reach(outcome: &DeliveryOutcome) -> bool {
    use fireside_core::Obstacle::{Gone, Unreachable};
    matches!(outcome, DeliveryOutcome::Undeliverable { obstacle: Unreachable | Gone, .. })
}
