//! The documented error bodies.

use serde_json::{Value, json};

/// An answer that refuses a call: an HTTP status and Discord's error body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) code: u32,
    pub(crate) message: String,
    /// The `errors` object of a 50035, by field.
    pub(crate) fields: Option<Value>,
    /// When to ask again, of a 429 that the resource itself gives.
    pub(crate) retry_after_ms: Option<u64>,
}

impl ApiError {
    pub(crate) fn new(status: u16, code: u32, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), fields: None, retry_after_ms: None }
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(401, 0, "401: Unauthorized")
    }

    pub(crate) fn no_route() -> Self {
        Self::new(404, 0, "404: Not Found")
    }

    pub(crate) fn method_not_allowed() -> Self {
        Self::new(405, 0, "405: Method Not Allowed")
    }

    pub(crate) fn unknown_channel() -> Self {
        Self::new(404, 10003, "Unknown Channel")
    }

    pub(crate) fn unknown_guild() -> Self {
        Self::new(404, 10004, "Unknown Guild")
    }

    pub(crate) fn unknown_member() -> Self {
        Self::new(404, 10007, "Unknown Member")
    }

    pub(crate) fn unknown_message() -> Self {
        Self::new(404, 10008, "Unknown Message")
    }

    pub(crate) fn unknown_user() -> Self {
        Self::new(404, 10013, "Unknown User")
    }

    pub(crate) fn unknown_webhook() -> Self {
        Self::new(404, 10015, "Unknown Webhook")
    }

    pub(crate) fn unknown_interaction() -> Self {
        Self::new(404, 10062, "Unknown interaction")
    }

    pub(crate) fn unknown_command() -> Self {
        Self::new(404, 10063, "Unknown application command")
    }

    pub(crate) fn unknown_overwrite() -> Self {
        Self::new(404, 10009, "Unknown Overwrite")
    }

    pub(crate) fn unknown_ban() -> Self {
        Self::new(404, 10026, "Unknown Ban")
    }

    pub(crate) fn invalid_role() -> Self {
        Self::new(400, 50028, "Invalid Role")
    }

    pub(crate) fn unknown_role() -> Self {
        Self::new(404, 10011, "Unknown Role")
    }

    pub(crate) fn already_acknowledged() -> Self {
        Self::new(400, 40060, "Interaction has already been acknowledged.")
    }

    pub(crate) fn missing_access() -> Self {
        Self::new(403, 50001, "Missing Access")
    }

    pub(crate) fn not_the_author() -> Self {
        Self::new(403, 50005, "Cannot edit a message authored by another user")
    }

    pub(crate) fn empty_message() -> Self {
        Self::new(400, 50006, "Cannot send an empty message")
    }

    pub(crate) fn cannot_message_user() -> Self {
        Self::new(403, 50007, "Cannot send messages to this user")
    }

    pub(crate) fn missing_permissions() -> Self {
        Self::new(403, 50013, "Missing Permissions")
    }

    pub(crate) fn wrong_channel_type() -> Self {
        Self::new(400, 50024, "Cannot execute action on this channel type")
    }

    pub(crate) fn invalid_webhook_token() -> Self {
        Self::new(401, 50027, "Invalid Webhook Token")
    }

    pub(crate) fn thread_archived() -> Self {
        Self::new(400, 50083, "Thread is archived")
    }

    pub(crate) fn invalid_json() -> Self {
        Self::new(400, 50109, "The request body contains invalid JSON.")
    }

    pub(crate) fn thread_already_created() -> Self {
        Self::new(400, 160_004, "A thread has already been created for this message")
    }

    pub(crate) fn non_text_channel() -> Self {
        Self::new(400, 50008, "Cannot send messages in a non-text channel")
    }

    pub(crate) fn unknown_emoji() -> Self {
        Self::new(400, 10014, "Unknown Emoji")
    }

    pub(crate) fn entity_too_large() -> Self {
        Self::new(413, 40005, "Request entity too large")
    }

    /// A limit of what is changed, not of the route: 429 with the scope `shared`.
    pub(crate) fn too_soon(retry_after_ms: u64) -> Self {
        let retry_after_ms = Some(retry_after_ms);
        Self { retry_after_ms, ..Self::new(429, 0, "You are being rate limited.") }
    }

    pub(crate) fn thread_locked() -> Self {
        Self::new(400, 160_005, "Thread is locked")
    }

    pub(crate) fn too_many_threads() -> Self {
        Self::new(400, 160_006, "Maximum number of active threads reached")
    }

    /// 50035 with one error at `field`, a dotted path such as `components.0.custom_id`.
    pub(crate) fn form(field: &str, code: &str, message: &str) -> Self {
        let leaf = json!({ "_errors": [{ "code": code, "message": message }] });
        let fields = field.rsplit('.').fold(leaf, |inner, key| json!({ key: inner }));
        Self { fields: Some(fields), ..Self::new(400, 50035, "Invalid Form Body") }
    }

    /// 50035 for a required field that is absent.
    pub(crate) fn required(field: &str) -> Self {
        Self::form(field, "BASE_TYPE_REQUIRED", "This field is required")
    }

    /// 50035 for a text longer than `max` characters.
    pub(crate) fn too_long(field: &str, max: usize) -> Self {
        Self::form(field, "BASE_TYPE_MAX_LENGTH", &format!("Must be {max} or fewer in length."))
    }

    /// 50035 for a text or list whose length isn't in `min..=max`.
    pub(crate) fn bad_length(field: &str, min: usize, max: usize) -> Self {
        let message = format!("Must be between {min} and {max} in length.");
        Self::form(field, "BASE_TYPE_BAD_LENGTH", &message)
    }

    /// 50035 for something that should have been a snowflake.
    pub(crate) fn not_a_snowflake(field: &str, value: &str) -> Self {
        Self::form(field, "NUMBER_TYPE_COERCE", &format!("Value \"{value}\" is not snowflake."))
    }

    pub(crate) fn body(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if let Some(fields) = &self.fields {
            body["errors"] = fields.clone();
        }
        body
    }
}
