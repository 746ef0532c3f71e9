//! Similar items: "is it one of these?", asked before something new is saved.

use fireside_core::ports::{Order, Query};
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Outcome, Outgoing, Text, Turn};

use super::draft::{self, Pending, Stage};
use super::{backing, captured, message, saving};
use crate::feedback::{Feedback, FeedbackNumber, Standing};
use crate::ledger::{self, Draft};
use crate::status::Status;
use crate::voice::{self, Given};

/// The press that says which of them it is: the draft's token and a number.
pub(super) const ALIKE: &str = "alike";
/// The press that says it is new: the draft's token.
pub(super) const FRESH: &str = "fresh";

/// How many are offered.
const OFFERED_MAX: usize = 3;
/// How many are looked at for them: some may have changed since they were indexed.
const LOOKED_AT_MAX: usize = 6;
/// What is less like it than this is not worth a question: of 0 to 1.
const LIKENESS_MIN: f32 = 0.30;

/// Saves a draft, or asks first whether it is one of those like it. `token`:
/// what it is kept under, if it is; `before`: what is said first.
pub(super) fn settle(turn: &mut Turn<'_>, draft: Draft, token: Option<&str>, before: Text) -> Decision {
    if let Some(number) = captured::of(turn, &draft.origin)? {
        saving::answer_known(turn, number)?;
        return Ok(Outcome::Handled);
    }
    let alike = alike(turn, &draft)?;
    if alike.is_empty() {
        let number = saving::save(turn, draft.clone(), before)?;
        if let Some(token) = token {
            keep(turn, token, draft, Stage::Saved(number))?;
        }
        return Ok(Outcome::Handled);
    }
    let is_own = draft.author.account == turn.event().actor.account;
    let token = match token {
        Some(token) => {
            keep(turn, token, draft, Stage::Similar)?;
            token.to_owned()
        }
        None => draft::begin(turn, draft, Stage::Similar)?,
    };
    offer(turn, &token, &alike, is_own, before)
}

/// It is one of them: the draft's author backs it, in their own words.
pub(super) fn on_alike(turn: &mut Turn<'_>, data: &str) -> Decision {
    let (token, number) = data.split_once(' ').unwrap_or_default();
    let Some(number) = FeedbackNumber::parse(number) else { return Ok(Outcome::Pass) };
    let Some(pending) = undecided(turn, token)? else { return Ok(Outcome::Handled) };
    let is_own = pending.is_own();
    let Draft { author, origin, .. } = pending.draft.clone();
    if captured::of(turn, &origin)?.is_some() {
        return on_fresh(turn, token);
    }
    let given = voice::give_for(turn, number, author.clone(), Some(pending.draft.words()), &origin)?;
    let (Given::Added(item) | Given::Already(item)) = &given else {
        let fresh = fresh_button(turn, token)?;
        let words = turn.say("feedback-similar-gone", &[("number", number.get().into())]);
        turn.answer(Outgoing::of(words).row(vec![fresh]));
        return Ok(Outcome::Handled);
    };
    captured::keep(turn, &origin, item.number)?;
    keep(turn, token, pending.draft, Stage::Backed(item.number))?;
    if is_own {
        // They were asked, so they are answered, among others too.
        backing::answer(turn, &given, number)?;
    } else {
        let (answer, note) = ("feedback-voice-theirs", "feedback-captured-voice");
        saving::tell_both(turn, answer, note, item.number, &author, &origin)?;
        message::count(turn)?;
    }
    Ok(Outcome::Handled)
}

/// It is none of them.
pub(super) fn on_fresh(turn: &mut Turn<'_>, token: &str) -> Decision {
    let Some(pending) = undecided(turn, token)? else { return Ok(Outcome::Handled) };
    let number = saving::save(turn, pending.draft.clone(), Text::default())?;
    keep(turn, token, pending.draft, Stage::Saved(number))?;
    Ok(Outcome::Handled)
}

