//! What a store keeps over closing and opening.

use fireside_core::key::KeyRange;
use fireside_core::ports::{Batch, Write};

use super::{StorePlace, bytes, key, put, revision, value, write};

/// All values and revisions are as they were.
pub async fn everything_is_there_after_reopening(place: &impl StorePlace) {
    let store = place.open().await;
    let large = vec![7; 100_000];
    for number in 0..200_u64 {
        write(&*store, vec![Write::Put(key(&number.to_string()), number.to_be_bytes().to_vec())]).await;
    }
    write(&*store, vec![Write::Put(key("large"), large.clone()), Write::Delete(key("7"))]).await;
    let all = KeyRange::collection(&"acme".into(), "thing", usize::MAX);
    let before = store.range(&all).await.unwrap();
    drop(store);
    let store = place.open().await;
    assert_eq!(store.range(&all).await.unwrap(), before);
    assert_eq!(before.len(), 200);
    assert!(bytes(&*store, &key("large")).await == Some(large));
}

/// Closing brings lazy batches to the disk.
pub async fn lazy_batches_are_there_after_closing(place: &impl StorePlace) {
    let store = place.open().await;
    for number in 0..20 {
        let writes = vec![put(&format!("receipt {number}"), "x")];
        store.commit(Batch { writes, lazy: true, ..Batch::default() }).await.unwrap();
    }
    drop(store);
    let store = place.open().await;
    for number in 0..20 {
        assert_eq!(value(&*store, &format!("receipt {number}")).await.as_deref(), Some("x"));
    }
}

/// A committed number is not given again; one that never was may be.
pub async fn numbers_go_on_after_reopening(place: &impl StorePlace) {
    let store = place.open().await;
    for expected in 1..=3 {
        assert_eq!(store.next_number(&key("case")).await.unwrap(), expected);
    }
    write(&*store, vec![Write::NextNumber(key("case"), 3)]).await;
    write(&*store, vec![Write::NextNumber(key("case"), 2)]).await;
    drop(store);
    let store = place.open().await;
    assert_eq!(store.next_number(&key("case")).await.unwrap(), 4);
}

/// A key that is written again after reopening has a revision it never had.
pub async fn revisions_grow_over_reopening(place: &impl StorePlace) {
    let mut last = None;
    for round in 0..3 {
        let store = place.open().await;
        for _ in 0..3 {
            write(&*store, vec![put("a", &round.to_string())]).await;
            let now = revision(&*store, "a").await;
            assert!(now > last, "{now:?} after {last:?}");
            last = now;
        }
    }
}
