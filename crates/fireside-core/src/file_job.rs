//! Jobs that make files: written part by part, over as many turns as it takes,
//! sent at the end, and forgotten once they have arrived.

use serde::{Deserialize, Serialize};

use crate::delivery::DeliveryOutcome;
use crate::event::ReceiptEvent;
use crate::feature::{Decision, Outcome};
use crate::file::{Attachment, FileKind};
use crate::outgoing::{CarriedFile, Outgoing, Voice};
use crate::place::{Audience, Place};
use crate::record::Record;
use crate::stored_file::PART_BYTES_MAX;
use crate::text::Text;
use crate::turn::effects::Manner;
use crate::turn::{Interrupt, Turn};

/// A job that makes files, kept under its number as long as one of them is on
/// its way.
pub trait FileJob: Record {
    /// Its number, unique among jobs of its kind in its community.
    fn number(&self) -> u64;
    /// What its files are kept as: no other job's are.
    fn kept_as(&self) -> String;
    /// What the file at `index` is to those who get it.
    fn file_name(&self, index: usize) -> FileName;
    /// Its files.
    fn output(&mut self) -> &mut Output;
    /// What its files are about, as long as they can be withdrawn.
    fn subject(&self) -> String {
        self.kept_as()
    }
}

/// The files of a job, as it keeps them in its own record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// Where they are sent.
    pub to: Place,
    /// The language of whoever asked (a BCP 47 tag).
    pub locale: String,
    /// The files, the last one still being written.
    pub files: Vec<WrittenFile>,
    /// How many of the files have not come to the end of their way.
    pub unsent: u64,
}

impl Output {
    /// Files of which nothing is written yet.
    pub fn new(to: Place, locale: impl Into<String>) -> Self {
        Self { to, locale: locale.into(), files: vec![WrittenFile::default()], unsent: 0 }
    }
}

/// A file that is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WrittenFile {
    /// Of how many parts it is kept.
    pub parts: u64,
    /// How long it is, in bytes.
    pub bytes: u64,
}

/// What a file is to those who get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub mime: String,
}

/// Everything is written: the files are sent, the first with `text`. What is
/// kept of each stays until its receipt, which comes back under `label`.
///
/// # Errors
/// When the job can't be kept.
pub fn send<J: FileJob>(
    turn: &mut Turn<'_>,
    job: &mut J,
    label: &str,
    mut text: Text,
) -> Result<(), Interrupt> {
    let (number, kept_as) = (job.number(), job.kept_as());
    let Output { to, locale, files, .. } = job.output().clone();
    for (index, file) in files.iter().enumerate().filter(|(_, file)| file.parts > 0) {
        let FileName { name, mime } = job.file_name(index);
        let instead = turn.say_in(&locale, "file-unsent", &[("name", (&name).into())]);
        let attachment = Attachment {
            name: Some(name),
            mime: Some(mime),
            size_bytes: Some(file.bytes),
            file: turn.stored_file(&file_key(&kept_as, index), file.bytes),
            ..Attachment::new(FileKind::Document, "", "")
        };
        let carried = CarriedFile { attachment, instead: Text::plain(instead) };
        let content = Outgoing::of(std::mem::take(&mut text)).files(vec![carried]);
        let manner =
            Manner::of(Voice::System).about(job.subject()).tagged(label, format!("{number}/{index}"));
        turn.send(to.clone(), content, manner);
        job.output().unsent += 1;
    }
    keep(turn, job)
}

/// Nobody is to have the job's files any more: nothing is kept of it.
///
/// # Errors
/// When it can't be deleted.
pub fn drop_job<J: FileJob>(turn: &mut Turn<'_>, job: &mut J) -> Result<(), Interrupt> {
    let (number, kept_as) = (job.number(), job.kept_as());
    for (index, file) in job.output().files.iter().enumerate() {
        turn.forget_file(&file_key(&kept_as, index), file.parts);
    }
    turn.delete::<J>(&number)
}

/// A file of a job `J` has come to the end of its way: nobody needs what is kept
/// of it any more, and nothing of the job once all of them have.
///
/// # Errors
/// When a read has to be loaded.
pub fn on_sent<J: FileJob>(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let meant = receipt.tag.subject.split_once('/');
    let meant =
        meant.and_then(|(number, index)| Some((number.parse::<u64>().ok()?, index.parse::<usize>().ok()?)));
    let Some((number, index)) = meant else { return Ok(Outcome::Pass) };
    let Some(mut job) = turn.get::<J>(&number)? else { return Ok(Outcome::Handled) };
    let kept_as = job.kept_as();
    let output = job.output();
    let Some(file) = output.files.get(index) else { return Ok(Outcome::Handled) };
    turn.forget_file(&file_key(&kept_as, index), file.parts);
    if let DeliveryOutcome::Undeliverable { why, .. } = &receipt.outcome {
        let words = turn.say_in(&output.locale, "file-failed", &[("why", why.into())]);
        turn.send(output.to.clone(), words, Manner::of(Voice::System));
    }
    output.unsent = output.unsent.saturating_sub(1);
    keep(turn, &mut job)?;
    Ok(Outcome::Handled)
}

