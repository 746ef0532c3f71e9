//! Hours: when people of a community work, as its settings say it.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// The end of a day, in minutes from its beginning.
pub(super) const DAY_END_MINS: u16 = 24 * 60;

/// When people work, by the day of the week; with no hours at all: always.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WorkingHours {
    /// On Mondays.
    pub mon: DayHours,
    /// On Tuesdays.
    pub tue: DayHours,
    /// On Wednesdays.
    pub wed: DayHours,
    /// On Thursdays.
    pub thu: DayHours,
    /// On Fridays.
    pub fri: DayHours,
    /// On Saturdays.
    pub sat: DayHours,
    /// On Sundays.
    pub sun: DayHours,
}

/// The spans of one day in which people work, like `9:00-12:00, 13:00-17:00`;
/// empty: none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DayHours(Vec<DaySpan>);

/// A span of a day, in minutes from its beginning: it ends after it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DaySpan {
    pub(super) from: u16,
    pub(super) to: u16,
}

/// Days on which nobody works, like `2026-12-25`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Holidays(BTreeSet<Date>);

impl WorkingHours {
    /// Whether no hours are set: people work always.
    pub(super) fn is_always(&self) -> bool {
        *self == Self::default()
    }

    /// The spans of a day of the week, in their order.
    pub(super) fn on(&self, day: Weekday) -> &[DaySpan] {
        let hours = match day {
            Weekday::Monday => &self.mon,
            Weekday::Tuesday => &self.tue,
            Weekday::Wednesday => &self.wed,
            Weekday::Thursday => &self.thu,
            Weekday::Friday => &self.fri,
            Weekday::Saturday => &self.sat,
            Weekday::Sunday => &self.sun,
        };
        &hours.0
    }
}

impl Holidays {
    /// Whether nobody works on this day.
    pub(super) fn hold(&self, day: Date) -> bool {
        self.0.contains(&day)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<String> for DayHours {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let spans = written.split(',').map(str::trim).filter(|span| !span.is_empty());
        let mut spans: Vec<_> = spans.map(span).collect::<Result<_, _>>()?;
        spans.sort();
        match spans.windows(2).find(|pair| pair[0].to > pair[1].from) {
            Some(_) => Err(format!("`{written}`: two of these overlap")),
            None => Ok(Self(spans)),
        }
    }
}

impl From<DayHours> for String {
    fn from(DayHours(spans): DayHours) -> Self {
        let clock = |mins: u16| format!("{}:{:02}", mins / 60, mins % 60);
        let written = spans.iter().map(|span| format!("{}-{}", clock(span.from), clock(span.to)));
        written.collect::<Vec<_>>().join(", ")
    }
}

impl TryFrom<Vec<String>> for Holidays {
    type Error = String;

    fn try_from(written: Vec<String>) -> Result<Self, String> {
        let day = |day: String| {
            day.trim().parse().map_err(|_| format!("`{day}` is no day: write it like \"2026-12-25\""))
        };
        written.into_iter().map(day).collect::<Result<_, _>>().map(Self)
    }
}

impl From<Holidays> for Vec<String> {
    fn from(Holidays(days): Holidays) -> Self {
        days.iter().map(ToString::to_string).collect()
    }
}

fn span(written: &str) -> Result<DaySpan, String> {
    let ends = written.split_once(['-', '–']);
    let ends = ends.and_then(|(from, to)| Some((minutes(from.trim())?, minutes(to.trim())?)));
    match ends {
        None => Err(format!("`{written}` is no span of a day: write it like \"9:00-17:00\"")),
        Some((from, to)) if from >= to => {
            Err(format!("`{written}` goes over midnight: end it at 24:00, and begin the next day at 0:00"))
        }
        Some((from, to)) => Ok(DaySpan { from, to }),
    }
}

/// The minutes from the beginning of the day that `9:00` means, up to `24:00`.
fn minutes(written: &str) -> Option<u16> {
    if written == "24:00" {
        return Some(DAY_END_MINS);
    }
    let time = super::span::clock(written)?;
    u16::try_from(i16::from(time.hour()) * 60 + i16::from(time.minute())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(written: &str) -> Result<String, String> {
        DayHours::try_from(written.to_owned()).map(String::from)
    }

    #[test]
    fn a_day_may_have_several_spans() {
        assert_eq!(day("13:00 - 17:00,9:00–12:00").as_deref(), Ok("9:00-12:00, 13:00-17:00"));
        assert_eq!(day("0:00-24:00").as_deref(), Ok("0:00-24:00"));
        assert_eq!(day(" ").as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_span_of_a_day_is_named() {
        let why = |written| day(written).expect_err("refused");
        assert!(why("22:00-6:00").contains("over midnight"));
        assert!(why("9:00-9:00").contains("over midnight"));
        assert!(why("9-17").contains("`9-17` is no span"));
        assert!(why("9:00-25:00").contains("is no span"));
        assert!(why("9:00-13:00, 12:00-17:00").contains("overlap"));
    }

    #[test]
    fn a_holiday_is_a_day_of_a_year() {
        let days = |written: &str| Holidays::try_from(vec![written.to_owned()]);
        assert_eq!(days(" 2026-12-25 ").map(Vec::<String>::from), Ok(vec!["2026-12-25".to_owned()]));
        assert!(days("Christmas").expect_err("refused").contains("`Christmas`"));
    }
}
