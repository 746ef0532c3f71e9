//! `/feedback`: asked for with a form, and kept.

use std::fmt;

use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Attachment, Command, Decision, Field, FirstReply, Form, Invocation, OptionKind, OptionValue,
    Outcome, Text, Turn, text,
};

use super::draft::{self, Stage};
use super::splitting::{split, title};
use super::{message, similar};
use crate::feedback::{Customer, Feedback, FeedbackNumber, Origin};
use crate::kind::Kind;
use crate::ledger::{self, AREA_LEN_MAX, Draft, TITLE_LEN_MAX, WORDS_CHARS_MAX};
use crate::mine;
use crate::settings::Settings;
use fireside_core::parts::Handled;

/// What is run by `/feedback` alone.
pub(super) const NEW: Handled = Handled { name: "new", command, run, suggest: None };

pub(super) const FORM: &str = "feedback";
pub(super) const KIND: &str = "kind";
pub(super) const TITLE: &str = "title";
pub(super) const DETAILS: &str = "details";
const AREA: &str = "area";
const FILE: &str = "file";
const TEXT: &str = "text";
/// How many files can come with an item.
const FILES_MAX: usize = 3;

/// What the form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject<'a> {
    /// Nothing that is there yet.
    New,
    /// A draft, by its token.
    Draft(&'a str),
    /// An item that is corrected.
    Item(FeedbackNumber),
}

impl<'a> Subject<'a> {
    /// What these answers are about.
    pub(super) fn of(answers: &'a Answers) -> Self {
        match answers.subject().split_once('-') {
            Some((DRAFT, token)) => Self::Draft(token),
            Some((ITEM, number)) => FeedbackNumber::parse(number).map_or(Self::New, Self::Item),
            _ => Self::New,
        }
    }
}

const DRAFT: &str = "draft";
const ITEM: &str = "item";

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => Ok(()),
            Self::Draft(token) => write!(f, "{DRAFT}-{token}"),
            Self::Item(number) => write!(f, "{ITEM}-{number}"),
        }
    }
}

fn command() -> Command {
    Command::new(NEW.name, "feedback-command-new")
        .first_reply(FirstReply::Form)
        .option(FILE, "feedback-command-file", OptionKind::File, false)
        .option(TEXT, "feedback-command-text", OptionKind::Text, false)
}

pub(super) fn form() -> Form {
    let kinds = Kind::ALL.map(|kind| (kind.as_str(), kind.phrase()));
    let fields = vec![
        Field::text(TITLE, "feedback-form-title", TITLE_LEN_MAX),
        Field::select(KIND, "feedback-form-kind", &kinds),
        Field::long_text(DETAILS, "feedback-form-details", WORDS_CHARS_MAX).optional(),
        Field::text(AREA, "feedback-form-area", AREA_LEN_MAX).optional(),
        Field::file(FILE, "feedback-form-file", FILES_MAX).optional(),
    ];
    Form { name: FORM, title: "feedback-form", fields }
}

/// Words of one's own count more than the message they answer.
fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let words = invocation.text(TEXT).filter(|words| !text::is_blank(words));
    let files: Vec<_> = invocation.options.iter().filter_map(|(_, value)| file(value)).collect();
    if turn.event().actor.is_anonymous {
        turn.answer(turn.say("feedback-anonymous", &[]));
        return Ok(Outcome::Handled);
    }
    if let Some((author, message)) = invocation.on_message()
        && words.is_none()
        && files.is_empty()
    {
        return message::capture(turn, author, message);
    }
    let split = split(words.unwrap_or_default());
    let mut known = Answers::default();
    // What is sent in last knows neither the command's message nor its files.
    if invocation.message.is_some() || !files.is_empty() {
        let sent = Sent { title: split.title.clone(), ..Sent::of(Kind::Idea, files) };
        let draft = sent.into_draft(Vec::new(), ledger::customer(turn)?, ledger::origin(turn));
        let token = draft::begin(turn, draft, Stage::Form)?;
        known = Answers::about(Subject::Draft(&token));
    }
    if words.is_some() {
        known.set(TITLE, split.title);
        known.set(DETAILS, split.details);
    }
    turn.open_form(FORM, &known)?;
    Ok(Outcome::Handled)
}

