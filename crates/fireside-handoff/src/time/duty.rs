//! Duty: who of staff is called when a customer waits. `/duty on` begins it,
//! `/duty off` ends it, and it ends by itself.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::parts::Handled;
use fireside_core::record::Record;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Account, Command, Decision, Invocation, LaneId, OptionKind, Outcome, Text, Timestamp, Turn, Voice,
};
use serde::{Deserialize, Serialize};

use super::{moment, span};
use crate::case::StaffMember;
use crate::staff::colleague;

/// `/duty`.
pub(super) const DUTY: Handled = Handled { name: "duty", command, run, suggest: None };
/// The timer with which duty ends.
pub(super) const LABEL: &str = "duty";

/// How long duty lasts that nobody set an end to.
const LASTS: Duration = Duration::from_hours(12);
/// How long duty may last.
const LONGEST: Duration = Duration::from_hours(7 * 24);
/// The most who are called.
const MEMBERS_MAX: usize = 50;
const ON: &str = "on";
const OFF: &str = "off";

/// Somebody of staff is on duty, kept under their account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Who.
    pub member: StaffMember,
    /// Since when.
    pub since: Timestamp,
    /// Until when, unless they say so again.
    pub until: Timestamp,
}

impl Record for Duty {
    const COLLECTION: &'static str = "duty";
}

/// Whether somebody is on duty now.
pub(crate) fn is_on(turn: &mut Turn<'_>, account: &Account) -> Result<bool, Interrupt> {
    let now = turn.now();
    Ok(turn.peek::<Duty>(account)?.is_some_and(|duty| duty.until > now))
}

/// Everybody who is on duty now, by account.
pub(crate) fn all(turn: &mut Turn<'_>) -> Result<Vec<Duty>, Interrupt> {
    let now = turn.now();
    let found = turn.page_all::<Duty>(None, MEMBERS_MAX)?.records;
    Ok(found.into_iter().filter(|duty| duty.until > now).collect())
}

fn command() -> Command {
    let choices = [(ON, "handoff-duty-on"), (OFF, "handoff-duty-off")];
    Command::new("duty", "handoff-command-duty")
        .staff()
        .option("state", "handoff-command-duty-state", OptionKind::Text, false)
        .choices(&choices)
        .option("until", "handoff-command-duty-until", OptionKind::Text, false)
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    match invocation.text("state") {
        Some(ON) => begin(turn, invocation.text("until"))?,
        Some(OFF) => end(turn)?,
        _ => list(turn)?,
    }
    Ok(Outcome::Handled)
}

/// The actor is on duty from now on; who is already, for longer.
fn begin(turn: &mut Turn<'_>, until: Option<&str>) -> Result<(), Interrupt> {
    let now = turn.now();
    let until = match until.map(|until| span::parse(until, now, &turn.community().zone(), LONGEST)) {
        None => now + LASTS,
        Some(Ok(until)) => until,
        Some(Err(why)) => {
            moment::answer_unfit(turn, why);
            return Ok(());
        }
    };
    let member = StaffMember::of(&turn.event().actor);
    let account = member.account.clone();
    let known = turn.get::<Duty>(&account)?.filter(|duty| duty.until > now);
    let since = known.map_or(now, |duty| duty.since);
    turn.put(&account, &Duty { member, since, until })?;
    turn.set_timer_in(lane(&account), LABEL, subject(&account), until, Overdue::Fire)?;
    let when = moment::said(turn, turn.locale(), until);
    turn.answer_private(turn.say("handoff-duty-begun", &[("when", (&when).into())]));
    Ok(())
}

/// The actor is on duty no more.
fn end(turn: &mut Turn<'_>) -> Result<(), Interrupt> {
    let account = &turn.event().actor.account;
    let key =
        if turn.get::<Duty>(account)?.is_some() { "handoff-duty-ended" } else { "handoff-duty-was-off" };
    turn.delete::<Duty>(account)?;
    turn.cancel_timer(LABEL, subject(account))?;
    turn.answer_private(turn.say(key, &[]));
    Ok(())
}

fn list(turn: &mut Turn<'_>) -> Result<(), Interrupt> {
    let mut on = all(turn)?;
    on.sort_by_key(|duty| duty.since);
    if on.is_empty() {
        turn.answer_private(turn.say("handoff-duty-nobody", &[]));
        return Ok(());
    }
    let mut text = Text::bold(turn.say("handoff-duty-list", &[]));
    for duty in on {
        let when = moment::said(turn, turn.locale(), duty.until);
        let args = [("name", (&duty.member.name).into()), ("when", (&when).into())];
        text = text.line(turn.say("handoff-duty-line", &args));
    }
    turn.answer_private(text);
    Ok(())
}

/// Somebody's duty has ended by itself: they are told in private.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let account = serde_json::from_str::<Account>(&timer.tag.subject).ok();
    let Some(duty) = account.map(|account| turn.get::<Duty>(&account)).transpose()?.flatten() else {
        return Ok(Outcome::Handled);
    };
    let account = duty.member.account;
    turn.delete::<Duty>(&account)?;
    let words = turn.say_to_staff("handoff-duty-over", &[]);
    turn.send(account.private_place(), words, Manner::of(Voice::System));
    Ok(Outcome::Handled)
}

fn subject(account: &Account) -> String {
    serde_json::to_string(account).unwrap_or_default()
}

/// The lane in which somebody's duty ends.
fn lane(account: &Account) -> LaneId {
    LaneId::new(format!("duty/{account}"))
}
