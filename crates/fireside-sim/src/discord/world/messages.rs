//! Messages: sending, editing, deleting, listing.

use serde_json::{Value, json};

use super::super::components;
use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::{Allowed, snowflake};
use super::super::objects::id;
use super::super::permissions::MENTION_EVERYONE;
use super::State;
use super::model::{Mentions, Message, message_flags, message_type};

/// A message's content is at most this many characters.
pub(crate) const CONTENT_LEN_MAX: usize = 2_000;
const EMBEDS_MAX: usize = 10;
const EMBED_DESCRIPTION_LEN_MAX: usize = 4_096;
const NONCE_LEN_MAX: usize = 25;
/// Flags a sender may set.
const FLAGS_SETTABLE: u64 = message_flags::SUPPRESS_EMBEDS
    | message_flags::EPHEMERAL
    | message_flags::SUPPRESS_NOTIFICATIONS
    | message_flags::IS_COMPONENTS_V2;

/// A message as its sender wrote it, checked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Value>,
    pub(crate) allowed_mentions: Value,
    pub(crate) reply_to: Option<u64>,
    pub(crate) fails_without_reply: bool,
    pub(crate) flags: u64,
    pub(crate) nonce: Option<Value>,
    pub(crate) enforces_nonce: bool,
    pub(crate) kind: u8,
    pub(crate) interaction: Option<Value>,
    pub(crate) webhook: Option<u64>,
    pub(crate) seen_only_by: Option<u64>,
}

impl Draft {
    /// A plain text, with nothing said about mentions.
    pub(crate) fn text(content: &str, reply_to: Option<u64>) -> Self {
        Self { content: content.to_owned(), reply_to, fails_without_reply: true, ..Self::default() }
    }

    /// Reads and checks the body of a call that sends a message.
    pub(crate) fn read(body: &Value, attachments: &[Value]) -> Result<Self, ApiError> {
        let reference = &body["message_reference"];
        let nonce = body.get("nonce").filter(|nonce| !nonce.is_null()).cloned();
        if nonce.as_ref().and_then(Value::as_str).is_some_and(|text| text.chars().count() > NONCE_LEN_MAX) {
            return Err(ApiError::too_long("nonce", NONCE_LEN_MAX));
        }
        let draft = Self {
            content: read_content(body)?.unwrap_or_default(),
            embeds: read_embeds(body)?.unwrap_or_default(),
            components: components::read_rows(body)?.unwrap_or_default(),
            attachments: attachments.to_vec(),
            allowed_mentions: body["allowed_mentions"].clone(),
            reply_to: snowflake(&reference["message_id"]),
            fails_without_reply: reference["fail_if_not_exists"].as_bool().unwrap_or(true),
            flags: body["flags"].as_u64().unwrap_or(0) & FLAGS_SETTABLE,
            nonce,
            enforces_nonce: body["enforce_nonce"].as_bool().unwrap_or(false),
            ..Self::default()
        };
        Allowed::read(&draft.allowed_mentions)?;
        if draft.is_empty() { Err(ApiError::empty_message()) } else { Ok(draft) }
    }

    fn is_empty(&self) -> bool {
        let has_parts =
            !self.embeds.is_empty() || !self.components.is_empty() || !self.attachments.is_empty();
        self.content.trim().is_empty() && !has_parts
    }
}

fn read_content(body: &Value) -> Result<Option<String>, ApiError> {
    let content = match &body["content"] {
        Value::Null => return Ok(body.get("content").map(|_| String::new())),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err(ApiError::form("content", "STRING_TYPE_CONVERT", "Could not interpret as string.")),
    };
    if content.chars().count() > CONTENT_LEN_MAX {
        return Err(ApiError::too_long("content", CONTENT_LEN_MAX));
    }
    Ok(Some(content))
}

fn read_embeds(body: &Value) -> Result<Option<Vec<Value>>, ApiError> {
    let Some(embeds) = body.get("embeds") else { return Ok(None) };
    let mut embeds = embeds.as_array().cloned().unwrap_or_default();
    if embeds.len() > EMBEDS_MAX {
        return Err(ApiError::bad_length("embeds", 0, EMBEDS_MAX));
    }
    for (at, embed) in embeds.iter_mut().enumerate() {
        let description = embed["description"].as_str().unwrap_or_default();
        if description.chars().count() > EMBED_DESCRIPTION_LEN_MAX {
            return Err(ApiError::too_long(&format!("embeds.{at}.description"), EMBED_DESCRIPTION_LEN_MAX));
        }
        if let Some(embed) = embed.as_object_mut() {
            embed.entry("type").or_insert_with(|| json!("rich"));
        }
    }
    Ok(Some(embeds))
}

impl State {
    pub(crate) fn message(&self, channel: u64, message: u64) -> Option<&Message> {
        self.channels.get(&channel)?.messages.get(&message)
    }

    pub(crate) fn message_mut(&mut self, channel: u64, message: u64) -> Option<&mut Message> {
        self.channels.get_mut(&channel)?.messages.get_mut(&message)
    }

