//! Lines: what was said in a case, kept for its transcript.

use fireside_core::record::Record;
use fireside_core::{MessageId, MessageRef, Place, Timestamp};
use serde::{Deserialize, Serialize};

use super::CaseNumber;

/// Something that was said in a case, or happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The case.
    pub case: CaseNumber,
    /// When.
    pub at: Timestamp,
    /// What it is told from others of the same moment by; it sorts as they were said.
    pub mark: String,
    /// Whose it is.
    pub speaker: Speaker,
    /// The speaker's name, cleaned to one visible line, as it was shown to
    /// whoever read the words; empty for the service.
    pub name: String,
    /// The words, without their formatting; of an event, a sentence for staff.
    pub words: String,
    /// The names of the files that came with it; of one without a name, what it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// The messages that said it, where they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<MessageRef>,
    /// What shows it to staff, once nobody follows it any more: where the
    /// customer is forgotten, it goes away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<MessageRef>,
    /// It was changed after it was said.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub edited: bool,
    /// It was removed: its words are gone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// It never reached whom it was for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undelivered: bool,
}

/// Whose a line is, and who was meant to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The customer.
    Customer,
    /// Staff, to the customer.
    Staff,
    /// Staff, among themselves.
    Note,
    /// The service: the case was opened, claimed, closed. Its sentences are for
    /// staff: a reason that was given stands in them.
    Service,
}

impl Record for Line {
    const COLLECTION: &'static str = "case_line";
}

impl Line {
    /// Where it is kept: lines of a case sort by when they were said.
    pub fn path(&self) -> (CaseNumber, Timestamp, &str) {
        (self.case, self.at, self.mark.as_str())
    }
}

/// Which line a message is, kept under the message's place and id: the parts of
/// the line's path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineOf {
    /// The line's case.
    pub case: CaseNumber,
    /// When it was said.
    pub at: Timestamp,
    /// Its mark.
    pub mark: String,
}

impl LineOf {
    /// Which one `line` is.
    pub(crate) fn of(line: &Line) -> Self {
        Self { case: line.case, at: line.at, mark: line.mark.clone() }
    }

    /// Where the line is kept.
    pub(crate) fn as_path(&self) -> (CaseNumber, Timestamp, &str) {
        (self.case, self.at, self.mark.as_str())
    }

    /// The path of a message's.
    pub fn path(place: &Place, message: &MessageId) -> (String, String) {
        (place.to_string(), message.to_string())
    }
}

impl Record for LineOf {
    const COLLECTION: &'static str = "line_of";
}
