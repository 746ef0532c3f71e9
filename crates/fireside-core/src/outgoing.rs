//! What the bot says: neutral content that each adapter renders in its own way.

use serde::{Deserialize, Serialize};

use crate::command::Suggestion;
use crate::effect::MessageRef;
use crate::file::Attachment;
use crate::form::ShownForm;
use crate::poll::Poll;
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
    /// Whose words they are, shown above or beside them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// Files that go with the words, kept together where the platform does that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<CarriedFile>,
    /// Rows of buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Vec<Button>>,
    /// A menu to choose one thing from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub menu: Option<Menu>,
    /// A question everybody can vote on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poll: Option<Poll>,
    /// It is a card, that stays and is changed: set apart where that reads better.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_card: bool,
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
    pub fn author(mut self, author: impl Into<Author>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// With files.
    #[must_use]
    pub fn files(mut self, files: Vec<CarriedFile>) -> Self {
        self.files = files;
        self
    }

    /// As a card.
    #[must_use]
    pub fn card(mut self) -> Self {
        self.is_card = true;
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

    /// The most that its words, below whose they are, need of a platform's
    /// `text_len_max`.
    pub fn rendered_len_max(&self) -> usize {
        let author = self.author.as_ref().map(|author| Text::bold(author.name.as_str()).line(" "));
        author.map_or(0, |author| author.rendered_len_max()) + self.text.rendered_len_max()
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

/// Whose words something is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Their name: plain words.
    pub name: String,
    /// Where their picture is, if everybody may fetch it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
}

impl<T: Into<String>> From<T> for Author {
    fn from(name: T) -> Self {
        Self { name: name.into(), avatar_url: None }
    }
}

/// A file that is brought from one platform to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedFile {
    /// The file, where it is.
    pub attachment: Attachment,
    /// What is said in its stead where it can't be brought: it is too long, or gone.
    pub instead: Text,
}

/// A menu of which one thing can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Menu {
    /// What stands in it before anything is chosen: at most 150 characters.
    pub prompt: String,
    /// What can be chosen, 1–25. Each comes back as a press with its data.
    pub choices: Vec<MenuChoice>,
}

/// Something that can be chosen from a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuChoice {
    /// What is written on it.
    pub label: String,
    /// One line more about it, where the platform shows one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The data of its press: at most 64 bytes.
    pub data: String,
}

/// A button below a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What is written on it.
    pub label: String,
    /// What it does.
    pub target: ButtonTarget,
}

impl Button {
    /// The same button, that brings its presser into their private chat with
    /// the bot first: for a place among others.
    #[must_use]
    pub fn in_private(self) -> Self {
        let target = match self.target {
            ButtonTarget::Press(data) => ButtonTarget::Private(data),
            target => target,
        };
        Self { target, ..self }
    }
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonTarget {
    /// It comes back as a press with this data: at most 64 bytes.
    Press(String),
    /// It opens an address.
    Link(String),
    /// It brings the presser into a private chat with the bot, and comes back
    /// from there as a press with this data: at most 45 bytes.
    Private(String),
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
    /// What could be given for an option that is being written: at most 25.
    Suggest(Vec<Suggestion>),
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
