//! Pins, and who types.

use super::*;

#[tokio::test]
async fn a_pin_is_told_and_shown_until_it_is_taken_away() {
    let bench = Bench::start().await;
    let first = bench.world.say(FORUM, ANNA, "first");
    let second = bench.world.say(FORUM, ANNA, "second");
    bench.drop_pending().await;
    let pin = |id: i64| json!({ "chat_id": FORUM, "message_id": id });
    bench.ok("pinChatMessage", pin(first)).await;
    bench.world.pin(FORUM, second, ANNA).expect("it is there");
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["message"]["pinned_message"]["text"], "first");
    assert_eq!(updates[0]["message"]["from"]["id"], 42);
    assert_eq!(updates[1]["message"]["from"]["id"], ANNA);
    let texts = || bench.world.pinned(FORUM).into_iter().map(|shown| shown.text).collect::<Vec<_>>();
    assert_eq!(texts(), ["second", "first"]);
    assert_eq!(bench.ok("getChat", json!({ "chat_id": FORUM })).await["pinned_message"]["text"], "second");
    bench.ok("unpinChatMessage", json!({ "chat_id": FORUM })).await;
    assert_eq!(texts(), ["first"]);
    let refusal = bench.refused("unpinChatMessage", pin(second)).await;
    assert_eq!(refusal, bad_request("message to unpin not found"));
    bench.ok("unpinAllChatMessages", json!({ "chat_id": FORUM })).await;
    assert!(texts().is_empty());
    let refusal = bench.refused("pinChatMessage", pin(99)).await;
    assert_eq!(refusal, bad_request("message to pin not found"));
}

#[tokio::test]
async fn pins_of_one_topic_go_without_the_others() {
    let bench = Bench::start().await;
    let thread = bench.world.add_topic(FORUM, ANNA, "Case");
    let inside = bench.world.say_in(FORUM, Some(thread), ANNA, "inside", None);
    let outside = bench.world.say(FORUM, ANNA, "outside");
    for id in [inside, outside] {
        bench.ok("pinChatMessage", json!({ "chat_id": FORUM, "message_id": id })).await;
    }
    let topic = json!({ "chat_id": FORUM, "message_thread_id": thread });
    bench.ok("unpinAllForumTopicMessages", topic).await;
    let ids = || bench.world.pinned(FORUM).into_iter().map(|shown| shown.message_id).collect::<Vec<_>>();
    assert_eq!(ids(), [outside]);
    bench.ok("unpinAllGeneralForumTopicMessages", json!({ "chat_id": FORUM })).await;
    assert!(ids().is_empty());
}

#[tokio::test]
async fn typing_is_seen_in_its_topic_for_five_seconds_or_until_the_message() {
    let bench = Bench::start().await;
    let thread = bench.world.add_topic(FORUM, ANNA, "Case");
    let action = json!({ "chat_id": FORUM, "message_thread_id": thread, "action": "typing" });
    bench.ok("sendChatAction", action.clone()).await;
    let typing = bench.world.typing(FORUM);
    assert_eq!((typing[0].thread, typing[0].action.as_str()), (Some(thread), "typing"));
    bench.world.clock().advance(Duration::from_secs(5));
    assert!(bench.world.typing(FORUM).is_empty());
    bench.ok("sendChatAction", action).await;
    let sent = json!({ "chat_id": FORUM, "message_thread_id": thread, "text": "Here" });
    bench.ok("sendMessage", sent).await;
    assert!(bench.world.typing(FORUM).is_empty());
    let wrong = json!({ "chat_id": FORUM, "action": "yawning" });
    let refusal = bench.refused("sendChatAction", wrong).await;
    assert_eq!(refusal, bad_request("wrong parameter action in request"));
}
