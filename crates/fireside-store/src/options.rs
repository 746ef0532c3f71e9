//! How a store is opened.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What an acknowledged commit outlives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Durability {
    /// A power cut: each flush waits until the disk has it (`fdatasync`).
    #[default]
    Power,
    /// The end of the process, `kill -9` included: each flush hands it to the system.
    Process,
}

/// Where a store is and how it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SledOptions {
    /// The store's own folder; it is made if it isn't there.
    pub path: PathBuf,
    /// What an acknowledged commit outlives.
    pub durability: Durability,
    /// How much of the store is kept in memory, in bytes.
    pub cache_bytes: u64,
}

impl SledOptions {
    /// The cache of a store that says nothing else: 64 MiB.
    pub const DEFAULT_CACHE_BYTES: u64 = 64 * 1024 * 1024;

    /// A store in `path` that outlives a power cut, with the default cache.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), durability: Durability::default(), cache_bytes: Self::DEFAULT_CACHE_BYTES }
    }
}
