//! The ports: what the engine's surroundings must be able to do.

pub mod adapter;
pub mod files;
pub mod search;
pub mod store;

pub use adapter::{
    Adapter, AdapterError, DeliveryError, Inbox, InboxError, Limit, MessageLink, Notice, Pending, Scope,
};
pub use files::{ByteStream, FileError, FileStream, Files};
pub use search::{Document, DocumentChange, Hit, Hits, Order, Query, Search, SearchError};
pub use store::{
    Batch, Check, CommitError, Revision, Source, SourceError, Store, StoreError, Versioned, Write,
};
