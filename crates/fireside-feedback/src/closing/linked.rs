//! What somebody wants to hear and has said to what was shipped, brought over
//! when two people turn out to be one.

use fireside_core::turn::Interrupt;
use fireside_core::{PersonId, Turn};

use super::follow::{self, Follow};
use super::introduction::{self, Consent};
use super::mute::Mute;
use super::verdict::{self, Verdict};
use crate::{card, voice};

/// How many of each are brought over: more than anybody has.
const BROUGHT_MAX: usize = 500;

/// Brings over to `person` what belongs to `joined`. Where both have given a
/// verdict on an item, `person`'s stands, with the words of both.
pub(crate) fn bring_over(turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
    if let Some(mute) = turn.get::<Mute>(joined)? {
        turn.put(person, &mute)?;
        turn.delete::<Mute>(joined)?;
    }
    for mut follow in turn.find::<Follow>(follow::PERSON, joined.as_str(), BROUGHT_MAX)? {
        turn.delete::<Follow>(&follow.path())?;
        follow.customer.person = person.clone();
        if turn.get::<Follow>(&follow.path())?.is_none() {
            turn.put(&follow.path(), &follow)?;
        }
    }
    for mut given in turn.find::<Verdict>(verdict::PERSON, joined.as_str(), BROUGHT_MAX)? {
        turn.delete::<Verdict>(&given.path())?;
        given.customer.person = person.clone();
        let Some(mut known) = turn.get::<Verdict>(&given.path())? else {
            turn.put(&given.path(), &given)?;
            continue;
        };
        turn.increment(&verdict::tally(given.feedback, given.is_up), -1);
        if given.words.is_some_and(|words| voice::say_more(&mut known.words, &words)) {
            turn.put(&known.path(), &known)?;
        }
        card::touch(turn, known.feedback)?;
    }
    for mut consent in turn.find::<Consent>(introduction::PERSON, joined.as_str(), BROUGHT_MAX)? {
        turn.delete::<Consent>(&consent.path())?;
        consent.customer.person = person.clone();
        consent.met.retain(|met| met != person);
        if turn.get::<Consent>(&consent.path())?.is_none() {
            turn.put(&consent.path(), &consent)?;
        }
    }
    Ok(())
}
