//! Members of staff, as a case remembers them.

use fireside_core::{Account, Actor, text};
use serde::{Deserialize, Serialize};

/// The longest name that is shown, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 60;

/// Somebody of staff, as they were when they acted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffMember {
    /// Their account: never shown to customers.
    pub account: Account,
    /// Their name, cleaned to one visible line.
    pub name: String,
}

impl StaffMember {
    /// The one who acts.
    pub fn of(actor: &Actor) -> Self {
        Self { account: actor.account.clone(), name: shown_name(actor) }
    }
}

/// An actor's name as others are shown it.
pub(crate) fn shown_name(actor: &Actor) -> String {
    let name = text::cleaned(&actor.name, NAME_LEN_MAX);
    if text::is_blank(&name) { "?".to_owned() } else { name }
}
