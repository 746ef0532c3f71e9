//! A channel's permission overwrites, and the threads that come into sight when
//! permissions change.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::snowflake;
use super::super::objects::id;
use super::super::permissions::{ALL, MANAGE_ROLES, VIEW_CHANNEL};
use super::State;
use super::model::Overwrite;

impl State {
    /// Sets one overwrite as the bot, which grants and denies only what it holds.
    pub(crate) fn set_overwrite(
        &mut self,
        channel_id: u64,
        target: u64,
        body: &Value,
    ) -> Result<(), ApiError> {
        let channel = self.channel_for(channel_id, self.bot(), MANAGE_ROLES)?;
        let guild_id = channel.guild.filter(|_| channel.thread.is_none());
        let guild = guild_id.and_then(|guild| self.guilds.get(&guild));
        let guild = guild.ok_or_else(ApiError::wrong_channel_type)?;
        let is_for_member = match body["type"].as_u64() {
            Some(kind @ (0 | 1)) => kind == 1,
            Some(_) => {
                let message = "Value must be one of {0, 1}.";
                return Err(ApiError::form("type", "BASE_TYPE_CHOICES", message));
            }
            None => !guild.roles.contains_key(&target),
        };
        let known =
            if is_for_member { self.users.contains_key(&target) } else { guild.roles.contains_key(&target) };
        if !known {
            return Err(ApiError::unknown_overwrite());
        }
        let bits = |field: &str| snowflake(&body[field]).unwrap_or(0) & ALL;
        let overwrite = Overwrite { id: target, is_for_member, allow: bits("allow"), deny: bits("deny") };
        let before = channel.overwrites.iter().find(|other| other.id == target);
        let touched = before.map_or(overwrite.allow | overwrite.deny, |before| {
            (before.allow ^ overwrite.allow) | (before.deny ^ overwrite.deny)
        });
        if touched & !self.permissions_in(channel, self.bot()) != 0 {
            return Err(ApiError::missing_permissions());
        }
        self.put_overwrite(channel_id, overwrite);
        Ok(())
    }

    /// Sets one overwrite, whoever does so.
    pub(crate) fn put_overwrite(&mut self, channel_id: u64, overwrite: Overwrite) {
        self.change_overwrites(channel_id, |overwrites| {
            match overwrites.iter_mut().find(|other| other.id == overwrite.id) {
                Some(other) => *other = overwrite,
                None => overwrites.push(overwrite),
            }
        });
    }

    /// Takes an overwrite away as the bot.
    pub(crate) fn delete_overwrite(&mut self, channel_id: u64, target: u64) -> Result<(), ApiError> {
        let channel = self.channel_for(channel_id, self.bot(), MANAGE_ROLES)?;
        if !channel.overwrites.iter().any(|overwrite| overwrite.id == target) {
            return Err(ApiError::unknown_overwrite());
        }
        self.change_overwrites(channel_id, |overwrites| overwrites.retain(|other| other.id != target));
        Ok(())
    }

    fn change_overwrites(&mut self, channel_id: u64, change: impl FnOnce(&mut Vec<Overwrite>)) {
        let Some(guild_id) = self.channels.get(&channel_id).and_then(|channel| channel.guild) else { return };
        self.watch_threads(guild_id, |state| {
            if let Some(channel) = state.channels.get_mut(&channel_id) {
                change(&mut channel.overwrites);
            }
            let event = state.channels.get(&channel_id).map(|channel| state.channel_object(channel));
            state.emit("CHANNEL_UPDATE", intents::GUILDS, Some(guild_id), &event.unwrap_or_default());
        });
    }

    /// Makes a change of permissions, after which the bot is told of the active
    /// threads of every channel it newly sees (`THREAD_LIST_SYNC`).
    pub(crate) fn watch_threads(&mut self, guild_id: u64, change: impl FnOnce(&mut Self)) {
        let seen_before = self.channels_in_sight(guild_id);
        change(self);
        let gained: Vec<u64> = self.channels_in_sight(guild_id).difference(&seen_before).copied().collect();
        if !gained.is_empty() {
            self.sync_threads(guild_id, &gained);
        }
    }

    fn channels_in_sight(&self, guild_id: u64) -> BTreeSet<u64> {
        let channels = self.guilds.get(&guild_id).into_iter().flat_map(|guild| &guild.channels);
        channels.copied().filter(|channel| self.may_see(*channel, self.bot())).collect()
    }

    fn sync_threads(&mut self, guild_id: u64, gained: &[u64]) {
        let bot = self.bot();
        let in_gained = self.active_threads(guild_id).filter(|thread| {
            let is_there = thread.parent.is_some_and(|parent| gained.contains(&parent));
            is_there && self.permissions_in(thread, bot) & VIEW_CHANNEL != 0
        });
        let threads: Vec<_> = in_gained.collect();
        let members = threads.iter().filter_map(|channel| {
            let joined_at_ms = *channel.thread.as_ref()?.members.get(&bot)?;
            Some(Self::thread_member_object(channel.id, bot, joined_at_ms))
        });
        let event = json!({
            "guild_id": id(guild_id), "channel_ids": gained.iter().copied().map(id).collect::<Value>(),
            "threads": threads.iter().map(|thread| self.channel_object(thread)).collect::<Value>(),
            "members": members.collect::<Value>(),
        });
        self.emit("THREAD_LIST_SYNC", intents::GUILDS, Some(guild_id), &event);
    }
}