/// Keeps the job until the last of its files has come to the end of its way.
fn keep<J: FileJob>(turn: &mut Turn<'_>, job: &mut J) -> Result<(), Interrupt> {
    let number = job.number();
    if job.output().unsent > 0 { turn.put(&number, job) } else { turn.delete::<J>(&number) }
}

/// Writes on at a job's files, in one turn. A file that would be longer
/// than can be sent goes on in another, which begins and ends as the first.
#[derive(Debug)]
pub struct FileWriter<'j> {
    files: &'j mut Vec<WrittenFile>,
    kept_as: &'j str,
    head: &'j [u8],
    tail: &'j [u8],
    /// What is written and not kept yet.
    buffer: Vec<u8>,
    /// The longest file that can be sent where it is for, in bytes.
    file_bytes_max: u64,
}

impl<'j> FileWriter<'j> {
    /// A writer of files that begin with `head` and end with `tail`.
    pub fn new(
        turn: &Turn<'_>,
        output: &'j mut Output,
        kept_as: &'j str,
        [head, tail]: [&'j [u8]; 2],
    ) -> Self {
        let file_bytes_max = turn.capabilities(&output.to.platform).upload_bytes_max;
        let files = &mut output.files;
        if files.is_empty() {
            files.push(WrittenFile::default());
        }
        Self { files, kept_as, head, tail, buffer: Vec::new(), file_bytes_max }
    }

    /// Writes a piece that is never cut in two by the end of a file.
    ///
    /// # Errors
    /// When it can't be kept.
    pub fn write(&mut self, turn: &mut Turn<'_>, piece: &[u8]) -> Result<(), Interrupt> {
        let whole = self.bytes() + (piece.len() + self.tail.len()) as u64;
        if whole > self.file_bytes_max && !self.is_fresh() {
            self.end(turn)?;
            self.files.push(WrittenFile::default());
        }
        if self.is_fresh() {
            self.append(turn, self.head)?;
        }
        self.append(turn, piece)
    }

    /// Everything is written: the last file ends.
    ///
    /// # Errors
    /// When it can't be kept.
    pub fn end(&mut self, turn: &mut Turn<'_>) -> Result<(), Interrupt> {
        if self.is_fresh() {
            return Ok(());
        }
        self.append(turn, self.tail)?;
        self.put_down(turn)
    }

    /// Keeps what is written, for another turn to go on.
    ///
    /// # Errors
    /// When it can't be kept.
    pub fn put_down(&mut self, turn: &mut Turn<'_>) -> Result<(), Interrupt> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let key = file_key(self.kept_as, self.files.len() - 1);
        let part = std::mem::take(&mut self.buffer);
        let Some(file) = self.files.last_mut() else { return Ok(()) };
        turn.keep_file_part(&key, file.parts, &part)?;
        file.parts += 1;
        file.bytes += part.len() as u64;
        Ok(())
    }

    fn append(&mut self, turn: &mut Turn<'_>, mut bytes: &[u8]) -> Result<(), Interrupt> {
        while self.buffer.len() + bytes.len() > PART_BYTES_MAX {
            let (fits, rest) = bytes.split_at(PART_BYTES_MAX - self.buffer.len());
            self.buffer.extend(fits);
            bytes = rest;
            self.put_down(turn)?;
        }
        self.buffer.extend(bytes);
        Ok(())
    }

    /// How long the file is that is being written.
    fn bytes(&self) -> u64 {
        self.files.last().map_or(0, |file| file.bytes) + self.buffer.len() as u64
    }

    fn is_fresh(&self) -> bool {
        self.bytes() == 0
    }
}

impl Turn<'_> {
    /// Where somebody of staff is given what nobody else may read: here, if
    /// nobody else reads here, else where staff work, else in private.
    pub fn place_for_staff(&self) -> Place {
        let event = self.event();
        if event.audience == Audience::Private || self.in_staff_place() {
            return event.place.clone();
        }
        let home = self.community().staff_home.clone();
        home.unwrap_or_else(|| event.actor.account.private_place())
    }
}

/// What the file at `index` is kept as.
fn file_key(kept_as: &str, index: usize) -> String {
    format!("{kept_as} {index}")
}
