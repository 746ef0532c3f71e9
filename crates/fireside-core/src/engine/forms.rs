//! Forms: opened as a modal where the platform has them, else walked through
//! question by question.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Engine;
use crate::action::Action;
use crate::event::Submission;
use crate::flow::{AnyFlow, Choice, Flow, FlowContext, FlowInput, Prompt, Transition};
use crate::form::{Answers, Field, FieldError, FieldKind, Form, ShownField, ShownForm};
use crate::outgoing::{Answer, Button, ButtonTarget, Outgoing};
use crate::phrases::Phrasebook;
use crate::text::Text;
use crate::turn::{Interrupt, Turn, TurnError};

/// The owner of the *Try again* buttons: the engine itself.
pub(super) const RETRY: &str = "_retry";
/// Stands between a form's name and what it is about, in what comes back with it.
const ABOUT: char = ':';
/// How long a *Try again* button keeps the words.
const RETRY_LIFETIME: Duration = Duration::from_hours(1);

/// A form's name and what it is about, in what comes back with it.
pub(super) fn named(token: &str) -> (&str, &str) {
    token.split_once(ABOUT).unwrap_or((token, ""))
}

impl Turn<'_> {
    /// Opens a form for the actor, with what is known already filled in: as a
    /// modal where the event can be answered with one, else as a dialogue that
    /// asks for what is missing. Where something is known, that is only what
    /// can't be left out.
    ///
    /// # Errors
    /// When the dialogue can't be written.
    pub fn open_form(&mut self, name: &str, known: &Answers) -> Result<(), Interrupt> {
        self.show_form(name, known, if known.is_empty() { Asks::Missing } else { Asks::Required })
    }

    /// Opens a form with which the actor can correct what is filled in: as a
    /// modal where the event can be answered with one, else as a dialogue that
    /// asks everything again. What is skipped there stays as it is.
    ///
    /// # Errors
    /// When the dialogue can't be written.
    pub fn correct_form(&mut self, name: &str, known: &Answers) -> Result<(), Interrupt> {
        self.show_form(name, known, Asks::Everything)
    }

    fn show_form(&mut self, name: &str, known: &Answers, asks: Asks) -> Result<(), Interrupt> {
        let engine = self.engine;
        let Some((owner, form)) = engine.forms.get(name) else { return Ok(()) };
        if !known.has_fitting_subject() {
            return Err(TurnError::Subject.into());
        }
        if self.event().reply.as_ref().is_some_and(|reply| reply.opens_forms) {
            let shown = shown(form, known, engine.phrases(), self.locale());
            self.set_answer(Answer::Open(Box::new(shown)));
            return Ok(());
        }
        let at = asks.next(form, known, 0);
        let walk = Walk { form: name.to_owned(), at, answers: known.clone(), asks };
        let Some(field) = form.fields.get(walk.at) else {
            return engine.hand_over(self, *owner, form, known);
        };
        let why = misfit(field, known, &self.flow_context());
        let state = serde_json::to_value(&walk).unwrap_or_default();
        match engine.flows.get(FormWalk::NAME) {
            Some(flow) => Engine::ask(self, flow.as_ref(), state, why),
            None => Ok(()),
        }
    }
}

impl Engine {
    /// A form was sent in: checked, and handed to its feature. One that does
    /// not fit is answered with a button that opens it again as it was.
    pub(super) fn on_submit(&self, turn: &mut Turn<'_>, submission: &Submission) -> Result<(), Interrupt> {
        let (name, about) = named(&submission.token);
        let Some((owner, form)) = self.forms.get(name) else {
            turn.answer_no_longer_current();
            return Ok(());
        };
        let mut subject = Answers::about(about);
        if !subject.has_fitting_subject() {
            // None of ours.
            subject = Answers::default();
        }
        let answers = subject.with(&submission.answers);
        self.hand_over(turn, *owner, form, &answers)
    }

