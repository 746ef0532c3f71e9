//! Words that wait together are said as one message, and nothing is lost by it.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::ports::{DeliveryError, Limit, Scope};
use fireside_core::turn::effects::Manner;
use fireside_core::{
    DeliveryOutcome, Effect, MessageRef, Outcome, Outgoing, Place, Receipt, Text, Turn, Voice,
};
use fireside_testkit::fake_adapter::Reply;
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::{self, NORTH, SOUTH, customer};
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::stage::{COMMUNITY, Stage, log};

pub(crate) fn square() -> Place {
    script::square(SOUTH)
}

const BURST: usize = 10_000;

/// Says what somebody said in the same place, under their name. `back …` takes
/// words back, `mend` says a draft and changes it, `burst` says ten thousand
/// things, and what begins with `!` joins nothing.
pub(crate) fn relaying() -> FakeFeature {
    let relaying = FakeFeature::default().on_message(|turn, message| {
        let place = turn.event().place.clone();
        let words = message.text.to_plain();
        let name = turn.event().actor.name.clone();
        let manner = Manner::of(Voice::Customer).tagged("words", words.as_str()).about(&words);
        match words.as_str() {
            back if back.starts_with("back ") => turn.withdraw(&back[5..], None),
            "burst" => {
                for number in 0..BURST {
                    turn.send(place.clone(), number.to_string(), Manner::of(Voice::Customer).joins());
                }
            }
            "mend" => {
                let delivery = turn.send(place.clone(), "draft", manner.clone().joins());
                let message = MessageRef::Sent { delivery, to: place.into() };
                turn.effect(Effect::Edit { message, content: "mended".into() }, manner);
            }
            _ => {
                let manner = if words.starts_with('!') { manner } else { manner.joins() };
                turn.send(place, Outgoing::of(words).author(name), manner);
            }
        }
        Ok(Outcome::Handled)
    });
    relaying.on_receipt(|turn: &mut Turn<'_>, receipt| {
        let end = match &receipt.outcome {
            DeliveryOutcome::Delivered(Receipt { message, is_shared, ambiguous, .. }) => {
                let id = message.as_ref().map_or("nothing", |id| id.as_str());
                let shared = if *is_shared { " shared" } else { "" };
                let twice = if *ambiguous { " maybe twice" } else { "" };
                format!("{id}{shared}{twice}")
            }
            DeliveryOutcome::Undeliverable { why, .. } => why.clone(),
            DeliveryOutcome::Withdrawn => "withdrawn".to_owned(),
        };
        turn.send(log(), format!("{}: {end}", receipt.tag.subject), Manner::of(Voice::System));
        Ok(Outcome::Handled)
    })
}

pub(crate) async fn say_as(stage: &Stage, name: &str, all: &[&str]) {
    let actor = customer(SOUTH, name, name);
    for words in all {
        stage.south.push(message(&actor, &square(), words)).await.unwrap().await.unwrap();
    }
}

async fn say(stage: &Stage, all: &[&str]) {
    say_as(stage, "Ana", all).await;
}

/// One message in twenty seconds, and the first is on its way.
fn busy() -> Stage {
    let stage = Stage::set();
    let limit = Limit::Rate { scope: "south".into(), burst: 1, per: Duration::from_secs(20) };
    stage.south.limit(vec![limit]);
    stage
}

fn unanswered() -> Reply {
    Reply::Fails(DeliveryError::Ambiguous { why: "the answer was lost".to_owned() })
}

#[tokio::test(start_paused = true)]
async fn words_that_wait_are_said_as_one_message_and_each_has_its_receipt() {
    let stage = busy();
    let runtime = stage.start(relaying()).await;
    say(&stage, &["one", "two", "three", "four"]).await;
    assert_eq!(stage.south.deliveries.words(2).await, ["one", "two\nthree\nfour"]);
    let reports = stage.north.deliveries.words(4).await;
    assert_eq!(reports, ["one: m1", "two: m2 shared", "three: m2 shared", "four: m2 shared"]);
    assert_eq!(runtime.stats().delivered, 8);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}

