//! A REST call's way: reading it, checking the token, faults and limits, the
//! route's handler, the answer with its headers.

use std::collections::HashMap;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{self, ConnectInfo, FromRequest, Multipart, Query, Request};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;
use serde_json::{Value, json};

use crate::Fault;
use crate::link::Link;

use super::endpoint;
use super::errors::ApiError;
use super::rate_limits::{Standing, Verdict, bucket_id};
use super::routes::{self, Access, File, Input, Reply, Route};
use super::server::Served;
use super::world::{Call, State, World};

/// A request without files is at most 25 MiB.
const BODY_LEN_MAX: usize = 25 * 1024 * 1024;
/// Files are held up to what the most boosted guild takes; what a channel takes
/// is checked when they are sent.
const FILES_LEN_MAX: usize = 101 * 1024 * 1024;

/// An answer before it is written out.
#[derive(Debug)]
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    content_type: &'static str,
    body: Vec<u8>,
}

/// Serves every call below `/api`.
pub(crate) async fn serve(
    extract::State(served): extract::State<Served>,
    ConnectInfo(link): ConnectInfo<Link>,
    request: Request,
) -> Response {
    let world = &served.world;
    let (method, uri) = (request.method().as_str().to_owned(), request.uri().clone());
    let path = api_path(uri.path());
    let (route, params) = match routes::find(&method, path, world.bot()) {
        Ok(found) => found,
        Err(error) => {
            let answer = Answer::refusal(&error);
            world
                .change(|state| state.log_call(format!("{method} {path}"), &uri, Value::Null, answer.status));
            return answer.into_response();
        }
    };
    let headers = request.headers().clone();
    let mut input = read_input(request, params, &uri).await;
    if route.name == routes::CHANGE_APPLICATION && is_bot_of(world, &headers) {
        input = try_endpoint(world, input).await;
    }
    let asked = input.as_ref().map_or(Value::Null, |input| input.body.clone());
    let fault = world.faults().take(route.name);
    if let Some(left_ms) = world.read(State::shut_out_ms) {
        return Answer::shut_out(left_ms).into_response();
    }
    let answer = match &fault {
        Some(Fault::TooManyRequests { .. } | Fault::ServerError { .. } | Fault::Refused { .. }) => {
            let answer = fault.as_ref().and_then(Answer::of_fault);
            answer.unwrap_or_else(|| Answer::refusal(&ApiError::no_route()))
        }
        _ => perform(world, route, &headers, input),
    };
    world.change(|state| {
        state.log_call(route.name.to_owned(), &uri, asked, answer.status);
        if answer.is_invalid() {
            state.count_invalid_request();
        }
    });
    match fault {
        Some(Fault::AnswerLost | Fault::AnswerCut) => link.cut(),
        Some(Fault::SlowAnswer { delay_ms }) => tokio::time::sleep(Duration::from_millis(delay_ms)).await,
        _ => {}
    }
    answer.into_response()
}

fn is_bot_of(world: &World, headers: &HeaderMap) -> bool {
    world.read(|state| is_bot(state, headers))
}

/// Tries out the interactions endpoint that a change of the application names.
async fn try_endpoint(world: &World, input: Result<Input, ApiError>) -> Result<Input, ApiError> {
    let input = input?;
    match input.body["interactions_endpoint_url"].as_str().filter(|url| !url.is_empty()) {
        Some(url) => endpoint::verify(world, url).await.map(|()| input),
        None => Ok(input),
    }
}

/// The path below the API's root, with or without a version.
fn api_path(path: &str) -> &str {
    let path = path.strip_prefix("/api").unwrap_or(path);
    let versioned = path.strip_prefix("/v").and_then(|rest| rest.split_once('/'));
    match versioned {
        Some((version, rest)) if version.bytes().all(|byte| byte.is_ascii_digit()) => {
            &path[path.len() - rest.len() - 1..]
        }
        _ => path,
    }
}

/// Reads a body, JSON or multipart, and the query.
pub(crate) async fn read_input(request: Request, params: Vec<String>, uri: &Uri) -> Result<Input, ApiError> {
    let query = Query::<HashMap<String, String>>::try_from_uri(uri).map(|Query(query)| query);
    let mut input = Input { params, query: query.unwrap_or_default(), ..Input::default() };
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    if content_type.starts_with("multipart/form-data") {
        read_multipart(request, &mut input).await?;
        return Ok(input);
    }
    let body = to_bytes(request.into_body(), BODY_LEN_MAX).await.map_err(|_| ApiError::entity_too_large())?;
    if !body.is_empty() {
        input.body = serde_json::from_slice(&body).map_err(|_| ApiError::invalid_json())?;
    }
    Ok(input)
}

