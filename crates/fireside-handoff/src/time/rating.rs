//! Rating: once a case is over, its customer is asked whether that helped.

use std::time::Duration;

use fireside_core::event::ReceiptEvent;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Decision, DeliveryOutcome, Effect, Field, Form, Outcome, Outgoing, Text, Turn, Voice, text,
};

use crate::case::{Case, CaseNumber, Rating};
use crate::lifecycle;

/// The action of the buttons that rate.
pub(super) const RATE: &str = "rate";
/// The action of the button that asks why.
pub(super) const WHY: &str = "rate_why";

/// What telling staff of it is called.
pub(super) const TOLD: &str = "rating_told";

/// How long one can rate.
const LIFETIME: Duration = Duration::from_hours(7 * 24);
/// The most stars.
const STARS_MAX: u8 = 5;
/// So many stars or fewer are told to staff at once.
const LOW: u8 = 2;
const FORM: &str = "handoff_rating";
const WORDS: &str = "words";
const WORDS_CHARS_MAX: usize = 1_000;

/// What the customer is told of the end, with the question whether that helped:
/// if anybody answered them, and nothing was to be said.
pub(crate) fn asked(turn: &mut Turn<'_>, case: &Case, told: String) -> Result<Outgoing, Interrupt> {
    let was_merged = case.merged_into.is_some();
    if case.first_answer.is_none() || case.rating.is_some() || was_merged {
        return Ok(told.into());
    }
    let lane = case.number.lane();
    let mut row = Vec::new();
    for stars in 1..=STARS_MAX {
        let label = turn.say_in(&case.locale, "handoff-button-rate", &[("stars", u64::from(stars).into())]);
        row.push(turn.button(label, RATE, format!("{}:{stars}", case.number), Some(&lane), LIFETIME)?);
    }
    let question = turn.say_in(&case.locale, "handoff-rating", &[]);
    Ok(Outgoing::of(Text::plain(told).line(question)).row(row))
}

/// A number of stars was pressed.
pub(super) fn on_rated(turn: &mut Turn<'_>, data: &str) -> Decision {
    let pressed = data.split_once(':').and_then(|(number, stars)| Some((number, stars.parse().ok()?)));
    let Some((number, stars)) = pressed else { return Ok(Outcome::Handled) };
    let Some(mut case) = own(turn, number)? else { return Ok(Outcome::Handled) };
    if case.rating.is_some() {
        turn.answer(turn.say("handoff-rating-given", &[]));
        return Ok(Outcome::Handled);
    }
    case.rating = Some(Rating { stars, words: None, at: turn.now(), told: Vec::new() });
    lifecycle::keep(turn, &case)?;
    tell_staff(turn, &case);
    let why = turn.say("handoff-button-rate-why", &[]);
    let why = turn.button(why, WHY, case.number, Some(&case.number.lane()), LIFETIME)?;
    turn.answer(Outgoing::of(turn.say("handoff-rating-thanks", &[])).row(vec![why]));
    Ok(Outcome::Handled)
}

/// *Say why* was pressed.
pub(super) fn on_why(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(case) = own(turn, data)? {
        turn.open_form(FORM, &Answers::about(case.number))?;
    }
    Ok(Outcome::Handled)
}

/// The form that asks why.
pub(super) fn form() -> Form {
    let fields = vec![Field::long_text(WORDS, "handoff-rating-form-words", WORDS_CHARS_MAX)];
    Form { name: FORM, title: "handoff-rating-form", fields }
}

/// The customer has said why.
pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    let Some(mut case) = own(turn, answers.subject())? else { return Ok(Outcome::Handled) };
    let rating = case.rating.as_mut().filter(|rating| rating.words.is_none());
    let Some(rating) = rating else {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    };
    rating.words = Some(answers.get(WORDS).to_owned());
    lifecycle::keep(turn, &case)?;
    tell_staff(turn, &case);
    turn.answer(turn.say("handoff-rating-noted", &[]));
    Ok(Outcome::Handled)
}

/// The closed case that the actor rates; who is not its customer is told so.
fn own(turn: &mut Turn<'_>, number: &str) -> Result<Option<Case>, Interrupt> {
    let number = CaseNumber::parse(number);
    let case = number.map(|number| turn.get::<Case>(&number)).transpose()?.flatten();
    let Some(case) = case.filter(|case| !case.is_open()) else {
        turn.answer_no_longer_current();
        return Ok(None);
    };
    if turn.person()? != case.person {
        turn.refuse(turn.say("handoff-rating-not-yours", &[]));
        return Ok(None);
    }
    Ok(Some(case))
}

/// What did not help is told where staff work, with the customer's words.
fn tell_staff(turn: &mut Turn<'_>, case: &Case) {
    let Some(rating) = case.rating.as_ref().filter(|rating| rating.stars <= LOW) else { return };
    let Some(home) = turn.community().staff_home.clone() else { return };
    let args = [
        ("number", case.number.get().into()),
        ("name", (&case.name).into()),
        ("stars", u64::from(rating.stars).into()),
    ];
    let mut said = Text::plain(turn.say_to_staff("handoff-rating-low", &args));
    if let Some(words) = rating.words.as_ref().filter(|words| !text::is_blank(words)) {
        said = said.line(Text::quote(words.as_str()));
    }
    let manner = case.number.manner(Voice::System).about(case.number.of_customer());
    turn.send(home, said, manner.tagged(TOLD, case.number));
}

/// Staff were told: should the customer be forgotten, that goes away.
pub(super) fn on_told(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let DeliveryOutcome::Delivered(done) = &receipt.outcome else { return Ok(Outcome::Handled) };
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let Some(message) = turn.message_ref(done.message.as_ref()) else { return Ok(Outcome::Handled) };
    if case.is_forgotten() {
        turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
    } else if let Some(rating) = &mut case.rating {
        rating.told.push(message);
        turn.put(&case.number, &case)?;
    }
    Ok(Outcome::Handled)
}