    /// Hands answers to the form's feature. Where they don't fit, that is
    /// answered, with a button that opens the form again as it was.
    fn hand_over(
        &self,
        turn: &mut Turn<'_>,
        owner: usize,
        form: &Form,
        answers: &Answers,
    ) -> Result<(), Interrupt> {
        match form.check(answers) {
            Ok(answers) => {
                let owner = &self.features[owner];
                turn.feature = owner.name();
                owner.on_form(turn, form.name, &answers)?;
            }
            Err((field, error)) => {
                let why = complaint(field, error, &turn.flow_context());
                let kept = Retry { form: form.name.to_owned(), answers: answers.clone() };
                let token = turn.token();
                let action = Action {
                    feature: RETRY.to_owned(),
                    name: String::new(),
                    data: serde_json::to_string(&kept).unwrap_or_default(),
                    lane: Some(turn.lane().clone()),
                    expires: turn.now() + RETRY_LIFETIME,
                };
                turn.put(token.as_str(), &action)?;
                let again = Button {
                    label: turn.say("form-try-again", &[]),
                    target: ButtonTarget::Press(Action::button_data(&token)),
                };
                turn.answer_private(Outgoing::of(why).row(vec![again]));
            }
        }
        Ok(())
    }

    /// *Try again*: the form opens as it was sent in.
    pub(super) fn reopen_form(turn: &mut Turn<'_>, kept: &str) -> Result<(), Interrupt> {
        let Ok(kept) = serde_json::from_str::<Retry>(kept) else {
            turn.answer_no_longer_current();
            return Ok(());
        };
        turn.open_form(&kept.form, &kept.answers)
    }
}

/// What a *Try again* button keeps.
#[derive(Debug, Serialize, Deserialize)]
struct Retry {
    form: String,
    answers: Answers,
}

fn shown(form: &Form, known: &Answers, phrases: &Phrasebook, locale: &str) -> ShownForm {
    let say = |key: &str| phrases.say(locale, key, &[]);
    let field = |field: &Field| {
        let shown = ShownField {
            name: field.name.to_owned(),
            label: say(field.label),
            required: field.required,
            value: known.get(field.name).to_owned(),
            ..ShownField::default()
        };
        match &field.kind {
            FieldKind::Text { chars_max } => ShownField { chars_max: *chars_max, ..shown },
            FieldKind::LongText { chars_max } => ShownField { long: true, chars_max: *chars_max, ..shown },
            FieldKind::File { files_max } => ShownField { files_max: *files_max, ..shown },
            FieldKind::Select { choices } => {
                let choice = |(value, label): &(&str, &str)| ((*value).to_owned(), say(label));
                ShownField { choices: choices.iter().map(choice).collect(), ..shown }
            }
        }
    };
    let token = match known.subject() {
        "" => form.name.to_owned(),
        about => format!("{}{ABOUT}{about}", form.name),
    };
    ShownForm { token, title: say(form.title), fields: form.fields.iter().map(field).collect() }
}

fn complaint(field: &Field, error: FieldError, context: &FlowContext<'_>) -> Text {
    let label = context.say(field.label, &[]);
    let (chars, max) = match error {
        FieldError::TooLong { chars, chars_max } => (chars as u64, chars_max as u64),
        FieldError::TooManyFiles { files, files_max } => (files as u64, files_max as u64),
        FieldError::Empty | FieldError::NotAChoice | FieldError::NotAFile => (0, 0),
    };
    let args = [("field", (&label).into()), ("chars", chars.into()), ("max", max.into())];
    Text::plain(context.say(error.phrase(), &args))
}

/// What is wrong with what a field holds, if it holds anything.
fn misfit(field: &Field, known: &Answers, context: &FlowContext<'_>) -> Option<Text> {
    match field.keep(known, &mut Answers::default()) {
        Ok(()) | Err(FieldError::Empty | FieldError::NotAFile) => None,
        Err(error) => Some(complaint(field, error, context)),
    }
}

/// What a field holds, as it is read.
fn held(field: &Field, answers: &Answers, context: &FlowContext<'_>) -> Option<String> {
    let value = answers.get(field.name);
    match &field.kind {
        FieldKind::Text { .. } | FieldKind::LongText { .. } => {
            Some(value.to_owned()).filter(|it| !it.is_empty())
        }
        FieldKind::Select { choices } => {
            let (_, label) = choices.iter().find(|(own, _)| *own == value)?;
            Some(context.say(label, &[]))
        }
        FieldKind::File { .. } => {
            let names = answers.files(field.name).iter().map(|file| match &file.name {
                Some(name) => name.clone(),
                None => context.say(file.kind.phrase(), &[]),
            });
            Some(names.collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty())
        }
    }
}

/// A form that is walked through: the flow behind every form on a platform
/// without modals.
pub(super) struct FormWalk {
    forms: BTreeMap<&'static str, (usize, Form)>,
}

