//! Deliveries: effects on their way, and what came of them.

use serde::{Deserialize, Serialize};

use crate::effect::Effect;
use crate::ids::{CommunityId, DeliveryId, LaneId, MessageId};
use crate::outgoing::Voice;
use crate::place::Place;
use crate::time::Timestamp;

/// What a feature calls something it will hear of again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tag {
    /// The feature.
    pub feature: String,
    /// What it is: `card`, `room`, `reminder`, …
    pub label: String,
    /// Which one: a case's number, say.
    pub subject: String,
}

impl Tag {
    /// A tag of `feature`.
    pub fn new(feature: &str, label: &str, subject: impl ToString) -> Self {
        Self { feature: feature.to_owned(), label: label.to_owned(), subject: subject.to_string() }
    }
}

/// Stands between the things that a delivery is about.
pub(crate) const BETWEEN_SUBJECTS: char = '\n';

/// One effect on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// What it is known by.
    pub id: DeliveryId,
    /// Whose it is.
    pub community: CommunityId,
    /// The lane of the turn that asked for it, which its receipt goes back to.
    pub lane: LaneId,
    /// What to do.
    pub effect: Effect,
    /// On whose behalf.
    pub voice: Voice,
    /// What the feature calls it; its receipt comes back as an event if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Tag>,
    /// What it is about, each thing in a line: deliveries are withdrawn by them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Its feature is told if it has to wait, where it has a tag.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tells_delay: bool,
    /// Where it waits, it may be said in one message with others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub joins: bool,
    /// When the turn asked for it.
    pub at: Timestamp,
}

/// Which unsent deliveries a turn takes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// What they are about.
    pub subject: String,
    /// On whose behalf; `None`: anybody's.
    pub voice: Option<Voice>,
}

impl Withdrawal {
    /// Whether it takes `delivery` back.
    pub fn covers(&self, delivery: &Delivery) -> bool {
        self.takes(delivery.subject.as_deref(), delivery.voice)
    }

    /// Whether it takes back what is about `subject` on behalf of `voice`.
    pub fn takes(&self, subject: Option<&str>, voice: Voice) -> bool {
        let is_about = |subject: &str| subject.split(BETWEEN_SUBJECTS).any(|one| one == self.subject);
        subject.is_some_and(is_about) && self.voice.is_none_or(|own| own == voice)
    }
}

/// What a platform said about a delivery that succeeded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Receipt {
    /// The message it made: of several, the one that holds the buttons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// The other messages it made, where the platform needs several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_messages: Vec<MessageId>,
    /// The room it opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// An address at which a person can open what it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The message says the words of other deliveries too: changing or removing
    /// it would touch theirs. What refers to it for that is not done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_shared: bool,
    /// It may have been done twice: an earlier attempt ended without an answer.
    #[serde(default)]
    pub ambiguous: bool,
}

/// How a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryOutcome {
    /// It was done.
    Delivered(Receipt),
    /// It could not be done and will not be tried again.
    Undeliverable {
        /// What stood in the way.
        obstacle: Obstacle,
        /// Why, for staff to read.
        why: String,
    },
    /// It was taken back before it was sent.
    Withdrawn,
}

/// What stood in a delivery's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// The place or message is not there any more.
    Gone,
    /// The room is closed and the bot may not open it: a person can.
    Closed,
    /// The account or place can't be reached: blocked, closed, or left.
    Unreachable,
    /// The platform does not take it.
    Refused,
}
