//! How updates reach the bot.

use super::*;

#[tokio::test]
async fn a_token_and_a_method_must_be_known() {
    let bench = Bench::start().await;
    let wrong = format!("{}/bot42:other/getMe", bench.server.url());
    let answer = bench.client.get(wrong).send().await.expect("an answer");
    assert_eq!(answer.status(), 401);
    let body: Value = answer.json().await.expect("JSON");
    assert_eq!(body, json!({ "ok": false, "error_code": 401, "description": "Unauthorized" }));
    assert_eq!(bench.refused("sendTelepathy", json!({})).await, (404, "Not Found".to_owned()));
}

#[tokio::test]
async fn get_me_describes_the_bot_and_letter_case_does_not_matter() {
    let bench = Bench::start().await;
    let me = bench.ok("GetME", json!({})).await;
    assert_eq!(me["id"], 42);
    assert_eq!(me["username"], "fireside_bot");
    assert_eq!(me["can_connect_to_business"], false);
    assert_eq!(me["has_main_web_app"], false);
}

#[tokio::test]
async fn parameters_are_read_from_json_form_multipart_and_query() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    let url = bench.url("sendMessage");
    let keyboard = r#"{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}"#;
    let form = [("chat_id", "7"), ("text", "in a form"), ("reply_markup", keyboard)];
    let form = bench.client.post(&url).form(&form);
    let multipart = reqwest::multipart::Form::new().text("chat_id", "7").text("text", "in parts");
    let requests = [
        bench.client.post(&url).json(&json!({ "chat_id": 7, "text": "in JSON" })),
        form,
        bench.client.post(&url).multipart(multipart),
        bench.client.get(format!("{url}?chat_id=7&text=in%20the%20query")),
    ];
    for request in requests {
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.headers()["content-type"], "application/json");
        let answer: Value = answer.json().await.expect("JSON");
        assert_eq!(answer["ok"], true, "{answer}");
    }
    let said: Vec<_> = bench.world.history(ANNA).into_iter().skip(1).collect();
    let texts: Vec<_> = said.iter().map(|shown| shown.text.as_str()).collect();
    assert_eq!(texts, ["in JSON", "in a form", "in parts", "in the query"]);
    assert_eq!(said[1].buttons[0][0].data.as_deref(), Some("a"));
}

#[tokio::test]
async fn an_update_comes_until_it_is_confirmed() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "one");
    bench.world.say(ANNA, ANNA, "two");
    let first = bench.updates(0).await;
    assert_eq!(first.len(), 2);
    assert_eq!(first[0]["message"]["text"], "one");
    assert_eq!(bench.updates(0).await, first);
    let next = first[0]["update_id"].as_i64().expect("an id") + 1;
    assert_eq!(bench.updates(next).await, first[1..]);
    assert_eq!(bench.updates(next + 1).await, [] as [Value; 0]);
    assert_eq!(bench.world.pending_updates(), 0);
}

#[tokio::test]
async fn a_waiting_poll_answers_as_soon_as_something_is_said() {
    let bench = Bench::start().await;
    let waiting = bench.ok("getUpdates", json!({ "timeout": 50 }));
    let saying = async {
        bench.world.wait_for(PATIENCE, |world| world.poll_waits().then_some(())).await.expect("it polls");
        bench.world.say(ANNA, ANNA, "hello");
    };
    let (updates, ()) = tokio::join!(waiting, saying);
    assert_eq!(updates[0]["message"]["text"], "hello");
}

#[tokio::test]
async fn stopping_the_server_ends_a_waiting_poll() {
    let bench = Bench::start().await;
    let params = json!({ "timeout": 50 });
    let waiting = bench.client.post(bench.url("getUpdates")).json(&params).send();
    let world = bench.world.clone();
    let stopping = async {
        world.wait_for(PATIENCE, |world| world.poll_waits().then_some(())).await.expect("it polls");
        bench.server.stop().await;
    };
    let (answer, ()) = tokio::join!(waiting, stopping);
    let answer: Value = answer.expect("an answer").json().await.expect("JSON");
    assert_eq!(answer, json!({ "ok": true, "result": [] }));
}

