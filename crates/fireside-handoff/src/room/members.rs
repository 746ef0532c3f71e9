//! Members: who of staff is let into a room that only those in it see.

use fireside_core::turn::Interrupt;
use fireside_core::{Account, Capability, PlaceRef, Turn, Voice};

use crate::case::Case;
use crate::time::duty;

/// Lets those of staff in whose case it is, who have read it along, and who are
/// on duty, as far as they have an account there.
pub(super) fn let_in(turn: &mut Turn<'_>, case: &Case, room: &PlaceRef) -> Result<(), Interrupt> {
    let platform = &room.anchor().platform;
    if !turn.capabilities(platform).can(Capability::AddsMembers) {
        return Ok(());
    }
    let mut accounts: Vec<Account> = Vec::new();
    let on_duty: Vec<_> = duty::all(turn)?.into_iter().map(|duty| duty.member).collect();
    for member in case.owner().into_iter().chain(&case.seen_by).chain(&on_duty) {
        let account = &member.account;
        if account.platform == *platform && !accounts.contains(account) {
            accounts.push(account.clone());
        }
    }
    for account in accounts {
        turn.add_member(room.clone(), account, case.number.manner(Voice::System));
    }
    Ok(())
}
