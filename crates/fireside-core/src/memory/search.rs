//! An index in memory: it looks at every document each time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use crate::ids::CommunityId;
use crate::key::Key;
use crate::ports::{Document, DocumentChange, Hit, Hits, Order, Query, Search, SearchError};

/// A [`Search`] whose content goes with the process, for tests and small bots.
#[derive(Debug, Default)]
pub struct MemorySearch {
    parts: Mutex<BTreeMap<CommunityId, Part>>,
}

#[derive(Debug, Default)]
struct Part {
    origin: Option<String>,
    documents: BTreeMap<(String, Key), Document>,
}

impl MemorySearch {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<CommunityId, Part>> {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Search for MemorySearch {
    fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Result<Hits, SearchError> {
        let parts = self.lock();
        let Some(part) = parts.get(community) else { return Ok(Hits::default()) };
        let mut found: Vec<_> = part
            .documents
            .iter()
            .filter(|((within, _), document)| within == collection && fits(query, document))
            .filter_map(|((_, key), document)| Some((place(query, document)?, key)))
            .collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| other.1.cmp(one.1)));
        let total = found.len();
        let hits = found.into_iter().skip(query.offset).take(query.limit);
        let hits = hits.map(|(place, key)| Hit { key: key.clone(), score: score(query, place) });
        Ok(Hits { total, hits: hits.collect(), is_partial: false })
    }

    fn apply(&self, community: &CommunityId, changes: Vec<DocumentChange>) -> Result<(), SearchError> {
        let mut parts = self.lock();
        let part = parts.entry(community.clone()).or_default();
        for DocumentChange { collection, key, document } in changes {
            match document {
                Some(document) => part.documents.insert((collection, key), document),
                None => part.documents.remove(&(collection, key)),
            };
        }
        Ok(())
    }

    async fn flush(&self) -> Result<(), SearchError> {
        Ok(())
    }

    fn origin(&self, community: &CommunityId) -> Option<String> {
        self.lock().get(community)?.origin.clone()
    }

    async fn reset(&self, community: &CommunityId, origin: &str) -> Result<(), SearchError> {
        let part = Part { origin: Some(origin.to_owned()), ..Part::default() };
        self.lock().insert(community.clone(), part);
        Ok(())
    }
}

fn fits(query: &Query, document: &Document) -> bool {
    let has = |term: &String| document.terms.contains(term);
    query.has.iter().all(|group| group.iter().any(has))
        && !query.has_not.iter().any(has)
        && query.rank_min.is_none_or(|(slot, least)| rank(document, slot) >= least)
}

fn rank(document: &Document, slot: usize) -> u64 {
    document.ranks.get(slot).copied().unwrap_or_default()
}

/// Where a document stands in the order; `None`: nowhere.
fn place(query: &Query, document: &Document) -> Option<f64> {
    match &query.order {
        #[expect(clippy::cast_precision_loss, reason = "ranks are counts and times: far below 2^53")]
        Order::Rank(slot) => Some(rank(document, *slot) as f64),
        Order::Like(words) => {
            let words = grams(words);
            let likeness = shared(&words, &grams(&document.title))
                .max(shared(&words, &grams(&format!("{} {}", document.title, document.body))));
            (likeness > 0.0).then_some(likeness)
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a likeness is between 0 and 1")]
fn score(query: &Query, place: f64) -> f32 {
    if matches!(query.order, Order::Like(_)) { place as f32 } else { 0.0 }
}

/// The pieces of three characters that words are made of.
fn grams(words: &str) -> BTreeSet<String> {
    let folded = words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let letters: Vec<char> = format!(" {folded} ").chars().collect();
    letters.windows(3).map(|three| three.iter().collect()).collect()
}

/// How much of two sets is in both, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^53 characters")]
fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let both = one.intersection(other).count() as f64;
    2.0 * both / (one.len() + other.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part() -> (MemorySearch, CommunityId) {
        let (search, acme) = (MemorySearch::default(), CommunityId::new("acme"));
        let change = |(number, title, term): (u64, &str, &str)| DocumentChange {
            collection: "note".to_owned(),
            key: Key::new(&acme, "note", &number),
            document: Some(Document {
                title: title.to_owned(),
                terms: vec![term.to_owned()],
                ranks: [number, 0, 0],
                ..Document::default()
            }),
        };
        let notes = [
            (1, "dark mode", "kind:idea"),
            (2, "crash at start", "kind:bug"),
            (3, "darker mode", "kind:bug"),
        ];
        search.apply(&acme, notes.map(change).to_vec()).expect("memory takes it");
        (search, acme)
    }

    fn found(query: &Query) -> Vec<Option<String>> {
        let (search, acme) = part();
        let hits = search.find(&acme, "note", query).expect("memory can be read");
        hits.hits
            .iter()
            .map(|hit| hit.key.part(0).map(|hex| hex.trim_start_matches('0').to_owned()))
            .collect()
    }

    #[test]
    fn the_likest_comes_first_and_the_unlike_not_at_all() {
        let query = Query::new(Order::Like("Dark  mode".to_owned()), 10);
        assert_eq!(found(&query), [Some("1".to_owned()), Some("3".to_owned())]);
    }

    #[test]
    fn what_has_a_term_comes_by_rank() {
        let query = Query::new(Order::Rank(0), 1).has("kind:bug");
        assert_eq!(found(&query), [Some("3".to_owned())]);
        assert_eq!(found(&Query { offset: 1, ..query }), [Some("2".to_owned())]);
    }
}
