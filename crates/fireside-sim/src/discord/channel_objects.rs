//! Channels and threads as the API's JSON.

use serde_json::{Value, json};

use super::objects::{id, ids};
use super::time::iso8601;
use super::world::State;
use super::world::model::{Channel, Overwrite, Tag, Thread, channel_type};

fn thread_metadata(thread: &Thread) -> Value {
    json!({
        "archived": thread.archived, "locked": thread.locked, "invitable": thread.invitable,
        "auto_archive_duration": thread.auto_archive_minutes,
        "archive_timestamp": iso8601(thread.archive_changed_at_ms),
        "create_timestamp": iso8601(thread.created_at_ms),
    })
}

pub(crate) fn tag(tag: &Tag) -> Value {
    json!({
        "id": id(tag.id), "name": tag.name, "moderated": tag.is_moderated,
        "emoji_id": tag.emoji_id.map(id), "emoji_name": tag.emoji_name,
    })
}

fn overwrite(overwrite: &Overwrite) -> Value {
    json!({
        "id": id(overwrite.id), "type": u8::from(overwrite.is_for_member),
        "allow": overwrite.allow.to_string(), "deny": overwrite.deny.to_string(),
    })
}

impl State {
    pub(crate) fn channel_object(&self, channel: &Channel) -> Value {
        if let Some(thread) = &channel.thread {
            return Self::thread_object(channel, thread);
        }
        let mut object = json!({
            "id": id(channel.id), "type": channel.kind, "last_message_id": channel.last_message().map(id),
            "flags": channel.settings.flags,
        });
        if let Some(pinned_at_ms) = channel.last_pin_at_ms {
            object["last_pin_timestamp"] = json!(iso8601(pinned_at_ms));
        }
        if let Some(recipient) = channel.recipient {
            object["name"] = Value::Null;
            object["recipients"] = json!([self.user_object(recipient)]);
            return object;
        }
        object["guild_id"] = channel.guild.map_or(Value::Null, id);
        object["name"] = json!(channel.name);
        object["topic"] = json!(channel.topic);
        object["parent_id"] = channel.parent.map_or(Value::Null, id);
        object["rate_limit_per_user"] = json!(channel.settings.slow_mode_secs);
        object["position"] = json!(channel.position);
        object["nsfw"] = json!(channel.settings.nsfw);
        object["permission_overwrites"] = channel.overwrites.iter().map(overwrite).collect();
        self.add_kind_fields(channel, &mut object);
        object
    }

    /// What only channels of some kinds have.
    fn add_kind_fields(&self, channel: &Channel, object: &mut Value) {
        let settings = &channel.settings;
        for (key, value) in &settings.other {
            object[key] = value.clone();
        }
        if let Some(minutes) = settings.default_auto_archive_minutes {
            object["default_auto_archive_duration"] = json!(minutes);
        }
        match channel.kind {
            channel_type::GUILD_FORUM | channel_type::GUILD_MEDIA => {
                // The last post stands for the last message.
                let posts = channel.guild.and_then(|guild| self.guilds.get(&guild));
                let posts = posts.into_iter().flat_map(|guild| guild.threads.iter().rev());
                let parent_of = |thread: &&u64| self.channels.get(thread).and_then(|it| it.parent);
                let last = posts.copied().find(|thread| parent_of(&thread) == Some(channel.id));
                object["last_message_id"] = last.map_or(Value::Null, id);
                object["available_tags"] = settings.available_tags.iter().map(tag).collect();
                object["default_thread_rate_limit_per_user"] = json!(settings.default_thread_slow_mode_secs);
                for unset in ["default_reaction_emoji", "default_sort_order"] {
                    if object[unset].is_null() {
                        object[unset] = Value::Null;
                    }
                }
                if channel.kind == channel_type::GUILD_FORUM && object["default_forum_layout"].is_null() {
                    object["default_forum_layout"] = json!(0);
                }
            }
            channel_type::GUILD_VOICE | channel_type::GUILD_STAGE_VOICE => {
                for (key, value) in [("bitrate", 64_000), ("user_limit", 0)] {
                    if object[key].is_null() {
                        object[key] = json!(value);
                    }
                }
                object["rtc_region"] = object["rtc_region"].take();
            }
            _ => {}
        }
    }

    fn thread_object(channel: &Channel, thread: &Thread) -> Value {
        let mut object = json!({
            "id": id(channel.id), "type": channel.kind, "last_message_id": channel.last_message().map(id),
            "flags": channel.settings.flags, "guild_id": channel.guild.map(id), "name": channel.name,
            "parent_id": channel.parent.map(id), "rate_limit_per_user": channel.settings.slow_mode_secs,
            "owner_id": id(thread.owner), "thread_metadata": thread_metadata(thread),
            "message_count": channel.messages.len(), "total_message_sent": thread.sent,
            "member_count": thread.members.len().min(50),
        });
        if !thread.tags.is_empty() {
            object["applied_tags"] = ids(&thread.tags);
        }
        if let Some(pinned_at_ms) = channel.last_pin_at_ms {
            object["last_pin_timestamp"] = json!(iso8601(pinned_at_ms));
        }
        object
    }
}
