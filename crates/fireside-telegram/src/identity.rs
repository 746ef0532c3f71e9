//! Who the bot is on Telegram.

use serde::Deserialize;

/// The bot's own account, as `getMe` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Identity {
    /// Its account's id.
    pub(crate) id: u64,
    /// Its username, without the `@`.
    #[serde(default)]
    pub(crate) username: String,
    /// It has no privacy mode: in groups it hears everything.
    #[serde(default, rename = "can_read_all_group_messages")]
    pub(crate) hears_all: bool,
}

impl Identity {
    /// Whether the account `id` is the bot's.
    pub(crate) fn is(&self, id: i64) -> bool {
        u64::try_from(id) == Ok(self.id)
    }

    /// Whether `name` (without the `@`) is the bot's username.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        !name.is_empty() && self.username.eq_ignore_ascii_case(name)
    }
}
