//! The committer: one thread that commits what waits, in groups of one flush each.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use fireside_core::ports::{Batch, CommitError, StoreError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::writer::Writer;

/// The most batches that wait; further ones wait for room.
const WAITING_LEN_MAX: usize = 1024;
/// The most batches of one group: reads wait while a group is applied.
const GROUP_LEN_MAX: usize = 128;
/// How long a lazy batch waits for a flush that something else asks for.
const LAZY_DELAY: Duration = Duration::from_millis(5);
/// How long lazy batches wait to be applied together with what is durable: sled
/// writes its log out for each group, however small.
const LAZY_LINGER: Duration = Duration::from_millis(2);
/// How long durable batches wait for more, when many came together last time.
const BUSY_LINGER: Duration = Duration::from_micros(250);
/// So many durable batches in one group are many.
const BUSY_LEN_MIN: usize = 4;

/// What a store has done since it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// Batches that were committed.
    pub commits: u64,
    /// Flushes that brought them to the disk.
    pub flushes: u64,
}

/// What the committer tells of itself.
#[derive(Debug, Default)]
pub(crate) struct Health {
    commits: AtomicU64,
    flushes: AtomicU64,
    /// Set when the disk refused: what is applied may then never get there.
    failure: OnceLock<StoreError>,
}

impl Health {
    pub(crate) fn stats(&self) -> Stats {
        Stats { commits: self.commits.load(Ordering::Relaxed), flushes: self.flushes.load(Ordering::Relaxed) }
    }

    /// Whether the store still keeps what it is given.
    ///
    /// # Errors
    /// From the first time that the disk refused.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        self.failure.get().map_or(Ok(()), |failure| Err(failure.clone()))
    }
}

/// The way to the committer's thread, which ends with it.
#[derive(Debug)]
pub(crate) struct Committer {
    requests: Option<Sender<Request>>,
    room: Arc<Semaphore>,
    thread: Option<JoinHandle<()>>,
}

type Answer = oneshot::Sender<Result<(), CommitError>>;

#[derive(Debug)]
struct Request {
    batch: Batch,
    answer: Answer,
    _room: OwnedSemaphorePermit,
}

impl Committer {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn start(writer: Writer, health: Arc<Health>) -> io::Result<Self> {
        let (sender, requests) = channel();
        let work = Work { requests, writer, health, unflushed_since: None, is_busy: false };
        let thread = Builder::new().name("fireside-store".to_owned()).spawn(move || work.run())?;
        let room = Arc::new(Semaphore::new(WAITING_LEN_MAX));
        Ok(Self { requests: Some(sender), room, thread: Some(thread) })
    }

    /// Commits a batch, with whatever waits beside it.
    ///
    /// # Errors
    /// When the batch was not committed.
    pub(crate) async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        let room = Arc::clone(&self.room).acquire_owned().await.map_err(|_| stopped())?;
        let (answer, answered) = oneshot::channel();
        let requests = self.requests.as_ref().ok_or_else(stopped)?;
        requests.send(Request { batch, answer, _room: room }).map_err(|_| stopped())?;
        answered.await.map_err(|_| stopped())?
    }
}

impl Drop for Committer {
    /// Waits until what was given is on disk.
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the store's committer panicked");
        }
    }
}

fn stopped() -> StoreError {
    StoreError::Unavailable { what: "the store's committer has stopped".to_owned() }
}

struct Work {
    requests: Receiver<Request>,
    writer: Writer,
    health: Arc<Health>,
    /// Since when something is staged or applied that is not on disk.
    unflushed_since: Option<Instant>,
    /// The last group was large: waiting a moment makes the next one so, too.
    is_busy: bool,
}

impl Work {
    fn run(mut self) {
        while let Some(first) = self.next() {
            self.commit_group(first);
        }
        self.flush_applied();
    }

