//! The contract that every search index keeps.
//!
//! An index's tests name where it can be opened, and get a test for each
//! sentence of the contract:
//!
//! ```
//! use std::sync::Arc;
//!
//! use fireside_core::memory::MemorySearch;
//! use fireside_core::ports::Search;
//! use fireside_testkit::search::SearchPlace;
//!
//! struct Memory(Arc<MemorySearch>);
//!
//! impl SearchPlace for Memory {
//!     fn open(&self) -> Arc<dyn Search> {
//!         self.0.clone()
//!     }
//! }
//!
//! fireside_testkit::search_contract!(Memory(Arc::default()));
//! ```

#![expect(clippy::missing_panics_doc, clippy::unwrap_used, reason = "a contract test fails by panicking")]

use std::sync::Arc;

use fireside_core::key::Key;
use fireside_core::ports::{Document, DocumentChange, Hits, Order, Query, Search};

mod changing;
mod likeness;
mod listing;
mod parts;

pub use changing::*;
pub use likeness::*;
pub use listing::*;
pub use parts::*;

/// A place of its own where one index can be opened, closed and opened again.
pub trait SearchPlace: Send + Sync {
    /// Opens the index that is there, empty when it is opened first. The one
    /// opened before has been dropped.
    fn open(&self) -> Arc<dyn Search>;
}

/// One test for each sentence of the search contract. The expression makes a
/// [`SearchPlace`] that is empty, once for each test.
#[macro_export]
macro_rules! search_contract {
    ($place:expr) => {
        $crate::search_tests! { $place;
            what_was_applied_is_found_after_a_flush
            the_last_change_of_a_document_counts
            a_document_that_is_gone_is_not_found
            an_empty_flush_changes_nothing
            the_likest_comes_first
            the_same_words_are_as_like_as_can_be
            what_shares_nothing_is_left_out
            a_title_counts_more_than_a_body
            likeness_is_found_in_any_language
            likeness_keeps_to_the_terms
            words_without_letters_find_nothing
            hostile_words_are_only_words
            what_has_the_terms_comes_by_rank
            of_equal_ranks_the_highest_key_comes_first
            of_each_group_one_term_is_enough
            what_has_a_term_that_is_ruled_out_is_left_out
            a_least_rank_leaves_the_lower_out
            an_unknown_rank_is_zero
            pages_give_everything_once
            a_page_behind_the_end_is_empty_and_knows_the_total
            communities_and_collections_are_apart
            a_part_has_the_origin_it_was_reset_to
            a_reset_empties_one_part
        }
    };
}

/// The tests that an index which outlives its process adds to [`search_contract!`].
#[macro_export]
macro_rules! lasting_search_contract {
    ($place:expr) => {
        $crate::search_tests! { $place;
            everything_flushed_is_found_after_reopening
            origins_are_there_after_reopening
        }
    };
}

/// One test for each name of the contract's functions.
#[doc(hidden)]
#[macro_export]
macro_rules! search_tests {
    ($place:expr; $($name:ident)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            $crate::search::$name(&$place).await;
        }
    )*};
}

const NOTES: &str = "note";

fn key(number: u64) -> Key {
    Key::new(&"acme".into(), NOTES, &number)
}

fn titled(title: &str) -> Document {
    Document { title: title.to_owned(), ..Document::default() }
}

fn having(terms: &[&str], rank: u64) -> Document {
    let terms = terms.iter().map(|term| (*term).to_owned()).collect();
    Document { terms, ranks: [rank, 0, 0], ..titled("a note") }
}

fn change(number: u64, document: Option<Document>) -> DocumentChange {
    DocumentChange { collection: NOTES.to_owned(), key: key(number), document }
}

/// Fills the notes of a community, numbered from 1.
async fn fill(search: &dyn Search, documents: impl IntoIterator<Item = Document>) {
    let changes = documents.into_iter().zip(1..).map(|(document, number)| change(number, Some(document)));
    search.apply(&"acme".into(), changes.collect()).unwrap();
    search.flush().await.unwrap();
}

fn find(search: &dyn Search, query: &Query) -> Hits {
    search.find(&"acme".into(), NOTES, query).unwrap()
}

/// The numbers of the notes that are found, in their order.
fn found(search: &dyn Search, query: &Query) -> Vec<u64> {
    let number = |key: &Key| u64::from_str_radix(&key.part(0).unwrap(), 16).unwrap();
    find(search, query).hits.iter().map(|hit| number(&hit.key)).collect()
}

fn like(words: &str) -> Query {
    Query::new(Order::Like(words.to_owned()), 10)
}

fn by_rank() -> Query {
    Query::new(Order::Rank(0), 10)
}
