//! Decide, load, commit, decide again: how one event comes to its end.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use fireside_core::key::Key;
use fireside_core::ports::{CommitError, InboxError, StoreError, Write};
use fireside_core::turn::TurnError;
use fireside_core::{Answer, Decided, Input, Interrupt, LaneId, Privacy};
use tracing::{Instrument, debug, debug_span, warn};

use crate::inbox::not_stored;
use crate::index::Touched;
use crate::lanes::Job;
use crate::loaded::Loaded;
use crate::shared::Shared;

/// The collection of marks that say an event was decided.
pub(crate) const SEEN: &str = "seen";
/// A decision that lost this many races is taken for one that can't be made.
const CONFLICTS_MAX: u32 = 100;

/// What became of a commit.
enum Settled {
    Done(Option<Answer>),
    /// What was read has changed since.
    Conflict,
}

/// Why one attempt at deciding ended.
enum Failure {
    Store(StoreError),
    Event(String),
}

impl Shared {
    /// Decides a job's event and tells whoever waits for it.
    pub(crate) async fn settle(self: &Arc<Self>, lane: &LaneId, mut job: Job) {
        let done = job.done.take();
        let span = debug_span!(
            "event",
            event_id = %job.event.id,
            conversation = %lane,
            community = %job.community.id,
            platform = %job.event.place.platform,
        );
        let settled = if self.halted.is_cancelled() {
            Err(InboxError::Closed)
        } else {
            self.decide(lane, &job).instrument(span).await
        };
        if let Some(done) = done {
            // Nobody waits any more when the adapter has stopped.
            let _ = done.send(settled);
        }
        drop(job.permit);
    }

    async fn decide(self: &Arc<Self>, lane: &LaneId, job: &Job) -> Result<Option<Answer>, InboxError> {
        let mut loaded = Loaded::new(self);
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(not_stored)?;
        let (mut failures, mut conflicts) = (0, 0);
        loop {
            let failure = match self.decide_once(lane, job, seed, &loaded) {
                Ok(decided) => match self.commit(job, decided).await {
                    Ok(Settled::Done(answer)) => return Ok(answer),
                    Ok(Settled::Conflict) if conflicts < CONFLICTS_MAX => {
                        conflicts += 1;
                        self.stats.conflicts.one();
                        loaded.forget();
                        continue;
                    }
                    Ok(Settled::Conflict) => Failure::Event("it conflicts with every other".to_owned()),
                    Err(error) => Failure::Store(error),
                },
                Err(Interrupt::Missing(wanted)) => match loaded.load(wanted).await {
                    Ok(()) => continue,
                    Err(error) => Failure::Store(error),
                },
                Err(Interrupt::Failed(TurnError::Store(error))) => Failure::Store(error),
                Err(Interrupt::Failed(error)) => Failure::Event(error.to_string()),
            };
            let why = match failure {
                Failure::Store(error) => {
                    self.store_failed(&error.to_string());
                    return Err(not_stored(error));
                }
                Failure::Event(why) => why,
            };
            failures += 1;
            if failures >= self.options.tries_max {
                self.quarantine(job, why).await.map_err(not_stored)?;
                return Ok(self.apology(job));
            }
            warn!(attempt = failures, why, "an event could not be decided");
            loaded.forget();
        }
    }

    /// What somebody hears who waits for an answer that can't be given.
    fn apology(&self, job: &Job) -> Option<Answer> {
        job.event.reply.as_ref()?;
        let phrases = self.engine.phrases();
        let locale = phrases.choose(job.event.locale.as_deref(), &job.community.locale);
        let words = phrases.say(locale, "went-wrong", &[]);
        Some(Answer::Say { content: Box::new(words.into()), privacy: Privacy::Private })
    }

    /// One decision, shielded: a feature that panics fails this event alone.
    fn decide_once(
        &self,
        lane: &LaneId,
        job: &Job,
        seed: [u8; 32],
        loaded: &Loaded<'_>,
    ) -> Result<Decided, Interrupt> {
        let input = Input {
            community: &job.community,
            event: &job.event,
            lane,
            now: self.clock.now(),
            seed,
            source: loaded,
        };
        catch_unwind(AssertUnwindSafe(|| self.engine.decide(input))).unwrap_or_else(|panic| {
            Err(Interrupt::Failed(TurnError::Panic { what: panic_text(panic.as_ref()) }))
        })
    }

    /// Commits what was decided in one batch, and sets off what follows from it.
    async fn commit(self: &Arc<Self>, job: &Job, decided: Decided) -> Result<Settled, StoreError> {
        if decided.is_idle() {
            self.stats.idle.one();
            self.forget_journaled(job).await?;
            return Ok(Settled::Done(decided.answer));
        }
        let Decided { mut batch, deliveries, withdrawals, bindings, timers, documents, answer } = decided;
        let community = &job.community.id;
        let seen = Key::new(community, SEEN, &job.event.id);
        let at = self.clock.now().as_millis().to_be_bytes().to_vec();
        batch.writes.push(Write::InsertUnique(seen.clone(), at));
        batch.writes.extend(job.journaled.clone().map(Write::Delete));
        let held = self.outbox.hold(community, &withdrawals);
        batch.writes.extend(held.keys().map(Write::Delete));
        let mut ended = self.ending_held(&held).await?;
        batch.writes.extend(ended.iter_mut().flat_map(|ending| std::mem::take(&mut ending.writes)));
        let rows = self.outbox.rows(deliveries);
        for row in &rows {
            batch.writes.push(row.write().map_err(|error| damaged(&error))?);
        }
        let touched = Touched::by(community, &job.event.id, &documents);
        if let Some(touched) = &touched {
            batch.writes.push(touched.write().map_err(|error| damaged(&error))?);
        }
        match self.store.commit(batch).await {
            Ok(()) => {
                self.stats.committed.one();
                if let Some(touched) = touched {
                    self.index.touched(touched);
                }
                self.lanes.rebind(community, bindings);
                self.timers.change(community, timers);
                self.stats.withdrawn.add(held.drop_rows());
                for ending in ended {
                    self.tell(ending);
                }
                self.deliver_rows(rows);
                Ok(Settled::Done(answer))
            }
            Err(CommitError::Taken { key }) if key == seen => {
                debug!("the event had been decided before");
                self.stats.duplicates.one();
                self.forget_journaled(job).await?;
                Ok(Settled::Done(None))
            }
            Err(CommitError::Conflict | CommitError::Taken { .. }) => Ok(Settled::Conflict),
            Err(CommitError::Store(error)) => Err(error),
        }
    }

    async fn forget_journaled(&self, job: &Job) -> Result<(), StoreError> {
        let Some(key) = job.journaled.clone() else { return Ok(()) };
        match self.journal.forget(key).await {
            Err(CommitError::Store(error)) => Err(error),
            _ => Ok(()),
        }
    }
}

fn damaged(error: &impl std::fmt::Display) -> StoreError {
    StoreError::Damaged { what: error.to_string() }
}

/// What a panic says of itself. A text made while running may quote what
/// somebody wrote: it stays out of the log and the store.
fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    panic.downcast_ref::<&str>().copied().unwrap_or("standard error says where").to_owned()
}
