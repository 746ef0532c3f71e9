//! Reactions and typing.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::objects::{self, id};
use super::State;
use super::model::{Channel, Reaction};

/// A message has at most this many different reactions.
const REACTIONS_MAX: usize = 20;

/// Which reactions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReactionKind {
    /// Plain ones.
    Normal,
    /// Super reactions.
    Burst,
}

/// Whether two emojis are one: a custom emoji is known by its id.
fn is_same(one: &str, other: &str) -> bool {
    match (one.rsplit_once(':'), other.rsplit_once(':')) {
        (Some((_, one)), Some((_, other))) => one == other,
        _ => one == other,
    }
}

/// An emoji as it is kept: itself, or `name:id`.
pub(crate) fn read_emoji(text: &str) -> Result<&str, ApiError> {
    let animated = text.strip_prefix("a:").filter(|rest| rest.contains(':'));
    let custom = animated.unwrap_or(text);
    let is_known = match custom.split_once(':') {
        Some((name, number)) => !name.is_empty() && number.parse::<u64>().is_ok(),
        None => !text.is_empty() && !text.is_ascii(),
    };
    if !is_known {
        return Err(ApiError::unknown_emoji());
    }
    Ok(custom)
}

impl State {
    /// Adds a reaction; adding it again changes nothing.
    pub(crate) fn react(
        &mut self,
        channel: u64,
        message: u64,
        user: u64,
        emoji: &str,
        kind: ReactionKind,
    ) -> Result<(), ApiError> {
        let emoji = read_emoji(emoji)?;
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        let author = found.author;
        let is_full = found.reactions.len() >= REACTIONS_MAX;
        let at = found.reactions.iter().position(|reaction| is_same(&reaction.emoji, emoji));
        if at.is_none() && is_full {
            return Err(ApiError::new(400, 30010, "Maximum number of reactions reached (20)"));
        }
        let at = at.unwrap_or_else(|| {
            found.reactions.push(Reaction { emoji: emoji.to_owned(), users: Vec::new(), burst: Vec::new() });
            found.reactions.len() - 1
        });
        let reaction = &mut found.reactions[at];
        if reaction.users.contains(&user) {
            return Ok(());
        }
        reaction.users.push(user);
        if kind == ReactionKind::Burst {
            reaction.burst.push(user);
        }
        let mut event = self.reaction_event(channel, message, emoji);
        add_reactor(&mut event, user, kind);
        if kind == ReactionKind::Burst {
            event["burst_colors"] = json!(["#f9a62b"]);
        }
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
        let emoji = read_emoji(emoji)?;
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        let reaction = found.reactions.iter_mut().find(|reaction| is_same(&reaction.emoji, emoji));
        let Some(reaction) = reaction.filter(|reaction| reaction.users.contains(&user)) else {
            return Ok(());
        };
        let kind = if reaction.burst.contains(&user) { ReactionKind::Burst } else { ReactionKind::Normal };
        reaction.users.retain(|other| *other != user);
        reaction.burst.retain(|other| *other != user);
        found.reactions.retain(|reaction| !reaction.users.is_empty());
        let mut event = self.reaction_event(channel, message, emoji);
        add_reactor(&mut event, user, kind);
        self.emit_reaction(channel, "MESSAGE_REACTION_REMOVE", &event);
        Ok(())
    }

    /// Takes all reactions away, or all with one emoji.
    pub(crate) fn clear_reactions(
        &mut self,
        channel: u64,
        message: u64,
        emoji: Option<&str>,
    ) -> Result<(), ApiError> {
        let emoji = emoji.map(read_emoji).transpose()?;
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        match emoji {
            Some(emoji) => found.reactions.retain(|reaction| !is_same(&reaction.emoji, emoji)),
            None => found.reactions.clear(),
        }
        let (mut event, name) = match emoji {
            Some(emoji) => (self.reaction_event(channel, message, emoji), "MESSAGE_REACTION_REMOVE_EMOJI"),
            None => (self.reaction_event(channel, message, ""), "MESSAGE_REACTION_REMOVE_ALL"),
        };
        if let (None, Some(event)) = (emoji, event.as_object_mut()) {
            event.remove("emoji");
        }
        self.emit_reaction(channel, name, &event);
        Ok(())
    }

    /// Who reacted so, by user id, after `after`.
    pub(crate) fn reactors(
        &self,
        channel: u64,
        message: u64,
        emoji: &str,
        kind: ReactionKind,
        (after, limit): (u64, usize),
    ) -> Result<Value, ApiError> {
        let emoji = read_emoji(emoji)?;
        let found = self.message(channel, message).ok_or_else(ApiError::unknown_message)?;
        let reaction = found.reactions.iter().find(|reaction| is_same(&reaction.emoji, emoji));
        let users = reaction.into_iter().flat_map(|reaction| {
            let is_burst = |user: &u64| reaction.burst.contains(user) == (kind == ReactionKind::Burst);
            reaction.users.iter().copied().filter(is_burst)
        });
        let mut users: Vec<u64> = users.filter(|user| *user > after).collect();
        users.sort_unstable();
        let known = users.iter().take(limit).filter_map(|user| self.users.get(user));
        Ok(known.map(objects::user).collect())
    }

    /// What all events of reactions tell.
    fn reaction_event(&self, channel: u64, message: u64, emoji: &str) -> Value {
        let mut event = json!({
            "channel_id": id(channel), "message_id": id(message), "emoji": objects::emoji(emoji),
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

fn add_reactor(event: &mut Value, user: u64, kind: ReactionKind) {
    let is_burst = kind == ReactionKind::Burst;
    event["user_id"] = id(user);
    event["burst"] = json!(is_burst);
    event["type"] = json!(u8::from(is_burst));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emojis_are_characters_or_named_with_an_id() {
        assert_eq!(read_emoji("\u{1F44D}"), Ok("\u{1F44D}"));
        assert_eq!(read_emoji("a:dance:123"), Ok("dance:123"));
        assert_eq!(read_emoji("a:123"), Ok("a:123"));
        for unknown in ["", "x", "name:", ":123", "name:id"] {
            assert_eq!(read_emoji(unknown), Err(ApiError::unknown_emoji()), "{unknown:?}");
        }
        assert!(is_same("old:1", "new:1"));
    }
}
