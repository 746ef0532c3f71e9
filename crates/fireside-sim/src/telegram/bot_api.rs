//! One call's way: token, method, parameters, fault, effect, log, answer.

use std::time::Duration;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};

use super::downloads;
use super::errors::ApiError;
use super::methods::{self, Method};
use super::params::Params;
use super::shown::Call;
use super::world::World;
use crate::Fault;
use crate::link::Link;

/// Answers `/bot<TOKEN>/<method>`.
pub(crate) async fn serve(
    State(world): State<World>,
    ConnectInfo(link): ConnectInfo<Link>,
    request: Request,
) -> Response {
    match call(&world, &link, request).await {
        Ok(answer) => answer,
        Err(error) => envelope(error.status(), error_body(&error)),
    }
}

async fn call(world: &World, link: &Link, request: Request) -> Result<Response, ApiError> {
    if let Some(rest) = request.uri().path().strip_prefix("/file/bot") {
        return downloads::serve(world, link, behind_token(world, rest)?);
    }
    let rest = request.uri().path().strip_prefix("/bot").ok_or_else(ApiError::not_found)?;
    let method = behind_token(world, rest)?;
    let (name, method) = methods::find(method).ok_or_else(|| {
        tracing::warn!(method, "the Bot API simulator doesn't know this method");
        ApiError::not_found()
    })?;
    let params = Params::read(request, world.upload_len_max()).await?;
    let fault = world.faults().take(name);
    let late = match fault {
        Some(Fault::ServerError { status, html }) => return Ok(server_error(status, html)),
        Some(Fault::TooManyRequests { retry_after_ms, .. }) => {
            let error = ApiError::too_many_requests(retry_after_ms.div_ceil(1000));
            return Ok(log(world, name, params, Err(error)));
        }
        Some(Fault::Refused { status, code, description }) => {
            let code = u16::try_from(code).ok().filter(|code| *code >= 100).unwrap_or(status);
            return Ok(log(world, name, params, Err(ApiError::new(code, description))));
        }
        Some(Fault::AnswerLost | Fault::AnswerCut) => {
            link.cut();
            None
        }
        Some(Fault::SlowAnswer { delay_ms }) => Some(Duration::from_millis(delay_ms)),
        None => None,
    };
    let answer = match method {
        Method::Poll => {
            let result = methods::updates::get_updates(world, &params).await;
            log(world, name, params, result)
        }
        Method::Act(act) => {
            let result = world.change(|state| act(state, &params));
            log(world, name, params, result)
        }
    };
    if let Some(late) = late {
        tokio::select! {
            () = tokio::time::sleep(late) => {}
            () = world.closing().cancelled() => {}
        }
    }
    Ok(answer)
}

/// What follows the token.
fn behind_token<'a>(world: &World, rest: &'a str) -> Result<&'a str, ApiError> {
    let (token, rest) = rest.split_once('/').ok_or_else(ApiError::not_found)?;
    // Some clients escape the colon.
    let is_ours = token == world.token() || token.replace("%3A", ":") == world.token();
    if is_ours { Ok(rest) } else { Err(ApiError::unauthorized()) }
}

/// Carries out the method that a webhook named in its answer, if it named one.
/// Nobody hears what becomes of it.
pub(crate) async fn carry_out_answer(world: &World, request: Request) {
    let Ok(params) = Params::read(request, world.upload_len_max()).await else { return };
    let named = params.text("method").and_then(|named| methods::find(&named));
    if let Some((name, Method::Act(act))) = named {
        let result = world.change(|state| act(state, &params));
        log(world, name, params, result);
    }
}

/// Notes the call, unless it is a poll that brought nothing, and makes its answer.
fn log(world: &World, method: &'static str, params: Params, result: Result<String, ApiError>) -> Response {
    let nothing_new = method == "getUpdates" && result.as_ref().is_ok_and(|result| result == "[]");
    let (status, answer) = match result {
        Ok(result) => (200, format!("{{\"ok\":true,\"result\":{result}}}")),
        Err(error) => (error.status(), error_body(&error)),
    };
    if !nothing_new {
        let at_ms = world.clock().now_ms();
        let answer = answer.clone();
        let params = params.without_files();
        world.change(|state| state.log_call(Call { method, params, status, answer, at_ms }));
    }
    envelope(status, answer)
}

fn error_body(error: &ApiError) -> String {
    serde_json::to_string(error).unwrap_or_default()
}

fn envelope(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

pub(crate) fn server_error(status: u16, html: bool) -> Response {
    let code = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let reason = code.canonical_reason().unwrap_or("Server Error");
    if html {
        let page = format!(
            "<html><head><title>{status} {reason}</title></head><body>{status} {reason}</body></html>"
        );
        return (code, Html(page)).into_response();
    }
    envelope(status, error_body(&ApiError::new(status, reason)))
}
