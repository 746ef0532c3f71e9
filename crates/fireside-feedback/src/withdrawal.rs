//! Withdrawal: an author takes back what they said.
//!
//! Where nobody else backs an item, it is withdrawn: its number stays, its words
//! go. Where others do, it lives on as theirs: the one line they gave their
//! voices to stays, and everything else its author said goes, with their name.
//! What was merged leads on in either case.

use fireside_core::ids::AccountId;
use fireside_core::turn::Interrupt;
use fireside_core::{Account, PersonId, Turn};

use crate::author::Author;
use crate::feedback::{Customer, Feedback, Standing};
use crate::voice::{self, Voice};
use crate::{card, copies, ledger};

/// Who raised an item whose author has taken back their name: no account of any
/// platform is called so.
const NOBODY: &str = "_nobody";

/// The author of an item takes it back. `true`: it lives on with the voices of others.
pub(crate) fn take_back(turn: &mut Turn<'_>, mut item: Feedback) -> Result<bool, Interrupt> {
    let author = item.author.person.clone();
    take_voice_back(turn, &item, &author)?;
    let is_backed = is_backed(turn, &item, &author)?;
    if !is_backed {
        item.title.clear();
    }
    if is_backed || matches!(item.standing, Standing::Merged(_)) {
        let mut raised = turn.get::<Author>(&author)?.unwrap_or_default();
        raised.forget(item.number);
        turn.put(&author, &raised)?;
        let name = turn.say_to_staff("feedback-somebody", &[]);
        let platform = item.author.account.platform.clone();
        item.author = Customer {
            person: PersonId::new(NOBODY),
            account: Account { platform, id: AccountId::new(NOBODY) },
            name,
            locale: turn.community().locale.clone(),
        };
    } else {
        item.standing = Standing::Withdrawn;
    }
    item.details.clear();
    item.files.clear();
    item.origin.message = None;
    item.origin.link = None;
    item.origin.around.clear();
    ledger::keep(turn, &item)?;
    Ok(is_backed)
}

/// Undoes that an item was raised at all: it goes with its card, and is nobody's.
/// `false`: others back it, and it stays as it is.
pub(crate) fn unmake(turn: &mut Turn<'_>, item: Feedback) -> Result<bool, Interrupt> {
    let (number, author) = (item.number, item.author.person.clone());
    if is_backed(turn, &item, &author)? {
        return Ok(false);
    }
    take_back(turn, item)?;
    let mut raised = turn.get::<Author>(&author)?.unwrap_or_default();
    raised.forget(number);
    turn.put(&author, &raised)?;
    if let Some(mut item) = turn.get::<Feedback>(&number)? {
        card::remove(turn, &mut item);
        turn.put(&number, &item)?;
    }
    Ok(true)
}

/// The author's voice goes, and its copy in what the item was merged into.
fn take_voice_back(turn: &mut Turn<'_>, item: &Feedback, author: &PersonId) -> Result<(), Interrupt> {
    if let Some(voice) = turn.get::<Voice>(&(item.number, author.clone()))? {
        voice::remove(turn, &voice)?;
    }
    match item.standing {
        Standing::Merged(into) => copies::remove(turn, item.number, into, author),
        Standing::Live | Standing::Withdrawn => Ok(()),
    }
}

/// Whether anybody but its author backs an item. It is held to be so at the
/// commit: a voice that comes at the same moment is not lost.
fn is_backed(turn: &mut Turn<'_>, item: &Feedback, author: &PersonId) -> Result<bool, Interrupt> {
    let voices = turn.range::<Voice>(&item.number, 2)?;
    Ok(voices.iter().any(|voice| voice.customer.person != *author))
}
