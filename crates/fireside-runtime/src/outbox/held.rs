//! What a commit is withdrawing: no worker touches it until it is made, or not.

use std::collections::HashSet;
use std::sync::Arc;

use fireside_core::Delivery;
use fireside_core::key::Key;

use super::queues::Queues;

/// Rows that a commit is withdrawing: released when the commit is not made.
#[derive(Debug)]
pub(crate) struct Held<'a> {
    pub(super) queues: &'a Queues,
    pub(super) rows: Vec<HeldRow>,
    /// Rows an attempt is being made at: they end by it, or are not tried again.
    pub(super) under_way: Vec<Key>,
}

/// A row that is held.
#[derive(Debug)]
pub(super) struct HeldRow {
    pub(super) number: u64,
    pub(super) key: Key,
    /// `None`: it is in the store alone.
    pub(super) delivery: Option<Arc<Delivery>>,
}

impl Held<'_> {
    /// The stored rows that the commit removes.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> {
        self.rows.iter().map(|row| &row.key).chain(&self.under_way).cloned()
    }

    /// The commit is made: the rows are gone. Says how many there were.
    pub(crate) fn drop_rows(mut self) -> usize {
        let rows = std::mem::take(&mut self.rows);
        self.queues.withdraw(&numbers(&rows), &self.under_way);
        rows.len()
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if !self.rows.is_empty() {
            self.queues.release(&numbers(&self.rows));
        }
    }
}

fn numbers(rows: &[HeldRow]) -> HashSet<u64> {
    rows.iter().map(|row| row.number).collect()
}
