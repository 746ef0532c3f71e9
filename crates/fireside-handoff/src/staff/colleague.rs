//! Colleagues: who of staff has been at work lately.
//!
//! No platform tells who holds a role, so that whoever acts as staff is kept.

use std::time::Duration;

use fireside_core::command::Suggestion;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Account, Timestamp, Turn};
use serde::{Deserialize, Serialize};

use crate::case::StaffMember;

/// How long somebody counts as a colleague who has not been at work.
const LIFETIME: Duration = Duration::from_hours(90 * 24);
/// How often it is written down that somebody was at work.
const NOTED_EVERY: Duration = Duration::from_hours(24);
/// The most colleagues that are looked through.
const COLLEAGUES_MAX: usize = 500;

/// Somebody who acted as staff, kept under the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who.
    pub member: StaffMember,
    /// When they did, to a day.
    pub last: Timestamp,
}

impl Record for Colleague {
    const COLLECTION: &'static str = "colleague";
}

/// The actor, who is staff, is at work.
pub(crate) fn note(turn: &mut Turn<'_>) -> Result<(), Interrupt> {
    let member = StaffMember::of(&turn.event().actor);
    let now = turn.now();
    let known = turn.peek::<Colleague>(&member.account)?;
    if known.is_none_or(|known| known.member != member || now.since(known.last) >= NOTED_EVERY) {
        let account = member.account.clone();
        turn.put(&account, &Colleague { member, last: now })?;
    }
    Ok(())
}

/// Whether an account is one of staff, as far as anybody knows: listed as such,
/// or at work lately.
pub(crate) fn is_one(turn: &mut Turn<'_>, account: &Account) -> Result<bool, Interrupt> {
    Ok(turn.community().staff.accounts.contains(account) || of(turn, account)?.is_some())
}

/// Who of staff this account is, if they were at work lately.
pub(crate) fn of(turn: &mut Turn<'_>, account: &Account) -> Result<Option<StaffMember>, Interrupt> {
    let now = turn.now();
    let known = turn.peek::<Colleague>(account)?.filter(|known| now.since(known.last) < LIFETIME);
    Ok(known.map(|known| known.member))
}

/// Who of staff is meant by this: an account as it is suggested, or the name
/// of one alone.
pub(super) fn called(turn: &mut Turn<'_>, named: &str) -> Result<Option<StaffMember>, Interrupt> {
    let named = named.trim().trim_start_matches('@').to_lowercase();
    let all = lately(turn)?;
    if let Some(member) = all.iter().find(|member| member.account.to_string().to_lowercase() == named) {
        return Ok(Some(member.clone()));
    }
    let mut same = all.into_iter().filter(|member| member.name.to_lowercase() == named);
    let first = same.next();
    Ok(if same.next().is_some() { None } else { first })
}

/// Colleagues whose names hold what is written.
pub(super) fn suggest(turn: &mut Turn<'_>, typed: &str) -> Result<Vec<Suggestion>, Interrupt> {
    let typed = typed.trim().trim_start_matches('@').to_lowercase();
    let all = lately(turn)?.into_iter().filter(|member| member.name.to_lowercase().contains(&typed));
    Ok(all.map(|member| Suggestion { label: member.name, value: member.account.to_string() }).collect())
}

fn lately(turn: &mut Turn<'_>) -> Result<Vec<StaffMember>, Interrupt> {
    let now = turn.now();
    let all = turn.page_all::<Colleague>(None, COLLEAGUES_MAX)?.records.into_iter();
    Ok(all.filter(|known| now.since(known.last) < LIFETIME).map(|known| known.member).collect())
}
