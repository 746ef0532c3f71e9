//! Categories: what kind of feedback it is.

use serde::{Deserialize, Serialize};

/// What kind of feedback it is, as its author sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Something is broken.
    Bug,
    /// Something is missing.
    Idea,
    /// Something is good.
    Praise,
    /// Something is unclear.
    Question,
}

impl Category {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Bug, Self::Idea, Self::Praise, Self::Question];

    /// Its value in a form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bug => "bug",
            Self::Idea => "idea",
            Self::Praise => "praise",
            Self::Question => "question",
        }
    }

    /// The category with this value in a form.
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.as_str() == value)
    }

    /// The phrase that names it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Bug => "feedback-category-bug",
            Self::Idea => "feedback-category-idea",
            Self::Praise => "feedback-category-praise",
            Self::Question => "feedback-category-question",
        }
    }
}
