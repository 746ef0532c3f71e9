//! Watching: who of staff hears when the customer writes, of the next time
//! (`/notify`) or of each (`/subscribe`). Run again, they take it back.

use fireside_core::parts::Handled;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Turn};

use super::{CASE, answer, case_meant, suggest};
use crate::case::{StaffMember, Watcher};
use crate::lifecycle;

/// `/notify`.
pub(super) const NOTIFY: Handled = Handled {
    name: "notify",
    command: || declared("notify", "handoff-command-notify"),
    run: |turn, invocation| watch(turn, invocation, true),
    suggest: Some(suggest::cases),
};
/// `/subscribe`.
pub(super) const SUBSCRIBE: Handled = Handled {
    name: "subscribe",
    command: || declared("subscribe", "handoff-command-subscribe"),
    run: |turn, invocation| watch(turn, invocation, false),
    suggest: Some(suggest::cases),
};

fn declared(name: &str, description: &str) -> Command {
    Command::new(name, description)
        .staff()
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
}

fn watch(turn: &mut Turn<'_>, invocation: &Invocation, once: bool) -> Decision {
    let Some(mut case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    if !case.is_open() {
        answer(turn, "handoff-already-closed", case.number, "");
        return Ok(Outcome::Handled);
    }
    let member = StaffMember::of(&turn.event().actor);
    let is_own = |watcher: &Watcher| watcher.member.account == member.account;
    let did = case.watchers.iter().find(|watcher| is_own(watcher)).map(|watcher| watcher.once);
    case.watchers.retain(|watcher| !is_own(watcher));
    let key = if did == Some(once) {
        "handoff-watched-no-more"
    } else {
        case.watchers.push(Watcher { member, once });
        if once { "handoff-watched-once" } else { "handoff-watched" }
    };
    lifecycle::keep(turn, &case)?;
    answer(turn, key, case.number, &case.name);
    Ok(Outcome::Handled)
}
