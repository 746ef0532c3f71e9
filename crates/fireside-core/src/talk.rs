//! What was said in a place lately: a message is understood by those around it.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::community::Community;
use crate::event::{Event, EventKind};
use crate::ids::MessageId;
use crate::message::Message;
use crate::place::{Audience, Place};
use crate::record::Record;
use crate::time::Timestamp;

/// How many messages of a place are remembered.
pub const HEARD_MAX: usize = 30;
/// How many characters of a message's words are remembered.
pub const WORDS_MAX: usize = 1_000;

/// Something that was said in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// Who said it; what they may do is not remembered.
    pub actor: Actor,
    /// What they said last, where they changed it; the words tame, so that they
    /// ping nobody, and cut to [`WORDS_MAX`] characters.
    pub message: Message,
    /// When they said it.
    pub at: Timestamp,
}

impl Heard {
    /// Whether the platform calls this message, or a part of it, `id`.
    pub fn is(&self, id: &MessageId) -> bool {
        self.message.id.as_ref() == Some(id) || self.message.further_parts.contains(id)
    }
}

/// The newest messages of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// The place.
    pub place: Place,
    /// What was said there, the newest last: at most [`HEARD_MAX`].
    heard: VecDeque<Heard>,
}

impl Record for Talk {
    const COLLECTION: &'static str = "talk";
}

impl Talk {
    /// A place where nothing was said yet.
    pub fn of(place: Place) -> Self {
        Self { place, heard: VecDeque::new() }
    }

    /// Whether an event changes what is remembered of its place: somebody said,
    /// changed or removed something where more than one hears it. What bots
    /// say, and what is said in private or among staff, is never stored.
    pub fn concerns(community: &Community, event: &Event) -> bool {
        is_talk(event) && event.audience == Audience::Group && !community.is_staff_place(&event.place)
    }

    /// Whether an event changes what somebody said to the bot in private. That
    /// is remembered in memory alone, and MUST NOT be stored: others are shown
    /// it only if whoever said it agrees.
    pub fn concerns_private(event: &Event) -> bool {
        is_talk(event) && event.audience == Audience::Private
    }

    /// Takes over what an event that [`Talk::concerns`] this place tells.
    /// `false`: it changes nothing.
    pub fn hear(&mut self, event: &Event) -> bool {
        match &event.kind {
            EventKind::Message(message) => self.say(event, message),
            EventKind::Edited(message) => self.change(message),
            EventKind::Deleted { message } => {
                self.drop_where(|heard| heard.message.id.as_ref() == Some(message))
            }
            _ => false,
        }
    }

    /// What was said, the newest last.
    pub fn heard(&self) -> impl DoubleEndedIterator<Item = &Heard> {
        self.heard.iter()
    }

    /// Whether a message that the platform calls `id` is remembered.
    pub fn holds(&self, id: &MessageId) -> bool {
        self.heard.iter().any(|heard| heard.is(id))
    }

    /// Forgets what was said before a moment. `false`: nothing was.
    pub fn forget_before(&mut self, moment: Timestamp) -> bool {
        self.drop_where(|heard| heard.at < moment)
    }

    /// When the newest was said; `None` where nothing is remembered.
    pub fn newest(&self) -> Option<Timestamp> {
        self.heard.back().map(|heard| heard.at)
    }

    /// What is told again is known; what is told late goes where it belongs.
    fn say(&mut self, event: &Event, message: &Message) -> bool {
        if message.id.as_ref().is_some_and(|id| self.holds(id)) {
            return false;
        }
        let place = self.heard.iter().rposition(|heard| heard.at <= event.at).map_or(0, |before| before + 1);
        let is_full = self.heard.len() >= HEARD_MAX;
        if is_full && place == 0 {
            return false;
        }
        let actor = Actor { authority: None, ..event.actor.clone() };
        self.heard.insert(place, Heard { actor, message: cut(message), at: event.at });
        if is_full {
            self.heard.pop_front();
        }
        true
    }

    fn change(&mut self, message: &Message) -> bool {
        let Some(id) = &message.id else { return false };
        let Some(heard) = self.heard.iter_mut().find(|heard| heard.message.id.as_ref() == Some(id)) else {
            return false;
        };
        if heard.message.further_parts.is_empty() {
            heard.message = cut(message);
        } else {
            // An album is changed part by part: its other files are still there.
            heard.message.text = cut(message).text;
        }
        true
    }

    fn drop_where(&mut self, is_over: impl Fn(&Heard) -> bool) -> bool {
        let before = self.heard.len();
        self.heard.retain(|heard| !is_over(heard));
        self.heard.len() < before
    }
}

fn is_talk(event: &Event) -> bool {
    match event.kind {
        EventKind::Message(_) | EventKind::Edited(_) => !event.actor.is_bot,
        EventKind::Deleted { .. } => true,
        _ => false,
    }
}

