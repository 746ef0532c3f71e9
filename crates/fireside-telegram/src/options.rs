//! What the adapter is told: whose bot it is, where it works, how fast.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use fireside_core::Clock;
use secrecy::SecretString;

use crate::webhook::Webhook;

/// The address of the official Bot API server.
pub(crate) const OFFICIAL_API_URL: &str = "https://api.telegram.org";
/// The longest long poll that the Bot API documents, in seconds.
const POLL_TIMEOUT_SECS_MAX: u32 = 50;

/// The settings of a [`TelegramAdapter`](crate::TelegramAdapter).
#[derive(Clone)]
pub struct TelegramOptions {
    /// The bot's token, as `BotFather` gave it.
    pub token: SecretString,
    /// The Bot API server; `None`: the official one.
    pub api_url: Option<String>,
    /// How long a poll waits for an update, in seconds, 0–50.
    pub poll_timeout_secs: u32,
    /// How Telegram brings updates; `None`: it is polled for them.
    pub webhook: Option<Webhook>,
    /// How long the further parts of an album are waited for.
    pub album_patience: Duration,
    /// The chats in which staff work, by id. There, an actor who is an
    /// administrator holds the role [`ADMIN_ROLE`](crate::ADMIN_ROLE).
    pub staff_chats: Vec<i64>,
    /// The groups in which customers talk, by id.
    pub groups: Vec<i64>,
    /// The staff chat that such a group belongs to: its administrators hold the
    /// role when they react to a message in the group.
    pub staff_of: BTreeMap<i64, i64>,
    /// How fast is sent.
    pub limits: TelegramLimits,
    /// The time.
    pub clock: Arc<dyn Clock>,
}

impl TelegramOptions {
    /// The bot of `token` on the official server, with the documented limits
    /// and no groups.
    pub fn new(token: SecretString, clock: Arc<dyn Clock>) -> Self {
        Self {
            token,
            api_url: None,
            poll_timeout_secs: 15,
            webhook: None,
            album_patience: Duration::from_millis(500),
            staff_chats: Vec::new(),
            groups: Vec::new(),
            staff_of: BTreeMap::new(),
            limits: TelegramLimits::documented(),
            clock,
        }
    }

    /// The poll's timeout, within what the Bot API takes.
    pub(crate) fn poll_timeout(&self) -> u32 {
        self.poll_timeout_secs.min(POLL_TIMEOUT_SECS_MAX)
    }
}

impl fmt::Debug for TelegramOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TelegramOptions")
            .field("api_url", &self.api_url)
            .field("poll_timeout_secs", &self.poll_timeout_secs)
            .field("webhook", &self.webhook)
            .field("staff_chats", &self.staff_chats)
            .field("groups", &self.groups)
            .field("staff_of", &self.staff_of)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// So many in so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub burst: u32,
    /// In how long.
    pub per: Duration,
}

/// How fast messages are sent. `None` is no limit, for a server without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TelegramLimits {
    /// Over all chats.
    pub overall: Option<Rate>,
    /// Into one private chat.
    pub private_chat: Option<Rate>,
    /// Into one group, its topics together.
    pub group: Option<Rate>,
}

impl TelegramLimits {
    /// What Telegram's bot FAQ says ("My bot is hitting limits, how do I avoid
    /// this?"): about 30 a second over all, one a second into a chat, 20 a
    /// minute into a group. The true limits are not stated.
    pub fn documented() -> Self {
        let rate = |burst, secs| Some(Rate { burst, per: Duration::from_secs(secs) });
        Self { overall: rate(30, 1), private_chat: rate(1, 1), group: rate(20, 60) }
    }

    /// No limits: for a server of one's own, or for measuring.
    pub fn none() -> Self {
        Self { overall: None, private_chat: None, group: None }
    }
}
