//! What a transcript shows of its case to whoever reads it.

use fireside_core::{Timestamp, Turn};
use jiff::Zoned;
use jiff::tz::TimeZone;

use super::job::{Reader, Transcript};
use crate::case::Case;

/// A case as its transcript shows it.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    /// The case.
    pub(super) case: &'a Case,
    /// Who is to read it.
    pub(super) reader: Reader,
    /// The reader's language.
    pub(super) locale: String,
    /// The brand's name.
    pub(super) brand: &'a str,
    /// When it was asked for.
    pub(super) made: Timestamp,
    zone: TimeZone,
}

impl<'a> Shown<'a> {
    /// The case of a transcript.
    pub(super) fn of(turn: &Turn<'a>, transcript: &Transcript, case: &'a Case) -> Self {
        let community = turn.community();
        Self {
            case,
            reader: transcript.reader,
            locale: transcript.output.locale.clone(),
            brand: &community.name,
            made: transcript.at,
            zone: community.zone(),
        }
    }

    /// Whether staff are to read it.
    pub(super) fn is_for_staff(&self) -> bool {
        self.reader == Reader::Staff
    }

    /// A moment as the community's clocks show it.
    pub(super) fn local(&self, at: Timestamp) -> Zoned {
        at.in_zone(self.zone.clone())
    }

    /// A moment by RFC 3339, with its distance from UTC.
    pub(super) fn moment(&self, at: Timestamp) -> String {
        self.local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}
