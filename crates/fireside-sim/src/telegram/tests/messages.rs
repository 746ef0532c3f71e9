//! Sending, editing and deleting, with the documented refusals.

use super::*;

async fn started() -> Bench {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    bench
}

async fn send(bench: &Bench, params: Value) -> i64 {
    bench.ok("sendMessage", params).await["message_id"].as_i64().expect("an id")
}

#[tokio::test]
async fn a_sent_message_is_answered_and_shown() {
    let bench = started().await;
    let sent = json!({ "chat_id": ANNA, "text": "<b>Hi</b> &amp; /help", "parse_mode": "HTML",
        "reply_parameters": { "message_id": 1 } });
    let message = bench.ok("sendMessage", sent).await;
    assert_eq!(message["text"], "Hi & /help");
    assert_eq!(message["from"]["is_bot"], true);
    assert_eq!(message["date"], 1_700_000_000);
    assert_eq!(message["chat"], json!({ "id": 7, "type": "private", "first_name": "Anna" }));
    assert_eq!(message["reply_to_message"]["text"], "/start");
    let shown = bench.world.wait_for_text(ANNA, "Hi &", PATIENCE).await.expect("it is shown");
    let kinds: Vec<_> = shown.entities.iter().map(|entity| entity.kind.as_str()).collect();
    assert_eq!(kinds, ["bold", "bot_command"]);
    assert_eq!(shown.reply_to, Some(1));
}

#[tokio::test]
async fn texts_are_1_to_4096_utf16_units() {
    let bench = started().await;
    for empty in ["", "  \n", "\u{200b}\u{2060}"] {
        let refusal = bench.refused("sendMessage", json!({ "chat_id": ANNA, "text": empty })).await;
        assert_eq!(refusal, bad_request("message text is empty"));
    }
    send(&bench, json!({ "chat_id": ANNA, "text": "👋".repeat(2048) })).await;
    let too_long = json!({ "chat_id": ANNA, "text": "👋".repeat(2048) + "x" });
    assert_eq!(bench.refused("sendMessage", too_long).await, bad_request("message is too long"));
}

#[tokio::test]
async fn a_chat_out_of_reach_is_refused_with_its_reason() {
    let bench = Bench::start().await;
    let to = |chat: i64| json!({ "chat_id": chat, "text": "Hi" });
    assert_eq!(bench.refused("sendMessage", to(99)).await, bad_request("chat not found"));
    let first = bench.refused("sendMessage", to(ANNA)).await;
    assert_eq!(first, forbidden("bot can't initiate conversation with a user"));
    bench.world.say(ANNA, ANNA, "/start");
    bench.world.block_bot(ANNA, true);
    assert_eq!(bench.refused("sendMessage", to(ANNA)).await, forbidden("bot was blocked by the user"));
    bench.world.block_bot(ANNA, false);
    send(&bench, to(ANNA)).await;
    bench.world.kick(FORUM, bench.world.bot_id());
    let kicked = bench.refused("sendMessage", to(FORUM)).await;
    assert_eq!(kicked, forbidden("bot was kicked from the supergroup chat"));
    bench.ok("leaveChat", json!({ "chat_id": GROUP })).await;
    let left = bench.refused("sendMessage", to(GROUP)).await;
    assert_eq!(left, forbidden("bot is not a member of the group chat"));
}

#[tokio::test]
async fn a_reply_needs_its_message_unless_the_bot_says_otherwise() {
    let bench = started().await;
    let reply = |lenient: bool| {
        json!({ "chat_id": ANNA, "text": "Re",
            "reply_parameters": { "message_id": 77, "allow_sending_without_reply": lenient } })
    };
    let refusal = bench.refused("sendMessage", reply(false)).await;
    assert_eq!(refusal, bad_request("message to be replied not found"));
    let sent = bench.ok("sendMessage", reply(true)).await;
    assert!(sent.get("reply_to_message").is_none());
}

#[tokio::test]
async fn callback_data_is_1_to_64_bytes() {
    let bench = started().await;
    let with = |data: String| {
        json!({ "chat_id": ANNA, "text": "Choose",
            "reply_markup": { "inline_keyboard": [[{ "text": "A", "callback_data": data }]] } })
    };
    send(&bench, with("x".repeat(64))).await;
    for data in [String::new(), "x".repeat(65), "é".repeat(33)] {
        assert_eq!(bench.refused("sendMessage", with(data)).await, bad_request("BUTTON_DATA_INVALID"));
    }
}

#[tokio::test]
async fn entities_that_leave_the_text_and_unknown_markup_are_refused() {
    let bench = started().await;
    let beyond =
        json!({ "chat_id": ANNA, "text": "Hi", "entities": [{ "type": "bold", "offset": 1, "length": 5 }] });
    assert!(bench.refused("sendMessage", beyond).await.1.contains("ends after the end of the text"));
    let unclosed = json!({ "chat_id": ANNA, "text": "<b>Hi", "parse_mode": "HTML" });
    let refusal = bench.refused("sendMessage", unclosed).await;
    assert!(refusal.1.starts_with("Bad Request: can't parse entities: "), "{}", refusal.1);
}

