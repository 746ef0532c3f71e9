//! One attempt at a delivery, and what is done after an error.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use fireside_core::ports::{Adapter, CommitError, DeliveryError, Notice, Scope};
use fireside_core::{Delivery, DeliveryOutcome, Effect, Obstacle, Place, Receipt, Timestamp};
use tracing::{Instrument, debug_span, warn};

use super::joining::Run;
use super::row::Row;
use crate::shared::Shared;

/// The first wait after an error that names none; it doubles with each.
const BACKOFF_MIN: Duration = Duration::from_secs(1);
/// The longest such wait.
const BACKOFF_MAX: Duration = Duration::from_mins(1);

/// How much longer an attempt may take for each file it brings.
const FILE_PATIENCE: Duration = Duration::from_mins(2);
/// What shows for a moment is not worth doing after it.
const MOMENT: Duration = Duration::from_secs(10);

/// Whether it shows for a moment and leaves nothing.
fn is_momentary(effect: &Effect) -> bool {
    matches!(effect, Effect::Type { .. })
}

fn is_stale(delivery: &Delivery, now: Timestamp) -> bool {
    is_momentary(&delivery.effect) && now.since(delivery.at) > MOMENT
}

/// What a delivery waits for when one of these was told to wait.
pub(super) fn scopes(delivery: &Delivery) -> [String; 3] {
    [Scope::Destination, Scope::Route, Scope::All].map(|scope| name(scope, delivery))
}

fn name(scope: Scope, delivery: &Delivery) -> String {
    let place = delivery.effect.destination();
    match scope {
        Scope::Destination => format!("destination {place}"),
        Scope::Route => format!("route {} {place}", delivery.effect.kind()),
        Scope::All => format!("platform {}", place.platform),
    }
}

/// So many attempts without an answer, made by one process, are enough.
const UNANSWERED_CALLS_MAX: u8 = 2;
/// So many tries over restarts, each after one that may have been made, are
/// enough. The first mark is set with the commit, before any attempt: one of
/// them may stand for nothing.
const DOUBTS_MAX: u8 = 2;

/// How an attempt ended.
enum Tried {
    /// The platform answered, or never will.
    Answered(Result<Receipt, DeliveryError>),
    /// It was made as often as it may be without an answer.
    Exhausted,
    /// What shows for a moment came too late for it.
    Stale,
    /// Some of it was withdrawn before it was made.
    Withdrawn,
}

impl Shared {
    /// Tries rows that were taken from their queue, of which `said` is what
    /// they say together; they come to their end or go back.
    pub(super) async fn attempt(
        self: &Arc<Self>,
        adapter: &dyn Adapter,
        place: &Place,
        mut run: Run,
        said: Arc<Delivery>,
    ) -> Result<(), CommitError> {
        let span = debug_span!(
            "delivery",
            delivery_id = %said.id,
            community = %said.community,
            platform = %place.platform,
            attempt = run.head.failures + 1,
            joined = run.others.len(),
        );
        let tried = self.tried(adapter, &mut run, &said).instrument(span).await?;
        let outcome = match tried {
            Tried::Answered(Ok(mut receipt)) => {
                receipt.ambiguous |= run.head.doubts > 0;
                receipt.is_shared |= !run.others.is_empty();
                receipt.place = receipt.place.map(|place| self.addresses.name(place));
                DeliveryOutcome::Delivered(receipt)
            }
            Tried::Answered(Err(error)) => return self.after_error(place, run, &said, error).await,
            Tried::Exhausted => {
                let why = "it was refused: it was sent twice and never answered; it may be there".to_owned();
                DeliveryOutcome::Undeliverable { obstacle: Obstacle::Refused, why }
            }
            Tried::Stale => DeliveryOutcome::Withdrawn,
            Tried::Withdrawn => return self.put_back(place, run).await,
        };
        self.end_run(&run, &said, &outcome).await
    }

    async fn tried(
        &self,
        adapter: &dyn Adapter,
        run: &mut Run,
        delivery: &Delivery,
    ) -> Result<Tried, CommitError> {
        let slot = match self.outbox.slots.get(&adapter.platform()) {
            Some(slots) => slots.acquire().await.ok(),
            None => None,
        };
        if is_stale(delivery, self.clock.now()) {
            return Ok(Tried::Stale);
        }
        let files = delivery.effect.content().map_or(0, |content| content.files.len());
        let limit = self.options.delivery_timeout
            + FILE_PATIENCE.saturating_mul(u32::try_from(files).unwrap_or(u32::MAX));
        if run.head.unanswered
            && let Some(tried) = self.look_for(adapter, run, delivery, limit).await?
        {
            return Ok(tried);
        }
        let delivery = self.addresses.addressed(delivery);
        // Nothing waits between this look and the call: what a claim withdrew is not said after it.
        if run.rows().any(|row| self.outbox.queues.is_withdrawn(row)) {
            return Ok(Tried::Withdrawn);
        }
        let tried = tokio::time::timeout(limit, shielded(adapter.deliver(&delivery, self))).await;
        drop(slot);
        Ok(Tried::Answered(match tried.unwrap_or_else(|_| Err(unanswered_for(limit))) {
            Err(DeliveryError::Moved { to }) if to.parent() == delivery.effect.destination().parent() => {
                Err(DeliveryError::Refused { why: format!("the place has moved to where it is: {to}") })
            }
            tried => tried,
        }))
    }

