//! The relay: words of one side, said to the other.

use fireside_core::event::ReceiptEvent;
use fireside_core::{Decision, DeliveryOutcome, Message, Outcome, Outgoing, Span, Text, Turn, Voice, text};

use crate::case::{Case, CaseNumber, State, shown_name};
use crate::feature::NAME;
use crate::{open, rooms};

/// What a customer's words on their way to the room are called.
pub(crate) const TO_ROOM: &str = "to_room";
/// What staff's words on their way to the customer are called.
pub(crate) const TO_CUSTOMER: &str = "to_customer";
/// Begins what staff say among themselves.
const INTERNAL: &str = "//";
/// Begins what was meant for the bot.
const COMMAND: char = '/';

/// Something was said in a place that may belong to a case.
pub(crate) fn on_message(turn: &mut Turn<'_>, message: &Message) -> Decision {
    let Some(tag) = turn.binding().map(|binding| binding.tag.clone()).filter(|tag| tag.feature == NAME)
    else {
        return Ok(Outcome::Pass);
    };
    let Some(number) = CaseNumber::parse(&tag.subject) else { return Ok(Outcome::Pass) };
    let Some(case) = turn.get::<Case>(&number)?.filter(|case| case.state() != State::Closed) else {
        return Ok(Outcome::Pass);
    };
    match tag.label.as_str() {
        open::CUSTOMER => to_room(turn, &case, message),
        rooms::LABEL if turn.is_staff() => to_customer(turn, &case, message),
        rooms::LABEL if was_staff(turn) => {
            turn.answer_public(turn.say_to_staff("handoff-not-confirmed", &[]));
        }
        _ => {}
    }
    Ok(Outcome::Handled)
}

/// Whether the actor was staff when the platform last said so: too long ago to
/// speak for the brand, but no stranger who is left without a word.
fn was_staff(turn: &Turn<'_>) -> bool {
    let actor = &turn.event().actor;
    actor.authority.as_ref().is_some_and(|authority| turn.community().is_staff(actor, authority.as_of))
}

/// A customer's words go to the room; where there is none, to where staff work.
fn to_room(turn: &mut Turn<'_>, case: &Case, message: &Message) {
    let home = || turn.community().staff_home.clone().map(Into::into);
    let Some(place) = case.room().map(|leg| leg.place.clone()).or_else(home) else { return };
    let Some(text) = relayed(turn, &turn.community().locale, message) else { return };
    let content = Outgoing::of(text).author(shown_name(&turn.event().actor));
    turn.send(place, content, case.number.manner(Voice::Customer).tagged(TO_ROOM, case.number));
}

/// Staff's words go to the customer, but for those that are meant for staff or
/// for the bot; before anybody has joined, none do.
fn to_customer(turn: &mut Turn<'_>, case: &Case, message: &Message) {
    let words = message.text.to_plain();
    let seen = words.trim_start_matches(|c: char| text::is_blank(c.encode_utf8(&mut [0; 4])));
    if seen.starts_with(INTERNAL) {
        return;
    }
    if seen.starts_with(COMMAND) {
        turn.answer_public(turn.say_to_staff("handoff-looks-like-command", &[]));
        return;
    }
    if case.owner().is_none() {
        let args = [("number", case.number.get().into())];
        turn.answer_public(turn.say_to_staff("handoff-join-first", &args));
        return;
    }
    let Some(leg) = case.customer_leg() else { return };
    let Some(text) = relayed(turn, &case.locale, message) else { return };
    let name = shown_name(&turn.event().actor);
    let args = [("name", (&name).into()), ("brand", (&turn.community().name).into())];
    let content = Outgoing::of(text).author(turn.say_in(&case.locale, "handoff-author", &args));
    let manner = case.number.manner(Voice::Staff).tagged(TO_CUSTOMER, case.number);
    turn.send(leg.place.clone(), content, manner);
}

/// Words that could not be brought over, or may have been brought over twice:
/// staff are told. Notices like these ask for no receipt, so that none is ever
/// about another.
pub(crate) fn on_receipt(turn: &mut Turn<'_>, case: &Case, receipt: &ReceiptEvent) {
    let label = receipt.tag.label.as_str();
    let (sentence, why) = match &receipt.outcome {
        DeliveryOutcome::Undeliverable { why } => ("handoff-not-delivered", why.as_str()),
        DeliveryOutcome::Delivered(receipt) if receipt.ambiguous && label == TO_CUSTOMER => {
            ("handoff-maybe-twice", "")
        }
        DeliveryOutcome::Delivered(_) | DeliveryOutcome::Withdrawn => return,
    };
    let (number, name) = (("number", case.number.get().into()), ("name", (&case.name).into()));
    let args = [number, name, ("why", why.into())];
    let room = case.room().map(|leg| leg.place.clone());
    match (label, room) {
        (TO_CUSTOMER, Some(room)) => {
            let words = turn.say_to_staff(sentence, &args);
            turn.send(room, words, case.number.manner(Voice::System));
        }
        (TO_CUSTOMER, None) => rooms::tell_home(turn, case, sentence, &args),
        (_, Some(_)) => rooms::tell_home(turn, case, "handoff-not-shown", &args),
        // Without a room staff were told so, and read the words where they work.
        (_, None) => {}
    }
}

/// A message as the other side gets it; `None` where there is nothing to see.
fn relayed(turn: &Turn<'_>, locale: &str, message: &Message) -> Option<Text> {
    let text = if message.text.is_blank() { Text::default() } else { tame(&message.text) };
    if message.attachments.is_empty() {
        return Some(text).filter(|text| !text.is_blank());
    }
    let what = message.attachments.join(", ");
    Some(text.line(turn.say_in(locale, "handoff-attached", &[("what", (&what).into())])))
}

/// Text in which nobody is mentioned and every link shows where it leads.
fn tame(text: &Text) -> Text {
    let tame_span = |span: &Span| match span {
        Span::Bold(inner) => Span::Bold(tame(inner)),
        Span::Italic(inner) => Span::Italic(tame(inner)),
        Span::Strike(inner) => Span::Strike(tame(inner)),
        Span::Quote(inner) => Span::Quote(tame(inner)),
        Span::Mention { name, .. } => Span::Plain(name.clone()),
        Span::Link { url, label } => {
            let label = label.to_plain();
            Span::Plain(if label == *url { label } else { format!("{label} ({url})") })
        }
        Span::Plain(_) | Span::Code(_) | Span::CodeBlock { .. } => span.clone(),
    };
    Text(text.0.iter().map(tame_span).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use fireside_core::Account;

    #[test]
    fn a_relayed_link_shows_where_it_leads() {
        let text = Text::bold(Text::link("https://evil.example", "your bank"));
        assert_eq!(tame(&text).to_plain(), "your bank (https://evil.example)");
    }

    #[test]
    fn a_relayed_mention_is_a_name() {
        let account = Account::new("p", "1");
        let text = Text(vec![Span::Mention { account, name: "@everyone".to_owned() }]);
        assert_eq!(tame(&text), Text::plain("@everyone"));
    }
}
