//! What is done to messages without words.

use std::time::Duration;

use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Effect, MessageRef, Outgoing, Poll};
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;

use crate::deliveries::sent;
use crate::stage::{Stage, simulated};

async fn said(stage: &Stage) -> MessageRef {
    let effect = Effect::Send { to: stage.place().into(), content: Outgoing::of("card") };
    stage.message(&sent(stage, 100, effect).await.message.expect("it has an id"))
}

#[tokio::test]
async fn a_reaction_comes_and_goes() {
    let stage = Stage::dark(simulated()).await;
    let message = said(&stage).await;
    let emoji = "❤️".to_owned();
    sent(&stage, 1, Effect::React { message: message.clone(), emoji: emoji.clone() }).await;
    assert_eq!(stage.world.history(stage.channel)[0].reactions.len(), 1);
    sent(&stage, 2, Effect::Unreact { message: message.clone(), emoji }).await;
    assert!(stage.world.history(stage.channel)[0].reactions.is_empty());
    let react = Effect::React { message, emoji: ":party:".to_owned() };
    let ended = stage.adapter.deliver(&delivery(3, react), &FakeFiles::default()).await;
    assert!(matches!(ended, Err(DeliveryError::Refused { .. })), "{ended:?}");
}

#[tokio::test]
async fn a_message_is_pinned_and_let_go() {
    let stage = Stage::dark(simulated()).await;
    let message = said(&stage).await;
    for pinned in [true, true, false, false] {
        sent(&stage, u32::from(pinned), Effect::Pin { message: message.clone(), pinned }).await;
        assert_eq!(stage.world.history(stage.channel)[0].is_pinned, pinned);
    }
}

#[tokio::test]
async fn a_poll_is_asked_and_ended() {
    let stage = Stage::dark(simulated()).await;
    let options = vec!["*yes*".to_owned(), "no".to_owned()];
    let poll = Poll {
        question: "more?".to_owned(),
        options,
        is_multiple: true,
        lasts: Some(Duration::from_mins(90)),
    };
    let content = Outgoing { poll: Some(poll), ..Outgoing::default() };
    let receipt = sent(&stage, 1, Effect::Send { to: stage.place().into(), content }).await;
    let message = stage.message(&receipt.message.expect("it has an id"));
    let seen = stage.world.history(stage.channel)[0].poll.clone().expect("it is a poll");
    assert_eq!((seen.question.as_str(), seen.answers[0].0.as_str()), ("more?", "*yes*"));
    assert!(seen.allows_several && !seen.is_ended);
    for number in [2, 3] {
        sent(&stage, number, Effect::ClosePoll { message: message.clone() }).await;
    }
    assert!(stage.world.history(stage.channel)[0].poll.as_ref().is_some_and(|poll| poll.is_ended));
}

#[tokio::test]
async fn typing_is_shown() {
    let stage = Stage::dark(simulated()).await;
    sent(&stage, 1, Effect::Type { to: stage.place().into() }).await;
    let typed = stage.world.calls().iter().any(|call| call.name == "POST /channels/{channel.id}/typing");
    assert!(typed);
}
