//! One chat: what it is, who stands where in it, its topics and its history.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::history::{History, StoredMessage};
use super::limits::Window;

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
}

/// Where somebody stands in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Owns the chat.
    Creator,
    /// Has every administrator's right that the simulator knows.
    Administrator,
    /// An ordinary member.
    Member,
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
    pub(crate) closed: bool,
    pub(crate) deleted: bool,
}

#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    pub(crate) kind: ChatKind,
    pub(crate) title: String,
    pub(crate) forum: bool,
    pub(crate) members: HashMap<i64, Status>,
    pub(crate) owner: Option<i64>,
    pub(crate) topics: BTreeMap<i64, Topic>,
    pub(crate) history: History,
    pub(crate) migrated_to: Option<i64>,
    pub(crate) second: Window,
    pub(crate) minute: Window,
}

impl Chat {
    pub(crate) fn status(&self, user: i64) -> Status {
        self.members.get(&user).copied().unwrap_or(Status::Left)
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