#[tokio::test]
async fn a_second_poller_ends_the_first_with_a_conflict() {
    let bench = Bench::start().await;
    let first = bench.refused("getUpdates", json!({ "timeout": 50 }));
    let second = async {
        bench.world.wait_for(PATIENCE, |world| world.poll_waits().then_some(())).await.expect("it polls");
        bench.updates(0).await
    };
    let (first, second) = tokio::join!(first, second);
    assert_eq!(first.0, 409);
    assert!(first.1.starts_with("Conflict: terminated by other getUpdates request"), "{}", first.1);
    assert_eq!(second, [] as [Value; 0]);
}

#[tokio::test]
async fn an_active_webhook_refuses_polling_until_it_is_deleted() {
    let bench = Bench::start().await;
    bench.ok("setWebhook", json!({ "url": "https://example.org/hook" })).await;
    assert_eq!(bench.ok("getWebhookInfo", json!({})).await["url"], "https://example.org/hook");
    assert_eq!(bench.refused("getUpdates", json!({})).await.0, 409);
    bench.ok("deleteWebhook", json!({})).await;
    assert_eq!(bench.updates(0).await, [] as [Value; 0]);
}

#[tokio::test]
async fn only_wanted_kinds_are_queued_and_the_wish_is_remembered() {
    let bench = Bench::start().await;
    bench.ok("getUpdates", json!({ "allowed_updates": ["message_reaction"] })).await;
    let id = bench.world.say(ANNA, ANNA, "unheard");
    bench.world.react(ANNA, id, ANNA, "👍").expect("the message is there");
    let updates = bench.updates(0).await;
    assert_eq!(updates.len(), 1);
    assert_eq!(updates[0]["message_reaction"]["new_reaction"][0]["emoji"], "👍");
}

#[tokio::test]
async fn updates_are_kept_a_day_and_presses_150_seconds() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    let sent = json!({ "chat_id": ANNA, "text": "Press", "reply_markup": keyboard });
    let id = bench.ok("sendMessage", sent).await["message_id"].as_i64().expect("an id");
    bench.world.press(ANNA, id, ANNA, "Go").expect("the button is there");
    assert_eq!(bench.updates(0).await.len(), 2);
    bench.world.clock().advance(Duration::from_secs(151));
    assert_eq!(bench.updates(0).await.len(), 1);
    bench.world.clock().advance(Duration::from_hours(24));
    assert_eq!(bench.updates(0).await.len(), 0);
}

#[tokio::test]
async fn raw_updates_come_verbatim_and_ids_can_be_set() {
    let bench = Bench::start().await;
    bench.world.push_raw(json!({ "update_id": 9_000_000_000_i64, "novelty": { "kind": 1 } }));
    assert_eq!(bench.updates(0).await, [json!({ "update_id": 9_000_000_000_i64, "novelty": { "kind": 1 } })]);
    bench.world.set_next_update_id(5);
    bench.world.say(ANNA, ANNA, "later");
    assert_eq!(bench.updates(9_000_000_001).await[0]["update_id"], 5);
}

#[tokio::test]
async fn in_privacy_mode_only_what_is_addressed_to_the_bot_reaches_it() {
    let bench = Bench::start().await;
    let own = bench.ok("sendMessage", json!({ "chat_id": GROUP, "text": "Hi" })).await;
    let own = own["message_id"].as_i64().expect("an id");
    for unheard in ["chatter", "/human@other_bot", "see /human", "@somebody look"] {
        bench.world.say(GROUP, ANNA, unheard);
    }
    assert_eq!(bench.updates(0).await, [] as [Value; 0]);
    for heard in ["/human", "/human@Fireside_Bot please", "hey @fireside_bot"] {
        bench.world.say(GROUP, ANNA, heard);
    }
    bench.world.say_in(GROUP, None, ANNA, "a reply", Some(own));
    let updates = bench.updates(0).await;
    assert_eq!(updates.len(), 4);
    assert_eq!(updates[0]["message"]["entities"][0]["type"], "bot_command");
    assert_eq!(updates[3]["message"]["reply_to_message"]["text"], "Hi");
    bench.world.promote(GROUP, bench.world.bot_id());
    bench.world.say(GROUP, ANNA, "chatter again");
    let updates = bench.updates(0).await;
    assert_eq!(updates[4]["my_chat_member"]["new_chat_member"]["status"], "administrator");
    assert_eq!(updates[5]["message"]["text"], "chatter again");
}
