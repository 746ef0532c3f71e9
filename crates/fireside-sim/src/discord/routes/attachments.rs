//! Links to attachments, made new.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::world::State;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] =
    &[Route { name: "POST /attachments/refresh-urls", access: Access::Bot, handler: refresh }];

const URLS_MAX: usize = 50;

fn refresh(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let urls = input.body["attachment_urls"].as_array().map_or(&[][..], Vec::as_slice);
    if urls.is_empty() || urls.len() > URLS_MAX {
        return Err(ApiError::bad_length("attachment_urls", 1, URLS_MAX));
    }
    let refreshed = |(at, url): (usize, &Value)| {
        let text = url.as_str().unwrap_or_default();
        let path = text.split_once("attachments/").map(|(_, path)| path);
        let number = path.and_then(|path| path.split('/').nth(1)?.parse().ok());
        let attachment = number.and_then(|number: u64| state.attachments.get(&number));
        let attachment = attachment.ok_or_else(|| {
            let field = format!("attachment_urls.{at}");
            ApiError::form(&field, "ATTACHMENT_URL_INVALID", "Not the URL of an attachment.")
        })?;
        Ok(json!({ "original": text, "refreshed": state.attachment_url(attachment) }))
    };
    let refreshed: Result<Vec<Value>, ApiError> = urls.iter().enumerate().map(refreshed).collect();
    Ok(Reply::json(json!({ "refreshed_urls": refreshed? })))
}