/// The message with its words tame and cut.
fn cut(message: &Message) -> Message {
    let mut message = message.clone();
    message.text = std::mem::take(&mut message.text).tame().cut(WORDS_MAX);
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Account, Authority};
    use crate::text::{Span, Text};

    fn square() -> Place {
        Place::channel("north", "square")
    }

    fn event(at: u64, kind: EventKind) -> Event {
        let mut actor = Actor::human(Account::new("north", "1"), "Ana");
        actor.authority = Some(Authority { roles: vec!["helper".into()], as_of: Timestamp::default() });
        Event {
            id: format!("e{at}").into(),
            community: None,
            at: Timestamp::from_millis(at),
            place: square(),
            audience: Audience::Group,
            actor,
            locale: None,
            kind,
            reply: None,
        }
    }

    fn message(id: &str, words: &str) -> Message {
        Message { id: Some(id.into()), ..Message::of(words) }
    }

    fn said(at: u64, id: &str, words: &str) -> Event {
        event(at, EventKind::Message(message(id, words)))
    }

    fn words(talk: &Talk) -> Vec<String> {
        talk.heard().map(|heard| heard.message.text.to_plain()).collect()
    }

    #[test]
    fn the_newest_thirty_are_remembered_in_the_order_they_were_said() {
        let mut talk = Talk::of(square());
        for number in (0..40).rev() {
            talk.hear(&said(number, &number.to_string(), &number.to_string()));
        }
        assert!(!talk.hear(&said(1, "late", "late")), "it is older than all that is remembered");
        let newest: Vec<_> = (10..40).map(|number| number.to_string()).collect();
        assert_eq!(words(&talk), newest);
    }

    #[test]
    fn what_is_told_again_is_remembered_once() {
        let mut talk = Talk::of(square());
        assert!(talk.hear(&said(1, "m1", "hello")));
        assert!(!talk.hear(&said(1, "m1", "hello")));
        assert_eq!(words(&talk), ["hello"]);
    }

    #[test]
    fn what_was_changed_and_removed_is_remembered_as_it_is() {
        let mut talk = Talk::of(square());
        talk.hear(&said(1, "m1", "helo"));
        talk.hear(&said(2, "m2", "secret"));
        talk.hear(&event(3, EventKind::Edited(message("m1", "hello"))));
        talk.hear(&event(4, EventKind::Deleted { message: "m2".into() }));
        assert_eq!(words(&talk), ["hello"]);
        assert_eq!(talk.newest(), Some(Timestamp::from_millis(1)), "it was said when it was said");
        assert!(!talk.hear(&event(5, EventKind::Edited(message("m2", "again")))));
    }

    #[test]
    fn a_long_message_is_cut_and_roles_are_forgotten() {
        let mut talk = Talk::of(square());
        talk.hear(&said(1, "m1", &"a".repeat(4_000)));
        let heard = talk.heard().next().expect("it was heard");
        assert_eq!(heard.message.text.to_plain().chars().count(), WORDS_MAX);
        assert_eq!(heard.actor.authority, None);
    }

    #[test]
    fn whom_it_mentions_is_a_name() {
        let mut talk = Talk::of(square());
        let ben = Span::Mention { account: Account::new("north", "2"), name: "Ben".to_owned() };
        let message = Message::of(Text(vec![ben]));
        talk.hear(&event(1, EventKind::Message(message)));
        let heard = talk.heard().next().expect("it was heard");
        assert_eq!(heard.message.text, Text::plain("Ben"));
    }

    #[test]
    fn a_changed_caption_leaves_an_album_its_files() {
        let mut talk = Talk::of(square());
        let album = Message { further_parts: vec!["m2".into()], ..message("m1", "two cats") };
        talk.hear(&event(1, EventKind::Message(album.clone())));
        talk.hear(&event(2, EventKind::Edited(message("m1", "two dogs"))));
        let heard = talk.heard().next().expect("it was heard");
        assert_eq!(heard.message, Message { text: Text::plain("two dogs"), ..album });
        assert!(talk.holds(&"m2".into()), "a part of it stands for it");
    }

    #[test]
    fn bots_private_chats_and_staff_are_never_stored() {
        let mut community = Community::new("acme", "Acme");
        let plain = said(1, "m1", "hello");
        assert!(Talk::concerns(&community, &plain));
        let bot = Event { actor: Actor { is_bot: true, ..plain.actor.clone() }, ..plain.clone() };
        let private = Event { audience: Audience::Private, ..plain.clone() };
        assert!(!Talk::concerns(&community, &bot));
        assert!(!Talk::concerns(&community, &private));
        assert!(Talk::concerns_private(&private) && !Talk::concerns_private(&plain));
        community.staff_home = Some(square());
        assert!(!Talk::concerns(&community, &plain));
    }
}
