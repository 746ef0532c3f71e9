//! Setting the scene: who is there, in which chats, and what goes wrong.

use serde_json::{Value, json};

use super::World;
use crate::Fault;
use crate::telegram::chat::{ChatKind, Status};
use crate::telegram::objects::User;
use crate::telegram::queue::UPDATE_TTL_MS;

/// The colour of a topic that a person opens.
const TOPIC_COLOR: i64 = 0x006F_B9F0;

impl World {
    /// Makes a person known, or renames one.
    pub fn add_user(&self, id: i64, first_name: impl Into<String>) {
        self.put_user(User::named(id, first_name));
    }

    /// Makes an account known with all it shows of itself, or replaces it.
    pub fn put_user(&self, user: User) {
        self.change(|state| state.users.insert(user.id, user));
    }

    /// Makes a basic group with the bot as a member. Ids of groups are negative.
    pub fn add_group(&self, id: i64, title: &str) {
        self.change(|state| {
            state.ensure_chat(id, ChatKind::Group, title, false);
        });
    }

    /// Makes a supergroup with the bot as a member; `forum` gives it topics.
    /// Ids of supergroups begin with -100.
    pub fn add_supergroup(&self, id: i64, title: &str, forum: bool) {
        self.change(|state| {
            state.ensure_chat(id, ChatKind::Supergroup, title, forum);
        });
    }

    /// Puts somebody into a group without a word about it in the chat.
    pub fn add_member(&self, chat: i64, user: i64) {
        self.set_status(chat, user, Status::Member);
    }

    /// Makes somebody an administrator; for the bot use [`World::bot_id`].
    pub fn promote(&self, chat: i64, user: i64) {
        self.set_status(chat, user, Status::Administrator);
    }

    /// Makes an administrator an ordinary member again.
    pub fn demote(&self, chat: i64, user: i64) {
        self.set_status(chat, user, Status::Member);
    }

    /// Gives somebody any standing. The bot hears of it as Telegram tells bots:
    /// always of itself, of others when it is administrator and asked to.
    pub fn set_status(&self, chat: i64, user: i64, status: Status) {
        self.change(|state| {
            let by = state.owner_or(chat, user);
            state.set_status(chat, user, by, status);
        });
    }

    /// Bans somebody from a group, with the service message; the bot too can be kicked.
    pub fn kick(&self, chat: i64, user: i64) {
        self.change(|state| {
            state.ensure_user(user);
            let by = state.owner_or(chat, user);
            state.set_status(chat, user, by, Status::Kicked);
            let service = json!({ "left_chat_member": state.users.get(&user) });
            state.post_service(chat, by, None, service);
        });
    }

    /// The person blocks the bot, or unblocks it.
    pub fn block_bot(&self, user: i64, blocked: bool) {
        self.change(|state| {
            state.ensure_user(user);
            let (bot, status) = (state.bot.id, if blocked { Status::Kicked } else { Status::Member });
            state.ensure_chat(user, ChatKind::Private, "", false);
            state.set_status(user, bot, user, status);
        });
    }

    /// A person opens a topic in a forum; returns its id.
    pub fn add_topic(&self, chat: i64, user: i64, name: &str) -> i64 {
        self.change(|state| {
            state.ensure_user(user);
            state.open_topic(chat, user, name, TOPIC_COLOR)
        })
    }

    /// A person closes a topic, or reopens it.
    pub fn close_topic(&self, chat: i64, thread: i64, user: i64, closed: bool) {
        self.change(|state| state.close_topic(chat, user, thread, closed));
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

    /// A group becomes the supergroup `to`, with the two service messages;
    /// `swapped` sends the new chat's first. Calls for the old id are refused
    /// from now on, with the new id in the refusal.
    pub fn migrate(&self, group: i64, to: i64, swapped: bool) {
        self.change(|state| {
            let Some(old) = state.chats.get_mut(&group) else { return };
            old.migrated_to = Some(to);
            let (title, members, owner) = (old.title.clone(), old.members.clone(), old.owner);
            let by = owner.unwrap_or(state.bot.id);
            let new = state.ensure_chat(to, ChatKind::Supergroup, &title, false);
            (new.members, new.owner) = (members, owner);
            let mut told = [
                (group, json!({ "migrate_to_chat_id": to })),
                (to, json!({ "migrate_from_chat_id": group })),
            ];
            if swapped {
                told.reverse();
            }
            for (chat, service) in told {
                state.post_service(chat, by, None, service);
            }
        });
    }

    /// Makes one of the bot's next calls fail: the next whose camelCase name
    /// contains `call`.
    pub fn inject(&self, call: &str, fault: Fault) {
        self.faults().inject(call, fault);
    }

    /// Queues an update as it is, also one that makes no sense. A missing
    /// `update_id` is filled in; one that is null stays so.
    pub fn push_raw(&self, update: Value) {
        self.change(|state| {
            let expires_ms = state.now_ms() + UPDATE_TTL_MS;
            state.updates.push_raw(update, expires_ms);
        });
    }

    /// Makes update ids go on from here, forward or back.
    pub fn set_next_update_id(&self, update_id: i64) {
        self.change(|state| state.updates.renumber(update_id));
    }

    /// Turns the bot's privacy mode on or off.
    pub fn set_privacy_mode(&self, on: bool) {
        self.change(|state| state.privacy_mode = on);
    }
}
