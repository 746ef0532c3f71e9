//! Words: what is said of an item, in a place and to somebody alone.

use fireside_core::turn::Interrupt;
use fireside_core::{Audience, Button, ButtonTarget, MessageRef, Outgoing, Place, Span, Text, Turn, text};

use super::announcement::Announcement;
use super::askers::Askers;
use super::{introduction, verdict};
use crate::feedback::{Customer, Feedback};
use crate::status::Status;
use crate::voice;

/// The longest words that staff say in public, in characters: with the names
/// they fit into one message everywhere.
pub(crate) const PUBLIC_CHARS_MAX: usize = 700;
/// The longest name that is told, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 30;

/// Why somebody is told in private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// They asked for it where nobody else heard it.
    Asked,
    /// They follow it.
    Follows,
}

/// What a place is told: an answer to the first voice that stands there, or to
/// the card where that is in the place, which names those who asked.
pub(super) fn in_place(
    turn: &mut Turn<'_>,
    announcement: &Announcement,
    item: &Feedback,
    place: &Place,
    askers: &Askers,
) -> Result<Outgoing, Interrupt> {
    let locale = &askers.locale;
    let text = news(turn, announcement, item, locale).line(thanks(turn, askers));
    let is_here = |card: &&MessageRef| matches!(card, MessageRef::Known { place: at, .. } if at == place);
    let card = item.card.as_ref().map(|card| &card.message).filter(is_here);
    let first = || MessageRef::Known { place: place.clone(), id: askers.message.clone()? }.into();
    let answered = card.cloned().or_else(first);
    let content = content(turn, announcement, item, text, locale, Audience::Group)?;
    let link = card.is_none().then(|| card_link(turn, item, place, locale)).flatten();
    Ok(content.row(link.into_iter().collect()).reply_to(answered))
}

/// What somebody is told in private, with the reason why.
pub(super) fn in_private(
    turn: &mut Turn<'_>,
    announcement: &Announcement,
    item: &Feedback,
    customer: &Customer,
    why: Why,
) -> Result<Outgoing, Interrupt> {
    let locale = &customer.locale;
    let key = match why {
        Why::Asked => "feedback-told-asked",
        Why::Follows => "feedback-told-follows",
    };
    let why = turn.say_in(locale, key, &[("number", item.number.get().into())]);
    let text = news(turn, announcement, item, locale);
    let content = content(turn, announcement, item, text, locale, Audience::Private)?;
    Ok(Outgoing { text: content.text.line(Text(vec![Span::Italic(why.into())])), ..content })
}

/// What became of the item, and what staff say to it.
fn news(turn: &Turn<'_>, announcement: &Announcement, item: &Feedback, locale: &str) -> Text {
    let key = if announcement.from == announcement.to {
        "feedback-told-news"
    } else {
        match announcement.to {
            Status::Open => "feedback-told-open",
            Status::UnderReview => "feedback-told-under-review",
            Status::Planned => "feedback-told-planned",
            Status::Started => "feedback-told-started",
            Status::Shipped => "feedback-told-shipped",
            Status::Declined => "feedback-told-declined",
            Status::Duplicate => "feedback-told-duplicate",
        }
    };
    let args = [("number", item.number.get().into()), ("title", (&item.title).into())];
    let text = Text::plain(turn.say_in(locale, key, &args));
    match &announcement.note {
        Some(note) => text.line(Text::quote(note.as_str())),
        None => text,
    }
}

/// The names of those who asked, the first of them pinged.
fn thanks(turn: &Turn<'_>, askers: &Askers) -> Text {
    let count = |key, count: u64| turn.say_in(&askers.locale, key, &[("count", count.into())]);
    if askers.pinged.is_empty() && askers.named.is_empty() {
        return count("feedback-told-thanks-all", askers.others).into();
    }
    let name = |customer: &Customer| text::shortened(&customer.name, NAME_LEN_MAX);
    let mention =
        |customer: &Customer| Span::Mention { account: customer.account.clone(), name: name(customer) };
    let names = askers.pinged.iter().map(mention);
    let names = names.chain(askers.named.iter().map(|customer| Span::Plain(name(customer))));
    let mut text = Text::plain(count("feedback-told-thanks", askers.count())).then(" ");
    for (index, name) in names.enumerate() {
        text = if index == 0 { text } else { text.then(", ") };
        text.0.push(name);
    }
    if askers.others > 0 {
        text = text.then(" ").then(count("feedback-told-others", askers.others));
    }
    text
}

/// The words with the buttons that belong below them.
fn content(
    turn: &mut Turn<'_>,
    announcement: &Announcement,
    item: &Feedback,
    text: Text,
    locale: &str,
    audience: Audience,
) -> Result<Outgoing, Interrupt> {
    let mut content = Outgoing::of(text);
    let tokens = &announcement.tokens;
    if announcement.to == Status::Shipped {
        content.text = content.text.line(turn.say_in(locale, "feedback-verdict-question", &[]));
        content = content.row(verdict::buttons(turn, tokens, item.number, locale, audience)?);
    }
    if turn.tally(&voice::tally(item.number))? > 1 {
        let button = introduction::button_of(turn, &tokens.meet, item.number, locale, audience)?;
        content = content.row(vec![button]);
    }
    Ok(content)
}

/// A button that leads to the card, where customers can see that.
fn card_link(turn: &Turn<'_>, item: &Feedback, place: &Place, locale: &str) -> Option<Button> {
    let card = item.card.as_ref()?;
    let at = card.message.place();
    let url = card.link.clone()?;
    if at.platform != place.platform || turn.community().is_staff_place(at) {
        return None;
    }
    let label = turn.say_in(locale, "feedback-told-open-card", &[("number", item.number.get().into())]);
    Some(Button { label, target: ButtonTarget::Link(url) })
}

/// A button as it is put below something that others read too: what comes of it
/// is between the one who presses it and the bot.
pub(super) fn private_in(audience: Audience, button: Button) -> Button {
    if audience == Audience::Group { button.in_private() } else { button }
}