    /// The next request; lazy batches are flushed when none comes in time.
    fn next(&mut self) -> Option<Request> {
        while let Some(since) = self.unflushed_since {
            let left = LAZY_DELAY.saturating_sub(since.elapsed());
            match self.requests.recv_timeout(left) {
                Ok(request) if !left.is_zero() => return Some(request),
                Ok(request) => {
                    self.flush_applied();
                    return Some(request);
                }
                Err(RecvTimeoutError::Timeout) => self.flush_applied(),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        self.requests.recv().ok()
    }

    /// Applies what waits, flushes once, answers all. A refusal too is answered
    /// behind the flush: what it was refused for may be acknowledged elsewhere.
    fn commit_group(&mut self, first: Request) {
        if self.is_busy {
            std::thread::sleep(BUSY_LINGER);
        }
        let (mut lazy, mut durable) = (Vec::new(), Vec::new());
        let apply_at = Instant::now() + LAZY_LINGER;
        let mut next = Some(first);
        while let Some(Request { batch, answer, _room }) = next {
            let answers = if batch.lazy { &mut lazy } else { &mut durable };
            answers.push((answer, self.stage(batch)));
            let is_full = lazy.len() + durable.len() >= GROUP_LEN_MAX;
            next = if is_full { None } else { self.company(durable.is_empty(), apply_at) };
        }
        if !durable.is_empty() {
            self.is_busy = durable.len() >= BUSY_LEN_MIN;
        }
        self.apply_staged();
        self.answer(lazy);
        if !durable.is_empty() {
            self.flush_applied();
            self.answer(durable);
        }
    }

    /// What else belongs to the group: what waits, and while all of it is lazy
    /// what comes until then.
    fn company(&self, all_lazy: bool, apply_at: Instant) -> Option<Request> {
        let left = apply_at.saturating_duration_since(Instant::now());
        match self.requests.try_recv() {
            Err(TryRecvError::Empty) if all_lazy => self.requests.recv_timeout(left).ok(),
            waiting => waiting.ok(),
        }
    }

    fn stage(&mut self, batch: Batch) -> Result<(), CommitError> {
        self.health.check()?;
        let changes = !batch.writes.is_empty();
        let result = self.writer.stage(batch);
        if changes && result.is_ok() {
            self.health.commits.fetch_add(1, Ordering::Relaxed);
            self.unflushed_since.get_or_insert_with(Instant::now);
        }
        result
    }

    fn apply_staged(&mut self) {
        if self.health.check().is_ok()
            && let Err(error) = self.writer.apply()
        {
            self.fail(error);
        }
    }

    /// Answers what was found, while the disk takes what it is given.
    fn answer(&self, answers: Vec<(Answer, Result<(), CommitError>)>) {
        for (answer, result) in answers {
            let result = self.health.check().map_err(CommitError::from).and(result);
            let _ = answer.send(result);
        }
    }

    fn flush_applied(&mut self) {
        if self.unflushed_since.take().is_none() || self.health.check().is_err() {
            return;
        }
        match self.writer.flush() {
            Ok(()) => {
                self.health.flushes.fetch_add(1, Ordering::Relaxed);
            }
            Err(error) => self.fail(error),
        }
    }

    /// Nothing is acknowledged after this: a disk that refused a flush may have
    /// dropped what it held, and says so only once.
    fn fail(&self, error: StoreError) {
        tracing::error!(%error, "the store can't be written; it takes nothing more");
        let _ = self.health.failure.set(error);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Rows;
    use crate::writer::Flush;
    use fireside_core::key::Key;
    use fireside_core::ports::Write;

    fn committer(flush: Flush) -> (Committer, Arc<Health>) {
        let db = sled::Config::new().temporary(true).flush_every_ms(None).open().unwrap();
        let writer = Writer::new(Arc::new(Rows::new(db)), flush).unwrap();
        let health = Arc::new(Health::default());
        (Committer::start(writer, Arc::clone(&health)).unwrap(), health)
    }

    fn put(name: &str, lazy: bool) -> Batch {
        let key = Key::new(&"acme".into(), "x", name);
        Batch { writes: vec![Write::Put(key, b"value".to_vec())], lazy, ..Batch::default() }
    }

    fn refusing() -> Flush {
        Box::new(|_| Err(StoreError::Unavailable { what: "no space left".to_owned() }))
    }

    #[tokio::test]
    async fn nothing_is_acknowledged_once_a_flush_was_refused() {
        let (committer, health) = committer(refusing());
        for name in ["first", "second"] {
            let answer = committer.commit(put(name, false)).await;
            assert!(matches!(answer, Err(CommitError::Store(StoreError::Unavailable { .. }))), "{answer:?}");
        }
        assert!(health.check().is_err());
        assert_eq!(health.stats().flushes, 0);
    }

    #[tokio::test]
    async fn a_lazy_batch_is_answered_before_its_flush() {
        let (committer, _) = committer(refusing());
        assert!(committer.commit(put("lazy", true)).await.is_ok());
    }

    #[tokio::test]
    async fn what_was_given_is_flushed_before_the_committer_ends() {
        let (committer, health) = committer(Box::new(|_| Ok(())));
        committer.commit(put("lazy", true)).await.unwrap();
        drop(committer);
        assert_eq!(health.stats(), Stats { commits: 1, flushes: 1 });
    }

    #[tokio::test]
    async fn a_lazy_batch_is_flushed_on_its_own_when_nothing_follows() {
        let (flushed, was_flushed) = oneshot::channel();
        let mut flushed = Some(flushed);
        let (committer, _) = committer(Box::new(move |_| {
            flushed.take().map(|flushed| flushed.send(()));
            Ok(())
        }));
        committer.commit(put("lazy", true)).await.unwrap();
        assert_eq!(was_flushed.await, Ok(()));
    }

    #[tokio::test]
    async fn an_empty_batch_waits_until_what_is_seen_is_on_disk() {
        let (committer, health) = committer(Box::new(|_| Ok(())));
        committer.commit(put("lazy", true)).await.unwrap();
        committer.commit(Batch::default()).await.unwrap();
        assert_eq!(health.stats(), Stats { commits: 1, flushes: 1 });
    }

    #[tokio::test]
    async fn a_taken_key_is_told_only_when_the_taker_is_on_disk() {
        let (committer, health) = committer(refusing());
        let key = Key::new(&"acme".into(), "x", "mark");
        let mark = |lazy| Batch {
            writes: vec![Write::InsertUnique(key.clone(), Vec::new())],
            lazy,
            ..Batch::default()
        };
        committer.commit(mark(true)).await.unwrap();
        let answer = committer.commit(mark(false)).await;
        assert!(matches!(answer, Err(CommitError::Store(StoreError::Unavailable { .. }))), "{answer:?}");
        assert!(health.check().is_err());
    }
}