    /// Sends a message. Whether `author` may is checked before. An enforced
    /// nonce that is remembered gives the message it made.
    pub(crate) fn send(&mut self, channel_id: u64, author: u64, draft: Draft) -> Result<Message, ApiError> {
        if let Some(first) = self.sent_with_nonce(channel_id, &draft) {
            return Ok(first);
        }
        if let Some(target) = draft.reply_to
            && self.message(channel_id, target).is_none()
            && draft.fails_without_reply
        {
            let message = "Unknown message";
            return Err(ApiError::form("message_reference", "REPLIES_UNKNOWN_MESSAGE", message));
        }
        let mentions = self.mentions_of(channel_id, author, &draft.content, &draft)?;
        let sent_at_ms = self.clock.now_ms();
        let is_plain_reply = draft.reply_to.is_some() && draft.kind == message_type::DEFAULT;
        let message = Message {
            id: self.next_id(),
            channel: channel_id,
            author,
            kind: if is_plain_reply { message_type::REPLY } else { draft.kind },
            content: draft.content,
            sent_at_ms,
            mentions,
            embeds: draft.embeds,
            components: draft.components,
            attachments: draft.attachments,
            nonce: draft.nonce,
            reply_to: draft.reply_to,
            flags: draft.flags,
            interaction: draft.interaction,
            webhook: draft.webhook,
            seen_only_by: draft.seen_only_by,
            ..Message::default()
        };
        let channel = self.channels.get_mut(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        if let Some(nonce) = message.nonce.as_ref().filter(|_| draft.enforces_nonce) {
            channel.nonces.insert(nonce_text(nonce), (message.id, sent_at_ms));
        }
        channel.messages.insert(message.id, message.clone());
        if !message.components.is_empty() {
            self.with_components.insert(message.id, channel_id);
        }
        match message.seen_only_by {
            Some(user) => {
                self.private_messages.entry(user).or_default().push((channel_id, message.id));
            }
            None => self.note_thread_message(channel_id, author, &message.mentions.users),
        }
        self.announce("MESSAGE_CREATE", &message);
        Ok(message)
    }

    fn announce(&mut self, name: &str, message: &Message) {
        if message.seen_only_by.is_some() {
            let data = self.message_object(message).to_string();
            self.log.push("PRIVATE_MESSAGE", data);
        } else {
            self.emit_message(name, message);
        }
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
    fn mentions_of(
        &self,
        channel_id: u64,
        author: u64,
        content: &str,
        draft: &Draft,
    ) -> Result<Mentions, ApiError> {
        let allowed = Allowed::read(&draft.allowed_mentions)?;
        let channel = self.channels.get(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        let guild = channel.guild.and_then(|guild| self.guilds.get(&guild));
        let may_ping_all = self.permissions_in(channel, author) & MENTION_EVERYONE != 0;
        let role = |role: u64| guild.and_then(|guild| guild.roles.get(&role));
        let mut mentions =
            allowed.apply(content, may_ping_all, |id| role(id).is_some_and(|role| role.is_mentionable));
        mentions.users.retain(|user| self.users.contains_key(user));
        mentions.roles.retain(|id| role(*id).is_some());
        if let Some(target) = draft.reply_to.and_then(|target| channel.messages.get(&target))
            && allowed.replied_user
            && !mentions.users.contains(&target.author)
        {
            mentions.users.push(target.author);
        }
        Ok(mentions)
    }

    /// Edits a message with the fields that `body` names. Without
    /// `allowed_mentions` the edit pings as a new message would.
    pub(crate) fn edit(
        &mut self,
        channel_id: u64,
        message_id: u64,
        body: &Value,
        attachments: &[Value],
    ) -> Result<Message, ApiError> {
        let mut edited =
            self.message(channel_id, message_id).cloned().ok_or_else(ApiError::unknown_message)?;
        if let Some(content) = read_content(body)? {
            let draft = Draft {
                allowed_mentions: body["allowed_mentions"].clone(),
                reply_to: edited.reply_to,
                ..Draft::default()
            };
            edited.mentions = self.mentions_of(channel_id, edited.author, &content, &draft)?;
            edited.content = content;
        }
        edited.embeds = read_embeds(body)?.unwrap_or(edited.embeds);
        edited.components = components::read_rows(body)?.unwrap_or(edited.components);
        edited.attachments.extend_from_slice(attachments);
        let was_loading = edited.is_loading();
        edited.flags &= !message_flags::LOADING;
        let keeps_something =
            !edited.embeds.is_empty() || !edited.components.is_empty() || !edited.attachments.is_empty();
        if edited.content.trim().is_empty() && !keeps_something {
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

    pub(crate) fn delete_message(&mut self, channel_id: u64, message_id: u64) -> Result<(), ApiError> {
        let channel = self.channels.get_mut(&channel_id).ok_or_else(ApiError::unknown_channel)?;
        let removed = channel.messages.remove(&message_id).ok_or_else(ApiError::unknown_message)?;
        let mut event = json!({ "id": id(message_id), "channel_id": id(channel_id) });
        if let Some(guild) = channel.guild {
            event["guild_id"] = id(guild);
        }
        self.with_components.remove(&message_id);
        if removed.seen_only_by.is_none() {
            let (guild, direct) = (intents::GUILD_MESSAGES, intents::DIRECT_MESSAGES);
            self.emit_in(channel_id, "MESSAGE_DELETE", guild, direct, &event);
        }
        Ok(())
    }
}

/// A nonce may be a number; 5 and "5" are one.
fn nonce_text(nonce: &Value) -> String {
    nonce.as_str().map_or_else(|| nonce.to_string(), str::to_owned)
}
