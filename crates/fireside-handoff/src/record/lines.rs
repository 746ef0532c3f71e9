//! Writing lines down, as things are said, changed, removed and forgotten.

use fireside_core::turn::{Cursor, Interrupt, Page};
use fireside_core::{Attachment, Message, MessageId, MessageRef, Text, Turn, text};

use super::figures;
use crate::case::{Case, CaseNumber, Line, LineOf, Speaker};

/// The longest name of a file that is kept, in characters as a reader counts them.
const FILE_NAME_LEN_MAX: usize = 120;
/// How many lines are forgotten in one turn.
const FORGOTTEN_MAX: usize = 50;

/// Keeps what was said in a case, under the name that it was said in. Gives
/// which line it is.
pub(crate) fn said(
    turn: &mut Turn<'_>,
    case: &Case,
    speaker: Speaker,
    name: &str,
    message: &Message,
) -> Result<LineOf, Interrupt> {
    if speaker == Speaker::Staff {
        figures::on_answered(turn, case)?;
    }
    let mut line = line(turn, case, speaker, name);
    fill(turn, &mut line, message);
    let Some(id) = &message.id else { return add(turn, line) };
    line.mark = mark(turn, id.as_str(), 0);
    let ids = message.id.iter().chain(&message.further_parts);
    line.messages = ids.filter_map(|id| turn.message_ref(Some(id))).collect();
    let of = LineOf::of(&line);
    turn.put(&LineOf::path(&turn.event().place, id), &of)?;
    turn.put(&line.path(), &line)?;
    Ok(of)
}

/// A line is a message of the place where the event happened as well.
pub(crate) fn stands_as(turn: &mut Turn<'_>, of: &LineOf, id: &MessageId) -> Result<(), Interrupt> {
    let Some(mut line) = turn.get::<Line>(&of.as_path())? else { return Ok(()) };
    line.messages.extend(turn.message_ref(Some(id)));
    turn.put(&line.path(), &line)?;
    turn.put(&LineOf::path(&turn.event().place, id), of)
}

/// A line says something else now.
pub(crate) fn reworded(turn: &mut Turn<'_>, of: &LineOf, words: &Text) -> Result<(), Interrupt> {
    let line = turn.get::<Line>(&of.as_path())?.filter(|line| !line.removed);
    let Some(mut line) = line else { return Ok(()) };
    let words = words.to_plain();
    if line.words != words {
        line.words = words;
        line.edited = true;
        turn.put(&line.path(), &line)?;
    }
    Ok(())
}

/// The words of a line never reached whom they were for.
pub(crate) fn undelivered(turn: &mut Turn<'_>, of: &LineOf) -> Result<(), Interrupt> {
    let Some(mut line) = turn.get::<Line>(&of.as_path())? else { return Ok(()) };
    line.undelivered = true;
    turn.put(&line.path(), &line)
}

/// The words of a line are gone.
pub(crate) fn blanked(turn: &mut Turn<'_>, of: &LineOf) -> Result<(), Interrupt> {
    match turn.get::<Line>(&of.as_path())? {
        Some(line) => blank_out(turn, line),
        None => Ok(()),
    }
}

/// Keeps what the customer wrote when they asked for a human, in a message or
/// not. Gives which line it is, if they wrote anything.
pub(crate) fn opened(
    turn: &mut Turn<'_>,
    case: &Case,
    said_in: Option<&MessageId>,
) -> Result<Option<LineOf>, Interrupt> {
    if case.words.is_empty() {
        return Ok(None);
    }
    let message = Message { id: said_in.cloned(), ..Message::of(case.words.as_str()) };
    said(turn, case, Speaker::Customer, &case.name, &message).map(Some)
}

/// Keeps what happened to a case, in a sentence for staff.
pub(crate) fn happened(turn: &mut Turn<'_>, case: &Case, words: &str) -> Result<(), Interrupt> {
    let mut line = line(turn, case, Speaker::Service, "");
    words.clone_into(&mut line.words);
    add(turn, line).map(drop)
}

/// A message of the place where the event happened says something else now, if
/// the line that it is is `speaker`'s. What staff said to the customer is
/// [reworded](reworded) instead, once that reaches the customer.
pub(crate) fn edited(
    turn: &mut Turn<'_>,
    id: &MessageId,
    speaker: Speaker,
    message: &Message,
) -> Result<(), Interrupt> {
    let line = line_of(turn, id)?.filter(|line| !line.removed && line.speaker == speaker);
    let Some(mut line) = line else { return Ok(()) };
    let before = line.clone();
    fill(turn, &mut line, message);
    if line == before {
        return Ok(());
    }
    line.edited = true;
    turn.put(&line.path(), &line)
}

