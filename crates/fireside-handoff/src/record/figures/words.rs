//! Figures in words.

use std::time::Duration;

use fireside_core::{Text, Turn};

use super::length;
use super::spread::Spread;
use super::sums::{Member, Rating, Sums};

/// How many members of staff are listed.
const STAFF_MAX: usize = 15;

/// How things stand at this moment.
#[derive(Debug)]
pub(super) struct Standing {
    /// How many cases are open.
    pub(super) open: u64,
    /// How long the customer has waited who waits longest; `None`: nobody waits.
    pub(super) longest: Option<Duration>,
}

/// What some days came to, in the language of whoever asked.
pub(super) fn of(turn: &Turn<'_>, sums: &Sums, standing: &Standing) -> Text {
    let days = ("days", (sums.days.len() as u64).into());
    let (opened, closed) = (("opened", sums.opened.into()), ("closed", sums.closed.into()));
    let (reopened, open) = (("reopened", sums.reopened.into()), ("open", standing.open.into()));
    let mut text = Text::bold(turn.say("handoff-stats-title", &[days]))
        .line(turn.say("handoff-stats-cases", &[opened, closed, reopened, open]));
    if let Some(longest) = standing.longest {
        let span = length::shown(longest);
        text = text.line(turn.say("handoff-stats-longest", &[("span", (&span).into())]));
    }
    for (key, spread) in [
        ("handoff-stats-waiting", sums.waiting),
        ("handoff-stats-first-answer", sums.first_answer),
        ("handoff-stats-resolution", sums.resolution),
    ] {
        if let Some(Spread { median, ninth }) = spread {
            let (median, ninth) = (length::shown(median), length::shown(ninth));
            let args = [("median", (&median).into()), ("ninth", (&ninth).into())];
            text = text.line(turn.say(key, &args));
        }
    }
    if let Some(Rating { tenths, count }) = sums.rating {
        let stars = stars(tenths);
        let args = [("stars", (&stars).into()), ("count", count.into())];
        text = text.line(turn.say("handoff-stats-rating", &args));
    }
    if !sums.staff.is_empty() {
        text = text.line("").line(Text::bold(turn.say("handoff-stats-staff", &[])));
    }
    for member in sums.staff.iter().take(STAFF_MAX) {
        text = text.line(line(turn, member));
    }
    text.line("").line(turn.say("handoff-stats-legend", &[]))
}

/// A member of staff with what they did.
fn line(turn: &Turn<'_>, member: &Member) -> String {
    let (closed, answered) = (("closed", member.closed.into()), ("answered", member.answered.into()));
    let mut line = turn.say("handoff-stats-member", &[("name", (&member.name).into()), closed, answered]);
    for (key, spread) in [
        ("handoff-stats-usually", member.first_answer),
        ("handoff-stats-usually-taken", member.waiting),
        ("handoff-stats-usually-closed", member.resolution),
    ] {
        if let Some(spread) = spread {
            let median = length::shown(spread.median);
            line = line + " · " + &turn.say(key, &[("median", (&median).into())]);
        }
    }
    if let Some(rating) = member.rating {
        line = line + " · " + &turn.say("handoff-stats-rated", &[("stars", (&stars(rating.tenths)).into())]);
    }
    line
}

/// Tenths of stars, with a point: readers of every language know it from shops.
fn stars(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
