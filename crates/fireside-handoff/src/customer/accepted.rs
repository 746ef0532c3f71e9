//! Accepted answers: what somebody of the community answered among others, and
//! who asked or staff say it is the answer. It is offered to whoever asks the
//! same of a person.

use std::time::Duration;

use fireside_core::parts::Handled;
use fireside_core::ports::Document;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Account, Audience, Command, Decision, Event, EventKind, Heard, Invocation, Message, MessageId,
    OptionKind, Outcome, Outgoing, Person, PersonId, Place, PlaceRef, Text, Timestamp, Turn, text,
};
use serde::{Deserialize, Serialize};

use crate::case::{Case, shown_name};

/// `/accept`, and *Accept as answer* in a message's menu.
pub(super) const ACCEPT: Handled = Handled { name: "accept", command, run: accept, suggest: None };
/// The action of the button that takes it back.
pub(super) const TAKE_BACK: &str = "unaccept";

/// The option that says what was asked.
const QUESTION: &str = "question";
/// How many characters of a question are kept.
const QUESTION_LEN_MAX: usize = 500;
/// How many characters of an answer are kept.
const WORDS_LEN_MAX: usize = 1_000;
/// How long it can be taken back by button.
const LIFETIME: Duration = Duration::from_hours(7 * 24);

/// The most answers of one account that are forgotten in one turn.
const ANSWERS_MAX: usize = 200;
/// The most open cases of a channel that are looked through.
const CASES_MAX: usize = 500;

/// An answer that was accepted, kept under the place and id of its message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedAnswer {
    /// Where its message is.
    pub place: Place,
    /// The message.
    pub message: MessageId,
    /// What was asked.
    pub question: String,
    /// What was answered, without its formatting.
    pub words: String,
    /// Whose words they are: a name, cleaned to one visible line.
    pub author: String,
    /// The account that wrote them.
    pub author_account: Account,
    /// Where people open it, where messages have an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Who accepted it.
    pub by: Account,
    /// When.
    pub at: Timestamp,
}

impl Record for AcceptedAnswer {
    const COLLECTION: &'static str = "accepted_answer";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        vec![(Self::BY_AUTHOR, self.author_account.to_string())]
    }

    fn document(&self) -> Option<Document> {
        let (title, body) = (self.question.clone(), self.words.clone());
        Some(Document { title, body, ranks: [self.at.as_millis(), 0, 0], ..Document::default() })
    }
}

impl AcceptedAnswer {
    /// The index that finds answers by the account that wrote them.
    pub const BY_AUTHOR: &'static str = "author";

    fn path(&self) -> (String, String) {
        path(&self.place, &self.message)
    }
}

fn path(place: &Place, id: &MessageId) -> (String, String) {
    (place.to_string(), id.to_string())
}

fn command() -> Command {
    Command::new("accept", "handoff-command-accept")
        .option(QUESTION, "handoff-command-accept-question", OptionKind::Text, false)
        .on_message("handoff-menu-accept")
}

fn accept(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some((_, Message { id: Some(id), .. })) = invocation.on_message()
        && let Some(answer) = here(turn, id)?
    {
        return take_back(turn, &answer);
    }
    if is_between_us(turn)? {
        turn.answer_private(turn.say("handoff-accept-among-customers", &[]));
        return Ok(Outcome::Handled);
    }
    match accepted(turn, invocation) {
        Ok(answer) => keep(turn, &answer)?,
        Err(key) => turn.answer_private(turn.say(key, &[])),
    }
    Ok(Outcome::Handled)
}

/// Whether a customer is talked with here in private: what is said here is for
/// nobody else.
fn is_between_us(turn: &mut Turn<'_>) -> Result<bool, Interrupt> {
    let here = turn.event().place.clone();
    let channel = here.parent().to_string();
    let cases = turn.page_of::<Case>(Case::BY_CHANNEL, &channel, None, CASES_MAX)?.records;
    let at = PlaceRef::At(here);
    Ok(cases.iter().any(|case| case.customer_legs().any(|leg| leg.is_private && leg.place == at)))
}

