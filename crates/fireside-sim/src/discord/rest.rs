//! A REST call's way: reading it, checking the token, faults and limits, the
//! route's handler, the answer with its headers.

use std::collections::HashMap;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{self, ConnectInfo, FromRequest, Multipart, Query, Request};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;
use serde_json::{Value, json};

use crate::Fault;
use crate::link::Link;

use super::errors::ApiError;
use super::rate_limits::{Standing, Verdict, bucket_id};
use super::routes::{self, Access, File, Input, Reply, Route};
use super::server::Served;
use super::world::{Call, State, World};

/// A request is at most 25 MiB, with some room for what wraps the files.
const BODY_LEN_MAX: usize = 26 * 1024 * 1024;

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
    let (route, params) = match routes::find(&method, path) {
        Ok(found) => found,
        Err(error) => {
            let answer = Answer::refusal(&error);
            world
                .change(|state| state.log_call(format!("{method} {path}"), &uri, Value::Null, answer.status));
            return answer.into_response();
        }
    };
    let headers = request.headers().clone();
    let input = read_input(request, params, &uri).await;
    let asked = input.as_ref().map_or(Value::Null, |input| input.body.clone());
    let fault = world.faults().take(route.name);
    let answer = match &fault {
        Some(Fault::TooManyRequests { .. } | Fault::ServerError { .. } | Fault::Refused { .. }) => {
            let answer = fault.as_ref().and_then(Answer::of_fault);
            answer.unwrap_or_else(|| Answer::refusal(&ApiError::no_route()))
        }
        _ => perform(world, route, &headers, input),
    };
    world.change(|state| state.log_call(route.name.to_owned(), &uri, asked, answer.status));
    match fault {
        Some(Fault::AnswerLost) => link.cut(),
        Some(Fault::SlowAnswer { delay_ms }) => tokio::time::sleep(Duration::from_millis(delay_ms)).await,
        _ => {}
    }
    answer.into_response()
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

async fn read_input(request: Request, params: Vec<String>, uri: &Uri) -> Result<Input, ApiError> {
    let query = Query::<HashMap<String, String>>::try_from_uri(uri).map(|Query(query)| query);
    let mut input = Input { params, query: query.unwrap_or_default(), ..Input::default() };
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    if content_type.starts_with("multipart/form-data") {
        read_multipart(request, &mut input).await?;
        return Ok(input);
    }
    let body = to_bytes(request.into_body(), BODY_LEN_MAX).await.map_err(|_| too_large())?;
    if !body.is_empty() {
        input.body = serde_json::from_slice(&body).map_err(|_| ApiError::invalid_json())?;
    }
    Ok(input)
}

fn too_large() -> ApiError {
    ApiError::new(413, 40005, "Request entity too large")
}

async fn read_multipart(request: Request, input: &mut Input) -> Result<(), ApiError> {
    let multipart = Multipart::from_request(request, &()).await;
    let mut multipart = multipart.map_err(|_| ApiError::invalid_json())?;
    while let Some(part) = multipart.next_field().await.map_err(|_| too_large())? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let content_type = part.content_type().map(str::to_owned);
        let bytes: Bytes = part.bytes().await.map_err(|_| too_large())?;
        match file_name {
            Some(file_name) => {
                input.files.push(File { name: file_name, content_type, size: bytes.len() });
            }
            None if name == "payload_json" => {
                input.body = serde_json::from_slice(&bytes).map_err(|_| ApiError::invalid_json())?;
            }
            None => input.body[name] = json!(String::from_utf8_lossy(&bytes)),
        }
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
                return Answer::too_many(standing.reset_after_ms, "user", Some((route.name, &standing)));
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
            answer.headers.extend(bucket_headers(route.name, &standing));
        }
        answer
    })
}

fn is_bot(state: &State, headers: &HeaderMap) -> bool {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = authorization.and_then(|value| value.strip_prefix("Bot "));
    token == Some(state.options.token.as_str())
}

impl State {
    fn count_call(&mut self, route: &Route, input: Option<&Input>) -> Verdict {
        if route.access == Access::Callback {
            return Verdict::Free;
        }
        let has_major = ["/channels/", "/guilds/", "/webhooks/"].iter().any(|part| route.name.contains(part));
        let major = match (input, route.access) {
            (Some(input), Access::InteractionToken) => input.text(1),
            (Some(input), _) if has_major => input.text(0),
            _ => "",
        };
        let counts_globally = route.access == Access::Bot;
        let now_ms = self.clock.now_ms();
        let options = std::sync::Arc::clone(&self.options);
        self.rate_limits.count(&options.limits, route.name, major, counts_globally, now_ms)
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
        Self::json(error.status, &error.body())
    }

    fn too_many(retry_after_ms: u64, scope: &str, bucket: Option<(&str, &Standing)>) -> Self {
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
        if let Some((name, standing)) = bucket {
            answer.headers.extend(bucket_headers(name, standing));
        }
        answer
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
            Fault::AnswerLost | Fault::SlowAnswer { .. } => None,
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

fn bucket_headers(name: &str, standing: &Standing) -> [(&'static str, String); 5] {
    [
        ("X-RateLimit-Limit", standing.limit.to_string()),
        ("X-RateLimit-Remaining", standing.remaining.to_string()),
        ("X-RateLimit-Reset", format!("{:.3}", seconds(standing.reset_at_ms))),
        ("X-RateLimit-Reset-After", format!("{:.3}", seconds(standing.reset_after_ms))),
        ("X-RateLimit-Bucket", bucket_id(name)),
    ]
}

fn seconds(ms: u64) -> f64 {
    Duration::from_millis(ms).as_secs_f64()
}
