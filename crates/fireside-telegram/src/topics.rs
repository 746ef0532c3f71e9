//! The topics the bot opened, as their service messages told: where the answer
//! to opening one was lost, it is found again by its name.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// How many topics are remembered: far more than can be opened without an
/// answer at any one time.
const REMEMBERED_MAX: usize = 64;

/// A topic the bot opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OpenedTopic {
    /// The forum.
    pub(crate) chat: i64,
    /// The topic's name.
    pub(crate) name: String,
    /// The topic's id.
    pub(crate) thread: i32,
}

/// The newest topics the bot opened.
#[derive(Debug, Default)]
pub(crate) struct Topics {
    newest: Mutex<VecDeque<OpenedTopic>>,
}

impl Topics {
    /// Remembers a topic.
    pub(crate) fn remember(&self, topic: OpenedTopic) {
        let mut newest = self.lock();
        if newest.len() >= REMEMBERED_MAX {
            newest.pop_front();
        }
        newest.push_back(topic);
    }

    /// The newest topic of this name in `chat`.
    pub(crate) fn find(&self, chat: i64, name: &str) -> Option<OpenedTopic> {
        self.lock().iter().rev().find(|topic| topic.chat == chat && topic.name == name).cloned()
    }

    /// Forgets a topic that is gone: another of its name is not it.
    pub(crate) fn forget(&self, chat: i64, thread: i32) {
        self.lock().retain(|topic| (topic.chat, topic.thread) != (chat, thread));
    }

    /// What is remembered, to be kept over a restart.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(&*self.lock()).unwrap_or_default()
    }

    /// Puts what was kept back. What can't be read is forgotten: a topic is then
    /// opened a second time at worst.
    pub(crate) fn restore(&self, kept: &[u8]) {
        match serde_json::from_slice::<VecDeque<OpenedTopic>>(kept) {
            Ok(kept) => *self.lock() = kept,
            Err(error) => tracing::warn!(%error, "the remembered topics can't be read"),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<OpenedTopic>> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(name: &str, thread: i32) -> OpenedTopic {
        OpenedTopic { chat: -100, name: name.to_owned(), thread }
    }

    #[test]
    fn a_topic_is_found_by_its_name_in_its_chat() {
        let topics = Topics::default();
        topics.remember(topic("Case 1", 5));
        assert_eq!(topics.find(-100, "Case 1").map(|topic| topic.thread), Some(5));
        assert_eq!(topics.find(-101, "Case 1"), None);
        assert_eq!(topics.find(-100, "Case 2"), None);
        topics.forget(-100, 5);
        assert_eq!(topics.find(-100, "Case 1"), None);
    }

    #[test]
    fn the_memory_is_bounded_and_survives_a_restart() {
        let topics = Topics::default();
        for number in 0..1_000 {
            topics.remember(topic(&format!("Case {number}"), number));
        }
        let restored = Topics::default();
        restored.restore(&topics.to_bytes());
        assert_eq!(restored.find(-100, "Case 0"), None);
        assert_eq!(restored.find(-100, "Case 999").map(|topic| topic.thread), Some(999));
        restored.restore(b"torn");
        assert!(restored.find(-100, "Case 999").is_some());
    }
}
