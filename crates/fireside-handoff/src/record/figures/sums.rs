//! Sums: what facts come to, over some days.

use std::collections::BTreeMap;
use std::time::Duration;

use fireside_core::{Account, Timestamp};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::facts::CaseFacts;
use super::spread::Spread;
use crate::case::StaffMember;

/// Some days, one after another, on the calendars of a time zone.
#[derive(Debug, Clone)]
pub(super) struct Days {
    zone: TimeZone,
    first: Date,
    last: Date,
}

impl Days {
    /// The last so many days, today among them.
    pub(super) fn last(count: u32, now: Timestamp, zone: TimeZone) -> Self {
        let last = now.in_zone(zone.clone()).date();
        let back = jiff::Span::new().days(i64::from(count.saturating_sub(1)));
        Self { first: last.saturating_sub(back), last, zone }
    }

    /// When they begin.
    pub(super) fn begin(&self) -> Timestamp {
        let begin = self.first.to_zoned(self.zone.clone()).ok();
        begin.as_ref().map(Timestamp::from).unwrap_or_default()
    }

    /// The day that a moment is in, if it is one of them.
    fn of(&self, at: Timestamp) -> Option<Date> {
        let date = at.in_zone(self.zone.clone()).date();
        (self.first..=self.last).contains(&date).then_some(date)
    }

    fn each(&self) -> impl Iterator<Item = Date> {
        self.first.series(jiff::Span::new().days(1)).take_while(|date| *date <= self.last)
    }
}

/// What some days came to.
#[derive(Debug)]
pub(super) struct Sums {
    /// Each day, the first first.
    pub(super) days: Vec<Day>,
    /// How many cases were opened.
    pub(super) opened: u64,
    /// How often a case was closed.
    pub(super) closed: u64,
    /// How often a case was opened again.
    pub(super) reopened: u64,
    /// How long it took until somebody took a case on.
    pub(super) waiting: Option<Spread>,
    /// How long it took until staff first answered.
    pub(super) first_answer: Option<Spread>,
    /// How long it took until a case was closed.
    pub(super) resolution: Option<Spread>,
    /// What customers said in the end.
    pub(super) rating: Option<Rating>,
    /// What each member of staff did, who did most first.
    pub(super) staff: Vec<Member>,
}

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    /// Which.
    pub(super) date: Date,
    /// How many cases were opened.
    pub(super) opened: u64,
    /// How often a case was closed.
    pub(super) closed: u64,
    /// The median of the first answers that were given.
    pub(super) first_answer: Option<Duration>,
}

/// What customers said in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rating {
    /// Ten times the mean of their stars.
    pub(super) tenths: u64,
    /// How many said something.
    pub(super) count: u64,
}

/// What a member of staff did.
#[derive(Debug)]
pub(super) struct Member {
    /// Their name, as they were last called.
    pub(super) name: String,
    /// How many cases of theirs were closed.
    pub(super) closed: u64,
    /// How many customers had their first answer from them.
    pub(super) answered: u64,
    /// How long it took until they took a case on.
    pub(super) waiting: Option<Spread>,
    /// How long those waited for it.
    pub(super) first_answer: Option<Spread>,
    /// How long it took until a case of theirs was closed.
    pub(super) resolution: Option<Spread>,
    /// What their customers said in the end.
    pub(super) rating: Option<Rating>,
}

impl Rating {
    fn of(stars: &[u8]) -> Option<Self> {
        let count = stars.len() as u64;
        let sum: u64 = stars.iter().copied().map(u64::from).sum();
        Some(Self { tenths: (sum * 10 + count / 2).checked_div(count)?, count })
    }
}

/// What is gathered while facts are gone through.
#[derive(Debug, Default)]
struct Gathered {
    opened: BTreeMap<Date, u64>,
    closed: BTreeMap<Date, u64>,
    reopened: u64,
    waiting: Vec<Duration>,
    first_answers: BTreeMap<Date, Vec<Duration>>,
    resolution: Vec<Duration>,
    stars: Vec<u8>,
    staff: BTreeMap<Account, OfMember>,
}

