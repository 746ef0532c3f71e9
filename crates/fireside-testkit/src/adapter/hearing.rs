//! What comes in: whole, once, in order, with who did it.

use std::collections::BTreeSet;

use fireside_core::{Audience, Button, ButtonTarget, Event, EventKind, OptionValue, Outgoing};

use super::AdapterStage;
use super::running::{Running, command};

/// How many messages are said to see whether their order is kept.
const MANY: usize = 100;

/// A customer's words come in once, as plain text, from where they are said
/// and with who said them.
pub async fn what_a_customer_says_comes_in_once_with_its_author(stage: &impl AdapterStage) {
    let words = "does it <b>really</b> *work* & how_much?";
    let running = Running::start(stage).await;
    let said = running.say(words);
    running.say("the next thing");
    assert_eq!(running.inbox.words(2).await, [words, "the next thing"]);
    let event = running.inbox.contents().events[0].clone();
    assert_eq!((&event.place, event.audience), (&stage.place(), Audience::Group));
    assert_eq!(event.actor.account, stage.customer());
    assert_eq!(event.actor.name, stage.customer_name());
    assert!(!event.actor.is_bot && !event.actor.is_anonymous, "it is a person");
    assert_eq!(event.words().and_then(|message| message.id.clone()), Some(said));
}

/// What a customer says to the bot alone comes in as heard by nobody else.
pub async fn what_is_said_in_private_comes_in_as_private(stage: &impl AdapterStage) {
    let Some(private) = stage.private_place() else { return };
    let running = Running::start(stage).await;
    stage.say(&private, "between us", None);
    assert_eq!(running.inbox.words(1).await, ["between us"]);
    let event = running.inbox.contents().events[0].clone();
    assert_eq!((event.place, event.audience), (private, Audience::Private));
    assert_eq!(event.actor.account, stage.customer());
}

/// A message that answers another one says which.
pub async fn a_reply_names_the_message_it_answers(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let first = running.say("a question");
    stage.say(&stage.place(), "an afterthought", Some(&first));
    running.inbox.words(2).await;
    let events = running.inbox.contents().events;
    let answered = |event: &Event| event.words().and_then(|message| message.reply_to.clone());
    assert_eq!(events.iter().map(answered).collect::<Vec<_>>(), [None, Some(first)]);
}

/// An answer to the bot is addressed to it; talk among people is not.
pub async fn a_reply_to_the_bot_is_addressed_to_it(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let asked = running.send(&stage.place(), "What is it about?").await;
    running.say("good morning everybody");
    stage.say(&stage.place(), "the login page", Some(&asked));
    let is_addressed = running.inbox.wait_for(|contents| {
        let said = contents.events.iter().filter(|event| !event.actor.is_bot).filter_map(Event::words);
        let said: Vec<_> = said.map(|message| message.addressed).collect();
        (said.len() == 2).then_some(said)
    });
    assert_eq!(is_addressed.await, [false, true]);
}

/// A change of what was said names the message and has the new words.
pub async fn a_changed_message_comes_in_as_an_edit_of_it(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let said = running.say("it is slow");
    running.inbox.words(1).await;
    stage.edit(&stage.place(), &said, "it is slow on Mondays");
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Edited(_))).await;
    let EventKind::Edited(message) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!(message.id, Some(said));
    assert_eq!(message.text.to_plain(), "it is slow on Mondays");
    assert_eq!(event.actor.account, stage.customer());
}

/// A command comes in by its name, with its options as their kinds.
pub async fn a_command_comes_in_with_its_options(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    stage.run_command("reply", &[("case", "12"), ("text", "thanks a lot")]);
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let EventKind::Command(invocation) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!(invocation.name, "reply");
    let given = [
        ("case".to_owned(), OptionValue::Integer(12)),
        ("text".to_owned(), OptionValue::Text("thanks a lot".to_owned())),
    ];
    let options = match &invocation.written {
        Some(written) => command("reply").parse(&written.words),
        None => invocation.options,
    };
    assert_eq!(options, given);
    assert_eq!((event.place, event.actor.account), (stage.place(), stage.customer()));
}

/// A press brings back the data of its button and names the message it is on.
pub async fn a_press_brings_back_the_buttons_data(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let data = "a:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd";
    assert_eq!(data.len(), 64, "it is as long as it may be");
    let button = |label: &str, data: &str| Button {
        label: label.to_owned(),
        target: ButtonTarget::Press(data.to_owned()),
    };
    let content = Outgoing::of("sure?").row(vec![button("No", "a:no"), button("Yes", data)]);
    let asked = running.send(&stage.place(), content).await;
    stage.press(&stage.place(), &asked, "Yes");
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Press(_))).await;
    let EventKind::Press(press) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!((press.data.as_str(), press.message), (data, Some(asked)));
    assert_eq!((event.place, event.actor.account), (stage.place(), stage.customer()));
}

/// No two things share an id, even where they look alike.
pub async fn different_things_have_different_ids(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let button = Button { label: "Yes".to_owned(), target: ButtonTarget::Press("a:yes".to_owned()) };
    let asked = running.send(&stage.place(), Outgoing::of("sure?").row(vec![button])).await;
    let said = running.say("the same");
    running.say("the same");
    stage.edit(&stage.place(), &said, "not the same");
    for _ in 0..2 {
        stage.run_command("status", &[]);
        stage.press(&stage.place(), &asked, "Yes");
    }
    let came = running.inbox.wait_for(|contents| {
        let by_people = contents.events.iter().filter(|event| !event.actor.is_bot);
        let ids: Vec<_> = by_people.map(|event| event.id.clone()).collect();
        (ids.len() >= 7).then_some(ids)
    });
    let ids = came.await;
    let different: BTreeSet<_> = ids.iter().collect();
    assert_eq!((ids.len(), different.len()), (7, 7), "{ids:?}");
}

/// Messages come in the order in which they were said.
pub async fn a_hundred_messages_come_in_order(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let words: Vec<_> = (0..MANY).map(|number| format!("message {number}")).collect();
    for said in &words {
        running.say(said);
    }
    assert_eq!(running.inbox.words(MANY).await, words);
}

/// What the bot itself says does not come in, or comes in as a bot's.
pub async fn the_bots_own_words_are_no_customers(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    running.send(&stage.place(), "I am a bot").await;
    running.say("and I am not");
    let heard = running.inbox.wait_for(|contents| {
        contents.words().contains(&"and I am not".to_owned()).then(|| contents.events.clone())
    });
    let by_people: Vec<_> = heard.await.into_iter().filter(|event| !event.actor.is_bot).collect();
    assert_eq!(by_people.len(), 1, "{by_people:?}");
}
