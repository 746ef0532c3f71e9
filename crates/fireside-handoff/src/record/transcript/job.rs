//! The job: which case, for whom, and how far it is.

use fireside_core::Timestamp;
use fireside_core::file_job::{FileJob, FileName, Output};
use fireside_core::record::Record;
use fireside_core::turn::Cursor;
use serde::{Deserialize, Serialize};

use crate::case::CaseNumber;

/// A transcript that is being made, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// Its number, from 1, unique in its community.
    pub number: u64,
    /// The case.
    pub case: CaseNumber,
    /// Who is to read it.
    pub reader: Reader,
    /// In which format.
    pub format: Format,
    /// When it was asked for.
    pub at: Timestamp,
    /// Where the last step ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// The day of the last line that is written, as `2026-11-22`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Its files.
    #[serde(flatten)]
    pub output: Output,
}

/// Who is to read a transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// Staff: everything.
    Staff,
    /// The customer: what they said, and what was said to them.
    Customer,
}

/// The format of a transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A page to read.
    #[default]
    Html,
    /// JSON Lines: one object a line.
    Jsonl,
}

impl Format {
    /// Its name in options, and the ending of its files' names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format of this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Html, Self::Jsonl].into_iter().find(|format| format.as_str() == name)
    }

    fn mime(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Jsonl => "application/jsonl",
        }
    }
}

impl Record for Transcript {
    const COLLECTION: &'static str = "transcript";
}

impl FileJob for Transcript {
    fn number(&self) -> u64 {
        self.number
    }

    fn kept_as(&self) -> String {
        format!("transcript {}", self.number)
    }

    fn file_name(&self, index: usize) -> FileName {
        let part = if self.output.files.len() > 1 { format!("-{}", index + 1) } else { String::new() };
        let name = format!("case-{}{part}.{}", self.case, self.format.as_str());
        FileName { name, mime: self.format.mime().to_owned() }
    }

    fn subject(&self) -> String {
        self.case.of_customer()
    }

    fn output(&mut self) -> &mut Output {
        &mut self.output
    }
}
