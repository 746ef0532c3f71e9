//! Where people are reached, and where they open what was said.

use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Capability, Effect, Place};

use super::AdapterStage;
use super::running::{Running, message, send};

/// An account's private place is the private chat with it, whatever the
/// platform calls that; the receipt says where it is.
pub async fn an_accounts_private_place_reaches_it(stage: &impl AdapterStage) {
    let Some(private) = stage.private_place() else { return };
    let running = Running::start(stage).await;
    stage.say(&private, "good morning", None);
    running.inbox.words(1).await;
    let named = stage.customer().private_place();
    for words in ["good morning", "good night"] {
        let receipt = running.deliver(send(&named, words)).await.expect("it is sent");
        let id = receipt.message.expect("the receipt names the message");
        let place = receipt.place.unwrap_or_else(|| named.clone());
        assert_eq!(place, private, "the receipt says where it is");
        assert_eq!(running.seen(&private, &id).expect("it is shown").text, words);
        let edit = Effect::Edit { message: message(&place, &id), content: "good evening".into() };
        running.deliver(edit).await.expect("it is edited");
        assert_eq!(running.seen(&private, &id).expect("it is shown").text, "good evening");
    }
    assert_eq!(running.said(&stage.place()), []);
}

/// Somebody who never wrote to the bot is written to first, or can't be
/// reached: where a button has to bring people into a private chat.
pub async fn one_who_never_wrote_is_reached_or_can_not_be(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let named = stage.stranger().private_place();
    let sent = running.deliver(send(&named, "good morning")).await;
    if !running.adapter.capabilities().can(Capability::PrivateLinks) {
        sent.expect("it is sent");
        return;
    }
    assert!(matches!(sent, Err(DeliveryError::Unreachable { .. })), "{sent:?}");
    // Nor is one whom the platform does not know.
    let nobody = Place { channel: "1".into(), ..named };
    let sent = running.deliver(send(&nobody, "good morning")).await;
    assert!(matches!(sent, Err(DeliveryError::Unreachable { .. })), "{sent:?}");
}

/// A message's link opens it, in a group and in a room of it. What is no
/// message of the platform's has none.
pub async fn a_messages_link_opens_it(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let link = running.adapter.message_link();
    let room = running.open("a case").await;
    for place in [stage.place(), room] {
        let said = stage.say(&place, "the lid is stuck", None);
        let sent = running.send(&place, "we see").await;
        for (id, words) in [(&said, "the lid is stuck"), (&sent, "we see")] {
            let link = link(&place, id).expect("messages have addresses there");
            assert!(link.starts_with("https://"), "{link}");
            let opened = stage.opened(&link).expect("it leads to a message");
            assert_eq!((&opened.id, opened.text.as_str()), (id, words), "{link}");
        }
    }
    if let Some(private) = stage.private_place() {
        let said = stage.say(&private, "between us", None);
        if let Some(link) = link(&private, &said) {
            assert_eq!(stage.opened(&link).map(|opened| opened.id), Some(said), "{link}");
        }
    }
    let (place, message) = (stage.place(), running.say("yes"));
    for unknown in ["", "x", "-1", "../1", "1?x"] {
        assert_eq!(link(&place, &unknown.into()), None, "{unknown}");
        assert_eq!(link(&Place { channel: unknown.into(), ..place.clone() }, &message), None, "{unknown}");
    }
}
