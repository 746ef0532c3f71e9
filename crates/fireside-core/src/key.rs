//! Keys of stored things: community, collection, then the thing's own path.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::actor::Account;
use crate::ids::{
    AccountId, ChannelId, CommunityId, DeliveryId, EventId, LaneId, MessageId, PersonId, Platform, SpaceId,
    ThreadId, TimerId,
};
use crate::place::Place;
use crate::time::Timestamp;

/// Separates the parts of a key; a part's own bytes are escaped around it.
const SEPARATOR: u8 = 0;
const ESCAPE: u8 = 1;

/// The key of one stored value. It begins with its community's id, so no read
/// or write can cross communities.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key(Vec<u8>);

impl Key {
    /// The key of `path` in a community's `collection`.
    pub fn new(community: &CommunityId, collection: &str, path: &(impl KeyPath + ?Sized)) -> Self {
        let mut key = prefix(community, collection);
        path.push_to(&mut key);
        Self(key)
    }

    /// The key of the row that says this key is indexed by `value`.
    pub(crate) fn as_index_row(&self, community: &CommunityId, collection: &str, value: &str) -> Self {
        let mut row = Self::new(community, collection, value).0;
        row.push(SEPARATOR);
        let path = self.0.splitn(3, |byte| *byte == SEPARATOR).nth(2);
        row.extend(path.unwrap_or_default());
        Self(row)
    }

    /// A key from the bytes of another.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The key's bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The part of the path at `index`, counted from 0 behind the collection.
    pub fn part(&self, index: usize) -> Option<String> {
        let raw = self.0.split(|byte| *byte == SEPARATOR).nth(index + 2)?;
        let mut part = Vec::with_capacity(raw.len());
        let mut bytes = raw.iter();
        while let Some(byte) = bytes.next() {
            part.push(if *byte == ESCAPE { bytes.next()?.wrapping_sub(2) } else { *byte });
        }
        String::from_utf8(part).ok()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = String::from_utf8_lossy(&self.0).replace('\0', "/");
        write!(f, "Key({shown})")
    }
}

/// The keys from `start` up to but not including `end`, at most `limit` of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyRange {
    /// The first key.
    pub start: Key,
    /// The key after the last.
    pub end: Key,
    /// The most keys to read.
    pub limit: usize,
}

impl KeyRange {
    /// Everything in a community's `collection`.
    pub fn collection(community: &CommunityId, collection: &str, limit: usize) -> Self {
        Self::starting_with(prefix(community, collection), limit)
    }

    /// Everything in a community's `collection` whose path begins with the parts of `path`.
    pub fn under(
        community: &CommunityId,
        collection: &str,
        path: &(impl KeyPath + ?Sized),
        limit: usize,
    ) -> Self {
        let mut start = Key::new(community, collection, path).0;
        start.push(SEPARATOR);
        Self::starting_with(start, limit)
    }

    fn starting_with(start: Vec<u8>, limit: usize) -> Self {
        let mut end = start.clone();
        if let Some(last) = end.last_mut() {
            *last += 1;
        }
        Self { start: Key(start), end: Key(end), limit }
    }

    /// What of the range lies behind `key`.
    #[must_use]
    pub fn after(mut self, key: &Key) -> Self {
        let mut start = key.0.clone();
        start.push(0);
        self.start = Key(start);
        self
    }

    /// Whether `key` lies between start and end.
    pub fn holds(&self, key: &Key) -> bool {
        self.start <= *key && *key < self.end
    }
}

fn prefix(community: &CommunityId, collection: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(64);
    push_escaped(&mut key, community.as_str().as_bytes());
    key.push(SEPARATOR);
    push_escaped(&mut key, collection.as_bytes());
    key.push(SEPARATOR);
    key
}

fn push_escaped(key: &mut Vec<u8>, part: &[u8]) {
    for byte in part {
        if *byte <= ESCAPE {
            key.extend([ESCAPE, byte + 2]);
        } else {
            key.push(*byte);
        }
    }
}

/// What a key's path can be made of.
pub trait KeyPath {
    /// Appends the path's parts, separated.
    fn push_to(&self, key: &mut Vec<u8>);
}

impl KeyPath for str {
    fn push_to(&self, key: &mut Vec<u8>) {
        push_escaped(key, self.as_bytes());
    }
}

impl KeyPath for String {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.as_str().push_to(key);
    }
}

impl KeyPath for u64 {
    /// Sixteen hexadecimal digits, so that keys sort as numbers do.
    fn push_to(&self, key: &mut Vec<u8>) {
        key.extend(format!("{self:016x}").bytes());
    }
}

impl KeyPath for Timestamp {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.as_millis().push_to(key);
    }
}

macro_rules! shown_in_keys {
    ($($id:ty),*) => {$(
        impl KeyPath for $id {
            fn push_to(&self, key: &mut Vec<u8>) {
                push_escaped(key, self.to_string().as_bytes());
            }
        }
    )*};
}

shown_in_keys!(
    Account,
    AccountId,
    ChannelId,
    CommunityId,
    DeliveryId,
    EventId,
    LaneId,
    MessageId,
    PersonId,
    Place,
    Platform,
    SpaceId,
    ThreadId,
    TimerId
);

impl<T: KeyPath + ?Sized> KeyPath for &T {
    fn push_to(&self, key: &mut Vec<u8>) {
        (**self).push_to(key);
    }
}

impl<A: KeyPath, B: KeyPath> KeyPath for (A, B) {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.0.push_to(key);
        key.push(SEPARATOR);
        self.1.push_to(key);
    }
}

impl<A: KeyPath, B: KeyPath, C: KeyPath> KeyPath for (A, B, C) {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.0.push_to(key);
        key.push(SEPARATOR);
        self.1.push_to(key);
        key.push(SEPARATOR);
        self.2.push_to(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_community_is_not_the_beginning_of_another() {
        let range = KeyRange::collection(&"acme".into(), "case", 10);
        assert!(range.holds(&Key::new(&"acme".into(), "case", &7)));
        assert!(!range.holds(&Key::new(&"acme2".into(), "case", &7)));
        assert!(!range.holds(&Key::new(&"acme".into(), "case2", &7)));
    }

    #[test]
    fn a_path_is_not_the_beginning_of_another() {
        let range = KeyRange::under(&"acme".into(), "voice", &7, 10);
        assert!(range.holds(&Key::new(&"acme".into(), "voice", &(7, "p"))));
        assert!(!range.holds(&Key::new(&"acme".into(), "voice", &(70, "p"))));
    }

    proptest! {
        #[test]
        fn different_parts_make_different_keys(a in ".*", b in ".*", c in ".*", d in ".*") {
            let one = Key::new(&"acme".into(), "x", &(a.as_str(), b.as_str()));
            let other = Key::new(&"acme".into(), "x", &(c.as_str(), d.as_str()));
            prop_assert_eq!(one == other, (&a, &b) == (&c, &d));
            prop_assert_eq!(one.part(0), Some(a));
            prop_assert_eq!(one.part(1), Some(b));
        }

        #[test]
        fn numbers_sort_as_numbers(a: u64, b: u64) {
            let (one, other) = (Key::new(&"acme".into(), "x", &a), Key::new(&"acme".into(), "x", &b));
            prop_assert_eq!(one.cmp(&other), a.cmp(&b));
        }
    }
}
