//! How the bot presents itself: menus, names, the menu button; and keyboards.

use super::*;
use crate::telegram::User;

async fn set_menu(bench: &Bench, scope: Value, language: &str, command: &str) {
    let commands = json!([{ "command": command, "description": "Does it" }]);
    let menu = json!({ "commands": commands, "scope": scope, "language_code": language });
    bench.ok("setMyCommands", menu).await;
}

fn offered(bench: &Bench, chat: i64, user: i64) -> String {
    bench.world.menu_shown(chat, user).first().map(|entry| entry.command.clone()).unwrap_or_default()
}

#[tokio::test]
async fn the_narrowest_menu_is_offered_in_the_persons_language_first() {
    let bench = Bench::start().await;
    let anna = User { language_code: Some("de".to_owned()), ..User::named(ANNA, "Anna") };
    bench.world.put_user(anna);
    bench.world.add_user(8, "Ben");
    bench.world.promote(FORUM, ANNA);
    bench.world.add_member(FORUM, 8);
    assert_eq!(offered(&bench, FORUM, ANNA), "");
    set_menu(&bench, json!({ "type": "default" }), "", "everywhere").await;
    assert_eq!(offered(&bench, FORUM, 8), "everywhere");
    set_menu(&bench, json!({ "type": "all_group_chats" }), "de", "gruppen").await;
    assert_eq!(offered(&bench, FORUM, ANNA), "gruppen");
    assert_eq!(offered(&bench, FORUM, 8), "everywhere");
    set_menu(&bench, json!({ "type": "all_chat_administrators" }), "", "admins").await;
    assert_eq!(offered(&bench, FORUM, ANNA), "admins");
    set_menu(&bench, json!({ "type": "chat", "chat_id": FORUM }), "", "here").await;
    assert_eq!(offered(&bench, FORUM, 8), "here");
    set_menu(&bench, json!({ "type": "chat_member", "chat_id": FORUM, "user_id": 8 }), "", "ben").await;
    assert_eq!(offered(&bench, FORUM, 8), "ben");
    assert_eq!(offered(&bench, ANNA, ANNA), "everywhere");
    let channel = json!({ "commands": [], "scope": { "type": "chat", "chat_id": 12_345 } });
    assert_eq!(bench.refused("setMyCommands", channel).await, bad_request("chat not found"));
}

#[tokio::test]
async fn names_and_descriptions_fall_back_to_the_language_of_everybody() {
    let bench = Bench::start().await;
    assert_eq!(bench.ok("getMyName", json!({})).await["name"], "Fireside");
    bench.ok("setMyName", json!({ "name": "Lagerfeuer", "language_code": "de" })).await;
    assert_eq!(bench.ok("getMyName", json!({ "language_code": "de" })).await["name"], "Lagerfeuer");
    assert_eq!(bench.ok("getMyName", json!({ "language_code": "fr" })).await["name"], "Fireside");
    bench.ok("setMyDescription", json!({ "description": "We listen" })).await;
    let description = bench.ok("getMyDescription", json!({ "language_code": "de" })).await;
    assert_eq!(description["description"], "We listen");
    let long = bench.refused("setMyShortDescription", json!({ "short_description": "x".repeat(121) })).await;
    assert_eq!(long, bad_request("BOT_SHORT_DESCRIPTION_INVALID"));
}

#[tokio::test]
async fn a_chats_menu_button_hides_the_one_for_all() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    let own = json!({ "chat_id": ANNA });
    let app = json!({ "type": "web_app", "text": "Shop", "web_app": { "url": "https://x.y/" } });
    bench.ok("setChatMenuButton", json!({ "menu_button": app })).await;
    assert_eq!(bench.ok("getChatMenuButton", own.clone()).await, app);
    let commands = json!({ "chat_id": ANNA, "menu_button": { "type": "commands" } });
    bench.ok("setChatMenuButton", commands).await;
    assert_eq!(bench.ok("getChatMenuButton", own).await, json!({ "type": "commands" }));
    let plain = json!({ "type": "web_app", "text": "Shop", "web_app": { "url": "http://x.y/" } });
    let refusal = bench.refused("setChatMenuButton", json!({ "menu_button": plain })).await;
    assert_eq!(refusal, bad_request("BUTTON_URL_INVALID"));
}

#[tokio::test]
async fn every_kind_of_button_is_taken_within_its_limits() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    let with = |markup: Value| json!({ "chat_id": ANNA, "text": "Choose", "reply_markup": markup });
    let inline = |mut button: Value| {
        button["text"] = "A".into();
        with(json!({ "inline_keyboard": [[button]] }))
    };
    let good = [
        json!({ "url": "tg://user?id=7" }),
        json!({ "copy_text": { "text": "CODE" } }),
        json!({ "web_app": { "url": "https://x.y/" } }),
        json!({ "login_url": { "url": "https://x.y/" } }),
        json!({ "switch_inline_query": "" }),
        json!({ "switch_inline_query_chosen_chat": {} }),
        json!({ "callback_data": "a", "style": "danger" }),
    ];
    for button in good {
        bench.ok("sendMessage", inline(button)).await;
    }
    let wrong = [
        (json!({}), "text buttons are unallowed in the inline keyboard"),
        (json!({ "url": "not a link" }), "BUTTON_URL_INVALID"),
        (json!({ "copy_text": { "text": "x".repeat(257) } }), "BUTTON_COPY_TEXT_INVALID"),
        (
            json!({ "web_app": { "url": "http://x.y/" } }),
            "inline keyboard button Web App URL is invalid: Only HTTPS links are allowed",
        ),
    ];
    for (button, reason) in wrong {
        assert_eq!(bench.refused("sendMessage", inline(button)).await, bad_request(reason));
    }
    bench.ok("sendMessage", with(json!({ "keyboard": [["Yes", { "text": "No" }]] }))).await;
    bench.ok("sendMessage", with(json!({ "remove_keyboard": true }))).await;
    bench.ok("sendMessage", with(json!({ "force_reply": true }))).await;
    let hint = with(json!({ "force_reply": true, "input_field_placeholder": "x".repeat(65) }));
    assert_eq!(bench.refused("sendMessage", hint).await, bad_request("INPUT_FIELD_PLACEHOLDER_INVALID"));
}

#[tokio::test]
async fn every_parse_mode_is_taken_and_people_are_mentioned_whole() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    let marked = |mode: &str, text: &str| json!({ "chat_id": ANNA, "text": text, "parse_mode": mode });
    let sent = bench.ok("sendMessage", marked("MarkdownV2", "[Anna](tg://user?id=7) ||x||")).await;
    assert_eq!(sent["entities"][0]["user"]["first_name"], "Anna");
    assert_eq!(sent["entities"][1]["type"], "spoiler");
    let nobody = bench.ok("sendMessage", marked("Markdown", "[Zoe](tg://user?id=404)")).await;
    assert!(nobody.get("entities").is_none());
    let refusal = bench.refused("sendMessage", marked("MarkdownV2", "1.5")).await;
    let reason =
        "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'";
    assert_eq!(refusal, bad_request(reason));
    let refusal = bench.refused("sendMessage", marked("BBCode", "x")).await;
    assert_eq!(refusal, bad_request("unsupported parse_mode"));
}
