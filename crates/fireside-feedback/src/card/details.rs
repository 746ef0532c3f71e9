//! *Details*: all there is about an item, for one reader.

use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Outcome, Outgoing, Text, Turn};

use crate::feedback::{Feedback, FeedbackNumber, Said, Standing};
use crate::staff::{self, history};
use crate::voice::Voice;
use crate::{closing, ledger};

/// How many voices are looked through for words.
const VOICES_READ: usize = 200;
/// How many items that were merged into it are looked through for words.
const MERGES_READ: usize = 5;
/// How many voices are shown with their words.
const WORDS_SHOWN: usize = 10;
/// How much of each voice's words is shown, in characters.
const WORDS_CHARS_MAX: usize = 300;
/// What is left free of a message's length, for what the platform adds to words.
const MARGIN_CHARS: usize = 200;

/// Whose eyes the details are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// Anybody: what was said in private has no name, and staff's notes stay theirs.
    Customer,
    /// One of the staff.
    Staff,
}

/// Somebody wants to see all of it.
pub(super) fn on_press(turn: &mut Turn<'_>, data: &str) -> Decision {
    let number = FeedbackNumber::parse(data).unwrap_or(FeedbackNumber::new(0));
    let reader = if turn.is_staff() { Reader::Staff } else { Reader::Customer };
    match ledger::live(turn, number)? {
        Some(item) => {
            let shown = details(turn, &item, reader)?;
            turn.answer_private(shown);
        }
        None => turn.answer_private(turn.say("feedback-no-such-item", &[("number", number.get().into())])),
    }
    Ok(Outcome::Handled)
}

/// All there is about an item, in the reader's language.
pub(crate) fn details(turn: &mut Turn<'_>, item: &Feedback, reader: Reader) -> Result<Outgoing, Interrupt> {
    let mut text = Text::bold(format!("#{} {}", item.number, item.title)).line(summary(turn, item));
    if item.standing == Standing::Live
        && let Some(link) = item.card.as_ref().and_then(|card| card.link.clone())
    {
        text = text.line(Text::link(link, turn.say("feedback-details-card", &[])));
    }
    if !item.details.is_empty() {
        text = text.line(Text::quote(item.details.as_str()));
    }
    for answer in answers(turn, item, reader)? {
        let by = turn.say("feedback-card-answer", &[("name", (&answer.by.name).into())]);
        text = text.line(Text::bold(by)).line(Text::quote(answer.words));
    }
    text = origin(turn, item, reader, text);
    text = with_words(turn, item, reader, text)?;
    if reader == Reader::Staff {
        let progress = closing::progress(turn, item.number)?;
        if !progress.is_blank() {
            text = text.line(progress);
        }
        for line in history::lines(turn, item.number)? {
            text = text.line(line);
        }
    }
    let room = turn.capabilities(&turn.event().place.platform).text_len_max;
    let locale = turn.locale();
    let files = item.files.iter().map(|file| turn.carried(file, locale)).collect();
    Ok(Outgoing::of(text.cut(room.saturating_sub(MARGIN_CHARS))).files(files))
}

/// What staff said to it in public, the newest first. They themselves read what
/// they said before in its history.
fn answers(turn: &mut Turn<'_>, item: &Feedback, reader: Reader) -> Result<Vec<Said>, Interrupt> {
    let before = match reader {
        Reader::Customer => history::answers(turn, item.number)?,
        Reader::Staff => Vec::new(),
    };
    let before = before.into_iter().filter(|said| Some(said) != item.answer.as_ref());
    Ok(item.answer.iter().cloned().chain(before).collect())
}

/// Kind, status, area, voices and who looks after it, for a reader.
pub(crate) fn summary(turn: &Turn<'_>, item: &Feedback) -> String {
    let mut parts = vec![turn.say(item.kind.phrase(), &[]), turn.say(item.status.phrase(), &[])];
    parts.extend(item.area.clone());
    parts.push(turn.say("feedback-voices", &[("count", item.voices.into())]));
    parts.extend(
        item.assignee
            .as_ref()
            .map(|member| turn.say("feedback-card-assignee", &[("name", (&member.name).into())])),
    );
    parts.join(" · ")
}

fn origin(turn: &Turn<'_>, item: &Feedback, reader: Reader, mut text: Text) -> Text {
    let is_named = reader == Reader::Staff || !item.origin.is_private;
    if is_named {
        let by = turn.say("feedback-card-by", &[("name", (&item.author.name).into())]);
        text = text.line(by);
        if let Some(link) = &item.origin.link {
            text = text.then(" · ").then(Text::link(link, turn.say("feedback-card-origin", &[])));
        }
    }
    if reader == Reader::Staff && !item.origin.around.is_empty() {
        text = text.line(Text::bold(turn.say("feedback-details-around", &[])));
        let said = item.origin.around.iter().map(|it| Text::quote(format!("{}: {}", it.name, it.words)));
        text = said.fold(text, Text::line);
    }
    text
}

/// With what others said when they gave their voices.
fn with_words(
    turn: &mut Turn<'_>,
    item: &Feedback,
    reader: Reader,
    mut text: Text,
) -> Result<Text, Interrupt> {
    let mut voices = turn.page::<Voice>(&item.number, None, VOICES_READ)?.records;
    for from in staff::merged_into(turn, item.number, MERGES_READ)? {
        // Who backed both has said something here and there.
        for voice in turn.page::<Voice>(&from, None, VOICES_READ)?.records {
            let kept = turn.peek::<Voice>(&(item.number, voice.customer.person.clone()))?;
            if kept.is_some_and(|kept| kept.merged_from.is_none()) {
                voices.push(voice);
            }
        }
    }
    let others = voices.into_iter().filter(|voice| voice.customer.person != item.author.person);
    let said: Vec<_> =
        others.filter_map(|voice| Some((voice.words.clone()?, voice))).take(WORDS_SHOWN).collect();
    if said.is_empty() {
        return Ok(text);
    }
    text = text.line(Text::bold(turn.say("feedback-details-words", &[])));
    for (words, voice) in said {
        let is_named = reader == Reader::Staff || !voice.is_private;
        let words = if is_named { format!("{}: {words}", voice.customer.name) } else { words };
        text = text.line(Text::quote(words).cut(WORDS_CHARS_MAX));
    }
    Ok(text)
}

/// An item in a list.
pub(crate) fn in_a_list(turn: &Turn<'_>, item: &Feedback) -> Text {
    let number = format!("#{}", item.number);
    let number = match item.card.as_ref().and_then(|card| card.link.as_deref()) {
        Some(link) => Text::link(link, number),
        None => Text::plain(number),
    };
    number.then(format!(" {}\n   {}", item.title, summary(turn, item)))
}