/// What the actor accepts; else why they can't, as a sentence.
fn accepted(turn: &Turn<'_>, invocation: &Invocation) -> Result<AcceptedAnswer, &'static str> {
    let event = turn.event();
    if event.audience != Audience::Group || turn.in_staff_place() {
        return Err("handoff-accept-among-customers");
    }
    let (author, message) = invocation.on_message().ok_or("handoff-accept-which")?;
    let words = plain(&message.text, WORDS_LEN_MAX);
    if author.is_bot || text::is_blank(&words) {
        return Err("handoff-accept-no-words");
    }
    let id = message.id.clone().ok_or("handoff-accept-no-words")?;
    let asked = question(turn, message);
    let is_asker = asked.as_ref().is_some_and(|asked| asked.actor.account == event.actor.account);
    // Whoever asks and answers in one, or says themselves what was asked, could
    // put any words before those who call a person.
    let is_own = author.account == event.actor.account;
    if !turn.is_staff() && (is_own || !is_asker) {
        return Err("handoff-accept-not-theirs");
    }
    let given = invocation.text(QUESTION).filter(|given| turn.is_staff() && !text::is_blank(given));
    let given = given.map(|given| text::cut(given, QUESTION_LEN_MAX));
    let question = given.or_else(|| Some(plain(&asked?.message.text, QUESTION_LEN_MAX)));
    let question =
        question.filter(|question| !text::is_blank(question)).ok_or("handoff-accept-no-question")?;
    let link = turn.link_to(&event.place, &id);
    Ok(AcceptedAnswer {
        place: event.place.clone(),
        message: id,
        question,
        words,
        author: shown_name(author),
        author_account: author.account.clone(),
        link,
        by: event.actor.account.clone(),
        at: turn.now(),
    })
}

/// What a message answers, if it was said lately.
fn question(turn: &Turn<'_>, answer: &Message) -> Option<Heard> {
    let asked = answer.reply_to.as_ref()?;
    turn.heard(&turn.event().place).into_iter().find(|heard| heard.is(asked))
}

/// The characters of somebody's words, in which nobody is mentioned.
fn plain(words: &Text, len_max: usize) -> String {
    text::cut(words.clone().tame().to_plain().trim(), len_max)
}

fn keep(turn: &mut Turn<'_>, answer: &AcceptedAnswer) -> Result<(), Interrupt> {
    let path = answer.path();
    if turn.is_staff() {
        turn.audit(ACCEPT.name, &answer.message)?;
    }
    turn.put(&path, answer)?;
    let label = turn.say("handoff-button-unaccept", &[]);
    let data = serde_json::to_string(&path).unwrap_or_default();
    let button = turn.button(label, TAKE_BACK, data, None, LIFETIME)?;
    let said = turn.say("handoff-accepted", &[("name", (&answer.author).into())]);
    turn.answer(Outgoing::of(said).row(vec![button]));
    Ok(())
}

/// Its button was pressed.
pub(super) fn on_take_back(turn: &mut Turn<'_>, data: &str) -> Decision {
    let path = serde_json::from_str::<(String, String)>(data).unwrap_or_default();
    let Some(answer) = turn.get::<AcceptedAnswer>(&path)? else {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    };
    take_back(turn, &answer)
}

/// Who accepted it, who wrote it, and staff take it back.
fn take_back(turn: &mut Turn<'_>, answer: &AcceptedAnswer) -> Decision {
    let actor = &turn.event().actor.account;
    if answer.by != *actor && answer.author_account != *actor && !turn.is_staff() {
        turn.refuse(turn.say("handoff-accept-not-theirs", &[]));
        return Ok(Outcome::Handled);
    }
    if turn.is_staff() {
        turn.audit(TAKE_BACK, &answer.message)?;
    }
    turn.delete::<AcceptedAnswer>(&answer.path())?;
    turn.answer(turn.say("handoff-unaccepted", &[]));
    Ok(Outcome::Handled)
}

/// What its author changes or removes is no accepted answer any more: nobody
/// has accepted what it says now.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let (id, words) = match &event.kind {
        EventKind::Edited(Message { id: Some(id), text, .. }) => (id, plain(text, WORDS_LEN_MAX)),
        EventKind::Deleted { message } => (message, String::new()),
        _ => return Ok(Outcome::Pass),
    };
    if let Some(answer) = here(turn, id)?.filter(|answer| answer.words != words) {
        turn.delete::<AcceptedAnswer>(&answer.path())?;
    }
    Ok(Outcome::Pass)
}

/// What was accepted of a message of the place where the event happened.
fn here(turn: &mut Turn<'_>, id: &MessageId) -> Result<Option<AcceptedAnswer>, Interrupt> {
    let path = path(&turn.event().place, id);
    turn.get::<AcceptedAnswer>(&path)
}

/// Its author takes a message back, where the event happened: nobody is offered
/// it. Gives whether anybody was.
pub(crate) fn forget_answer(turn: &mut Turn<'_>, message: &Message) -> Result<bool, Interrupt> {
    let Some(id) = &message.id else { return Ok(false) };
    let Some(answer) = here(turn, id)? else { return Ok(false) };
    turn.delete::<AcceptedAnswer>(&answer.path())?;
    Ok(true)
}

/// What a person answered that was accepted.
pub(crate) fn answers_of(turn: &mut Turn<'_>, person: &PersonId) -> Result<Vec<AcceptedAnswer>, Interrupt> {
    let own = turn.event().actor.account.clone();
    let accounts = turn.get::<Person>(person)?.map_or(vec![own], |person| person.accounts);
    let mut answers = Vec::new();
    for account in accounts {
        answers.extend(turn.find(AcceptedAnswer::BY_AUTHOR, &account.to_string(), ANSWERS_MAX)?);
    }
    Ok(answers)
}

/// Nothing that a person answered is offered to anybody. Gives how much was.
pub(crate) fn forget_answers(turn: &mut Turn<'_>, person: &PersonId) -> Result<usize, Interrupt> {
    let answers = answers_of(turn, person)?;
    for answer in &answers {
        turn.delete::<AcceptedAnswer>(&answer.path())?;
    }
    Ok(answers.len())
}