    /// Looks for what an attempt did that ended without an answer; `None`: it
    /// is to be made again.
    async fn look_for(
        &self,
        adapter: &dyn Adapter,
        run: &mut Run,
        delivery: &Delivery,
        limit: Duration,
    ) -> Result<Option<Tried>, CommitError> {
        let addressed = self.addresses.addressed(delivery);
        match tokio::time::timeout(limit, adapter.reconcile(&addressed)).await {
            Ok(Ok(Some(receipt))) => return Ok(Some(Tried::Answered(Ok(receipt)))),
            Ok(Ok(None)) => {}
            Ok(Err(error)) => return Ok(Some(Tried::Answered(Err(error)))),
            Err(_) => return Ok(Some(Tried::Answered(Err(unanswered_for(limit))))),
        }
        // In the message of a row that is gone it is known to nobody.
        if adapter.shows_once(delivery) && run.head.said_with.is_none() {
            return Ok(None);
        }
        if run.head.unanswered_calls >= UNANSWERED_CALLS_MAX || run.head.doubts >= DOUBTS_MAX {
            return Ok(Some(Tried::Exhausted));
        }
        run.head.said_with = None;
        run.rows_mut().for_each(|row| row.doubts = row.doubts.saturating_add(1));
        self.stats.ambiguous.one();
        warn!("a delivery is done again that may have been done");
        self.rewrite(run.rows(), false).await?;
        run.rows_mut().for_each(|row| row.unanswered = false);
        Ok(None)
    }

    async fn after_error(
        self: &Arc<Self>,
        place: &Place,
        mut run: Run,
        said: &Delivery,
        error: DeliveryError,
    ) -> Result<(), CommitError> {
        run.head.failures += 1;
        let backoff = backoff(run.head.failures);
        let is_too_old = self.clock.now().since(said.at) > self.options.delivery_age_max;
        match error {
            DeliveryError::Retry { why, .. } | DeliveryError::Ambiguous { why } if is_too_old => {
                let outcome = DeliveryOutcome::Undeliverable { obstacle: Obstacle::Unreachable, why };
                return self.end_head(place, run, said, &outcome).await;
            }
            _ if is_momentary(&said.effect) => {
                return self.end(&run.head, said, &DeliveryOutcome::Withdrawn).await;
            }
            DeliveryError::Retry { after, scope, .. } => {
                self.outbox.limiter.block(name(scope, said), after.unwrap_or(backoff));
                // It took no effect: a crash while it waits leaves nothing to look for.
                if !run.head.unanswered {
                    self.rewrite_unsaid(&mut run).await?;
                }
            }
            DeliveryError::Ambiguous { .. } => {
                run.rows_mut().for_each(|row| row.unanswered = true);
                run.head.unanswered_calls = run.head.unanswered_calls.saturating_add(1);
                self.outbox.limiter.block(name(Scope::Destination, said), backoff);
            }
            DeliveryError::Moved { to } => {
                self.addresses.learn(place, &to).await?;
                run.rows_mut().for_each(|row| row.attempting = false);
            }
            DeliveryError::Stop { why } => {
                let platform = place.platform.clone();
                self.notice(Notice::Trouble { platform, what: why });
                self.outbox.limiter.block(name(Scope::All, said), BACKOFF_MAX);
            }
            DeliveryError::Refused { .. } if !run.others.is_empty() => {
                // What is wrong with one of them is not wrong with the others.
                run.part();
                self.rewrite_unsaid(&mut run).await?;
            }
            error => {
                if let Some((obstacle, why)) = error.obstacle() {
                    let outcome = DeliveryOutcome::Undeliverable { obstacle, why: why.to_owned() };
                    return self.end_run(&run, said, &outcome).await;
                }
            }
        }
        self.put_back(place, run).await
    }

    /// Stores that nothing of a run was said.
    async fn rewrite_unsaid(&self, run: &mut Run) -> Result<(), CommitError> {
        run.rows_mut().for_each(|row| row.attempting = false);
        self.rewrite(run.rows(), true).await
    }

    /// Ends the first of a run; the others go on by themselves.
    async fn end_head(
        self: &Arc<Self>,
        place: &Place,
        run: Run,
        said: &Delivery,
        outcome: &DeliveryOutcome,
    ) -> Result<(), CommitError> {
        self.end(&run.head, said, outcome).await?;
        self.put_rows_back(place, run.others.into_iter()).await
    }

    async fn put_back(self: &Arc<Self>, place: &Place, run: Run) -> Result<(), CommitError> {
        self.put_rows_back(place, run.into_rows()).await
    }

    /// Puts rows back to be tried again, but for those withdrawn in between.
    async fn put_rows_back(
        self: &Arc<Self>,
        place: &Place,
        rows: impl DoubleEndedIterator<Item = Row>,
    ) -> Result<(), CommitError> {
        for row in rows.rev() {
            match self.outbox.queues.put_back(place, row) {
                Some(row) => self.end(&row, &row.delivery, &DeliveryOutcome::Withdrawn).await?,
                None => self.stats.retries.one(),
            }
        }
        Ok(())
    }
}

fn unanswered_for(limit: Duration) -> DeliveryError {
    DeliveryError::Ambiguous { why: format!("no answer within {} s", limit.as_secs()) }
}

/// An attempt, shielded: an adapter that panics has given no answer.
async fn shielded(
    attempt: impl Future<Output = Result<Receipt, DeliveryError>>,
) -> Result<Receipt, DeliveryError> {
    let mut attempt = pin!(attempt);
    let panicked = || Err(DeliveryError::Ambiguous { why: "the adapter panicked".to_owned() });
    poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| attempt.as_mut().poll(context)))
            .unwrap_or_else(|_| Poll::Ready(panicked()))
    })
    .await
}

fn backoff(failures: u32) -> Duration {
    BACKOFF_MIN.saturating_mul(1 << (failures.saturating_sub(1)).min(6)).min(BACKOFF_MAX)
}
