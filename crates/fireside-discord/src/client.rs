//! Calls to Discord: serenity's routes, with the answer's status and headers
//! read here. serenity's own client has no part in it, because it drops the
//! time a 429 asks to wait, and its request spans carry bodies and tokens.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::Clock;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::multipart::Form;
use reqwest::{Method, Response, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use serenity::http::Route;

use crate::breaker::Breaker;
use crate::buckets::{Buckets, asked_to_wait};
use crate::errors::CallError;

/// How long one call may take.
const CALL_MAX: Duration = Duration::from_secs(15);
/// How long one that carries files may take.
const UPLOAD_MAX: Duration = Duration::from_mins(10);
/// How long to wait for a connection, and for the next piece of an answer.
const CONNECT_MAX: Duration = Duration::from_secs(10);
const PIECE_MAX: Duration = Duration::from_secs(30);

/// One call.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) route: Route<'a>,
    pub(crate) method: Method,
    /// The channel, guild or application in the route: limits are kept apart by it.
    pub(crate) major: u64,
    pub(crate) body: Option<Value>,
    /// A body with files, in the place of the other.
    pub(crate) form: Option<Form>,
    pub(crate) query: Vec<(&'static str, String)>,
    /// Where it goes, for what the route's own path is out of date.
    pub(crate) path: Option<String>,
}

impl<'a> Call<'a> {
    pub(crate) fn new(method: Method, route: Route<'a>, major: u64) -> Self {
        Self { route, method, major, body: None, form: None, query: Vec::new(), path: None }
    }

    pub(crate) fn get(route: Route<'a>) -> Self {
        Self::new(Method::GET, route, 0)
    }

    pub(crate) fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    pub(crate) fn form(mut self, form: Form) -> Self {
        self.form = Some(form);
        self
    }

    /// Sends it to `path` below the API's root; its limits are kept under its route.
    pub(crate) fn path(mut self, path: String) -> Self {
        self.path = Some(path);
        self
    }

    pub(crate) fn query(mut self, name: &'static str, value: impl ToString) -> Self {
        self.query.push((name, value.to_string()));
        self
    }
}

/// Makes calls with the bot's token.
pub(crate) struct Client {
    http: reqwest::Client,
    token: SecretString,
    base: String,
    clock: Arc<dyn Clock>,
    pub(crate) buckets: Buckets,
    pub(crate) breaker: Breaker,
}

impl Client {
    pub(crate) fn new(token: SecretString, base: &str, clock: Arc<dyn Clock>) -> Self {
        Self {
            http: without_redirects(),
            token,
            base: base.to_owned(),
            clock,
            buckets: Buckets::default(),
            breaker: Breaker::default(),
        }
    }

    /// Makes a call and gives back what Discord answered; `null` for nothing.
    pub(crate) async fn send(&self, call: Call<'_>) -> Result<Value, CallError> {
        if let Some(after) = self.breaker.halted(self.clock.now()) {
            return Err(CallError::Halted { after });
        }
        let url = match &call.path {
            Some(path) => format!("{}/api/v10{path}", self.base),
            None => call.route.path().replacen("https://discord.com", &self.base, 1),
        };
        let limit = if call.form.is_some() { UPLOAD_MAX } else { CALL_MAX };
        let mut request = self
            .http
            .request(call.method.clone(), url)
            .timeout(limit)
            .header(USER_AGENT, serenity::constants::USER_AGENT)
            .header(AUTHORIZATION, self.authorization())
            .query(&call.query);
        if let Some(form) = call.form {
            request = request.multipart(form);
        } else if let Some(body) = &call.body {
            request = request.json(body);
        }
        let response = request.send().await.map_err(lost)?;
        let now = self.clock.now();
        self.buckets.learn(&call.route, &call.method, call.major, response.headers(), now);
        self.breaker.count(response.status().as_u16(), now);
        read(response).await
    }

    /// Asks for what lies at `url`, without the bot's token: it is no part of the API.
    pub(crate) async fn fetch(&self, url: Url) -> Result<Response, CallError> {
        let request = self.http.get(url).header(USER_AGENT, serenity::constants::USER_AGENT);
        request.send().await.map_err(lost)
    }

    fn authorization(&self) -> HeaderValue {
        // A token with a line break in it can't be sent; Discord answers 401 to the empty one.
        let mut value = HeaderValue::from_str(&format!("Bot {}", self.token.expose_secret()))
            .unwrap_or(HeaderValue::from_static(""));
        value.set_sensitive(true);
        value
    }
}

/// Discord's API never redirects; whatever does is not to be given the token.
fn without_redirects() -> reqwest::Client {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    let client = builder.connect_timeout(CONNECT_MAX).read_timeout(PIECE_MAX).build();
    client.unwrap_or_else(|error| {
        tracing::error!(%error, "the HTTP client falls back to its defaults");
        reqwest::Client::new()
    })
}

async fn read(response: Response) -> Result<Value, CallError> {
    let status = response.status();
    let headers = response.headers().clone();
    let body = response.bytes().await.map_err(lost)?;
    let told: Option<Value> = serde_json::from_slice(&body).ok();
    match (status, told) {
        (StatusCode::NO_CONTENT, _) => Ok(Value::Null),
        (status, Some(told)) if status.is_success() => Ok(told),
        // A page where JSON was promised comes from something in front of Discord.
        (status, None) if status.is_success() => Err(CallError::Server { status: status.as_u16() }),
        (StatusCode::TOO_MANY_REQUESTS, told) => Err(rate_limited(&headers, &told.unwrap_or_default())),
        (status, _) if status.is_server_error() => Err(CallError::Server { status: status.as_u16() }),
        (status, told) => {
            let told = told.unwrap_or_default();
            let code = told["code"].as_u64().and_then(|code| u32::try_from(code).ok()).unwrap_or(0);
            let message = told["message"].as_str().unwrap_or("no reason given");
            let message = first_field(&told["errors"])
                .map_or_else(|| message.to_owned(), |(field, why)| format!("{message}: `{field}`: {why}"));
            Err(CallError::Rejected { status: status.as_u16(), code, message })
        }
    }
}

/// The first field that Discord finds wrong, as a dotted path, and why.
fn first_field(errors: &Value) -> Option<(String, String)> {
    let (name, inner) = errors.as_object()?.iter().next()?;
    if name == "_errors" {
        return Some((String::new(), inner[0]["message"].as_str()?.to_owned()));
    }
    let (path, why) = first_field(inner)?;
    let path = if path.is_empty() { name.clone() } else { format!("{name}.{path}") };
    Some((path, why))
}

fn rate_limited(headers: &HeaderMap, told: &Value) -> CallError {
    let (after, scope) = asked_to_wait(headers, told);
    CallError::RateLimited { after, scope }
}

/// A call without an answer. The address stays out of the reason: it can carry
/// an interaction's token.
fn lost(error: reqwest::Error) -> CallError {
    let never_left = error.is_connect() || error.is_builder();
    let error = error.without_url();
    let cause = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
    if never_left { CallError::NotConnected { why: cause } } else { CallError::AnswerLost { why: cause } }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::first_field;

    #[test]
    fn what_discord_finds_wrong_is_named_with_its_path() {
        let why = json!({ "_errors": [{ "code": "X", "message": "Required options first" }] });
        let errors = json!({ "3": { "options": why } });
        let named = ("3.options".to_owned(), "Required options first".to_owned());
        assert_eq!(first_field(&errors), Some(named));
        assert_eq!(first_field(&json!(null)), None);
    }
}
