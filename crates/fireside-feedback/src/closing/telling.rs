//! Telling: an announcement goes from place to place and from person to person,
//! a few messages at a time.
//!
//! Each step is one commit that says who was told and how far it is, together
//! with what is said: whoever was told is not told again, whatever happens in
//! between. The next step is made when the messages of the last have ended.

use std::time::Duration;

use fireside_core::event::{ReceiptEvent, TimerEvent};
use fireside_core::turn::effects::Manner;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{
    Decision, DeliveryOutcome, Obstacle, Outcome, Outgoing, Place, Timestamp, Turn, Voice as Behalf,
};

use super::announcement::{Announcement, LABEL, Stage, soon};
use super::askers;
use super::calendar::Calendar;
use super::follow::Follow;
use super::mute::Mute;
use super::told::{self, Hearer, Told};
use super::words::{self, Why};
use crate::feedback::{Customer, Feedback, FeedbackNumber};
use crate::ledger;
use crate::settings::Settings;
use crate::voice::{GIVEN, Voice, VoicePlace};

/// How many places are told in one step.
const PLACES_PER_STEP: usize = 5;
/// How many people are told in one step.
const PEOPLE_PER_STEP: usize = 25;
/// How long a step waits for the messages of the last, while a platform holds
/// some of them back.
const PATIENCE: Duration = Duration::from_mins(5);

/// What a step goes by.
struct Step {
    announcement: Announcement,
    /// The item, or what it was merged into.
    item: Feedback,
    /// Which announcements this is: its own, and the one that says the same of
    /// what the item was merged into.
    said: Vec<(FeedbackNumber, u64)>,
    settings: Settings,
    day: String,
}

/// An announcement goes on.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let number = FeedbackNumber::parse(&timer.tag.subject);
    let announcement = number.map(|number| turn.get::<Announcement>(&number)).transpose()?.flatten();
    let Some(mut announcement) = announcement.filter(|it| it.stage != Stage::Done) else {
        return Ok(Outcome::Handled);
    };
    let item = ledger::live(turn, announcement.feedback)?.filter(|item| item.status == announcement.to);
    let Some(item) = item else {
        // It was taken back, or is part of one that is not so far: there is no
        // such news any more.
        turn.withdraw(Announcement::subject(announcement.feedback), None);
        announcement.stage = Stage::Done;
        turn.put(&announcement.feedback, &announcement)?;
        return Ok(Outcome::Handled);
    };
    let settings = turn.settings::<Settings>()?;
    let calendar = Calendar::of(turn.community(), &settings);
    if let Some(end) = calendar.quiet_until(turn.now()) {
        announcement.keep(turn, end)?;
        return Ok(Outcome::Handled);
    }
    let (day, said) = (calendar.day(turn.now()), said(turn, &announcement, &item)?);
    let mut step = Step { announcement, item, said, settings, day };
    let due = match step.announcement.stage {
        Stage::Places => step.tell_places(turn)?,
        Stage::Private => step.tell_askers(turn)?,
        Stage::Followers => step.tell_followers(turn)?,
        Stage::Reached | Stage::Done => return conclude(turn, step.announcement, &calendar),
    };
    step.announcement.keep(turn, due)?;
    Ok(Outcome::Handled)
}

/// The announcements that say the same: this one, and the one of what its item
/// was merged into.
fn said(
    turn: &mut Turn<'_>,
    announcement: &Announcement,
    item: &Feedback,
) -> Result<Vec<(FeedbackNumber, u64)>, Interrupt> {
    let mut said = vec![(announcement.feedback, announcement.sequence)];
    if item.number != announcement.feedback {
        let same = turn.get::<Announcement>(&item.number)?.filter(|same| same.to == announcement.to);
        said.extend(same.map(|same| (same.feedback, same.sequence)));
    }
    Ok(said)
}

/// All were reached. Who has heard enough today, or talks with a human, hears it
/// tomorrow.
fn conclude(turn: &mut Turn<'_>, mut announcement: Announcement, calendar: &Calendar) -> Decision {
    if announcement.waiting > 0 {
        announcement.stage = Stage::Places;
        announcement.keep(turn, calendar.next_morning(turn.now()))?;
    } else {
        announcement.stage = Stage::Done;
        turn.put(&announcement.feedback, &announcement)?;
    }
    Ok(Outcome::Handled)
}

impl Step {
    fn tell_places(&mut self, turn: &mut Turn<'_>) -> Result<Timestamp, Interrupt> {
        if self.announcement.cursor.is_none() {
            self.announcement.waiting = 0;
        }
        let (number, cursor) = (self.announcement.feedback, self.announcement.cursor.clone());
        let page = turn.page::<VoicePlace>(&number, cursor.as_ref(), PLACES_PER_STEP)?;
        for VoicePlace { place } in page.records {
            let hearer = Hearer::place(&place);
            if self.has_heard(turn, &hearer)? {
                continue;
            }
            let askers = askers::in_place(turn, number, &place, &self.settings)?;
            if askers.count() == 0 || !self.may_hear(turn, &hearer, self.settings.announcements_per_day)? {
                continue;
            }
            let content = words::in_place(turn, &self.announcement, &self.item, &place, &askers)?;
            self.say(turn, &hearer, place, content)?;
        }
        Ok(self.go_on(turn, page.next))
    }

