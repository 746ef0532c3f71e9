//! How much a case presses.

use serde::{Deserialize, Serialize};

/// How much a case presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// It can wait.
    Low,
    /// Like any other.
    #[default]
    Normal,
    /// Before others.
    High,
    /// Now.
    Urgent,
}

impl Priority {
    /// Every one, the least first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Urgent];

    /// The word that chooses it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Urgent => "urgent",
        }
    }

    /// The priority of this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.as_str() == word)
    }

    /// The phrase that names it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Low => "handoff-priority-low",
            Self::Normal => "handoff-priority-normal",
            Self::High => "handoff-priority-high",
            Self::Urgent => "handoff-priority-urgent",
        }
    }
}
