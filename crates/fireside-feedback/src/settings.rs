//! What a community can set about feedback.

use fireside_core::text;
use serde::{Deserialize, Serialize};

use crate::ledger::AREA_LEN_MAX;

/// The most people one announcement may ping.
pub const PINGS_MAX: usize = 20;
/// What the place is for that cards are put up in; a community without one
/// has them where staff work.
pub const PLACE: &str = "feedback";
/// The last hour of a day.
const HOUR_MAX: u8 = 23;

/// The section `feedback` of a community's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Whether each card gets a room of its own: a thread, topic or post.
    pub rooms: bool,
    /// The reactions with which staff capture a message, with spaces between:
    /// not every platform has each of them. Empty: none does.
    pub reaction: String,
    /// The areas of the product, by name; empty: whatever somebody writes.
    pub areas: Vec<String>,
    /// How many people an announcement pings in one place, 0 to [`PINGS_MAX`].
    pub pings: usize,
    /// When nobody is told anything, in the community's time.
    pub quiet_hours: Option<QuietHours>,
    /// How many announcements a place hears in a day, at most; 0: none ever.
    pub announcements_per_day: u32,
    /// How many private messages about feedback a person gets in a day, at
    /// most; 0: none ever.
    pub private_messages_per_day: u32,
}

/// A stretch of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// The hour at which it begins, 0 to 23.
    pub from: u8,
    /// The hour at which it ends, 0 to 23: on the next day, where that is not later.
    pub to: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rooms: true,
            reaction: "💡 ✍".to_owned(),
            areas: Vec::new(),
            pings: 5,
            quiet_hours: None,
            announcements_per_day: 5,
            private_messages_per_day: 3,
        }
    }
}

impl Settings {
    /// What is wrong with them, each in a sentence that says what to write.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if let Some(QuietHours { from, to }) = self.quiet_hours {
            if from.max(to) > HOUR_MAX {
                problems.push(format!("`quiet_hours`: {from} to {to}: hours are 0 to {HOUR_MAX}"));
            } else if from == to {
                problems.push(format!("`quiet_hours`: {from} to {to} is no time at all: leave them out"));
            }
        }
        if self.pings > PINGS_MAX {
            problems.push(format!("`pings`: {} are too many: at most {PINGS_MAX}", self.pings));
        }
        problems
    }

    /// The area that is meant by a name: of the areas there are, the one that is
    /// called so, or the only one that begins so, in small letters or capitals.
    /// Where none are set up, it is whatever the name says, in one line.
    pub fn area(&self, named: &str) -> Option<String> {
        let named = text::cleaned(named, AREA_LEN_MAX);
        if text::is_blank(&named) {
            return None;
        }
        if self.areas.is_empty() {
            return Some(named);
        }
        let named = named.to_lowercase();
        let mut begins = self.areas.iter().filter(|area| area.to_lowercase().starts_with(&named));
        let same = self.areas.iter().find(|area| area.to_lowercase() == named);
        same.or_else(|| begins.next().filter(|_| begins.next().is_none())).cloned()
    }
}

impl fireside_core::Settings for Settings {
    const SECTION: &'static str = "feedback";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_not_be_kept_is_named() {
        let quiet_hours = Some(QuietHours { from: 22, to: 24 });
        let wrong = Settings { quiet_hours, pings: 21, ..Settings::default() };
        let problems = wrong.problems();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("24") && problems[1].contains("21"));
        let same = Settings { quiet_hours: Some(QuietHours { from: 8, to: 8 }), ..Settings::default() };
        assert_eq!(same.problems().len(), 1);
    }

    #[test]
    fn nothing_is_wrong_with_what_is_set_by_itself() {
        assert_eq!(Settings::default().problems(), Vec::<String>::new());
    }

    fn areas(areas: &[&str]) -> Settings {
        Settings { areas: areas.iter().map(|area| (*area).to_owned()).collect(), ..Settings::default() }
    }

    #[test]
    fn an_area_is_known_by_its_name_or_how_that_begins() {
        let settings = areas(&["Billing", "Bill of rights", "App"]);
        assert_eq!(settings.area(" billing\u{200B} ").as_deref(), Some("Billing"));
        assert_eq!(settings.area("A").as_deref(), Some("App"));
        assert_eq!(settings.area("bill"), None, "it could be either");
        assert_eq!(settings.area("rockets"), None);
        assert_eq!(settings.area(" \u{200B}"), None);
    }

    #[test]
    fn where_no_areas_are_set_up_any_name_is_one() {
        assert_eq!(areas(&[]).area("  The\nlid ").as_deref(), Some("The lid"));
    }
}
