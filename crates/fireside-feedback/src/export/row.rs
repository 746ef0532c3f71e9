//! Rows: an item as it is exported.

use fireside_core::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::cell::harmless;
use super::job::Format;
use crate::feedback::{Feedback, Standing};

/// The columns, in their order: `docs/exports.md` says what is in them.
pub const COLUMNS: [&str; 15] = [
    "number",
    "kind",
    "status",
    "title",
    "details",
    "area",
    "voices",
    "author",
    "platform",
    "raised_at",
    "assignee",
    "answer",
    "link",
    "merged_into",
    "withdrawn",
];

/// What a spreadsheet knows UTF-8 by.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// An item as it is exported; what is not there is left out or empty.
#[derive(Debug, Serialize)]
struct Row<'a> {
    number: u64,
    kind: &'static str,
    status: &'static str,
    title: &'a str,
    details: &'a str,
    area: Option<&'a str>,
    voices: u64,
    author: Option<&'a str>,
    platform: &'a str,
    raised_at: String,
    assignee: Option<&'a str>,
    answer: Option<&'a str>,
    link: Option<&'a str>,
    merged_into: Option<u64>,
    withdrawn: bool,
}

impl<'a> Row<'a> {
    /// Of what its author took back, none of their words and not their name.
    fn of(item: &'a Feedback) -> Self {
        let is_withdrawn = item.standing == Standing::Withdrawn;
        let said = |words: &'a str| if is_withdrawn { "" } else { words };
        Self {
            number: item.number.get(),
            kind: item.kind.as_str(),
            status: item.status.as_str(),
            title: said(&item.title),
            details: said(&item.details),
            area: item.area.as_deref(),
            voices: item.voices,
            author: Some(item.author.name.as_str()).filter(|_| !is_withdrawn),
            platform: item.origin.place.platform.as_str(),
            raised_at: moment(item.at),
            assignee: item.assignee.as_ref().map(|member| member.name.as_str()),
            answer: item.answer.as_ref().map(|said| said.words.as_str()),
            link: item.card.as_ref().and_then(|card| card.link.as_deref()),
            merged_into: match item.standing {
                Standing::Merged(into) => Some(into.get()),
                Standing::Live | Standing::Withdrawn => None,
            },
            withdrawn: is_withdrawn,
        }
    }

    fn cells(&self) -> [String; COLUMNS.len()] {
        let text = |words: Option<&str>| harmless(words.unwrap_or_default()).into_owned();
        [
            self.number.to_string(),
            self.kind.to_owned(),
            self.status.to_owned(),
            text(Some(self.title)),
            text(Some(self.details)),
            text(self.area),
            self.voices.to_string(),
            text(self.author),
            text(Some(self.platform)),
            self.raised_at.clone(),
            text(self.assignee),
            text(self.answer),
            text(self.link),
            self.merged_into.map(|number| number.to_string()).unwrap_or_default(),
            self.withdrawn.to_string(),
        ]
    }
}

/// What a file of this format begins with.
pub(super) fn head(format: Format) -> Vec<u8> {
    match format {
        Format::Csv => [BYTE_ORDER_MARK, &line(&COLUMNS)].concat(),
        Format::Jsonl => Vec::new(),
    }
}

/// An item as a line of a file.
pub(super) fn written(format: Format, item: &Feedback) -> Vec<u8> {
    let row = Row::of(item);
    match format {
        Format::Csv => line(&row.cells()),
        Format::Jsonl => {
            let mut line = serde_json::to_vec(&row).unwrap_or_default();
            line.push(b'\n');
            line
        }
    }
}

/// Cells as a line, each in quotes: so that no separator of another country
/// cuts one in two.
fn line(cells: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}

/// A moment by ISO 8601, in UTC.
fn moment(moment: Timestamp) -> String {
    moment.in_zone(TimeZone::UTC).timestamp().to_string()
}

/// The day of a moment by ISO 8601, in UTC.
pub(super) fn day(moment: Timestamp) -> String {
    moment.in_zone(TimeZone::UTC).date().to_string()
}
