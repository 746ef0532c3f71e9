//! What a turn reads: at once where the store can, else from what was loaded
//! for it.

use std::collections::{BTreeMap, HashMap};

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Hits, Query, Source, SourceError, Store, StoreError, Versioned};
use fireside_core::turn::Wanted;
use fireside_core::{CommunityId, Heard, Place, Timestamp};

use crate::addresses::Addresses;
use crate::index::Index;
use crate::shared::Shared;
use crate::talk::Memory;

pub(crate) struct Loaded<'a> {
    store: &'a dyn Store,
    index: &'a Index,
    /// What was said lately, where it is remembered, and since when it counts.
    talk: Option<(&'a Memory, Timestamp)>,
    addresses: &'a Addresses,
    keys: HashMap<Key, Option<Versioned>>,
    ranges: BTreeMap<KeyRange, Vec<(Key, Versioned)>>,
    /// Numbers stay the same when the turn is decided again.
    numbers: HashMap<Key, u64>,
}

impl<'a> Loaded<'a> {
    pub(crate) fn new(shared: &'a Shared) -> Self {
        let talk = shared.talk.as_ref().map(|talk| (talk, shared.clock.now() - shared.options.talk_for));
        let (store, addresses) = (shared.store.as_ref(), &shared.addresses);
        Self {
            store,
            index: &shared.index,
            talk,
            addresses,
            keys: HashMap::new(),
            ranges: BTreeMap::new(),
            numbers: HashMap::new(),
        }
    }

    /// Loads what a turn could not go on without.
    pub(crate) async fn load(&mut self, wanted: Vec<Wanted>) -> Result<(), StoreError> {
        let mut keys = Vec::new();
        for want in wanted {
            match want {
                Wanted::Key(key) => keys.push(key),
                Wanted::Range(range) => {
                    let found = self.store.range(&range).await?;
                    self.ranges.insert(range, found);
                }
                Wanted::Number(key) => {
                    let number = self.store.next_number(&key).await?;
                    self.numbers.insert(key, number);
                }
            }
        }
        if !keys.is_empty() {
            let found = self.store.get(&keys).await?;
            self.keys.extend(keys.into_iter().zip(found));
        }
        Ok(())
    }

    /// Forgets what was read, because it has changed; numbers stay.
    pub(crate) fn forget(&mut self) {
        self.keys.clear();
        self.ranges.clear();
    }
}

impl Source for Loaded<'_> {
    fn get(&self, key: &Key) -> Result<Option<Versioned>, SourceError> {
        match self.store.at_once() {
            Some(store) => store.get(key),
            None => self.keys.get(key).cloned().ok_or(SourceError::NotLoaded),
        }
    }

    fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, SourceError> {
        match self.store.at_once() {
            Some(store) => store.range(range),
            None => self.ranges.get(range).cloned().ok_or(SourceError::NotLoaded),
        }
    }

    fn heard(&self, place: &Place) -> Vec<Heard> {
        self.talk.map_or_else(Vec::new, |(talk, since)| talk.heard(place, since))
    }

    fn heard_in_private(&self, community: &CommunityId, place: &Place) -> Vec<Heard> {
        self.talk.map_or_else(Vec::new, |(talk, since)| talk.heard_in_private(community, place, since))
    }

    fn address(&self, place: &Place) -> Place {
        self.addresses.of(place)
    }

    fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Result<Hits, SourceError> {
        Ok(self.index.find(community, collection, query))
    }

    fn number(&self, key: &Key) -> Result<u64, SourceError> {
        self.numbers.get(key).copied().ok_or(SourceError::NotLoaded)
    }
}
