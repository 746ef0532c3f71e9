//! A call's parameters, from wherever an SDK puts them: query string, JSON
//! body, urlencoded form or multipart.

use std::borrow::Cow;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::errors::ApiError;

/// Larger bodies are refused, as the Bot API refuses uploads over 50 MB.
pub(crate) const BODY_LEN_MAX: usize = 50 * 1024 * 1024;

/// The parameters of one call by name. In forms everything is text, so the
/// readers take numbers, flags and structures as text too.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub(crate) struct Params(Map<String, Value>);

impl Params {
    /// Reads query and body.
    pub(crate) async fn read(request: Request) -> Result<Self, ApiError> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.add_form(query.as_bytes());
        }
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_ascii_lowercase();
        if content_type.starts_with("multipart/form-data") {
            params.add_multipart(request).await?;
            return Ok(params);
        }
        let body = axum::body::to_bytes(request.into_body(), BODY_LEN_MAX)
            .await
            .map_err(|_| ApiError::new(413, "Request Entity Too Large"))?;
        if content_type.starts_with("application/json") {
            params.add_json(&body)?;
        } else if content_type.starts_with("application/x-www-form-urlencoded") {
            params.add_form(&body);
        }
        Ok(params)
    }

    fn add_form(&mut self, bytes: &[u8]) {
        for (name, value) in form_urlencoded::parse(bytes) {
            self.0.insert(name.into_owned(), Value::String(value.into_owned()));
        }
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), ApiError> {
        if body.is_empty() {
            return Ok(());
        }
        let object: Map<String, Value> = serde_json::from_slice(body)
            .map_err(|_| ApiError::bad_request("can't parse JSON encoded request parameters"))?;
        self.0.extend(object.into_iter().filter(|(_, value)| !value.is_null()));
        Ok(())
    }

    async fn add_multipart(&mut self, request: Request) -> Result<(), ApiError> {
        let unreadable = |_| ApiError::bad_request("can't parse multipart request");
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| ApiError::bad_request("can't parse multipart request"))?;
        while let Some(part) = parts.next_field().await.map_err(unreadable)? {
            let name = part.name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(unreadable)?;
            self.0.insert(name, Value::String(String::from_utf8_lossy(&bytes).into_owned()));
        }
        Ok(())
    }

    /// A text parameter; numbers are read as their digits.
    pub(crate) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.0.get(name)? {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Number(number) => Some(Cow::Owned(number.to_string())),
            _ => None,
        }
    }

    /// A whole number, if it was given.
    pub(crate) fn integer(&self, name: &str) -> Result<Option<i64>, ApiError> {
        let number = match self.0.get(name) {
            None => return Ok(None),
            Some(Value::Number(number)) => number.as_i64(),
            Some(Value::String(text)) if text.is_empty() => return Ok(None),
            Some(Value::String(text)) => text.parse().ok(),
            Some(_) => None,
        };
        let wrong = || ApiError::bad_request(format!("field \"{name}\" must be of type Number"));
        number.map(Some).ok_or_else(wrong)
    }

    /// A whole number that must be given; 0 stands for a missing one, as in the
    /// Bot API, where no id is 0.
    pub(crate) fn id(&self, name: &str) -> Result<i64, ApiError> {
        Ok(self.integer(name)?.unwrap_or(0))
    }

    /// A flag; a missing one is false.
    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.0.get(name) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => matches!(text.to_ascii_lowercase().as_str(), "true" | "1" | "yes"),
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    /// A list or an object, given as JSON or as JSON text.
    pub(crate) fn structure<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, ApiError> {
        let parsed = match self.0.get(name) {
            None => return Ok(None),
            Some(Value::String(text)) if text.is_empty() => return Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text),
            Some(value) => T::deserialize(value),
        };
        parsed.map(Some).map_err(|_| ApiError::bad_request(format!("can't parse {}", name.replace('_', " "))))
    }
}
