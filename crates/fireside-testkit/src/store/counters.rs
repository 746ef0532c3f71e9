//! Hot spots that don't conflict: unique keys, sums, numbers.

use std::collections::BTreeSet;
use std::sync::Arc;

use fireside_core::ports::{Batch, CommitError, Write};
use tokio::task::JoinSet;

use super::{StorePlace, commit, key, number, put, value, write};

/// A taken key refuses its whole batch and says which key it is.
pub async fn a_taken_unique_key_leaves_nothing_of_its_batch(place: &impl StorePlace) {
    let store = place.open().await;
    let mark = |by: &str| Write::InsertUnique(key("mark"), by.as_bytes().to_vec());
    write(&*store, vec![mark("first")]).await;
    let refused = commit(&*store, Vec::new(), vec![put("a", "1"), mark("second"), put("b", "1")]).await;
    assert!(
        matches!(&refused, Err(CommitError::Taken { key: taken }) if *taken == key("mark")),
        "{refused:?}"
    );
    assert_eq!(value(&*store, "mark").await.as_deref(), Some("first"));
    assert_eq!(value(&*store, "a").await, None);
    assert_eq!(value(&*store, "b").await, None);
    write(&*store, vec![Write::Delete(key("mark"))]).await;
    write(&*store, vec![mark("third")]).await;
    assert_eq!(value(&*store, "mark").await.as_deref(), Some("third"));
}

/// Many at once: one inserts it, all others are told that it is taken.
pub async fn of_many_that_insert_a_unique_key_one_does(place: &impl StorePlace) {
    let store = place.open().await;
    let mut tasks = JoinSet::new();
    for task in 0..32 {
        let store = Arc::clone(&store);
        tasks.spawn(async move {
            let mark = Write::InsertUnique(key("mark"), vec![task]);
            commit(&*store, Vec::new(), vec![mark, Write::Increment(key("effects"), 1)]).await
        });
    }
    let results = tasks.join_all().await;
    let taken = results.iter().filter(|result| matches!(result, Err(CommitError::Taken { .. }))).count();
    assert_eq!((results.iter().filter(|result| result.is_ok()).count(), taken), (1, 31));
    assert_eq!(number(&*store, "effects").await, 1);
}

/// No increment is lost and none conflicts, durable and lazy ones alike.
pub async fn increments_of_many_tasks_add_up(place: &impl StorePlace) {
    let store = place.open().await;
    let mut tasks = JoinSet::new();
    for task in 0..8_i64 {
        let store = Arc::clone(&store);
        tasks.spawn(async move {
            for step in 0..25 {
                let writes = vec![Write::Increment(key("sum"), task - 3)];
                let batch = Batch { writes, lazy: step % 2 == 0, ..Batch::default() };
                store.commit(batch).await.unwrap();
            }
        });
    }
    tasks.join_all().await;
    assert_eq!(number(&*store, "sum").await, 25 * (0..8).map(|task| task - 3).sum::<i64>());
}

/// Increments of one key in one batch count each, also after a put of it.
pub async fn increments_of_one_batch_add_up(place: &impl StorePlace) {
    let store = place.open().await;
    let add = |by| Write::Increment(key("sum"), by);
    write(&*store, vec![add(5), add(-7)]).await;
    assert_eq!(number(&*store, "sum").await, -2);
    let reset = Write::Put(key("sum"), 100_i64.to_be_bytes().to_vec());
    write(&*store, vec![reset, add(1)]).await;
    assert_eq!(number(&*store, "sum").await, 101);
}

/// Numbers are drawn from 1, and none is given to two.
pub async fn drawn_numbers_are_given_once(place: &impl StorePlace) {
    let store = place.open().await;
    let mut tasks = JoinSet::new();
    for _ in 0..8 {
        let store = Arc::clone(&store);
        tasks.spawn(async move {
            let mut drawn = Vec::new();
            for _ in 0..20 {
                let number = store.next_number(&key("case")).await.unwrap();
                write(&*store, vec![Write::NextNumber(key("case"), number)]).await;
                drawn.push(number);
            }
            drawn
        });
    }
    let drawn: Vec<u64> = tasks.join_all().await.concat();
    let different: BTreeSet<u64> = drawn.iter().copied().collect();
    assert_eq!(different, (1..=160).collect());
    assert_eq!(drawn.len(), 160);
    assert_eq!(number(&*store, "case").await, 160);
}

/// Each key counts by itself.
pub async fn numbers_of_different_keys_do_not_mix(place: &impl StorePlace) {
    let store = place.open().await;
    for _ in 0..3 {
        store.next_number(&key("case")).await.unwrap();
    }
    assert_eq!(store.next_number(&key("idea")).await.unwrap(), 1);
    assert_eq!(store.next_number(&key("case")).await.unwrap(), 4);
}
