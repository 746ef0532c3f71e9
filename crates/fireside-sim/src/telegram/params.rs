//! A call's parameters, from wherever an SDK puts them: query string, JSON
//! body, urlencoded form or multipart.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use futures_util::stream::{self, Stream, StreamExt as _};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::attachment::FileBytes;
use super::errors::ApiError;

/// Larger bodies without files are refused, in bytes.
const FORM_LEN_MAX: usize = 10 * 1024 * 1024;

/// A file that came with a call.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub(crate) file_name: String,
    pub(crate) mime_type: Option<String>,
    pub(crate) bytes: FileBytes,
}

/// The parameters of one call by name. In forms everything is text, so the
/// readers take numbers, flags and structures as text too.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub(crate) struct Params {
    fields: Map<String, Value>,
    /// The files by the names of their parts.
    #[serde(skip)]
    uploads: BTreeMap<String, Upload>,
}

impl Params {
    /// Reads query and body.
    ///
    /// # Errors
    /// 413 where the files have more than `upload_len_max` bytes together.
    pub(crate) async fn read(request: Request, upload_len_max: usize) -> Result<Self, ApiError> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.add_form(query.as_bytes());
        }
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_ascii_lowercase();
        if content_type.starts_with("multipart/form-data") {
            params.add_multipart(request, upload_len_max).await?;
            return Ok(params);
        }
        let body = axum::body::to_bytes(request.into_body(), FORM_LEN_MAX)
            .await
            .map_err(|_| ApiError::too_large())?;
        if content_type.starts_with("application/json") {
            params.add_json(&body)?;
        } else if content_type.starts_with("application/x-www-form-urlencoded") {
            params.add_form(&body);
        }
        Ok(params)
    }

    fn add_form(&mut self, bytes: &[u8]) {
        for (name, value) in form_urlencoded::parse(bytes) {
            self.fields.insert(name.into_owned(), Value::String(value.into_owned()));
        }
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), ApiError> {
        if body.is_empty() {
            return Ok(());
        }
        let object: Map<String, Value> = serde_json::from_slice(body)
            .map_err(|_| ApiError::bad_request("can't parse JSON encoded request parameters"))?;
        self.fields.extend(object.into_iter().filter(|(_, value)| !value.is_null()));
        Ok(())
    }

    async fn add_multipart(&mut self, request: Request, upload_len_max: usize) -> Result<(), ApiError> {
        let (head, body) = request.into_parts();
        let body = SharedBody::new(body);
        let request = Request::from_parts(head, body.reader());
        let mut parts = Multipart::from_request(request, &()).await.map_err(unreadable)?;
        let mut room = upload_len_max;
        let mut fits = true;
        while let Some(mut part) = parts.next_field().await.map_err(unreadable)? {
            let name = part.name().unwrap_or_default().to_owned();
            let Some(file_name) = part.file_name().map(str::to_owned) else {
                let bytes = read_part(&mut part, FORM_LEN_MAX).await?.ok_or_else(ApiError::too_large)?;
                self.fields.insert(name, String::from_utf8_lossy(&bytes).into());
                continue;
            };
            let mime_type = part.content_type().map(str::to_owned);
            let Some(bytes) = read_part(&mut part, room).await? else {
                fits = false;
                continue;
            };
            room -= bytes.len();
            let told = json!({ "file_name": file_name, "mime_type": mime_type, "file_size": bytes.len() });
            self.fields.insert(name.clone(), told);
            self.uploads.insert(name, Upload { file_name, mime_type, bytes: bytes.into() });
        }
        body.drain().await;
        if fits { Ok(()) } else { Err(ApiError::too_large()) }
    }

    /// The file that came under this name.
    pub(crate) fn upload(&self, name: &str) -> Option<&Upload> {
        self.uploads.get(name)
    }

    /// The parameters inside of one, with the same files at hand.
    pub(crate) fn within(&self, fields: Map<String, Value>) -> Self {
        Self { fields, uploads: self.uploads.clone() }
    }

    /// The same without the bytes of files, as logs keep it.
    pub(crate) fn without_files(mut self) -> Self {
        self.uploads.clear();
        self
    }

    /// A text parameter; numbers are read as their digits.
    pub(crate) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.fields.get(name)? {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Number(number) => Some(Cow::Owned(number.to_string())),
            _ => None,
        }
    }

    /// A whole number, if it was given.
    pub(crate) fn integer(&self, name: &str) -> Result<Option<i64>, ApiError> {
        let number = match self.fields.get(name) {
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

    /// Whether something other than an empty text was given.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.fields.get(name).is_some_and(|value| value != "")
    }

    /// A number, if it was given.
    pub(crate) fn decimal(&self, name: &str) -> Result<Option<f64>, ApiError> {
        let number = match self.fields.get(name) {
            None => return Ok(None),
            Some(Value::Number(number)) => number.as_f64(),
            Some(Value::String(text)) if text.is_empty() => return Ok(None),
            Some(Value::String(text)) => text.parse().ok().filter(|number: &f64| number.is_finite()),
            Some(_) => None,
        };
        let wrong = || ApiError::bad_request(format!("field \"{name}\" must be of type Number"));
        number.map(Some).ok_or_else(wrong)
    }

    /// A flag; a missing one is false.
    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.fields.get(name) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => matches!(text.to_ascii_lowercase().as_str(), "true" | "1" | "yes"),
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    /// A list or an object, given as JSON or as JSON text.
    pub(crate) fn structure<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, ApiError> {
        let parsed = match self.fields.get(name) {
            None => return Ok(None),
            Some(Value::String(text)) if text.is_empty() => return Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text),
            Some(value) => T::deserialize(value),
        };
        parsed.map(Some).map_err(|_| ApiError::bad_request(format!("can't parse {}", name.replace('_', " "))))
    }
}

/// A body that is read to its end after its reader has heard enough: what
/// stands behind the last part would else close the connection to the caller.
#[derive(Debug, Clone)]
struct SharedBody(Arc<Mutex<BodyDataStream>>);

impl SharedBody {
    fn new(body: Body) -> Self {
        Self(Arc::new(Mutex::new(body.into_data_stream())))
    }

    fn chunks(&self) -> impl Stream<Item = Result<Bytes, axum::Error>> + Send + use<> {
        let shared = Arc::clone(&self.0);
        stream::poll_fn(move |cx| shared.lock().unwrap_or_else(PoisonError::into_inner).poll_next_unpin(cx))
    }

    fn reader(&self) -> Body {
        Body::from_stream(self.chunks())
    }

    /// Reads on until there is nothing left, or the caller is gone.
    async fn drain(&self) {
        let mut left = self.chunks();
        while let Some(Ok(_)) = left.next().await {}
    }
}

/// A part's bytes, or none when there are more than `len_max`. What is too long
/// is still read to its end: the caller hears the refusal only then.
async fn read_part(part: &mut Field<'_>, len_max: usize) -> Result<Option<Vec<u8>>, ApiError> {
    let mut bytes = Vec::new();
    let mut fits = true;
    while let Some(chunk) = part.chunk().await.map_err(unreadable)? {
        fits = fits && bytes.len() + chunk.len() <= len_max;
        if fits {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(fits.then_some(bytes))
}

/// By value, as `map_err` hands the cause over; Telegram doesn't tell it.
fn unreadable<E>(_: E) -> ApiError {
    ApiError::bad_request("can't parse multipart request")
}
