//! The Bot API's documented refusals, as the error envelope carries them.

use std::borrow::Cow;

use serde::Serialize;

/// A refused call: status, description and what the caller needs to go on.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ApiError {
    ok: bool,
    error_code: u16,
    description: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameters: Option<Parameters>,
}

/// `ResponseParameters` of the Bot API.
#[derive(Debug, Clone, Serialize)]
struct Parameters {
    #[serde(skip_serializing_if = "Option::is_none")]
    migrate_to_chat_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
}

impl ApiError {
    /// Any status with its whole description.
    pub(crate) fn new(error_code: u16, description: impl Into<Cow<'static, str>>) -> Self {
        Self { ok: false, error_code, description: description.into(), parameters: None }
    }

    /// 400, with the prefix that the Bot API puts before its reasons.
    pub(crate) fn bad_request(reason: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", reason.as_ref()))
    }

    /// 403, likewise.
    pub(crate) fn forbidden(reason: &str) -> Self {
        Self::new(403, format!("Forbidden: {reason}"))
    }

    /// 409, likewise.
    pub(crate) fn conflict(reason: &str) -> Self {
        Self::new(409, format!("Conflict: {reason}"))
    }

    /// The token is not the bot's.
    pub(crate) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    /// No such method.
    pub(crate) fn not_found() -> Self {
        Self::new(404, "Not Found")
    }

    /// More bytes than one call may bring.
    pub(crate) fn too_large() -> Self {
        Self::new(413, "Request Entity Too Large")
    }

    /// Too fast; `retry_after` in seconds.
    pub(crate) fn too_many_requests(retry_after: u64) -> Self {
        let description = format!("Too Many Requests: retry after {retry_after}");
        let parameters = Parameters { migrate_to_chat_id: None, retry_after: Some(retry_after) };
        Self { parameters: Some(parameters), ..Self::new(429, description) }
    }

    /// The group lives on under another id.
    pub(crate) fn migrated(to: i64) -> Self {
        let parameters = Parameters { migrate_to_chat_id: Some(to), retry_after: None };
        let reason = "group chat was upgraded to a supergroup chat";
        Self { parameters: Some(parameters), ..Self::bad_request(reason) }
    }

    /// The reason, with the prefix that the Bot API gives it.
    pub(crate) fn description(&self) -> &str {
        &self.description
    }

    /// The HTTP status, the same as `error_code`.
    pub(crate) fn status(&self) -> u16 {
        self.error_code
    }
}
