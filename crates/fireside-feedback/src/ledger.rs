//! The ledger: how items are raised, found and changed, once for all who do.

use fireside_core::turn::Interrupt;
use fireside_core::{Account, Audience, Event, EventKind, MessageId, Turn, text};

use crate::author::Author;
use crate::feedback::{Customer, Feedback, FeedbackNumber, Member, Origin, Standing};
use crate::heat::Heat;
use crate::kind::Kind;
use crate::status::Status;
use crate::voice::{self, Voice};
use crate::{card, outward};

/// The counter that numbers are drawn from.
pub(crate) const COUNTER: &str = "feedback";
/// The longest title, in characters as a reader counts them.
pub(crate) const TITLE_LEN_MAX: usize = 120;
/// The longest name that is shown, in characters as a reader counts them.
pub(crate) const NAME_LEN_MAX: usize = 60;
/// The longest details, answers, notes and words of a voice, in characters.
pub(crate) const WORDS_CHARS_MAX: usize = 2000;
/// The longest name of an area, in characters as a reader counts them.
pub(crate) const AREA_LEN_MAX: usize = 40;
/// How many merges a number is followed through.
const MERGES_MAX: usize = 32;

/// What is known of an item before it is one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Draft {
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) details: String,
    pub(crate) area: Option<String>,
    pub(crate) files: Vec<fireside_core::Attachment>,
    pub(crate) author: Customer,
    pub(crate) origin: Origin,
}

impl Draft {
    /// All of its author's words, as a voice has them.
    pub(crate) fn words(&self) -> String {
        Self::words_of(&self.title, &self.details)
    }

    /// All of the words of an item with this title and these details.
    pub(crate) fn words_of(title: &str, details: &str) -> String {
        if details.is_empty() { title.to_owned() } else { details.to_owned() }
    }
}

/// Makes an item of a draft, with its author's voice, and puts up its card.
pub(crate) fn raise(turn: &mut Turn<'_>, draft: Draft) -> Result<Feedback, Interrupt> {
    let number = FeedbackNumber::new(turn.next_number(COUNTER)?);
    let words = draft.words();
    let Draft { kind, title, details, area, files, author, origin } = draft;
    let voice = Voice {
        feedback: number,
        customer: author.clone(),
        words: Some(words),
        place: origin.place.clone(),
        is_private: origin.is_private,
        message: origin.message.clone(),
        at: turn.now(),
        merged_from: None,
    };
    let mut raised = turn.get::<Author>(&author.person)?.unwrap_or_default();
    raised.raised(number);
    turn.put(&author.person, &raised)?;
    let mut item = Feedback {
        number,
        kind,
        status: Status::Open,
        title,
        details,
        area,
        files,
        author,
        origin,
        at: turn.now(),
        assignee: None,
        answer: None,
        voices: 1,
        voices_max: 1,
        heat: Heat::default().with(1, turn.now()),
        standing: Standing::Live,
        card: None,
    };
    card::post(turn, &mut item)?;
    turn.put(&number, &item)?;
    voice::add(turn, &voice)?;
    outward::created(turn, &item);
    Ok(item)
}

/// The item of this number, or the one it was merged into; `None` where there
/// is none, or its author took it back.
pub(crate) fn live(turn: &mut Turn<'_>, mut number: FeedbackNumber) -> Result<Option<Feedback>, Interrupt> {
    for _ in 0..MERGES_MAX {
        let Some(item) = turn.get::<Feedback>(&number)? else { return Ok(None) };
        match item.standing {
            Standing::Live => return Ok(Some(item)),
            Standing::Withdrawn => return Ok(None),
            Standing::Merged(into) => number = into,
        }
    }
    Ok(None)
}

/// Keeps a changed item, and lets its card show it.
pub(crate) fn keep(turn: &mut Turn<'_>, item: &Feedback) -> Result<(), Interrupt> {
    turn.put(&item.number, item)?;
    card::touch(turn, item.number)
}

/// The actor as a customer.
pub(crate) fn customer(turn: &mut Turn<'_>) -> Result<Customer, Interrupt> {
    let event = turn.event();
    let locale = turn.locale().to_owned();
    customer_of(turn, &event.actor.account, &event.actor.name, locale)
}

/// Somebody as a customer.
pub(crate) fn customer_of(
    turn: &mut Turn<'_>,
    account: &Account,
    name: &str,
    locale: String,
) -> Result<Customer, Interrupt> {
    let person = turn.person_of(account)?;
    Ok(Customer { person, account: account.clone(), name: text::cleaned(name, NAME_LEN_MAX), locale })
}

/// The actor as one of the staff.
pub(crate) fn member(turn: &Turn<'_>) -> Member {
    let actor = &turn.event().actor;
    Member { account: actor.account.clone(), name: text::cleaned(&actor.name, NAME_LEN_MAX) }
}

/// Where the event happened, as an item's origin.
pub(crate) fn origin(turn: &Turn<'_>) -> Origin {
    origin_in(turn, message_of(turn.event()))
}

/// A message in the event's place, as an item's origin. What was said in private
/// has no address that others could open.
pub(crate) fn origin_in(turn: &Turn<'_>, message: Option<MessageId>) -> Origin {
    let event = turn.event();
    let is_private = event.audience == Audience::Private;
    let public = message.as_ref().filter(|_| !is_private);
    Origin {
        place: event.place.clone(),
        is_private,
        link: public.and_then(|id| turn.link_to(&event.place, id)),
        message,
        around: Vec::new(),
        captured_by: None,
    }
}

/// The message that carried the event.
fn message_of(event: &Event) -> Option<MessageId> {
    match &event.kind {
        EventKind::Command(invocation) => invocation.message.clone(),
        EventKind::Message(message) => message.id.clone(),
        EventKind::Press(press) => press.message.clone(),
        EventKind::Reaction(reaction) => Some(reaction.message.clone()),
        _ => None,
    }
}
