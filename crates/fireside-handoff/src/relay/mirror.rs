//! Mirrors: which message is the copy of which, both ways and over restarts.

use fireside_core::delivery::Receipt;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Author, DeliveryId, EventId, Message, MessageId, MessageRef, Outgoing, Place, PlaceRef, Text, Timestamp,
    Turn,
};
use serde::{Deserialize, Serialize};

use super::erasure::FirstWords;
use crate::case::{CaseNumber, LineOf};

/// The other side's copy of a message, or what it is a copy of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mirror {
    /// The case that both belong to.
    pub case: CaseNumber,
    /// The other message.
    pub other: MessageRef,
    /// The other one is the copy: it follows what is done to this one.
    pub leads: bool,
    /// The copy's further messages, where the platform needed several; of a
    /// copy that says several messages, the others that it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<MessageRef>,
    /// What is said in both, kept with the one that leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Wording>,
    /// The copy says other messages too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_shared: bool,
    /// The bot put up the one that leads, for somebody of staff.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_put_up: bool,
}

impl Record for Mirror {
    const COLLECTION: &'static str = "mirror";
}

/// What is said in a message and in its copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Its line in the case's record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineOf>,
    /// Whose words they are, as the other side reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// The words.
    pub text: Text,
    /// Files came with them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_files: bool,
}

/// What a delivery copies, kept until it has arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copying {
    /// The messages it copies: several, of an album.
    pub originals: Vec<MessageRef>,
    /// What the copy says.
    pub content: Outgoing,
    /// Its line in the case's record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineOf>,
    /// Since when the customer had waited for it, if it is an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Timestamp>,
    /// The places that did not take it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused_by: Vec<Place>,
    /// Staff are shown that it waits.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_late: bool,
    /// The one of them that the bot put up, for somebody of staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub put_up: Option<MessageRef>,
    /// It was taken back on the way: it goes away when it has arrived.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_taken_back: bool,
}

impl Record for Copying {
    const COLLECTION: &'static str = "copying";
}

impl Copying {
    /// A copy of `originals`, which is `line` of the record.
    pub(crate) fn of(originals: Vec<MessageRef>, content: Outgoing, line: Option<LineOf>) -> Self {
        let put_up = originals.iter().find(|original| matches!(original, MessageRef::Sent { .. })).cloned();
        let (refused_by, is_late, is_taken_back) = (Vec::new(), false, false);
        Self { originals, content, line, answers: None, refused_by, is_late, put_up, is_taken_back }
    }

    /// Whether a message is one of those it copies.
    pub(super) fn copies(&self, message: &MessageRef) -> bool {
        self.originals.iter().any(|original| is_same(original, message))
    }

    /// When it was said, as far as anybody knows.
    pub(crate) fn at(&self) -> Option<Timestamp> {
        self.line.as_ref().map(|line| line.at)
    }

    /// One of the originals is known by another name from now on.
    pub(super) fn is_known_as(&mut self, sent: &MessageRef, known: &MessageRef) {
        let meant =
            self.originals.iter_mut().chain(&mut self.put_up).filter(|original| is_same(original, sent));
        meant.for_each(|original| *original = known.clone());
    }

    fn said(&self) -> Wording {
        let Outgoing { text, author, files, .. } = self.content.clone();
        Wording { line: self.line.clone(), author, text, has_files: !files.is_empty() }
    }
}

/// What stands for the place of a message that is still on its way.
const ON_ITS_WAY: &str = "sent";
/// What stands for the delivery of words that are kept.
const KEPT: &str = "kept";

/// A message that is on its way is known by its delivery, also when it has arrived.
fn path(message: &MessageRef) -> (String, String) {
    match message {
        MessageRef::Known { place, id } => (place.to_string(), id.to_string()),
        MessageRef::Sent { delivery, .. } => (ON_ITS_WAY.to_owned(), delivery.to_string()),
    }
}

/// Whether two are one: what is on its way is known by its delivery alone.
pub(super) fn is_same(one: &MessageRef, other: &MessageRef) -> bool {
    path(one) == path(other)
}

/// The messages of the place where the event happened that `message` is: of an
/// album, several.
pub(super) fn parts(turn: &Turn<'_>, message: &Message) -> Vec<MessageRef> {
    let ids = message.id.iter().chain(&message.further_parts);
    ids.map(|id| this(turn, id)).collect()
}

