//! Statuses: how far an item is.

use serde::{Deserialize, Serialize};

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody has looked into it.
    Open,
    /// Somebody looks into it.
    UnderReview,
    /// It will be done.
    Planned,
    /// It is being done.
    Started,
    /// It is done, and customers have it.
    Shipped,
    /// It will not be done.
    Declined,
    /// Another item says the same.
    Duplicate,
}

impl Status {
    /// All of them, in the order in which an item goes through them.
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::UnderReview,
        Self::Planned,
        Self::Started,
        Self::Shipped,
        Self::Declined,
        Self::Duplicate,
    ];

    /// Its name in options, filters and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::UnderReview => "under_review",
            Self::Planned => "planned",
            Self::Started => "started",
            Self::Shipped => "shipped",
            Self::Declined => "declined",
            Self::Duplicate => "duplicate",
        }
    }

    /// The status of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }

    /// The phrase that names it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Open => "feedback-status-open",
            Self::UnderReview => "feedback-status-under-review",
            Self::Planned => "feedback-status-planned",
            Self::Started => "feedback-status-started",
            Self::Shipped => "feedback-status-shipped",
            Self::Declined => "feedback-status-declined",
            Self::Duplicate => "feedback-status-duplicate",
        }
    }

    /// Whether there is still something to come: others may join in.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Shipped | Self::Declined | Self::Duplicate)
    }
}
