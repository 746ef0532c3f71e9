//! The tokio shell around the engine: it takes events in, decides them in
//! lanes, commits, and delivers.
//!
//! ```text
//! adapter ─▶ inbox ─▶ lane ─▶ decide ─▶ commit ─▶ outbox ─▶ adapter
//!                      ▲                            │
//!                      └── receipts and timers ◀────┘
//! ```
//!
//! | to see | read |
//! |---|---|
//! | how a bot is started and stopped | `builder.rs`, `runtime.rs` |
//! | what happens to a pushed event, and what is shed first | `inbox.rs`, `spill.rs`, `journal.rs` |
//! | how order is kept | `lanes.rs` |
//! | decide, load, commit, decide again | `decide.rs`, `loaded.rs` |
//! | how the search index follows the store, and is made anew | `index/` |
//! | what was said around a message | `talk.rs` |
//! | delivery, limits, what is done after an error | `outbox/` |
//!
//! ```
//! # use std::sync::Arc;
//! # use fireside_core::{Community, Engine, memory::MemoryStore};
//! # async fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let runtime = fireside_runtime::Runtime::builder(Engine::builder().build()?)
//!     .store(Arc::new(MemoryStore::default()))
//!     .community(Community::new("acme", "Acme"))
//!     .start()
//!     .await?;
//! runtime.stop().await;
//! # Ok(())
//! # }
//! ```

mod addresses;
mod builder;
mod claims;
mod clock;
mod decide;
mod files;
mod inbox;
mod index;
mod journal;
mod lanes;
mod loaded;
mod options;
mod outbox;
mod pages;
mod private_talk;
mod quarantine;
mod runtime;
mod shared;
mod spill;
mod stats;
mod sweep;
mod talk;
mod timers;

pub use builder::{Builder, StartError};
pub use clock::SystemClock;
pub use index::Progress;
pub use options::Options;
pub use quarantine::Quarantined;
pub use runtime::Runtime;
pub use stats::Snapshot;
