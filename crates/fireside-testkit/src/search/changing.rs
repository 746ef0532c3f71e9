//! How changes come into an index, and stay.

use super::{SearchPlace, by_rank, change, fill, found, having, like, titled};

/// What was applied before a flush is found once it has returned.
pub async fn what_was_applied_is_found_after_a_flush(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [titled("dark mode")]).await;
    assert_eq!(found(&*search, &like("dark mode")), [1]);
    assert_eq!(found(&*search, &by_rank()), [1]);
}

/// Of several changes of one document the last counts, before and after a flush.
pub async fn the_last_change_of_a_document_counts(place: &impl SearchPlace) {
    let search = place.open();
    let changes = [Some(titled("crash")), None, Some(titled("dark mode"))];
    search.apply(&"acme".into(), changes.map(|document| change(1, document)).to_vec()).unwrap();
    search.flush().await.unwrap();
    assert_eq!(found(&*search, &like("dark mode")), [1]);
    assert!(found(&*search, &like("crash")).is_empty());
    fill(&*search, [having(&["status:done"], 3)]).await;
    assert!(found(&*search, &like("dark mode")).is_empty());
    assert_eq!(found(&*search, &by_rank().has("status:done")), [1]);
}

/// What is gone is not found; that something unknown is gone is no error.
pub async fn a_document_that_is_gone_is_not_found(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [titled("dark mode"), titled("darker mode")]).await;
    search.apply(&"acme".into(), vec![change(1, None), change(9, None)]).unwrap();
    search.flush().await.unwrap();
    assert_eq!(found(&*search, &like("dark mode")), [2]);
    let all = super::find(&*search, &by_rank());
    assert_eq!((all.total, all.hits.len()), (1, 1));
}

/// A flush of nothing is allowed.
pub async fn an_empty_flush_changes_nothing(place: &impl SearchPlace) {
    let search = place.open();
    search.flush().await.unwrap();
    fill(&*search, [titled("dark mode")]).await;
    search.flush().await.unwrap();
    assert_eq!(found(&*search, &by_rank()), [1]);
}

/// What was flushed is there when the index is opened again.
pub async fn everything_flushed_is_found_after_reopening(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [having(&["kind:bug"], 1), having(&["kind:bug"], 2), titled("dark mode")]).await;
    search.apply(&"acme".into(), vec![change(1, None)]).unwrap();
    search.flush().await.unwrap();
    drop(search);
    let search = place.open();
    assert_eq!(found(&*search, &by_rank().has("kind:bug")), [2]);
    assert_eq!(found(&*search, &like("dark mode")), [3]);
}
