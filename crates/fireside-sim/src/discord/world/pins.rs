//! Pinned messages.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::objects::id;
use super::super::time::iso8601;
use super::State;
use super::model::{Message, Reference, message_type};

/// A channel has at most this many pins.
const PINS_MAX: usize = 250;

impl State {
    /// Pins a message, which a message of the platform tells; pinning again
    /// changes nothing.
    pub(crate) fn pin(&mut self, channel_id: u64, message_id: u64, by: u64) -> Result<(), ApiError> {
        let now_ms = self.clock.now_ms();
        let pinned = self.pinned(channel_id).len();
        let message = self.message_mut(channel_id, message_id).ok_or_else(ApiError::unknown_message)?;
        if message.pinned_at_ms.is_some() {
            return Ok(());
        }
        if !message.is_written() {
            return Err(ApiError::new(403, 50021, "Cannot execute action on a system message"));
        }
        if pinned >= PINS_MAX {
            let message = format!("Maximum number of pins reached for the channel ({PINS_MAX})");
            return Err(ApiError::new(400, 30003, message));
        }
        message.pinned_at_ms = Some(now_ms);
        self.announce_pin(channel_id, message_id);
        let guild = self.channels.get(&channel_id).and_then(|channel| channel.guild);
        let about = Reference { is_forward: false, guild, channel: channel_id, message: Some(message_id) };
        self.send_system(channel_id, by, message_type::CHANNEL_PINNED_MESSAGE, "", Some(about));
        Ok(())
    }

    /// Takes a pin away; one that isn't there is no error.
    pub(crate) fn unpin(&mut self, channel_id: u64, message_id: u64) -> Result<(), ApiError> {
        let message = self.message_mut(channel_id, message_id).ok_or_else(ApiError::unknown_message)?;
        if message.pinned_at_ms.take().is_some() {
            self.announce_pin(channel_id, message_id);
        }
        Ok(())
    }

    /// The pinned messages, newest pin first.
    pub(crate) fn pinned(&self, channel: u64) -> Vec<&Message> {
        let messages = self.channels.get(&channel).into_iter().flat_map(|it| it.messages.values());
        let mut pinned: Vec<&Message> = messages.filter(|message| message.pinned_at_ms.is_some()).collect();
        pinned.sort_by_key(|message| std::cmp::Reverse((message.pinned_at_ms, message.id)));
        pinned
    }

    fn announce_pin(&mut self, channel_id: u64, message_id: u64) {
        let last_pin_at_ms = self.pinned(channel_id).first().and_then(|message| message.pinned_at_ms);
        let Some(channel) = self.channels.get_mut(&channel_id) else { return };
        channel.last_pin_at_ms = last_pin_at_ms;
        let mut event = json!({
            "channel_id": id(channel_id), "last_pin_timestamp": last_pin_at_ms.map(iso8601),
        });
        if let Some(guild) = channel.guild {
            event["guild_id"] = id(guild);
        }
        let changed = channel.messages.get(&message_id).cloned();
        self.emit_in(channel_id, "CHANNEL_PINS_UPDATE", intents::GUILDS, intents::DIRECT_MESSAGES, &event);
        if let Some(message) = changed {
            self.emit_message("MESSAGE_UPDATE", &message);
        }
    }

    /// One page of pins, as `GET /channels/{channel.id}/messages/pins` gives it:
    /// those pinned before `before`, which is a timestamp as the API writes it.
    pub(crate) fn pins_page(&self, channel: u64, before: Option<&str>, limit: usize) -> Value {
        // Timestamps of one form are in order as texts.
        let is_asked = |pinned_at: &str| before.is_none_or(|before| pinned_at < before);
        let dated = self.pinned(channel).into_iter().filter_map(|message| {
            let pinned_at = iso8601(message.pinned_at_ms?);
            is_asked(&pinned_at).then_some((pinned_at, message))
        });
        let dated: Vec<_> = dated.collect();
        let items = dated.iter().take(limit).map(
            |(pinned_at, message)| json!({ "pinned_at": pinned_at, "message": self.message_object(message) }),
        );
        json!({ "items": items.collect::<Value>(), "has_more": dated.len() > limit })
    }
}
