//! What was said to the bot in private lately: in memory alone, so that nothing
//! of it outlives the service.

use std::collections::BTreeMap;

use fireside_core::talk::{Heard, Talk};
use fireside_core::{CommunityId, Event, EventKind, Place, Timestamp};
use parking_lot::Mutex;

/// How many places are remembered.
const PLACES_MAX: usize = 500;

/// What was said lately in every private place.
#[derive(Debug, Default)]
pub(crate) struct PrivateTalk(Mutex<BTreeMap<Place, (CommunityId, Talk)>>);

impl PrivateTalk {
    /// Takes over what an event tells, where it changes what was said in private.
    pub(crate) fn hear(&self, community: &CommunityId, event: &Event) {
        if !Talk::concerns_private(event) {
            return;
        }
        let mut places = self.0.lock();
        if let Some((_, talk)) = places.get_mut(&event.place).filter(|(whose, _)| whose == community) {
            talk.hear(event);
        } else if matches!(event.kind, EventKind::Message(_)) {
            make_room(&mut places);
            let mut talk = Talk::of(event.place.clone());
            talk.hear(event);
            places.insert(event.place.clone(), (community.clone(), talk));
        }
    }

    /// What was said to this community in a place since a moment, the newest last.
    pub(crate) fn heard(&self, community: &CommunityId, place: &Place, since: Timestamp) -> Vec<Heard> {
        let places = self.0.lock();
        let Some((_, talk)) = places.get(place).filter(|(whose, _)| whose == community) else {
            return Vec::new();
        };
        talk.heard().filter(|heard| heard.at >= since).cloned().collect()
    }

    /// Forgets what was said before a moment.
    pub(crate) fn forget_before(&self, moment: Timestamp) {
        self.0.lock().retain(|_, (_, talk)| {
            talk.forget_before(moment);
            talk.newest().is_some()
        });
    }
}

/// Forgets the half that is silent longest where there are as many as can be.
fn make_room(places: &mut BTreeMap<Place, (CommunityId, Talk)>) {
    if places.len() < PLACES_MAX {
        return;
    }
    let mut newest: Vec<_> = places.values().filter_map(|(_, talk)| talk.newest()).collect();
    newest.sort_unstable();
    let median = newest.get(newest.len() / 2).copied();
    places.retain(|_, (_, talk)| talk.newest() > median);
}

#[cfg(test)]
mod tests {
    use fireside_core::{Account, Actor, Audience, Message};

    use super::*;

    fn said(number: usize, at: u64) -> Event {
        Event {
            id: format!("e{number}-{at}").into(),
            community: None,
            at: Timestamp::from_millis(at),
            place: Place::channel("p", number.to_string()),
            audience: Audience::Private,
            actor: Actor::human(Account::new("p", "1"), "Ana"),
            locale: None,
            kind: EventKind::Message(Message { id: Some(at.to_string().into()), ..Message::of("hello") }),
            reply: None,
        }
    }

    fn words(talk: &PrivateTalk, community: &str, number: usize) -> usize {
        let place = Place::channel("p", number.to_string());
        talk.heard(&community.into(), &place, Timestamp::default()).len()
    }

    #[test]
    fn what_one_community_was_told_no_other_hears() {
        let talk = PrivateTalk::default();
        talk.hear(&"acme".into(), &said(1, 5));
        talk.hear(&"acme".into(), &said(1, 6));
        assert_eq!((words(&talk, "acme", 1), words(&talk, "other", 1)), (2, 0));
        talk.hear(&"other".into(), &said(1, 7));
        assert_eq!((words(&talk, "acme", 1), words(&talk, "other", 1)), (0, 1));
    }

    #[test]
    fn what_is_said_among_others_is_none_of_it() {
        let talk = PrivateTalk::default();
        talk.hear(&"acme".into(), &Event { audience: Audience::Group, ..said(1, 5) });
        assert_eq!(words(&talk, "acme", 1), 0);
    }

    #[test]
    fn old_words_and_the_silent_make_room() {
        let talk = PrivateTalk::default();
        for number in 0..=PLACES_MAX {
            talk.hear(&"acme".into(), &said(number, 10 + number as u64));
        }
        assert_eq!((words(&talk, "acme", 0), words(&talk, "acme", PLACES_MAX)), (0, 1));
        assert!(talk.0.lock().len() < PLACES_MAX);
        talk.forget_before(Timestamp::from_millis(10_000));
        assert!(talk.0.lock().is_empty());
    }
}
