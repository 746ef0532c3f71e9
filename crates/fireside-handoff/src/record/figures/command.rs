//! `/stats`: what the last days came to, in words and as a picture.

use std::collections::BTreeMap;

use fireside_core::file_job::{self, FileJob, FileWriter, Output};
use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Place, Turn};

use super::facts::{CaseFacts, day_of, open_cases};
use super::picture::{Picture, SENT};
use super::sums::{Days, Sums, sum};
use super::{chart, words};
use crate::case::{Case, State};

/// `/stats`.
pub(super) const STATS: Handled = Handled { name: "stats", command, run, suggest: None };

const DAYS: &str = "days";
/// How many days are summed up unless somebody says.
const DAYS_DEFAULT: u32 = 7;
/// The most days that are summed up.
const DAYS_MAX: u32 = 90;
/// How many facts are read in one step.
const STEP_LEN: usize = 500;
/// The counter that numbers of pictures are drawn from.
const COUNTER: &str = "figures";

fn command() -> Command {
    Command::new(STATS.name, "handoff-command-stats").staff().option(
        DAYS,
        "handoff-command-stats-days",
        OptionKind::Integer,
        false,
    )
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let asked = invocation.integer(DAYS).unwrap_or(DAYS_DEFAULT.into());
    let asked = u32::try_from(asked).ok().filter(|count| (1..=DAYS_MAX).contains(count));
    let Some(count) = asked else {
        let max = ("max", u64::from(DAYS_MAX).into());
        turn.answer_private(turn.say("handoff-stats-days", &[max]));
        return Ok(Outcome::Handled);
    };
    let days = Days::last(count, turn.now(), turn.community().zone());
    let facts = facts_since(turn, &days)?;
    let sums = sum(&days, facts.values());
    let standing = words::Standing { open: open_cases(turn)?, longest: longest_wait(turn)? };
    let to = turn.place_for_staff();
    send(turn, &sums, &standing, to)?;
    Ok(Outcome::Handled)
}

/// The facts of every case to which something happened since the days began.
fn facts_since(turn: &mut Turn<'_>, days: &Days) -> Result<BTreeMap<u64, CaseFacts>, Interrupt> {
    let mut all = BTreeMap::new();
    for day in day_of(days.begin())..=day_of(turn.now()) {
        let mut after = None;
        loop {
            let day = day.to_string();
            let page = turn.page_of::<CaseFacts>(CaseFacts::BY_DAY, &day, after.as_ref(), STEP_LEN)?;
            all.extend(page.records.into_iter().map(|facts| (facts.case.get(), facts)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
    }
    Ok(all)
}

/// How long the customer has waited who waits longest for somebody to come.
fn longest_wait(turn: &mut Turn<'_>) -> Result<Option<std::time::Duration>, Interrupt> {
    let page = turn.page_of::<Case>(Case::BY_STATE, State::Waiting.as_str(), None, STEP_LEN)?;
    let since = page.records.iter().filter_map(Case::waits_since).min();
    Ok(since.map(|since| turn.now().since(since)))
}

/// Sends words and picture together to where only staff read.
fn send(turn: &mut Turn<'_>, sums: &Sums, standing: &words::Standing, to: Place) -> Result<(), Interrupt> {
    let event = turn.event();
    let is_here = to == event.place;
    let text = words::of(turn, sums, standing);
    let picture = chart::draw(&sums.days);
    let number = turn.next_number(COUNTER)?;
    let day = sums.days.last().map(|day| day.date.to_string()).unwrap_or_default();
    let mut job = Picture { number, day, output: Output::new(to, turn.locale()) };
    let kept_as = job.kept_as();
    let mut writer = FileWriter::new(turn, &mut job.output, &kept_as, [&[], &[]]);
    writer.write(turn, &picture)?;
    writer.end(turn)?;
    file_job::send(turn, &mut job, SENT, text)?;
    if event.reply.is_some() || !is_here {
        let key = if is_here { "handoff-stats-here" } else { "handoff-stats-elsewhere" };
        turn.answer_private(turn.say(key, &[]));
    }
    Ok(())
}
