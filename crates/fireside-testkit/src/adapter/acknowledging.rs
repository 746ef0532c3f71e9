//! When the platform may forget what it told: once it is durable, not before.

use super::AdapterStage;
use super::running::Running;

/// What is not durable when the adapter stops is told again to the next one,
/// under the same id.
pub async fn nothing_is_acknowledged_before_it_is_durable(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    running.inbox.hold();
    running.say("one");
    running.say("two");
    running.inbox.words(2).await;
    let before = running.inbox.contents().events;
    let running = running.restart(|| ()).await;
    assert_eq!(running.inbox.words(2).await, ["one", "two"]);
    let after = running.inbox.contents().events;
    let told = |events: &[fireside_core::Event]| -> Vec<_> {
        events.iter().map(|event| (event.id.clone(), event.kind.clone())).collect()
    };
    assert_eq!(told(&after), told(&before));
}

/// What was durable when the adapter stopped is not told to the next one.
pub async fn what_is_durable_does_not_come_again(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    running.say("before");
    running.inbox.words(1).await;
    let running = running.restart(|| ()).await;
    running.say("after");
    assert_eq!(running.inbox.words(1).await, ["after"]);
}

/// What could not be made durable is told again while the adapter runs, and
/// nothing behind it is lost.
pub async fn what_could_not_be_stored_comes_again(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    running.inbox.hold();
    running.say("one");
    running.say("two");
    running.inbox.words(2).await;
    running.inbox.lose();
    let words = running.inbox.words(4).await;
    assert_eq!(words, ["one", "two", "one", "two"]);
    let events = running.inbox.contents().events;
    assert_eq!((&events[0].id, &events[1].id), (&events[2].id, &events[3].id));
}

/// What is said between a stop and the next start comes in.
pub async fn what_is_said_while_nobody_listens_comes_in(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    running.say("before");
    running.inbox.words(1).await;
    let place = stage.place();
    let meanwhile = || {
        stage.say(&place, "is anybody there?", None);
        stage.say(&place, "hello?", None);
    };
    let running = running.restart(meanwhile).await;
    assert_eq!(running.inbox.words(2).await, ["is anybody there?", "hello?"]);
}

/// An adapter that waits for something to happen stops when it is told to.
pub async fn an_adapter_without_work_stops_promptly(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    running.say("hello");
    running.inbox.words(1).await;
    running.stop().await;
}

/// An adapter whose events are not durable yet stops when it is told to.
pub async fn an_adapter_with_open_events_stops_promptly(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    running.inbox.hold();
    running.say("hello");
    running.inbox.words(1).await;
    running.stop().await;
}
