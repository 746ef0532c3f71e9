//! Values and keys of any bytes come back as they were.

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::Write;

use super::{StorePlace, bytes, key, put, value, write};

/// The lengths around 4 KiB, where a store may begin to cut values up, and large ones.
const LENGTHS: [usize; 9] = [0, 1, 4_000, 4_083, 4_084, 4_096, 8_192, 70_000, 1_000_000];

fn pattern(len: usize) -> Vec<u8> {
    (0..=250_u8).cycle().take(len).collect()
}

/// Values come back whole, by key and by range.
pub async fn values_of_any_length_come_back(place: &impl StorePlace) {
    let store = place.open().await;
    let of = |len: usize| Key::new(&"acme".into(), "thing", &(len as u64));
    write(&*store, LENGTHS.iter().map(|len| Write::Put(of(*len), pattern(*len))).collect()).await;
    for len in LENGTHS {
        assert!(bytes(&*store, &of(len)).await == Some(pattern(len)), "a value of {len} bytes differs");
    }
    let range = KeyRange::collection(&"acme".into(), "thing", 100);
    let lengths: Vec<usize> =
        store.range(&range).await.unwrap().iter().map(|(_, stored)| stored.value.len()).collect();
    assert_eq!(lengths, LENGTHS);
}

/// Nothing of a large value shows through a smaller one, and deleting removes it.
pub async fn a_large_value_is_replaced_by_a_small_one_and_back(place: &impl StorePlace) {
    let store = place.open().await;
    for len in [50_000, 10, 20_000, 60_000, 0] {
        write(&*store, vec![Write::Put(key("a"), pattern(len))]).await;
        assert!(bytes(&*store, &key("a")).await == Some(pattern(len)), "a value of {len} bytes differs");
    }
    let twice = vec![Write::Put(key("a"), pattern(50_000)), Write::Put(key("a"), pattern(30_000))];
    write(&*store, twice).await;
    assert!(bytes(&*store, &key("a")).await == Some(pattern(30_000)));
    write(&*store, vec![Write::Delete(key("a"))]).await;
    assert_eq!(bytes(&*store, &key("a")).await, None);
}

/// NUL bytes, and any others, neither end a key nor mix it with another.
pub async fn nul_bytes_in_keys_and_values_come_back(place: &impl StorePlace) {
    let store = place.open().await;
    let keys: Vec<Key> = [&b"acme\0x\0a"[..], b"acme\0x\0a\0", b"acme\0x\0a\0b", b"\0", b"\xff\xff"]
        .into_iter()
        .chain([&b"m"[..], b"v", b"c"])
        .map(|bytes| Key::from_bytes(bytes.to_vec()))
        .collect();
    let value = |key: &Key| [b"\0", key.as_bytes(), b"\0"].concat();
    write(&*store, keys.iter().map(|key| Write::Put(key.clone(), value(key))).collect()).await;
    for key in &keys {
        assert_eq!(bytes(&*store, key).await, Some(value(key)), "{key:?}");
    }
}

/// `get` answers key by key, the same one twice as well.
pub async fn keys_are_answered_in_the_order_they_were_asked(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1"), put("b", "2")]).await;
    let asked = ["b", "absent", "a", "b"].map(key);
    let found = store.get(&asked).await.unwrap();
    let found: Vec<_> = found.iter().map(|stored| stored.as_ref().map(|stored| &stored.value[..])).collect();
    assert_eq!(found, [Some(&b"2"[..]), None, Some(b"1"), Some(b"2")]);
    assert!(store.get(&[]).await.unwrap().is_empty());
}

/// A store that serves reads at once gives the same values and revisions there.
pub async fn reads_at_once_say_what_other_reads_say(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1"), Write::Put(key("b"), pattern(9_000))]).await;
    assert_eq!(value(&*store, "a").await.as_deref(), Some("1"));
    let Some(source) = store.at_once() else { return };
    for name in ["a", "b", "absent"] {
        assert_eq!(source.get(&key(name)).unwrap(), store.get(&[key(name)]).await.unwrap()[0]);
    }
    let range = KeyRange::collection(&"acme".into(), "thing", 10);
    assert_eq!(source.range(&range).unwrap(), store.range(&range).await.unwrap());
}
