//! Mirrors: which message is the copy of which, both ways and over restarts.

use fireside_core::delivery::Receipt;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{DeliveryId, Message, MessageId, MessageRef, Outgoing, Place, PlaceRef, Turn};
use serde::{Deserialize, Serialize};

/// The other side's copy of a message, or what it is a copy of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mirror {
    /// The other message.
    pub other: MessageRef,
    /// The other one is the copy: it follows what is done to this one.
    pub leads: bool,
    /// The copy's further messages, where the platform needed several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<MessageRef>,
}

impl Record for Mirror {
    const COLLECTION: &'static str = "mirror";
}

/// What a delivery copies, kept until it has arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copying {
    /// The messages it copies: several, of an album.
    pub originals: Vec<MessageRef>,
    /// What the copy says.
    pub content: Outgoing,
}

impl Record for Copying {
    const COLLECTION: &'static str = "copying";
}

fn path(place: &Place, id: &MessageId) -> (String, String) {
    (place.to_string(), id.to_string())
}

/// What mirrors a message of the place where the event happened: its copy, or
/// what it is a copy of.
pub(crate) fn of(turn: &mut Turn<'_>, id: &MessageId) -> Result<Option<MessageRef>, Interrupt> {
    let path = path(&turn.event().place, id);
    Ok(turn.get::<Mirror>(&path)?.map(|mirror| mirror.other))
}

/// The messages that copy one of the place where the event happened, the one
/// that holds the words first.
pub(crate) fn copies_of(turn: &mut Turn<'_>, id: &MessageId) -> Result<Vec<MessageRef>, Interrupt> {
    let path = path(&turn.event().place, id);
    let mirror = turn.get::<Mirror>(&path)?.filter(|mirror| mirror.leads);
    Ok(mirror.map_or_else(Vec::new, |mirror| std::iter::once(mirror.other).chain(mirror.further).collect()))
}

/// A delivery copies the message that the event tells of.
pub(crate) fn begin(
    turn: &mut Turn<'_>,
    message: &Message,
    delivery: DeliveryId,
    to: PlaceRef,
    content: Outgoing,
) -> Result<(), Interrupt> {
    let here = turn.event().place.clone();
    let other = MessageRef::Sent { delivery: delivery.clone(), to };
    let mut originals = Vec::new();
    for id in message.id.iter().chain(&message.further_parts) {
        turn.put(&path(&here, id), &Mirror { other: other.clone(), leads: true, further: Vec::new() })?;
        originals.push(MessageRef::Known { place: here.clone(), id: id.clone() });
    }
    turn.put(&delivery, &Copying { originals, content })
}

/// What a delivery copied, now that it has come to its end.
pub(crate) fn take(turn: &mut Turn<'_>, delivery: &DeliveryId) -> Result<Option<Copying>, Interrupt> {
    let copying = turn.get::<Copying>(delivery)?;
    if copying.is_some() {
        turn.delete::<Copying>(delivery)?;
    }
    Ok(copying)
}

/// The copy has arrived, where the event happened: from now on each knows the other.
pub(crate) fn arrived(turn: &mut Turn<'_>, copying: &Copying, receipt: &Receipt) -> Result<(), Interrupt> {
    let here = turn.event().place.clone();
    let Some(copy) = &receipt.message else { return Ok(()) };
    let known = |id: &MessageId| MessageRef::Known { place: here.clone(), id: id.clone() };
    for original in &copying.originals {
        if let MessageRef::Known { place, id } = original {
            let other = known(copy);
            let further = receipt.further_messages.iter().map(known).collect();
            turn.put(&path(place, id), &Mirror { other, leads: true, further })?;
        }
    }
    let Some(original) = copying.originals.first() else { return Ok(()) };
    for id in std::iter::once(copy).chain(&receipt.further_messages) {
        turn.put(&path(&here, id), &Mirror { other: original.clone(), leads: false, further: Vec::new() })?;
    }
    Ok(())
}
