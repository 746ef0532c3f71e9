//! What is heard besides words: reactions, votes, links, commands on replies.

use std::sync::Arc;

use fireside_core::event::ReactionChange;
use fireside_core::poll::{PollVote, VoteChange};
use fireside_core::ports::Notice;
use fireside_core::{Event, EventKind, MessageId, Outgoing, Poll};
use fireside_testkit::adapter::FakeInbox;
use serde_json::json;

use crate::bench::{ANA, Bench, FORUM, forum, send};

#[tokio::test]
async fn a_reaction_comes_and_goes() {
    let bench = Bench::start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let said = bench.world.say(FORUM, ANA, "it works");
    // Telegram tells of reactions once it was asked for them.
    inbox.events(1).await;
    bench.world.react(FORUM, said, ANA, "👍").expect("it is there");
    bench.world.react(FORUM, said, ANA, "🔥").expect("it is there");
    let reactions = inbox.wait_for(|contents| {
        let reaction = |event: &Event| match &event.kind {
            EventKind::Reaction(reaction) => Some((reaction.emoji.clone(), reaction.change)),
            _ => None,
        };
        let reactions: Vec<_> = contents.events.iter().filter_map(reaction).collect();
        (reactions.len() == 3).then_some(reactions)
    });
    let expected =
        [("👍", ReactionChange::Added), ("👍", ReactionChange::Removed), ("🔥", ReactionChange::Added)];
    assert_eq!(reactions.await, expected.map(|(emoji, change)| (emoji.to_owned(), change)));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn votes_in_the_bots_poll_are_heard_after_a_restart() {
    let bench = Bench::start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let poll = Poll {
        question: "ready?".to_owned(),
        options: vec!["yes".to_owned(), "no".to_owned()],
        is_multiple: false,
        lasts: None,
    };
    let asked = Outgoing { poll: Some(poll), ..Outgoing::default() };
    let receipt = bench.deliver(send(forum(), asked)).await.expect("it is sent");
    let message = receipt.message.expect("a message");
    // It is kept at once, not only at the end.
    let kept =
        inbox.wait_for(|contents| contents.kept.contains_key("polls").then(|| contents.kept.clone())).await;
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");

    let id = message.as_str().parse().expect("a number");
    bench.world.vote(FORUM, id, ANA, &[1]).expect("a vote");
    let adapter = Arc::new(bench.another("42:test-token"));
    fireside_core::ports::Adapter::connect(&*adapter).await.expect("it connects");
    let inbox = Arc::new(FakeInbox::after(kept));
    let bench = Bench { adapter, ..bench };
    let running = bench.run(&inbox);
    let event = inbox.event(|kind| matches!(kind, EventKind::PollVote(_))).await;
    let vote = PollVote { message: message.clone(), change: VoteChange::Set(vec![1]) };
    assert_eq!((event.kind, event.place), (EventKind::PollVote(vote), forum()));
    let event = inbox.event(|kind| matches!(kind, EventKind::PollTally(_))).await;
    let EventKind::PollTally(tally) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!((tally.message, tally.counts), (message, vec![0, 1]));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn what_a_link_brings_along_comes_with_the_start() {
    let bench = Bench::start().await;
    bench.world.open_start_link(ANA, "promo-7").expect("a link");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let event = inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let EventKind::Command(invocation) = event.kind else { unreachable!("it was picked by that") };
    let words = invocation.written.map(|written| written.words);
    assert_eq!((invocation.name.as_str(), words.as_deref()), ("start", Some("promo-7")));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_command_on_a_reply_is_run_on_what_it_answers() {
    let bench = Bench::start().await;
    let said = bench.world.say(FORUM, ANA, "it crashes");
    bench.world.say_in(FORUM, None, ANA, "/bug", Some(said));
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let event = inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let EventKind::Command(invocation) = event.kind else { unreachable!("it was picked by that") };
    let (author, message) = invocation.on_message().expect("a target");
    assert_eq!((author.name.as_str(), message.text.to_plain().as_str()), ("Ana", "it crashes"));
    assert_eq!(message.id, Some(MessageId::new(said.to_string())));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn what_nothing_is_made_of_is_told_once_for_each_kind() {
    let bench = Bench::start().await;
    for _ in 0..2 {
        bench.world.push_raw(json!({ "business_message": {} }));
        bench.world.push_raw(json!({ "novelty": {} }));
    }
    bench.world.say(ANA, ANA, "after");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    inbox.events(1).await;
    let kind = |notice| match notice {
        Notice::Skipped { kind, .. } => kind,
        other => panic!("another notice: {other}"),
    };
    let kinds: Vec<_> = inbox.contents().notices.into_iter().map(kind).collect();
    assert_eq!(kinds, ["business_message", "novelty"]);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn what_comes_from_a_business_account_is_told_as_passed_over() {
    let bench = Bench::start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    // From the first poll on, Telegram tells only what was asked for.
    bench.world.say(ANA, ANA, "before");
    inbox.events(1).await;
    let connection = bench.world.connect_business(ANA, true);
    bench.world.say_to_business(&connection, ANA, 1, "hello");
    bench.world.delete_from_business(&connection, ANA, &[1]);
    let skipped = |notice: &Notice| match notice {
        Notice::Skipped { kind, .. } => Some(kind.clone()),
        _ => None,
    };
    let kinds = inbox.wait_for(|contents| {
        let kinds: Vec<_> = contents.notices.iter().filter_map(skipped).collect();
        (kinds.len() == 3).then_some(kinds)
    });
    assert_eq!(kinds.await, ["business_connection", "business_message", "deleted_business_messages"]);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}
