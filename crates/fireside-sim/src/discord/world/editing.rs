//! Editing messages, and publishing them to followers.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::{components, embeds};
use super::State;
use super::attachments::{self, Attachment};
use super::draft::{Draft, check_no_legacy, read_content};
use super::model::{Message, channel_type, message_flags};

/// Flags an edit may set.
const FLAGS_EDITABLE: u64 = message_flags::SUPPRESS_EMBEDS | message_flags::IS_COMPONENTS_V2;

impl State {
    /// Edits a message with the fields that `body` names. Without
    /// `allowed_mentions` the edit pings as a new message would.
    pub(crate) fn edit(
        &mut self,
        channel_id: u64,
        message_id: u64,
        body: &Value,
        uploaded: &[Attachment],
    ) -> Result<Message, ApiError> {
        let mut edited =
            self.message(channel_id, message_id).cloned().ok_or_else(ApiError::unknown_message)?;
        if edited.poll.is_some() {
            return Err(ApiError::new(400, 520_003, "Cannot edit a poll message"));
        }
        if edited.flags & message_flags::IS_VOICE_MESSAGE != 0 {
            return Err(ApiError::new(400, 50162, "Voice messages cannot be edited."));
        }
        let content = read_content(body)?;
        let says_else = content.is_some();
        edited.content = content.unwrap_or(edited.content);
        edited.flags = edited_flags(&edited, body)?;
        edited.attachments = attachments::edited(&edited.attachments, body, uploaded)?;
        self.check_files(channel_id, &edited.attachments)?;
        let files: Vec<&str> = edited.attachments.iter().map(|file| file.file_name.as_str()).collect();
        let replaced = components::read(body, edited.is_components_v2(), &files)?;
        edited.components = replaced.unwrap_or(edited.components);
        if says_else || (edited.is_components_v2() && body.get("components").is_some()) {
            let draft = Draft {
                allowed_mentions: body["allowed_mentions"].clone(),
                reply_to: edited.reply_to,
                persona: edited.persona.clone(),
                ..Draft::default()
            };
            let spoken = components::spoken(&edited.content, &edited.components);
            edited.mentions = self.mentions_of(channel_id, edited.author, &spoken, &draft)?;
        }
        edited.embeds = embeds::read(body)?.unwrap_or(edited.embeds);
        if edited.is_components_v2() {
            check_no_legacy(&edited.content, &edited.embeds, [])?;
        }
        self.keep_files(channel_id, &mut edited.attachments);
        let was_loading = edited.is_loading();
        edited.flags &= !message_flags::LOADING;
        if is_empty(&edited) {
            return Err(ApiError::empty_message());
        }
        if !was_loading {
            edited.edited_at_ms = Some(self.clock.now_ms());
        }
        if let Some(stored) = self.message_mut(channel_id, message_id) {
            *stored = edited.clone();
        }
        if !edited.components.is_empty() {
            self.with_components.insert(message_id, channel_id);
        }
        self.announce("MESSAGE_UPDATE", &edited);
        Ok(edited)
    }

    /// Shows or hides the embeds of anybody's message, which is no edit.
    pub(crate) fn suppress_embeds(
        &mut self,
        channel: u64,
        message: u64,
        flags: u64,
    ) -> Result<Message, ApiError> {
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        found.flags &= !message_flags::SUPPRESS_EMBEDS;
        found.flags |= flags & message_flags::SUPPRESS_EMBEDS;
        let changed = found.clone();
        self.announce("MESSAGE_UPDATE", &changed);
        Ok(changed)
    }

    /// Publishes a message of an announcement channel.
    pub(crate) fn crosspost(&mut self, channel: u64, message: u64) -> Result<Message, ApiError> {
        let kind = self.channels.get(&channel).map(|channel| channel.kind);
        if kind != Some(channel_type::GUILD_ANNOUNCEMENT) {
            return Err(ApiError::wrong_channel_type());
        }
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        if found.flags & message_flags::CROSSPOSTED != 0 {
            return Err(ApiError::new(400, 40033, "This message has already been crossposted"));
        }
        found.flags |= message_flags::CROSSPOSTED;
        let published = found.clone();
        self.announce("MESSAGE_UPDATE", &published);
        Ok(published)
    }
}

/// The flags after an edit. Components of version 2 can't be left again.
fn edited_flags(message: &Message, body: &Value) -> Result<u64, ApiError> {
    let Some(asked) = body["flags"].as_u64() else { return Ok(message.flags) };
    let asked = asked & FLAGS_EDITABLE;
    if message.is_components_v2() && asked & message_flags::IS_COMPONENTS_V2 == 0 {
        let code = "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG";
        return Err(ApiError::form("flags", code, "The IS_COMPONENTS_V2 flag cannot be removed."));
    }
    Ok(message.flags & !FLAGS_EDITABLE | asked)
}

fn is_empty(message: &Message) -> bool {
    let has_parts = !message.embeds.is_empty()
        || !message.components.is_empty()
        || !message.attachments.is_empty()
        || !message.stickers.is_empty()
        || message.forwarded.is_some();
    message.content.trim().is_empty() && !has_parts
}