#[tokio::test]
async fn an_edit_changes_the_message_and_an_empty_edit_is_refused() {
    let bench = started().await;
    let id = send(&bench, json!({ "chat_id": ANNA, "text": "Before" })).await;
    let edit = json!({ "chat_id": ANNA, "message_id": id, "text": "After" });
    let edited = bench.ok("editMessageText", edit.clone()).await;
    assert_eq!(edited["text"], "After");
    assert_eq!(edited["edit_date"], 1_700_000_000);
    let shown = bench.world.message(ANNA, id).expect("it is there");
    assert!(shown.edited && shown.text == "After");
    assert!(
        bench.refused("editMessageText", edit).await.1.starts_with("Bad Request: message is not modified")
    );
    let missing = json!({ "chat_id": ANNA, "message_id": 99, "text": "x" });
    assert_eq!(bench.refused("editMessageText", missing).await, bad_request("message to edit not found"));
    let foreign = json!({ "chat_id": ANNA, "message_id": 1, "text": "x" });
    assert_eq!(bench.refused("editMessageText", foreign).await, bad_request("message can't be edited"));
}

#[tokio::test]
async fn buttons_can_be_taken_away() {
    let bench = started().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    let id = send(&bench, json!({ "chat_id": ANNA, "text": "Press", "reply_markup": keyboard })).await;
    bench.ok("editMessageReplyMarkup", json!({ "chat_id": ANNA, "message_id": id })).await;
    assert!(bench.world.message(ANNA, id).expect("it is there").buttons.is_empty());
    assert!(bench.world.press(ANNA, id, ANNA, "Go").is_err());
}

#[tokio::test]
async fn a_press_is_answered_once_and_in_time() {
    let bench = started().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go:1" }]] });
    let id = send(&bench, json!({ "chat_id": ANNA, "text": "Press", "reply_markup": keyboard })).await;
    let query = bench.world.press(ANNA, id, ANNA, "Go").expect("the button is there");
    let update = bench.updates(0).await.pop().expect("an update");
    assert_eq!(update["callback_query"]["data"], "go:1");
    assert_eq!(update["callback_query"]["message"]["message_id"], id);
    let answer = json!({ "callback_query_id": query, "text": "Done" });
    bench.ok("answerCallbackQuery", answer.clone()).await;
    let shown = bench.world.press_record(&query).and_then(|press| press.answer).expect("it was answered");
    assert_eq!(shown.text, "Done");
    let old = bad_request("query is too old and response timeout expired or query ID is invalid");
    assert_eq!(bench.refused("answerCallbackQuery", answer).await, old);
    let late = bench.world.press_data(ANNA, id, ANNA, "go:1").expect("the button is there");
    bench.world.clock().advance(Duration::from_secs(151));
    assert_eq!(bench.refused("answerCallbackQuery", json!({ "callback_query_id": late })).await, old);
}

#[tokio::test]
async fn own_messages_can_be_deleted_for_two_days() {
    let bench = started().await;
    let id = send(&bench, json!({ "chat_id": GROUP, "text": "Oops" })).await;
    let which = json!({ "chat_id": GROUP, "message_id": id });
    bench.ok("deleteMessage", which.clone()).await;
    assert!(bench.world.message(GROUP, id).expect("it is marked").deleted);
    assert_eq!(bench.refused("deleteMessage", which).await, bad_request("message to delete not found"));
    let others = bench.world.say(GROUP, ANNA, "mine");
    let others = json!({ "chat_id": GROUP, "message_id": others });
    assert_eq!(bench.refused("deleteMessage", others).await, bad_request("message can't be deleted"));
    let old = send(&bench, json!({ "chat_id": GROUP, "text": "Old" })).await;
    bench.world.clock().advance(Duration::from_hours(48));
    let old = json!({ "chat_id": GROUP, "message_id": old });
    assert_eq!(bench.refused("deleteMessage", old).await, bad_request("message can't be deleted"));
}

#[tokio::test]
async fn sending_too_fast_is_refused_with_the_time_to_wait() {
    let limits = crate::telegram::Limits { group_per_minute: Some(2), ..Default::default() };
    let bench = Bench::with(|options| options.limits = limits).await;
    let params = json!({ "chat_id": GROUP, "text": "Hi" });
    send(&bench, params.clone()).await;
    bench.world.clock().advance(Duration::from_secs(20));
    send(&bench, params.clone()).await;
    let refusal = bench.call("sendMessage", params.clone()).await;
    assert_eq!(refusal["error_code"], 429);
    assert_eq!(refusal["parameters"]["retry_after"], 40);
    bench.world.clock().advance(Duration::from_secs(40));
    send(&bench, params).await;
}
