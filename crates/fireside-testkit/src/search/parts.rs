//! The parts of an index: one for each community.

use fireside_core::key::Key;
use fireside_core::ports::DocumentChange;

use super::{SearchPlace, by_rank, fill, find, found, like, titled};

/// Nothing is found from another community or collection, whatever their names.
pub async fn communities_and_collections_are_apart(place: &impl SearchPlace) {
    let search = place.open();
    let parts = [("acme", "note"), ("acme", "note2"), ("acme2", "note"), ("acme\0note", "x"), ("", "note")];
    for (community, collection) in parts {
        let key = Key::new(&community.into(), collection, "same");
        let document = Some(titled("dark mode"));
        let change = DocumentChange { collection: collection.to_owned(), key, document };
        search.apply(&community.into(), vec![change]).unwrap();
    }
    search.flush().await.unwrap();
    for (community, collection) in parts {
        for query in [like("dark mode"), by_rank()] {
            let hits = search.find(&community.into(), collection, &query).unwrap();
            let own = Key::new(&community.into(), collection, "same");
            assert_eq!((hits.total, &hits.hits[0].key), (1, &own), "{community:?} {collection:?}");
        }
    }
    assert_eq!(search.find(&"nobody".into(), "note", &by_rank()).unwrap().total, 0);
}

/// A part that was never reset has no origin.
pub async fn a_part_has_the_origin_it_was_reset_to(place: &impl SearchPlace) {
    let search = place.open();
    assert_eq!(search.origin(&"acme".into()), None);
    search.reset(&"acme".into(), "first").await.unwrap();
    search.reset(&"acme2".into(), "other").await.unwrap();
    assert_eq!(search.origin(&"acme".into()).as_deref(), Some("first"));
    search.reset(&"acme".into(), "second").await.unwrap();
    fill(&*search, [titled("dark mode")]).await;
    assert_eq!(search.origin(&"acme".into()).as_deref(), Some("second"));
    assert_eq!(search.origin(&"acme2".into()).as_deref(), Some("other"));
}

/// A reset takes what is flushed and what is not, of its community alone.
pub async fn a_reset_empties_one_part(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [titled("dark mode")]).await;
    let change = |community: &str, number: u64| DocumentChange {
        collection: "note".to_owned(),
        key: Key::new(&community.into(), "note", &number),
        document: Some(titled("dark mode")),
    };
    search.apply(&"acme2".into(), vec![change("acme2", 1)]).unwrap();
    search.apply(&"acme".into(), vec![change("acme", 2)]).unwrap();
    search.reset(&"acme".into(), "anew").await.unwrap();
    search.flush().await.unwrap();
    assert_eq!(find(&*search, &by_rank()).total, 0);
    assert_eq!(search.find(&"acme2".into(), "note", &by_rank()).unwrap().total, 1);
    fill(&*search, [titled("dark mode")]).await;
    assert_eq!(found(&*search, &like("dark mode")), [1]);
}

/// Each part's origin is there when the index is opened again.
pub async fn origins_are_there_after_reopening(place: &impl SearchPlace) {
    let search = place.open();
    search.reset(&"acme".into(), "first").await.unwrap();
    fill(&*search, [titled("dark mode")]).await;
    search.reset(&"acme2".into(), "other").await.unwrap();
    drop(search);
    let search = place.open();
    assert_eq!(search.origin(&"acme".into()).as_deref(), Some("first"));
    assert_eq!(search.origin(&"acme2".into()).as_deref(), Some("other"));
    assert_eq!(search.origin(&"acme3".into()), None);
    assert_eq!(found(&*search, &by_rank()), [1]);
}
