//! The steps of a transcript: some lines, then the next in a turn of its own; at
//! the end the file is sent, and forgotten once it has arrived.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::file_job::{self, FileJob, FileWriter};
use fireside_core::timer::Overdue;
use fireside_core::turn::{Interrupt, Page};
use fireside_core::{Decision, Outcome, Text, Turn};

use super::job::{Format, Reader, Transcript};
use super::{lines, page, shown};
use crate::case::{Case, Line, Speaker};

/// The timer of the next step, about a transcript.
pub(super) const TIMER: &str = "transcript";
/// What the delivery of a file is called, about a transcript and its file: `7/0`.
pub(super) const SENT: &str = "transcript";
/// How many lines one step reads.
const STEP_LEN: usize = 250;

/// It is time for the next step.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    if let Ok(number) = timer.tag.subject.parse::<u64>()
        && let Some(mut transcript) = turn.get::<Transcript>(&number)?
        && let Some(case) = turn.peek::<Case>(&transcript.case)?
    {
        if case.is_forgotten() {
            file_job::drop_job(turn, &mut transcript)?;
        } else {
            go_on(turn, transcript, &case)?;
        }
    }
    Ok(Outcome::Handled)
}

/// Takes the next step. Gives whether it was the last.
pub(super) fn go_on(turn: &mut Turn<'_>, mut transcript: Transcript, case: &Case) -> Result<bool, Interrupt> {
    let Page { records, next } = turn.page::<Line>(&case.number, transcript.cursor.as_ref(), STEP_LEN)?;
    let is_first = transcript.cursor.is_none();
    transcript.cursor = next;
    let (kept_as, shown) = (transcript.kept_as(), shown::Shown::of(turn, &transcript, case));
    let head = match transcript.format {
        Format::Html => page::head(turn, &shown),
        Format::Jsonl => lines::head(&shown),
    };
    let tail = if transcript.format == Format::Html { page::tail(turn, &shown) } else { String::new() };
    let mut output = transcript.output.clone();
    let frame = [head.as_bytes(), tail.as_bytes()];
    let mut writer = FileWriter::new(turn, &mut output, &kept_as, frame);
    if is_first {
        // Where nothing was said there is a head all the same.
        writer.write(turn, &[])?;
    }
    for line in records.iter().filter(|line| is_for(line, transcript.reader)) {
        let written = match transcript.format {
            Format::Html => page::line(turn, &shown, &mut transcript.day, line),
            Format::Jsonl => lines::line(&shown, line),
        };
        writer.write(turn, written.as_bytes())?;
    }
    let is_done = transcript.cursor.is_none();
    if is_done {
        writer.end(turn)?;
    } else {
        writer.put_down(turn)?;
    }
    transcript.output = output;
    if is_done {
        let number = ("number", case.number.get().into());
        let text = turn.say_in(&transcript.output.locale, "handoff-transcript-done", &[number]);
        file_job::send(turn, &mut transcript, SENT, Text::plain(text))?;
    } else {
        let due = turn.now() + Duration::from_millis(1);
        turn.set_timer_in(case.number.lane(), TIMER, transcript.number, due, Overdue::Fire)?;
        turn.put(&transcript.number, &transcript)?;
    }
    Ok(is_done)
}

/// Notes are among staff, and so is why something happened. What never reached
/// the customer was not said to them.
fn is_for(line: &Line, reader: Reader) -> bool {
    match reader {
        Reader::Staff => true,
        Reader::Customer => matches!(line.speaker, Speaker::Customer | Speaker::Staff) && !line.undelivered,
    }
}
