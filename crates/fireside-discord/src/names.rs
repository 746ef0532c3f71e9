//! What roles and channels are called, for mentions of them in words.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How many names are remembered; the rest are shown as they were written.
const NAMES_MAX: usize = 50_000;

/// The names of roles and channels. Discord's ids are unique over both.
#[derive(Debug, Default)]
pub(crate) struct Names(Mutex<HashMap<u64, String>>);

impl Names {
    /// Takes in what something is called.
    pub(crate) fn learn(&self, id: u64, name: &str) {
        let mut names = self.lock();
        if names.len() >= NAMES_MAX {
            names.clear();
        }
        names.insert(id, name.to_owned());
    }

    /// What it is called, if it is known.
    pub(crate) fn get(&self, id: u64) -> Option<String> {
        self.lock().get(&id).cloned()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
