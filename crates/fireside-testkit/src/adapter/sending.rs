//! What goes out: shown as it is meant, where it is meant.

use fireside_core::ports::Adapter;
use fireside_core::{Button, ButtonTarget, Effect, Outgoing, Span, Text};

use super::AdapterStage;
use super::running::{Running, message, send};

/// Words that would be markup, links or pings if they were not made safe.
const MARKUP: &str = "*bold* **bold** _slanted_ __under__ ~~gone~~ ||hidden|| `code` ```block``` <b>tag</b> \
                      </a> &amp; [label](https://example.org) # head @everyone @here <#1> <@&2> <:smile:1> \
                      <t:1:R> \\ {x} \"y\" 'z' <3\n# head\n> quote\n- list\n1. one\n+ two\nend";

/// What is sent is shown in its place, as the bot's.
pub async fn a_send_is_shown_and_its_receipt_names_the_message(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let id = running.send(&stage.place(), "welcome").await;
    let seen = running.said(&stage.place());
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert_eq!((&seen[0].id, seen[0].text.as_str()), (&id, "welcome"));
    assert!(!seen[0].is_edited && seen[0].buttons.is_empty() && seen[0].reply_to.is_none(), "{seen:?}");
}

/// A customer who wrote to the bot alone can be answered there.
pub async fn a_send_to_a_private_place_is_shown_there(stage: &impl AdapterStage) {
    let Some(private) = stage.private_place() else { return };
    let running = Running::start(stage).await;
    stage.say(&private, "between us", None);
    running.inbox.words(1).await;
    let id = running.send(&private, "between us").await;
    assert_eq!(running.seen(&private, &id).expect("it is shown").text, "between us");
    assert_eq!(running.said(&stage.place()), []);
}

/// What answers a message is shown as its answer.
pub async fn an_answer_is_shown_as_a_reply(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let asked = running.say("is it free?");
    let content = Outgoing::of("it is").reply_to(Some(message(&place, &asked)));
    let answer = running.send(&place, content).await;
    assert_eq!(running.seen(&place, &answer).expect("it is shown").reply_to, Some(asked));
}

/// Buttons are shown in their order, each with what is written on it.
pub async fn buttons_are_shown_with_their_labels(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let button = |label: &str, target| Button { label: label.to_owned(), target };
    let press = |data: &str| ButtonTarget::Press(data.to_owned());
    let rows = Outgoing::of("what now?")
        .row(vec![button("Claim", press("a:1")), button("Close *it*", press("a:2"))])
        .row(vec![button("Docs", ButtonTarget::Link("https://example.org/docs".to_owned()))]);
    let id = running.send(&stage.place(), rows).await;
    let seen = running.seen(&stage.place(), &id).expect("it is shown");
    assert_eq!(seen.buttons, ["Claim", "Close *it*", "Docs"]);
}

/// An edit changes the message that the receipt of its sending named, and
/// nothing else.
pub async fn an_edit_changes_the_message_it_names(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    running.send(&place, "another").await;
    let id = running.send(&place, "waiting").await;
    let edit = Effect::Edit { message: message(&place, &id), content: Outgoing::of("claimed") };
    running.deliver(edit).await.expect("it is edited");
    let shown: Vec<_> = running.said(&place).into_iter().map(|seen| (seen.text, seen.is_edited)).collect();
    assert_eq!(shown, [("another".to_owned(), false), ("claimed".to_owned(), true)]);
}

/// An edit that has been done already is done.
pub async fn an_edit_can_be_repeated(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let id = running.send(&place, "waiting").await;
    for _ in 0..2 {
        let edit = Effect::Edit { message: message(&place, &id), content: Outgoing::of("claimed") };
        running.deliver(edit).await.expect("it is edited");
    }
    assert_eq!(running.seen(&place, &id).expect("it is shown").text, "claimed");
}

/// A removed message is gone, and removing it again is no failure.
pub async fn a_removed_message_is_not_shown_and_can_be_removed_again(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    running.send(&place, "stays").await;
    let id = running.send(&place, "goes").await;
    for _ in 0..2 {
        let removed = running.deliver(Effect::Delete { message: message(&place, &id) }).await;
        removed.expect("it is removed");
    }
    let shown: Vec<_> = running.said(&place).into_iter().map(|seen| seen.text).collect();
    assert_eq!(shown, ["stays"]);
}

/// What a user wrote is shown character by character: nothing in it formats,
/// links or pings.
pub async fn a_users_words_are_shown_as_they_are_and_ping_nobody(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let words = format!("{} {MARKUP}", stage.forged_mention());
    let id = running.send(&stage.place(), words.clone()).await;
    let seen = running.seen(&stage.place(), &id).expect("it is shown");
    assert_eq!(seen.text, words);
    assert!(!seen.is_formatted && !seen.pings, "{seen:?}");
}

/// The same holds for what an edit puts in.
pub async fn a_users_words_ping_nobody_when_they_are_put_in_by_an_edit(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let id = running.send(&place, "a card").await;
    let words = format!("{} {MARKUP}", stage.forged_mention());
    let edit = Effect::Edit { message: message(&place, &id), content: Outgoing::of(words.clone()) };
    running.deliver(edit).await.expect("it is edited");
    let seen = running.seen(&place, &id).expect("it is shown");
    assert_eq!(seen.text, words);
    assert!(!seen.is_formatted && !seen.pings && seen.is_edited, "{seen:?}");
}

/// Words too long for one message come in several, none of them too long, and
/// read one after another they are what was said.
pub async fn long_words_arrive_whole_and_in_order(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let len_max = running.adapter.capabilities().text_len_max;
    let words: Vec<_> = (0..len_max / 2).map(|number| format!("w{number:04}")).collect();
    running.deliver(send(&stage.place(), words.join(" "))).await.expect("it is sent");
    let pieces = running.said(&stage.place());
    assert!(pieces.len() >= 3, "{} pieces", pieces.len());
    assert!(pieces.iter().all(|piece| piece.text.chars().count() <= len_max), "each fits");
    let read: Vec<_> = pieces.iter().flat_map(|piece| piece.text.split_whitespace()).collect();
    assert_eq!(read, words);
}

/// What is counted to fit into one message is one message, whatever is in it.
pub async fn what_is_counted_to_fit_is_one_message(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let len_max = running.adapter.capabilities().text_len_max;
    let code = Span::CodeBlock { language: Some("rust".to_owned()), code: "a`b\n".to_owned() };
    let pieces = [
        Text::plain("*_~|`><#-+[]()@:/\\1. "),
        Text::plain("👩‍👩‍👧‍👦 ünï "),
        Text::plain("see https://example.org/п/é?a=b&c=(d) now "),
        Text::bold("*b*").then(Text::quote("q\nq\n")).then(Text::link("https://example.org/(é)", "l")),
        Text(vec![code]),
    ];
    for piece in pieces {
        let mut content = Outgoing::of(piece.clone()).author("Zoë *the* <first>");
        loop {
            let longer = Outgoing { text: content.text.clone().line(piece.clone()), ..content.clone() };
            if longer.rendered_len_max() > len_max {
                break;
            }
            content = longer;
        }
        let receipt = running.deliver(send(&stage.place(), content)).await.expect("it is sent");
        assert_eq!(receipt.further_messages, [], "{piece:?}");
    }
}