/// A message of the place where the event happened is gone, and so are its words.
pub(crate) fn removed(turn: &mut Turn<'_>, id: &MessageId) -> Result<(), Interrupt> {
    match line_of(turn, id)? {
        Some(line) => blank_out(turn, line),
        None => Ok(()),
    }
}

/// Nobody follows the messages of a line any more: what shows it to staff is
/// kept with it.
pub(crate) fn let_go(turn: &mut Turn<'_>, mut line: Line, copies: Vec<MessageRef>) -> Result<(), Interrupt> {
    forget_messages(turn, &line)?;
    line.messages.clear();
    line.copies.extend(copies);
    turn.put(&line.path(), &line)
}

/// Which line its messages are is forgotten.
fn forget_messages(turn: &mut Turn<'_>, line: &Line) -> Result<(), Interrupt> {
    for message in &line.messages {
        if let MessageRef::Known { place, id } = message {
            turn.delete::<LineOf>(&LineOf::path(place, id))?;
        }
    }
    Ok(())
}

/// Forgets some lines of a case, whoever said them: of each stays when it was
/// said, and by which side. Gives them as they were.
pub(crate) fn forget(
    turn: &mut Turn<'_>,
    case: CaseNumber,
    after: Option<&Cursor>,
) -> Result<Page<Line>, Interrupt> {
    let page = turn.page::<Line>(&case, after, FORGOTTEN_MAX)?;
    for line in page.records.clone() {
        forget_messages(turn, &line)?;
        blank_out(turn, Line { name: String::new(), messages: Vec::new(), copies: Vec::new(), ..line })?;
    }
    Ok(page)
}

fn blank_out(turn: &mut Turn<'_>, line: Line) -> Result<(), Interrupt> {
    let line = Line { removed: true, words: String::new(), files: Vec::new(), ..line };
    turn.put(&line.path(), &line)
}

fn line_of(turn: &mut Turn<'_>, id: &MessageId) -> Result<Option<Line>, Interrupt> {
    let path = LineOf::path(&turn.event().place, id);
    match turn.get::<LineOf>(&path)? {
        Some(of) => turn.get::<Line>(&of.as_path()),
        None => Ok(None),
    }
}

/// Keeps a line that is no message of a platform. Several can come of one turn.
fn add(turn: &mut Turn<'_>, mut line: Line) -> Result<LineOf, Interrupt> {
    for index in 0.. {
        line.mark = mark(turn, "", index);
        if turn.peek::<Line>(&line.path())?.is_none() {
            break;
        }
    }
    turn.put(&line.path(), &line)?;
    Ok(LineOf::of(&line))
}

fn line(turn: &Turn<'_>, case: &Case, speaker: Speaker, name: &str) -> Line {
    Line {
        case: case.number,
        at: turn.now(),
        mark: String::new(),
        speaker,
        name: name.to_owned(),
        words: String::new(),
        files: Vec::new(),
        messages: Vec::new(),
        copies: Vec::new(),
        edited: false,
        removed: false,
        undelivered: false,
    }
}

/// What tells lines of one moment apart: those of messages sort by the messages'
/// ids, which platforms draw in order, and those of the service before them.
fn mark(turn: &Turn<'_>, id: &str, index: u32) -> String {
    // The longest number that an id can be has twenty digits.
    format!("{id:0>20}/{}/{index:04}", turn.event().id)
}

/// The words of a message, with what else came with it in words, and its files.
/// Where a changed message tells of no files, they are as they were.
fn fill(turn: &Turn<'_>, line: &mut Line, message: &Message) {
    let carried = turn.carry(message, &turn.community().locale);
    line.words = carried.map_or_else(String::new, |content| content.text.to_plain());
    if !message.attachments.is_empty() {
        line.files = message.attachments.iter().map(|file| file_name(turn, file)).collect();
    }
}

/// What a file is called; of one without a name, what it is.
fn file_name(turn: &Turn<'_>, file: &Attachment) -> String {
    let name = text::cleaned(file.name.as_deref().unwrap_or_default(), FILE_NAME_LEN_MAX);
    if name.is_empty() { turn.say_to_staff(file.kind.phrase(), &[]) } else { name }
}
