//! The accounts that stand in `from` where nobody in person speaks.

use super::objects::User;

/// Stands for administrators who stay anonymous.
pub(crate) const GROUP_ANONYMOUS_BOT: i64 = 1_087_968_824;
/// Stands for channels that speak in groups.
pub(crate) const CHANNEL_BOT: i64 = 136_817_688;
/// Telegram itself; it forwards channel posts into the discussion group.
pub(crate) const TELEGRAM: i64 = 777_000;

/// Who stands in `from` when `sender` speaks in `chat`.
pub(crate) fn behind(sender: i64, chat: i64) -> i64 {
    if sender == chat { GROUP_ANONYMOUS_BOT } else { CHANNEL_BOT }
}

/// Telegram's own accounts.
pub(crate) fn service_accounts() -> impl Iterator<Item = User> {
    let bot = |id, first_name: &str, username: &str| User {
        is_bot: true,
        username: Some(username.to_owned()),
        ..User::named(id, first_name)
    };
    [
        bot(GROUP_ANONYMOUS_BOT, "Group", "GroupAnonymousBot"),
        bot(CHANNEL_BOT, "Channel", "Channel_Bot"),
        User::named(TELEGRAM, "Telegram"),
    ]
    .into_iter()
}
