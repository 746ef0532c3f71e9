//! The polls the bot sent: votes come back with a poll's id alone, which this
//! brings back to the poll's message.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::address::Address;

/// How many polls are remembered: the votes of older ones are not heard.
const REMEMBERED_MAX: usize = 256;

/// A poll the bot sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SentPoll {
    /// What its votes are known by.
    pub(crate) poll: String,
    /// The chat.
    pub(crate) chat: i64,
    /// The topic.
    pub(crate) thread: Option<i32>,
    /// The message.
    pub(crate) message: i32,
}

impl SentPoll {
    /// The poll `poll` in the message `message` at `at`.
    pub(crate) fn new(poll: String, at: Address, message: i32) -> Self {
        Self { poll, chat: at.chat.0, thread: at.thread.map(|thread| thread.0.0), message }
    }
}

/// The newest polls the bot sent.
#[derive(Debug, Default)]
pub(crate) struct Polls {
    newest: Mutex<Newest>,
    added: Notify,
}

#[derive(Debug, Default)]
struct Newest {
    polls: VecDeque<SentPoll>,
    /// How many polls were ever remembered.
    count: u64,
    /// How many had been when they were last kept.
    kept_count: u64,
}

/// What is remembered and not kept yet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unkept {
    /// What is to be kept.
    pub(crate) bytes: Vec<u8>,
    count: u64,
}

impl Polls {
    /// Remembers a poll that was sent.
    pub(crate) fn remember(&self, poll: SentPoll) {
        let mut newest = self.lock();
        if newest.polls.len() >= REMEMBERED_MAX {
            newest.polls.pop_front();
        }
        newest.polls.push_back(poll);
        newest.count += 1;
        drop(newest);
        self.added.notify_one();
    }

    /// Waits until a poll is remembered.
    pub(crate) async fn added(&self) {
        self.added.notified().await;
    }

    /// The poll that is known by `poll`.
    pub(crate) fn find(&self, poll: &str) -> Option<SentPoll> {
        self.lock().polls.iter().rev().find(|sent| sent.poll == poll).cloned()
    }

    /// What is remembered, to be kept over a restart; `None` where nothing was
    /// added since it was last kept.
    pub(crate) fn unkept(&self) -> Option<Unkept> {
        let newest = self.lock();
        if newest.count == newest.kept_count {
            return None;
        }
        let bytes = serde_json::to_vec(&newest.polls).ok()?;
        Some(Unkept { bytes, count: newest.count })
    }

    /// Notes that this was kept.
    pub(crate) fn kept(&self, kept: &Unkept) {
        self.lock().kept_count = kept.count;
    }

    /// Puts what was kept back, before what was remembered since: as much as
    /// there is room for. What can't be read is forgotten: the votes of those
    /// polls are then not heard.
    pub(crate) fn restore(&self, kept: &[u8]) {
        match serde_json::from_slice::<VecDeque<SentPoll>>(kept) {
            Ok(mut kept) => {
                let mut newest = self.lock();
                kept.retain(|old| newest.polls.iter().all(|known| known.poll != old.poll));
                kept.append(&mut newest.polls);
                kept.drain(..kept.len().saturating_sub(REMEMBERED_MAX));
                newest.polls = kept;
            }
            Err(error) => tracing::warn!(%error, "the remembered polls can't be read"),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Newest> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use teloxide::types::ChatId;

    use super::*;

    fn sent(poll: &str, message: i32) -> SentPoll {
        SentPoll::new(poll.to_owned(), Address { chat: ChatId(-100), thread: None }, message)
    }

    #[test]
    fn a_poll_is_found_by_its_id_after_a_restart() {
        let polls = Polls::default();
        polls.remember(sent("1", 5));
        let kept = polls.unkept().expect("something new").bytes;
        let restored = Polls::default();
        restored.remember(sent("2", 6));
        restored.restore(&kept);
        assert_eq!(restored.find("1").map(|sent| sent.message), Some(5));
        assert_eq!(restored.find("2").map(|sent| sent.message), Some(6));
        restored.restore(b"torn");
        assert!(restored.find("1").is_some());
    }

    #[test]
    fn what_could_not_be_kept_is_kept_the_next_time() {
        let polls = Polls::default();
        polls.remember(sent("1", 5));
        let first = polls.unkept().expect("something new");
        assert_eq!(polls.unkept().as_ref(), Some(&first));
        polls.remember(sent("2", 6));
        polls.kept(&first);
        let second = polls.unkept().expect("something newer");
        polls.kept(&second);
        assert_eq!(polls.unkept(), None);
    }

    #[test]
    fn restoring_again_leaves_no_poll_twice_and_not_too_many() {
        let polls = Polls::default();
        for number in 0..REMEMBERED_MAX {
            polls.remember(sent(&number.to_string(), 1));
        }
        let kept = polls.unkept().expect("something new").bytes;
        polls.restore(&kept);
        assert_eq!(polls.lock().polls.len(), REMEMBERED_MAX);
        let once = Polls::default();
        once.restore(br#"[{"poll":"1","chat":-100,"thread":null,"message":5}]"#);
        once.restore(br#"[{"poll":"1","chat":-100,"thread":null,"message":5}]"#);
        assert_eq!(once.lock().polls.len(), 1);
        let restored = Polls::default();
        restored.remember(sent("new", 2));
        restored.restore(&kept);
        assert_eq!(restored.lock().polls.len(), REMEMBERED_MAX);
        assert_eq!(restored.find("0"), None);
        assert!(restored.find("1").is_some() && restored.find("new").is_some());
    }

    #[test]
    fn the_memory_is_bounded() {
        let polls = Polls::default();
        for number in 0..1_000 {
            polls.remember(sent(&number.to_string(), number));
        }
        assert_eq!(polls.find("0"), None);
        assert!(polls.find("999").is_some());
    }
}
