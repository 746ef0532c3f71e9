//! Reactions both ways.

use super::*;

const CHANNEL: i64 = -1_009;

async fn asking() -> Bench {
    let bench = Bench::start().await;
    let kinds = json!({ "allowed_updates": ["message_reaction", "message_reaction_count"] });
    bench.ok("getUpdates", kinds).await;
    bench
}

fn emoji(emoji: &str) -> Value {
    json!({ "type": "emoji", "emoji": emoji })
}

#[tokio::test]
async fn a_reaction_is_put_changed_and_withdrawn() {
    let bench = asking().await;
    let id = bench.world.say(FORUM, ANNA, "words");
    for reaction in ["👍", "👍", "🔥", ""] {
        bench.world.react(FORUM, id, ANNA, reaction).expect("the message is there");
    }
    let updates = bench.updates(0).await;
    let changes: Vec<_> = updates
        .iter()
        .map(|update| &update["message_reaction"])
        .map(|change| (change["old_reaction"].clone(), change["new_reaction"].clone()))
        .collect();
    let expected = [
        (json!([]), json!([emoji("👍")])),
        (json!([emoji("👍")]), json!([emoji("🔥")])),
        (json!([emoji("🔥")]), json!([])),
    ];
    assert_eq!(changes, expected);
    assert_eq!(updates[0]["message_reaction"]["user"]["id"], ANNA);
}

#[tokio::test]
async fn a_bot_that_is_no_administrator_hears_of_no_reaction() {
    let bench = asking().await;
    let id = bench.world.say(GROUP, ANNA, "/words");
    bench.world.react(GROUP, id, ANNA, "👍").expect("the message is there");
    assert_eq!(bench.updates(0).await, [] as [Value; 0]);
    assert_eq!(bench.world.message(GROUP, id).expect("it is there").reactions, ["👍"]);
}

#[tokio::test]
async fn anonymous_administrators_react_as_their_group() {
    let bench = asking().await;
    let id = bench.world.say(FORUM, ANNA, "words");
    let custom = json!({ "type": "custom_emoji", "custom_emoji_id": "5" });
    bench.world.react_as_chat(FORUM, id, FORUM, vec![custom.clone()]).expect("the message is there");
    let change = bench.updates(0).await[0]["message_reaction"].clone();
    assert_eq!(change["actor_chat"]["id"], FORUM);
    assert!(change.get("user").is_none());
    assert_eq!(change["new_reaction"], json!([custom]));
}

#[tokio::test]
async fn channels_count_reactions_and_name_nobody() {
    let bench = asking().await;
    bench.world.add_channel(CHANNEL, "News");
    let id = bench.world.publish(CHANNEL, "news");
    bench.world.react(CHANNEL, id, ANNA, "👍").expect("the message is there");
    bench.world.react(CHANNEL, id, 8, "👍").expect("the message is there");
    bench.world.react_with(CHANNEL, id, 9, vec![json!({ "type": "paid" })]).expect("the message is there");
    let updates = bench.updates(0).await;
    assert_eq!(updates.len(), 3);
    let counts = &updates[2]["message_reaction_count"]["reactions"];
    let paid = json!({ "type": { "type": "paid" }, "total_count": 1 });
    assert_eq!(counts, &json!([{ "type": emoji("👍"), "total_count": 2 }, paid]));
}

#[tokio::test]
async fn a_bot_gives_one_reaction_that_telegram_knows() {
    let bench = Bench::start().await;
    let id = bench.world.say(FORUM, ANNA, "words");
    let react = |reaction: Value| json!({ "chat_id": FORUM, "message_id": id, "reaction": reaction });
    for wrong in [emoji("🦖"), json!({ "type": "paid" }), json!({ "type": "custom_emoji" })] {
        let refusal = bench.refused("setMessageReaction", react(json!([wrong]))).await;
        assert_eq!(refusal, bad_request("REACTION_INVALID"));
    }
    let two = bench.refused("setMessageReaction", react(json!([emoji("👍"), emoji("🔥")]))).await;
    assert_eq!(two, bad_request("REACTIONS_TOO_MANY"));
    bench.ok("setMessageReaction", react(json!([emoji("❤️")]))).await;
    assert_eq!(bench.world.message(FORUM, id).expect("it is there").reactions, ["❤️"]);
    bench.ok("setMessageReaction", react(json!([]))).await;
    assert!(bench.world.message(FORUM, id).expect("it is there").reactions.is_empty());
    let missing = json!({ "chat_id": FORUM, "message_id": 99, "reaction": [emoji("👍")] });
    let refusal = bench.refused("setMessageReaction", missing).await;
    assert_eq!(refusal, bad_request("message to react not found"));
}
