//! A message as its sender wrote it, checked before it is sent.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::mentions::{Allowed, snowflake};
use super::super::{components, embeds};
use super::attachments::Attachment;
use super::model::{Persona, Reference, message_flags};
use super::polls::Poll;

/// A message's content is at most this many characters.
const CONTENT_LEN_MAX: usize = 2_000;
const NONCE_LEN_MAX: usize = 25;
const STICKERS_MAX: usize = 3;
/// Flags a sender may set.
const FLAGS_SETTABLE: u64 = message_flags::SUPPRESS_EMBEDS
    | message_flags::EPHEMERAL
    | message_flags::SUPPRESS_NOTIFICATIONS
    | message_flags::IS_VOICE_MESSAGE
    | message_flags::IS_COMPONENTS_V2;

/// A message to be sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    /// The id it takes; none for a new one.
    pub(crate) id: Option<u64>,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) stickers: Vec<u64>,
    pub(crate) poll: Option<Poll>,
    pub(crate) allowed_mentions: Value,
    pub(crate) reply_to: Option<u64>,
    pub(crate) fails_without_reply: bool,
    /// What a system message is about.
    pub(crate) reference: Option<Reference>,
    /// The channel and message it forwards.
    pub(crate) forwards: Option<(u64, u64)>,
    pub(crate) flags: u64,
    pub(crate) is_tts: bool,
    pub(crate) nonce: Option<Value>,
    pub(crate) enforces_nonce: bool,
    pub(crate) kind: u8,
    pub(crate) interaction: Option<Value>,
    pub(crate) webhook: Option<u64>,
    pub(crate) application: Option<u64>,
    pub(crate) persona: Option<Persona>,
    pub(crate) seen_only_by: Option<u64>,
}

impl Draft {
    /// A plain text, with nothing said about mentions.
    pub(crate) fn text(content: &str, reply_to: Option<u64>) -> Self {
        Self { content: content.to_owned(), reply_to, fails_without_reply: true, ..Self::default() }
    }

    /// A text that pings nobody.
    pub(crate) fn quiet(content: &str) -> Self {
        Self { allowed_mentions: json!({ "parse": [] }), ..Self::text(content, None) }
    }

    /// Reads and checks the body of a call that sends a message.
    pub(crate) fn read(body: &Value, attachments: &[Attachment]) -> Result<Self, ApiError> {
        let reference = &body["message_reference"];
        let nonce = body.get("nonce").filter(|nonce| !nonce.is_null()).cloned();
        if nonce.as_ref().and_then(Value::as_str).is_some_and(|text| text.chars().count() > NONCE_LEN_MAX) {
            return Err(ApiError::too_long("nonce", NONCE_LEN_MAX));
        }
        let flags = body["flags"].as_u64().unwrap_or(0) & FLAGS_SETTABLE;
        let is_v2 = flags & message_flags::IS_COMPONENTS_V2 != 0;
        let files: Vec<&str> = attachments.iter().map(|file| file.file_name.as_str()).collect();
        let is_forward = reference["type"].as_u64() == Some(1);
        let target = snowflake(&reference["message_id"]);
        let source = || snowflake(&reference["channel_id"]);
        if is_forward && (target.is_none() || source().is_none()) {
            return Err(ApiError::required("message_reference.channel_id"));
        }
        let draft = Self {
            content: read_content(body)?.unwrap_or_default(),
            embeds: embeds::read(body)?.unwrap_or_default(),
            components: components::read(body, is_v2, &files)?.unwrap_or_default(),
            attachments: attachments.to_vec(),
            stickers: read_stickers(body)?,
            poll: Poll::read(body)?,
            allowed_mentions: body["allowed_mentions"].clone(),
            reply_to: target.filter(|_| !is_forward),
            fails_without_reply: reference["fail_if_not_exists"].as_bool().unwrap_or(true),
            forwards: if is_forward { source().zip(target) } else { None },
            flags,
            is_tts: body["tts"].as_bool().unwrap_or(false),
            nonce,
            enforces_nonce: body["enforce_nonce"].as_bool().unwrap_or(false),
            ..Self::default()
        };
        Allowed::read(&draft.allowed_mentions)?;
        draft.check()?;
        Ok(draft)
    }

    fn check(&self) -> Result<(), ApiError> {
        if self.flags & message_flags::IS_VOICE_MESSAGE != 0 {
            return self.check_voice();
        }
        if self.flags & message_flags::IS_COMPONENTS_V2 != 0 {
            let is_used = [!self.stickers.is_empty(), self.poll.is_some()];
            let others = ["sticker_ids", "poll"].into_iter().zip(is_used);
            check_no_legacy(&self.content, &self.embeds, others)?;
        }
        if self.is_empty() { Err(ApiError::empty_message()) } else { Ok(()) }
    }

    fn check_voice(&self) -> Result<(), ApiError> {
        if !self.content.is_empty() || !self.embeds.is_empty() || self.poll.is_some() {
            let message = "Voice messages do not support additional content.";
            return Err(ApiError::new(400, 50159, message));
        }
        match self.attachments.as_slice() {
            [voice] if voice.is_voice() => Ok(()),
            [_] => Err(ApiError::new(400, 50161, "Voice messages must have supporting metadata.")),
            _ => Err(ApiError::new(400, 50160, "Voice messages must have a single audio attachment.")),
        }
    }

    fn is_empty(&self) -> bool {
        let has_parts = !self.embeds.is_empty()
            || !self.components.is_empty()
            || !self.attachments.is_empty()
            || !self.stickers.is_empty()
            || self.poll.is_some()
            || self.forwards.is_some();
        self.content.trim().is_empty() && !has_parts
    }
}

/// The `content` of a body; none if the body doesn't name it.
pub(super) fn read_content(body: &Value) -> Result<Option<String>, ApiError> {
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

fn read_stickers(body: &Value) -> Result<Vec<u64>, ApiError> {
    let stickers: Vec<u64> =
        body["sticker_ids"].as_array().into_iter().flatten().filter_map(snowflake).collect();
    let fits = stickers.len() <= STICKERS_MAX;
    if fits { Ok(stickers) } else { Err(ApiError::bad_length("sticker_ids", 1, STICKERS_MAX)) }
}

/// Refuses what can't stand beside components of version 2.
pub(super) fn check_no_legacy<'field>(
    content: &str,
    embeds: &[Value],
    others: impl IntoIterator<Item = (&'field str, bool)>,
) -> Result<(), ApiError> {
    let own = [("content", !content.is_empty()), ("embeds", !embeds.is_empty())];
    let Some((field, _)) = own.into_iter().chain(others).find(|(_, is_used)| *is_used) else { return Ok(()) };
    let code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
    let message = format!("The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    Err(ApiError::form(field, code, &message))
}
