//! Messages: sending, finding, deleting.

use serde_json::{Value, json};

use super::super::components;
use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::Allowed;
use super::super::objects::id;
use super::super::permissions::MENTION_EVERYONE;
use super::State;
pub(crate) use super::draft::Draft;
use super::model::{Mentions, Message, Reference, Sticker, message_flags, message_type};

/// Messages older than this can't be deleted in bulk.
const BULK_AGE_MAX_MS: u64 = 14 * 24 * 3_600_000;

impl State {
    pub(crate) fn message(&self, channel: u64, message: u64) -> Option<&Message> {
        self.channels.get(&channel)?.messages.get(&message)
    }

    pub(crate) fn message_mut(&mut self, channel: u64, message: u64) -> Option<&mut Message> {
        self.channels.get_mut(&channel)?.messages.get_mut(&message)
    }

    /// Sends a message. Whether `author` may is checked before. An enforced
    /// nonce that is remembered gives the message it made.
    pub(crate) fn send(
        &mut self,
        channel_id: u64,
        author: u64,
        mut draft: Draft,
    ) -> Result<Message, ApiError> {
        if let Some(first) = self.sent_with_nonce(channel_id, &draft) {
            return Ok(first);
        }
        self.settle_reply(channel_id, &mut draft)?;
        let (forwarded, reference) = self.read_forward(author, &draft)?;
        let stickers = self.stickers_of(channel_id, &draft.stickers)?;
        let spoken = components::spoken(&draft.content, &draft.components);
        let mentions = self.mentions_of(channel_id, author, &spoken, &draft)?;
        self.check_files(channel_id, &draft.attachments)?;
        self.keep_files(channel_id, &mut draft.attachments);
        let sent_at_ms = self.clock.now_ms();
        let is_plain_reply = draft.reply_to.is_some() && draft.kind == message_type::DEFAULT;
        let snapshot_flag = if forwarded.is_some() { message_flags::HAS_SNAPSHOT } else { 0 };
        let message = Message {
            id: draft.id.unwrap_or_else(|| self.next_id()),
            channel: channel_id,
            author,
            kind: if is_plain_reply { message_type::REPLY } else { draft.kind },
            content: draft.content,
            sent_at_ms,
            is_tts: draft.is_tts,
            mentions,
            embeds: draft.embeds,
            components: draft.components,
            attachments: draft.attachments,
            stickers,
            poll: draft.poll.map(|poll| poll.open(sent_at_ms)),
            nonce: draft.nonce,
            reply_to: draft.reply_to,
            reference: reference.or(draft.reference),
            forwarded,
            flags: draft.flags | snapshot_flag,
            interaction: draft.interaction,
            webhook: draft.webhook,
            application: draft.application,
            persona: draft.persona,
            seen_only_by: draft.seen_only_by,
            ..Message::default()
        };
        let channel = self.channels.get_mut(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        if let Some(nonce) = message.nonce.as_ref().filter(|_| draft.enforces_nonce) {
            channel.nonces.insert(nonce_text(nonce), (message.id, sent_at_ms));
        }
        channel.messages.insert(message.id, message.clone());
        self.note_sent(&message);
        self.announce("MESSAGE_CREATE", &message);
        Ok(message)
    }

    /// Keeps what is looked up by message, and wakes the thread it is in.
    fn note_sent(&mut self, message: &Message) {
        if !message.components.is_empty() {
            self.with_components.insert(message.id, message.channel);
        }
        if message.poll.is_some() {
            self.open_polls.insert(message.id, message.channel);
        }
        match message.seen_only_by {
            Some(user) => {
                self.private_messages.entry(user).or_default().push((message.channel, message.id));
            }
            None if message.is_written() => {
                // A webhook is no user and so no member.
                let author = (message.persona.is_none()).then_some(message.author);
                let joining: Vec<u64> = author.into_iter().chain(message.mentions.users.clone()).collect();
                self.note_thread_message(message.channel, &joining);
            }
            None => {}
        }
    }

    pub(super) fn announce(&mut self, name: &str, message: &Message) {
        if message.seen_only_by.is_some() {
            let data = self.message_object(message).to_string();
            self.log.push("PRIVATE_MESSAGE", data);
        } else {
            self.emit_message(name, message);
        }
    }

    /// A message of the platform's own: somebody joined, a thread was named.
    pub(crate) fn send_system(
        &mut self,
        channel: u64,
        author: u64,
        kind: u8,
        content: &str,
        reference: Option<Reference>,
    ) {
        let draft = Draft { reference, kind, ..Draft::quiet(content) };
        // A system message has nothing that could be refused.
        drop(self.send(channel, author, draft));
    }

    /// Refuses an answer to what isn't there, or makes it a plain message.
    fn settle_reply(&self, channel: u64, draft: &mut Draft) -> Result<(), ApiError> {
        let Some(target) = draft.reply_to else { return Ok(()) };
        match self.message(channel, target) {
            Some(target) if target.is_written() => Ok(()),
            Some(_) => {
                let code = "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE";
                Err(ApiError::form("message_reference", code, "Cannot reply to a system message"))
            }
            None if draft.fails_without_reply => {
                let message = "Unknown message";
                Err(ApiError::form("message_reference", "REPLIES_UNKNOWN_MESSAGE", message))
            }
            None => {
                draft.reply_to = None;
                Ok(())
            }
        }
    }

    /// What a forward carries: a copy of the message, and where it is from.
    fn read_forward(
        &self,
        author: u64,
        draft: &Draft,
    ) -> Result<(Option<Box<Message>>, Option<Reference>), ApiError> {
        let Some((channel, message)) = draft.forwards else { return Ok((None, None)) };
        if !draft.content.is_empty() || !draft.embeds.is_empty() || !draft.attachments.is_empty() {
            let message = "Forwards cannot have additional content";
            return Err(ApiError::form("message_reference", "MESSAGE_FORWARD_ADDITIONAL_CONTENT", message));
        }
        if !self.may_see(channel, author) {
            let message = "You cannot forward a message whose content you cannot read";
            return Err(ApiError::new(403, 160_014, message));
        }
        let found = self.message(channel, message).filter(|message| message.seen_only_by.is_none());
        let found = found.ok_or_else(|| {
            ApiError::form("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")
        })?;
        if !found.is_written() || found.poll.is_some() {
            let message = "This message cannot be forwarded";
            return Err(ApiError::form("message_reference", "MESSAGE_FORWARD_NOT_ALLOWED", message));
        }
        // A forward of a forward carries the first message.
        let origin = found.forwarded.as_deref().unwrap_or(found).clone();
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let reference = Reference { is_forward: true, guild, channel, message: Some(message) };
        Ok((Some(Box::new(origin)), Some(reference)))
    }

    fn stickers_of(&self, channel: u64, asked: &[u64]) -> Result<Vec<Sticker>, ApiError> {
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let guild = guild.and_then(|guild| self.guilds.get(&guild));
        let find = |sticker: &u64| {
            let found = guild.and_then(|guild| guild.stickers.get(sticker)).cloned();
            found.ok_or_else(|| ApiError::new(400, 50081, "Invalid sticker sent"))
        };
        asked.iter().map(find).collect()
    }

    fn sent_with_nonce(&mut self, channel_id: u64, draft: &Draft) -> Option<Message> {
        let nonce = draft.nonce.as_ref().filter(|_| draft.enforces_nonce)?;
        let now_ms = self.clock.now_ms();
        let window_ms = self.options.limits.nonce_window_ms;
        let channel = self.channels.get_mut(&channel_id)?;
        let remembered = |sent_at_ms: u64| now_ms < sent_at_ms + window_ms;
        // One sweep for this many nonces keeps its cost per message constant.
        if (channel.nonces.len() + 1).is_multiple_of(1_000) {
            channel.nonces.retain(|_, (_, sent_at_ms)| remembered(*sent_at_ms));
        }
        let (message, sent_at_ms) = *channel.nonces.get(&nonce_text(nonce))?;
        channel.messages.get(&message).filter(|_| remembered(sent_at_ms)).cloned()
    }

    /// Whom a text pings, in the eyes of `draft.allowed_mentions`; a reply pings
    /// the author it answers.
    pub(super) fn mentions_of(
        &self,
        channel_id: u64,
        author: u64,
        content: &str,
        draft: &Draft,
    ) -> Result<Mentions, ApiError> {
        let allowed = Allowed::read(&draft.allowed_mentions)?;
        let channel = self.channels.get(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        let guild = channel.guild.and_then(|guild| self.guilds.get(&guild));
        // A webhook has no permissions: nothing but the call itself holds it back.
        let may_ping_all =
            draft.persona.is_some() || self.permissions_in(channel, author) & MENTION_EVERYONE != 0;
        let role = |role: u64| guild.and_then(|guild| guild.roles.get(&role));
        let mut mentions =
            allowed.apply(content, may_ping_all, |id| role(id).is_some_and(|role| role.is_mentionable));
        mentions.users.retain(|user| self.users.contains_key(user));
        mentions.roles.retain(|id| role(*id).is_some());
        if let Some(target) = draft.reply_to.and_then(|target| channel.messages.get(&target))
            && allowed.replied_user
            && self.users.contains_key(&target.author)
            && !mentions.users.contains(&target.author)
        {
            mentions.users.push(target.author);
        }
        Ok(mentions)
    }

    pub(crate) fn delete_message(&mut self, channel_id: u64, message_id: u64) -> Result<(), ApiError> {
        let channel = self.channels.get_mut(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        let removed = channel.messages.remove(&message_id).ok_or_else(ApiError::unknown_message)?;
        let mut event = json!({ "id": id(message_id), "channel_id": id(channel_id) });
        self.with_components.remove(&message_id);
        if removed.seen_only_by.is_none() {
            self.emit_deletion(channel_id, "MESSAGE_DELETE", &mut event);
        }
        Ok(())
    }

    /// Deletes those of the messages that are there; none may be too old.
    pub(crate) fn delete_in_bulk(&mut self, channel_id: u64, messages: &[u64]) -> Result<(), ApiError> {
        let oldest_ms = self.clock.now_ms().saturating_sub(BULK_AGE_MAX_MS);
        let channel = self.channels.get_mut(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        let found = |message: &u64| channel.messages.get(message);
        if messages.iter().filter_map(found).any(|message| message.sent_at_ms < oldest_ms) {
            let message = "A message provided was too old to bulk delete";
            return Err(ApiError::new(400, 50034, message));
        }
        let removed: Vec<u64> =
            messages.iter().copied().filter(|it| channel.messages.remove(it).is_some()).collect();
        let ids: Value = removed.iter().copied().map(id).collect();
        let mut event = json!({ "ids": ids, "channel_id": id(channel_id) });
        self.emit_deletion(channel_id, "MESSAGE_DELETE_BULK", &mut event);
        Ok(())
    }

    fn emit_deletion(&mut self, channel_id: u64, name: &str, event: &mut Value) {
        if let Some(guild) = self.channels.get(&channel_id).and_then(|channel| channel.guild) {
            event["guild_id"] = id(guild);
        }
        let (guild, direct) = (intents::GUILD_MESSAGES, intents::DIRECT_MESSAGES);
        self.emit_in(channel_id, name, guild, direct, event);
    }
}

/// A nonce may be a number; 5 and "5" are one.
fn nonce_text(nonce: &Value) -> String {
    nonce.as_str().map_or_else(|| nonce.to_string(), str::to_owned)
}
