//! What a recording must hold, so that a silent bot is no conforming one.

use std::collections::BTreeSet;

use serde_json::Value;

const TELEGRAM_METHODS: [&str; 30] = [
    "answerCallbackQuery",
    "closeForumTopic",
    "createForumTopic",
    "deleteMessage",
    "deleteWebhook",
    "editForumTopic",
    "editMessageText",
    "getFile",
    "getChatAdministrators",
    "getMe",
    "getUpdates",
    "getWebhookInfo",
    "pinChatMessage",
    "reopenForumTopic",
    "sendAnimation",
    "sendAudio",
    "sendChatAction",
    "sendDocument",
    "sendMediaGroup",
    "sendMessage",
    "sendPhoto",
    "sendPoll",
    "sendSticker",
    "sendVideo",
    "sendVoice",
    "setMessageReaction",
    "setMyCommands",
    "setWebhook",
    "stopPoll",
    "unpinChatMessage",
];

const DISCORD_CALLS: [&str; 26] = [
    "GET /gateway/bot",
    "PATCH /channels/*",
    "PATCH /channels/*/messages/*",
    "DELETE /channels/*/messages/*",
    "DELETE /channels/*/messages/*/reactions/*/@me",
    "DELETE /channels/*/messages/pins/*",
    "POST /channels/*/messages",
    "POST /channels/*/messages/*/threads",
    "POST /channels/*/polls/*/expire",
    "POST /channels/*/threads",
    "POST /channels/*/typing",
    "POST /channels/*/webhooks",
    "POST /interactions/*/*/callback",
    "POST /webhooks/*/*",
    "PUT /applications/*/guilds/*/commands",
    "PUT /channels/*/messages/*/reactions/*/@me",
    "PUT /channels/*/messages/pins/*",
    "PUT /channels/*/thread-members/*",
    "PATCH /applications/@me",
    "GET /channels/*",
    "GET /channels/*/messages",
    "GET /channels/*/messages/*",
    "GET /channels/*/webhooks",
    "GET /guilds/*",
    "GET /guilds/*/members/*",
    "GET /users/@me",
];

const GATEWAY_EVENTS: [&str; 29] = [
    "READY",
    "RESUMED",
    "GUILD_CREATE",
    "GUILD_MEMBER_ADD",
    "GUILD_MEMBER_UPDATE",
    "GUILD_MEMBER_REMOVE",
    "GUILD_ROLE_CREATE",
    "GUILD_ROLE_UPDATE",
    "GUILD_ROLE_DELETE",
    "INTERACTION_CREATE",
    "MESSAGE_CREATE",
    "MESSAGE_UPDATE",
    "MESSAGE_DELETE",
    "MESSAGE_REACTION_ADD",
    "MESSAGE_REACTION_REMOVE",
    "MESSAGE_POLL_VOTE_ADD",
    "MESSAGE_POLL_VOTE_REMOVE",
    "CHANNEL_CREATE",
    "CHANNEL_UPDATE",
    "CHANNEL_DELETE",
    "CHANNEL_PINS_UPDATE",
    "THREAD_CREATE",
    "THREAD_UPDATE",
    "THREAD_MEMBERS_UPDATE",
    "TYPING_START",
    "op7",
    "op9",
    "op10",
    "op11",
];

/// Which methods of the Bot API were not called.
pub(crate) fn missing_on_telegram(rows: &[Value]) -> Vec<String> {
    let called = rows.iter().filter_map(|row| row["raw"].as_str()?.rsplit('/').next());
    missing(&TELEGRAM_METHODS, &called.map(str::to_lowercase).collect(), str::to_lowercase)
}

/// Which calls and events there were not on Discord.
pub(crate) fn missing_on_discord(rows: &[Value]) -> Vec<String> {
    let seen = rows.iter().filter_map(|row| match row["method"].as_str() {
        Some(method) => Some(format!("{method} {}", template(row["path"].as_str()?))),
        None if row["gw"] == "<" => match row["frame"]["t"].as_str() {
            Some(event) => Some(event.to_owned()),
            None => Some(format!("op{}", row["frame"]["op"])),
        },
        None => None,
    });
    let seen = seen.collect();
    let mut missed = missing(&DISCORD_CALLS, &seen, str::to_owned);
    missed.extend(missing(&GATEWAY_EVENTS, &seen, str::to_owned));
    missed
}

fn missing(wanted: &[&str], seen: &BTreeSet<String>, name: impl Fn(&str) -> String) -> Vec<String> {
    let missed = wanted.iter().filter(|wanted| !seen.contains(&name(wanted)));
    missed.map(|wanted| (*wanted).to_owned()).collect()
}

/// A path with its ids, tokens and emojis as stars.
fn template(path: &str) -> String {
    let is_word = |part: &str| {
        part.is_empty() || part.starts_with('@') || part.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    let parts = path.split('/').map(|part| if is_word(part) { part } else { "*" });
    parts.collect::<Vec<_>>().join("/")
}
