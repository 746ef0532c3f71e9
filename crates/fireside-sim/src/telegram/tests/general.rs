//! General, icons, and topics of private chats.

use super::*;

#[tokio::test]
async fn general_is_renamed_closed_hidden_and_comes_back() {
    let bench = Bench::start().await;
    let forum = json!({ "chat_id": FORUM });
    bench.ok("editGeneralForumTopic", json!({ "chat_id": FORUM, "name": "Lobby" })).await;
    bench.ok("closeGeneralForumTopic", forum.clone()).await;
    let again = bench.refused("closeGeneralForumTopic", forum.clone()).await;
    assert_eq!(again, bad_request("TOPIC_NOT_MODIFIED"));
    let sent = json!({ "chat_id": FORUM, "text": "Hi" });
    assert_eq!(bench.refused("sendMessage", sent.clone()).await, bad_request("TOPIC_CLOSED"));
    bench.ok("reopenGeneralForumTopic", forum.clone()).await;
    bench.ok("sendMessage", sent.clone()).await;
    bench.ok("hideGeneralForumTopic", forum.clone()).await;
    assert_eq!(bench.refused("sendMessage", sent).await, bad_request("TOPIC_CLOSED"));
    bench.ok("unhideGeneralForumTopic", forum).await;
    bench.world.hide_general(FORUM, ANNA, true);
    let updates = bench.updates(0).await;
    let told = |at: usize, field: &str| updates[at]["message"].get(field).cloned();
    assert_eq!(told(0, "forum_topic_edited"), Some(json!({ "name": "Lobby" })));
    assert_eq!(told(1, "forum_topic_closed"), Some(json!({})));
    assert_eq!(told(2, "forum_topic_reopened"), Some(json!({})));
    assert_eq!(told(3, "general_forum_topic_hidden"), Some(json!({})));
    assert_eq!(told(4, "general_forum_topic_unhidden"), Some(json!({})));
    assert_eq!(updates[5]["message"]["from"]["id"], ANNA);
    assert!(updates[0]["message"].get("message_thread_id").is_none());
}

#[tokio::test]
async fn icons_are_those_that_telegram_offers() {
    let bench = Bench::start().await;
    let icons = bench.ok("getForumTopicIconStickers", json!({})).await;
    let icon = icons[0]["custom_emoji_id"].clone();
    let new = json!({ "chat_id": FORUM, "name": "Case", "icon_custom_emoji_id": icon });
    let topic = bench.ok("createForumTopic", new).await;
    assert_eq!(topic["icon_custom_emoji_id"], icon);
    let thread = topic["message_thread_id"].clone();
    let edit =
        |icon: &str| json!({ "chat_id": FORUM, "message_thread_id": thread, "icon_custom_emoji_id": icon });
    bench.ok("editForumTopic", edit("")).await;
    assert_eq!(bench.refused("editForumTopic", edit("")).await, bad_request("TOPIC_NOT_MODIFIED"));
    assert_eq!(bench.refused("editForumTopic", edit("5")).await, bad_request("DOCUMENT_INVALID"));
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["message"]["forum_topic_created"]["icon_custom_emoji_id"], icon);
    assert_eq!(updates[1]["message"]["forum_topic_edited"], json!({ "icon_custom_emoji_id": "" }));
}

#[tokio::test]
async fn private_chats_have_topics_when_the_bot_has_them() {
    let bench = Bench::with(|options| options.private_topics = true).await;
    assert_eq!(bench.ok("getMe", json!({})).await["has_topics_enabled"], true);
    bench.world.say(ANNA, ANNA, "/start");
    let topic = bench.ok("createForumTopic", json!({ "chat_id": ANNA, "name": "Order" })).await;
    let thread = topic["message_thread_id"].clone();
    let sent = json!({ "chat_id": ANNA, "message_thread_id": thread, "text": "Here" });
    assert_eq!(bench.ok("sendMessage", sent).await["is_topic_message"], true);
    let plain = Bench::start().await;
    plain.world.say(ANNA, ANNA, "/start");
    let refusal = plain.refused("createForumTopic", json!({ "chat_id": ANNA, "name": "Order" })).await;
    assert_eq!(refusal, bad_request("the chat is not a forum"));
}
