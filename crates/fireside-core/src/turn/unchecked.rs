//! What a turn reads without being held to it: the commit does not check that
//! it still holds. For what many change side by side, and for what is only shown.

use serde::{Deserialize, Serialize};

use super::{Interrupt, Turn, TurnError, Wanted};
use crate::key::{Key, KeyPath, KeyRange};
use crate::place::Place;
use crate::ports::{SourceError, Versioned};
use crate::record::{self, Record, index_collection};
use crate::talk::Heard;

/// Where a page ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(Key);

/// Some records of many.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<R> {
    /// The records, in the order of their paths.
    pub records: Vec<R>,
    /// Where to go on; `None`: there is nothing more.
    pub next: Option<Cursor>,
}

type Rows = Vec<(Key, Versioned)>;

impl Turn<'_> {
    /// The record at `path`, as it is at this moment.
    ///
    /// # Errors
    /// When it has to be loaded, or can't be read.
    pub fn peek<R: Record>(&mut self, path: &(impl KeyPath + ?Sized)) -> Result<Option<R>, Interrupt> {
        let key = self.key::<R>(path);
        self.look(&key)?.map(|bytes| record::decode(&bytes).map_err(Into::into)).transpose()
    }

    /// The next `limit` records whose paths begin with `path`.
    ///
    /// # Errors
    /// When they have to be loaded, or can't be read.
    pub fn page<R: Record>(
        &mut self,
        path: &(impl KeyPath + ?Sized),
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<R>, Interrupt> {
        let range = KeyRange::under(&self.community().id, R::COLLECTION, path, limit);
        self.page_in(range, after)
    }

    /// The next `limit` records of a collection.
    ///
    /// # Errors
    /// When they have to be loaded, or can't be read.
    pub fn page_all<R: Record>(
        &mut self,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<R>, Interrupt> {
        let range = KeyRange::collection(&self.community().id, R::COLLECTION, limit);
        self.page_in(range, after)
    }

    /// The next `limit` records that are indexed by `value` under `index`.
    ///
    /// # Errors
    /// When they have to be loaded, or can't be read.
    pub fn page_of<R: Record>(
        &mut self,
        index: &str,
        value: &str,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<R>, Interrupt> {
        let range = KeyRange::under(&self.community().id, &index_collection::<R>(index), value, limit);
        let (rows, next) = self.rows(range, after)?;
        let mut records = Vec::with_capacity(rows.len());
        for (_, row) in rows {
            if let Some(bytes) = self.look(&Key::from_bytes(row.value))? {
                records.push(record::decode(&bytes)?);
            }
        }
        Ok(Page { records, next })
    }

    /// Deletes up to `limit` records of a collection that is neither indexed nor
    /// searched, of those whose paths come after `path`.
    pub(crate) fn delete_behind<R: Record>(
        &mut self,
        path: &(impl KeyPath + ?Sized),
        limit: usize,
    ) -> Result<(), Interrupt> {
        let all = KeyRange::collection(&self.community().id, R::COLLECTION, limit);
        let last = Cursor(self.key::<R>(path));
        for (key, _) in self.rows(all, Some(&last))?.0 {
            self.written.insert(key, None);
        }
        Ok(())
    }

    /// The number under `counter`, as [`Turn::increment`] made it; 0 where
    /// nobody has counted yet. What this turn adds is not in it.
    ///
    /// # Errors
    /// When it has to be loaded.
    pub fn tally(&mut self, counter: &str) -> Result<i64, Interrupt> {
        let key = Key::new(&self.community().id, "tally", counter);
        let stored = self.look(&key)?.and_then(|bytes| bytes.try_into().ok());
        Ok(stored.map_or(0, i64::from_be_bytes))
    }

    /// The last messages in a place where more than one listens, the newest
    /// last: at most [`HEARD_MAX`](crate::talk::HEARD_MAX), none older than a
    /// day, none of bots or among staff. A message that was said or named in
    /// this event is among them, if it is not older.
    ///
    /// Empty unless the feature [hears talk](crate::Feature::hears_talk).
    pub fn heard(&self, place: &Place) -> Vec<Heard> {
        if self.community().holds(place) { self.input.source.heard(place) } else { Vec::new() }
    }

    /// The last messages that somebody wrote to the bot in a private place, as
    /// [`Turn::heard`] has those of others; none that was written before the
    /// service started. Nobody else may be shown them unless their author agrees.
    pub fn heard_in_private(&self, place: &Place) -> Vec<Heard> {
        self.input.source.heard_in_private(&self.community().id, place)
    }

    fn page_in<R: Record>(&mut self, range: KeyRange, after: Option<&Cursor>) -> Result<Page<R>, Interrupt> {
        let (rows, next) = self.rows(range, after)?;
        let records = rows.iter().map(|(_, row)| record::decode(&row.value));
        Ok(Page { records: records.collect::<Result<_, _>>()?, next })
    }

    fn rows(&mut self, range: KeyRange, after: Option<&Cursor>) -> Result<(Rows, Option<Cursor>), Interrupt> {
        let range = after.map_or(range.clone(), |Cursor(last)| range.after(last));
        let rows = match self.input.source.range(&range) {
            Ok(rows) => rows,
            Err(SourceError::NotLoaded) => return Err(Interrupt::Missing(vec![Wanted::Range(range)])),
            Err(error) => return Err(TurnError::from(error).into()),
        };
        let is_full = rows.len() == range.limit;
        let next = rows.last().filter(|_| is_full).map(|(last, _)| Cursor(last.clone()));
        Ok((rows, next))
    }

    /// What is under a key now: what this turn wrote, else what is stored.
    pub(super) fn look(&mut self, key: &Key) -> Result<Option<Vec<u8>>, Interrupt> {
        if let Some(written) = self.written.get(key) {
            return Ok(written.clone());
        }
        match self.input.source.get(key) {
            Ok(stored) => Ok(stored.map(|stored| stored.value)),
            Err(SourceError::NotLoaded) => Err(Interrupt::Missing(vec![Wanted::Key(key.clone())])),
            Err(error) => Err(TurnError::from(error).into()),
        }
    }
}