/// A draft of the actor's about which is still to be said what it is; what was
/// decided before is answered again.
pub(super) fn undecided(turn: &mut Turn<'_>, token: &str) -> Result<Option<Pending>, Interrupt> {
    let Some(pending) = draft::of_actor(turn, token)? else { return Ok(None) };
    match pending.stage {
        // Said once already, and everybody would read it.
        Stage::Saved(_) | Stage::Backed(_) if turn.is_pressed_among_others() => {}
        Stage::Form | Stage::Similar if pending.is_own() => return Ok(Some(pending)),
        Stage::Form | Stage::Similar => return Ok((!message::is_enough(turn)?).then_some(pending)),
        Stage::Saved(number) => saving::answer_saved(turn, number, Text::default()),
        Stage::Backed(number) if pending.is_own() => {
            let given = ledger::live(turn, number)?.map_or(Given::NoItem, |item| Given::Already(item.into()));
            backing::answer(turn, &given, number)?;
        }
        Stage::Backed(number) => {
            let args = [("number", number.get().into()), ("name", (&pending.draft.author.name).into())];
            turn.answer(turn.say("feedback-voice-theirs", &args));
        }
    }
    Ok(None)
}

/// The open items that say most nearly what a draft does.
pub(super) fn alike(turn: &mut Turn<'_>, draft: &Draft) -> Result<Vec<Feedback>, Interrupt> {
    let words = format!("{} {}", draft.title, draft.details);
    let open = Status::ALL.into_iter().filter(|status| status.is_open());
    let open = open.map(|status| format!("status:{}", status.as_str())).collect();
    let query = Query::new(Order::Like(words), LOOKED_AT_MAX).has("live:yes").has_one_of(open);
    let found = turn.search::<Feedback>(&query)?.records.into_iter();
    // The index may not know yet what an item has become.
    let is_offered = |(item, likeness): &(Feedback, f32)| {
        *likeness >= LIKENESS_MIN && item.standing == Standing::Live && item.status.is_open()
    };
    Ok(found.filter(is_offered).map(|(item, _)| item).take(OFFERED_MAX).collect())
}

fn offer(turn: &mut Turn<'_>, token: &str, alike: &[Feedback], is_own: bool, before: Text) -> Decision {
    let mut text = before.line(turn.say("feedback-similar", &[]));
    let mut rows = Vec::new();
    for item in alike {
        text = text.line(line(turn, item, turn.locale())?);
        let key = if is_own { "feedback-similar-that" } else { "feedback-similar-theirs" };
        let label = turn.say(key, &[("number", item.number.get().into())]);
        let data = format!("{token} {}", item.number);
        rows.push(vec![turn.button(label, ALIKE, data, None, draft::LIFETIME)?]);
    }
    rows.push(vec![fresh_button(turn, token)?]);
    text = text.line(turn.say(if is_own { "feedback-similar-or" } else { "feedback-similar-or-not" }, &[]));
    turn.answer(rows.into_iter().fold(Outgoing::of(text), Outgoing::row));
    Ok(Outcome::Handled)
}

/// An item in a line, in a language.
pub(super) fn line(turn: &mut Turn<'_>, item: &Feedback, locale: &str) -> Result<String, Interrupt> {
    let status = turn.say_in(locale, item.status.phrase(), &[]);
    let voices = turn.tally(&voice::tally(item.number))?.unsigned_abs();
    let args = [
        ("number", item.number.get().into()),
        ("title", (&item.title).into()),
        ("status", (&status).into()),
        ("voices", voices.into()),
    ];
    Ok(turn.say_in(locale, "feedback-similar-item", &args))
}

fn fresh_button(turn: &mut Turn<'_>, token: &str) -> Result<fireside_core::Button, Interrupt> {
    turn.button(turn.say("feedback-similar-none", &[]), FRESH, token, None, draft::LIFETIME)
}

fn keep(turn: &mut Turn<'_>, token: &str, draft: Draft, stage: Stage) -> Result<(), Interrupt> {
    let by = turn.event().actor.account.clone();
    turn.put(token, &Pending { draft, by, stage })
}
