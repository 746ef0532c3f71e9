//! Batches: whole or not at all, one after another.

use std::sync::Arc;

use fireside_core::key::KeyRange;
use fireside_core::ports::{Batch, Check, CommitError, Write};
use tokio::task::JoinSet;

use super::{StorePlace, commit, key, put, unchanged, value, write};

/// Every write of a batch takes effect.
pub async fn a_batch_is_applied_whole(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "1"), put("b", "2"), put("c", "3")]).await;
    write(&*store, vec![put("a", "4"), Write::Delete(key("b"))]).await;
    assert_eq!(value(&*store, "a").await.as_deref(), Some("4"));
    assert_eq!(value(&*store, "b").await, None);
    assert_eq!(value(&*store, "c").await.as_deref(), Some("3"));
}

/// A batch one of whose checks fails changes nothing.
pub async fn a_refused_batch_leaves_nothing(place: &impl StorePlace) {
    let store = place.open().await;
    write(&*store, vec![put("a", "old")]).await;
    let checks = vec![unchanged(&*store, "a").await, Check::Key { key: key("a"), revision: None }];
    let writes = vec![put("a", "new"), put("b", "new"), Write::Increment(key("n"), 1)];
    let refused = commit(&*store, checks, writes).await;
    assert!(matches!(refused, Err(CommitError::Conflict)), "{refused:?}");
    assert_eq!(value(&*store, "a").await.as_deref(), Some("old"));
    assert_eq!(value(&*store, "b").await, None);
    assert_eq!(value(&*store, "n").await, None);
}

/// One read call sees a batch whole or not at all.
pub async fn reads_never_see_half_a_batch(place: &impl StorePlace) {
    let store = place.open().await;
    let names = ["a", "b", "c", "d"];
    let round = |round: u32| names.iter().map(|name| put(name, &round.to_string())).collect::<Vec<_>>();
    write(&*store, round(0)).await;
    let writing = tokio::spawn({
        let store = Arc::clone(&store);
        let rounds: Vec<_> = (1..=200).map(round).collect();
        async move {
            for writes in rounds {
                write(&*store, writes).await;
            }
        }
    });
    let all = KeyRange::collection(&"acme".into(), "thing", 10);
    while !writing.is_finished() {
        let ranged = store.range(&all).await.unwrap();
        assert!(ranged.windows(2).all(|pair| pair[0].1 == pair[1].1), "half a batch: {ranged:?}");
        let got = store.get(&names.map(key)).await.unwrap();
        assert!(got.windows(2).all(|pair| pair[0] == pair[1]), "half a batch: {got:?}");
    }
    writing.await.unwrap();
    assert_eq!(value(&*store, "d").await.as_deref(), Some("200"));
}

/// Of batches that were decided on the same reading and wait together, one is
/// committed and the others conflict.
pub async fn of_batches_that_conflict_exactly_one_wins(place: &impl StorePlace) {
    let store = place.open().await;
    for round in 0..20 {
        let check = unchanged(&*store, "claim").await;
        let mut claims = JoinSet::new();
        for claimant in 0..16 {
            let (store, check) = (Arc::clone(&store), check.clone());
            claims.spawn(async move {
                let writes = vec![put("claim", &format!("{round}/{claimant}")), put("other", "x")];
                (claimant, commit(&*store, vec![check], writes).await)
            });
        }
        let mut winners = Vec::new();
        for (claimant, result) in claims.join_all().await {
            match result {
                Ok(()) => winners.push(claimant),
                Err(error) => assert!(matches!(error, CommitError::Conflict), "{error}"),
            }
        }
        assert_eq!(winners.len(), 1, "round {round}: {winners:?} won");
        assert_eq!(value(&*store, "claim").await, Some(format!("{round}/{}", winners[0])));
    }
}

/// Two writes of a batch under one key are made in their order.
pub async fn a_later_write_of_a_batch_wins(place: &impl StorePlace) {
    let store = place.open().await;
    let twice = vec![put("a", "first"), put("a", "second"), put("b", "first"), Write::Delete(key("b"))];
    write(&*store, twice).await;
    assert_eq!(value(&*store, "a").await.as_deref(), Some("second"));
    assert_eq!(value(&*store, "b").await, None);
}

/// What a lazy batch wrote is read by whoever reads after its answer.
pub async fn a_lazy_batch_is_seen_at_once(place: &impl StorePlace) {
    let store = place.open().await;
    for round in 0..50 {
        let writes = vec![put("receipt", &round.to_string())];
        store.commit(Batch { writes, lazy: true, ..Batch::default() }).await.unwrap();
        assert_eq!(value(&*store, "receipt").await, Some(round.to_string()));
    }
}

/// A batch of nothing is committed, and a check of it counts.
pub async fn an_empty_batch_is_committed(place: &impl StorePlace) {
    let store = place.open().await;
    assert!(store.commit(Batch::default()).await.is_ok());
    let absent = Check::Key { key: key("a"), revision: None };
    assert!(commit(&*store, vec![absent.clone()], Vec::new()).await.is_ok());
    write(&*store, vec![put("a", "1")]).await;
    let refused = commit(&*store, vec![absent], Vec::new()).await;
    assert!(matches!(refused, Err(CommitError::Conflict)), "{refused:?}");
}
