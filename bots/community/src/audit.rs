//! `fireside audit`: who of staff did what, and who was not let, as lines of
//! JSON. The bot is stopped meanwhile.

use std::io::{BufWriter, Write, stdout};
use std::path::Path;

use anyhow::{Context, bail};
use fireside_core::audit::AuditEntry;
use fireside_core::ports::Store;
use fireside_core::{CommunityId, Timestamp, record};
use fireside_store::SledStore;
use serde::Serialize;

use crate::config::{self, CommunityConfig};
use crate::export;

/// How many entries are read at a time.
const STEP_LEN: usize = 1000;

/// Which entries are asked for.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Wanted {
    /// Only of this community, by its id.
    #[arg(long)]
    community: Option<String>,
    /// Only from this moment on: a day (2026-11-22, in the community's time
    /// zone) or a moment (2026-11-22T14:30:00Z).
    #[arg(long)]
    since: Option<Since>,
}

/// A day or a moment from which on entries are asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Since {
    Day(jiff::civil::Date),
    Moment(jiff::Timestamp),
}

impl std::str::FromStr for Since {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let moment = written.parse().map(Self::Moment);
        // A moment would be read as a day, without its hour.
        let is_day = !written.contains(['T', 't', ' ']);
        let day = || written.parse().ok().filter(|_| is_day).map(Self::Day);
        moment.ok().or_else(day).ok_or_else(|| "write it like 2026-11-22 or 2026-11-22T14:30:00Z".to_owned())
    }
}

impl Since {
    /// The moment that is meant on the calendars of a community.
    fn moment(self, config: &CommunityConfig) -> Timestamp {
        match self {
            Self::Moment(moment) => {
                Timestamp::from_millis(u64::try_from(moment.as_millisecond()).unwrap_or(0))
            }
            Self::Day(day) => {
                let zone =
                    fireside_core::time::zone_named(&config.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
                day.to_zoned(zone).map(|midnight| Timestamp::from(&midnight)).unwrap_or_default()
            }
        }
    }
}

/// An entry as it is written.
#[derive(Debug, Serialize)]
struct Row<'a> {
    community: &'a CommunityId,
    at: String,
    account: String,
    name: &'a str,
    place: String,
    what: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    subject: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    refused: bool,
}

/// Writes the entries that are asked for to standard output: community by
/// community, the newest first.
pub(crate) async fn audit(path: &Path, wanted: &Wanted) -> anyhow::Result<()> {
    let config = config::read(path)?;
    let is_meant =
        |community: &&CommunityConfig| wanted.community.as_ref().is_none_or(|id| *id == community.id);
    let communities: Vec<_> = config.communities.iter().filter(is_meant).collect();
    if let (Some(id), true) = (&wanted.community, communities.is_empty()) {
        let known: Vec<_> = config.communities.iter().map(|community| community.id.as_str()).collect();
        bail!("there is no community `{id}`: use one of {}", known.join(", "));
    }
    let store = export::open(&config.store)?;
    let mut out = BufWriter::new(stdout().lock());
    for community in communities {
        let since = wanted.since.map_or_else(Timestamp::default, |since| since.moment(community));
        write(&store, &CommunityId::new(&community.id), since, &mut out).await?;
    }
    out.flush().context("the audit log can't be written")
}

async fn write(
    store: &SledStore,
    community: &CommunityId,
    since: Timestamp,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let mut range = AuditEntry::since(community, since, STEP_LEN);
    loop {
        let rows = store.range(&range).await?;
        for (_, row) in &rows {
            let entry: AuditEntry = record::decode(&row.value)?;
            serde_json::to_writer(&mut *out, &Row::of(community, &entry))?;
            out.write_all(b"\n")?;
        }
        match rows.last() {
            Some((last, _)) if rows.len() == STEP_LEN => range = range.after(last),
            _ => return Ok(()),
        }
    }
}

impl<'a> Row<'a> {
    fn of(community: &'a CommunityId, entry: &'a AuditEntry) -> Self {
        Self {
            community,
            at: entry.at.in_zone(jiff::tz::TimeZone::UTC).timestamp().to_string(),
            account: entry.account.to_string(),
            name: &entry.name,
            place: entry.place.to_string(),
            what: &entry.what,
            subject: &entry.subject,
            refused: entry.refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_or_a_moment_is_read_and_nothing_else() {
        assert!(matches!("2026-11-22".parse(), Ok(Since::Day(_))));
        assert!(matches!("2026-11-22T14:30:00Z".parse(), Ok(Since::Moment(_))));
        assert!(matches!("2026-11-22T14:30:00+01:00".parse(), Ok(Since::Moment(_))));
        for wrong in ["", "yesterday", "7d", "2026-13-01", "2026-11-22T14:30:00"] {
            assert!(wrong.parse::<Since>().is_err(), "{wrong}");
        }
    }
}
