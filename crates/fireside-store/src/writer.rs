//! Checks batches, applies them in groups, and has them flushed.

use std::fmt;
use std::sync::Arc;

use fireside_core::key::Key;
use fireside_core::ports::{Batch, CommitError, Revision, StoreError, Write};

use crate::group::{Group, Outcome, counted};
use crate::rows::Rows;

/// Brings to the disk what was applied, up to a revision.
pub(crate) type Flush = Box<dyn FnMut(Revision) -> Result<(), StoreError> + Send>;

/// The only one that changes rows.
pub(crate) struct Writer {
    rows: Arc<Rows>,
    group: Group,
    flush: Flush,
    /// The last revision that was given.
    revision: Revision,
}

impl Writer {
    /// A writer that gives revisions no earlier one gave.
    ///
    /// # Errors
    /// When the last revision can't be read.
    pub(crate) fn new(rows: Arc<Rows>, flush: Flush) -> Result<Self, StoreError> {
        let revision = rows.last_revision()?;
        Ok(Self { group: Group::new(Arc::clone(&rows)), rows, flush, revision })
    }

    /// Checks a batch against what every earlier one leaves, and takes it into
    /// the group.
    ///
    /// # Errors
    /// When a check fails, a unique key is taken, or the store is damaged: the
    /// group is as it was then.
    pub(crate) fn stage(&mut self, batch: Batch) -> Result<(), CommitError> {
        for check in &batch.checks {
            if !self.group.holds(check)? {
                return Err(CommitError::Conflict);
            }
        }
        for write in &batch.writes {
            if let Write::InsertUnique(key, _) = write
                && self.group.has(key)?
            {
                return Err(CommitError::Taken { key: key.clone() });
            }
        }
        if batch.writes.is_empty() {
            // A revision that no row carries would be vouched for and never found.
            return Ok(());
        }
        let revision = Revision(self.revision.0 + 1);
        self.group.stage(revision, self.fold(batch.writes)?)?;
        self.revision = revision;
        Ok(())
    }

    /// Applies the group: together, or not at all.
    ///
    /// # Errors
    /// When the disk refuses. The rows are then in an unknown state.
    pub(crate) fn apply(&mut self) -> Result<(), StoreError> {
        if self.group.is_empty() {
            return Ok(());
        }
        let batch = self.group.take()?;
        self.rows.apply(batch, self.revision)
    }

    /// Brings to the disk what was applied.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn flush(&mut self) -> Result<(), StoreError> {
        (self.flush)(self.revision)
    }

    /// What the writes leave, each applied to what those before it left.
    fn fold(&self, writes: Vec<Write>) -> Result<Outcome, StoreError> {
        let mut outcome = Outcome::with_capacity(writes.len());
        for write in writes {
            let (key, value) = match write {
                Write::Put(key, value) | Write::InsertUnique(key, value) => (key, Some(value)),
                Write::Delete(key) => (key, None),
                Write::Increment(key, by) => {
                    let sum = self.count(&outcome, &key)?.saturating_add(by);
                    (key, Some(sum.to_be_bytes().to_vec()))
                }
                Write::NextNumber(key, number) => {
                    let number = i64::try_from(number).unwrap_or(i64::MAX);
                    let used = self.count(&outcome, &key)?.max(number);
                    (key, Some(used.to_be_bytes().to_vec()))
                }
            };
            outcome.insert(key, value);
        }
        Ok(outcome)
    }

    fn count(&self, outcome: &Outcome, key: &Key) -> Result<i64, StoreError> {
        match outcome.get(key) {
            Some(value) => counted(value.as_deref()),
            None => self.group.count(key),
        }
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("revision", &self.revision).finish_non_exhaustive()
    }
}

/// The store contract can't choose what shares a group; here nothing is applied
/// before the test says so.
#[cfg(test)]
mod tests {
    use super::*;
    use fireside_core::key::KeyRange;
    use fireside_core::ports::Check;

