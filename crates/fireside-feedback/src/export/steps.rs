//! The steps of an export: some items, then the next in a turn of its own; at
//! the end the files are sent, and forgotten once they have arrived.

use std::time::Duration;

use fireside_core::event::{ReceiptEvent, TimerEvent};
use fireside_core::ports::{Order, Query};
use fireside_core::stored_file::PART_BYTES_MAX;
use fireside_core::timer::Overdue;
use fireside_core::turn::effects::Manner;
use fireside_core::turn::{Interrupt, Page};
use fireside_core::{
    Attachment, CarriedFile, Decision, DeliveryOutcome, Effect, FileKind, MessageRef, Outcome, Outgoing,
    Text, Turn, Voice,
};

use super::job::{Export, ExportFile};
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
    let wanted = export.wanted.clone();
    let mut pen = Pen::new(turn, &mut export);
    for item in records.iter().filter(|item| wanted.fits(item)) {
        pen.write(turn, item)?;
    }
    pen.put_down(turn)?;
    export.cursor = next;
    if export.cursor.is_some() {
        show_progress(turn, &mut export, last)?;
        turn.set_timer(TIMER, export.number, turn.now() + Duration::from_millis(1), Overdue::Fire)?;
        return turn.put(&export.number, &export);
    }
    send(turn, &mut export);
    if export.unsent > 0 { turn.put(&export.number, &export) } else { turn.delete::<Export>(&export.number) }
}

/// Writes items into the files of an export.
struct Pen<'e> {
    export: &'e mut Export,
    /// What is written and not kept yet.
    buffer: Vec<u8>,
    /// The longest file that can be sent where it is for, in bytes.
    file_bytes_max: u64,
}

impl<'e> Pen<'e> {
    fn new(turn: &Turn<'_>, export: &'e mut Export) -> Self {
        let file_bytes_max = turn.capabilities(&export.to.platform).upload_bytes_max;
        Self { export, buffer: Vec::new(), file_bytes_max }
    }

    fn write(&mut self, turn: &mut Turn<'_>, item: &Feedback) -> Result<(), Interrupt> {
        let line = row::written(self.export.format, item);
        let written = self.file().bytes + (self.buffer.len() + line.len()) as u64;
        if written > self.file_bytes_max && self.file().bytes > 0 {
            self.put_down(turn)?;
            self.export.files.push(ExportFile::default());
        }
        if self.file().bytes == 0 && self.buffer.is_empty() {
            self.buffer = row::head(self.export.format);
        }
        if self.buffer.len() + line.len() > PART_BYTES_MAX {
            self.put_down(turn)?;
        }
        self.buffer.extend(line);
        self.export.rows += 1;
        Ok(())
    }

    /// Keeps what is written.
    fn put_down(&mut self, turn: &mut Turn<'_>) -> Result<(), Interrupt> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let kept_as = self.export.kept_as(self.export.files.len() - 1);
        let bytes = std::mem::take(&mut self.buffer);
        turn.keep_file_part(&kept_as, self.file().parts, &bytes)?;
        let file = self.file();
        file.parts += 1;
        file.bytes += bytes.len() as u64;
        Ok(())
    }

    fn file(&mut self) -> &mut ExportFile {
        if self.export.files.is_empty() {
            self.export.files.push(ExportFile::default());
        }
        let last = self.export.files.len() - 1;
        &mut self.export.files[last]
    }
}

/// Says how far a long export is, each time another tenth of it is done.
fn show_progress(turn: &mut Turn<'_>, export: &mut Export, last: u64) -> Result<(), Interrupt> {
    let newest = turn.search::<Feedback>(&Query::new(Order::Rank(rank::RAISED), 1))?.records;
    let newest = newest.first().map_or(last, |(item, _)| item.number.get()).max(1);
    let tenth = (last * 10 / newest).min(9);
    let percent = ("percent", (tenth * 10).into());
    let content = Outgoing::of(turn.say_in(&export.locale, "feedback-export-progress", &[percent]));
    match &mut export.progress {
        Some((_, shown)) if *shown >= tenth => {}
        Some((delivery, shown)) => {
            *shown = tenth;
            let message = MessageRef::Sent { delivery: delivery.clone(), to: export.to.clone().into() };
            turn.effect(Effect::Edit { message, content }, Manner::of(Voice::System));
        }
        None => {
            let manner = Manner::of(Voice::System).tagged(PROGRESS, export.number);
            let delivery = turn.send(export.to.clone(), content, manner);
            export.progress = Some((delivery, tenth));
        }
    }
    Ok(())
}

/// Everything is written: the files are sent.
fn send(turn: &mut Turn<'_>, export: &mut Export) {
    let args = [("count", export.rows.into()), ("files", (export.files.len() as u64).into())];
    let key = if export.rows == 0 { "feedback-export-empty" } else { "feedback-export-done" };
    let done = turn.say_in(&export.locale, key, &args);
    let mut text = Text::plain(done);
    if let Some((delivery, _)) = export.progress.take() {
        let message = MessageRef::Sent { delivery, to: export.to.clone().into() };
        let content = Outgoing::of(std::mem::take(&mut text));
        turn.effect(Effect::Edit { message, content }, Manner::of(Voice::System));
    }
    let files: Vec<_> = export.files.iter().copied().enumerate().filter(|(_, file)| file.parts > 0).collect();
    if files.is_empty() && !text.is_blank() {
        turn.send(export.to.clone(), std::mem::take(&mut text), Manner::of(Voice::System));
    }
    for (index, file) in files {
        let name = export.file_name(index);
        let instead = turn.say_in(&export.locale, "feedback-export-unsent", &[("name", (&name).into())]);
        let carried = CarriedFile {
            attachment: Attachment {
                name: Some(name),
                mime: Some(export.format.mime().to_owned()),
                size_bytes: Some(file.bytes),
                file: turn.stored_file(&export.kept_as(index), file.bytes),
                ..Attachment::new(FileKind::Document, "", "")
            },
            instead: Text::plain(instead),
        };
        let manner = Manner::of(Voice::System).tagged(SENT, format!("{}/{index}", export.number));
        turn.send(export.to.clone(), Outgoing::of(std::mem::take(&mut text)).files(vec![carried]), manner);
        export.unsent += 1;
    }
}

/// A file has come to the end of its way: nobody needs its parts any more.
pub(super) fn on_sent(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some((number, index)) = receipt.tag.subject.split_once('/') else { return Ok(Outcome::Pass) };
    let (Ok(number), Ok(index)) = (number.parse::<u64>(), index.parse::<usize>()) else {
        return Ok(Outcome::Pass);
    };
    let Some(mut export) = turn.get::<Export>(&number)? else { return Ok(Outcome::Handled) };
    let Some(file) = export.files.get(index).copied() else { return Ok(Outcome::Handled) };
    turn.forget_file(&export.kept_as(index), file.parts);
    if let DeliveryOutcome::Undeliverable { why, .. } = &receipt.outcome {
        let words = turn.say_in(&export.locale, "feedback-export-failed", &[("why", why.into())]);
        turn.send(export.to.clone(), words, Manner::of(Voice::System));
    }
    export.unsent = export.unsent.saturating_sub(1);
    if export.unsent > 0 {
        turn.put(&number, &export)?;
    } else {
        turn.delete::<Export>(&number)?;
    }
    Ok(Outcome::Handled)
}
