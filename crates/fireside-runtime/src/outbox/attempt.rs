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

impl Shared {
    /// Tries a row that was taken from its queue; it comes to its end or goes back.
    pub(super) async fn attempt(
        self: &Arc<Self>,
        adapter: &dyn Adapter,
        place: &Place,
        mut row: Row,
        delivery: Arc<Delivery>,
    ) -> Result<(), CommitError> {
        let span = debug_span!(
            "delivery",
            delivery_id = %delivery.id,
            community = %delivery.community,
            platform = %place.platform,
            attempt = row.failures + 1,
        );
        let tried = self.tried(adapter, &mut row, &delivery).instrument(span).await?;
        match tried {
            Some(Ok(mut receipt)) => {
                receipt.ambiguous |= row.doubts > 0;
                receipt.place = receipt.place.map(|place| self.addresses.name(place));
                self.end(&row, &delivery, DeliveryOutcome::Delivered(receipt)).await
            }
            Some(Err(error)) => self.after_error(place, row, &delivery, error).await,
            None => self.end(&row, &delivery, DeliveryOutcome::Withdrawn).await,
        }
    }

    /// What came of one attempt; `None`: it was withdrawn before it was made.
    async fn tried(
        &self,
        adapter: &dyn Adapter,
        row: &mut Row,
        delivery: &Delivery,
    ) -> Result<Option<Result<Receipt, DeliveryError>>, CommitError> {
        let slot = match self.outbox.slots.get(&adapter.platform()) {
            Some(slots) => slots.acquire().await.ok(),
            None => None,
        };
        if is_stale(delivery, self.clock.now()) {
            return Ok(None);
        }
        let files = delivery.effect.content().map_or(0, |content| content.files.len());
        let limit = self.options.delivery_timeout
            + FILE_PATIENCE.saturating_mul(u32::try_from(files).unwrap_or(u32::MAX));
        let unanswered =
            |_| DeliveryError::Ambiguous { why: format!("no answer within {} s", limit.as_secs()) };
        if row.unanswered {
            match tokio::time::timeout(limit, adapter.reconcile(&self.addresses.addressed(delivery))).await {
                Ok(Ok(Some(receipt))) => return Ok(Some(Ok(receipt))),
                Ok(Ok(None)) => {}
                Ok(Err(error)) => return Ok(Some(Err(error))),
                Err(late) => return Ok(Some(Err(unanswered(late)))),
            }
            if !adapter.shows_once(delivery) {
                if row.unanswered_calls >= UNANSWERED_CALLS_MAX || row.doubts >= DOUBTS_MAX {
                    let why = "it was sent twice and never answered; it may be there".to_owned();
                    return Ok(Some(Err(DeliveryError::Refused { why })));
                }
                row.doubts += 1;
                self.stats.ambiguous.one();
                warn!("a delivery is done again that may have been done");
                self.rewrite(row, false).await?;
                row.unanswered = false;
            }
        }
        let delivery = self.addresses.addressed(delivery);
        // Nothing waits between this look and the call: what a claim withdrew is not said after it.
        if self.outbox.queues.is_withdrawn(row) {
            return Ok(None);
        }
        let tried = tokio::time::timeout(limit, shielded(adapter.deliver(&delivery, self))).await;
        drop(slot);
        Ok(Some(match tried.unwrap_or_else(|late| Err(unanswered(late))) {
            Err(DeliveryError::Moved { to }) if to.parent() == delivery.effect.destination().parent() => {
                Err(DeliveryError::Refused { why: format!("the place has moved to where it is: {to}") })
            }
            tried => tried,
        }))
    }

    async fn after_error(
        self: &Arc<Self>,
        place: &Place,
        mut row: Row,
        delivery: &Delivery,
        error: DeliveryError,
    ) -> Result<(), CommitError> {
        row.failures += 1;
        let backoff = backoff(row.failures);
        let is_too_old = self.clock.now().since(delivery.at) > self.options.delivery_age_max;
        match error {
            DeliveryError::Retry { why, .. } | DeliveryError::Ambiguous { why } if is_too_old => {
                let outcome = DeliveryOutcome::Undeliverable { obstacle: Obstacle::Unreachable, why };
                return self.end(&row, delivery, outcome).await;
            }
            _ if is_momentary(&delivery.effect) => {
                return self.end(&row, delivery, DeliveryOutcome::Withdrawn).await;
            }
            DeliveryError::Retry { after, scope, .. } => {
                self.outbox.limiter.block(name(scope, delivery), after.unwrap_or(backoff));
                // It took no effect: a crash while it waits leaves nothing to look for.
                if !row.unanswered {
                    row.attempting = false;
                    self.rewrite(&row, true).await?;
                }
            }
            DeliveryError::Ambiguous { .. } => {
                row.unanswered = true;
                row.unanswered_calls = row.unanswered_calls.saturating_add(1);
                self.outbox.limiter.block(name(Scope::Destination, delivery), backoff);
            }
            DeliveryError::Moved { to } => {
                self.addresses.learn(place, &to).await?;
                row.attempting = false;
            }
            DeliveryError::Stop { why } => {
                let platform = place.platform.clone();
                self.notice(Notice::Trouble { platform, what: why });
                self.outbox.limiter.block(name(Scope::All, delivery), BACKOFF_MAX);
            }
            error @ (DeliveryError::Gone { .. }
            | DeliveryError::Unreachable { .. }
            | DeliveryError::Refused { .. }) => {
                let obstacle = match &error {
                    DeliveryError::Gone { .. } => Obstacle::Gone,
                    DeliveryError::Unreachable { .. } => Obstacle::Unreachable,
                    _ => Obstacle::Refused,
                };
                let outcome = DeliveryOutcome::Undeliverable { obstacle, why: error.to_string() };
                return self.end(&row, delivery, outcome).await;
            }
        }
        self.put_back(place, row, delivery).await
    }

    /// Puts a row back to be tried again, unless it was withdrawn in between.
    async fn put_back(
        self: &Arc<Self>,
        place: &Place,
        row: Row,
        delivery: &Delivery,
    ) -> Result<(), CommitError> {
        if let Some(withdrawn) = self.outbox.queues.put_back(place, row) {
            return self.end(&withdrawn, delivery, DeliveryOutcome::Withdrawn).await;
        }
        self.stats.retries.one();
        Ok(())
    }
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
