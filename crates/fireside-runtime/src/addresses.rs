//! Addresses: a channel keeps the name it is known by here when its platform
//! gives it another address. What comes in is renamed, what goes out is
//! readdressed; nothing in between has to move. `docs/adr/0006-names-and-addresses.md`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, CommitError, Store, StoreError, Write};
use fireside_core::record::{self, Record};
use fireside_core::{Community, CommunityId, Delivery, Ground, Place};
use parking_lot::RwLock;
use serde::{Deserialize, Serialize};

use crate::pages::Pages;

/// How many moves are read at a time.
const PAGE: usize = 256;

/// Where a channel is by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Address {
    /// The channel, as it is known here.
    name: Place,
    /// Where it is.
    address: Place,
}

impl Record for Address {
    const COLLECTION: &'static str = "address";
}

/// Every channel that has moved.
#[derive(Debug)]
pub(crate) struct Addresses {
    store: Arc<dyn Store>,
    moved: RwLock<Moved>,
}

#[derive(Debug, Default)]
struct Moved {
    by_name: HashMap<Place, Place>,
    by_address: HashMap<Place, Place>,
}

impl Moved {
    fn insert(&mut self, Address { name, address }: Address) {
        if let Some(left) = self.by_name.remove(&name) {
            self.by_address.remove(&left);
        }
        if name != address {
            self.by_address.insert(address.clone(), name.clone());
            self.by_name.insert(name, address);
        }
    }
}

impl Addresses {
    /// What an earlier run learnt.
    pub(crate) async fn load(store: Arc<dyn Store>) -> Result<Self, StoreError> {
        let mut moved = Moved::default();
        let range = KeyRange::collection(&CommunityId::system(), Address::COLLECTION, PAGE);
        let mut pages = Pages::of(&*store, range);
        while let Some(page) = pages.next().await? {
            for (_, stored) in page {
                let address = record::decode::<Address>(&stored.value);
                moved.insert(address.map_err(|error| StoreError::Damaged { what: error.to_string() })?);
            }
        }
        Ok(Self { store, moved: RwLock::new(moved) })
    }

    /// The place as it is known here.
    pub(crate) fn name(&self, place: Place) -> Place {
        let moved = self.moved.read();
        if moved.by_address.is_empty() {
            return place;
        }
        match moved.by_address.get(&place.parent()) {
            Some(name) => Place { thread: place.thread, ..name.clone() },
            None => place,
        }
    }

    /// Where the place that is known by this name is.
    pub(crate) fn of(&self, name: &Place) -> Place {
        let moved = self.moved.read();
        match moved.by_name.get(&name.parent()) {
            Some(address) => Place { thread: name.thread.clone(), ..address.clone() },
            None => name.clone(),
        }
    }

    /// A delivery, to where its channel is.
    pub(crate) fn addressed<'a>(&self, delivery: &'a Delivery) -> Cow<'a, Delivery> {
        let moved = self.moved.read();
        let name = || delivery.effect.destination().parent();
        match (!moved.by_name.is_empty()).then(|| moved.by_name.get(&name())).flatten() {
            Some(address) => {
                let mut delivery = delivery.clone();
                delivery.effect.readdress(address);
                Cow::Owned(delivery)
            }
            None => Cow::Borrowed(delivery),
        }
    }

    /// A channel is somewhere else by now. `false`: that was known.
    pub(crate) async fn learn(&self, from: &Place, to: &Place) -> Result<bool, CommitError> {
        let address = Address { name: self.name(from.parent()), address: to.parent() };
        if self.moved.read().by_name.get(&address.name) == Some(&address.address)
            || address.name == address.address && !self.moved.read().by_name.contains_key(&address.name)
        {
            return Ok(false);
        }
        let key = Key::new(&CommunityId::system(), Address::COLLECTION, &address.name.to_string());
        let value =
            record::encode(&address).map_err(|error| StoreError::Unavailable { what: error.to_string() })?;
        let batch = Batch { writes: vec![Write::Put(key, value)], ..Batch::default() };
        self.store.commit(batch).await?;
        self.moved.write().insert(address);
        Ok(true)
    }

    /// A community, its places named as they are known here: its
    /// configuration may hold their new addresses already.
    pub(crate) fn named(&self, mut community: Community) -> Community {
        for ground in &mut community.grounds {
            if let Ground::Channel(platform, channel) = ground {
                let place = Place::channel(platform.clone(), channel.clone());
                *channel = self.name(place).channel;
            }
        }
        community.staff_home = community.staff_home.map(|home| self.name(home));
        for place in community.places.values_mut() {
            *place = self.name(place.clone());
        }
        community
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::memory::MemoryStore;

    use super::*;

    fn place(channel: &str) -> Place {
        Place::channel("p", channel)
    }

    async fn moved(moves: &[(&str, &str)]) -> Addresses {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::default());
        let addresses = Addresses::load(Arc::clone(&store)).await.expect("an empty store");
        for (from, to) in moves {
            addresses.learn(&place(from), &place(to)).await.expect("it is stored");
        }
        Addresses::load(store).await.expect("it can be read again")
    }

    #[tokio::test]
    async fn a_channel_that_moved_twice_keeps_its_first_name() {
        let addresses = moved(&[("a", "b"), ("b", "c")]).await;
        assert_eq!(addresses.name(place("c").thread("7")), place("a").thread("7"));
        assert_eq!(addresses.name(place("b")), place("b"));
        assert_eq!(addresses.of(&place("a").thread("7")), place("c").thread("7"));
        assert_eq!(addresses.of(&place("b")), place("b"));
    }

    #[tokio::test]
    async fn a_channel_that_moved_back_is_where_it_was() {
        let addresses = moved(&[("a", "b"), ("b", "a")]).await;
        assert_eq!(addresses.name(place("a")), place("a"));
        assert_eq!(addresses.name(place("b")), place("b"));
    }

    #[tokio::test]
    async fn a_configuration_may_hold_the_old_address_or_the_new() {
        let addresses = moved(&[("a", "b")]).await;
        for configured in ["a", "b"] {
            let mut community =
                Community::new("acme", "Acme").ground(Ground::Channel("p".into(), configured.into()));
            community.staff_home = Some(place(configured));
            community.places.insert("cards".to_owned(), place(configured).thread("3"));
            let named = addresses.named(community);
            assert!(named.holds(&place("a")));
            assert!(named.is_staff_place(&place("a").thread("7")));
            assert_eq!(named.places["cards"], place("a").thread("3"));
        }
    }
}
