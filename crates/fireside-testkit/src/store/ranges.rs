//! Ranges: ordered, limited, within their bounds.

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Store, Write};

use super::{StorePlace, put, write};

async fn keys(store: &dyn Store, range: &KeyRange) -> Vec<Key> {
    store.range(range).await.unwrap().into_iter().map(|(key, _)| key).collect()
}

fn numbered(number: u64) -> Key {
    Key::new(&"acme".into(), "thing", &number)
}

/// Entries come in the order of their keys' bytes, the first `limit` of them.
pub async fn a_range_is_in_the_order_of_its_keys_up_to_its_limit(place: &impl StorePlace) {
    let store = place.open().await;
    let shuffled = (0..300_u64).map(|number| number * 7 % 300);
    write(&*store, shuffled.map(|number| Write::Put(numbered(number), vec![0])).collect()).await;
    for (limit, expected) in [(0, 0), (1, 1), (299, 299), (300, 300), (usize::MAX, 300)] {
        let range = KeyRange::collection(&"acme".into(), "thing", limit);
        assert_eq!(keys(&*store, &range).await, (0..expected).map(numbered).collect::<Vec<_>>());
    }
    let part = KeyRange { start: numbered(10), end: numbered(13), limit: 10 };
    assert_eq!(keys(&*store, &part).await, [numbered(10), numbered(11), numbered(12)]);
}

/// A range without room is empty and no error.
pub async fn a_range_that_ends_before_it_starts_is_empty(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![Write::Put(numbered(5), vec![0])]).await;
    let empty = KeyRange { start: numbered(5), end: numbered(5), limit: 10 };
    assert!(keys(&*store, &empty).await.is_empty());
}

/// Communities whose names begin alike are apart.
pub async fn a_range_does_not_reach_into_another_community(place: &impl StorePlace) {
    let store = place.open().await;
    let communities = ["acme", "acme2", "acmd", "acme\0thing", ""];
    let of = |community: &str| Key::new(&community.into(), "thing", "same");
    write(&*store, communities.map(|community| Write::Put(of(community), vec![1])).to_vec()).await;
    for community in communities {
        let range = KeyRange::collection(&community.into(), "thing", 10);
        assert_eq!(keys(&*store, &range).await, [of(community)]);
    }
}

/// A range is bytes: one that spans communities, as upkeep reads it, finds both.
pub async fn a_range_across_communities_finds_both(place: &impl StorePlace) {
    let store = place.open().await;
    let other = Key::new(&"birch".into(), "thing", "b");
    write(&*store, vec![put("a", "1"), Write::Put(other.clone(), vec![1])]).await;
    let (start, end) = (Key::from_bytes(Vec::new()), Key::from_bytes(vec![u8::MAX]));
    let all = KeyRange { start, end, limit: 10 };
    assert_eq!(keys(&*store, &all).await, [super::key("a"), other]);
}
