//! Other software hears of feedback: signed, in order, without a customer's name.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fireside_tests::{Home, Software, Stage};
use hmac::{Hmac, Mac};
use serde_json::Value;
use sha2::Sha256;

use crate::steps::{raise_in_group, run};

const KEY: &str = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// The next thing it is told, whose signature is as its receiver computes it.
async fn next(software: &mut Software) -> Value {
    let told = software.next().await;
    let key = STANDARD.decode(KEY).expect("it is base64");
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("any length will do");
    mac.update(format!("{}.{}.", told.id, told.timestamp).as_bytes());
    mac.update(&told.bytes);
    let signature = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    assert_eq!(told.signature, signature);
    let body = told.body.clone();
    told.answer(204);
    body
}

#[tokio::test]
async fn it_is_told_what_was_raised_backed_and_decided() {
    let mut software = Software::listen().await;
    let stage = Stage::set_telling(Home::Discord, &software.url, &format!("whsec_{KEY}")).await;
    let (here, there) = (stage.here, stage.there);
    raise_in_group(&stage, there.mia, "A timer").await;
    let created = next(&mut software).await;
    assert_eq!(created["type"], "feedback.created");
    assert_eq!((&created["data"]["number"], &created["data"]["title"]), (&1.into(), &"A timer".into()));
    stage.telegram.say(there.group, there.tom, "/voice 1 I fall asleep");
    let voiced = next(&mut software).await;
    assert_eq!(voiced["type"], "feedback.voiced");
    assert_eq!((&voiced["data"]["voices"], &voiced["data"]["words"]), (&2.into(), &"I fall asleep".into()));
    run(&stage, here.ana, "status", &[("number", "1"), ("status", "planned"), ("note", "In May")]);
    let changed = next(&mut software).await;
    assert_eq!(changed["type"], "feedback.status_changed");
    let data = &changed["data"];
    assert_eq!(
        (&data["from"], &data["to"], &data["note"]),
        (&"open".into(), &"planned".into(), &"In May".into())
    );
    for told in [created, voiced, changed] {
        let text = told.to_string();
        assert!(!["Mia", "Tom", &there.group.to_string()].iter().any(|name| text.contains(name)), "{text}");
    }
    stage.clear().await;
}
