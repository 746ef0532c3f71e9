//! What a card shows.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::{Button, Outgoing, Place, Span, Text, Turn, text};

use crate::capture::backing::VOICE;
use crate::closing::{self, PUBLIC_CHARS_MAX};
use crate::feedback::{Feedback, FeedbackNumber, Standing};

/// The action of the button that shows all there is.
pub(super) const DETAILS: &str = "details";
/// The action of the button with which staff choose a status.
pub(crate) const STATUS: &str = "status";

/// How long the buttons of a card work that nobody touches: two years.
const BUTTONS_LIFETIME: Duration = Duration::from_hours(2 * 365 * 24);
/// The longest name of a room, in characters as a reader counts them.
const ROOM_NAME_LEN_MAX: usize = 90;
/// How much of the details a card shows, in characters: with the answer and the
/// title it fits into one message everywhere.
const DETAILS_CHARS_MAX: usize = 700;

/// The words of a card, in the community's language. Of what was taken back
/// there is no word of a customer's.
pub(super) fn text(turn: &mut Turn<'_>, item: &Feedback, home: &Place) -> Result<Text, Interrupt> {
    let number = ("number", item.number.get().into());
    if item.standing == Standing::Withdrawn {
        return Ok(Text::plain(turn.say_to_staff("feedback-card-withdrawn", &[number])));
    }
    let heading = format!("#{} {}", item.number, item.title);
    let mut text = Text::bold(heading.trim_end()).line(line(turn, item)?);
    if let Standing::Merged(into) = item.standing {
        let words = turn.say_to_staff("feedback-card-merged", &[("number", into.get().into())]);
        return Ok(text.line(linked(turn, into, words)?));
    }
    if !item.details.is_empty() {
        text = text.line(Text::quote(item.details.as_str()).cut(DETAILS_CHARS_MAX));
    }
    if let Some(answer) = &item.answer {
        let by = turn.say_to_staff("feedback-card-answer", &[("name", (&answer.by.name).into())]);
        text = text.line(Text::bold(by)).line(Text::quote(answer.words.as_str()).cut(PUBLIC_CHARS_MAX));
    }
    Ok(text.line(Text(vec![Span::Italic(source(turn, item, home))])))
}

/// Kind, status, area, voices, who looks after it, and how many say that it
/// does what they hoped, in one line.
fn line(turn: &mut Turn<'_>, item: &Feedback) -> Result<String, Interrupt> {
    let mut parts =
        vec![turn.say_to_staff(item.kind.phrase(), &[]), turn.say_to_staff(item.status.phrase(), &[])];
    parts.extend(item.area.clone());
    parts.push(turn.say_to_staff("feedback-voices", &[("count", item.voices.into())]));
    if let Some(member) = &item.assignee {
        parts.push(turn.say_to_staff("feedback-card-assignee", &[("name", (&member.name).into())]));
    }
    let [up, down] = closing::verdicts(turn, item.number)?;
    if up + down > 0 {
        parts.push(format!("👍 {up} 👎 {down}"));
    }
    Ok(parts.join(" · "))
}

/// Who said it, and where. What was said in private has no name on a card that
/// customers may see.
fn source(turn: &Turn<'_>, item: &Feedback, home: &Place) -> Text {
    let name = ("name", (&item.author.name).into());
    if item.origin.is_private {
        let is_for_staff = turn.community().is_staff_place(home);
        let key = if is_for_staff { "feedback-card-private" } else { "feedback-card-private-unnamed" };
        return Text::plain(turn.say_to_staff(key, &[name]));
    }
    let by = match &item.origin.captured_by {
        Some(member) => {
            turn.say_to_staff("feedback-card-captured", &[name, ("member", (&member.name).into())])
        }
        None => turn.say_to_staff("feedback-card-by", &[name]),
    };
    let text = Text::plain(by);
    match &item.origin.link {
        Some(link) => text.then(" · ").then(Text::link(link, turn.say_to_staff("feedback-card-origin", &[]))),
        None => text,
    }
}

/// `words`, as a link to the card of an item where there is one.
fn linked(turn: &mut Turn<'_>, number: FeedbackNumber, words: String) -> Result<Text, Interrupt> {
    let link = turn.peek::<Feedback>(&number)?.and_then(|item| item.card?.link);
    Ok(link.map_or_else(|| Text::plain(&words), |link| Text::link(link, words.as_str())))
}

/// The card of an item with its buttons, which stay the same under `token`. Only
/// what stands for itself has some.
pub(super) fn with_buttons(
    turn: &mut Turn<'_>,
    item: &Feedback,
    token: &str,
    home: &Place,
    text: Text,
) -> Result<Outgoing, Interrupt> {
    let card = Outgoing::of(text).card();
    if item.standing != Standing::Live {
        return Ok(card);
    }
    let voice = button(turn, item, token, VOICE, "feedback-button-voice")?;
    let mut details = button(turn, item, token, DETAILS, "feedback-button-details")?;
    let mut status = button(turn, item, token, STATUS, "feedback-button-status")?;
    if !turn.community().is_staff_place(home) {
        // What they show is for one reader alone.
        details = details.in_private();
        status = status.in_private();
    }
    Ok(card.row(vec![voice, details, status]))
}

fn button(
    turn: &mut Turn<'_>,
    item: &Feedback,
    token: &str,
    action: &str,
    label: &str,
) -> Result<Button, Interrupt> {
    let label = turn.say_to_staff(label, &[]);
    // The token of each button begins like the card's own and ends with its action.
    let token = format!("{token}{}", &action[..1]);
    turn.button_of(&token, label, action, item.number, None, BUTTONS_LIFETIME)
}

/// The name of a card's room.
pub(super) fn room_name(item: &Feedback) -> String {
    let title = if item.standing == Standing::Withdrawn { "" } else { item.title.as_str() };
    text::cleaned(&format!("#{} {title}", item.number), ROOM_NAME_LEN_MAX)
}

/// The tags of a card's room: its kind and its status.
pub(super) fn tags(turn: &Turn<'_>, item: &Feedback) -> Vec<String> {
    vec![turn.say_to_staff(item.kind.phrase(), &[]), turn.say_to_staff(item.status.phrase(), &[])]
}
