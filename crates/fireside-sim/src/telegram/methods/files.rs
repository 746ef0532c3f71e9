//! Links to files that Telegram has.

use super::{Answer, render};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// `getFile`: a link that works for an hour.
pub(super) fn get_file(state: &mut State, params: &Params) -> Answer {
    let file_id = params.text("file_id").filter(|id| !id.is_empty());
    let file_id = file_id.ok_or_else(|| ApiError::bad_request("file_id not specified"))?;
    let number = state.files.find(&file_id).ok_or_else(|| ApiError::bad_request("invalid file_id"))?;
    let len = state.files.get(number).map_or(0, |file| file.bytes.len());
    if len > state.limits.download_len_max {
        return Err(ApiError::bad_request("file is too big"));
    }
    let now_ms = state.now_ms();
    let path = state.files.link(number, now_ms);
    let mut file = state.files.object(number);
    if let serde_json::Value::Object(fields) = &mut file {
        fields.retain(|name, _| ["file_id", "file_unique_id", "file_size"].contains(&name.as_str()));
        fields.extend(path.map(|path| ("file_path".to_owned(), path.into())));
    }
    render(&file)
}
