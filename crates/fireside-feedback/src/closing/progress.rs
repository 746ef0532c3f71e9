//! Progress: what staff see of an announcement and of what came back.

use fireside_core::turn::Interrupt;
use fireside_core::{Text, Turn};

use super::announcement::{Announcement, Stage};
use super::verdict::{self, Verdict};
use crate::feedback::FeedbackNumber;

/// How many words to what was shipped are shown.
const WORDS_MAX: usize = 5;

/// Lines for staff: how many were told of an item's last change, whether it
/// does what they hoped, and what they say to it. Blank where there is nothing
/// to say.
pub(crate) fn progress(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Text, Interrupt> {
    let mut lines = Text::default();
    if let Some(announcement) = turn.peek::<Announcement>(&number)? {
        let Announcement { stage, told, waiting, failed, .. } = announcement;
        let args = [("told", told.into()), ("waiting", waiting.into()), ("failed", failed.into())];
        let key = if stage == Stage::Done { "feedback-progress-done" } else { "feedback-progress-going" };
        lines = lines.line(turn.say_to_staff(key, &args));
    }
    let [up, down] = verdicts(turn, number)?;
    if up + down > 0 {
        let args = [("up", up.into()), ("down", down.into())];
        lines = lines.line(turn.say_to_staff("feedback-progress-verdicts", &args));
    }
    let worded = turn.page_of::<Verdict>(verdict::WORDED, &number.to_string(), None, WORDS_MAX)?;
    for Verdict { customer, is_up, words, .. } in worded.records {
        let said = format!("{} {}: ", if is_up { "👍" } else { "👎" }, customer.name);
        lines = lines.line(said).then(Text::quote(words.unwrap_or_default()));
    }
    Ok(lines)
}

/// How many say that an item does what they hoped, and how many that it doesn't.
pub(crate) fn verdicts(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<[u64; 2], Interrupt> {
    let mut counts = [0; 2];
    for (count, is_up) in counts.iter_mut().zip([true, false]) {
        *count = turn.tally(&verdict::tally(number, is_up))?.try_into().unwrap_or(0);
    }
    Ok(counts)
}
