//! What was said lately, in memory: places that nobody speaks in any more make
//! room for others. The store follows a few seconds behind, so that a restart
//! loses little, and no message costs a commit of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;
use std::time::Duration;

use fireside_core::event::Reaction;
use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, CommitError, StoreError, Write};
use fireside_core::record::{self, Record, RecordError};
use fireside_core::talk::{Heard, Talk};
use fireside_core::{Community, CommunityId, Event, EventKind, MessageId, Place, Timestamp};
use parking_lot::Mutex;
use tracing::{debug, warn};

use crate::pages::Pages;
use crate::private_talk::PrivateTalk;
use crate::shared::Shared;

/// How many places are remembered.
const PLACES_MAX: usize = 2_000;
/// How far the store is behind.
const WRITE_EVERY: Duration = Duration::from_secs(5);
/// How many places are written or read together.
const PAGE: usize = 64;

/// What was said lately in every place.
#[derive(Debug, Default)]
pub(crate) struct Memory(Mutex<Places>, PrivateTalk);

/// Sorted, so that a channel's threads lie together.
#[derive(Debug, Default)]
struct Places {
    by_place: BTreeMap<Arc<Place>, Remembered>,
    /// The same by when something was last said there.
    by_use: BTreeMap<u64, Arc<Place>>,
    uses: u64,
    /// What the store has differently.
    changed: BTreeSet<Arc<Place>>,
    /// What the store has and nobody remembers.
    forgotten: Vec<Key>,
}

#[derive(Debug)]
struct Remembered {
    community: CommunityId,
    talk: Talk,
    used: u64,
}

/// A page of what the store has to change.
#[derive(Debug)]
struct Changes {
    forgotten: Vec<Key>,
    changed: Vec<(Arc<Place>, Write)>,
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.forgotten.is_empty() && self.changed.is_empty()
    }

    /// A place may have been forgotten and spoken in again: what is forgotten goes first.
    fn writes(&self) -> Vec<Write> {
        let deleted = self.forgotten.iter().cloned().map(Write::Delete);
        deleted.chain(self.changed.iter().map(|(_, row)| row.clone())).collect()
    }
}

impl Memory {
    /// Takes over what an event tells, where it changes what was said.
    pub(crate) fn hear(&self, community: &Community, event: &Event) {
        self.1.hear(&community.id, event);
        if !Talk::concerns(community, event) {
            return;
        }
        let mut places = self.0.lock();
        let Some(place) = places.used(&event.place) else {
            if matches!(event.kind, EventKind::Message(_)) {
                let mut talk = Talk::of(event.place.clone());
                talk.hear(event);
                let place = places.insert(&community.id, talk);
                places.changed.insert(place);
            }
            return;
        };
        if places.by_place.get_mut(&place).is_some_and(|remembered| remembered.talk.hear(event)) {
            places.follow(place);
        }
    }

    /// What was said in a place since a moment, the newest last.
    pub(crate) fn heard(&self, place: &Place, since: Timestamp) -> Vec<Heard> {
        let places = self.0.lock();
        let Some(remembered) = places.by_place.get(place) else { return Vec::new() };
        remembered.talk.heard().filter(|heard| heard.at >= since).cloned().collect()
    }

    /// What was said to a community in a private place since a moment.
    pub(crate) fn heard_in_private(
        &self,
        community: &CommunityId,
        place: &Place,
        since: Timestamp,
    ) -> Vec<Heard> {
        self.1.heard(community, place, since)
    }

    /// Puts an event about a message where the message is: a platform may tell
    /// of it without its thread.
    pub(crate) fn locate(&self, event: &mut Event) {
        let (EventKind::Reaction(Reaction { message, .. }) | EventKind::ReactionCounts { message, .. }) =
            &event.kind
        else {
            return;
        };
        if event.place.thread.is_none()
            && let Some(place) = self.0.lock().find(&event.place, message)
        {
            event.place = place.clone();
        }
    }

    /// Forgets what was said before a moment.
    fn forget_before(&self, moment: Timestamp) {
        self.1.forget_before(moment);
        let mut places = self.0.lock();
        let all: Vec<_> = places.by_place.keys().cloned().collect();
        for place in all {
            let Some(remembered) = places.by_place.get_mut(&place) else { continue };
            if remembered.talk.forget_before(moment) {
                places.follow(place);
            }
        }
    }

