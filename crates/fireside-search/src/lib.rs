//! The search port on tantivy: what is like these words, and what has these
//! terms, in a folder beside the store.
//!
//! ```
//! use fireside_core::key::Key;
//! use fireside_core::ports::{Document, DocumentChange, Order, Query, Search};
//! use fireside_search::TantivySearch;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # tokio::runtime::Runtime::new()?.block_on(async {
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path();
//! let search = TantivySearch::open(path)?;
//! let acme = "acme".into();
//! let key = Key::new(&acme, "note", "first");
//! let document = Document { title: "A dark mode, please".to_owned(), ..Document::default() };
//! let change = DocumentChange { collection: "note".to_owned(), key: key.clone(), document: Some(document) };
//! search.apply(&acme, vec![change])?;
//! search.flush().await?;
//! let like = Query::new(Order::Like("darkmode?".to_owned()), 3);
//! assert_eq!(search.find(&acme, "note", &like)?.hits[0].key, key);
//! # Ok(())
//! # })
//! # }
//! ```
//!
//! | to see | read |
//! |---|---|
//! | how words of any language become what is looked up | `words.rs`, `tokenizer.rs` |
//! | how likeness is reckoned, and what bounds its cost | `likeness.rs` |
//! | how a page is found and put in order | `find.rs`, `first.rs` |
//! | how changes come to disk | `search.rs`, `writer.rs` |
//! | what becomes of a damaged folder | `folder.rs` |
//!
//! **Architecture invariants.** Every term begins with its community and
//! collection: no lookup reaches into another. Nothing is kept here that can't
//! be made again from the store.

mod fields;
mod find;
mod first;
mod folder;
mod likeness;
mod page;
mod scope;
mod search;
mod tokenizer;
mod words;
mod writer;

pub use search::TantivySearch;
