//! What staff are shown of a case, so that nothing is sent that is shown already.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::{Text, Timestamp, Turn, text};
use serde::{Deserialize, Serialize};

use crate::case::{Case, shown_name};

/// The most messages that a card shows of what was said before.
const SAID_MAX: usize = 5;
/// The longest line of a message, in characters as a reader counts them.
const SAID_LEN_MAX: usize = 120;
/// Messages that were said longer ago have nothing to do with the call.
const SAID_AGE_MAX: Duration = Duration::from_hours(1);

/// What staff are shown of a case, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    /// What its buttons are kept under, so that they stay the same buttons.
    pub token: String,
    /// A fingerprint of the card; 0: nobody knows what it shows.
    #[serde(default)]
    pub card: u64,
    /// A fingerprint of the banner; 0: nobody knows what it shows.
    #[serde(default)]
    pub banner: u64,
    /// The tags of the room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// When the card or the banner was changed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Timestamp>,
    /// The room is closed, nobody but staff can open it, and they were told so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_stuck: bool,
    /// When the room was opened anew last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mended: Option<Timestamp>,
    /// What was said around the customer when they called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Said>,
    /// An address at which a person can read that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// One message, in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Whose it is.
    pub name: String,
    /// What it says, cut to one line.
    pub words: String,
}

impl Record for Shown {
    const COLLECTION: &'static str = "case_shown";
}

impl Shown {
    /// Nothing yet: a case that is about to be shown.
    pub(super) fn nothing(turn: &mut Turn<'_>) -> Self {
        Self { token: turn.token(), ..Self::default() }
    }

    /// Takes down what was said around the customer before they called. What was
    /// said in private is theirs until they agree that it is shown.
    pub(super) fn hear(&mut self, turn: &Turn<'_>, case: &Case) {
        let Some(leg) = case.customer_leg() else { return };
        if !self.said.is_empty() || (leg.is_private && !case.shares_talk) {
            return;
        }
        let place = leg.place.anchor();
        let mut heard = turn.heard(place);
        if leg.is_private {
            // They may agree long after they called.
            heard = turn.heard_in_private(place);
            heard.retain(|heard| heard.at <= case.opened);
        }
        heard.retain(|heard| case.opened.since(heard.at) <= SAID_AGE_MAX);
        let newest = heard.last().and_then(|heard| heard.message.id.as_ref());
        self.link = newest.and_then(|id| turn.link_to(place, id));
        let lines = heard.iter().map(|heard| Said {
            name: shown_name(&heard.actor),
            words: one_line(&heard.message.text, !heard.message.attachments.is_empty()),
        });
        let lines: Vec<_> = lines.filter(|said| !text::is_blank(&said.words)).collect();
        self.said = lines[lines.len().saturating_sub(SAID_MAX)..].to_vec();
    }
}

fn one_line(words: &Text, has_files: bool) -> String {
    let words = words.to_plain();
    let words = if has_files { format!("📎 {words}") } else { words };
    text::cleaned(&words, SAID_LEN_MAX)
}
