//! What staff say to an item in public, as an answer to its card.

use fireside_core::turn::Interrupt;
use fireside_core::{Outgoing, Text, Turn};

use super::{Card, CardState, manner};
use crate::feedback::{Feedback, Said};
use crate::voice;

/// Answers the card of an item, where it is. Where somebody asked for the item
/// in that very place they hear of it there, which answers the card as well.
pub(crate) fn reply(turn: &mut Turn<'_>, item: &Feedback, said: &Said) -> Result<(), Interrupt> {
    let Some(Card { room, message, .. }) = item.card.as_ref().filter(|card| card.state != CardState::Missing)
    else {
        return Ok(());
    };
    let place = message.place().clone();
    if turn.tally(&voice::tally_at(item.number, &place.to_string()))? > 0 {
        return Ok(());
    }
    let by = turn.say_to_staff("feedback-card-answer", &[("name", (&said.by.name).into())]);
    let words = Text::bold(by).line(Text::quote(said.words.as_str()));
    let to = room.clone().unwrap_or_else(|| place.into());
    turn.send(to, Outgoing::of(words).reply_to(Some(message.clone())), manner(item.number));
    Ok(())
}
