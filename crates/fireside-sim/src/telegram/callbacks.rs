//! Presses of inline buttons and the bot's answers to them.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;

use super::queue::CALLBACK_TTL_MS;

/// How many presses are remembered.
const KEPT_MAX: usize = 10_000;

/// One press and what the bot answered to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Press {
    /// The callback query's id.
    pub id: String,
    /// The chat of the message with the button.
    pub chat: i64,
    /// The message with the button.
    pub message_id: i64,
    /// Who pressed.
    pub user: i64,
    /// The button's data.
    pub data: String,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// What the person was shown; none while the button still spins.
    pub answer: Option<PressAnswer>,
}

/// What a person sees after pressing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PressAnswer {
    /// The notice, 0–200 characters.
    pub text: String,
    /// The notice is a dialogue that must be closed.
    pub show_alert: bool,
    /// A link that opened.
    pub url: Option<String>,
}

/// The presses by id, the oldest forgotten beyond a bound.
#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    by_id: HashMap<String, Press>,
    order: VecDeque<String>,
    count: u64,
}

impl Callbacks {
    /// Notes a press and gives it its id.
    pub(crate) fn add(&mut self, press: Press) -> String {
        self.count += 1;
        // Telegram's ids are long decimal numbers.
        let id = (4_000_000_000_000_000_000 + self.count).to_string();
        if self.order.len() >= KEPT_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_id.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.by_id.insert(id.clone(), Press { id: id.clone(), ..press });
        id
    }

    /// Answers a press; false when it is unknown, too old or answered already.
    pub(crate) fn answer(&mut self, id: &str, answer: PressAnswer, now_ms: u64) -> bool {
        match self.by_id.get_mut(id) {
            Some(press) if press.answer.is_none() && now_ms < press.at_ms + CALLBACK_TTL_MS => {
                press.answer = Some(answer);
                true
            }
            _ => false,
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Press> {
        self.by_id.get(id)
    }

    /// Every press still remembered, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Press> {
        self.order.iter().filter_map(|id| self.by_id.get(id))
    }
}
