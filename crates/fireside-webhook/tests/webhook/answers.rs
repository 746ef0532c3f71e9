//! What becomes of an event after each kind of answer.

use std::time::Duration;

use fireside_core::ports::{DeliveryError, Scope};
use tokio::net::TcpListener;

use crate::receiver::{Receiver, Reply};
use crate::stage::{Stage, options};

/// How long it is waited, and why.
fn waits(told: Result<fireside_core::Receipt, DeliveryError>) -> (u64, String) {
    match told {
        Err(DeliveryError::Retry { after: Some(after), scope: Scope::Destination, why }) => {
            (after.as_secs(), why)
        }
        other => panic!("it is not waited: {other:?}"),
    }
}

#[tokio::test]
async fn a_receiver_that_is_down_is_tried_ever_less_often_and_the_operator_told_once() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    let mut seconds = Vec::new();
    for _ in 0..6 {
        receiver.reply(Reply::Status(500));
        seconds.push(waits(stage.tell(0).await).0);
    }
    assert_eq!(seconds, [1, 2, 4, 8, 16, 32]);
    let notices = stage.notices().await;
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(notices[0].contains("community `acme` (127.0.0.1): it answered 500"), "{notices:?}");

    stage.tell(0).await.expect("it is up again");
    receiver.reply(Reply::Status(502));
    assert_eq!(waits(stage.tell(1).await).0, 1, "it begins anew");
}

#[tokio::test]
async fn a_receiver_may_say_how_long_to_wait() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    for status in [429, 503] {
        receiver.reply(Reply::Header(status, "retry-after", "77".to_owned()));
        assert_eq!(waits(stage.tell(0).await), (77, format!("it answered {status}")));
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Receiver::listen().await;
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    for status in [301, 302, 303, 307, 308] {
        receiver.reply(Reply::Header(status, "location", format!("http://{}/inside", elsewhere.address)));
        let (_, why) = waits(stage.tell(0).await);
        assert!(why.contains("redirects are not followed"), "{why}");
    }
    assert_eq!(elsewhere.requests().len(), 0);
    assert_eq!(receiver.requests().len(), 5);
    let notices = stage.notices().await;
    assert_eq!(notices.len(), 1, "the operator is told at once, and once: {notices:?}");
}

#[tokio::test]
async fn a_receiver_that_does_not_know_the_secret_or_the_path_is_waited_for() {
    for status in [401, 403, 404] {
        let receiver = Receiver::listen().await;
        let stage = Stage::before(receiver.address.port());
        receiver.reply(Reply::Status(status));
        waits(stage.tell(0).await);
        let notices = stage.notices().await;
        assert!(notices[0].contains("check `community.webhook`"), "{notices:?}");
        stage.tell(0).await.expect("it was mended");
    }
}

#[tokio::test]
async fn an_event_that_is_declined_is_given_up_and_the_next_is_told() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    receiver.reply(Reply::Status(422));
    let refused = stage.tell(0).await.expect_err("declined");
    assert_eq!(refused.to_string(), "it was refused: it answered 422");
    assert!(stage.notices().await[0].contains("is not told again"));
    stage.tell(1).await.expect("the next is taken");
}

#[tokio::test]
async fn a_receiver_that_is_gone_is_left_alone() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    receiver.reply(Reply::Status(410));
    for index in 0..3 {
        let refused = stage.tell(index).await;
        assert!(matches!(refused, Err(DeliveryError::Refused { .. })), "{refused:?}");
    }
    assert_eq!(receiver.requests().len(), 1, "it is not called any more");
    let notices = stage.notices().await;
    assert!(notices.len() == 1 && notices[0].contains("remove `community.webhook`"), "{notices:?}");
}

#[tokio::test]
async fn a_receiver_that_is_too_slow_is_tried_again() {
    let receiver = Receiver::listen().await;
    let url = format!("http://{}/", receiver.address);
    let timeout = Duration::from_millis(200);
    let stage = Stage::set(fireside_webhook::WebhookOptions { timeout, ..options(&url) });
    receiver.reply(Reply::Never);
    assert_eq!(waits(stage.tell(0).await), (1, "no answer within 0.2 s".to_owned()));
    assert_eq!(receiver.requests().len(), 1, "it may have taken it: the id tells it so");
}

#[tokio::test]
async fn a_receiver_that_hangs_up_or_is_not_there_is_tried_again() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let stage = Stage::before(listener.local_addr().unwrap().port());
    let hanging_up = tokio::spawn(async move { drop(listener.accept().await) });
    waits(stage.tell(0).await);
    hanging_up.await.unwrap();
    let (_, why) = waits(stage.tell(0).await);
    assert!(why.contains("refused"), "nobody listens any more: {why}");
}

#[tokio::test]
async fn an_answer_without_end_is_not_read() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    receiver.reply(Reply::Endless);
    stage.tell(0).await.expect("its status is all that counts");
}

#[tokio::test]
async fn neither_secret_nor_path_is_shown() {
    let stage = Stage::before(1);
    for _ in 0..5 {
        let (_, why) = waits(stage.tell(0).await);
        assert!(!why.contains("s3cret") && !why.contains("/hook"), "{why}");
    }
    let told = format!("{:?} {:?}", stage.notices().await, stage.adapter);
    assert!(told.contains("acme") && !told.contains("s3cret") && !told.contains("MfKQ9r8"), "{told}");
}
