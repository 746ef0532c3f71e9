//! Reactions and typing.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::objects::{self, id};
use super::State;
use super::model::{Channel, Reaction};

impl State {
    /// Adds a reaction; adding it again changes nothing.
    pub(crate) fn react(
        &mut self,
        channel: u64,
        message: u64,
        user: u64,
        emoji: &str,
    ) -> Result<(), ApiError> {
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        let author = found.author;
        match found.reactions.iter_mut().find(|reaction| reaction.emoji == emoji) {
            Some(reaction) if reaction.users.contains(&user) => return Ok(()),
            Some(reaction) => reaction.users.push(user),
            None => found.reactions.push(Reaction { emoji: emoji.to_owned(), users: vec![user] }),
        }
        let mut event = self.reaction_event(channel, message, user, emoji);
        event["message_author_id"] = id(author);
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        if let Some(guild) = guild.and_then(|guild| self.guilds.get(&guild)) {
            event["member"] = self.member_object(guild, user);
        }
        self.emit_reaction(channel, "MESSAGE_REACTION_ADD", &event);
        Ok(())
    }

    /// Takes a reaction away; one that isn't there is no error.
    pub(crate) fn unreact(
        &mut self,
        channel: u64,
        message: u64,
        user: u64,
        emoji: &str,
    ) -> Result<(), ApiError> {
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        let reaction = found.reactions.iter_mut().find(|reaction| reaction.emoji == emoji);
        let Some(reaction) = reaction.filter(|reaction| reaction.users.contains(&user)) else {
            return Ok(());
        };
        reaction.users.retain(|other| *other != user);
        found.reactions.retain(|reaction| !reaction.users.is_empty());
        let event = self.reaction_event(channel, message, user, emoji);
        self.emit_reaction(channel, "MESSAGE_REACTION_REMOVE", &event);
        Ok(())
    }

    fn reaction_event(&self, channel: u64, message: u64, user: u64, emoji: &str) -> Value {
        let mut event = json!({
            "user_id": id(user), "channel_id": id(channel), "message_id": id(message),
            "emoji": objects::emoji(emoji), "burst": false, "type": 0,
        });
        if let Some(guild) = self.guild_of(channel) {
            event["guild_id"] = id(guild);
        }
        event
    }

    fn emit_reaction(&mut self, channel: u64, name: &str, event: &Value) {
        let (guild, direct) = (intents::GUILD_MESSAGE_REACTIONS, intents::DIRECT_MESSAGE_REACTIONS);
        self.emit_in(channel, name, guild, direct, event);
    }

    pub(crate) fn type_in(&mut self, channel: u64, user: u64) {
        let mut event = json!({
            "channel_id": id(channel), "user_id": id(user), "timestamp": self.clock.now_secs(),
        });
        if let Some(guild) = self.guild_of(channel) {
            event["guild_id"] = id(guild);
            let guild = self.guilds.get(&guild);
            event["member"] = guild.map_or(Value::Null, |guild| self.member_object(guild, user));
        }
        let (guild, direct) = (intents::GUILD_MESSAGE_TYPING, intents::DIRECT_MESSAGE_TYPING);
        self.emit_in(channel, "TYPING_START", guild, direct, &event);
    }

    fn guild_of(&self, channel: u64) -> Option<u64> {
        self.channels.get(&channel).and_then(|channel: &Channel| channel.guild)
    }
}
