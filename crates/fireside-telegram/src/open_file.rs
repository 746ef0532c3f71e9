//! Reading a file that Telegram keeps.

use std::time::Duration;

use bytes::Bytes;
use fireside_core::ids::FileId;
use fireside_core::ports::{FileError, FileStream};
use futures_util::stream;
use reqwest::{Response, StatusCode};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::client::{ApiClient, described};
use crate::errors::CallError;

/// The longest file that a bot can read, in bytes (Bot API, `getFile`).
pub(crate) const DOWNLOAD_BYTES_MAX: u64 = 20 * 1024 * 1024;
/// How long the next piece may take to come.
const PIECE_PATIENCE: Duration = Duration::from_secs(30);

/// Where a file can be fetched for the next hour.
#[derive(Deserialize)]
struct Link {
    file_path: Option<String>,
}

/// Begins to read the file that Telegram knows by `file`.
///
/// # Errors
/// Why it can't be read.
pub(crate) async fn open(client: &ApiClient, file: &FileId) -> Result<FileStream, FileError> {
    let fields = Map::from_iter([("file_id".to_owned(), Value::from(file.as_str()))]);
    let link: Link = client.post("getFile", &fields).await.map_err(unavailable)?;
    let gone = |why: &str| FileError::Gone { why: why.to_owned() };
    let path = link.file_path.ok_or_else(|| gone("Telegram gives no link to it"))?;
    // A server of one's own may name a file on its disk, which is not read here.
    if path.split('/').any(|folder| matches!(folder, "" | "." | "..")) {
        return Err(gone("Telegram gives no link to it that can be followed"));
    }
    let response = client.download(&path).await.map_err(unavailable)?;
    match response.status() {
        StatusCode::OK => {}
        StatusCode::NOT_FOUND => return Err(gone("Telegram does not find it")),
        status => return Err(FileError::Later { why: format!("status {}", status.as_u16()) }),
    }
    let size_bytes = response.content_length();
    Ok(FileStream { size_bytes, bytes: Box::pin(stream::unfold(Some(response), next_piece)) })
}

/// The next piece of a file; after an error comes nothing more.
async fn next_piece(response: Option<Response>) -> Option<(Result<Bytes, FileError>, Option<Response>)> {
    let mut response = response?;
    let why = match tokio::time::timeout(PIECE_PATIENCE, response.chunk()).await {
        Ok(Ok(Some(piece))) => return Some((Ok(piece), Some(response))),
        Ok(Ok(None)) => return None,
        Ok(Err(error)) => described(error),
        Err(_) => "no more of it came in time".to_owned(),
    };
    Some((Err(FileError::Later { why }), None))
}

fn unavailable(error: CallError) -> FileError {
    let why = error.to_string();
    match error {
        _ if error.says(&["file is too big"]) => FileError::TooLong { bytes_max: DOWNLOAD_BYTES_MAX },
        _ if error.says(&["temporarily unavailable"]) => FileError::Later { why },
        CallError::Refused { code: 400 | 404, .. } => FileError::Gone { why },
        _ => FileError::Later { why },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: u16, description: &str) -> CallError {
        CallError::Refused { code, description: description.to_owned(), retry_after: None, migrate_to: None }
    }

    #[test]
    fn what_telegram_says_of_a_file_tells_whether_to_ask_again() {
        let too_big = unavailable(refused(400, "Bad Request: file is too big"));
        assert_eq!(too_big, FileError::TooLong { bytes_max: DOWNLOAD_BYTES_MAX });
        let wrong = unavailable(refused(400, "Bad Request: invalid file_id"));
        assert!(matches!(wrong, FileError::Gone { .. }));
        let down = unavailable(CallError::Unreadable { status: 502, why: "a page".to_owned() });
        assert!(matches!(down, FileError::Later { .. }));
    }
}
