//! What the bot says: neutral content that each adapter renders in its own way.

use serde::{Deserialize, Serialize};

use crate::delivery::MessageRef;
use crate::form::ShownForm;
use crate::text::Text;

/// On whose behalf something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The bot, of its own accord: withdrawn when a human takes over.
    Bot,
    /// A member of staff.
    Staff,
    /// A customer.
    Customer,
    /// The service, about itself: what was opened, closed, not delivered.
    System,
}

/// Something to be said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outgoing {
    /// The words.
    pub text: Text,
    /// Whose words they are, shown above or beside them: a plain name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Rows of buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Vec<Button>>,
    /// The message it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<MessageRef>,
    /// An answer is expected: where the bot hears only what is addressed to
    /// it, the platform is asked to make the next words a reply.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
}

impl Outgoing {
    /// Words alone.
    pub fn of(text: impl Into<Text>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// With the name of whose words they are.
    #[must_use]
    pub fn author(mut self, name: impl Into<String>) -> Self {
        self.author = Some(name.into());
        self
    }

    /// With one more row of buttons.
    #[must_use]
    pub fn row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.buttons.push(buttons);
        }
        self
    }

    /// As an answer to a message.
    #[must_use]
    pub fn reply_to(mut self, message: Option<MessageRef>) -> Self {
        self.reply_to = message;
        self
    }
}

impl From<&str> for Outgoing {
    fn from(text: &str) -> Self {
        Self::of(text)
    }
}

impl From<String> for Outgoing {
    fn from(text: String) -> Self {
        Self::of(text)
    }
}

impl From<Text> for Outgoing {
    fn from(text: Text) -> Self {
        Self::of(text)
    }
}

/// A button below a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What is written on it.
    pub label: String,
    /// What it does.
    pub target: ButtonTarget,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonTarget {
    /// It comes back as a press with this data: at most 64 bytes.
    Press(String),
    /// It opens an address.
    Link(String),
}

/// What the one who asked gets at once.
///
/// An answer travels back with the commit; a crash drops it, never the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Words.
    Say {
        /// What is said.
        content: Box<Outgoing>,
        /// Who can see it.
        privacy: Privacy,
    },
    /// A form opens.
    Open(Box<ShownForm>),
}

/// Who can see an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Privacy {
    /// The one who asked, alone. It never falls back to a public place.
    Private,
    /// Everybody in the place.
    Public,
}
