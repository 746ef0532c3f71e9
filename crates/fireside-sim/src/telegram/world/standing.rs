//! Who may do what: joining, promoting, restricting, banning, blocking.

use serde_json::json;

use super::World;
use crate::telegram::chat::{ChatKind, Status};
use crate::telegram::members::Standing;
use crate::telegram::rights::{Permissions, Rights};

impl World {
    /// Puts somebody into a group without a word about it in the chat.
    pub fn add_member(&self, chat: i64, user: i64) {
        self.set_status(chat, user, Status::Member);
    }

    /// Makes somebody an administrator with the usual rights; for the bot use
    /// [`World::bot_id`].
    pub fn promote(&self, chat: i64, user: i64) {
        self.set_status(chat, user, Status::Administrator);
    }

    /// Makes somebody an administrator with these rights and no others.
    pub fn promote_with(&self, chat: i64, user: i64, rights: Rights) {
        self.change(|state| {
            let by = state.owner_or(chat, user);
            state.set_standing(chat, user, by, Standing::Administrator(rights));
        });
    }

    /// Makes an administrator an ordinary member again.
    pub fn demote(&self, chat: i64, user: i64) {
        self.set_status(chat, user, Status::Member);
    }

    /// Lets a member read and nothing else; the bot too can be silenced.
    pub fn silence(&self, chat: i64, user: i64) {
        self.change(|state| {
            let by = state.owner_or(chat, user);
            let nothing = Standing::Restricted(Permissions::granted(&json!({})));
            state.set_standing(chat, user, by, nothing);
        });
    }

    /// Gives somebody any standing. The bot hears of it as Telegram tells bots:
    /// always of itself, of others when it is administrator and asked to.
    pub fn set_status(&self, chat: i64, user: i64, status: Status) {
        self.change(|state| {
            let by = state.owner_or(chat, user);
            state.set_status(chat, user, by, status);
        });
    }

    /// A person joins a group, with the service message.
    pub fn join(&self, chat: i64, user: i64) {
        self.change(|state| {
            state.ensure_user(user);
            state.set_status(chat, user, user, Status::Member);
            let service = json!({ "new_chat_members": [state.users.get(&user)] });
            state.post_service(chat, user, None, service);
        });
    }

    /// A person leaves a group, with the service message.
    pub fn leave(&self, chat: i64, user: i64) {
        self.change(|state| {
            state.set_status(chat, user, user, Status::Left);
            let service = json!({ "left_chat_member": state.users.get(&user) });
            state.post_service(chat, user, None, service);
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
}
