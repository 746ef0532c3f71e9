//! Files on their way up: piece by piece, never held as a whole.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use fireside_core::Outgoing;
use fireside_core::ports::{ByteStream, FileError, FileStream, Files};
use futures_util::{Stream, StreamExt, stream};
use reqwest::Body;
use reqwest::multipart::{Form, Part};
use serde_json::Value;

use crate::render::{Request, UPLOAD_BYTES_MAX};

/// A call with files, ready to leave.
pub(super) struct Upload {
    /// Its parts.
    pub(super) form: Form,
    /// What becomes of its files.
    pub(super) watch: Arc<Watch>,
}

/// What becomes of files while they leave. The HTTP client tells of an error
/// that a body broke off, not why.
#[derive(Debug, Default)]
pub(super) struct Watch(Mutex<Watched>);

#[derive(Debug, Default)]
struct Watched {
    /// How many have not left as a whole.
    left: usize,
    /// The first that could not be read to its end.
    broken: Option<(usize, FileError)>,
}

impl Watch {
    /// The file that could not be read to its end, and why.
    pub(super) fn broken(&self) -> Option<(usize, FileError)> {
        self.lock().broken.clone()
    }

    /// Whether all files have left as a whole.
    pub(super) fn is_done(&self) -> bool {
        self.lock().left == 0
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Watched> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Begins to read the files of `request`, so that what can't be read is known
/// before the call leaves.
///
/// # Errors
/// Which of the content's files can't be read, and why.
pub(super) async fn open(
    request: &Request,
    content: &Outgoing,
    files: &dyn Files,
) -> Result<Upload, (usize, FileError)> {
    let watch = Arc::new(Watch(Mutex::new(Watched { left: request.uploads.len(), broken: None })));
    let mut form = Form::new();
    for (name, value) in &request.fields {
        let value = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        form = form.text(name.clone(), value);
    }
    for upload in &request.uploads {
        let index = upload.index;
        let Some(file) = content.files.get(index) else { continue };
        let opened = files.open(&file.attachment.file).await.and_then(fitting);
        let FileStream { size_bytes, bytes } = opened.map_err(|error| (index, error))?;
        let body = Body::wrap_stream(watched(bytes, index, size_bytes, Arc::clone(&watch)));
        let part = match size_bytes {
            Some(size_bytes) => Part::stream_with_length(body, size_bytes),
            None => Part::stream(body),
        };
        // What its sender calls its type is not passed on: Telegram looks for itself.
        form = form.part(upload.part.clone(), part.file_name(upload.name.clone()));
    }
    Ok(Upload { form, watch })
}

fn fitting(file: FileStream) -> Result<FileStream, FileError> {
    match file.size_bytes {
        Some(0) => Err(FileError::Gone { why: "there is nothing in it".to_owned() }),
        Some(bytes) if bytes > UPLOAD_BYTES_MAX => Err(too_long()),
        _ => Ok(file),
    }
}

fn too_long() -> FileError {
    FileError::TooLong { bytes_max: UPLOAD_BYTES_MAX }
}

/// What is left of a file.
struct Reading {
    bytes: ByteStream,
    index: usize,
    /// How long it is, as its platform said.
    size_bytes: Option<u64>,
    read_bytes: u64,
    watch: Arc<Watch>,
}

/// The bytes of a file. One that is not as long as it was said to be would
/// break the call around it, so it ends in an error.
fn watched(
    bytes: ByteStream,
    index: usize,
    size_bytes: Option<u64>,
    watch: Arc<Watch>,
) -> impl Stream<Item = Result<Bytes, FileError>> + Send + 'static {
    let reading = Reading { bytes, index, size_bytes, read_bytes: 0, watch };
    stream::unfold(Some(reading), |reading| async move {
        let mut reading = reading?;
        match reading.next().await {
            Ok(Some(piece)) => Some((Ok(piece), Some(reading))),
            Ok(None) => {
                reading.watch.lock().left -= 1;
                None
            }
            Err(error) => {
                reading.watch.lock().broken.get_or_insert((reading.index, error.clone()));
                Some((Err(error), None))
            }
        }
    })
}

impl Reading {
    async fn next(&mut self) -> Result<Option<Bytes>, FileError> {
        let piece = self.bytes.next().await.transpose()?;
        self.read_bytes += piece.as_ref().map_or(0, |piece| piece.len() as u64);
        let is_wrong = match self.size_bytes {
            Some(size_bytes) if piece.is_some() => self.read_bytes > size_bytes,
            Some(size_bytes) => self.read_bytes < size_bytes,
            None if self.read_bytes > UPLOAD_BYTES_MAX => return Err(too_long()),
            None => piece.is_none() && self.read_bytes == 0,
        };
        if is_wrong {
            return Err(FileError::Gone { why: "it is not as long as it was said to be".to_owned() });
        }
        Ok(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(pieces: &[&'static [u8]], size_bytes: Option<u64>) -> (Result<Vec<u8>, FileError>, bool) {
        let pieces: Vec<_> = pieces.iter().map(|piece| Ok(Bytes::from_static(piece))).collect();
        let watch = Arc::new(Watch(Mutex::new(Watched { left: 1, broken: None })));
        let mut bytes = Box::pin(watched(Box::pin(stream::iter(pieces)), 3, size_bytes, Arc::clone(&watch)));
        let mut all = Vec::new();
        while let Some(piece) = bytes.next().await {
            match piece {
                Ok(piece) => all.extend(piece),
                Err(error) => {
                    assert_eq!(watch.broken(), Some((3, error.clone())));
                    return (Err(error), watch.is_done());
                }
            }
        }
        (Ok(all), watch.is_done())
    }

    #[tokio::test]
    async fn a_file_as_long_as_it_was_said_to_be_leaves_as_a_whole() {
        for size_bytes in [Some(4), None] {
            assert_eq!(read(&[b"ab", b"cd"], size_bytes).await, (Ok(b"abcd".to_vec()), true));
        }
    }

    #[tokio::test]
    async fn a_file_of_another_length_breaks_off() {
        for size_bytes in [3, 5] {
            let (read, is_done) = read(&[b"ab", b"cd"], Some(size_bytes)).await;
            assert!(matches!(read, Err(FileError::Gone { .. })) && !is_done, "{size_bytes}");
        }
        assert!(read(&[], None).await.0.is_err());
    }
}
