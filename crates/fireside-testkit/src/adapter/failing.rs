//! What goes wrong, and what the adapter says is to be done about it.

use std::time::Duration;

use fireside_core::ports::{Adapter, DeliveryError, Limit};
use fireside_core::{Capability, Effect, Outgoing};

use super::running::{Running, message, send};
use super::{AdapterStage, Call, Trouble};

/// An edit of a message that is not there any more fails for good.
pub async fn a_message_that_is_gone_is_not_edited_again(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let id = running.send(&place, "a card").await;
    let removal = Effect::Delete { message: message(&place, &id) };
    running.deliver(removal).await.expect("it is removed");
    let edit = Effect::Edit { message: message(&place, &id), content: Outgoing::of("another") };
    let edited = running.deliver(edit).await;
    assert!(matches!(edited, Err(DeliveryError::Gone { .. } | DeliveryError::Refused { .. })), "{edited:?}");
}

/// What a platform that is down did not do is tried again, and then done once.
pub async fn a_platform_that_is_down_is_tried_again(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let delivery = running.delivery(send(&stage.place(), "hello"));
    stage.trouble(Call::Send, Trouble::Down);
    let first = running.try_once(&delivery).await;
    assert!(matches!(first, Err(DeliveryError::Retry { .. })), "{first:?}");
    running.try_once(&delivery).await.expect("it is sent");
    assert_eq!(running.said(&stage.place()).len(), 1);
}

/// A send that may have been done is ambiguous, or found to be done. Where the
/// adapter sends once, sending it again does not double it.
pub async fn a_send_whose_answer_got_lost_is_not_taken_for_failed(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let delivery = running.delivery(send(&stage.place(), "only once"));
    stage.trouble(Call::Send, Trouble::AnswerLost);
    let first = running.try_once(&delivery).await;
    assert!(matches!(first, Ok(_) | Err(DeliveryError::Ambiguous { .. })), "{first:?}");
    if running.adapter.capabilities().can(Capability::SendsOnce) {
        running.try_once(&delivery).await.expect("it is sent");
    }
    assert_eq!(running.said(&stage.place()).len(), 1);
}

/// How long a platform asks to wait is told to the runtime, and it is sent
/// when that time has passed.
pub async fn a_platform_that_asks_to_wait_is_obeyed(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let wait = Duration::from_secs(2_282);
    let delivery = running.delivery(send(&stage.place(), "hello"));
    stage.trouble(Call::Send, Trouble::AsksToWait(wait));
    let first = running.try_once(&delivery).await;
    let asked = |error: &DeliveryError| match error {
        DeliveryError::Retry { after, .. } => *after,
        _ => None,
    };
    assert_eq!(first.as_ref().err().and_then(asked), Some(wait), "{first:?}");
    assert_eq!(running.said(&stage.place()), []);
    stage.advance(wait);
    running.try_once(&delivery).await.expect("it is sent");
    assert_eq!(running.said(&stage.place()).len(), 1);
}

/// Whatever is sent, the adapter names a limit that it falls under.
pub async fn every_destination_falls_under_a_limit(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-12").await;
    for place in [stage.place(), stage.desk(), room].into_iter().chain(stage.private_place()) {
        let limits = running.adapter.limits(&running.delivery(send(&place, "hello")));
        assert!(!limits.is_empty(), "none for {place}");
        for limit in limits {
            let (Limit::Rate { scope, .. } | Limit::Until { scope, .. }) = &limit;
            assert!(!scope.is_empty(), "{limit:?}");
            let is_sane = !matches!(limit, Limit::Rate { burst, per, .. } if burst == 0 || per.is_zero());
            assert!(is_sane, "{limit:?} lets nothing through");
        }
    }
}
