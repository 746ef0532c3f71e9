//! Faults on demand: what a test or a person asks the simulators to do wrong.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// One thing that goes wrong with one call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Fault {
    /// 429 with this many milliseconds to wait; nothing takes effect.
    TooManyRequests {
        /// How long the caller is told to wait, in milliseconds.
        retry_after_ms: u64,
        /// The limit is for the whole bot, not for one route or chat.
        global: bool,
    },
    /// A 5xx status; nothing takes effect.
    ServerError {
        /// The status, 500 to 599.
        status: u16,
        /// Answer with an HTML page, as a proxy in front does.
        html: bool,
    },
    /// The call takes effect, then the connection closes without an answer.
    AnswerLost,
    /// The call takes effect, then the connection closes in the middle of the
    /// answer's body. Only downloads of files have one worth cutting; any other
    /// answer is lost whole.
    AnswerCut,
    /// The call takes effect and the answer comes late.
    SlowAnswer {
        /// How late, in milliseconds of real time.
        delay_ms: u64,
    },
    /// The documented error with this status and description; nothing takes effect.
    Refused {
        /// The HTTP status.
        status: u16,
        /// The platform's own error code, where it has one (0: none).
        code: u32,
        /// The description in the error body.
        description: String,
    },
}

/// The faults waiting for the calls they are meant for. Clones share one list.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    waiting: Arc<Mutex<VecDeque<(String, Fault)>>>,
}

impl Faults {
    /// Makes the next call whose name contains `call` fail with `fault`; an
    /// empty `call` means any call. Each injected fault happens once, in order.
    pub fn inject(&self, call: impl Into<String>, fault: Fault) {
        self.lock().push_back((call.into(), fault));
    }

    /// Takes the first fault that is meant for `call`.
    pub fn take(&self, call: &str) -> Option<Fault> {
        let mut waiting = self.lock();
        let found = waiting.iter().position(|(wanted, _)| call.contains(wanted.as_str()))?;
        waiting.remove(found).map(|(_, fault)| fault)
    }

    /// How many injected faults have not happened yet.
    pub fn waiting(&self) -> usize {
        self.lock().len()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<(String, Fault)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_happens_once_and_only_to_the_call_it_names() {
        let faults = Faults::default();
        faults.inject("sendMessage", Fault::AnswerLost);
        assert_eq!(faults.take("getMe"), None);
        assert_eq!(faults.take("sendMessage"), Some(Fault::AnswerLost));
        assert_eq!(faults.take("sendMessage"), None);
    }
}
