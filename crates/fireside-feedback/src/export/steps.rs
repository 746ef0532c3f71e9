//! The steps of an export: some items, then the next in a turn of its own; at
//! the end the files are sent, and forgotten once they have arrived.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::file_job::{self, FileJob, FileWriter};
use fireside_core::ports::{Order, Query};
use fireside_core::timer::Overdue;
use fireside_core::turn::effects::Manner;
use fireside_core::turn::{Interrupt, Page};
use fireside_core::{Decision, Effect, MessageRef, Outcome, Outgoing, Text, Turn, Voice};

use super::job::Export;
use super::row;
use crate::feedback::{Feedback, rank};

/// The timer of the next step, about an export.
pub(super) const TIMER: &str = "export";
/// What the delivery of a file is called, about an export and its file: `7/0`.
pub(super) const SENT: &str = "export";
/// What the message that says how far an export is is called: it is remembered
/// where that went, to be changed.
const PROGRESS: &str = "export_progress";
/// How many items one step reads.
const STEP_LEN: usize = 250;

/// It is time for the next step.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    if let Ok(number) = timer.tag.subject.parse::<u64>()
        && let Some(export) = turn.get::<Export>(&number)?
    {
        go_on(turn, export)?;
    }
    Ok(Outcome::Handled)
}

fn go_on(turn: &mut Turn<'_>, mut export: Export) -> Result<(), Interrupt> {
    let Page { records, next } = turn.page_all::<Feedback>(export.cursor.as_ref(), STEP_LEN)?;
    let last = records.last().map_or(0, |item| item.number.get());
    let (head, kept_as) = (row::head(export.format), export.kept_as());
    let mut writer = FileWriter::new(turn, &mut export.output, &kept_as, [&head, &[]]);
    for item in records.iter().filter(|item| export.wanted.fits(item)) {
        writer.write(turn, &row::written(export.format, item))?;
        export.rows += 1;
    }
    writer.put_down(turn)?;
    export.cursor = next;
    if export.cursor.is_some() {
        show_progress(turn, &mut export, last)?;
        turn.set_timer(TIMER, export.number, turn.now() + Duration::from_millis(1), Overdue::Fire)?;
        return turn.put(&export.number, &export);
    }
    send(turn, export)
}

/// Says how far a long export is, each time another tenth of it is done.
fn show_progress(turn: &mut Turn<'_>, export: &mut Export, last: u64) -> Result<(), Interrupt> {
    let newest = turn.search::<Feedback>(&Query::new(Order::Rank(rank::RAISED), 1))?.records;
    let newest = newest.first().map_or(last, |(item, _)| item.number.get()).max(1);
    let tenth = (last * 10 / newest).min(9);
    let percent = ("percent", (tenth * 10).into());
    let content = Outgoing::of(turn.say_in(&export.output.locale, "feedback-export-progress", &[percent]));
    match &mut export.progress {
        Some((_, shown)) if *shown >= tenth => {}
        Some((delivery, shown)) => {
            *shown = tenth;
            let message =
                MessageRef::Sent { delivery: delivery.clone(), to: export.output.to.clone().into() };
            turn.effect(Effect::Edit { message, content }, Manner::of(Voice::System));
        }
        None => {
            let manner = Manner::of(Voice::System).tagged(PROGRESS, export.number);
            let delivery = turn.send(export.output.to.clone(), content, manner);
            export.progress = Some((delivery, tenth));
        }
    }
    Ok(())
}

/// Everything is written: the files are sent.
fn send(turn: &mut Turn<'_>, mut export: Export) -> Result<(), Interrupt> {
    let Export { rows, output, .. } = &export;
    let args = [("count", (*rows).into()), ("files", (output.files.len() as u64).into())];
    let key = if *rows == 0 { "feedback-export-empty" } else { "feedback-export-done" };
    let mut text = Text::plain(turn.say_in(&output.locale, key, &args));
    let to = output.to.clone();
    if let Some((delivery, _)) = export.progress.take() {
        let message = MessageRef::Sent { delivery, to: to.into() };
        let content = Outgoing::of(std::mem::take(&mut text));
        turn.effect(Effect::Edit { message, content }, Manner::of(Voice::System));
    } else if export.rows == 0 {
        turn.send(to, std::mem::take(&mut text), Manner::of(Voice::System));
    }
    file_job::send(turn, &mut export, SENT, text)
}