    fn tell_askers(&mut self, turn: &mut Turn<'_>) -> Result<Timestamp, Interrupt> {
        let (number, cursor) = (self.announcement.feedback, self.announcement.cursor.clone());
        let private = format!("{number} private");
        let page = turn.page_of::<Voice>(GIVEN, &private, cursor.as_ref(), PEOPLE_PER_STEP)?;
        for voice in &page.records {
            self.tell_person(turn, &voice.customer, Why::Asked)?;
        }
        Ok(self.go_on(turn, page.next))
    }

    fn tell_followers(&mut self, turn: &mut Turn<'_>) -> Result<Timestamp, Interrupt> {
        let (number, cursor) = (self.announcement.feedback, self.announcement.cursor.clone());
        let page = turn.page::<Follow>(&number, cursor.as_ref(), PEOPLE_PER_STEP)?;
        for follow in &page.records {
            self.tell_person(turn, &follow.customer, Why::Follows)?;
        }
        Ok(self.go_on(turn, page.next))
    }

    fn tell_person(&mut self, turn: &mut Turn<'_>, customer: &Customer, why: Why) -> Result<(), Interrupt> {
        let hearer = Hearer::person(&customer.person);
        if turn.peek::<Mute>(&customer.person)?.is_some() || self.has_heard(turn, &hearer)? {
            return Ok(());
        }
        if turn.is_hushed(&customer.person)? {
            self.announcement.waiting += 1;
            return Ok(());
        }
        if !self.may_hear(turn, &hearer, self.settings.private_messages_per_day)? {
            return Ok(());
        }
        let content = words::in_private(turn, &self.announcement, &self.item, customer, why)?;
        self.say(turn, &hearer, customer.account.private_place(), content)
    }

    /// Whether somebody was told this already, or can't be reached.
    fn has_heard(&self, turn: &mut Turn<'_>, hearer: &Hearer) -> Result<bool, Interrupt> {
        for (number, sequence) in &self.said {
            if let Some(told) = turn.get::<Told>(&(*number, hearer))?
                && (told.sequence == *sequence || told.is_unreachable)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether somebody may be told one more thing today; who may not waits for
    /// tomorrow.
    fn may_hear(&mut self, turn: &mut Turn<'_>, hearer: &Hearer, told_max: u32) -> Result<bool, Interrupt> {
        let may = told::may_hear(turn, hearer, &self.day, told_max)?;
        if !may && told_max > 0 {
            self.announcement.waiting += 1;
        }
        Ok(may)
    }

    fn say(
        &mut self,
        turn: &mut Turn<'_>,
        hearer: &Hearer,
        to: Place,
        content: Outgoing,
    ) -> Result<(), Interrupt> {
        let Announcement { feedback, sequence, .. } = self.announcement;
        let manner = Manner::of(Behalf::Bot)
            .tagged(LABEL, format!("{feedback} {sequence} {hearer}"))
            .about(Announcement::subject(feedback))
            .lane(feedback.lane());
        let manner = hearer.hushed_by().into_iter().fold(manner, Manner::about);
        turn.send(to, content, manner);
        self.announcement.under_way += 1;
        for (number, sequence) in &self.said {
            turn.put(&(*number, hearer), &Told { sequence: *sequence, is_unreachable: false })?;
        }
        Ok(())
    }

    /// Goes on behind `cursor`, or with who comes next; says when.
    fn go_on(&mut self, turn: &Turn<'_>, cursor: Option<Cursor>) -> Timestamp {
        self.announcement.go_on(cursor);
        if self.announcement.under_way > 0 { turn.now() + PATIENCE } else { soon(turn) }
    }
}

/// A message of an announcement has ended.
pub(super) fn on_receipt(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let mut parts = receipt.tag.subject.splitn(3, ' ');
    let number = parts.next().and_then(FeedbackNumber::parse);
    let sequence = parts.next().and_then(|sequence| sequence.parse::<u64>().ok());
    let (Some(number), Some(sequence), Some(hearer)) = (number, sequence, parts.next().map(Hearer::parse))
    else {
        return Ok(Outcome::Pass);
    };
    if let DeliveryOutcome::Undeliverable { obstacle: Obstacle::Unreachable | Obstacle::Gone, .. } =
        receipt.outcome
        && hearer.is_person()
    {
        turn.put(&(number, &hearer), &Told { sequence, is_unreachable: true })?;
    }
    let known = turn.get::<Announcement>(&number)?.filter(|known| known.sequence == sequence);
    let Some(mut announcement) = known else { return Ok(Outcome::Handled) };
    announcement.under_way = announcement.under_way.saturating_sub(1);
    match receipt.outcome {
        DeliveryOutcome::Delivered(_) => announcement.told += 1,
        DeliveryOutcome::Undeliverable { .. } => announcement.failed += 1,
        DeliveryOutcome::Withdrawn if hearer.is_person() => untell(turn, &mut announcement, &hearer)?,
        DeliveryOutcome::Withdrawn => {}
    }
    if announcement.under_way == 0 && announcement.stage != Stage::Done {
        announcement.keep(turn, soon(turn))?;
    } else {
        turn.put(&number, &announcement)?;
    }
    Ok(Outcome::Handled)
}

/// What was to be said to somebody was taken back: a human talks with them, and
/// they hear it afterwards.
fn untell(turn: &mut Turn<'_>, announcement: &mut Announcement, hearer: &Hearer) -> Result<(), Interrupt> {
    if let Some(item) = ledger::live(turn, announcement.feedback)? {
        for (number, _) in said(turn, announcement, &item)? {
            turn.delete::<Told>(&(number, hearer))?;
        }
    }
    announcement.comes_back();
    Ok(())
}
