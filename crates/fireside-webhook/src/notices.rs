//! What an operator is told.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use fireside_core::Platform;
use fireside_core::ports::{Inbox, Notice};

use crate::PLATFORM;

/// Brings notices to the runtime; those that come while it doesn't listen wait.
#[derive(Default)]
pub(crate) struct Notices {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The runtime holds the adapter: held in return, neither would ever go.
    inbox: Option<Weak<dyn Inbox>>,
    waiting: Vec<Notice>,
}

impl Notices {
    /// Something is wrong that a person can mend.
    pub(crate) fn trouble(&self, what: String) {
        let notice = Notice::Trouble { platform: Platform::new(PLATFORM), what };
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match state.inbox.as_ref().and_then(Weak::upgrade) {
            Some(inbox) => inbox.notice(notice),
            None => state.waiting.push(notice),
        }
    }

    /// The runtime listens, as long as it holds `inbox`.
    pub(crate) fn bring_to(&self, inbox: &Arc<dyn Inbox>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        for notice in state.waiting.drain(..) {
            inbox.notice(notice);
        }
        state.inbox = Some(Arc::downgrade(inbox));
    }
}
