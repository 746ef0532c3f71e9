//! Chats, members, migration and command menus.

use super::*;
use crate::telegram::Status;

#[tokio::test]
async fn members_and_administrators_are_told_apart() {
    let bench = Bench::start().await;
    bench.world.add_user(8, "Ben");
    bench.world.set_status(FORUM, ANNA, Status::Creator);
    bench.world.add_member(FORUM, 8);
    let member = bench.ok("getChatMember", json!({ "chat_id": FORUM, "user_id": 8 })).await;
    assert_eq!(member["status"], "member");
    let admins = bench.ok("getChatAdministrators", json!({ "chat_id": FORUM })).await;
    let statuses: Vec<_> = admins.as_array().expect("a list").iter().map(|admin| &admin["status"]).collect();
    assert_eq!(statuses, ["creator", "administrator"]);
    assert_eq!(bench.ok("getChatMemberCount", json!({ "chat_id": FORUM })).await, 3);
    assert_eq!(bench.ok("getChat", json!({ "chat_id": FORUM })).await["is_forum"], true);
    bench.world.leave(FORUM, 8);
    let member = bench.ok("getChatMember", json!({ "chat_id": FORUM, "user_id": 8 })).await;
    assert_eq!(member["status"], "left");
    let unknown = bench.refused("getChatMember", json!({ "chat_id": FORUM, "user_id": 99 })).await;
    assert_eq!(unknown, bad_request("invalid user_id specified"));
}

#[tokio::test]
async fn joining_and_leaving_are_service_messages_that_privacy_lets_through() {
    let bench = Bench::start().await;
    bench.world.join(GROUP, ANNA);
    bench.world.leave(GROUP, ANNA);
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["message"]["new_chat_members"][0]["first_name"], "Anna");
    assert_eq!(updates[1]["message"]["left_chat_member"]["id"], ANNA);
}

#[tokio::test]
async fn promotions_are_told_to_an_administrator_bot_that_asked() {
    let bench = Bench::start().await;
    bench.ok("getUpdates", json!({ "allowed_updates": ["chat_member"] })).await;
    bench.world.add_member(FORUM, ANNA);
    bench.world.promote(FORUM, ANNA);
    let updates = bench.updates(0).await;
    assert_eq!(updates.len(), 2);
    assert_eq!(updates[1]["chat_member"]["old_chat_member"]["status"], "member");
    assert_eq!(updates[1]["chat_member"]["new_chat_member"]["status"], "administrator");
}

#[tokio::test]
async fn blocking_is_told_and_writing_to_the_bot_unblocks_it() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    bench.world.block_bot(ANNA, true);
    bench.world.say(ANNA, ANNA, "sorry");
    bench.ok("sendMessage", json!({ "chat_id": ANNA, "text": "Welcome back" })).await;
    let updates = bench.updates(0).await;
    let standing =
        |update: &Value| Some(update["my_chat_member"]["new_chat_member"]["status"].as_str()?.to_owned());
    let standings: Vec<_> = updates.iter().filter_map(standing).collect();
    assert_eq!(standings, ["kicked", "member"]);
    assert_eq!(updates[1]["my_chat_member"]["from"]["id"], ANNA);
}

#[tokio::test]
async fn a_kicked_bot_is_told_and_hears_no_more() {
    let bench = Bench::start().await;
    bench.world.set_status(FORUM, ANNA, Status::Creator);
    bench.world.kick(FORUM, bench.world.bot_id());
    bench.world.say(FORUM, ANNA, "/human");
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["my_chat_member"]["new_chat_member"]["status"], "kicked");
    assert_eq!(updates[0]["my_chat_member"]["from"]["id"], ANNA);
    assert_eq!(updates[1]["message"]["left_chat_member"]["id"], 42);
    assert_eq!(updates.len(), 2);
}

#[tokio::test]
async fn a_migrated_group_names_its_new_id() {
    let bench = Bench::start().await;
    bench.world.add_member(GROUP, ANNA);
    bench.world.migrate(GROUP, -1_002, true);
    let refusal = bench.call("sendMessage", json!({ "chat_id": GROUP, "text": "Hi" })).await;
    assert_eq!(refusal["error_code"], 400);
    assert_eq!(refusal["parameters"]["migrate_to_chat_id"], -1_002);
    bench.ok("sendMessage", json!({ "chat_id": -1_002, "text": "Hi" })).await;
    let updates = bench.updates(0).await;
    assert_eq!(updates[0]["message"]["migrate_from_chat_id"], GROUP);
    assert_eq!(updates[1]["message"]["migrate_to_chat_id"], -1_002);
}

#[tokio::test]
async fn menus_are_kept_by_scope_and_language() {
    let bench = Bench::start().await;
    let human = json!([{ "command": "human", "description": "Talk to a person" }]);
    let scope = json!({ "type": "chat", "chat_id": GROUP });
    bench.ok("setMyCommands", json!({ "commands": human, "scope": scope, "language_code": "de" })).await;
    assert_eq!(bench.ok("getMyCommands", json!({})).await, json!([]));
    let own = json!({ "scope": scope, "language_code": "de" });
    assert_eq!(bench.ok("getMyCommands", own.clone()).await, human);
    assert_eq!(bench.world.commands().len(), 1);
    bench.ok("deleteMyCommands", own.clone()).await;
    assert_eq!(bench.ok("getMyCommands", own).await, json!([]));
    let wrong = json!({ "commands": [{ "command": "Human!", "description": "x" }] });
    assert_eq!(bench.refused("setMyCommands", wrong).await, bad_request("BOT_COMMAND_INVALID"));
}
