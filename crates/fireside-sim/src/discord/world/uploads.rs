//! Files that users give to commands and modals.

use axum::body::Bytes;
use serde_json::{Value, json};

use super::acting::Refused;
use super::attachments::Attachment;
use super::{State, Upload};

impl State {
    /// Keeps a file; its id and the attachment object that stands for it.
    pub(super) fn store_upload(&mut self, channel: u64, upload: &Upload) -> Result<(u64, Value), Refused> {
        let (number, content_type) = (self.next_id(), upload.content_type.clone());
        let described = json!({ "description": upload.description });
        let bytes = Bytes::from(upload.bytes.clone());
        let mut files = [Attachment::new(number, &upload.name, content_type, bytes, &described)?];
        files[0].is_of_interaction = true;
        self.check_files(channel, &files)?;
        self.keep_files(channel, &mut files);
        let mut object = self.attachment_object(&files[0]);
        object["ephemeral"] = json!(true);
        Ok((number, object))
    }
}
