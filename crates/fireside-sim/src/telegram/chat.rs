//! One chat: what it is, who stands where in it, its topics and its history.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::history::{History, StoredMessage};
use super::limits::Window;
use super::rights::{Permission, Permissions, Right, Rights};

/// What a chat is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChatKind {
    /// Between the bot and one person; its id is the person's.
    Private,
    /// A basic group.
    Group,
    /// A supergroup, with or without topics.
    Supergroup,
    /// A channel: administrators post, nobody is named.
    Channel,
}

/// Where somebody stands in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Owns the chat.
    Creator,
    /// Has the rights of an administrator, all or some.
    Administrator,
    /// An ordinary member.
    Member,
    /// A member who may do less than others.
    Restricted,
    /// Not there.
    Left,
    /// Banned; in a private chat: the person blocked the bot.
    Kicked,
}

impl Status {
    pub(crate) fn is_present(self) -> bool {
        !matches!(self, Self::Left | Self::Kicked)
    }

    pub(crate) fn is_admin(self) -> bool {
        matches!(self, Self::Creator | Self::Administrator)
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Topic {
    pub(crate) name: String,
    /// Whose custom emoji is its icon; none shows the colour and a letter.
    pub(crate) icon_emoji: Option<String>,
    pub(crate) closed: bool,
    pub(crate) deleted: bool,
}

/// The topic that every forum has and that has no id.
#[derive(Debug, Clone)]
pub(crate) struct General {
    pub(crate) name: String,
    pub(crate) closed: bool,
    pub(crate) hidden: bool,
}

impl Default for General {
    fn default() -> Self {
        Self { name: "General".to_owned(), closed: false, hidden: false }
    }
}

/// A "typing…" or the like that people see for some seconds.
#[derive(Debug, Clone)]
pub(crate) struct ShownAction {
    pub(crate) action: String,
    /// When it goes, in milliseconds since the Unix epoch.
    pub(crate) until_ms: u64,
}

#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    pub(crate) kind: ChatKind,
    pub(crate) title: String,
    /// The public name, without the `@`.
    pub(crate) username: Option<String>,
    pub(crate) description: String,
    /// The discussion group of a channel, or the channel of such a group.
    pub(crate) linked: Option<i64>,
    pub(crate) forum: bool,
    pub(crate) members: HashMap<i64, Status>,
    /// What administrators may do; whoever is not named has the usual rights.
    pub(crate) rights: HashMap<i64, Rights>,
    /// What members may do, and the restricted ones.
    pub(crate) permissions: Permissions,
    pub(crate) restricted: HashMap<i64, Permissions>,
    pub(crate) owner: Option<i64>,
    pub(crate) topics: BTreeMap<i64, Topic>,
    pub(crate) general: General,
    /// Pinned messages, the last pinned last.
    pub(crate) pinned: Vec<i64>,
    /// Who types, by account and topic.
    pub(crate) actions: BTreeMap<(i64, Option<i64>), ShownAction>,
    pub(crate) history: History,
    pub(crate) migrated_to: Option<i64>,
    pub(crate) second: Window,
    pub(crate) minute: Window,
}

impl Chat {
    pub(crate) fn status(&self, user: i64) -> Status {
        self.members.get(&user).copied().unwrap_or(Status::Left)
    }

    /// Whether somebody is an administrator with this right.
    pub(crate) fn may(&self, user: i64, right: Right) -> bool {
        match self.status(user) {
            Status::Creator => true,
            Status::Administrator => self.rights(user).has(right),
            _ => false,
        }
    }

    /// An administrator's rights.
    pub(crate) fn rights(&self, user: i64) -> Rights {
        self.rights.get(&user).cloned().unwrap_or_else(Rights::usual)
    }

    /// Whether an ordinary member may do this; administrators may.
    pub(crate) fn permits(&self, user: i64, permission: Permission) -> bool {
        match self.status(user) {
            Status::Creator | Status::Administrator => true,
            Status::Restricted => self.restricted.get(&user).is_some_and(|own| own.has(permission)),
            _ => self.permissions.has(permission),
        }
    }

    /// A topic that is still there.
    pub(crate) fn topic(&self, thread: i64) -> Option<&Topic> {
        self.topics.get(&thread).filter(|topic| !topic.deleted)
    }

    pub(crate) fn topic_mut(&mut self, thread: i64) -> Option<&mut Topic> {
        self.topics.get_mut(&thread).filter(|topic| !topic.deleted)
    }

    /// A message that can be seen: neither it nor its topic was deleted.
    pub(crate) fn message(&self, id: i64) -> Option<&StoredMessage> {
        self.history.get(id).filter(|message| self.is_seen(message))
    }

    pub(crate) fn message_mut(&mut self, id: i64) -> Option<&mut StoredMessage> {
        self.message(id)?;
        self.history.get_mut(id)
    }

    pub(crate) fn is_seen(&self, message: &StoredMessage) -> bool {
        let topic = message.thread.and_then(|thread| self.topics.get(&thread));
        !message.deleted && !topic.is_some_and(|topic| topic.deleted)
    }
}
