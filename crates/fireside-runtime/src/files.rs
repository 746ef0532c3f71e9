//! Files on their way from one platform to another: each is read by the
//! adapter of the platform that keeps it.

use async_trait::async_trait;
use fireside_core::FileRef;
use fireside_core::ports::{FileError, FileStream, Files};

use crate::shared::Shared;

#[async_trait]
impl Files for Shared {
    async fn open(&self, file: &FileRef) -> Result<FileStream, FileError> {
        match self.adapters.get(&file.platform) {
            Some(adapter) => adapter.open_file(&file.id).await,
            None => Err(FileError::Gone { why: format!("no adapter for {}", file.platform) }),
        }
    }
}