/// The message `id` of the place where the event happened.
pub(super) fn this(turn: &Turn<'_>, id: &MessageId) -> MessageRef {
    MessageRef::Known { place: turn.event().place.clone(), id: id.clone() }
}

/// What mirrors a message of the place where the event happened.
pub(super) fn here(turn: &mut Turn<'_>, id: &MessageId) -> Result<Option<Mirror>, Interrupt> {
    let message = this(turn, id);
    of(turn, &message)
}

/// What mirrors a message: its copy, or what it is a copy of.
pub(super) fn of(turn: &mut Turn<'_>, message: &MessageRef) -> Result<Option<Mirror>, Interrupt> {
    turn.get::<Mirror>(&path(message))
}

/// Whether a message of the place where the event happened shows something that
/// the customer of `case` said.
pub(super) fn is_of_customer(
    turn: &mut Turn<'_>,
    id: &MessageId,
    case: CaseNumber,
) -> Result<bool, Interrupt> {
    let message = this(turn, id);
    if let Some(mirror) = of(turn, &message)? {
        return Ok(!mirror.leads && mirror.case == case);
    }
    Ok(turn.get::<FirstWords>(&case)?.is_some_and(|first| first.messages.contains(&message)))
}

/// Keeps what mirrors a message.
pub(super) fn put(turn: &mut Turn<'_>, message: &MessageRef, mirror: &Mirror) -> Result<(), Interrupt> {
    turn.put(&path(message), mirror)
}

/// A message has no mirror any more.
pub(super) fn forget(turn: &mut Turn<'_>, message: &MessageRef) -> Result<(), Interrupt> {
    turn.delete::<Mirror>(&path(message))
}

impl Mirror {
    /// What says that `other` leads.
    fn of(case: CaseNumber, other: MessageRef) -> Self {
        let (leads, is_shared, is_put_up) = (false, false, false);
        Self { case, other, leads, further: Vec::new(), said: None, is_shared, is_put_up }
    }

    /// The messages that copy the one that leads, the one that holds the words first.
    pub(super) fn copies(&self) -> impl Iterator<Item = &MessageRef> {
        std::iter::once(&self.other).chain(&self.further).filter(|_| self.leads)
    }
}

/// A delivery copies something from now on.
pub(super) fn begin(
    turn: &mut Turn<'_>,
    case: CaseNumber,
    copying: &Copying,
    delivery: &DeliveryId,
    to: PlaceRef,
) -> Result<(), Interrupt> {
    let other = MessageRef::Sent { delivery: delivery.clone(), to };
    for original in &copying.originals {
        let is_put_up = copying.put_up.as_ref().is_some_and(|put_up| is_same(put_up, original));
        let said = Some(copying.said());
        let mirror = Mirror { leads: true, said, is_put_up, ..Mirror::of(case, other.clone()) };
        put(turn, original, &mirror)?;
    }
    turn.put(delivery, copying)
}

/// Words have no copy yet, and are not on their way: they are kept.
pub(crate) fn note_kept(turn: &mut Turn<'_>, case: CaseNumber, copying: &Copying) -> Result<(), Interrupt> {
    let to = PlaceRef::At(turn.event().place.clone());
    let nowhere = MessageRef::Sent { delivery: DeliveryId { event: EventId::new(KEPT), index: 0 }, to };
    for original in &copying.originals {
        let said = Some(copying.said());
        put(turn, original, &Mirror { leads: true, said, ..Mirror::of(case, nowhere.clone()) })?;
    }
    Ok(())
}

/// Whether words that were kept are still to be said: then they say what they
/// were changed to meanwhile.
pub(crate) fn is_still_said(turn: &mut Turn<'_>, copying: &mut Copying) -> Result<bool, Interrupt> {
    reword(turn, copying)?;
    for original in &copying.originals {
        if of(turn, original)?.is_some() {
            return Ok(true);
        }
    }
    Ok(copying.originals.is_empty())
}

/// What a delivery copied, now that it has come to its end.
pub(super) fn take(turn: &mut Turn<'_>, delivery: &DeliveryId) -> Result<Option<Copying>, Interrupt> {
    let copying = turn.get::<Copying>(delivery)?;
    if copying.is_some() {
        turn.delete::<Copying>(delivery)?;
    }
    Ok(copying)
}

