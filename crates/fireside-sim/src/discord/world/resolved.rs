//! What an interaction's ids stand for: its `resolved` data.

use serde_json::{Map, Value, json};

use super::super::objects;
use super::State;

/// Objects by kind and id, for `data.resolved`.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    kinds: Map<String, Value>,
}

impl Resolved {
    fn put(&mut self, kind: &str, key: u64, object: Value) {
        let entries = self.kinds.entry(kind).or_insert_with(|| json!({}));
        entries[key.to_string().as_str()] = object;
    }

    /// Sets `data.resolved`, unless nothing is resolved.
    pub(super) fn write(self, data: &mut Value) {
        if !self.kinds.is_empty() {
            data["resolved"] = Value::Object(self.kinds);
        }
    }

    /// A user, with the member in a guild; false when nobody has this id.
    pub(super) fn user(&mut self, state: &State, channel: u64, user: u64) -> bool {
        if !state.users.contains_key(&user) {
            return false;
        }
        self.put("users", user, state.user_object(user));
        let channel = state.channels.get(&channel);
        let guild = channel.and_then(|it| it.guild).and_then(|guild| state.guilds.get(&guild));
        let Some((channel, guild)) = channel.zip(guild).filter(|(_, it)| it.members.contains_key(&user))
        else {
            return true;
        };
        let held = state.permissions_in(channel, user);
        let mut member = state.interaction_member(guild, user, held);
        if let Some(member) = member.as_object_mut() {
            // A resolved member stands beside its user.
            for key in ["user", "deaf", "mute"] {
                member.remove(key);
            }
        }
        self.put("members", user, member);
        true
    }

    /// A role of the guild; false when there is none.
    pub(super) fn role(&mut self, state: &State, channel: u64, role: u64) -> bool {
        let guild = state.channels.get(&channel).and_then(|channel| channel.guild);
        let found = guild.and_then(|guild| state.guilds.get(&guild)?.roles.get(&role));
        found.map(|found| self.put("roles", role, objects::role(found))).is_some()
    }

    /// A channel that `user` sees, of one of `types` unless that is empty; false otherwise.
    pub(super) fn channel(&mut self, state: &State, user: u64, channel_id: u64, types: &[Value]) -> bool {
        let Some(channel) = state.channels.get(&channel_id) else { return false };
        let is_wanted = types.is_empty() || types.contains(&json!(channel.kind));
        if !is_wanted || !state.may_see(channel_id, user) {
            return false;
        }
        let whole = state.channel_object(channel);
        let mut partial = json!({ "permissions": state.permissions_in(channel, user).to_string() });
        let shown = [
            "id",
            "name",
            "type",
            "parent_id",
            "thread_metadata",
            "topic",
            "position",
            "nsfw",
            "flags",
            "guild_id",
            "last_message_id",
            "rate_limit_per_user",
        ];
        for key in shown {
            if let Some(value) = whole.get(key) {
                partial[key] = value.clone();
            }
        }
        self.put("channels", channel_id, partial);
        true
    }

    pub(super) fn message(&mut self, message: u64, object: Value) {
        self.put("messages", message, object);
    }

    pub(super) fn attachment(&mut self, attachment: u64, object: Value) {
        self.put("attachments", attachment, object);
    }
}
