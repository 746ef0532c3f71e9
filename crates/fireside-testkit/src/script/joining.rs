//! Joining: words that wait behind each other, said as one message.

use std::mem;

use fireside_core::{Effect, Outgoing, Text};

use super::delivering::{Progress, Row};

/// The row at `index` and those behind it that are said together with it.
pub(super) fn run_from(rows: &[Row], index: usize) -> Vec<usize> {
    let first = &rows[index];
    let to = first.delivery.effect.destination();
    let behind = rows
        .iter()
        .enumerate()
        .skip(index)
        .filter(|(_, row)| row.progress == Progress::Waiting && row.delivery.effect.destination() == to);
    let run: Vec<_> = behind.take_while(|(_, row)| joins(first, row)).map(|(at, _)| at).collect();
    if run.is_empty() { vec![index] } else { run }
}

/// Whether two rows are words of one author that may be joined.
fn joins(first: &Row, other: &Row) -> bool {
    let words = |row: &Row| match &row.delivery.effect {
        Effect::Send { to, content } if row.delivery.joins => {
            let author = content.author.clone();
            let alone = Outgoing { text: Text::default(), author: None, ..content.clone() };
            (alone == Outgoing::default()).then(|| (to.clone(), author, row.delivery.voice))
        }
        _ => None,
    };
    words(first).is_some_and(|words_of_first| words(other) == Some(words_of_first))
}

/// What is done for the rows of a run.
pub(super) fn joined(rows: &[Row], run: &[usize]) -> Effect {
    let mut effects = run.iter().map(|index| rows[*index].delivery.effect.clone());
    let mut whole = effects.next().unwrap_or_else(|| panic!("a run holds the row it begins with"));
    for more in effects {
        if let (Effect::Send { content, .. }, Effect::Send { content: more, .. }) = (&mut whole, more) {
            content.text = mem::take(&mut content.text).line(more.text);
        }
    }
    whole
}
