//! Who stands where in a chat, how the Bot API describes it, and how the bot
//! hears that it changed.

use serde_json::{Map, Value, json};

use super::chat::{Chat, ChatKind, Status};
use super::objects::User;
use super::queue::UPDATE_TTL_MS;
use super::rights::{Permissions, Rights};
use super::state::State;

/// Where somebody is to stand, with what that standing carries.
#[derive(Debug, Clone)]
pub(crate) enum Standing {
    /// Without more; an administrator has the usual rights.
    Plain(Status),
    /// An administrator with these rights.
    Administrator(Rights),
    /// A member who may do no more than this.
    Restricted(Permissions),
}

impl Standing {
    fn status(&self) -> Status {
        match self {
            Self::Plain(status) => *status,
            Self::Administrator(_) => Status::Administrator,
            Self::Restricted(_) => Status::Restricted,
        }
    }
}

impl Chat {
    fn place(&mut self, user: i64, standing: Standing) {
        let status = standing.status();
        self.members.insert(user, status);
        if status == Status::Creator {
            self.owner = Some(user);
        }
        self.rights.remove(&user);
        self.restricted.remove(&user);
        match standing {
            Standing::Plain(_) => {}
            Standing::Administrator(rights) => {
                self.rights.insert(user, rights);
            }
            Standing::Restricted(permissions) => {
                self.restricted.insert(user, permissions);
            }
        }
    }
}

impl State {
    /// Gives somebody another standing and makes the update that tells of it.
    pub(crate) fn set_status(&mut self, chat_id: i64, user: i64, by: i64, status: Status) {
        self.set_standing(chat_id, user, by, Standing::Plain(status));
    }

    /// The same with rights or permissions. The bot hears of itself always, of
    /// others when it is administrator and asked to.
    pub(crate) fn set_standing(&mut self, chat_id: i64, user: i64, by: i64, standing: Standing) {
        self.ensure_user(user);
        let bot = self.bot.id;
        let Some(chat) = self.chats.get(&chat_id) else { return };
        let kind = if user == bot { "my_chat_member" } else { "chat_member" };
        let wanted = self.updates.wants(kind);
        let old = if wanted { self.member_object(chat, user) } else { Value::Null };
        let Some(chat) = self.chats.get_mut(&chat_id) else { return };
        chat.place(user, standing);
        let told = user == bot || chat.status(bot).is_admin();
        if !told || !wanted {
            return;
        }
        let Some(chat) = self.chats.get(&chat_id) else { return };
        let new = self.member_object(chat, user);
        if old == new {
            return;
        }
        let body = json!({
            "chat": self.chat_object(chat),
            "from": self.users.get(&by),
            "date": self.clock.now_secs(),
            "old_chat_member": old,
            "new_chat_member": new,
        });
        self.emit(kind, &body, UPDATE_TTL_MS);
    }

    /// A `ChatMember`.
    pub(crate) fn member_object(&self, chat: &Chat, user_id: i64) -> Value {
        let user = self.users.get(&user_id).cloned().unwrap_or_else(|| User::named(user_id, "Unknown"));
        let rights = chat.rights(user_id);
        match chat.status(user_id) {
            Status::Creator => {
                json!({ "status": "creator", "user": user, "is_anonymous": rights.is_anonymous })
            }
            Status::Administrator => {
                let mut member =
                    object(json!({ "status": "administrator", "user": user, "can_be_edited": false }));
                member.extend(rights.flags(chat.kind));
                if let Some(title) = rights.custom_title {
                    member.insert("custom_title".to_owned(), title.into());
                }
                Value::Object(member)
            }
            Status::Restricted => {
                let own = chat.restricted.get(&user_id).cloned().unwrap_or_default();
                let known =
                    json!({ "status": "restricted", "user": user, "is_member": true, "until_date": 0 });
                let mut member = object(known);
                member.extend(own.flags());
                Value::Object(member)
            }
            Status::Member => json!({ "status": "member", "user": user }),
            Status::Left => json!({ "status": "left", "user": user }),
            Status::Kicked => json!({ "status": "kicked", "user": user, "until_date": 0 }),
        }
    }

    /// A `ChatFullInfo`.
    pub(crate) fn full_chat_object(&self, chat: &Chat) -> Value {
        let known = serde_json::to_value(self.chat_object(chat)).unwrap_or_default();
        let mut full = object(known);
        full.extend(object(json!({
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": {
                "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
                "premium_subscription": false, "gifts_from_channels": false,
            },
        })));
        if !chat.description.is_empty() {
            full.insert("description".to_owned(), chat.description.as_str().into());
        }
        if let Some(username) = &chat.username {
            full.insert("active_usernames".to_owned(), json!([username]));
        }
        if let Some(linked) = chat.linked {
            full.insert("linked_chat_id".to_owned(), linked.into());
        }
        if matches!(chat.kind, ChatKind::Group | ChatKind::Supergroup) {
            full.insert("permissions".to_owned(), Value::Object(chat.permissions.flags()));
        }
        let pinned = chat.pinned.iter().rev().find_map(|id| chat.message(*id));
        if let Some(pinned) = pinned {
            let pinned = serde_json::to_value(self.message_object(chat, pinned)).unwrap_or_default();
            full.insert("pinned_message".to_owned(), pinned);
        }
        Value::Object(full)
    }
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(object) = value { object } else { Map::new() }
}
