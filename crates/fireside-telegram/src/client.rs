//! The client for the Bot API: one call, one answer, no sleeping, no retrying.
//!
//! `docs/adr/0004-telegram-sending-client.md` says why it is ours.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use fireside_core::ports::AdapterError;
use reqwest::header::CONTENT_TYPE;
use reqwest::multipart::Form;
use reqwest::{Client, RequestBuilder, Response, Url, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use teloxide::requests::Payload;

use crate::errors::CallError;

/// How long connecting may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a call may take, beyond what it waits for on purpose.
const CALL_TIMEOUT: Duration = Duration::from_secs(30);
/// How much longer a call may take for each file whose bytes go with it.
const FILE_TIMEOUT: Duration = Duration::from_secs(100);

/// Calls methods of the Bot API.
#[derive(Clone)]
pub(crate) struct ApiClient {
    http: Client,
    base: String,
    token: SecretString,
    /// The address of each method that was called, parsed. It holds the token.
    methods: Arc<Mutex<HashMap<&'static str, Url>>>,
}

/// What the Bot API answers to any call.
#[derive(Deserialize)]
struct Reply<T> {
    ok: bool,
    result: Option<T>,
    #[serde(default)]
    error_code: u16,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Parameters,
}

/// What a refusal says about the way on.
#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl ApiClient {
    /// A client for the server at `api_url`.
    ///
    /// # Errors
    /// When the address or the token can't be one.
    pub(crate) fn new(api_url: &str, token: SecretString) -> Result<Self, AdapterError> {
        let stop = |what: String| AdapterError::Stop { what };
        let url = Url::parse(api_url)
            .map_err(|error| stop(format!("`telegram.api_url` is not an address ({error}): {api_url}")))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(stop(format!("`telegram.api_url` must begin with https:// or http://: {api_url}")));
        }
        if !is_token(token.expose_secret()) {
            let form = "a number, a colon, then letters, digits, - and _";
            return Err(stop(format!(
                "`telegram.token` does not have a token's form ({form}): copy it again from @BotFather"
            )));
        }
        let http = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(redirect::Policy::none())
            .build()
            .map_err(|error| AdapterError::Later { what: format!("no HTTP client: {error}") })?;
        let base = api_url.trim_end_matches('/').to_owned();
        Ok(Self { http, base, token, methods: Arc::default() })
    }

    /// The server's address, without the token.
    pub(crate) fn api_url(&self) -> &str {
        &self.base
    }

    /// Calls the method of `payload`.
    ///
    /// # Errors
    /// What the server said, or how far the call came.
    pub(crate) async fn call<P>(&self, payload: &P) -> Result<P::Output, CallError>
    where
        P: Payload + Serialize + Sync,
        P::Output: DeserializeOwned,
    {
        self.call_for(payload).await
    }

    /// Calls the method of `payload` and reads of its result what `T` asks for.
    /// The less is read, the less can be wrong: a message that was sent must not
    /// count as lost because a part of it is new.
    ///
    /// # Errors
    /// What the server said, or how far the call came.
    pub(crate) async fn call_for<T, P>(&self, payload: &P) -> Result<T, CallError>
    where
        T: DeserializeOwned,
        P: Payload + Serialize + Sync,
    {
        let timeout = CALL_TIMEOUT + payload.timeout_hint().unwrap_or_default();
        self.post_json(P::NAME, payload, timeout).await
    }

    /// Calls `method` with these parameters.
    ///
    /// # Errors
    /// What the server said, or how far the call came.
    pub(crate) async fn post<T>(
        &self,
        method: &'static str,
        fields: &Map<String, Value>,
    ) -> Result<T, CallError>
    where
        T: DeserializeOwned,
    {
        self.post_json(method, fields, CALL_TIMEOUT).await
    }

    /// Calls `method` with the parameters and the `files` files of `form`.
    ///
    /// # Errors
    /// What the server said, or how far the call came.
    pub(crate) async fn upload<T>(
        &self,
        method: &'static str,
        form: Form,
        files: usize,
    ) -> Result<T, CallError>
    where
        T: DeserializeOwned,
    {
        let files = u32::try_from(files).unwrap_or(u32::MAX);
        let timeout = CALL_TIMEOUT + FILE_TIMEOUT.saturating_mul(files);
        let request = self.http.post(self.method_url(method)?).timeout(timeout);
        answered(request.multipart(form)).await
    }

    /// Asks for the file at `path`, as `getFile` told it. The answer's body is
    /// still to be read.
    ///
    /// # Errors
    /// How far the call came.
    pub(crate) async fn download(&self, path: &str) -> Result<Response, CallError> {
        let unwritable = || CallError::NotSent { why: "the file has no address".to_owned() };
        let (base, token) = (&self.base, self.token.expose_secret());
        let mut url = Url::parse(&format!("{base}/file/bot{token}")).map_err(|_| unwritable())?;
        url.path_segments_mut().map_err(|()| unwritable())?.extend(path.split('/'));
        let response = tokio::time::timeout(CALL_TIMEOUT, self.http.get(url).send()).await;
        response
            .map_err(|_| CallError::Lost { why: "no answer in time".to_owned() })?
            .map_err(CallError::from_transport)
    }

    async fn post_json<T: DeserializeOwned>(
        &self,
        method: &'static str,
        body: &(impl Serialize + Sync),
        timeout: Duration,
    ) -> Result<T, CallError> {
        let body = serde_json::to_vec(body)
            .map_err(|error| CallError::NotSent { why: format!("the call can't be written: {error}") })?;
        let request = self.http.post(self.method_url(method)?).timeout(timeout);
        answered(request.header(CONTENT_TYPE, "application/json").body(body)).await
    }

    fn method_url(&self, method: &'static str) -> Result<Url, CallError> {
        let mut methods = self.methods.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(url) = methods.get(method) {
            return Ok(url.clone());
        }
        // As the Bot API writes it: servers other than Telegram's own may tell letters apart.
        let (first, rest) = method.split_at_checked(1).unwrap_or((method, ""));
        let (base, token, first) = (&self.base, self.token.expose_secret(), first.to_ascii_lowercase());
        let url = format!("{base}/bot{token}/{first}{rest}");
        // The reason is left out: it could quote the token.
        let url = Url::parse(&url).map_err(|_| CallError::NotSent { why: "it has no address".to_owned() })?;
        methods.insert(method, url.clone());
        Ok(url)
    }
}