    fn writer() -> (Writer, Arc<Rows>) {
        let db = sled::Config::new().temporary(true).flush_every_ms(None).open().unwrap();
        let rows = Arc::new(Rows::new(db));
        (Writer::new(Arc::clone(&rows), Box::new(|_| Ok(()))).unwrap(), rows)
    }

    fn key(name: &str) -> Key {
        Key::new(&"acme".into(), "x", name)
    }

    fn put(name: &str) -> Write {
        Write::Put(key(name), name.as_bytes().to_vec())
    }

    fn stage(group: &mut Writer, checks: Vec<Check>, writes: Vec<Write>) -> Result<(), CommitError> {
        group.stage(Batch { checks, writes, lazy: false })
    }

    fn first_two(entries: &[(&str, u64)]) -> Check {
        let entries = entries.iter().map(|(name, revision)| (key(name), Revision(*revision))).collect();
        Check::Range { range: KeyRange::collection(&"acme".into(), "x", 2), entries }
    }

    #[test]
    fn checks_see_what_the_group_leaves() {
        let (mut writer, _) = writer();
        let absent = Check::Key { key: key("a"), revision: None };
        stage(&mut writer, vec![absent.clone()], vec![put("a")]).unwrap();
        assert!(matches!(stage(&mut writer, vec![absent.clone()], vec![]), Err(CommitError::Conflict)));
        stage(&mut writer, vec![], vec![Write::Delete(key("a"))]).unwrap();
        stage(&mut writer, vec![absent], vec![put("a")]).unwrap();
    }

    #[test]
    fn ranges_are_those_of_the_rows_with_the_group_over_them() {
        let (mut writer, _) = writer();
        stage(&mut writer, vec![], vec![put("a"), put("b"), put("c"), put("d")]).unwrap();
        writer.apply().unwrap();
        stage(&mut writer, vec![first_two(&[("a", 1), ("b", 1)])], vec![Write::Delete(key("a"))]).unwrap();
        stage(&mut writer, vec![first_two(&[("b", 1), ("c", 1)])], vec![put("c")]).unwrap();
        stage(&mut writer, vec![first_two(&[("b", 1), ("c", 3)])], vec![put("aa")]).unwrap();
        stage(&mut writer, vec![first_two(&[("aa", 4), ("b", 1)])], vec![]).unwrap();
        let stale = stage(&mut writer, vec![first_two(&[("b", 1), ("c", 3)])], vec![]);
        assert!(matches!(stale, Err(CommitError::Conflict)), "{stale:?}");
    }

    #[test]
    fn unique_keys_and_sums_count_within_the_group() {
        let (mut writer, rows) = writer();
        let mark = || vec![Write::InsertUnique(key("mark"), Vec::new()), Write::Increment(key("n"), 2)];
        stage(&mut writer, vec![], mark()).unwrap();
        assert!(matches!(stage(&mut writer, vec![], mark()), Err(CommitError::Taken { .. })));
        stage(&mut writer, vec![], vec![Write::Delete(key("mark"))]).unwrap();
        stage(&mut writer, vec![], mark()).unwrap();
        writer.apply().unwrap();
        let stored = rows.get_one(&key("n")).unwrap().unwrap();
        assert_eq!(stored.value, 4_i64.to_be_bytes());
    }

    #[test]
    fn large_values_replaced_within_a_group_leave_no_chunk() {
        let (mut writer, rows) = writer();
        let large = |len| vec![Write::Put(key("a"), vec![1; len])];
        stage(&mut writer, vec![], large(20_000)).unwrap();
        writer.apply().unwrap();
        stage(&mut writer, vec![], large(30_000)).unwrap();
        stage(&mut writer, vec![], large(9_000)).unwrap();
        writer.apply().unwrap();
        assert_eq!(rows.get_one(&key("a")).unwrap().unwrap().value.len(), 9_000);
        stage(&mut writer, vec![], large(5_000)).unwrap();
        stage(&mut writer, vec![], vec![Write::Delete(key("a"))]).unwrap();
        writer.apply().unwrap();
        assert_eq!(rows.chunk_rows(), 0);
    }
}
