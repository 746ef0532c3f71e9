//! Bounded records of what happened and of the calls that were made.

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::Value;

/// Events kept for `GET /control/events`.
const EVENTS_MAX: usize = 2_000;
/// Calls kept for `World::calls`.
const CALLS_MAX: usize = 2_000;

/// What happened, in order: every dispatched event, and what only one user sees.
#[derive(Debug, Default)]
pub(crate) struct EventLog {
    last: u64,
    kept: VecDeque<(u64, String, String)>,
}

impl EventLog {
    /// Records an event whose JSON is `data`.
    pub(crate) fn push(&mut self, name: &str, data: String) {
        self.last += 1;
        if self.kept.len() >= EVENTS_MAX {
            self.kept.pop_front();
        }
        self.kept.push_back((self.last, name.to_owned(), data));
    }

    /// The events numbered above `after`, as a JSON list, and the last number.
    pub(crate) fn since(&self, after: u64) -> (u64, String) {
        let newer = self.kept.iter().filter(|(number, _, _)| *number > after);
        let entries: Vec<String> = newer
            .map(|(number, name, data)| format!(r#"{{"n":{number},"t":"{name}","d":{data}}}"#))
            .collect();
        (self.last, format!("[{}]", entries.join(",")))
    }

    pub(crate) fn last(&self) -> u64 {
        self.last
    }
}

/// One REST call that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The call's name, such as `POST /channels/{channel.id}/messages`.
    pub name: String,
    /// The path and query asked for, without the API version.
    pub path: String,
    /// The JSON that was sent; null where there was none.
    pub body: Value,
    /// The status that was answered.
    pub status: u16,
    /// When, in milliseconds since the Unix epoch on the simulator's clock.
    pub at_ms: u64,
}

/// The newest calls and the number of all.
#[derive(Debug, Default)]
pub(crate) struct CallLog {
    pub(crate) kept: VecDeque<Call>,
    pub(crate) total: u64,
}

impl CallLog {
    pub(crate) fn push(&mut self, call: Call) {
        self.total += 1;
        if self.kept.len() >= CALLS_MAX {
            self.kept.pop_front();
        }
        self.kept.push_back(call);
    }
}
