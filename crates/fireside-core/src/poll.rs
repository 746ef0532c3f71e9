//! Polls: a question with options, and what came of it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::ids::MessageId;

/// The most options that a poll has on every platform. One with more is listed as words.
pub const OPTIONS_MAX: usize = 10;

/// A question with options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// What is asked.
    pub question: String,
    /// What can be chosen, 2–10.
    pub options: Vec<String>,
    /// More than one can be chosen.
    #[serde(default)]
    pub is_multiple: bool,
    /// It ends after so long, where the platform ends polls by itself: whole
    /// hours, 1–768 on one that counts in hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Duration>,
}

/// Somebody voted, changed or withdrew their vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollVote {
    /// The poll's message.
    pub message: MessageId,
    /// What changed.
    pub change: VoteChange,
}

/// How a vote changed. Options count from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteChange {
    /// These are what they choose now; empty: they withdrew it.
    Set(Vec<u32>),
    /// One more.
    Added(u32),
    /// One less.
    Removed(u32),
}

/// How a poll stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollTally {
    /// The poll's message.
    pub message: MessageId,
    /// How many chose each option, in the options' order.
    pub counts: Vec<u32>,
    /// Nobody can vote any more.
    pub is_closed: bool,
}
