//! What a community can set about handoffs.

use serde::{Deserialize, Serialize};

use crate::time::{Holidays, Period, WorkingHours};

/// The section `handoff` of a community's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Words added when a customer has called a human.
    pub greeting: Option<String>,
    /// What of staff's words in a case's room goes out to the customer.
    pub relay: Relay,
    /// What kind of room a case gets.
    pub rooms: Rooms,
    /// Where a customer is talked with who calls a human among others.
    pub place: WhereTo,
    /// Whether the bot's answers carry a button that calls a human.
    pub talk_button: bool,
    /// When people work, in the community's time zone; without any hours: always.
    pub working_hours: WorkingHours,
    /// The days on which nobody works.
    pub holidays: Holidays,
    /// How much working time a customer's first words may wait for an answer
    /// before staff are reminded.
    pub first_answer: Period,
    /// The same, of what they say after the first answer.
    pub next_answer: Period,
    /// After how much working time more of staff are reminded, if still nobody
    /// has answered.
    pub escalate: Period,
    /// How long a customer may be silent after staff's last words, until their
    /// case is closed.
    pub close_after: Period,
    /// How long before that they are told.
    pub warn_before: Period,
}

/// What of staff's words in a case's room goes out to the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relay {
    /// What is meant for the customer: a `/reply`, the *Reply* button's form, an
    /// answer to something the customer said.
    #[default]
    Explicit,
    /// Everything but notes, what begins with `//`, and answers to each other.
    All,
}

/// What kind of room a case gets, where its platform has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rooms {
    /// A thread that starts from the card, else a topic.
    #[default]
    Thread,
    /// A thread that only those in it see.
    Private,
    /// A post in a forum.
    Post,
}

/// Where a customer is talked with who calls a human among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhereTo {
    /// The customer chooses with a button.
    #[default]
    Ask,
    /// Where they called.
    Here,
    /// In private.
    Private,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            greeting: None,
            relay: Relay::default(),
            rooms: Rooms::default(),
            place: WhereTo::default(),
            talk_button: true,
            working_hours: WorkingHours::default(),
            holidays: Holidays::default(),
            first_answer: Period::minutes(15),
            next_answer: Period::minutes(30),
            escalate: Period::minutes(30),
            close_after: Period::minutes(7 * 24 * 60),
            warn_before: Period::minutes(24 * 60),
        }
    }
}

impl Settings {
    /// What is wrong with them, each in a sentence that says what to write.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let (close, warn) = (self.close_after.get(), self.warn_before.get());
        if close.zip(warn).is_some_and(|(close, warn)| warn >= close) {
            problems.push("`warn_before`: it must be shorter than `close_after`".to_owned());
        }
        problems
    }
}

impl fireside_core::Settings for Settings {
    const SECTION: &'static str = "handoff";
}
