//! Downloads at `/file/bot<TOKEN>/<file_path>`, by the links of `getFile`.
//!
//! A fault for a download is one for a call named `file/…`: a slow answer stops
//! half-way for its time, a cut one ends there.

use std::borrow::Cow;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, StreamExt as _};
use tokio_util::sync::CancellationToken;

use super::bot_api::server_error;
use super::errors::ApiError;
use super::world::World;
use crate::Fault;
use crate::link::Link;

/// How many bytes of a file leave at a time.
const CHUNK_LEN: usize = 64 * 1024;

/// Answers a download of the file at `path`, as the URL has it.
pub(crate) fn serve(world: &World, link: &Link, path: &str) -> Result<Response, ApiError> {
    let path = unescape(path);
    let mut stall = Duration::ZERO;
    let mut is_cut = false;
    match world.faults().take(&format!("file/{path}")) {
        None => {}
        Some(Fault::AnswerCut) => is_cut = true,
        Some(Fault::SlowAnswer { delay_ms }) => stall = Duration::from_millis(delay_ms),
        Some(Fault::AnswerLost) => link.cut(),
        Some(Fault::ServerError { status, html }) => return Ok(server_error(status, html)),
        Some(Fault::TooManyRequests { retry_after_ms, .. }) => {
            return Err(ApiError::too_many_requests(retry_after_ms.div_ceil(1000)));
        }
        Some(Fault::Refused { status, description, .. }) => return Err(ApiError::new(status, description)),
    }
    let now_ms = world.clock().now_ms();
    let bytes = world.peek(|state| Some(state.files.linked(&path, now_ms)?.bytes.to_body()));
    let bytes = bytes.ok_or_else(ApiError::not_found)?;
    if is_cut {
        link.cut_after(bytes.len() / 2);
    }
    let headers =
        [(CONTENT_TYPE, "application/octet-stream".to_owned()), (CONTENT_LENGTH, bytes.len().to_string())];
    Ok((headers, body(bytes, stall, world.closing().clone())).into_response())
}

/// The body in chunks that share the kept bytes; half-way it stalls, unless the
/// server ends.
fn body(bytes: Bytes, stall: Duration, closing: CancellationToken) -> Body {
    let half = bytes.len() / 2;
    let (first, second) = (bytes.slice(..half), bytes.slice(half..));
    let rest = stream::once(async move {
        if !stall.is_zero() {
            tokio::select! {
                () = tokio::time::sleep(stall) => {}
                () = closing.cancelled() => {}
            }
        }
        chunks(second)
    });
    Body::from_stream(chunks(first).chain(rest.flatten()))
}

fn chunks(bytes: Bytes) -> impl futures_util::Stream<Item = io::Result<Bytes>> + Send {
    let starts = (0..bytes.len()).step_by(CHUNK_LEN);
    stream::iter(starts.map(move |start| Ok(bytes.slice(start..bytes.len().min(start + CHUNK_LEN)))))
}

/// The path with its `%XX` undone: some SDKs escape the slashes.
fn unescape(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return Cow::Borrowed(path);
    }
    // A plus is itself in a path, though not in a form.
    let escaped = path.replace('+', "%2B");
    let form = form_urlencoded::parse(escaped.as_bytes()).next();
    Cow::Owned(form.map(|(name, _)| name.into_owned()).unwrap_or_default())
}
