//! Setting the scene: who is there, in which chats, and what goes wrong.

use serde_json::{Value, json};

use super::World;
use crate::Fault;
use crate::telegram::chat::{ChatKind, Status};
use crate::telegram::objects::User;
use crate::telegram::queue::UPDATE_TTL_MS;

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

    /// Makes a channel with the bot as an administrator. Ids of channels begin with -100.
    pub fn add_channel(&self, id: i64, title: &str) {
        self.change(|state| {
            let bot = state.bot.id;
            let channel = state.ensure_chat(id, ChatKind::Channel, title, false);
            channel.members.insert(bot, Status::Administrator);
        });
    }

    /// Makes a supergroup the discussion group of a channel: what is posted in
    /// the channel comes into the group as an automatic forward.
    pub fn link_discussion(&self, channel: i64, group: i64) {
        self.change(|state| {
            for (one, other) in [(channel, group), (group, channel)] {
                if let Some(chat) = state.chats.get_mut(&one) {
                    chat.linked = Some(other);
                }
            }
        });
    }

    /// Gives a group or channel a public name, by which calls may address it
    /// as `@username`.
    pub fn set_username(&self, chat: i64, username: &str) {
        self.change(|state| {
            if let Some(chat) = state.chats.get_mut(&chat) {
                chat.username = Some(username.to_owned()).filter(|username| !username.is_empty());
            }
        });
    }

    /// A person changes a group's title, with the service message.
    pub fn set_title(&self, chat: i64, user: i64, title: &str) {
        self.change(|state| {
            state.ensure_user(user);
            state.set_title(chat, user, title);
        });
    }

    /// A person changes a group's photo, with the service message; without
    /// photo sizes, deletes it. `sizes` are the `PhotoSize`s to tell.
    pub fn set_photo(&self, chat: i64, user: i64, sizes: Vec<Value>) {
        self.change(|state| {
            state.ensure_user(user);
            let deleted = json!({ "delete_chat_photo": true });
            let service = if sizes.is_empty() { deleted } else { json!({ "new_chat_photo": sizes }) };
            state.post_service(chat, user, None, service);
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