fn file(value: &OptionValue) -> Option<Attachment> {
    match value {
        OptionValue::File(file) => Some(file.clone()),
        _ => None,
    }
}

/// Opens the form with what an item says, for its author to correct.
pub(crate) fn correct(turn: &mut Turn<'_>, item: &Feedback) -> Result<(), Interrupt> {
    let mut known = Answers::about(Subject::Item(item.number));
    known.set(TITLE, &item.title);
    known.set(KIND, item.kind.as_str());
    known.set(DETAILS, &item.details);
    known.set(AREA, item.area.as_deref().unwrap_or_default());
    known.set_files(FILE, item.files.clone());
    turn.correct_form(FORM, &known)
}

pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    let Some(kind) = Kind::parse(answers.get(KIND)) else { return Ok(Outcome::Pass) };
    if turn.event().actor.is_anonymous {
        turn.answer(turn.say("feedback-anonymous", &[]));
        return Ok(Outcome::Handled);
    }
    let (area, before) = area(turn, answers.get(AREA))?;
    let sent = Sent {
        kind,
        title: title(answers.get(TITLE)),
        details: answers.get(DETAILS).to_owned(),
        area,
        files: answers.files(FILE).to_vec(),
    };
    match Subject::of(answers) {
        Subject::Item(number) => mine::correct(turn, number, sent, before),
        Subject::Draft(token) => {
            let Some(pending) = similar::undecided(turn, token)? else { return Ok(Outcome::Handled) };
            // Somebody else's words stay as they were said.
            if !pending.is_own() {
                return Ok(Outcome::Pass);
            }
            let Draft { files, author, origin, .. } = pending.draft;
            similar::settle(turn, sent.into_draft(files, author, origin), Some(token), before)
        }
        Subject::New => {
            let author = ledger::customer(turn)?;
            // What was answered or pressed last was said by the bot.
            let origin = ledger::origin_in(turn, None);
            similar::settle(turn, sent.into_draft(Vec::new(), author, origin), None, before)
        }
    }
}

/// What was sent in with the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sent {
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) details: String,
    pub(crate) area: Option<String>,
    pub(crate) files: Vec<Attachment>,
}

impl Sent {
    fn of(kind: Kind, files: Vec<Attachment>) -> Self {
        Self { kind, title: String::new(), details: String::new(), area: None, files }
    }

    /// `files`: those that are there where none were sent in.
    fn into_draft(self, files: Vec<Attachment>, author: Customer, origin: Origin) -> Draft {
        let Self { kind, title, details, area, files: sent } = self;
        let files = if sent.is_empty() { files } else { sent };
        Draft { kind, title, details, area, files, author, origin }
    }
}

/// The area that is meant. One that nobody knows is left out, which is said:
/// nobody's words are refused for it.
fn area(turn: &Turn<'_>, named: &str) -> Result<(Option<String>, Text), Interrupt> {
    let settings = turn.settings::<Settings>()?;
    let area = settings.area(named);
    let is_unknown = area.is_none() && !text::is_blank(named);
    let known = settings.areas.join(", ");
    let named = text::cleaned(named, AREA_LEN_MAX);
    let args = [("area", (&named).into()), ("areas", (&known).into())];
    let before = if is_unknown { turn.say("feedback-no-such-area", &args).into() } else { Text::default() };
    Ok((area, before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_is_about_comes_back() {
        let token = "A-cdefghijklmnopqrstu_";
        for subject in [Subject::New, Subject::Draft(token), Subject::Item(FeedbackNumber::new(u64::MAX))] {
            let answers = Answers::about(subject);
            assert_eq!(Subject::of(&answers), subject);
            assert!(answers.subject().len() <= 31, "{}", answers.subject());
        }
    }

    #[test]
    fn what_nobody_wrote_is_about_nothing_that_is_there() {
        for forged in ["item-", "item--1", "item-x", "other-1", "-", "item-99999999999999999999"] {
            assert_eq!(Subject::of(&Answers::about(forged)), Subject::New, "{forged}");
        }
    }
}