    /// What the store has to change next: a page of it, or nothing.
    fn changes(&self) -> Changes {
        let mut places = self.0.lock();
        let deleted = places.forgotten.len().min(PAGE);
        let forgotten: Vec<_> = places.forgotten.drain(..deleted).collect();
        let mut changed = Vec::new();
        while forgotten.len() + changed.len() < PAGE
            && let Some(place) = places.changed.pop_first()
        {
            match places.by_place.get(&place).map(Remembered::row) {
                Some(Ok(row)) => changed.push((place, row)),
                Some(Err(error)) => warn!(%error, "what was said lately can't be written"),
                None => {}
            }
        }
        Changes { forgotten, changed }
    }

    /// The store could not be changed: that waits again.
    fn put_back(&self, Changes { forgotten, changed }: Changes) {
        let mut places = self.0.lock();
        places.forgotten.extend(forgotten);
        places.changed.extend(changed.into_iter().map(|(place, _)| place));
    }

    /// Takes over what earlier runs remembered, each as it was when it was written.
    fn restore(&self, mut found: Vec<(CommunityId, Talk)>) {
        found.sort_by_key(|(_, talk)| talk.newest());
        let mut places = self.0.lock();
        for (community, talk) in found {
            places.insert(&community, talk);
        }
    }
}

impl Places {
    /// Marks a place as used now; `None` where nothing is remembered of it.
    fn used(&mut self, place: &Place) -> Option<Arc<Place>> {
        let (key, _) = self.by_place.get_key_value(place)?;
        let key = Arc::clone(key);
        self.uses += 1;
        if let Some(remembered) = self.by_place.get_mut(place) {
            self.by_use.remove(&remembered.used);
            remembered.used = self.uses;
        }
        self.by_use.insert(self.uses, Arc::clone(&key));
        Some(key)
    }

    fn insert(&mut self, community: &CommunityId, talk: Talk) -> Arc<Place> {
        if self.by_place.len() >= PLACES_MAX
            && let Some((_, unused)) = self.by_use.first_key_value()
        {
            let unused = Arc::clone(unused);
            self.forget(&unused);
        }
        self.uses += 1;
        let place = Arc::new(talk.place.clone());
        self.by_use.insert(self.uses, Arc::clone(&place));
        let remembered = Remembered { community: community.clone(), talk, used: self.uses };
        self.by_place.insert(Arc::clone(&place), remembered);
        place
    }

    /// Has the store follow what changed in a place. One of which nothing is
    /// left makes room.
    fn follow(&mut self, place: Arc<Place>) {
        if self.by_place.get(&place).is_some_and(|remembered| remembered.talk.newest().is_none()) {
            self.forget(&place);
        } else {
            self.changed.insert(place);
        }
    }

    fn forget(&mut self, place: &Place) {
        if let Some(remembered) = self.by_place.remove(place) {
            self.by_use.remove(&remembered.used);
            self.forgotten.push(remembered.key());
        }
    }

    /// The channel or the thread of it where a message was said.
    fn find(&self, channel: &Place, message: &MessageId) -> Option<&Place> {
        let threads = self.by_place.range::<Place, _>((Bound::Included(channel), Bound::Unbounded));
        threads
            .take_while(|(place, _)| place.is_within(channel))
            .find(|(_, remembered)| remembered.talk.holds(message))
            .map(|(place, _)| place.as_ref())
    }
}

impl Remembered {
    fn key(&self) -> Key {
        Key::new(&self.community, Talk::COLLECTION, &self.talk.place)
    }

    fn row(&self) -> Result<Write, RecordError> {
        Ok(Write::Put(self.key(), record::encode(&self.talk)?))
    }
}

impl Shared {
    /// Reads what earlier runs remembered. A row that can't be read is no loss
    /// that would be worth not starting.
    pub(crate) async fn load_talk(&self) -> Result<(), StoreError> {
        let Some(memory) = &self.talk else { return Ok(()) };
        let oldest = self.clock.now() - self.options.talk_for;
        let mut found = Vec::new();
        for community in self.claims.all() {
            let range = KeyRange::collection(&community.id, Talk::COLLECTION, PAGE);
            let mut pages = Pages::of(&*self.store, range);
            while let Some(page) = pages.next().await? {
                for (_, stored) in &page {
                    match record::decode::<Talk>(&stored.value) {
                        Ok(mut talk) => {
                            talk.forget_before(oldest);
                            if talk.newest().is_some() && community.holds(&talk.place) {
                                found.push((community.id.clone(), talk));
                            }
                        }
                        Err(error) => debug!(%error, "what was said lately can't be read"),
                    }
                }
            }
        }
        memory.restore(found);
        Ok(())
    }

    /// Writes what was said every few seconds, and once more at the end.
    pub(crate) async fn write_talk(self: Arc<Self>) {
        let Some(memory) = &self.talk else { return };
        loop {
            let goes_on = tokio::select! {
                () = tokio::time::sleep(WRITE_EVERY) => true,
                () = self.stopping.cancelled() => false,
            };
            if let Err(error) = self.write_changes(memory, goes_on).await {
                warn!(%error, "what was said lately can't be written");
            }
            if !goes_on {
                return;
            }
        }
    }

