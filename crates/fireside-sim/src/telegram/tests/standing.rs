//! Rights one by one, and what their lack is answered with.

use super::*;
use crate::telegram::{Right, Rights, Status};

const BEN: i64 = 8;

async fn bench_without(right: Right) -> Bench {
    let bench = Bench::start().await;
    bench.world.promote_with(FORUM, bench.world.bot_id(), Rights::usual().without(right));
    bench.world.add_user(BEN, "Ben");
    bench.world.add_member(FORUM, BEN);
    bench
}

#[tokio::test]
async fn each_right_is_missed_by_what_needs_it_and_by_nothing_else() {
    let cases = [
        (Right::PinMessages, "pinChatMessage", "not enough rights to manage pinned messages in the chat"),
        (Right::DeleteMessages, "deleteMessage", "message can't be deleted"),
        (Right::ManageTopics, "createForumTopic", "not enough rights to create a topic"),
        (Right::ChangeInfo, "setChatTitle", "not enough rights to change chat title"),
        (Right::InviteUsers, "createChatInviteLink", "not enough rights to manage chat invite link"),
        (Right::RestrictMembers, "banChatMember", "not enough rights to restrict/unrestrict chat member"),
    ];
    for (right, method, reason) in cases {
        let bench = bench_without(right).await;
        let id = bench.world.say(FORUM, BEN, "words");
        let params = json!({
            "chat_id": FORUM, "message_id": id, "user_id": BEN, "name": "Case", "title": "New",
        });
        assert_eq!(bench.refused(method, params.clone()).await, bad_request(reason));
        for (_, other, _) in cases.into_iter().filter(|(_, other, _)| *other != method) {
            let answer = bench.call(other, params.clone()).await;
            assert_eq!(answer["ok"], true, "without {right:?}, {other}: {answer}");
        }
    }
}

#[tokio::test]
async fn rights_are_told_one_by_one_and_changes_are_updates() {
    let bench = Bench::start().await;
    bench.ok("getUpdates", json!({ "allowed_updates": ["chat_member", "my_chat_member"] })).await;
    bench.world.add_member(FORUM, ANNA);
    let mut rights: Rights = [Right::ManageChat, Right::PinMessages].into_iter().collect();
    rights.is_anonymous = true;
    bench.world.promote_with(FORUM, ANNA, rights);
    bench.world.promote_with(FORUM, bench.world.bot_id(), Rights::usual().without(Right::PinMessages));
    let updates = bench.updates(0).await;
    let anna = &updates[1]["chat_member"]["new_chat_member"];
    assert_eq!(anna["can_pin_messages"], true);
    assert_eq!(anna["can_delete_messages"], false);
    assert_eq!(anna["is_anonymous"], true);
    let own = &updates[2]["my_chat_member"];
    assert_eq!(own["old_chat_member"]["can_pin_messages"], true);
    assert_eq!(own["new_chat_member"]["can_pin_messages"], false);
    let asked = bench.ok("getChatMember", json!({ "chat_id": FORUM, "user_id": ANNA })).await;
    assert_eq!(&asked, anna);
}

#[tokio::test]
async fn a_bot_promotes_only_with_what_it_has() {
    let bench = Bench::start().await;
    bench.world.add_member(FORUM, ANNA);
    let promote = json!({ "chat_id": FORUM, "user_id": ANNA, "can_pin_messages": true });
    assert_eq!(bench.refused("promoteChatMember", promote.clone()).await, bad_request("not enough rights"));
    let rights = [Right::ManageChat, Right::PromoteMembers, Right::PinMessages].into_iter().collect();
    bench.world.promote_with(FORUM, bench.world.bot_id(), rights);
    bench.ok("promoteChatMember", promote).await;
    assert_eq!(bench.world.status(FORUM, ANNA), Status::Administrator);
    let more = json!({ "chat_id": FORUM, "user_id": ANNA, "can_manage_topics": true });
    assert_eq!(bench.refused("promoteChatMember", more).await, bad_request("RIGHT_FORBIDDEN"));
    bench.ok("promoteChatMember", json!({ "chat_id": FORUM, "user_id": ANNA })).await;
    assert_eq!(bench.world.status(FORUM, ANNA), Status::Member);
}

#[tokio::test]
async fn a_silenced_bot_may_not_write_and_a_restricted_member_is_described() {
    let bench = Bench::start().await;
    bench.world.silence(FORUM, bench.world.bot_id());
    let refusal = bench.refused("sendMessage", json!({ "chat_id": FORUM, "text": "Hi" })).await;
    assert_eq!(refusal, bad_request("not enough rights to send text messages to the chat"));
    bench.world.promote(FORUM, bench.world.bot_id());
    bench.world.add_member(FORUM, ANNA);
    let permissions = json!({ "can_send_messages": true });
    let restrict = json!({ "chat_id": FORUM, "user_id": ANNA, "permissions": permissions });
    bench.ok("restrictChatMember", restrict).await;
    let member = bench.ok("getChatMember", json!({ "chat_id": FORUM, "user_id": ANNA })).await;
    assert_eq!(member["status"], "restricted");
    assert_eq!((&member["can_send_messages"], &member["can_send_polls"]), (&json!(true), &json!(false)));
    bench.world.set_status(FORUM, BEN, Status::Creator);
    let owner = bench.refused("banChatMember", json!({ "chat_id": FORUM, "user_id": BEN })).await;
    assert_eq!(owner, bad_request("can't remove chat owner"));
}
