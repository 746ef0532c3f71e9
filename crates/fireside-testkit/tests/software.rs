//! Telling other software, where there is some.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

use fireside_core::turn::effects::Manner;
use fireside_core::{Community, Engine, Outcome, Place, Voice};
use fireside_testkit::fake_feature::FakeFeature;
use fireside_testkit::script::{NORTH, Script, brand, customer, script, square};
use serde_json::json;

/// A bot that tells other software what was said.
fn teller(community: Community) -> Script {
    let feature = FakeFeature::default().on_message(|turn, message| {
        let words = message.text.to_plain();
        let manner = Manner::of(Voice::System).about(&words);
        turn.tell_software("words.said", json!({ "words": words }), manner);
        Ok(Outcome::Handled)
    });
    script(Engine::builder().feature(feature).build().expect("one feature"), community)
}

fn ledger() -> Place {
    Place::channel("ledger", "acme")
}

#[test]
fn other_software_is_told_where_the_community_says() {
    let mut script = teller(Community { outward: Some(ledger()), ..brand(NORTH) });
    script.tell(&customer(NORTH, "1", "Ana"), &square(NORTH), "hello");
    assert_eq!(script.told_software(), [("words.said", &json!({ "words": "hello" }))]);
    let told = &script.deliveries()[0].delivery;
    assert_eq!(told.effect.destination(), &ledger(), "it waits in a queue of its own");
}

#[test]
fn where_there_is_none_nobody_is_told() {
    let mut script = teller(brand(NORTH));
    script.tell(&customer(NORTH, "1", "Ana"), &square(NORTH), "hello");
    assert_eq!(script.deliveries(), []);
}

#[test]
fn what_could_not_be_told_counts_as_untold() {
    let mut script = teller(Community { outward: Some(ledger()), ..brand(NORTH) });
    script.refuse(&ledger(), "nobody listens");
    script.tell(&customer(NORTH, "1", "Ana"), &square(NORTH), "hello");
    assert_eq!(script.told_software(), []);
}
