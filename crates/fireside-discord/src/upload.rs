//! Files on their way to Discord: streamed, checked against their limits, and
//! never held.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fireside_core::ports::{FileError, FileStream, Files};
use fireside_core::{Attachment, CarriedFile};
use futures_util::{Stream, StreamExt, stream};
use reqwest::Body;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::render::file_name;

/// The longest file that any server takes (Discord's "Uploading Files").
pub(crate) const FILE_MAX: u64 = 10 << 20;
/// The longest request.
pub(crate) const REQUEST_MAX: u64 = 25 << 20;

/// A file that is about to be sent.
pub(crate) struct Upload {
    /// Which of the content's files it is.
    pub(crate) index: usize,
    /// How long it is, as far as anybody says.
    pub(crate) size_bytes: Option<u64>,
    name: String,
    /// None where it can't be read: Discord looks at the name's ending.
    mime: Option<HeaderValue>,
    bytes: FileStream,
    bytes_max: u64,
    failure: Failure,
}

/// Why a file's bytes ended before their time.
pub(crate) type Failure = Arc<OnceLock<FileError>>;

impl Upload {
    /// Begins to read a file; an error says why it can't be brought.
    pub(crate) async fn open(
        index: usize,
        file: &CarriedFile,
        bytes_max: u64,
        files: &dyn Files,
    ) -> Result<Self, FileError> {
        let Attachment { file: id, size_bytes, mime, .. } = &file.attachment;
        let fits = |size: Option<u64>| match size {
            Some(size) if size > bytes_max => Err(FileError::TooLong { bytes_max }),
            Some(0) => Err(FileError::Gone { why: "it is empty".to_owned() }),
            _ => Ok(()),
        };
        fits(*size_bytes)?;
        let bytes = files.open(id).await?;
        fits(bytes.size_bytes)?;
        Ok(Self {
            index,
            size_bytes: bytes.size_bytes.or(*size_bytes),
            name: file_name(&file.attachment),
            mime: mime.as_ref().filter(|mime| is_media(mime)).and_then(|mime| mime.parse().ok()),
            bytes,
            bytes_max,
            failure: Failure::default(),
        })
    }

    /// Where it is told if its bytes end before their time.
    pub(crate) fn failure(&self) -> Failure {
        Arc::clone(&self.failure)
    }

    fn part(self) -> Part {
        let size = self.bytes.size_bytes;
        let body = Body::wrap_stream(guarded(self.bytes, self.bytes_max, self.failure));
        let part = match size {
            Some(size) => Part::stream_with_length(body, size),
            None => Part::stream(body),
        };
        let part = part.file_name(self.name);
        match self.mime {
            Some(mime) => part.headers(HeaderMap::from_iter([(CONTENT_TYPE, mime)])),
            None => part,
        }
    }
}

/// Whether it is the type of something seen or heard: nothing that a browser runs.
fn is_media(mime: &str) -> bool {
    ["image/", "video/", "audio/"].iter().any(|kind| mime.starts_with(kind)) && !mime.contains("svg")
}

/// The files as a form, with the message's `body`, in which they are named
/// where `message` finds the message.
pub(crate) fn form(
    uploads: Vec<Upload>,
    mut body: Value,
    message: impl FnOnce(&mut Value) -> &mut Value,
) -> Form {
    let named = uploads.iter().enumerate();
    let attachments = named.map(|(at, upload)| json!({ "id": at.to_string(), "filename": upload.name }));
    let attachments: Vec<_> = attachments.collect();
    message(&mut body)["attachments"] = attachments.into();
    let form = Form::new().text("payload_json", body.to_string());
    let parts = uploads.into_iter().map(Upload::part).enumerate();
    parts.fold(form, |form, (at, part)| form.part(format!("files[{at}]"), part))
}

/// The bytes as they come, as long as they are as many as was said.
fn guarded(
    file: FileStream,
    bytes_max: u64,
    failure: Failure,
) -> impl Stream<Item = Result<bytes::Bytes, FileError>> + Send {
    let FileStream { size_bytes, bytes } = file;
    stream::unfold(Some((bytes, 0_u64)), move |state| {
        let failure = Arc::clone(&failure);
        async move {
            let (mut bytes, mut sent) = state?;
            let told = match bytes.next().await {
                Some(Ok(piece)) => {
                    sent += piece.len() as u64;
                    match size_bytes {
                        Some(size) if sent > size => {
                            Err(FileError::Gone { why: "it is longer than was said".to_owned() })
                        }
                        None if sent > bytes_max => Err(FileError::TooLong { bytes_max }),
                        _ => Ok(piece),
                    }
                }
                Some(Err(error)) => Err(error),
                None if size_bytes.is_some_and(|size| sent < size) => {
                    Err(FileError::Gone { why: "it is shorter than was said".to_owned() })
                }
                None => return None,
            };
            match told {
                Ok(piece) => Some((Ok(piece), Some((bytes, sent)))),
                Err(error) => {
                    // The first reason counts.
                    let _ = failure.set(error.clone());
                    Some((Err(error), None))
                }
            }
        }
    })
}

/// The longest file each guild takes, as far as it was asked for.
#[derive(Debug, Default)]
pub(crate) struct UploadLimits(Mutex<HashMap<u64, u64>>);

/// The longest file that can be sent to `guild`: a boosted one takes longer ones.
pub(crate) async fn file_max(connection: &Connection, guild: Option<u64>) -> u64 {
    let Some(guild) = guild else { return FILE_MAX };
    let known =
        connection.upload_limits.0.lock().unwrap_or_else(PoisonError::into_inner).get(&guild).copied();
    if let Some(known) = known {
        return known;
    }
    let Ok(told) = connection.client.send(Call::get(Route::Guild { guild_id: guild.into() })).await else {
        return FILE_MAX;
    };
    let limit = match told["premium_tier"].as_u64() {
        Some(2) => 50 << 20,
        Some(3) => 100 << 20,
        _ => FILE_MAX,
    };
    connection.upload_limits.0.lock().unwrap_or_else(PoisonError::into_inner).insert(guild, limit);
    limit
}

/// Whether one of `files` may be longer than what every server takes.
pub(crate) fn is_long(files: &[CarriedFile]) -> bool {
    files.iter().any(|file| file.attachment.size_bytes.is_none_or(|size| size > FILE_MAX))
}
