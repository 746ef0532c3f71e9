//! What a turn looks up in the search index. The commit does not check that it
//! still holds.

use super::{Interrupt, Turn, TurnError};
use crate::ports::Query;
use crate::record::{self, Record};

/// Records that an index found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<R> {
    /// How many there are, with those that are not given.
    pub total: usize,
    /// The records, the first first, each with its likeness from 0 to 1.
    pub records: Vec<(R, f32)>,
    /// The index is still being made: there may be more.
    pub is_partial: bool,
}

impl Turn<'_> {
    /// What the search index finds among the records of a collection. What it
    /// does not know yet is not found.
    ///
    /// # Errors
    /// When a record has to be loaded, or the index can't be read.
    pub fn search<R: Record>(&mut self, query: &Query) -> Result<Found<R>, Interrupt> {
        let hits = match self.input.source.find(&self.community().id, R::COLLECTION, query) {
            Ok(hits) => hits,
            Err(error) => return Err(TurnError::from(error).into()),
        };
        let mut records = Vec::with_capacity(hits.hits.len());
        for hit in hits.hits {
            if let Some(bytes) = self.look(&hit.key)? {
                records.push((record::decode(&bytes)?, hit.score));
            }
        }
        Ok(Found { total: hits.total, records, is_partial: hits.is_partial })
    }
}
