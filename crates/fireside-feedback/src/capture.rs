//! `/feedback`: asked for with a form, kept, and shown to staff.

use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Answers, Command, Decision, Feature, Field, FirstReply, Form, Invocation, OptionKind, Outcome, PersonId,
    Text, Turn, text,
};

use crate::author::Author;
use crate::category::Category;
use crate::feedback::{Feedback, FeedbackNumber};
use crate::panel;
use crate::voice::Voice;

/// The name of the feature, its command, its form and its counter.
const NAME: &str = "feedback";
const ABOUT: &str = "about";
const CATEGORY: &str = "category";
const TEXT: &str = "text";
/// The longest feedback, in characters.
const ABOUT_CHARS_MAX: usize = 2000;
/// The longest name that is shown, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 60;

/// Feedback capture, to be given to an engine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Capture;

impl Feature for Capture {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> Vec<Command> {
        let text = (TEXT, "feedback-command-text", OptionKind::Text);
        vec![
            Command::new(NAME, "feedback-command")
                .first_reply(FirstReply::Form)
                .option(text.0, text.1, text.2, false),
        ]
    }

    fn forms(&self) -> Vec<Form> {
        let choices = Category::ALL.map(|category| (category.as_str(), category.phrase()));
        let fields = vec![
            Field::long_text(ABOUT, "feedback-form-about", ABOUT_CHARS_MAX),
            Field::select(CATEGORY, "feedback-form-category", &choices),
        ];
        vec![Form { name: NAME, title: "feedback-form-title", fields }]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let mut known = Answers::default();
        if let Some(about) = invocation.text(TEXT) {
            known.set(ABOUT, about);
        }
        turn.open_form(NAME, &known)?;
        Ok(Outcome::Handled)
    }

    fn on_form(&self, turn: &mut Turn<'_>, _form: &str, answers: &Answers) -> Decision {
        let Some(category) = Category::parse(answers.get(CATEGORY)) else { return Ok(Outcome::Pass) };
        let item = raise(turn, answers.get(ABOUT), category)?;
        show_to_staff(turn, &item);
        turn.answer(turn.say("feedback-saved", &[("number", item.number.get().into())]));
        Ok(Outcome::Handled)
    }

    fn panel(&self, turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Text>, Interrupt> {
        panel::panel(turn, person)
    }
}

/// Keeps an item, with its author's voice.
fn raise(turn: &mut Turn<'_>, about: &str, category: Category) -> Result<Feedback, Interrupt> {
    let person = turn.person()?;
    let number = FeedbackNumber::new(turn.next_number(NAME)?);
    let event = turn.event();
    let account = event.actor.account.clone();
    let voice = Voice { feedback: number, person: person.clone(), account: account.clone(), at: turn.now() };
    let mut author = turn.get::<Author>(&person)?.unwrap_or_default();
    author.raised(number);
    let item = Feedback {
        number,
        person: person.clone(),
        account,
        name: text::cleaned(&event.actor.name, NAME_LEN_MAX),
        about: about.to_owned(),
        category,
        place: event.place.clone(),
        at: turn.now(),
        locale: turn.locale().to_owned(),
    };
    turn.put(&number, &item)?;
    turn.put(&voice.path(), &voice)?;
    turn.put(&person, &author)?;
    Ok(item)
}

fn show_to_staff(turn: &mut Turn<'_>, item: &Feedback) {
    let Some(home) = turn.community().staff_home.clone() else { return };
    let category = turn.say_to_staff(item.category.phrase(), &[]);
    let args = [
        ("number", item.number.get().into()),
        ("category", (&category).into()),
        ("name", (&item.name).into()),
    ];
    let line = Text::plain(turn.say_to_staff("feedback-for-staff", &args));
    let content = line.line(Text::quote(item.about.as_str()));
    let manner = Manner::of(fireside_core::Voice::Bot).about(format!("{NAME}/{}", item.number));
    turn.send(home, content, manner);
}
