//! Attachments, served where the CDN would: by signed links that expire.

use std::collections::HashMap;
use std::time::Duration;

use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::Fault;
use crate::link::Link;

use super::server::Served;

/// What faults name a download by.
const CALL: &str = "GET /attachments/{channel.id}/{attachment.id}/{name}";
const GONE: &str = "This content is no longer available.";

/// What every sticker looks like: one transparent pixel.
const STICKER: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
    \0\0\0\rIDATx\x9cc```\xf8\x0f\0\x01\x04\x01\0_\xe5\xc3K\0\0\0\0IEND\xaeB`\x82";

/// Serves the picture of a guild's sticker.
pub(crate) async fn serve_sticker(State(served): State<Served>, Path(file): Path<String>) -> Response {
    let number = file.strip_suffix(".png").and_then(|number| number.parse::<u64>().ok());
    let is_known = number.is_some_and(|number| {
        served.world.read(|state| state.guilds.values().any(|guild| guild.stickers.contains_key(&number)))
    });
    if is_known {
        ([(header::CONTENT_TYPE, "image/png")], STICKER).into_response()
    } else {
        (StatusCode::NOT_FOUND, GONE).into_response()
    }
}

/// Serves an attachment's bytes.
pub(crate) async fn serve(
    State(served): State<Served>,
    ConnectInfo(link): ConnectInfo<Link>,
    Path((_, attachment, _)): Path<(String, u64, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let fault = served.world.faults().take(CALL);
    let is_cut = fault == Some(Fault::AnswerCut);
    match fault {
        Some(Fault::ServerError { status, .. } | Fault::Refused { status, .. }) => {
            return StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY).into_response();
        }
        Some(Fault::TooManyRequests { .. }) => return StatusCode::TOO_MANY_REQUESTS.into_response(),
        Some(Fault::AnswerLost) => link.cut(),
        Some(Fault::SlowAnswer { delay_ms }) => tokio::time::sleep(Duration::from_millis(delay_ms)).await,
        Some(Fault::AnswerCut) | None => {}
    }
    let text = |key: &str| query.get(key).map_or("", String::as_str);
    let found = served.world.read(|state| {
        let attachment = state.linked(attachment, text("ex"), text("hm"))?;
        Some((attachment.content_type.clone(), attachment.bytes.clone()))
    });
    let Some((content_type, bytes)) = found else { return (StatusCode::NOT_FOUND, GONE).into_response() };
    if is_cut {
        // The head and a part of the body leave: less than the whole in any case.
        link.cut_after(bytes.len() / 2);
    }
    let content_type = content_type.unwrap_or_else(|| "application/octet-stream".to_owned());
    ([(header::CONTENT_TYPE, content_type)], bytes).into_response()
}