async fn read_multipart(request: Request, input: &mut Input) -> Result<(), ApiError> {
    let multipart = Multipart::from_request(request, &()).await;
    let mut multipart = multipart.map_err(|_| ApiError::invalid_json())?;
    let (mut length, mut fields) = (0, serde_json::Map::new());
    while let Some(mut part) = multipart.next_field().await.map_err(|_| ApiError::invalid_json())? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let content_type = part.content_type().map(str::to_owned);
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|_| ApiError::invalid_json())? {
            length += chunk.len();
            // The rest is read and dropped, so that the answer finds a client that listens.
            if length <= FILES_LEN_MAX {
                bytes.extend_from_slice(&chunk);
            }
        }
        match file_name {
            Some(file_name) => {
                let number = name.trim_matches(|letter: char| !letter.is_ascii_digit()).parse();
                let number = number.unwrap_or(input.files.len() as u64);
                input.files.push(File { number, name: file_name, content_type, bytes: bytes.into() });
            }
            None if name == "payload_json" => {
                input.body = serde_json::from_slice(&bytes).map_err(|_| ApiError::invalid_json())?;
            }
            None => {
                fields.insert(name, json!(String::from_utf8_lossy(&bytes)));
            }
        }
    }
    if length > FILES_LEN_MAX {
        return Err(ApiError::entity_too_large());
    }
    if input.body.is_null() {
        input.body = Value::Object(fields);
    }
    Ok(())
}

/// Checks and performs a call under the world's lock.
fn perform(world: &World, route: &Route, headers: &HeaderMap, input: Result<Input, ApiError>) -> Answer {
    world.change(|state| {
        if route.access == Access::Bot && !is_bot(state, headers) {
            return Answer::refusal(&ApiError::unauthorized());
        }
        let standing = match state.count_call(route, input.as_ref().ok()) {
            Verdict::GlobalFull { retry_after_ms } => {
                return Answer::too_many(retry_after_ms, "global", None);
            }
            Verdict::RouteFull(standing) => {
                return Answer::too_many(standing.reset_after_ms, "user", Some(&standing));
            }
            Verdict::Passed(standing) => Some(standing),
            Verdict::Free => None,
        };
        let outcome = input.and_then(|input| (route.handler)(state, &input));
        let mut answer = match outcome {
            Ok(reply) => Answer::granted(&reply),
            Err(error) => Answer::refusal(&error),
        };
        if let Some(standing) = standing {
            answer.headers.extend(bucket_headers(&standing));
        }
        answer
    })
}

fn is_bot(state: &State, headers: &HeaderMap) -> bool {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = authorization.and_then(|value| value.strip_prefix("Bot "));
    token == Some(state.options.token.as_str())
}

/// What a bucket is kept apart by: the channel, the guild, or the webhook with
/// its token.
fn major_parameter(route: &Route, input: &Input) -> String {
    let path = route.name.split_once(' ').map_or("", |(_, path)| path);
    if path.starts_with("/webhooks/") {
        return format!("{}/{}", input.text(0), input.text(1));
    }
    let has_major = ["/channels/", "/guilds/"].iter().any(|root| path.starts_with(root));
    let at_guild = path.starts_with("/applications/") && path.contains("/guilds/{guild.id}");
    if has_major {
        input.text(0).to_owned()
    } else if at_guild {
        input.text(1).to_owned()
    } else {
        String::new()
    }
}

impl State {
    fn count_call(&mut self, route: &Route, input: Option<&Input>) -> Verdict {
        if route.access == Access::Callback {
            return Verdict::Free;
        }
        let major = input.map_or_else(String::new, |input| major_parameter(route, input));
        let counts_globally = route.access == Access::Bot;
        let now_ms = self.clock.now_ms();
        let options = std::sync::Arc::clone(&self.options);
        self.rate_limits.count(&options.limits, route.name, &major, counts_globally, now_ms)
    }

    /// Milliseconds left in which the address is shut out for too many invalid requests.
    fn shut_out_ms(&self) -> Option<u64> {
        self.rate_limits.shut_out_ms(self.options.limits.invalid_requests_max, self.clock.now_ms())
    }

    fn count_invalid_request(&mut self) {
        self.rate_limits.count_invalid(self.clock.now_ms());
    }