#[tokio::test(start_paused = true)]
async fn words_that_wait_for_no_limit_are_said_one_by_one() {
    let stage = Stage::set();
    let _runtime = stage.start(relaying()).await;
    let gate = stage.south.hold(&square());
    say(&stage, &["one", "two", "three"]).await;
    assert_eq!(stage.south.deliveries.next_words().await, "one");
    gate.notify_one();
    assert_eq!(stage.south.deliveries.words(2).await, ["two", "three"]);
}

#[tokio::test(start_paused = true)]
async fn words_that_were_told_to_wait_are_joined_when_they_are_tried_again() {
    let stage = Stage::set();
    let _runtime = stage.start(relaying()).await;
    let (after, scope) = (Some(Duration::from_mins(30)), Scope::Destination);
    let retry = DeliveryError::Retry { after, scope, why: "too many requests".to_owned() };
    stage.south.reply_in(&square(), Reply::Fails(retry));
    say(&stage, &["one", "two", "three"]).await;
    assert_eq!(stage.south.deliveries.words(2).await, ["one", "one\ntwo\nthree"]);
}

#[tokio::test(start_paused = true)]
async fn what_another_said_or_what_joins_nothing_ends_a_message_in_its_place() {
    let stage = busy();
    let _runtime = stage.start(relaying()).await;
    say(&stage, &["one", "two", "three"]).await;
    say_as(&stage, "Ben", &["four", "five"]).await;
    say(&stage, &["six", "!seven", "eight"]).await;
    let said = stage.south.deliveries.words(6).await;
    assert_eq!(said, ["one", "two\nthree", "four\nfive", "six", "!seven", "eight"]);
}

