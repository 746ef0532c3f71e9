//! The rows of a range, page by page: many rows are never in memory at once.

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Store, StoreError, Versioned};

/// What is left of a range; its limit is the length of a page.
pub(crate) struct Pages<'a> {
    store: &'a dyn Store,
    left: KeyRange,
}

impl<'a> Pages<'a> {
    pub(crate) fn of(store: &'a dyn Store, range: KeyRange) -> Self {
        Self { store, left: range }
    }

    /// The next page, never an empty one; `None`: there is no more.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<(Key, Versioned)>>, StoreError> {
        let page = self.store.range(&self.left).await?;
        let Some((last, _)) = page.last() else { return Ok(None) };
        self.left = self.left.clone().after(last);
        Ok(Some(page))
    }
}
