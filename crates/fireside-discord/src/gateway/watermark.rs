//! How far everything taken in is committed: what may be saved, and no more.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use super::session::Session;

/// How many channels' last messages are remembered.
const CHANNELS_MAX: usize = 500;

/// What is committed once everything up to a ticket is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mark {
    /// The session, with the sequence of the frame.
    pub(crate) session: Option<Session>,
    /// A message that was heard: its channel and its id.
    pub(crate) heard: Option<(u64, u64)>,
}

/// The last message of each channel that needs no backfill.
pub(crate) type LastHeard = BTreeMap<u64, u64>;

/// Hands out a ticket for each thing taken in, in order, and knows up to which
/// all of them are done.
#[derive(Debug, Clone)]
pub(crate) struct Watermark(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    moved: Notify,
    failed: Notify,
}

#[derive(Debug)]
struct State {
    /// The number of the first open entry.
    first: u64,
    open: VecDeque<(Mark, bool)>,
    session: Option<Session>,
    last_heard: LastHeard,
}

impl Watermark {
    /// Begins where an earlier run had committed.
    pub(crate) fn starting_at(session: Option<Session>, last_heard: LastHeard) -> Self {
        let state = Mutex::new(State { first: 0, open: VecDeque::new(), session, last_heard });
        Self(Arc::new(Shared { state, moved: Notify::new(), failed: Notify::new() }))
    }

    /// Opens a ticket behind all that are open.
    pub(crate) fn ticket(&self, mark: Mark) -> Ticket {
        let mut state = self.lock();
        state.open.push_back((mark, false));
        let number = state.first + state.open.len() as u64 - 1;
        Ticket { number, watermark: self.clone(), is_done: false }
    }

    /// The session as far as it is committed.
    pub(crate) fn session(&self) -> Option<Session> {
        self.lock().session.clone()
    }

    /// The last message of each channel, as far as it is committed.
    pub(crate) fn last_heard(&self) -> LastHeard {
        self.lock().last_heard.clone()
    }

    /// From now on `channel` is in use: what is said after `message` must not be missed.
    pub(crate) fn listen(&self, channel: u64, message: u64) {
        let mut state = self.lock();
        state.last_heard.entry(channel).or_insert(message);
        trim(&mut state.last_heard);
    }

    /// `channel` is gone: there is nothing to be missed there.
    pub(crate) fn forget(&self, channel: u64) {
        self.lock().last_heard.remove(&channel);
    }

    /// Resolves when more has been committed than when it last did.
    pub(crate) async fn moved(&self) {
        self.0.moved.notified().await;
    }

    /// Resolves when something could not be committed.
    pub(crate) async fn failed(&self) {
        self.0.failed.notified().await;
    }

    fn done(&self, number: u64) {
        let mut state = self.lock();
        let Some(index) = number.checked_sub(state.first).and_then(|index| usize::try_from(index).ok())
        else {
            return;
        };
        if let Some(entry) = state.open.get_mut(index) {
            entry.1 = true;
        }
        let mut has_moved = false;
        while let Some((mark, true)) = state.open.front() {
            let Mark { session, heard } = mark.clone();
            state.open.pop_front();
            state.first += 1;
            has_moved = true;
            if let Some(session) = session {
                state.session = Some(session);
            }
            if let Some((channel, message)) = heard {
                let last = state.last_heard.entry(channel).or_default();
                *last = message.max(*last);
                trim(&mut state.last_heard);
            }
        }
        drop(state);
        if has_moved {
            self.0.moved.notify_one();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Forgets the channel that has been silent for longest.
fn trim(last_heard: &mut LastHeard) {
    if last_heard.len() > CHANNELS_MAX {
        let silent = last_heard.iter().min_by_key(|(_, message)| **message).map(|(channel, _)| *channel);
        silent.and_then(|channel| last_heard.remove(&channel));
    }
}

/// Something taken in that is not committed yet. Dropping it says that it could
/// not be: the watermark never passes it.
#[derive(Debug)]
#[must_use]
pub(crate) struct Ticket {
    number: u64,
    watermark: Watermark,
    is_done: bool,
}

impl Ticket {
    /// It is committed, or needed no commit.
    pub(crate) fn done(mut self) {
        self.is_done = true;
        self.watermark.done(self.number);
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if !self.is_done {
            self.watermark.0.failed.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::Timestamp;

    use super::*;

    fn at(sequence: u64) -> Mark {
        let session = Session {
            id: "abc".into(),
            sequence,
            resume_url: None,
            seen_until: Timestamp::default(),
            shards: 1,
        };
        Mark { session: Some(session), heard: Some((5, 100 + sequence)) }
    }

    fn sequence(watermark: &Watermark) -> Option<u64> {
        watermark.session().map(|session| session.sequence)
    }

    #[test]
    fn it_never_passes_what_is_open() {
        let watermark = Watermark::starting_at(None, LastHeard::new());
        let [one, two, three] = [1, 2, 3].map(|sequence| watermark.ticket(at(sequence)));
        three.done();
        two.done();
        assert_eq!(sequence(&watermark), None);
        assert!(watermark.last_heard().is_empty());
        one.done();
        assert_eq!(sequence(&watermark), Some(3));
        assert_eq!(watermark.last_heard()[&5], 103);
    }

    #[tokio::test]
    async fn it_never_passes_what_could_not_be_committed() {
        let watermark = Watermark::starting_at(None, LastHeard::new());
        let [one, two] = [1, 2].map(|sequence| watermark.ticket(at(sequence)));
        drop(one);
        two.done();
        watermark.failed().await;
        assert_eq!(sequence(&watermark), None);
    }

    #[test]
    fn the_channel_silent_for_longest_is_forgotten_first() {
        let watermark = Watermark::starting_at(None, LastHeard::new());
        for channel in 1..=CHANNELS_MAX as u64 + 1 {
            watermark.listen(channel, 10_000 - channel);
        }
        let last_heard = watermark.last_heard();
        assert_eq!(last_heard.len(), CHANNELS_MAX);
        assert!(!last_heard.contains_key(&(CHANNELS_MAX as u64 + 1)));
    }
}
