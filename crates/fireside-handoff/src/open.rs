//! `/human`: a customer calls a human, and a case is opened.

use fireside_core::turn::Interrupt;
use fireside_core::{
    Audience, Command, Decision, Invocation, OptionKind, Outcome, Outgoing, Place, Tag, Text, Turn, text,
};

use crate::case::{Case, CaseNumber, OpenCase};
use crate::feature::NAME;
use crate::{Settings, card, rooms};

/// The command's name.
pub(crate) const HUMAN: &str = "human";
/// What the customer's binding is called.
pub(crate) const CUSTOMER: &str = "customer";
/// The counter that case numbers are drawn from.
const COUNTER: &str = "case";

pub(crate) fn command() -> Command {
    Command::new(HUMAN, "handoff-command-human").option(
        "text",
        "handoff-command-human-text",
        OptionKind::Text,
        false,
    )
}

/// Opens a case, or says why not.
pub(crate) fn human(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let refusal = if turn.in_staff_place() {
        Some("handoff-for-customers")
    } else if turn.event().actor.is_anonymous {
        Some("handoff-anonymous")
    } else {
        None
    };
    let home = match (refusal, turn.community().staff_home.clone()) {
        (None, Some(home)) => home,
        (refusal, _) => {
            turn.answer(turn.say(refusal.unwrap_or("handoff-no-team"), &[]));
            return Ok(Outcome::Handled);
        }
    };
    let person = turn.person()?;
    if let Some(open) = turn.get::<OpenCase>(&person)? {
        answer_open_already(turn, open.number)?;
        return Ok(Outcome::Handled);
    }
    let event = turn.event();
    let number = CaseNumber::new(turn.next_number(COUNTER)?);
    let mut case = Case::open(number, person, &event.actor, &event.place, turn.now());
    turn.locale().clone_into(&mut case.locale);
    let words = invocation.text("text").filter(|words| !text::is_blank(words));
    words.unwrap_or_default().clone_into(&mut case.words);
    open_case(turn, case, &home)?;
    Ok(Outcome::Handled)
}

fn open_case(turn: &mut Turn<'_>, mut case: Case, home: &Place) -> Result<(), Interrupt> {
    let card = card::post(turn, &mut case, home)?;
    rooms::open(turn, &mut case, home, card)?;
    let event = turn.event();
    let tag = Tag::new(NAME, CUSTOMER, case.number);
    turn.bind(&event.place, Some(&event.actor.account), case.number.lane(), tag)?;
    // Who calls a person stops answering the bot's questions.
    turn.end_dialogue()?;
    turn.put(&case.person, &OpenCase { number: case.number })?;
    turn.put(&case.number, &case)?;
    answer_called(turn, case.number)
}

/// Tells the customer that a human was called. In a group where the answer is
/// a message like any other, the bot may hear nothing but replies: it asks for one.
fn answer_called(turn: &mut Turn<'_>, number: CaseNumber) -> Result<(), Interrupt> {
    let event = turn.event();
    let asks = event.audience == Audience::Group && event.reply.is_none();
    let key = if asks { "handoff-called-in-group" } else { "handoff-called" };
    let brand = (&turn.community().name).into();
    let mut text = Text::plain(turn.say(key, &[("number", number.get().into()), ("brand", brand)]));
    if let Some(greeting) = turn.settings::<Settings>()?.greeting {
        text = text.line(greeting);
    }
    turn.answer(Outgoing { asks, ..Outgoing::of(text) });
    Ok(())
}

fn answer_open_already(turn: &mut Turn<'_>, number: CaseNumber) -> Result<(), Interrupt> {
    let case = turn.get::<Case>(&number)?;
    let owner = case.as_ref().and_then(Case::owner).map_or("", |owner| owner.name.as_str());
    let key = if owner.is_empty() { "handoff-open-waiting" } else { "handoff-open-active" };
    turn.answer(turn.say(key, &[("number", number.get().into()), ("name", owner.into())]));
    Ok(())
}
