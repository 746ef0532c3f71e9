//! Inbound: what the customer says, said in the room.

use fireside_core::turn::Interrupt;
use fireside_core::{Audience, Author, Message, Outgoing, PlaceRef, Turn, Voice};

use super::mirror::{self, Copying};
use super::{TO_ROOM, watchers};
use crate::case::{Case, Speaker, State, Step, shown_name};
use crate::customer::blocked;
use crate::{lifecycle, record, room, time};

/// A customer's words go to the room. One that was removed is opened again;
/// where there can't be one, they go to where staff work.
pub(crate) fn to_room(turn: &mut Turn<'_>, mut case: Case, message: &Message) -> Result<(), Interrupt> {
    if blocked::of(turn, &case.person)?.is_some() {
        return Ok(());
    }
    // What nobody can see says nothing.
    let Some(content) = content(turn, message) else { return Ok(()) };
    let event = turn.event();
    let is_private = event.audience == Audience::Private;
    let place = PlaceRef::At(event.place.clone());
    let known = case.clone();
    case.speaks_in(place, event.actor.account.clone(), is_private);
    match case.state() {
        State::Snoozed => drop(lifecycle::take(turn, &mut case, Step::Wake)?),
        State::Parked => drop(lifecycle::take(turn, &mut case, Step::Resume)?),
        State::Waiting | State::Active | State::Closed => {}
    }
    time::on_customer_wrote(turn, &mut case)?;
    let line = record::said(turn, &case, Speaker::Customer, &shown_name(&event.actor), message)?;
    let content = content.reply_to(super::answered(turn, case.number, message)?);
    let copying = Copying::of(mirror::parts(turn, message), content, Some(line));
    let to_say = room::keep_behind(turn, &case, copying)?;
    let place = if to_say.is_some() { room::for_words(turn, &mut case)? } else { None };
    if case != known {
        turn.put(&case.number, &case)?;
    }
    let (Some(copying), Some(place)) = (to_say, place) else { return Ok(()) };
    say_to_staff(turn, &case, &place, TO_ROOM, copying)?;
    let watched = case.watchers.len();
    watchers::call(turn, &mut case, place)?;
    if case.watchers.len() < watched { turn.put(&case.number, &case) } else { Ok(()) }
}

/// Says words of a customer where staff read them. Words that wait there
/// anyway are said together.
pub(crate) fn say_to_staff(
    turn: &mut Turn<'_>,
    case: &Case,
    place: &PlaceRef,
    label: &str,
    words: Copying,
) -> Result<(), Interrupt> {
    let manner = case.number.manner(Voice::Customer).tagged(label, case.number).joins();
    let delivery = turn.send(place.clone(), words.content.clone(), manner);
    mirror::begin(turn, case.number, &words, &delivery, place.clone())
}

/// What the actor, a customer, said, as staff read it.
fn content(turn: &Turn<'_>, message: &Message) -> Option<Outgoing> {
    let actor = &turn.event().actor;
    let author = Author { name: shown_name(actor), avatar_url: actor.avatar_url.clone() };
    Some(turn.carry(message, &turn.community().locale)?.author(author))
}
