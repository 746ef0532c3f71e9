//! Guild channels and direct channels.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::snowflake;
use super::super::permissions::{SEND_MESSAGES, VIEW_CHANNEL};
use super::State;
use super::model::{Channel, Overwrite, channel_type};

/// A channel's name is at most this long.
const NAME_LEN_MAX: usize = 100;

impl State {
    /// A text channel that everybody sees.
    pub(crate) fn add_channel(&mut self, guild_id: u64, name: &str, overwrites: Vec<Overwrite>) -> u64 {
        let channel_id = self.next_id();
        let mut channel = Channel::new(channel_id, channel_type::GUILD_TEXT, Some(guild_id), name);
        channel.overwrites = overwrites;
        self.insert_channel(guild_id, channel);
        channel_id
    }

    /// A channel of any kind, as `POST /guilds/{guild.id}/channels` asks.
    pub(crate) fn create_channel(
        &mut self,
        guild_id: u64,
        body: &Value,
        overwrites: Vec<Overwrite>,
    ) -> Result<u64, ApiError> {
        let name = read_name(body, NAME_LEN_MAX)?.ok_or_else(|| ApiError::required("name"))?;
        let kind = body["type"].as_u64().and_then(|kind| u8::try_from(kind).ok()).unwrap_or(0);
        if !matches!(kind, 0 | 2 | 4 | 5 | 13 | 15 | 16) {
            let message = "Value must be one of {0, 2, 4, 5, 13, 15, 16}.";
            return Err(ApiError::form("type", "BASE_TYPE_CHOICES", message));
        }
        let channel_id = self.next_id();
        let mut channel = Channel::new(channel_id, kind, Some(guild_id), &name);
        channel.overwrites = overwrites;
        channel.topic = body["topic"].as_str().map(str::to_owned);
        channel.parent = self.read_category(guild_id, body, None)?;
        let mut settings = std::mem::take(&mut channel.settings);
        settings.apply(body, kind, || self.next_id())?;
        channel.settings = settings;
        self.insert_channel(guild_id, channel);
        Ok(channel_id)
    }

    fn insert_channel(&mut self, guild_id: u64, mut channel: Channel) {
        let channel_id = channel.id;
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            channel.position = guild.channels.len();
            guild.channels.insert(channel_id);
        }
        self.channels.insert(channel_id, channel);
        self.emit_channel("CHANNEL_CREATE", channel_id);
    }

    /// The category a body names; `current` if it names none.
    fn read_category(
        &self,
        guild_id: u64,
        body: &Value,
        current: Option<u64>,
    ) -> Result<Option<u64>, ApiError> {
        let Some(given) = body.get("parent_id") else { return Ok(current) };
        if given.is_null() {
            return Ok(None);
        }
        let category = snowflake(given).and_then(|it| self.channels.get(&it));
        let is_one = |it: &&Channel| it.kind == channel_type::GUILD_CATEGORY && it.guild == Some(guild_id);
        let category = category
            .filter(is_one)
            .ok_or_else(|| ApiError::form("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category"))?;
        Ok(Some(category.id))
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

    /// Changes a channel as `PATCH /channels/{channel.id}` asks.
    pub(crate) fn change_channel(&mut self, channel_id: u64, changes: &Value) -> Result<(), ApiError> {
        let name = read_name(changes, NAME_LEN_MAX)?;
        let channel = self.channels.get(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        let (kind, mut settings) = (channel.kind, channel.settings.clone());
        let category = match channel.guild {
            Some(guild) => self.read_category(guild, changes, channel.parent)?,
            None => None,
        };
        let topic = changes.get("topic").map(|topic| topic.as_str().map(str::to_owned));
        let is_renamed = name.as_ref().is_some_and(|name| *name != channel.name)
            || topic.as_ref().is_some_and(|topic| *topic != channel.topic);
        settings.apply(changes, kind, || self.next_id())?;
        if is_renamed {
            self.note_rename(channel_id)?;
        }
        let channel = self.channels.get_mut(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        channel.settings = settings;
        channel.name = name.unwrap_or_else(|| std::mem::take(&mut channel.name));
        channel.topic = topic.unwrap_or_else(|| channel.topic.take());
        channel.parent = category;
        self.emit_channel("CHANNEL_UPDATE", channel_id);
        Ok(())
    }

    /// Counts a change of name or topic; too many in a short time are refused.
    pub(super) fn note_rename(&mut self, channel_id: u64) -> Result<(), ApiError> {
        let limit = self.options.limits.channel_renames;
        let now_ms = self.clock.now_ms();
        let Some(channel) = self.channels.get_mut(&channel_id).filter(|_| limit.calls > 0) else {
            return Ok(());
        };
        channel.renamed_at_ms.retain(|at_ms| now_ms < at_ms + limit.window_ms);
        if channel.renamed_at_ms.len() >= limit.calls as usize {
            let first_ms = channel.renamed_at_ms.first().copied().unwrap_or(now_ms);
            return Err(ApiError::too_soon(first_ms + limit.window_ms - now_ms));
        }
        channel.renamed_at_ms.push(now_ms);
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
        self.webhooks.retain(|_, webhook| webhook.channel != channel_id);
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
