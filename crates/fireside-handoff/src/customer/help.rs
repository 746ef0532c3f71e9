//! *Help here*: staff take on what somebody said among others, there, without
//! being asked.

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Account, Actor, Command, Decision, Invocation, Message, Outcome, Outgoing, Span, Text, Turn, Voice,
};

use super::again::take_up;
use super::call::{new_case, open_case};
use super::{blocked, place, private};
use crate::case::{Case, StaffMember, Step, shown_name};
use crate::{lifecycle, staff};

/// `/help_here`, and *Help here* in a message's menu.
pub(super) const HELP_HERE: Handled = Handled { name: "help_here", command, run: help_here, suggest: None };

fn command() -> Command {
    Command::new("help_here", "handoff-command-help-here").staff().on_message("handoff-menu-help")
}

fn help_here(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some((author, message)) = invocation.on_message() else {
        turn.answer_private(turn.say("handoff-help-which", &[]));
        return Ok(Outcome::Handled);
    };
    if let Some(key) = refusal(turn, author) {
        turn.answer_private(turn.say(key, &[]));
        return Ok(Outcome::Handled);
    }
    let person = turn.person_of(&author.account)?;
    if blocked::of(turn, &person)?.is_some() {
        turn.answer_private(turn.say("handoff-help-blocked", &[("name", (&shown_name(author)).into())]));
        return Ok(Outcome::Handled);
    }
    match open_case(turn, &person)? {
        Some(case) => join(turn, case, author),
        None => open(turn, author, message),
    }
}

/// Why somebody can't be helped where they are, as a sentence.
fn refusal(turn: &Turn<'_>, author: &Actor) -> Option<&'static str> {
    let is_staff = || turn.community().is_staff(author, turn.now());
    if turn.in_staff_place() || turn.community().staff_home.is_none() {
        Some("handoff-help-among-customers")
    } else if author.is_bot || author.is_anonymous {
        Some("handoff-help-nobody")
    } else if author.account == turn.event().actor.account || is_staff() {
        Some("handoff-help-staff")
    } else {
        None
    }
}

/// Opens a case, which the actor has, for whoever said `message` here.
fn open(turn: &mut Turn<'_>, author: &Actor, message: &Message) -> Decision {
    let person = turn.person_of(&author.account)?;
    let mut case = new_case(turn, person, author, &message.text.clone().tame().to_plain())?;
    // Nothing is known of their language but where they speak.
    case.locale.clone_from(&turn.community().locale);
    case.speaks_in(turn.event().place.clone().into(), author.account.clone(), false);
    let member = StaffMember::of(&turn.event().actor);
    call_customer(turn, &case, &author.account, message)?;
    lifecycle::open_with(turn, &mut case, message.id.as_ref(), member)?;
    staff::answer(turn, "handoff-yours", case.number, "");
    Ok(Outcome::Handled)
}

/// The customer is called where they wrote. Who is there for them is told then.
fn call_customer(
    turn: &mut Turn<'_>,
    case: &Case,
    account: &Account,
    message: &Message,
) -> Result<(), Interrupt> {
    let args = [("number", case.number.get().into()), ("brand", (&turn.community().name).into())];
    let said = turn.say_in(&case.locale, "handoff-help-offered", &args);
    let mention = Span::Mention { account: account.clone(), name: case.name.clone() };
    let mut words = Outgoing::of(Text(vec![mention]).then(": ").then(said));
    if private::is_possible(turn, &account.platform) {
        words = words.row(vec![place::private_button(turn, case)?]);
    }
    let words = words.reply_to(turn.message_ref(message.id.as_ref()));
    turn.send(turn.event().place.clone(), words, case.number.manner(Voice::System));
    Ok(())
}

/// Somebody whose case is open needs no other: the actor takes it on if nobody
/// has, and the place becomes one of its places.
fn join(turn: &mut Turn<'_>, mut case: Case, author: &Actor) -> Decision {
    let member = StaffMember::of(&turn.event().actor);
    case.is_seen_by(&member);
    if case.customer_legs().all(|leg| !leg.is_private) {
        case.speaks_in(turn.event().place.clone().into(), author.account.clone(), false);
        if let Some(leg) = case.customer_leg() {
            lifecycle::bind(turn, &case, leg)?;
        }
        take_up(turn, &mut case)?;
    }
    if case.owner().is_none() && lifecycle::take(turn, &mut case, Step::Claim(member))?.is_ok() {
        staff::answer(turn, "handoff-yours", case.number, "");
        return Ok(Outcome::Handled);
    }
    lifecycle::keep(turn, &case)?;
    let owner = case.owner().filter(|owner| owner.account != turn.event().actor.account);
    let (key, name) = owner.map_or(("handoff-still-yours", ""), |owner| ("handoff-theirs", &owner.name));
    staff::answer(turn, key, case.number, name);
    Ok(Outcome::Handled)
}
