//! Calling: those on duty are told, once, that somebody waits.

use fireside_core::event::ReceiptEvent;
use fireside_core::phrases::Arg;
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{Decision, DeliveryOutcome, Outcome, PlaceRef, Span, StaffRole, Text, Turn, Voice};

use super::{duty, ladder};
use crate::case::{Case, Change, StaffMember, State};
use crate::lifecycle;
use crate::staff::colleague;

/// What a call in a room is called on its way.
pub(super) const LABEL: &str = "call";

/// Whom a call names.
#[derive(Debug, Default)]
pub(crate) struct Called {
    members: Vec<StaffMember>,
    /// Roles of the platform that staff work on.
    roles: Vec<StaffRole>,
    /// The phrase for them where roles can't be mentioned.
    roles_named: &'static str,
}

impl Called {
    /// Those on duty: who said so, and who holds the role.
    pub(super) fn on_duty(turn: &mut Turn<'_>) -> Result<Self, Interrupt> {
        let roles = at_home(turn, &turn.community().staff.duty);
        Ok(Self { roles, roles_named: "handoff-duty-role", ..Self::by_name(turn)? })
    }

    /// Those who said that they are on duty.
    pub(super) fn by_name(turn: &mut Turn<'_>) -> Result<Self, Interrupt> {
        let members = duty::all(turn)?.into_iter().map(|duty| duty.member).collect();
        Ok(Self { members, ..Self::default() })
    }

    /// All of staff, by their roles; where they have none, who is staff by account.
    pub(super) fn staff(turn: &mut Turn<'_>) -> Result<Self, Interrupt> {
        let staff = &turn.community().staff;
        let roles = at_home(turn, &staff.roles);
        let mut members = Vec::new();
        for account in staff.accounts.iter().filter(|_| roles.is_empty()) {
            members.extend(colleague::of(turn, account)?);
        }
        Ok(Self { members, roles, roles_named: "handoff-staff-role" })
    }

    /// One of staff.
    pub(super) fn one(member: &StaffMember) -> Self {
        Self { members: vec![member.clone()], ..Self::default() }
    }

    /// Words with a mention of each who is called.
    pub(crate) fn with(self, turn: &Turn<'_>, words: String) -> Text {
        let name = turn.say_to_staff(self.roles_named, &[]);
        let members = self.members.into_iter();
        let members = members.map(|StaffMember { account, name }| Span::Mention { account, name });
        let roles = self.roles.into_iter().map(|StaffRole { platform, role }| Span::RoleMention {
            platform,
            role,
            name: name.clone(),
        });
        members.chain(roles).fold(Text::plain(words), |text, span| text.then(" ").then(Text(vec![span])))
    }

    fn is_nobody(&self) -> bool {
        self.members.is_empty() && self.roles.is_empty()
    }
}

/// Those of some roles that the platform gives on which staff work.
fn at_home(turn: &Turn<'_>, roles: &[StaffRole]) -> Vec<StaffRole> {
    let home = turn.community().staff_home.as_ref().map(|home| &home.platform);
    roles.iter().filter(|role| Some(&role.platform) == home).cloned().collect()
}

/// Whom it concerns that a case has moved on: where it waits those on duty, where
/// it was put aside who has it.
pub(crate) fn concerned(turn: &mut Turn<'_>, case: &Case, change: Change) -> Result<Called, Interrupt> {
    match (change.from, change.to, case.owner()) {
        (_, State::Waiting, _) => Called::on_duty(turn),
        (State::Snoozed, State::Active, Some(owner)) => Ok(Called::one(owner)),
        _ => Ok(Called::default()),
    }
}

/// How those whom it concerns are told in a room: where they can't be, they are
/// told where staff work.
pub(crate) fn manner(case: &Case) -> Manner {
    case.number.manner(Voice::System).tagged(LABEL, case.number)
}

/// A call that could not be made in a room is made where staff work, while
/// somebody waits.
pub(super) fn on_receipt(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let case = lifecycle::case_tagged(turn, &receipt.tag)?.filter(|case| case.waits_since().is_some());
    let home = turn.community().staff_home.clone();
    if let (DeliveryOutcome::Undeliverable { .. }, Some(case), Some(home)) = (&receipt.outcome, case, home) {
        let called = ladder::called(turn, &case)?;
        let length = ladder::waited(turn, &case);
        let key = if case.reminders == 0 { "handoff-call" } else { "handoff-reminder" };
        let words = words(turn, &case, called, key, &[("length", (&length).into())]);
        turn.send(home, words, case.number.manner(Voice::System));
    }
    Ok(Outcome::Handled)
}

/// Tells those on duty that a case waits which has just been opened. Where
/// nobody is, its card, which was put up where staff work, is the call.
pub(super) fn on_opened(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let called = Called::on_duty(turn)?;
    if !called.is_nobody() {
        call(turn, case, called, "handoff-call", &[]);
    }
    Ok(())
}

/// Tells that a case waits again where staff work, if those whom it
/// [concerns](concerned) can't be told in its room.
pub(super) fn on_waiting(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let called = Called::on_duty(turn)?;
    let home = turn.community().staff_home.clone();
    if let Some(home) = home.filter(|_| called.is_nobody() || case.room().is_none()) {
        let words = words(turn, case, called, "handoff-call", &[]);
        turn.send(home, words, case.number.manner(Voice::System));
    }
    Ok(())
}

/// Says something about a case, once, to those who are called: in its room, else
/// where staff work.
pub(super) fn call(turn: &mut Turn<'_>, case: &Case, called: Called, key: &str, args: &[(&str, Arg<'_>)]) {
    let home = || turn.community().staff_home.clone().map(PlaceRef::from);
    if let Some(place) = case.room_place().or_else(home) {
        let words = words(turn, case, called, key, args);
        turn.send(place, words, manner(case));
    }
}

fn words(turn: &Turn<'_>, case: &Case, called: Called, key: &str, args: &[(&str, Arg<'_>)]) -> Text {
    let about = [("number", case.number.get().into()), ("name", (&case.name).into())];
    let words = turn.say_to_staff(key, &[&about, args].concat());
    called.with(turn, words)
}
