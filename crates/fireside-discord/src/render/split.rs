//! Cutting what is said to the length Discord takes.

use fireside_core::Text;

use super::markdown::{Cut, Level, Written, write};

/// `text` as Markdown in messages of at most `chars_max` characters: cut
/// between paragraphs, else lines, sentences, words, and within a word only
/// between characters as a reader sees them. Formats and blocks of code that
/// are cut are closed and opened again. There is always one part.
pub(super) fn parts(text: &Text, chars_max: usize) -> Vec<String> {
    let whole = write(text, false);
    if whole.chars <= chars_max {
        return vec![whole.markdown.trim_end().to_owned()];
    }
    let fits = |part: &String| part.chars().count() <= chars_max;
    let mut parts = cut_up(&write(text, true), chars_max);
    if !parts.iter().all(fits) {
        // A link's label can't be cut: the words are worth more than their format.
        let words = Text::plain(text.clone().tame().to_plain());
        parts = cut_up(&write(&words, true), chars_max);
    }
    if parts.is_empty() {
        parts.push(String::new());
    }
    parts
}

fn cut_up(written: &Written, chars_max: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let (mut start, mut open) = ((0, 0), "");
    let mut first_cut = 0;
    while written.chars - start.1 + open.chars().count() > chars_max {
        let room = chars_max - open.chars().count();
        let Some(at) = best(written, first_cut, start, room) else { break };
        let Cut { end, resume, state, .. } = written.cuts[at];
        let piece = &written.markdown[start.0..end.0];
        if !piece.trim().is_empty() {
            parts.push(format!("{open}{piece}{}", written.states[state].close));
        }
        (start, open, first_cut) = (resume, written.states[state].open.as_str(), at + 1);
    }
    let rest = written.markdown[start.0..].trim_end();
    if !rest.is_empty() {
        parts.push(format!("{open}{rest}"));
    }
    parts
}

/// The best of the cuts from the one at `first` that leave at most `room`
/// characters after `start`. One in the first half would leave a stub: better
/// a longer part cut at a lesser point.
fn best(written: &Written, first: usize, start: (usize, usize), room: usize) -> Option<usize> {
    let cuts = &written.cuts[first.min(written.cuts.len())..];
    let len = |cut: &Cut| cut.end.1.saturating_sub(start.1) + written.states[cut.state].close.chars().count();
    let fitting = cuts.partition_point(|cut| cut.end.1.saturating_sub(start.1) <= room);
    let usable = |cut: &Cut| cut.resume.1 > start.1 && len(cut) <= room;
    let mut found: Option<(usize, Level)> = None;
    for (at, cut) in cuts[..fitting].iter().enumerate().rev() {
        if !usable(cut) {
            continue;
        }
        if found.is_some() && len(cut) < room / 2 {
            break;
        }
        if found.is_none_or(|(_, level)| cut.level > level) {
            found = Some((at, cut.level));
        }
        if found.is_some_and(|(_, level)| level == Level::Paragraph) {
            break;
        }
    }
    // Nothing fits: what can't be broken is longer than a message.
    found.map(|(at, _)| first + at).or_else(|| (!cuts.is_empty()).then_some(first))
}
