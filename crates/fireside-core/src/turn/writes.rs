//! What a turn writes: gathered, and seen by its own later reads.

use super::{BindingChange, Interrupt, Turn, TurnError};
use crate::actor::Account;
use crate::binding::Binding;
use crate::delivery::Tag;
use crate::file::FileRef;
use crate::ids::{LaneId, TimerId};
use crate::key::{Key, KeyPath};
use crate::place::Place;
use crate::ports::{Batch, Check, Document, DocumentChange, Write};
use crate::record::{self, Record, index_collection};
use crate::stored_file::{self, PART_BYTES_MAX, StoredFile};
use crate::time::Timestamp;
use crate::timer::{Overdue, Timer, TimerChange};

impl Turn<'_> {
    /// Puts a record at `path`, and keeps its indexes.
    ///
    /// # Errors
    /// When what it replaces has to be loaded, or it can't be written.
    pub fn put<R: Record>(&mut self, path: &(impl KeyPath + ?Sized), record: &R) -> Result<(), Interrupt> {
        let key = self.key::<R>(path);
        if self.engine.is_searchable(R::COLLECTION) {
            self.redocument::<R>(&key, record.document());
        }
        self.unindex::<R>(&key)?;
        let rows = record::rows(&self.community().id, path, record)?;
        self.written.extend(rows.into_iter().map(|(key, value)| (key, Some(value))));
        Ok(())
    }

    /// Removes the record at `path`, and its indexes.
    ///
    /// # Errors
    /// When what is removed has to be loaded.
    pub fn delete<R: Record>(&mut self, path: &(impl KeyPath + ?Sized)) -> Result<(), Interrupt> {
        let key = self.key::<R>(path);
        self.unindex::<R>(&key)?;
        if self.engine.is_searchable(R::COLLECTION) {
            self.redocument::<R>(&key, None);
        }
        self.written.insert(key, None);
        Ok(())
    }

    /// Adds to a number that many turns change at once; they don't conflict.
    pub fn increment(&mut self, counter: &str, by: i64) {
        let key = Key::new(&self.community().id, "tally", counter);
        self.other_writes.push(Write::Increment(key, by));
    }

    /// Puts a record at a path that must be free when the turn is committed.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn insert_unique<R: Record>(
        &mut self,
        path: &(impl KeyPath + ?Sized),
        record: &R,
    ) -> Result<(), Interrupt> {
        let write = Write::InsertUnique(self.key::<R>(path), record::encode(record)?);
        self.other_writes.push(write);
        Ok(())
    }

    /// Keeps a part of a file that the bot makes, counted from 0: at most
    /// [`PART_BYTES_MAX`] bytes. It takes the place of the part that was kept
    /// at `index` before. Once all parts are committed the file is sent by its
    /// [`Turn::stored_file`].
    ///
    /// # Errors
    /// When the part is longer than that.
    pub fn keep_file_part(&mut self, file: &str, index: u64, bytes: &[u8]) -> Result<(), Interrupt> {
        if bytes.len() > PART_BYTES_MAX {
            return Err(TurnError::LongPart { bytes: bytes.len() }.into());
        }
        let key = stored_file::part_key(&self.community().id, file, index);
        self.written.insert(key, Some(stored_file::encode(bytes)));
        Ok(())
    }

    /// Removes a file of so many parts: when it has been sent, or is not to be.
    pub fn forget_file(&mut self, file: &str, parts: u64) {
        for index in 0..parts {
            let key = stored_file::part_key(&self.community().id, file, index);
            self.written.insert(key, None);
        }
    }

    /// A file of which every part is kept, as what is sent names it.
    /// `size_bytes` is how long its parts are together.
    pub fn stored_file(&self, file: &str, size_bytes: u64) -> FileRef {
        let community = self.community().id.clone();
        StoredFile { community, file: file.to_owned(), size_bytes }.to_ref()
    }

    /// Binds what is said in a place, by everybody or by one account, to a lane.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn bind(
        &mut self,
        place: &Place,
        account: Option<&Account>,
        lane: LaneId,
        tag: Tag,
    ) -> Result<(), Interrupt> {
        let event = self.event();
        let since = (account == Some(&event.actor.account) && *place == event.place).then_some(event.at);
        let binding = Binding { place: place.clone(), account: account.cloned(), lane, tag, since };
        let path = Binding::path(place, account);
        self.put(&path, &binding)?;
        self.bindings.push(BindingChange { path, binding: Some(binding) });
        Ok(())
    }

    /// Undoes a binding.
    ///
    /// # Errors
    /// Never in practice: nothing has to be loaded.
    pub fn unbind(&mut self, place: &Place, account: Option<&Account>) -> Result<(), Interrupt> {
        let path = Binding::path(place, account);
        self.delete::<Binding>(&path)?;
        self.bindings.push(BindingChange { path, binding: None });
        Ok(())
    }

    /// Sets a timer of the deciding feature; one that is set already is moved.
    /// It fires in this turn's lane.
    ///
    /// # Errors
    /// When the one it moves has to be loaded.
    pub fn set_timer(
        &mut self,
        label: &str,
        subject: impl ToString,
        due: Timestamp,
        overdue: Overdue,
    ) -> Result<(), Interrupt> {
        self.set_timer_in(self.lane().clone(), label, subject, due, overdue)
    }

    /// Sets a timer of the deciding feature that fires in `lane`; one that is
    /// set already is moved.
    ///
    /// # Errors
    /// When the one it moves has to be loaded.
    pub fn set_timer_in(
        &mut self,
        lane: LaneId,
        label: &str,
        subject: impl ToString,
        due: Timestamp,
        overdue: Overdue,
    ) -> Result<(), Interrupt> {
        let tag = Tag::new(self.feature, label, subject);
        let timer = Timer { id: timer_id(&tag), due, tag, overdue, lane };
        self.put(&timer.id, &timer)?;
        self.timers.push(TimerChange::Set(timer));
        Ok(())
    }

    /// Cancels a timer of the deciding feature, if it is set.
    ///
    /// # Errors
    /// When it has to be loaded.
    pub fn cancel_timer(&mut self, label: &str, subject: impl ToString) -> Result<(), Interrupt> {
        let id = timer_id(&Tag::new(self.feature, label, subject));
        if self.get::<Timer>(&id)?.is_some() {
            self.delete::<Timer>(&id)?;
            self.timers.push(TimerChange::Cancelled(id));
        }
        Ok(())
    }

    pub(super) fn mark_number(&mut self, key: Key, number: u64) {
        self.other_writes.push(Write::NextNumber(key, number));
    }

    /// The gathered reads and writes, as one batch.
    pub(super) fn take_batch(&mut self) -> Batch {
        let keys = std::mem::take(&mut self.key_reads);
        let ranges = std::mem::take(&mut self.range_reads);
        let checks = keys
            .into_iter()
            .map(|(key, revision)| Check::Key { key, revision })
            .chain(ranges.into_iter().map(|(range, entries)| Check::Range { range, entries }))
            .collect();
        let writes = std::mem::take(&mut self.written)
            .into_iter()
            .map(|(key, value)| match value {
                Some(value) => Write::Put(key, value),
                None => Write::Delete(key),
            })
            .chain(std::mem::take(&mut self.other_writes))
            .collect();
        Batch { checks, writes, lazy: false }
    }

    /// Removes the index rows of the record that is under `key` now.
    fn unindex<R: Record>(&mut self, key: &Key) -> Result<(), Interrupt> {
        if !R::INDEXED {
            return Ok(());
        }
        let Some(bytes) = self.read(key)? else { return Ok(()) };
        let old: R = record::decode(&bytes)?;
        for (index, value) in old.indexed_by() {
            let row = key.as_index_row(&self.community().id, &index_collection::<R>(index), &value);
            self.written.insert(row, None);
        }
        Ok(())
    }

    fn redocument<R: Record>(&mut self, key: &Key, document: Option<Document>) {
        let collection = R::COLLECTION.to_owned();
        self.documents.insert(key.clone(), DocumentChange { collection, key: key.clone(), document });
    }
}

fn timer_id(tag: &Tag) -> TimerId {
    TimerId::new(format!("{}/{}/{}", tag.feature, tag.label, tag.subject))
}
