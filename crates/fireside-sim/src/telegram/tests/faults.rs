//! What goes wrong on demand.

use super::*;
use crate::Fault;

async fn started() -> Bench {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    bench
}

fn hello() -> Value {
    json!({ "chat_id": ANNA, "text": "Hello" })
}

#[tokio::test]
async fn a_lost_answer_has_its_effect_and_no_byte_comes_back() {
    let bench = started().await;
    bench.world.inject("sendMessage", Fault::AnswerLost);
    let lost = bench.client.post(bench.url("sendMessage")).json(&hello()).send().await;
    assert!(lost.is_err(), "the connection closes");
    assert_eq!(bench.world.history(ANNA)[1].text, "Hello");
    assert_eq!(bench.world.calls("sendMessage")[0].status, 200);
    bench.ok("sendMessage", hello()).await;
}

#[tokio::test]
async fn a_refusal_on_demand_has_no_effect() {
    let bench = started().await;
    bench.world.inject("sendMessage", Fault::TooManyRequests { retry_after_ms: 2_282_000, global: false });
    let refusal = bench.call("sendMessage", hello()).await;
    assert_eq!(refusal["parameters"]["retry_after"], 2282);
    assert_eq!(refusal["description"], "Too Many Requests: retry after 2282");
    let description = "Bad Request: CHAT_WRITE_FORBIDDEN".to_owned();
    bench.world.inject("sendMessage", Fault::Refused { status: 400, code: 0, description });
    assert_eq!(bench.refused("sendMessage", hello()).await, bad_request("CHAT_WRITE_FORBIDDEN"));
    assert_eq!(bench.world.history(ANNA).len(), 1);
}

#[tokio::test]
async fn a_failing_proxy_answers_with_a_page() {
    let bench = started().await;
    bench.world.inject("sendMessage", Fault::ServerError { status: 502, html: true });
    let answer = bench.client.post(bench.url("sendMessage")).json(&hello()).send().await.expect("an answer");
    assert_eq!(answer.status(), 502);
    assert!(answer.text().await.expect("a body").starts_with("<html>"));
    bench.world.inject("", Fault::ServerError { status: 500, html: false });
    assert_eq!(bench.refused("getMe", json!({})).await, (500, "Internal Server Error".to_owned()));
}

#[tokio::test]
async fn a_slow_answer_comes_after_its_effect() {
    let bench = started().await;
    bench.world.inject("sendMessage", Fault::SlowAnswer { delay_ms: 60_000 });
    let slow = bench.ok("sendMessage", hello());
    let shown = bench.world.wait_for_text(ANNA, "Hello", PATIENCE);
    tokio::select! {
        answer = slow => panic!("answered too soon: {answer}"),
        shown = shown => assert!(shown.is_ok()),
    }
}