#[tokio::test(start_paused = true)]
async fn no_more_is_joined_than_one_message_holds() {
    let stage = busy();
    let _runtime = stage.start(relaying()).await;
    let long: Vec<String> = (0..8).map(|index| format!("{index}{}", "a".repeat(999))).collect();
    say(&stage, &long.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let said = stage.south.deliveries.words(4).await;
    let lens: Vec<usize> = said.iter().map(|words| words.split('\n').count()).collect();
    assert_eq!(lens, [1, 3, 3, 1]);
    assert_eq!(said.join("\n"), long.join("\n"));
}

#[tokio::test(start_paused = true)]
async fn at_most_fifty_are_joined() {
    let stage = busy();
    let _runtime = stage.start(relaying()).await;
    let many: Vec<String> = (0..120).map(|index| index.to_string()).collect();
    say(&stage, &many.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let said = stage.south.deliveries.words(4).await;
    let lens: Vec<usize> = said.iter().map(|words| words.split('\n').count()).collect();
    assert_eq!(lens, [1, 50, 50, 19]);
    assert_eq!(said.join("\n"), many.join("\n"));
}

#[tokio::test(start_paused = true)]
async fn of_a_refused_message_each_is_said_by_itself() {
    let stage = busy();
    let _runtime = stage.start(relaying()).await;
    let refused = || Reply::Fails(DeliveryError::Refused { why: "a word is forbidden".to_owned() });
    say(&stage, &["one", "two", "three", "four"]).await;
    assert_eq!(stage.south.deliveries.next_words().await, "one");
    stage.south.reply_in(&square(), refused());
    assert_eq!(stage.south.deliveries.next_words().await, "two\nthree\nfour");
    assert_eq!(stage.south.deliveries.next_words().await, "two");
    stage.south.reply_in(&square(), refused());
    assert_eq!(stage.south.deliveries.words(2).await, ["three", "four"]);
    let reports = stage.north.deliveries.words(4).await;
    let refused = "three: a word is forbidden";
    assert_eq!(reports, ["one: m1", "two: m2", refused, "four: m3"]);
}

#[tokio::test(start_paused = true)]
async fn words_withdrawn_before_they_are_said_are_in_no_message() {
    let stage = busy();
    let _runtime = stage.start(relaying()).await;
    say_as(&stage, "Ben", &["one"]).await;
    say(&stage, &["two", "three"]).await;
    say_as(&stage, "Ben", &["four", "back two", "back three", "five"]).await;
    assert_eq!(stage.south.deliveries.words(2).await, ["one", "four\nfive"]);
    let mut reports = stage.north.deliveries.words(5).await;
    reports.sort();
    let expected = ["five: m2 shared", "four: m2 shared", "one: m1", "three: withdrawn", "two: withdrawn"];
    assert_eq!(reports, expected);
}

#[tokio::test(start_paused = true)]
async fn a_message_that_says_others_words_too_is_not_changed_by_one_of_them() {
    let stage = busy();
    let runtime = stage.start(relaying()).await;
    say(&stage, &["!one", "mend"]).await;
    let said = stage.south.deliveries.words(3).await;
    assert_eq!(said, ["!one", "draft", "mended"], "what is to be changed stays by itself");
    let shared = Receipt { message: Some("m9".into()), is_shared: true, ..Receipt::default() };
    stage.south.reply_in(&square(), Reply::Done(shared));
    let again = customer(SOUTH, "Ben", "Ben");
    let event = fireside_core::Event { id: "again".into(), ..message(&again, &square(), "mend") };
    stage.south.push(event).await.unwrap().await.unwrap();
    assert_eq!(stage.south.deliveries.next_words().await, "draft");
    let reports = stage.north.deliveries.words(5).await;
    assert_eq!(reports[4], "mend: its message says the words of others too", "{reports:?}");
    assert_eq!(runtime.stats().undeliverable, 1);
}

#[tokio::test(start_paused = true)]
async fn a_message_without_an_answer_is_said_again_as_it_was_and_all_of_it_is_flagged() {
    let stage = busy();
    let _runtime = stage.start(relaying()).await;
    say(&stage, &["one", "two", "three"]).await;
    assert_eq!(stage.south.deliveries.next_words().await, "one");
    stage.south.reply_in(&square(), unanswered());
    assert_eq!(stage.south.deliveries.next_words().await, "two\nthree");
    say(&stage, &["four"]).await;
    assert_eq!(stage.south.deliveries.words(2).await, ["two\nthree", "four"]);
    let reports = stage.north.deliveries.words(4).await;
    let expected = ["one: m1", "two: m2 shared maybe twice", "three: m2 shared maybe twice", "four: m3"];
    assert_eq!(reports, expected);
}

/// Three joined rows whose answer the process did not live to hear.
async fn crashed() -> Stage {
    let stage = busy();
    let runtime = stage.start(relaying()).await;
    say(&stage, &["one", "two", "three", "four"]).await;
    assert_eq!(stage.south.deliveries.next_words().await, "one");
    stage.south.reply_in(&square(), Reply::Never);
    let lost = stage.south.deliveries.next().await;
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 3);
    let stage = stage.after(Duration::from_secs(1));
    stage.south.limit(vec![Limit::Rate { scope: "x".into(), burst: 1, per: Duration::from_secs(20) }]);
    assert_eq!(lost.id.event.as_str(), "two");
    stage
}

#[tokio::test(start_paused = true)]
async fn after_a_crash_the_same_message_is_looked_for_and_said_again() {
    let stage = crashed().await;
    let _runtime = stage.start(relaying()).await;
    say(&stage, &["five"]).await;
    let again = stage.south.deliveries.next().await;
    assert_eq!(again.id.event.as_str(), "two", "it is known to the platform by the same name");
    let text = again.effect.content().map(|content| content.text.clone());
    assert_eq!(text, Some(Text::plain("two").line("three").line("four")));
    assert_eq!(stage.south.looked_for().len(), 1);
    assert_eq!(stage.south.deliveries.next_words().await, "five");
    let reports = stage.north.deliveries.words(4).await;
    let twice = ["two", "three", "four"].map(|words| format!("{words}: m1 shared maybe twice"));
    assert!(twice.iter().all(|report| reports.contains(report)), "{reports:?}");
}

#[tokio::test(start_paused = true)]
async fn after_a_crash_a_message_that_is_found_is_not_said_again() {
    let stage = crashed().await;
    stage.south.finds(Receipt { message: Some("there".into()), ..Receipt::default() });
    let _runtime = stage.start(relaying()).await;
    say(&stage, &["five"]).await;
    assert_eq!(stage.south.deliveries.next_words().await, "five");
    let reports = stage.north.deliveries.words(4).await;
    let found = ["two", "three", "four"].map(|words| format!("{words}: there shared"));
    assert!(found.iter().all(|report| reports.contains(report)), "{reports:?}");
}

#[tokio::test(start_paused = true)]
async fn words_go_on_by_themselves_and_flagged_when_the_first_of_their_message_is_withdrawn() {
    let stage = busy();
    let _runtime = stage.start(relaying()).await;
    say(&stage, &["one", "two", "three", "four"]).await;
    assert_eq!(stage.south.deliveries.next_words().await, "one");
    let gate = Arc::new(Notify::new());
    stage.south.reply_in(&square(), Reply::Once(gate.clone(), Box::new(unanswered())));
    assert_eq!(stage.south.deliveries.next_words().await, "two\nthree\nfour");
    say(&stage, &["back two"]).await;
    gate.notify_one();
    assert_eq!(stage.south.deliveries.words(2).await, ["three", "four"]);
    let reports = stage.north.deliveries.words(4).await;
    assert_eq!(reports, ["one: m1", "two: withdrawn", "three: m2 maybe twice", "four: m3 maybe twice"]);
}

#[tokio::test(start_paused = true)]
async fn such_words_are_flagged_even_where_a_platform_shows_a_delivery_once() {
    let stage = Stage::set();
    let _runtime = stage.start(relaying()).await;
    let place = script::square(NORTH);
    let retry = DeliveryError::Retry { after: None, scope: Scope::Destination, why: "busy".to_owned() };
    stage.north.reply_in(&place, Reply::Fails(retry));
    let gate = Arc::new(Notify::new());
    stage.north.reply_in(&place, Reply::Once(gate.clone(), Box::new(unanswered())));
    let ana = customer(NORTH, "Ana", "Ana");
    for words in ["one", "two"] {
        stage.north.push(message(&ana, &place, words)).await.unwrap().await.unwrap();
    }
    assert_eq!(stage.north.deliveries.words(2).await, ["one", "one\ntwo"]);
    stage.north.push(message(&ana, &place, "back one")).await.unwrap().await.unwrap();
    gate.notify_one();
    let mut said = stage.north.deliveries.words(3).await;
    said.sort();
    assert_eq!(said, ["one: withdrawn", "two", "two: m2 maybe twice"]);
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_words_are_said_in_order_in_minutes_where_twenty_a_minute_are_allowed() {
    let stage = Stage::set();
    let limit = Limit::Rate { scope: "south".into(), burst: 20, per: Duration::from_mins(1) };
    stage.south.limit(vec![limit]);
    let _runtime = stage.start(relaying()).await;
    let began = Instant::now();
    say(&stage, &["burst"]).await;
    let (mut said, mut messages) = (Vec::new(), 0);
    while said.len() < BURST {
        said.extend(stage.south.deliveries.next_words().await.split('\n').map(str::to_owned));
        messages += 1;
    }
    assert_eq!(said, (0..BURST).map(|number| number.to_string()).collect::<Vec<_>>());
    assert!(messages < 250, "{messages} messages");
    assert!(began.elapsed() < Duration::from_mins(15), "{:?}", began.elapsed());
}
