//! Interactions over HTTP, signed, in place of the gateway.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::{Signer, SigningKey};
use fireside_core::outgoing::{Outgoing, Privacy};
use fireside_core::ports::{Adapter, AdapterError};
use fireside_core::{Answer, EventKind};
use fireside_discord::{DiscordAdapter, DiscordOptions, InteractionsEndpoint};
use fireside_sim::Fault;
use fireside_sim::discord::Options;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::stage::{SHOWN, Stage, simulated};

const LOCAL: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// The application as Discord knows it, with `changes` made.
async fn application(stage: &Stage, method: Method, changes: &Value) -> (StatusCode, Value) {
    let url = format!("{}/api/v10/applications/@me", stage.options.api_url.as_deref().unwrap_or_default());
    let call = reqwest::Client::new().request(method, url).header("authorization", "Bot a-token-of-no-bot");
    let told = call.json(changes).send().await.expect("it is called");
    (told.status(), told.json().await.expect("it tells"))
}

/// A stage on which Discord posts interactions to the adapter, and where it does.
async fn stage() -> (Stage, String) {
    let mut stage = Stage::dark(Options { ..simulated() }).await;
    let (_, told) = application(&stage, Method::GET, &json!({})).await;
    let public_key = told["verify_key"].as_str().expect("it has a key").to_owned();
    stage.options.interactions = Some(InteractionsEndpoint { listen: LOCAL, public_key });
    stage.restart().await;
    assert!(stage.world.wait_for_bot(SHOWN).await, "the bot comes");
    let adapter = Arc::clone(&stage.adapter);
    let address = stage.world.wait_for(move |_| adapter.interactions_address(), SHOWN).await;
    let url = format!("http://{}/", address.expect("it listens"));
    // Discord pings, once as it signs and once as somebody else would.
    let (status, told) = application(&stage, Method::PATCH, &json!({"interactions_endpoint_url": url})).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    (stage, url)
}

fn say(words: &str, privacy: Privacy) -> Answer {
    Answer::Say { content: Box::new(Outgoing::of(words)), privacy }
}

#[tokio::test]
async fn an_answer_goes_back_with_the_request() {
    let (stage, _) = stage().await;
    stage.inbox.answer(say("joined", Privacy::Public));
    stage.world.run_command(stage.channel, stage.ana, "join", &[]).expect("it is registered");
    assert!(stage.world.wait_for_text(stage.channel, "joined", SHOWN).await.is_some());
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    assert_eq!(event.place, stage.place());
    let roles = event.actor.authority.expect("she is a member");
    assert_eq!(roles.as_of, event.at, "a request may be an old one: its roles are as old as it is");
    let called = stage.world.calls().iter().any(|call| call.path.contains("/callback"));
    assert!(!called, "no call was needed");
}

#[tokio::test]
async fn a_slow_answer_is_deferred_and_given_later() {
    let (stage, _) = stage().await;
    stage.inbox.hold();
    stage.inbox.answer(say("here it is", Privacy::Private));
    let asked = stage.world.run_command(stage.channel, stage.ana, "status", &[]).expect("it is registered");
    let announced = stage.world.wait_for(|world| world.is_answered(asked).then_some(()), SHOWN).await;
    assert!(announced.is_some(), "it is deferred within three seconds");
    stage.inbox.commit();
    assert!(stage.world.wait_for_private(stage.ana, "here it is", SHOWN).await.is_some());
}

#[tokio::test]
async fn an_answer_of_many_parts_comes_in_order() {
    let (stage, _) = stage().await;
    stage.inbox.answer(say(&format!("first {} last", "so long ".repeat(400)), Privacy::Public));
    stage.world.run_command(stage.channel, stage.ana, "join", &[]).expect("it is registered");
    assert!(stage.world.wait_for_text(stage.channel, "last", SHOWN).await.is_some());
    let history = stage.world.history(stage.channel);
    assert!(history.len() == 2 && history[0].text.starts_with("first"), "{history:?}");
}

#[tokio::test]
async fn what_discord_did_not_sign_is_turned_away() {
    let (stage, url) = stage().await;
    let before = stage.inbox.contents().events.len();
    let forged =
        json!({"type": 2, "id": "1", "application_id": "2", "token": "t", "channel_id": "5"}).to_string();
    let client = reqwest::Client::new();
    let unsigned = client.post(&url).body(forged.clone()).send().await.expect("it is called");
    assert_eq!(unsigned.status(), StatusCode::UNAUTHORIZED);
    let wrong = client
        .post(&url)
        .header("x-signature-ed25519", "ab".repeat(64))
        .header("x-signature-timestamp", "1700000000")
        .body(forged);
    assert_eq!(wrong.send().await.expect("it is called").status(), StatusCode::UNAUTHORIZED);
    let huge = client.post(&url).body("x".repeat(2 * 1024 * 1024)).timeout(Duration::from_secs(10));
    // It may be answered before all of it is sent, and cut off then.
    match huge.send().await {
        Ok(told) => assert_eq!(told.status(), StatusCode::PAYLOAD_TOO_LARGE),
        Err(error) => assert!(!error.is_timeout(), "{error}"),
    }
    assert_eq!(stage.inbox.contents().events.len(), before);
}

/// What the simulated Discord signs with for `application`.
fn signature(application: u64, moment: &str, body: &str) -> String {
    let mut seed = *b"fireside-simulator-ed25519-seed!";
    seed[..8].copy_from_slice(&application.to_be_bytes());
    let signature = SigningKey::from_bytes(&seed).sign(format!("{moment}{body}").as_bytes());
    signature.to_bytes().iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
}

#[tokio::test]
async fn an_interaction_is_taken_in_even_if_discord_hangs_up() {
    let (stage, url) = stage().await;
    let (application, guild) = (stage.world.bot(), stage.guild.to_string());
    let moment = (stage.now().as_millis() / 1_000).to_string();
    let body = json!({"type": 2, "id": "175928847299117063", "application_id": application.to_string(),
        "token": "t", "guild_id": guild, "channel_id": "12345", "data": {"name": "join", "type": 1},
        "member": {"user": {"id": stage.ana.to_string(), "username": "ana"}, "roles": []}})
    .to_string();
    // Looking the channel up takes longer than anybody waits.
    stage.world.inject("GET /channels/{channel.id}", Fault::SlowAnswer { delay_ms: 500 });
    let hung_up = reqwest::Client::new()
        .post(&url)
        .header("x-signature-ed25519", signature(application, &moment, &body))
        .header("x-signature-timestamp", moment)
        .body(body)
        .timeout(Duration::from_millis(200));
    assert!(hung_up.send().await.is_err_and(|error| error.is_timeout()));
    stage.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
}

#[tokio::test]
async fn a_key_that_is_none_or_another_applications_is_named() {
    let stage = Stage::dark(simulated()).await;
    for public_key in
        ["abc".to_owned(), "5866666666666666666666666666666666666666666666666666666666666666".to_owned()]
    {
        let interactions = Some(InteractionsEndpoint { listen: LOCAL, public_key });
        let adapter = DiscordAdapter::new(DiscordOptions { interactions, ..stage.options.clone() });
        let Err(AdapterError::Stop { what }) = adapter.connect().await else { panic!("it stops") };
        assert!(what.contains("discord.interactions.public_key"), "{what}");
    }
}
