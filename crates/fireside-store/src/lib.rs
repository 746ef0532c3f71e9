//! The store port on sled.
//!
//! One tree holds everything, and one committer thread writes it: it takes what
//! waits, checks each batch in turn, applies them together, flushes once, and
//! answers all.
//!
//! ```
//! use fireside_core::key::Key;
//! use fireside_core::ports::{Batch, Store, Write};
//! use fireside_store::{SledOptions, SledStore};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # tokio::runtime::Runtime::new()?.block_on(async {
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path();
//! let store = SledStore::open(SledOptions::new(path))?;
//! let key = Key::new(&"acme".into(), "greeting", "first");
//! let writes = vec![Write::Put(key.clone(), b"hello".to_vec())];
//! store.commit(Batch { writes, ..Batch::default() }).await?;
//! let found = store.get(&[key]).await?;
//! assert_eq!(found[0].as_ref().map(|stored| stored.value.as_slice()), Some(&b"hello"[..]));
//! # Ok(())
//! # })
//! # }
//! ```
//!
//! **Architecture invariants.** No sled transaction and no second tree. What an
//! answer to a durable commit says is on disk. No row is larger than 4 KiB.

mod committer;
mod disk;
mod envelope;
mod export;
mod group;
mod import;
mod options;
mod rows;
mod store;
mod witness;
mod writer;

pub use committer::Stats;
pub use disk::OpenError;
pub use export::ExportError;
pub use import::ImportError;
pub use options::{Durability, SledOptions};
pub use store::SledStore;
