//! Askers: who is named where an item was asked for.

use std::collections::BTreeMap;

use fireside_core::turn::Interrupt;
use fireside_core::{MessageId, Place, Timestamp, Turn};

use super::mute::Mute;
use crate::feedback::{Customer, FeedbackNumber};
use crate::settings::{PINGS_MAX, Settings};
use crate::voice::{self, GIVEN, Voice, WORDED};

/// How many are named in one place without being pinged.
const NAMED_MAX: usize = 10;
/// How many voices of one place are looked at: enough to name all who can be.
const LOOKED_AT_MAX: usize = 40;

/// Those who asked for an item in one place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Askers {
    /// Who is pinged: those whose words are on the item.
    pub(super) pinged: Vec<Customer>,
    /// Who is named besides.
    pub(super) named: Vec<Customer>,
    /// How many others there are.
    pub(super) others: u64,
    /// The earliest message of theirs, which what they are told answers: that
    /// of somebody who still asks for it and does not want to be left alone.
    pub(super) message: Option<MessageId>,
    /// The language most of them speak.
    pub(super) locale: String,
}

impl Askers {
    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        (self.pinged.len() + self.named.len()) as u64 + self.others
    }
}

/// Who asked for an item in a place. Those who want to be left alone are
/// counted and not named.
pub(super) fn in_place(
    turn: &mut Turn<'_>,
    number: FeedbackNumber,
    place: &Place,
    settings: &Settings,
) -> Result<Askers, Interrupt> {
    let (place, pings_max) = (place.to_string(), settings.pings.min(PINGS_MAX));
    let here = format!("{number} {place}");
    let worded = turn.page_of::<Voice>(WORDED, &here, None, LOOKED_AT_MAX)?.records;
    let all = turn.page_of::<Voice>(GIVEN, &here, None, LOOKED_AT_MAX)?.records;
    let count = turn.tally(&voice::tally_at(number, &place))?;
    let count = usize::try_from(count).unwrap_or(0).max(worded.len()).max(all.len());
    let mut askers = Askers { locale: spoken(turn, &all), ..Askers::default() };
    let mut earliest = Timestamp::from_millis(u64::MAX);
    let voices = worded.into_iter().chain(all);
    for Voice { customer, words, message, at, .. } in voices {
        let is_known = |known: &Customer| known.person == customer.person;
        if askers.pinged.iter().chain(&askers.named).any(is_known)
            || turn.peek::<Mute>(&customer.person)?.is_some()
        {
            continue;
        }
        if message.is_some() && at < earliest {
            (askers.message, earliest) = (message, at);
        }
        if words.is_some() && askers.pinged.len() < pings_max {
            askers.pinged.push(customer);
        } else if askers.named.len() < NAMED_MAX {
            askers.named.push(customer);
        }
    }
    askers.others = (count - askers.pinged.len() - askers.named.len()) as u64;
    Ok(askers)
}

/// The language most of those who gave these voices speak; of several, the
/// community's comes first.
fn spoken(turn: &Turn<'_>, voices: &[Voice]) -> String {
    let own = &turn.community().locale;
    let mut speakers = BTreeMap::<&str, usize>::new();
    for voice in voices {
        *speakers.entry(&voice.customer.locale).or_default() += 1;
    }
    let most = speakers.into_iter().max_by_key(|(locale, count)| (*count, *locale == own));
    most.map_or_else(|| own.clone(), |(locale, _)| locale.to_owned())
}
