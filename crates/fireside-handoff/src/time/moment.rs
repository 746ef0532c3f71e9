//! Moments, as people say them: `tomorrow at 9:00 CET`.

use fireside_core::turn::Interrupt;
use fireside_core::{Timestamp, Turn};

use super::calendar::Calendar;
use super::span::Unfit;
use crate::settings::Settings;

/// The days within which a day of the week is clear enough.
const WEEK_DAYS: i32 = 7;

/// When a person will be there again, by the community's working hours; `None`:
/// somebody is there now, or nobody knows.
pub(crate) fn opening(turn: &Turn<'_>) -> Result<Option<Timestamp>, Interrupt> {
    let settings = turn.settings::<Settings>()?;
    Ok(Calendar::of(turn.community(), &settings).opens_at(turn.now()))
}

/// The sentence with which a customer is told when a person will be there;
/// `None`: somebody is.
pub(crate) fn away(turn: &Turn<'_>, locale: &str) -> Result<Option<String>, Interrupt> {
    let Some(opening) = opening(turn)? else { return Ok(None) };
    let (brand, when) = (turn.community().name.as_str(), said(turn, locale, opening));
    Ok(Some(turn.say_in(locale, "handoff-away", &[("brand", brand.into()), ("when", (&when).into())])))
}

/// A moment that lies ahead, in words and in the community's time zone.
pub(crate) fn said(turn: &Turn<'_>, locale: &str, at: Timestamp) -> String {
    let zone = turn.community().zone();
    let (now, at) = (turn.now().in_zone(zone.clone()), at.in_zone(zone));
    let days = (at.date() - now.date()).get_days();
    let day = match days {
        0 => "today",
        1 => "tomorrow",
        2..WEEK_DAYS => at.weekday().to_sunday_zero_offset().try_into().map_or("date", named),
        _ => "date",
    };
    let (date, time) = (at.date().to_string(), at.strftime("%-H:%M %Z").to_string());
    let args = [("day", day.into()), ("date", (&date).into()), ("time", (&time).into())];
    turn.say_in(locale, "handoff-moment", &args)
}

/// The day of the week that is so many days after a Sunday, as sentences know it.
fn named(offset: usize) -> &'static str {
    ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].get(offset).copied().unwrap_or("date")
}

/// Answers the one of staff who asked why what they wrote is no moment.
pub(crate) fn answer_unfit(turn: &mut Turn<'_>, why: Unfit) {
    let key = match why {
        Unfit::Unreadable => "handoff-when-unreadable",
        Unfit::Past => "handoff-when-past",
        Unfit::TooFar => "handoff-when-too-far",
    };
    let examples = turn.say("handoff-when-examples", &[]);
    turn.answer_private(format!("{} {examples}", turn.say(key, &[])));
}