    /// `lazy`: it need not outlive a crash that comes at once.
    async fn write_changes(&self, memory: &Memory, lazy: bool) -> Result<(), CommitError> {
        loop {
            let changes = memory.changes();
            if changes.is_empty() {
                return Ok(());
            }
            let batch = Batch { writes: changes.writes(), lazy, ..Batch::default() };
            if let Err(error) = self.store.commit(batch).await {
                memory.put_back(changes);
                return Err(error);
            }
        }
    }

    /// Forgets what was said too long ago.
    pub(crate) fn forget_talk(&self) {
        if let Some(memory) = &self.talk {
            memory.forget_before(self.clock.now() - self.options.talk_for);
        }
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::{Account, Actor, Audience, Message};

    use super::*;

    fn said(place: &Place, id: &str) -> Event {
        let at = Timestamp::from_millis(1);
        Event {
            id: id.into(),
            community: None,
            at,
            place: place.clone(),
            audience: Audience::Group,
            actor: Actor::human(Account::new("p", "1"), "Ana"),
            locale: None,
            kind: EventKind::Message(Message { id: Some(id.into()), ..Message::of("hello") }),
            reply: None,
        }
    }

    fn remembers(memory: &Memory, place: &Place) -> bool {
        !memory.heard(place, Timestamp::default()).is_empty()
    }

    #[test]
    fn the_place_that_is_longest_silent_makes_room() {
        let (memory, community) = (Memory::default(), Community::new("acme", "Acme"));
        let place = |number: usize| Place::channel("p", number.to_string());
        for number in 0..PLACES_MAX {
            memory.hear(&community, &said(&place(number), "m1"));
        }
        while !memory.changes().is_empty() {}
        memory.hear(&community, &said(&place(0), "m2"));
        memory.hear(&community, &said(&place(PLACES_MAX), "m1"));
        assert!(remembers(&memory, &place(0)), "somebody spoke there again");
        assert!(!remembers(&memory, &place(1)));
        assert!(remembers(&memory, &place(PLACES_MAX)));
        assert_eq!(memory.0.lock().by_use.len(), PLACES_MAX);

        memory.hear(&community, &said(&place(1), "m2"));
        let writes = memory.changes().writes();
        let kinds: Vec<_> = writes.iter().map(|write| matches!(write, Write::Put(..))).collect();
        assert_eq!(kinds, [false, false, true, true, true], "what is forgotten goes first");
        let again = Key::new(&community.id, Talk::COLLECTION, &place(1));
        assert_eq!(writes[0].key(), &again);
        assert!(writes[2..].iter().any(|write| *write.key() == again), "and is kept when it is there again");
    }

    #[test]
    fn a_place_whose_last_message_was_removed_is_forgotten() {
        let (memory, community) = (Memory::default(), Community::new("acme", "Acme"));
        let place = Place::channel("p", "1");
        memory.hear(&community, &said(&place, "m1"));
        while !memory.changes().is_empty() {}
        let removed = EventKind::Deleted { message: "m1".into() };
        memory.hear(&community, &Event { kind: removed, ..said(&place, "e1") });
        assert!(memory.0.lock().by_place.is_empty() && memory.0.lock().by_use.is_empty());
        let gone = Write::Delete(Key::new(&community.id, Talk::COLLECTION, &place));
        assert_eq!(memory.changes().writes(), [gone]);
    }

    #[test]
    fn what_could_not_be_written_is_written_next() {
        let (memory, community) = (Memory::default(), Community::new("acme", "Acme"));
        let [left, kept] = ["1", "2"].map(|channel| Place::channel("p", channel));
        memory.hear(&community, &said(&left, "m1"));
        memory.hear(&community, &said(&kept, "m1"));
        let removed = EventKind::Deleted { message: "m1".into() };
        memory.hear(&community, &Event { kind: removed, ..said(&left, "e1") });
        let failed = memory.changes();
        let writes = failed.writes();
        memory.put_back(failed);
        assert_eq!(writes.len(), 2);
        assert_eq!(memory.changes().writes(), writes);
    }

    #[test]
    fn an_edit_and_a_removal_open_no_place() {
        let (memory, community) = (Memory::default(), Community::new("acme", "Acme"));
        let place = Place::channel("p", "1");
        let removed = EventKind::Deleted { message: "m1".into() };
        memory.hear(&community, &Event { kind: removed, ..said(&place, "m1") });
        assert!(memory.0.lock().by_place.is_empty());
    }
}
