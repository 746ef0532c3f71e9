//! From a change in the world to the events that sessions hear.

use serde_json::{Value, json};

use super::super::permissions;
use super::super::world::State;
use super::super::world::model::Message;
use super::intents;

impl State {
    /// Whether the bot is in the guild, and the guild has no outage.
    fn is_heard_of(&self, guild: u64) -> bool {
        self.is_bot_in(guild) && self.guilds.get(&guild).is_some_and(|guild| !guild.is_unavailable)
    }

    /// Dispatches an event of a guild (or of no guild) to the sessions with one
    /// of the intents (0: to all). Nothing is heard of guilds the bot isn't in.
    pub(crate) fn emit(&mut self, name: &str, intent: u64, guild: Option<u64>, data: &Value) {
        if guild.is_none_or(|guild| self.is_heard_of(guild)) {
            self.emit_always(name, intent, guild, data);
        }
    }

    /// As [`State::emit`], of a guild the bot has just left too.
    pub(crate) fn emit_always(&mut self, name: &str, intent: u64, guild: Option<u64>, data: &Value) {
        let text = data.to_string();
        let kept_max = self.options.limits.resume_events_max;
        for session in self.gateway.sessions.values_mut() {
            if session.wants(intent, guild) {
                session.dispatch(name, &text, kept_max);
            }
        }
        self.log.push(name, text);
    }

    /// Dispatches an event of a channel, if the bot sees the channel.
    pub(crate) fn emit_in(
        &mut self,
        channel_id: u64,
        name: &str,
        guild_intent: u64,
        direct_intent: u64,
        data: &Value,
    ) {
        let Some(channel) = self.channels.get(&channel_id) else { return };
        if self.permissions_in(channel, self.bot()) & permissions::VIEW_CHANNEL == 0 {
            return;
        }
        let guild = channel.guild;
        let intent = if guild.is_some() { guild_intent } else { direct_intent };
        self.emit(name, intent, guild, data);
    }

    /// Dispatches `MESSAGE_CREATE` or `MESSAGE_UPDATE`, without content to
    /// sessions that may not hear it. Ephemeral messages are not dispatched.
    pub(crate) fn emit_message(&mut self, name: &str, message: &Message) {
        let bot = self.bot();
        let Some(channel) = self.channels.get(&message.channel) else { return };
        let is_seen = self.permissions_in(channel, bot) & permissions::VIEW_CHANNEL != 0;
        let guild = channel.guild;
        let is_heard = guild.is_none_or(|guild| self.is_heard_of(guild));
        if message.seen_only_by.is_some() || !is_seen || !is_heard {
            return;
        }
        let intent = if guild.is_some() { intents::GUILD_MESSAGES } else { intents::DIRECT_MESSAGES };
        let concerns_bot = guild.is_none() || message.author == bot || message.mentions.users.contains(&bot);
        let mut data = self.message_event(message);
        let text = data.to_string();
        let mut stripped = None;
        let kept_max = self.options.limits.resume_events_max;
        for session in self.gateway.sessions.values_mut().filter(|session| session.wants(intent, guild)) {
            let heard = if concerns_bot || session.hears_content() {
                &text
            } else {
                stripped.get_or_insert_with(|| without_content(&mut data))
            };
            session.dispatch(name, heard, kept_max);
        }
        self.log.push(name, text);
    }
}

fn without_content(data: &mut Value) -> String {
    data["content"] = json!("");
    for field in ["embeds", "components", "attachments"] {
        data[field] = json!([]);
    }
    if let Some(data) = data.as_object_mut() {
        data.remove("poll");
        data.remove("message_snapshots");
    }
    data.to_string()
}