/// Where a walk through a form stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Walk {
    form: String,
    at: usize,
    answers: Answers,
    #[serde(default)]
    asks: Asks,
}

/// What a walk through a form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Asks {
    /// Everything that is not filled in yet.
    #[default]
    Missing,
    /// What can't be left as it is.
    Required,
    /// Everything, filled in or not.
    Everything,
}

impl Asks {
    /// The first field to be asked for from `at` on; the number of fields where
    /// there is none.
    fn next(self, form: &Form, known: &Answers, at: usize) -> usize {
        let is_asked = |field: &Field| match self {
            Self::Missing => !field.is_filled(known),
            Self::Required => field.keep(known, &mut Answers::default()).is_err(),
            Self::Everything => true,
        };
        let open = form.fields.iter().enumerate().skip(at).find(|(_, field)| is_asked(field));
        open.map_or(form.fields.len(), |(at, _)| at)
    }
}

impl FormWalk {
    pub(super) fn boxed(forms: &BTreeMap<&'static str, (usize, Form)>) -> Box<dyn AnyFlow> {
        Box::new(Self { forms: forms.clone() })
    }

    fn field(&self, walk: &Walk) -> Option<&Field> {
        self.forms.get(walk.form.as_str())?.1.fields.get(walk.at)
    }

    /// On to the next field to be asked for, or done behind the last.
    fn on(&self, mut walk: Walk, context: &FlowContext<'_>) -> Transition<Walk> {
        let form = self.forms.get(walk.form.as_str());
        walk.at = form.map_or(walk.at + 1, |(_, form)| walk.asks.next(form, &walk.answers, walk.at + 1));
        let Some(field) = self.field(&walk) else { return Transition::Done(walk) };
        match misfit(field, &walk.answers, context) {
            Some(why) => Transition::Again(walk, why),
            None => Transition::Next(walk),
        }
    }
}

impl Flow for FormWalk {
    type State = Walk;
    const NAME: &'static str = "_form";

    fn prompt(&self, walk: &Walk, context: &FlowContext<'_>) -> Prompt {
        let Some(field) = self.field(walk) else { return Prompt::default() };
        let mut question = Text::plain(context.say(field.label, &[]));
        let is_correcting = walk.asks == Asks::Everything;
        if is_correcting && let Some(now) = held(field, &walk.answers, context) {
            question = question.line(context.say("form-now", &[("value", (&now).into())]));
        }
        let prompt = match &field.kind {
            FieldKind::Text { .. } | FieldKind::LongText { .. } | FieldKind::File { .. } => {
                Prompt::ask(question)
            }
            FieldKind::Select { choices } => {
                let choice = |(value, label): &(&str, &str)| Choice::new(*value, context.say(label, &[]));
                Prompt::choose(question, choices.iter().map(choice).collect())
            }
        };
        Prompt { skippable: !field.required || is_correcting, backable: walk.at > 0, ..prompt }
    }

    fn on_input(&self, mut walk: Walk, input: FlowInput<'_>, context: &FlowContext<'_>) -> Transition<Walk> {
        let Some(field) = self.field(&walk) else { return Transition::Done(walk) };
        let mut given = Answers::default();
        match input {
            FlowInput::Back => {
                walk.at = walk.at.saturating_sub(1);
                return Transition::Next(walk);
            }
            FlowInput::Skip if walk.asks == Asks::Everything && field.is_filled(&walk.answers) => {
                return self.on(walk, context);
            }
            FlowInput::Skip => {}
            FlowInput::Words(message) => {
                given.set(field.name, message.text.to_plain());
                given.set_files(field.name, message.attachments.clone());
            }
            FlowInput::Choice(value) => given.set(field.name, value),
        }
        match field.keep(&given, &mut walk.answers) {
            Ok(()) => self.on(walk, context),
            Err(error) => {
                let why = complaint(field, error, context);
                Transition::Again(walk, why)
            }
        }
    }

    fn finish(&self, walk: Walk, turn: &mut Turn<'_>) -> Result<Option<Outgoing>, Interrupt> {
        let engine = turn.engine;
        if let Some((owner, form)) = engine.forms.get(walk.form.as_str()) {
            engine.hand_over(turn, *owner, form, &walk.answers)?;
        }
        Ok(None)
    }
}