/// What a call comes to.
async fn answered<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, CallError> {
    let response = request.send().await.map_err(CallError::from_transport)?;
    let status = response.status().as_u16();
    let body = response.bytes().await.map_err(|error| CallError::Lost { why: described(error) })?;
    read(status, &body)
}

/// Reads an answer's body.
fn read<T: DeserializeOwned>(status: u16, body: &[u8]) -> Result<T, CallError> {
    let reply: Reply<T> = match serde_json::from_slice(body) {
        Ok(reply) => reply,
        Err(error) => return Err(CallError::Unreadable { status, why: error.to_string() }),
    };
    match reply {
        Reply { ok: true, result: Some(result), .. } => Ok(result),
        Reply { ok: true, result: None, .. } => {
            Err(CallError::Unreadable { status, why: "the answer has no result".to_owned() })
        }
        Reply { error_code, description, parameters, .. } => Err(CallError::Refused {
            code: if error_code == 0 { status } else { error_code },
            description,
            retry_after: parameters.retry_after.map(Duration::from_secs),
            migrate_to: parameters.migrate_to_chat_id,
        }),
    }
}

/// A transport error without the address, which holds the token.
pub(crate) fn described(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        words = format!("{words}: {inner}");
        cause = inner.source();
    }
    words
}

fn is_token(token: &str) -> bool {
    let is_secret = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    token.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty()
            && id.chars().all(|c| c.is_ascii_digit())
            && !secret.is_empty()
            && secret.chars().all(is_secret)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_carries_how_long_to_wait() {
        let body = br#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 2282",
            "parameters":{"retry_after":2282}}"#;
        let error = read::<bool>(429, body).expect_err("a refusal");
        assert!(matches!(error, CallError::Refused { code: 429, retry_after: Some(after), .. }
            if after == Duration::from_secs(2282)));
    }

    #[test]
    fn a_page_instead_of_an_answer_is_unreadable() {
        let error = read::<bool>(502, b"<html>Bad Gateway</html>").expect_err("unreadable");
        assert!(matches!(error, CallError::Unreadable { status: 502, .. }));
    }

    #[test]
    fn a_token_that_could_change_the_address_is_no_token() {
        assert!(is_token("123456:AAE-x_9"));
        for wrong in ["", "123456", "abc:def", "123456:a/b", "123456:a b", "123456:", ":abc"] {
            assert!(!is_token(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_address_names_its_setting() {
        let error = ApiClient::new("telegram", "1:a".into()).err().expect("refused");
        assert!(error.to_string().contains("telegram.api_url"), "{error}");
    }
}
