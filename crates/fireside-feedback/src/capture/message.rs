//! From a message: what somebody said becomes an item, by its menu or by a reply.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Actor, Answers, Audience, Decision, Field, Form, Message, MessageId, Outcome, Text, Turn, text,
};
use serde::{Deserialize, Serialize};

use super::draft::{self, Stage};
use super::form::{self, Subject};
use super::splitting::{split, title};
use super::{around, captured, saving, similar};
use crate::feedback::Origin;
use crate::kind::Kind;
use crate::ledger::{self, Draft, WORDS_CHARS_MAX};

/// How many messages of others a customer captures in a day, at most.
pub(crate) const OTHERS_PER_DAY_MAX: u32 = 5;

const FORM: &str = "feedback_kind";
const DAY_MS: u64 = 24 * 3_600_000;

/// How many messages of others a person captured, kept under the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Captures {
    /// The day, counted from the Unix epoch.
    pub(super) day: u64,
    /// How many on that day.
    pub(super) count: u32,
}

impl Record for Captures {
    const COLLECTION: &'static str = "feedback_captures";
}

/// All that is asked about somebody else's words: they stay as they were said.
pub(super) fn form() -> Form {
    let kinds = Kind::ALL.map(|kind| (kind.as_str(), kind.phrase()));
    let fields = vec![Field::select(form::KIND, "feedback-form-kind", &kinds)];
    Form { name: FORM, title: "feedback-menu", fields }
}

/// Captures a message, once the actor has said what sort of feedback it is.
pub(super) fn capture(turn: &mut Turn<'_>, author: &Actor, message: &Message) -> Decision {
    let is_own = turn.person_of(&author.account)? == turn.person()?;
    if let Some(why) = refusal(turn, author, message, is_own) {
        turn.answer(turn.say(why, &[]));
        return Ok(Outcome::Handled);
    }
    let draft = drafted(turn, author, message, is_own)?;
    if let Some(number) = captured::of(turn, &draft.origin)? {
        saving::answer_known(turn, number)?;
        return Ok(Outcome::Handled);
    }
    if !is_own && is_enough(turn)? {
        return Ok(Outcome::Handled);
    }
    let token = draft::begin(turn, draft.clone(), Stage::Form)?;
    let mut known = Answers::about(Subject::Draft(&token));
    if is_own {
        let Draft { title, details, .. } = draft;
        known.set(form::TITLE, title);
        known.set(form::DETAILS, details);
        turn.open_form(form::FORM, &known)?;
    } else {
        turn.open_form(FORM, &known)?;
    }
    Ok(Outcome::Handled)
}

/// The kind of somebody else's words was said.
pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    let Some(kind) = Kind::parse(answers.get(form::KIND)) else { return Ok(Outcome::Pass) };
    let Subject::Draft(token) = Subject::of(answers) else { return Ok(Outcome::Pass) };
    let Some(mut pending) = similar::undecided(turn, token)? else { return Ok(Outcome::Handled) };
    pending.draft.kind = kind;
    similar::settle(turn, pending.draft, Some(token), Text::default())
}

/// What somebody said, as a draft; its kind is a guess.
pub(super) fn drafted(
    turn: &mut Turn<'_>,
    author: &Actor,
    message: &Message,
    is_own: bool,
) -> Result<Draft, Interrupt> {
    let community = turn.community();
    // The platform says the language of those who act alone.
    let locale = if is_own { turn.locale() } else { &community.locale }.to_owned();
    let split = split(&around::words(&message.text));
    let title = match message.attachments.first() {
        Some(file) if split.title.is_empty() && !is_own => {
            title(&turn.say_in(&community.locale, file.kind.phrase(), &[]))
        }
        _ => split.title,
    };
    // Somebody's own words can still be shortened by them.
    let details = if is_own { split.details } else { text::cut(&split.details, WORDS_CHARS_MAX) };
    let origin = origin(turn, message.id.as_ref(), is_own);
    Ok(Draft {
        kind: Kind::Idea,
        title,
        details,
        area: None,
        files: message.attachments.clone(),
        author: ledger::customer_of(turn, &author.account, &author.name, locale)?,
        origin,
    })
}

fn origin(turn: &Turn<'_>, message: Option<&MessageId>, is_own: bool) -> Origin {
    let message = message.map(|id| first_part(turn, id));
    let around = message.as_ref().map_or_else(Vec::new, |id| around::around(turn, id));
    let captured_by = (!is_own).then(|| ledger::member(turn));
    Origin { around, captured_by, ..ledger::origin_in(turn, message) }
}

/// What the platform calls the whole message: of an album, its first part.
pub(super) fn first_part(turn: &Turn<'_>, id: &MessageId) -> MessageId {
    let heard = turn.heard(&turn.event().place).into_iter().find(|heard| heard.is(id));
    heard.and_then(|heard| heard.message.id).unwrap_or_else(|| id.clone())
}

/// Why a message is not captured.
pub(super) fn refusal(
    turn: &Turn<'_>,
    author: &Actor,
    message: &Message,
    is_own: bool,
) -> Option<&'static str> {
    let is_blank = text::is_blank(&message.text.to_plain()) && message.attachments.is_empty();
    if author.is_bot {
        Some("feedback-capture-bot")
    } else if author.is_anonymous {
        Some("feedback-capture-nobody")
    } else if turn.in_staff_place() {
        Some("feedback-capture-among-staff")
    } else if turn.event().audience == Audience::Private && !is_own {
        Some("feedback-capture-private")
    } else if is_blank {
        Some("feedback-capture-empty")
    } else {
        None
    }
}

/// Whether the actor has captured as many messages of others today as one may,
/// which is said.
pub(super) fn is_enough(turn: &mut Turn<'_>) -> Result<bool, Interrupt> {
    let is_enough = !turn.is_staff() && captures(turn)?.count >= OTHERS_PER_DAY_MAX;
    if is_enough {
        let max = u64::from(OTHERS_PER_DAY_MAX);
        turn.answer(turn.say("feedback-capture-enough", &[("max", max.into())]));
    }
    Ok(is_enough)
}

/// Counts one more message of somebody else that the actor captured.
pub(super) fn count(turn: &mut Turn<'_>) -> Result<(), Interrupt> {
    let Captures { day, count } = captures(turn)?;
    let person = turn.person()?;
    turn.put(&person, &Captures { day, count: count + 1 })
}

/// What the actor captured today.
fn captures(turn: &mut Turn<'_>) -> Result<Captures, Interrupt> {
    let (person, day) = (turn.person()?, turn.now().as_millis() / DAY_MS);
    let before = turn.get::<Captures>(&person)?.filter(|captures| captures.day == day);
    Ok(before.unwrap_or(Captures { day, count: 0 }))
}
