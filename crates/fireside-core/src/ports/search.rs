//! The search port: records found by what they say and by what they are.
//!
//! An index is beside the store and never leads it: what it holds can be made
//! from the store's records at any time.

use std::fmt;

use async_trait::async_trait;
use thiserror::Error;

use crate::ids::CommunityId;
use crate::key::Key;

/// How many numbers a document can be ordered by.
pub const RANKS: usize = 3;

/// What an index knows of a record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its heading: likeness to it counts more than to the body.
    pub title: String,
    /// The rest of its words.
    pub body: String,
    /// What it is, each as `name:value`.
    pub terms: Vec<String>,
    /// The numbers it can be ordered by.
    pub ranks: [u64; RANKS],
}

/// A record's document has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentChange {
    /// The record's collection.
    pub collection: String,
    /// The record's key.
    pub key: Key,
    /// What it is from now on; `None`: it is gone.
    pub document: Option<Document>,
}

/// What is looked for in one collection of one community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Of each group of terms the document has at least one.
    pub has: Vec<Vec<String>>,
    /// The document has none of these terms.
    pub has_not: Vec<String>,
    /// The rank in this slot is at least so much.
    pub rank_min: Option<(usize, u64)>,
    /// What comes first.
    pub order: Order,
    /// How many are passed over.
    pub offset: usize,
    /// The most that are given.
    pub limit: usize,
}

/// What comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// What is most like these words; what has nothing of them is left out.
    Like(String),
    /// The highest rank in this slot; of equals, the highest key.
    Rank(usize),
}

impl Query {
    /// The first `limit` in an order, whatever they are.
    pub fn new(order: Order, limit: usize) -> Self {
        Self { has: Vec::new(), has_not: Vec::new(), rank_min: None, order, offset: 0, limit }
    }

    /// Only what has this term.
    #[must_use]
    pub fn has(self, term: impl Into<String>) -> Self {
        self.has_one_of(vec![term.into()])
    }

    /// Only what has at least one of these terms.
    #[must_use]
    pub fn has_one_of(mut self, terms: Vec<String>) -> Self {
        self.has.push(terms);
        self
    }

    /// Only what has not this term.
    #[must_use]
    pub fn has_not(mut self, term: impl Into<String>) -> Self {
        self.has_not.push(term.into());
        self
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hits {
    /// How many documents fit, with those that are not given.
    pub total: usize,
    /// The documents asked for, the first first.
    pub hits: Vec<Hit>,
    /// The index is still being made: there may be more.
    pub is_partial: bool,
}

/// One document that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The record's key.
    pub key: Key,
    /// How like it is, 0 to 1, where likeness was asked for: what is said in
    /// other words for the same thing is near 1.
    pub score: f32,
}

/// An index of documents.
///
/// An implementation MUST find what was applied once the next
/// [`Search::flush`] has returned, and MAY before. After a crash it MAY have
/// lost what was applied since the last flush, and MUST NOT have lost more:
/// else [`Search::origin`] says `None`.
#[async_trait]
pub trait Search: Send + Sync + fmt::Debug {
    /// Looks something up, without waiting.
    ///
    /// # Errors
    /// When the index can't be read.
    fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Result<Hits, SearchError>;

    /// Takes over what has changed, in order, without waiting.
    ///
    /// # Errors
    /// When it can't be written.
    fn apply(&self, community: &CommunityId, changes: Vec<DocumentChange>) -> Result<(), SearchError>;

    /// Brings to disk what was applied, and lets it be found.
    ///
    /// # Errors
    /// When it can't be written.
    async fn flush(&self) -> Result<(), SearchError>;

    /// What this community's part was made from, as [`Search::reset`] was told;
    /// `None`: nothing, or it can't be read any more.
    fn origin(&self, community: &CommunityId) -> Option<String>;

    /// Empties a community's part, to be made anew from `origin`.
    ///
    /// # Errors
    /// When it can't be written.
    async fn reset(&self, community: &CommunityId, origin: &str) -> Result<(), SearchError>;
}

/// The index can't be read or written.
#[derive(Debug, Clone, Error)]
#[error("the search index can't be used: {what}")]
pub struct SearchError {
    /// What went wrong.
    pub what: String,
}
