//! Forum topics and what becomes of messages to them.

use super::*;

async fn create(bench: &Bench, name: &str) -> i64 {
    let topic = bench.ok("createForumTopic", json!({ "chat_id": FORUM, "name": name })).await;
    topic["message_thread_id"].as_i64().expect("an id")
}

#[tokio::test]
async fn a_new_topic_announces_itself_and_takes_messages() {
    let bench = Bench::start().await;
    let thread = create(&bench, "Case 17").await;
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["message"]["forum_topic_created"]["name"], "Case 17");
    assert_eq!(updates[0]["message"]["message_thread_id"], thread);
    let sent = json!({ "chat_id": FORUM, "text": "In here", "message_thread_id": thread });
    assert_eq!(bench.ok("sendMessage", sent).await["is_topic_message"], true);
    bench.ok("sendMessage", json!({ "chat_id": FORUM, "text": "In General" })).await;
    let texts = |thread| bench.world.thread_history(FORUM, thread).into_iter().map(|shown| shown.text);
    assert_eq!(texts(Some(thread)).collect::<Vec<_>>(), ["", "In here"]);
    assert_eq!(texts(None).collect::<Vec<_>>(), ["In General"]);
    assert_eq!(bench.world.topics(FORUM)[0].name, "Case 17");
}

#[tokio::test]
async fn topics_need_a_forum_a_right_and_a_name() {
    let bench = Bench::start().await;
    let new = |chat: i64, name: &str| json!({ "chat_id": chat, "name": name });
    let refusal = bench.refused("createForumTopic", new(GROUP, "x")).await;
    assert_eq!(refusal, bad_request("the chat is not a forum"));
    let refusal = bench.refused("createForumTopic", new(FORUM, "")).await;
    assert_eq!(refusal, bad_request("topic name is empty"));
    create(&bench, &"é".repeat(128)).await;
    let refusal = bench.refused("createForumTopic", new(FORUM, &"é".repeat(129))).await;
    assert_eq!(refusal, bad_request("topic name is too long"));
    bench.world.demote(FORUM, bench.world.bot_id());
    let refusal = bench.refused("createForumTopic", new(FORUM, "x")).await;
    assert_eq!(refusal, bad_request("not enough rights to create a topic"));
}

#[tokio::test]
async fn a_closed_topic_refuses_until_it_is_reopened() {
    let bench = Bench::start().await;
    let thread = create(&bench, "Case").await;
    let topic = json!({ "chat_id": FORUM, "message_thread_id": thread });
    let sent = json!({ "chat_id": FORUM, "message_thread_id": thread, "text": "Hi" });
    bench.ok("closeForumTopic", topic.clone()).await;
    assert_eq!(bench.refused("closeForumTopic", topic.clone()).await, bad_request("TOPIC_NOT_MODIFIED"));
    assert_eq!(bench.refused("sendMessage", sent.clone()).await, bad_request("TOPIC_CLOSED"));
    let inside = bench.world.say_in(FORUM, Some(thread), ANNA, "Still here", None);
    let reply = json!({ "chat_id": FORUM, "text": "Hi", "reply_parameters": { "message_id": inside } });
    assert_eq!(bench.refused("sendMessage", reply).await, bad_request("TOPIC_CLOSED"));
    bench.ok("reopenForumTopic", topic).await;
    bench.ok("sendMessage", sent).await;
    let updates = bench.updates(0).await;
    assert_eq!(updates[1]["message"]["forum_topic_closed"], json!({}));
    assert_eq!(updates[3]["message"]["forum_topic_reopened"], json!({}));
}

#[tokio::test]
async fn a_topic_can_be_renamed_and_deleted() {
    let bench = Bench::start().await;
    let thread = create(&bench, "Case").await;
    let rename = json!({ "chat_id": FORUM, "message_thread_id": thread, "name": "Case, done" });
    bench.ok("editForumTopic", rename).await;
    assert_eq!(bench.world.topics(FORUM)[0].name, "Case, done");
    bench.ok("deleteForumTopic", json!({ "chat_id": FORUM, "message_thread_id": thread })).await;
    let sent = json!({ "chat_id": FORUM, "message_thread_id": thread, "text": "Hi" });
    assert_eq!(bench.refused("sendMessage", sent).await, bad_request("message thread not found"));
    let reply = json!({ "chat_id": FORUM, "text": "Hi", "reply_parameters": { "message_id": thread } });
    assert_eq!(bench.refused("sendMessage", reply).await, bad_request("message to be replied not found"));
    let general = json!({ "chat_id": FORUM, "message_thread_id": 1_000, "text": "Hi" });
    assert_eq!(bench.refused("sendMessage", general).await, bad_request("message thread not found"));
    assert!(bench.world.thread_history(FORUM, Some(thread)).iter().all(|shown| shown.deleted));
    bench.world.let_gone_topics_lead_to_general();
    let sent = json!({ "chat_id": FORUM, "message_thread_id": thread, "text": "Astray" });
    assert!(bench.ok("sendMessage", sent).await["message_thread_id"].is_null());
    assert_eq!(bench.world.thread_history(FORUM, None).pop().map(|shown| shown.text), Some("Astray".into()));
}
