//! Kinds: what sort of feedback it is.

use serde::{Deserialize, Serialize};

/// What sort of feedback it is, as its author sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something is broken.
    Bug,
    /// Something is missing.
    Idea,
    /// Something is good.
    Praise,
    /// Something is unclear.
    Question,
    /// Something is bad.
    Complaint,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Bug, Self::Idea, Self::Praise, Self::Question, Self::Complaint];

    /// Its name in forms, options, filters and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bug => "bug",
            Self::Idea => "idea",
            Self::Praise => "praise",
            Self::Question => "question",
            Self::Complaint => "complaint",
        }
    }

    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The phrase that names it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Bug => "feedback-kind-bug",
            Self::Idea => "feedback-kind-idea",
            Self::Praise => "feedback-kind-praise",
            Self::Question => "feedback-kind-question",
            Self::Complaint => "feedback-kind-complaint",
        }
    }
}