    fn log_call(&mut self, name: String, uri: &Uri, body: Value, status: u16) {
        let asked = uri.path_and_query().map_or("", |it| it.as_str());
        let at_ms = self.clock.now_ms();
        self.calls.push(Call { name, path: api_path(asked).to_owned(), body, status, at_ms });
    }
}

impl Answer {
    fn json(status: u16, body: &Value) -> Self {
        let body = body.to_string().into_bytes();
        Self { status, headers: Vec::new(), content_type: "application/json", body }
    }

    fn granted(reply: &Reply) -> Self {
        match &reply.body {
            Some(body) => Self::json(reply.status, body),
            None => Self { body: Vec::new(), ..Self::json(reply.status, &Value::Null) },
        }
    }

    fn refusal(error: &ApiError) -> Self {
        match error.retry_after_ms {
            Some(retry_after_ms) => Self::too_many(retry_after_ms, "shared", None),
            None => Self::json(error.status, &error.body()),
        }
    }

    fn too_many(retry_after_ms: u64, scope: &str, standing: Option<&Standing>) -> Self {
        let retry_after = seconds(retry_after_ms);
        let mut answer = Self::json(
            429,
            &json!({
                "message": "You are being rate limited.", "retry_after": retry_after,
                "global": scope == "global",
            }),
        );
        answer.headers.push(("Retry-After", retry_after_ms.div_ceil(1_000).to_string()));
        answer.headers.push(("X-RateLimit-Scope", scope.to_owned()));
        if scope == "global" {
            answer.headers.push(("X-RateLimit-Global", "true".to_owned()));
        }
        if let Some(standing) = standing {
            answer.headers.extend(bucket_headers(standing));
        }
        answer
    }

    /// Whether it counts toward the invalid requests, as 429 of a shared limit doesn't.
    fn is_invalid(&self) -> bool {
        let is_shared = self.headers.contains(&("X-RateLimit-Scope", "shared".to_owned()));
        matches!(self.status, 401 | 403 | 429) && !is_shared
    }

    /// What the proxy in front of Discord says to an address it has shut out.
    fn shut_out(left_ms: u64) -> Self {
        let page = "<!doctype html><html><head><title>Access denied | discord.com used Cloudflare to \
                    restrict access</title></head><body>error code: 1015</body></html>";
        Self {
            status: 429,
            headers: vec![("Retry-After", left_ms.div_ceil(1_000).to_string())],
            content_type: "text/html; charset=UTF-8",
            body: page.as_bytes().to_vec(),
        }
    }

    /// The answer of a fault that lets nothing take effect.
    fn of_fault(fault: &Fault) -> Option<Self> {
        match fault {
            Fault::TooManyRequests { retry_after_ms, global } => {
                // A 429 that no bucket announced is what a shared limit looks like.
                let scope = if *global { "global" } else { "shared" };
                Some(Self::too_many(*retry_after_ms, scope, None))
            }
            Fault::ServerError { status, html } => Some(if *html {
                let page =
                    format!("<html><head><title>{status}</title></head><body>cloudflare</body></html>");
                Self {
                    content_type: "text/html",
                    body: page.into_bytes(),
                    ..Self::json(*status, &Value::Null)
                }
            } else {
                Self::json(
                    *status,
                    &json!({ "message": format!("{status}: Internal Server Error"), "code": 0 }),
                )
            }),
            Fault::Refused { status, code, description } => {
                Some(Self::refusal(&ApiError::new(*status, *code, description.clone())))
            }
            Fault::AnswerLost | Fault::AnswerCut | Fault::SlowAnswer { .. } => None,
        }
    }

    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        if self.status != 204 {
            headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(self.content_type));
        }
        for (name, value) in self.headers {
            if let (Ok(name), Ok(value)) = (name.parse::<header::HeaderName>(), value.parse()) {
                headers.insert(name, value);
            }
        }
        response
    }
}

fn bucket_headers(standing: &Standing) -> [(&'static str, String); 5] {
    [
        ("X-RateLimit-Limit", standing.limit.to_string()),
        ("X-RateLimit-Remaining", standing.remaining.to_string()),
        ("X-RateLimit-Reset", format!("{:.3}", seconds(standing.reset_at_ms))),
        ("X-RateLimit-Reset-After", format!("{:.3}", seconds(standing.reset_after_ms))),
        ("X-RateLimit-Bucket", bucket_id(&standing.bucket)),
    ]
}

fn seconds(ms: u64) -> f64 {
    Duration::from_millis(ms).as_secs_f64()
}