/// What was changed on the way is said as it is now.
pub(super) fn reword(turn: &mut Turn<'_>, copying: &mut Copying) -> Result<(), Interrupt> {
    let Some(original) = copying.originals.first() else { return Ok(()) };
    if let Some(said) = of(turn, original)?.and_then(|mirror| mirror.said) {
        copying.content.text = said.text;
    }
    Ok(())
}

/// The copy has arrived, where the event happened: from now on each knows the
/// other. What was changed meanwhile stays changed.
pub(super) fn arrived(
    turn: &mut Turn<'_>,
    case: CaseNumber,
    copying: &Copying,
    receipt: &Receipt,
) -> Result<(), Interrupt> {
    let Some(copy) = &receipt.message else { return Ok(()) };
    // A private chat may be called otherwise than the account it is with.
    let place = receipt.place.clone().unwrap_or_else(|| turn.event().place.clone());
    let known = |id: &MessageId| MessageRef::Known { place: place.clone(), id: id.clone() };
    let copy = known(copy);
    let further: Vec<_> = receipt.further_messages.iter().map(known).collect();
    for original in &copying.originals {
        let Some(known) = of(turn, original)? else { continue };
        let (other, further, is_shared) = (copy.clone(), further.clone(), receipt.is_shared);
        put(turn, original, &Mirror { other, further, is_shared, ..known })?;
    }
    let Some(original) = copying.originals.first() else { return Ok(()) };
    for copy in std::iter::once(&copy).chain(&further) {
        let shared = if receipt.is_shared { of(turn, copy)? } else { None };
        let mirror = match shared {
            Some(mut shared) => {
                shared.further.push(original.clone());
                shared
            }
            None => Mirror { is_shared: receipt.is_shared, ..Mirror::of(case, original.clone()) },
        };
        put(turn, copy, &mirror)?;
    }
    Ok(())
}

/// The message that leads and its mirror, of a message that may have arrived
/// meanwhile.
pub(super) fn leading(
    turn: &mut Turn<'_>,
    message: &MessageRef,
) -> Result<Option<(MessageRef, Mirror)>, Interrupt> {
    let Some(mirror) = of(turn, message)? else { return Ok(None) };
    if mirror.leads {
        return Ok(Some((message.clone(), mirror)));
    }
    if matches!(message, MessageRef::Known { .. }) {
        return Ok(None);
    }
    let known = of(turn, &mirror.other)?.filter(|known| known.leads);
    Ok(known.map(|known| (mirror.other, known)))
}

/// What a message is known as now: one that the bot put up may have arrived.
pub(super) fn known_as(turn: &mut Turn<'_>, message: &MessageRef) -> Result<MessageRef, Interrupt> {
    let arrived = match message {
        MessageRef::Sent { .. } => of(turn, message)?.filter(|mirror| !mirror.leads),
        MessageRef::Known { .. } => None,
    };
    Ok(arrived.map_or_else(|| message.clone(), |mirror| mirror.other))
}

/// An original that the bot itself put up has arrived, where the event
/// happened: it is known by its id from now on. Gives what it was known as, and
/// what it is.
pub(super) fn shown(
    turn: &mut Turn<'_>,
    case: CaseNumber,
    delivery: &DeliveryId,
    receipt: &Receipt,
) -> Result<Option<(MessageRef, MessageRef)>, Interrupt> {
    let to = PlaceRef::At(turn.event().place.clone());
    let sent = MessageRef::Sent { delivery: delivery.clone(), to };
    let Some(id) = &receipt.message else { return Ok(None) };
    let original = this(turn, id);
    let led = of(turn, &sent)?.filter(|mirror| mirror.leads);
    put(turn, &sent, &Mirror::of(case, original.clone()))?;
    let Some(mirror) = led else { return Ok(Some((sent, original))) };
    put(turn, &original, &mirror)?;
    match &mirror.other {
        MessageRef::Sent { delivery, .. } => {
            if let Some(mut copying) = turn.get::<Copying>(delivery)? {
                copying.is_known_as(&sent, &original);
                turn.put(delivery, &copying)?;
            }
        }
        copy @ MessageRef::Known { .. } => {
            if let Some(known) = of(turn, copy)? {
                put(turn, copy, &Mirror { other: original.clone(), ..known })?;
            }
        }
    }
    Ok(Some((sent, original)))
}
