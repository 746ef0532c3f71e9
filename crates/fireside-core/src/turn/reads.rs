//! What a turn reads: each read is remembered, so that the commit can check
//! that it still holds.

use super::{Interrupt, Turn, TurnError, Wanted};
use crate::key::{Key, KeyPath, KeyRange};
use crate::ports::{SourceError, Versioned};
use crate::record::{self, Record, index_collection};

impl Turn<'_> {
    /// The record at `path`.
    ///
    /// # Errors
    /// When it has to be loaded, or can't be read.
    pub fn get<R: Record>(&mut self, path: &(impl KeyPath + ?Sized)) -> Result<Option<R>, Interrupt> {
        let key = self.key::<R>(path);
        let value = self.read(&key)?;
        value.map(|bytes| record::decode(&bytes).map_err(Into::into)).transpose()
    }

    /// The first `limit` records whose paths begin with `path`, in their order.
    ///
    /// # Errors
    /// When they have to be loaded, or can't be read.
    pub fn range<R: Record>(
        &mut self,
        path: &(impl KeyPath + ?Sized),
        limit: usize,
    ) -> Result<Vec<R>, Interrupt> {
        let range = KeyRange::under(&self.community().id, R::COLLECTION, path, limit);
        self.read_range(range)?.iter().map(|(_, bytes)| Ok(record::decode(bytes)?)).collect()
    }

    /// The first `limit` records of a collection, in the order of their paths.
    ///
    /// # Errors
    /// When they have to be loaded, or can't be read.
    pub fn all<R: Record>(&mut self, limit: usize) -> Result<Vec<R>, Interrupt> {
        let range = KeyRange::collection(&self.community().id, R::COLLECTION, limit);
        self.read_range(range)?.iter().map(|(_, bytes)| Ok(record::decode(bytes)?)).collect()
    }

    /// The first `limit` records that are indexed by `value` under `index`.
    ///
    /// # Errors
    /// When they have to be loaded, or can't be read.
    pub fn find<R: Record>(&mut self, index: &str, value: &str, limit: usize) -> Result<Vec<R>, Interrupt> {
        let collection = index_collection::<R>(index);
        let range = KeyRange::under(&self.community().id, &collection, value, limit);
        let mut found = Vec::new();
        for (_, primary) in self.read_range(range)? {
            if let Some(bytes) = self.read(&Key::from_bytes(primary))? {
                found.push(record::decode(&bytes)?);
            }
        }
        Ok(found)
    }

    /// A number nobody else is given, from 1, under the name `counter`.
    ///
    /// # Errors
    /// When it has to be drawn first.
    pub fn next_number(&mut self, counter: &str) -> Result<u64, Interrupt> {
        let key = Key::new(&self.community().id, "counter", counter);
        match self.input.source.number(&key) {
            Ok(number) => {
                self.mark_number(key, number);
                Ok(number)
            }
            Err(SourceError::NotLoaded) => Err(Interrupt::Missing(vec![Wanted::Number(key)])),
            Err(error) => Err(TurnError::from(error).into()),
        }
    }

    pub(super) fn key<R: Record>(&self, path: &(impl KeyPath + ?Sized)) -> Key {
        Key::new(&self.community().id, R::COLLECTION, path)
    }

    pub(super) fn read(&mut self, key: &Key) -> Result<Option<Vec<u8>>, Interrupt> {
        if let Some(written) = self.written.get(key) {
            return Ok(written.clone());
        }
        let stored = match self.input.source.get(key) {
            Ok(stored) => stored,
            Err(SourceError::NotLoaded) => return Err(Interrupt::Missing(vec![Wanted::Key(key.clone())])),
            Err(error) => return Err(TurnError::from(error).into()),
        };
        self.key_reads.insert(key.clone(), stored.as_ref().map(|stored| stored.revision));
        Ok(stored.map(|stored| stored.value))
    }

    fn read_range(&mut self, range: KeyRange) -> Result<Vec<(Key, Vec<u8>)>, Interrupt> {
        let stored = match self.input.source.range(&range) {
            Ok(stored) => stored,
            Err(SourceError::NotLoaded) => return Err(Interrupt::Missing(vec![Wanted::Range(range)])),
            Err(error) => return Err(TurnError::from(error).into()),
        };
        let revisions = stored.iter().map(|(key, Versioned { revision, .. })| (key.clone(), *revision));
        let revisions = revisions.collect();
        let mut found: std::collections::BTreeMap<_, _> =
            stored.into_iter().map(|(key, stored)| (key, stored.value)).collect();
        for (key, written) in self.written.iter().filter(|(key, _)| range.holds(key)) {
            match written {
                Some(value) => found.insert(key.clone(), value.clone()),
                None => found.remove(key),
            };
        }
        let limit = range.limit;
        self.range_reads.insert(range, revisions);
        Ok(found.into_iter().take(limit).collect())
    }
}
