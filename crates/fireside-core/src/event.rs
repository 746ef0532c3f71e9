//! What happened: the neutral form of a platform's update, of a receipt and of a timer.

use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::command::{Invocation, SuggestRequest};
use crate::delivery::{DeliveryOutcome, Tag};
use crate::form::Answers;
use crate::ids::{CommunityId, DeliveryId, EventId, LaneId, MessageId, TimerId};
use crate::message::Message;
use crate::place::{Audience, Place};
use crate::poll::{PollTally, PollVote};
use crate::time::Timestamp;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Stable when the platform tells it again, different for different things.
    pub id: EventId,
    /// Whose it is; `None` until the runtime has claimed it by its place.
    pub community: Option<CommunityId>,
    /// When it happened, by the platform's clock.
    pub at: Timestamp,
    /// Where.
    pub place: Place,
    /// Who else hears what is said there.
    pub audience: Audience,
    /// Who did it.
    pub actor: Actor,
    /// The actor's language, where the platform gave a hint (a BCP 47 tag).
    #[serde(default)]
    pub locale: Option<String>,
    /// What happened.
    pub kind: EventKind,
    /// How it can be answered directly, where the platform lets us.
    #[serde(default)]
    pub reply: Option<ReplyHandle>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Somebody said something.
    Message(Message),
    /// Somebody changed what they had said.
    Edited(Message),
    /// A message was removed.
    Deleted {
        /// The message.
        message: MessageId,
    },
    /// Somebody put a reaction on a message, or took one off.
    Reaction(Reaction),
    /// How many of each reaction a message has, where nobody says whose they are.
    ReactionCounts {
        /// The message.
        message: MessageId,
        /// Each emoji with its count.
        counts: Vec<(String, u32)>,
    },
    /// Somebody voted in a poll.
    PollVote(PollVote),
    /// A poll stands differently, or has ended.
    PollTally(PollTally),
    /// Somebody pinned a message.
    Pinned {
        /// The message.
        message: MessageId,
    },
    /// Somebody is writing.
    Typing,
    /// Somebody ran a command.
    Command(Invocation),
    /// Somebody writes a command, and wants to see what could be given.
    Suggest(SuggestRequest),
    /// Somebody pressed a button.
    Press(Press),
    /// Somebody sent a form in.
    Submit(Submission),
    /// An account came, went, or the bot itself was added or removed.
    Membership(Membership),
    /// A room was closed, opened again or removed by somebody on the platform.
    Room(RoomChange),
    /// A delivery has to wait.
    Delayed(DelayEvent),
    /// A delivery came to its end.
    Receipt(ReceiptEvent),
    /// A timer is due.
    Timer(TimerEvent),
}

/// A reaction that came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// The message it is on.
    pub message: MessageId,
    /// The emoji; one that only its platform knows, by its name between colons.
    pub emoji: String,
    /// What happened to it.
    pub change: ReactionChange,
}

/// What happened to a reaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReactionChange {
    /// The actor put it there.
    Added,
    /// The actor took their own off.
    Removed,
    /// Everybody's were taken off; an empty emoji stands for all there are.
    Cleared,
}

/// A press of a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Press {
    /// The data that came back with the button.
    pub data: String,
    /// The message the button is on, where the platform still shows it.
    pub message: Option<MessageId>,
}

/// A form, filled in and sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The token of the form as it was shown.
    pub token: String,
    /// What was filled in.
    pub answers: Answers,
}

/// Who came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// The actor came into the place.
    Joined,
    /// The actor left the place.
    Left,
    /// The bot was added to the place.
    BotAdded,
    /// The bot was removed from the place.
    BotRemoved,
    /// The actor's roles changed.
    RolesChanged,
}

/// What somebody did to a room on the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoomChange {
    /// It was closed or archived.
    Closed,
    /// It was opened again.
    Reopened,
    /// It is gone.
    Removed,
    /// It has a new address.
    Moved {
        /// The new address.
        to: Place,
    },
}

/// A delivery that has to wait, told to the feature that asked for it. It is a
/// hint: told at most once, before the end of the delivery, and not again after
/// a restart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelayEvent {
    /// The delivery.
    pub delivery: DeliveryId,
    /// What the feature called it.
    pub tag: Tag,
    /// The lane of the turn that asked for it.
    pub lane: LaneId,
}

/// The end of a delivery, told to the feature that asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptEvent {
    /// The delivery.
    pub delivery: DeliveryId,
    /// What the feature called it.
    pub tag: Tag,
    /// How it ended.
    pub outcome: DeliveryOutcome,
    /// The lane of the turn that asked for it.
    pub lane: LaneId,
}

/// A timer that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimerEvent {
    /// The timer.
    pub timer: TimerId,
    /// What the feature called it.
    pub tag: Tag,
    /// When it was due.
    pub due: Timestamp,
    /// It is late by more than a minute: what it declared for that case counts.
    pub missed: bool,
    /// The lane it belongs to.
    pub lane: LaneId,
}

/// How an event can be answered directly on its platform.
///
/// What the adapter needs for that (a token, say) stays with the adapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyHandle {
    /// The first answer must have left by then.
    pub respond_by: Timestamp,
    /// No answer can be given from then on.
    pub expires_at: Timestamp,
    /// The first answer may be a form.
    pub opens_forms: bool,
}

impl Event {
    /// The words of a message, or nothing.
    pub fn words(&self) -> Option<&Message> {
        match &self.kind {
            EventKind::Message(message) => Some(message),
            _ => None,
        }
    }
}
