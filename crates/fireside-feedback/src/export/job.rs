//! The job: what is exported, and how far it is.

use fireside_core::file_job::{FileJob, FileName, Output};
use fireside_core::record::Record;
use fireside_core::turn::Cursor;
use fireside_core::{DeliveryId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::staff::Wanted;

/// An export that is being made, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// Its number, from 1, unique in its community.
    pub number: u64,
    /// When it was asked for.
    pub at: Timestamp,
    /// In which format.
    pub format: Format,
    /// Which items.
    pub(crate) wanted: Wanted,
    /// Where the last step ended.
    pub cursor: Option<Cursor>,
    /// How many items are in it.
    pub rows: u64,
    /// Its files, which are sent to a place of the staff's.
    #[serde(flatten)]
    pub output: Output,
    /// The message that shows how far it is, and the tenth it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<(DeliveryId, u64)>,
}

/// The format of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Comma-separated values (RFC 4180), in UTF-8 with a byte order mark.
    #[default]
    Csv,
    /// JSON Lines: one object a line.
    Jsonl,
}

impl Format {
    /// Its name in options, and the ending of its files' names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format of this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Csv, Self::Jsonl].into_iter().find(|format| format.as_str() == name)
    }

    /// Its media type.
    fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Jsonl => "application/jsonl",
        }
    }
}

impl Record for Export {
    const COLLECTION: &'static str = "feedback_export";
}

impl FileJob for Export {
    fn number(&self) -> u64 {
        self.number
    }

    fn kept_as(&self) -> String {
        format!("feedback export {}", self.number)
    }

    fn file_name(&self, index: usize) -> FileName {
        let day = super::row::day(self.at);
        let part = if self.output.files.len() > 1 { format!("-{}", index + 1) } else { String::new() };
        let name = format!("feedback-{day}{part}.{}", self.format.as_str());
        FileName { name, mime: self.format.mime().to_owned() }
    }

    fn output(&mut self) -> &mut Output {
        &mut self.output
    }
}
