//! What is done to messages: reactions, pins, polls, removals, writing. Where a
//! capability isn't declared what is asked for is refused, and what would be
//! heard is never told.

use std::time::Duration;

use fireside_core::event::ReactionChange;
use fireside_core::poll::VoteChange;
use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Capability, Effect, Event, EventKind, Outgoing, Poll};

use super::RichStage;
use super::running::{Running, message, send};

/// Whether the adapter declares a capability; where it doesn't, the effect is refused.
async fn is_done<S: RichStage>(running: &Running<'_, S>, capability: Capability, effect: Effect) -> bool {
    let done = running.deliver(effect).await;
    if running.adapter.capabilities().can(capability) {
        done.expect("it is done");
        return true;
    }
    assert!(matches!(done, Err(DeliveryError::Refused { .. })), "{done:?}");
    false
}

/// A customer's reaction comes in when it is put on and when it is taken off;
/// the bot's own is shown, and taken off again.
pub async fn reactions_go_both_ways(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let (place, said) = (stage.place(), running.say("done?"));
    let on = Effect::React { message: message(&place, &said), emoji: "👍".to_owned() };
    if !is_done(&running, Capability::Reactions, on).await {
        return;
    }
    assert_eq!(stage.reactions(&place, &said), ["👍"]);
    let off = Effect::Unreact { message: message(&place, &said), emoji: "👍".to_owned() };
    running.deliver(off).await.expect("it is taken off");
    assert_eq!(stage.reactions(&place, &said), Vec::<String>::new());
    let asked = running.send(&place, "is it?").await;
    for (on, change) in [(true, ReactionChange::Added), (false, ReactionChange::Removed)] {
        stage.react(&place, &asked, "❤", on);
        let is_it = |kind: &EventKind| matches!(kind, EventKind::Reaction(it) if it.change == change);
        let event = running.inbox.event(is_it).await;
        let EventKind::Reaction(reaction) = event.kind else { unreachable!("it was picked by that") };
        assert_eq!((&reaction.message, reaction.emoji.trim_end_matches('\u{FE0F}')), (&asked, "❤"));
        assert_eq!(event.actor.account, stage.customer());
    }
}

/// A second reaction of the bot stands beside the first, or takes its place.
pub async fn a_second_reaction_stands_beside_the_first_or_takes_its_place(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let (place, said) = (stage.place(), running.say("done?"));
    for emoji in ["👀", "👍"] {
        let react = Effect::React { message: message(&place, &said), emoji: emoji.to_owned() };
        if !is_done(&running, Capability::Reactions, react).await {
            return;
        }
    }
    let many = running.adapter.capabilities().can(Capability::ManyReactions);
    let expected: &[&str] = if many { &["👀", "👍"] } else { &["👍"] };
    assert_eq!(stage.reactions(&place, &said), expected);
}

/// A message is pinned and let go; a repetition does no harm.
pub async fn a_message_is_pinned_and_let_go(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let (place, id) = (stage.place(), running.send(&stage.place(), "the rules").await);
    for pinned in [true, true, false, false] {
        let pin = Effect::Pin { message: message(&place, &id), pinned };
        if !is_done(&running, Capability::Pins, pin).await {
            return;
        }
        assert_eq!(stage.is_pinned(&place, &id), pinned);
    }
}

/// People see that the bot writes.
pub async fn it_is_shown_that_somebody_writes(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    if is_done(&running, Capability::Typing, Effect::Type { to: place.clone().into() }).await {
        assert!(stage.is_bot_writing(&place));
        stage.advance(Duration::from_secs(30));
        assert!(!stage.is_bot_writing(&place));
    }
}

/// That the customer writes comes in where the platform tells it.
pub async fn it_is_heard_that_somebody_writes_where_that_is_told(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    stage.write(&stage.place());
    running.say("sent");
    running.inbox.words(1).await;
    let typing = running.inbox.contents().events.iter().any(|event| event.kind == EventKind::Typing);
    assert_eq!(typing, running.adapter.capabilities().can(Capability::HearsTyping));
}

/// That the customer removed a message comes in where the platform tells it.
pub async fn a_removal_is_heard_where_that_is_told(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let said = running.say("my address is");
    running.inbox.words(1).await;
    stage.remove(&stage.place(), &said);
    running.say("sorry");
    running.inbox.words(2).await;
    let gone = EventKind::Deleted { message: said };
    let heard = running.inbox.contents().events.iter().any(|event| event.kind == gone);
    assert_eq!(heard, running.adapter.capabilities().can(Capability::HearsDeletes));
}

/// What the customer passes on comes in whole, as somebody's words before.
pub async fn what_is_passed_on_comes_in_as_such(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let said = running.say("the lid is *stuck*");
    let passed_on = stage.pass_on(&place, &said);
    assert_eq!(running.inbox.words(2).await, ["the lid is *stuck*", "the lid is *stuck*"]);
    let events = running.inbox.contents().events;
    let messages: Vec<_> = events.iter().filter_map(Event::words).collect();
    assert_eq!(messages.iter().map(|it| it.id.clone()).collect::<Vec<_>>(), [Some(said), Some(passed_on)]);
    assert_eq!(messages[0].forwarded_from, None);
    assert!(messages[1].forwarded_from.is_some());
    assert!(messages.iter().all(|message| message.reply_to.is_none()));
}

/// A question is put to the vote, the vote comes in, and the poll is closed;
/// where polls aren't declared, it is refused.
pub async fn a_poll_is_shown_voted_in_and_closed(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let poll = Poll {
        question: "Warm *or* cold?".to_owned(),
        options: vec!["warm".to_owned(), "<b>cold</b>".to_owned()],
        is_multiple: false,
        lasts: None,
    };
    let content = Outgoing { poll: Some(poll.clone()), ..Outgoing::default() };
    if !running.adapter.capabilities().can(Capability::Polls) {
        let asked = running.deliver(send(&place, content)).await;
        assert!(matches!(asked, Err(DeliveryError::Refused { .. })), "{asked:?}");
        return;
    }
    let id = running.send(&place, content).await;
    let seen = stage.poll(&place, &id).expect("it is a poll");
    assert_eq!((&seen.question, &seen.options, seen.is_closed), (&poll.question, &poll.options, false));
    stage.vote(&place, &id, 1);
    let event = running.inbox.event(|kind| matches!(kind, EventKind::PollVote(_))).await;
    let EventKind::PollVote(vote) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!((&vote.message, event.actor.account), (&id, stage.customer()));
    assert!(matches!(vote.change, VoteChange::Added(1)) || vote.change == VoteChange::Set(vec![1]));
    running.deliver(Effect::ClosePoll { message: message(&place, &id) }).await.expect("it is closed");
    assert!(stage.poll(&place, &id).is_some_and(|poll| poll.is_closed));
    let closed = |kind: &EventKind| matches!(kind, EventKind::PollTally(tally) if tally.is_closed);
    let EventKind::PollTally(tally) = running.inbox.event(closed).await.kind else {
        unreachable!("it was picked by that")
    };
    assert_eq!((tally.message, tally.counts), (id, vec![0, 1]));
}