#[derive(Debug, Default)]
struct OfMember {
    name: String,
    closed: u64,
    waiting: Vec<Duration>,
    first_answers: Vec<Duration>,
    resolution: Vec<Duration>,
    stars: Vec<u8>,
}

impl Gathered {
    fn add(&mut self, days: &Days, facts: &CaseFacts) {
        let after = |at: Timestamp| at.since(facts.opened);
        if let Some(date) = days.of(facts.opened) {
            *self.opened.entry(date).or_default() += 1;
        }
        if let Some(at) = facts.claimed.filter(|at| days.of(*at).is_some()) {
            self.waiting.push(after(at));
            if let Some(by) = &facts.claimed_by {
                self.member(by).waiting.push(after(at));
            }
        }
        if let Some((at, by)) = &facts.answered
            && let Some(date) = days.of(*at)
        {
            self.first_answers.entry(date).or_default().push(after(*at));
            self.member(by).first_answers.push(after(*at));
        }
        self.reopened += facts.reopened.iter().filter(|at| days.of(**at).is_some()).count() as u64;
        let ends: Vec<_> = facts.closed.iter().filter_map(|at| days.of(*at)).collect();
        for date in &ends {
            *self.closed.entry(*date).or_default() += 1;
        }
        let Some(last) = facts.closed.last().filter(|at| days.of(**at).is_some()) else { return };
        self.resolution.push(after(*last));
        self.stars.extend(facts.stars);
        if let Some(owner) = &facts.owner {
            let member = self.member(owner);
            member.closed += ends.len() as u64;
            member.resolution.push(after(*last));
            member.stars.extend(facts.stars);
        }
    }

    fn member(&mut self, member: &StaffMember) -> &mut OfMember {
        let of_member = self.staff.entry(member.account.clone()).or_default();
        of_member.name.clone_from(&member.name);
        of_member
    }
}

/// What the facts of cases come to over some days.
pub(super) fn sum<'f>(days: &Days, facts: impl IntoIterator<Item = &'f CaseFacts>) -> Sums {
    let mut gathered = Gathered::default();
    for facts in facts {
        gathered.add(days, facts);
    }
    let count = |counts: &BTreeMap<Date, u64>, date| counts.get(&date).copied().unwrap_or(0);
    let median = |date| gathered.first_answers.get(&date).cloned().and_then(Spread::of);
    let day = |date| Day {
        date,
        opened: count(&gathered.opened, date),
        closed: count(&gathered.closed, date),
        first_answer: median(date).map(|spread| spread.median),
    };
    let first_answers = gathered.first_answers.values().flatten().copied();
    Sums {
        days: days.each().map(day).collect(),
        opened: gathered.opened.values().sum(),
        closed: gathered.closed.values().sum(),
        reopened: gathered.reopened,
        first_answer: Spread::of(first_answers.collect()),
        waiting: Spread::of(gathered.waiting),
        resolution: Spread::of(gathered.resolution),
        rating: Rating::of(&gathered.stars),
        staff: staff(gathered.staff.into_values()),
    }
}

fn staff(members: impl Iterator<Item = OfMember>) -> Vec<Member> {
    let member = |of_member: OfMember| Member {
        closed: of_member.closed,
        answered: of_member.first_answers.len() as u64,
        rating: Rating::of(&of_member.stars),
        waiting: Spread::of(of_member.waiting),
        first_answer: Spread::of(of_member.first_answers),
        resolution: Spread::of(of_member.resolution),
        name: of_member.name,
    };
    let mut staff: Vec<_> = members.map(member).collect();
    staff.sort_by(|a, b| (b.closed, b.answered, &a.name).cmp(&(a.closed, a.answered, &b.name)));
    staff
}
