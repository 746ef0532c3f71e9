//! What a list is asked for.

use std::time::Duration;

use fireside_core::ports::{Order, Query};
use fireside_core::{Account, Invocation, Timestamp};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::feedback::{Feedback, area_term, rank};
use crate::kind::Kind;
use crate::status::Status;

/// How many items are on a page.
pub(super) const PAGE_LEN: usize = 8;
/// The longest time back that a number of days can mean.
const DAYS_MAX: u64 = 36_500;

/// Which items are wanted, in which order, from which on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    pub(super) kind: Option<Kind>,
    pub(super) status: Option<Status>,
    pub(super) area: Option<String>,
    pub(super) since: Option<Timestamp>,
    pub(super) assignee: Option<Account>,
    pub(super) sort: Sort,
    pub(super) text: Option<String>,
    pub(super) offset: usize,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Sort {
    /// What is said most for lately.
    #[default]
    Rising,
    /// What most back.
    Voices,
    /// What was raised last.
    Newest,
}

impl Sort {
    pub(super) const ALL: [Self; 3] = [Self::Rising, Self::Voices, Self::Newest];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Voices => "voices",
            Self::Newest => "newest",
        }
    }

    pub(super) fn phrase(self) -> &'static str {
        match self {
            Self::Rising => "feedback-sort-rising",
            Self::Voices => "feedback-sort-voices",
            Self::Newest => "feedback-sort-newest",
        }
    }

    fn rank(self) -> usize {
        match self {
            Self::Rising => rank::HEAT,
            Self::Voices => rank::VOICES,
            Self::Newest => rank::RAISED,
        }
    }
}

/// What was given as the beginning is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoDay;

impl Wanted {
    /// What an invocation asks for.
    pub(crate) fn by(
        invocation: &Invocation,
        asker: &Account,
        now: Timestamp,
        zone: TimeZone,
    ) -> Result<Self, NoDay> {
        let text = |option: &str| invocation.text(option).map(str::trim).filter(|text| !text.is_empty());
        let is_mine = invocation
            .options
            .iter()
            .any(|(name, value)| name == "mine" && *value == fireside_core::OptionValue::Boolean(true));
        let sort = text("sort").and_then(|name| Sort::ALL.into_iter().find(|sort| sort.as_str() == name));
        Ok(Self {
            kind: text("kind").and_then(Kind::parse),
            status: text("status").and_then(Status::parse),
            area: text("area").map(str::to_owned),
            since: text("since").map(|since| beginning(since, now, zone)).transpose()?,
            assignee: is_mine.then(|| asker.clone()),
            sort: sort.unwrap_or_default(),
            text: text("text").map(str::to_owned),
            offset: 0,
        })
    }

    /// The same from another item on.
    pub(super) fn from(&self, offset: usize) -> Self {
        Self { offset, ..self.clone() }
    }

    /// How it is looked for. Without a status, what is open; among what words
    /// are like, whatever its status. What was taken back is in no list.
    pub(super) fn query(&self) -> Query {
        let order = match &self.text {
            Some(text) => Order::Like(text.clone()),
            None => Order::Rank(self.sort.rank()),
        };
        let mut query = Query::new(order, PAGE_LEN).has_not("withdrawn:yes");
        query.offset = self.offset;
        query.rank_min = self.since.map(|since| (rank::RAISED, since.as_millis()));
        let term = |status: Status| format!("status:{}", status.as_str());
        query = match self.status {
            Some(Status::Duplicate) => query.has(term(Status::Duplicate)),
            Some(status) => query.has("live:yes").has(term(status)),
            None if self.text.is_some() => query.has("live:yes"),
            None => {
                let open = Status::ALL.into_iter().filter(|status| status.is_open()).map(term);
                query.has("live:yes").has_one_of(open.collect())
            }
        };
        if let Some(kind) = self.kind {
            query = query.has(format!("kind:{}", kind.as_str()));
        }
        if let Some(area) = &self.area {
            query = query.has(area_term(area));
        }
        match &self.assignee {
            Some(account) => query.has(format!("assignee:{account}")),
            None => query,
        }
    }
}

impl Wanted {
    /// Whether an item is among what is exported: all there are, but for what
    /// was asked to be left out.
    pub(crate) fn fits(&self, item: &Feedback) -> bool {
        let is_in = |area: &String| item.area.as_ref().is_some_and(|own| area_term(own) == area_term(area));
        self.kind.is_none_or(|kind| item.kind == kind)
            && self.status.is_none_or(|status| item.status == status)
            && self.area.as_ref().is_none_or(is_in)
            && self.since.is_none_or(|since| item.at >= since)
    }
}

/// The moment that `7`, `7d` (so many days ago) or `2026-05-31` (the beginning
/// of that day in the community's time zone) means.
fn beginning(given: &str, now: Timestamp, zone: TimeZone) -> Result<Timestamp, NoDay> {
    let days = given.strip_suffix(['d', 'D']).unwrap_or(given);
    if let Ok(days) = days.parse::<u64>() {
        return Ok(now - Duration::from_hours(24 * days.min(DAYS_MAX)));
    }
    let day = given.parse::<Date>().and_then(|day| day.to_zoned(zone)).map_err(|_| NoDay)?;
    Ok(Timestamp::from(&day))
}

#[cfg(test)]
mod tests {
    use fireside_core::time::zone_named;

    use super::*;

    const DAY_MS: u64 = 24 * 3_600_000;

    #[test]
    fn a_beginning_is_a_number_of_days_or_a_date() {
        let now = Timestamp::from_millis(1_750_000_000_000);
        let ago = |days| Ok(Timestamp::from_millis(now.as_millis() - days * DAY_MS));
        assert_eq!(beginning("7", now, TimeZone::UTC), ago(7));
        assert_eq!(beginning("30d", now, TimeZone::UTC), ago(30));
        assert_eq!(beginning("1970-01-02", now, TimeZone::UTC), Ok(Timestamp::from_millis(DAY_MS)));
        let berlin = zone_named("Europe/Berlin").expect("it is there");
        let begun = Ok(Timestamp::from_millis(DAY_MS - 3_600_000));
        assert_eq!(beginning("1970-01-02", now, berlin), begun);
        for given in ["soon", "2026-13-01", "-3", "d", "99999999999999999999"] {
            assert_eq!(beginning(given, now, TimeZone::UTC), Err(NoDay), "{given}");
        }
        assert_eq!(beginning("9999999999", now, TimeZone::UTC), Ok(Timestamp::from_millis(0)));
    }
}
