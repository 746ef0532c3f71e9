//! The picture on its way: kept until it has arrived.

use fireside_core::file_job::{FileJob, FileName, Output};
use fireside_core::record::Record;
use serde::{Deserialize, Serialize};

/// What the delivery of a picture is called, about its number and file: `7/0`.
pub(super) const SENT: &str = "figures";

/// A picture of figures on its way, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its number, from 1, unique in its community.
    pub number: u64,
    /// The last day it shows, as `2026-11-22`.
    pub day: String,
    /// Its file.
    #[serde(flatten)]
    pub output: Output,
}

impl Record for Picture {
    const COLLECTION: &'static str = "figures_picture";
}

impl FileJob for Picture {
    fn number(&self) -> u64 {
        self.number
    }

    fn kept_as(&self) -> String {
        format!("figures {}", self.number)
    }

    fn file_name(&self, _index: usize) -> FileName {
        FileName { name: format!("figures-{}.png", self.day), mime: "image/png".to_owned() }
    }

    fn output(&mut self) -> &mut Output {
        &mut self.output
    }
}
