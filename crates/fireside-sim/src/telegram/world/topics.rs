//! What people do to topics.

use super::World;
use crate::telegram::methods::topics::Opening;
use crate::telegram::state::GoneTopics;

impl World {
    /// A person opens a topic in a forum; returns its id.
    pub fn add_topic(&self, chat: i64, user: i64, name: &str) -> i64 {
        self.change(|state| {
            state.ensure_user(user);
            state.open_topic(chat, user, Opening::named(name))
        })
    }

    /// A person renames a topic; `None` is General.
    pub fn rename_topic(&self, chat: i64, thread: Option<i64>, user: i64, name: &str) {
        self.change(|state| match thread {
            Some(thread) => state.edit_topic(chat, user, thread, Some(name.to_owned()), None),
            None => state.rename_general(chat, user, name),
        });
    }

    /// A person closes a topic, or reopens it.
    pub fn close_topic(&self, chat: i64, thread: i64, user: i64, closed: bool) {
        self.change(|state| state.close_topic(chat, user, thread, closed));
    }

    /// A person closes General, or reopens it.
    pub fn close_general(&self, chat: i64, user: i64, closed: bool) {
        self.change(|state| state.close_general(chat, user, closed));
    }

    /// A person hides General, or shows it again.
    pub fn hide_general(&self, chat: i64, user: i64, hidden: bool) {
        self.change(|state| state.hide_general(chat, user, hidden));
    }

    /// What the bot says in a topic that is gone is put into General, and no
    /// word is said of it: Telegram's documents don't rule that out.
    pub fn let_gone_topics_lead_to_general(&self) {
        self.change(|state| state.gone_topics = GoneTopics::LeadToGeneral);
    }

    /// A person deletes a topic with all it holds. Bots aren't told.
    pub fn delete_topic(&self, chat: i64, thread: i64) {
        self.change(|state| {
            let topic = state.chats.get_mut(&chat).and_then(|chat| chat.topic_mut(thread));
            if let Some(topic) = topic {
                topic.deleted = true;
            }
        });
    }
}
