//! Who speaks when it is no member in person: channels, anonymous
//! administrators, links, business accounts.

use super::*;
use crate::telegram::Draft;

const CHANNEL: i64 = -1_009;

async fn with_channel() -> Bench {
    let bench = Bench::start().await;
    bench.world.add_channel(CHANNEL, "News");
    bench.world.set_username(CHANNEL, "acme_news");
    bench.world.link_discussion(CHANNEL, FORUM);
    bench
}

#[tokio::test]
async fn a_post_names_the_channel_and_comes_into_the_discussion_from_telegram() {
    let bench = with_channel().await;
    let id = bench.world.publish(CHANNEL, "Big news");
    bench.world.edit(CHANNEL, id, "Bigger news").expect("the post is there");
    let updates = bench.updates(0).await;
    let post = &updates[0]["channel_post"];
    assert_eq!(post["sender_chat"]["id"], CHANNEL);
    assert_eq!(post["chat"]["username"], "acme_news");
    assert!(post.get("from").is_none());
    let forward = &updates[1]["message"];
    assert_eq!(forward["from"]["id"], 777_000);
    assert_eq!(forward["sender_chat"]["id"], CHANNEL);
    assert_eq!(forward["is_automatic_forward"], true);
    assert_eq!(forward["forward_origin"]["message_id"], id);
    assert_eq!(updates[2]["edited_channel_post"]["text"], "Bigger news");
}

#[tokio::test]
async fn a_public_chat_is_addressed_by_its_username() {
    let bench = with_channel().await;
    let sent = bench.ok("sendMessage", json!({ "chat_id": "@Acme_News", "text": "Hi" })).await;
    assert_eq!(sent["chat"]["id"], CHANNEL);
    assert_eq!(sent["sender_chat"]["id"], CHANNEL);
    let unknown = bench.refused("sendMessage", json!({ "chat_id": "@nobody", "text": "Hi" })).await;
    assert_eq!(unknown, bad_request("chat not found"));
    bench.world.demote(CHANNEL, bench.world.bot_id());
    let refusal = bench.refused("sendMessage", json!({ "chat_id": CHANNEL, "text": "Hi" })).await;
    assert_eq!(refusal, bad_request("need administrator rights in the channel chat"));
}

#[tokio::test]
async fn anonymous_administrators_and_channels_stand_behind_service_accounts() {
    let bench = with_channel().await;
    bench.world.say_anonymously(FORUM, None, "words of the staff");
    let as_channel = Draft {
        chat: FORUM,
        sender_chat: Some(CHANNEL),
        text: "words of the channel".to_owned(),
        ..Draft::default()
    };
    bench.world.say_draft(as_channel);
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["message"]["from"]["username"], "GroupAnonymousBot");
    assert_eq!(updates[0]["message"]["sender_chat"]["id"], FORUM);
    assert_eq!(updates[1]["message"]["from"]["id"], 136_817_688);
    assert_eq!(updates[1]["message"]["sender_chat"]["id"], CHANNEL);
}

#[tokio::test]
async fn quotes_external_replies_and_inline_bots_are_told() {
    let bench = with_channel().await;
    let post = bench.world.publish(CHANNEL, "news");
    let said = bench.world.say(FORUM, ANNA, "👋 the lamp flickers");
    bench.drop_pending().await;
    let draft = Draft {
        chat: FORUM,
        user: 8,
        text: "mine too".to_owned(),
        reply_to: Some(said),
        quote: Some("lamp".to_owned()),
        via_bot: Some(99),
        ..Draft::default()
    };
    bench.world.say_draft(draft);
    let away = Draft {
        chat: FORUM,
        user: 8,
        text: "about this".to_owned(),
        external_reply: Some((CHANNEL, post)),
        ..Draft::default()
    };
    bench.world.say_draft(away);
    let updates = bench.updates(0).await;
    let quote = json!({ "text": "lamp", "position": 7, "is_manual": true });
    assert_eq!(updates[0]["message"]["quote"], quote);
    assert_eq!(updates[0]["message"]["reply_to_message"]["message_id"], said);
    assert_eq!(updates[0]["message"]["via_bot"]["id"], 99);
    let reply = &updates[1]["message"]["external_reply"];
    assert_eq!(reply["origin"]["type"], "channel");
    assert_eq!(reply["message_id"], post);
}

#[tokio::test]
async fn links_start_the_bot_with_their_payload() {
    let bench = Bench::start().await;
    bench.world.open_start_link(ANNA, "case-17").expect("a good payload");
    bench.world.open_group_link(ANNA, -1_050, "g_1").expect("a good payload");
    assert!(bench.world.open_start_link(ANNA, "a b").is_err());
    assert!(bench.world.open_start_link(ANNA, &"x".repeat(65)).is_err());
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["message"]["text"], "/start case-17");
    assert_eq!(updates[0]["message"]["entities"][0]["length"], 6);
    assert_eq!(updates[1]["message"]["new_chat_members"][0]["id"], 42);
    assert_eq!(updates[2]["message"]["text"], "/start@fireside_bot g_1");
}

#[tokio::test]
async fn a_press_on_a_message_that_is_gone_carries_an_inaccessible_one() {
    let bench = Bench::start().await;
    let id = bench.world.say(ANNA, ANNA, "gone");
    bench.world.delete(ANNA, id).expect("it is there");
    bench.world.press_stale(ANNA, id, ANNA, "old");
    let query = bench.updates(0).await[1]["callback_query"].clone();
    assert_eq!(query["data"], "old");
    assert_eq!(query["message"]["date"], 0);
    assert_eq!(query["message"]["message_id"], id);
    assert!(query["message"].get("text").is_none());
}

#[tokio::test]
async fn business_accounts_connect_and_their_chats_are_read() {
    let bench = Bench::start().await;
    let connection = bench.world.connect_business(ANNA, true);
    bench.world.say_to_business(&connection, 8, 5, "Are you open?");
    bench.world.delete_from_business(&connection, 8, &[5]);
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["business_connection"]["user_chat_id"], ANNA);
    assert_eq!(updates[1]["business_message"]["business_connection_id"], connection);
    assert_eq!(updates[2]["deleted_business_messages"]["message_ids"], json!([5]));
}
