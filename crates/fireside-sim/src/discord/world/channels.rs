//! Guild channels and direct channels.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::permissions::{SEND_MESSAGES, VIEW_CHANNEL};
use super::State;
use super::model::{Channel, Overwrite, channel_type};

impl State {
    /// A text channel that everybody sees.
    pub(crate) fn add_channel(&mut self, guild_id: u64, name: &str, overwrites: Vec<Overwrite>) -> u64 {
        let channel_id = self.next_id();
        let mut channel = Channel::new(channel_id, channel_type::GUILD_TEXT, Some(guild_id), name);
        channel.overwrites = overwrites;
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            channel.position = guild.channels.len();
            guild.channels.insert(channel_id);
        }
        self.channels.insert(channel_id, channel);
        self.emit_channel("CHANNEL_CREATE", channel_id);
        channel_id
    }

    /// The overwrites of a channel that only these roles, and the bot, see.
    pub(crate) fn private_to(&self, guild_id: u64, roles: &[u64]) -> Vec<Overwrite> {
        let bot_role = self.guilds.get(&guild_id).map(|guild| guild.bot_role);
        let everyone = Overwrite { id: guild_id, is_for_member: false, allow: 0, deny: VIEW_CHANNEL };
        let seeing = roles.iter().copied().chain(bot_role).map(|role| Overwrite {
            id: role,
            is_for_member: false,
            allow: VIEW_CHANNEL | SEND_MESSAGES,
            deny: 0,
        });
        std::iter::once(everyone).chain(seeing).collect()
    }

    /// The direct channel of the bot and a user, made on first use.
    pub(crate) fn direct_channel(&mut self, user: u64) -> Result<u64, ApiError> {
        let known = self.users.get(&user).ok_or_else(ApiError::unknown_user)?;
        if known.is_bot {
            return Err(ApiError::cannot_message_user());
        }
        if let Some(channel) = self.direct_channels.get(&user) {
            return Ok(*channel);
        }
        let channel_id = self.next_id();
        let mut channel = Channel::new(channel_id, channel_type::DM, None, "");
        channel.recipient = Some(user);
        self.channels.insert(channel_id, channel);
        self.direct_channels.insert(user, channel_id);
        Ok(channel_id)
    }

    /// Changes a channel's name or topic, as `PATCH /channels/{channel.id}` asks.
    pub(crate) fn change_channel(&mut self, channel_id: u64, changes: &Value) -> Result<(), ApiError> {
        let name = read_name(changes, 100)?;
        let channel = self.channels.get_mut(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        if let Some(name) = name {
            channel.name = name;
        }
        if let Some(topic) = changes.get("topic") {
            channel.topic = topic.as_str().map(str::to_owned);
        }
        self.emit_channel("CHANNEL_UPDATE", channel_id);
        Ok(())
    }

    /// Deletes a guild channel with its threads, or a thread.
    pub(crate) fn delete_channel(&mut self, channel_id: u64) -> Option<Value> {
        let channel = self.channels.get(&channel_id)?;
        if channel.thread.is_some() {
            return self.delete_thread(channel_id);
        }
        let object = self.channel_object(channel);
        let guild_id = channel.guild?;
        let threads: Vec<u64> = {
            let all = self.guilds.get(&guild_id)?.threads.iter().copied();
            let parent_of = |thread: &u64| self.channels.get(thread).and_then(|channel| channel.parent);
            all.filter(|thread| parent_of(thread) == Some(channel_id)).collect()
        };
        for thread in threads {
            self.delete_thread(thread);
        }
        self.emit_channel("CHANNEL_DELETE", channel_id);
        self.channels.remove(&channel_id);
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            guild.channels.remove(&channel_id);
        }
        Some(object)
    }

    fn emit_channel(&mut self, name: &str, channel_id: u64) {
        let Some(channel) = self.channels.get(&channel_id) else { return };
        // A guild's channels are told of even when the bot doesn't see into them.
        let (guild, event) = (channel.guild, self.channel_object(channel));
        self.emit(name, intents::GUILDS, guild, &event);
    }
}

/// A channel's or thread's name from a body, 1 to `max` characters.
pub(crate) fn read_name(body: &Value, max: usize) -> Result<Option<String>, ApiError> {
    let Some(name) = body["name"].as_str() else { return Ok(None) };
    let length = name.trim().chars().count();
    if length == 0 || length > max {
        return Err(ApiError::bad_length("name", 1, max));
    }
    Ok(Some(name.trim().to_owned()))
}
