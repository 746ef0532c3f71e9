//! What is said in a bound place, and when it counts as part of it.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use fireside_core::memory::MemoryStore;
use fireside_core::{
    Account, Actor, Audience, Community, Decision, Engine, Event, EventKind, Feature, Ground, Input, LaneId,
    Message, Outcome, Place, Tag, Timestamp, Turn,
};

/// Binds the actor's words at `bind`, and answers whether words are bound.
struct Binder;

impl Feature for Binder {
    fn name(&self) -> &'static str {
        "binder"
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        let event = turn.event();
        if message.text.to_plain() == "bind" {
            let account = event.actor.account.clone();
            turn.bind(&event.place, Some(&account), LaneId::new("bound"), Tag::new("binder", "own", 1))?;
        }
        let is_bound = turn.binding().is_some();
        turn.answer_public(is_bound.to_string());
        Ok(Outcome::Handled)
    }
}

/// Decides `words`, said at `at_ms`, and gives what was answered.
fn decide(store: &MemoryStore, words: &str, at_ms: u64) -> String {
    let engine = Engine::builder().feature(Binder).build().expect("one feature");
    let community = Community::new("acme", "Acme").ground(Ground::Platform("p".into()));
    let place = Place::channel("p", "square");
    let event = Event {
        id: format!("{words} {at_ms}").into(),
        community: Some(community.id.clone()),
        at: Timestamp::from_millis(at_ms),
        place,
        audience: Audience::Group,
        actor: Actor::human(Account::new("p", "1"), "Ana"),
        locale: None,
        kind: EventKind::Message(Message::of(words)),
        reply: None,
    };
    let lane = LaneId::new("lane");
    let now = Timestamp::from_millis(90_000);
    let input =
        Input { community: &community, event: &event, lane: &lane, now, seed: [0; 32], source: store };
    let decided = engine.decide(input).expect("decides");
    store.apply(decided.batch).expect("commits");
    match &decided.deliveries[0].effect {
        fireside_core::Effect::Send { content, .. } => content.text.to_plain(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_said_before_a_place_was_bound_are_no_part_of_it_though_they_are_told_late() {
    let store = MemoryStore::default();
    assert_eq!(decide(&store, "bind", 5_000), "false");
    assert_eq!(decide(&store, "said before", 4_000), "false");
    assert_eq!(decide(&store, "said in the same second", 5_000), "true");
    assert_eq!(decide(&store, "said after", 6_000), "true");
}
