//! A lookup: what fits, in its order, a page of it.

use fireside_core::key::Key;
use fireside_core::ports::search::RANKS;
use fireside_core::ports::{Hit, Hits, Order, Query};
use tantivy::columnar::{BytesColumn, Column};
use tantivy::query::{BooleanQuery, EnableScoring, Occur, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, SegmentReader, TantivyError, Term};

use crate::fields::Fields;
use crate::first::{First, Position};
use crate::likeness::Likeness;
use crate::page::page;
use crate::scope::Scope;

/// Looks up in one collection of one community.
pub(crate) fn find(
    searcher: &Searcher,
    fields: &Fields,
    scope: &Scope,
    query: &Query,
) -> tantivy::Result<Hits> {
    let likeness = match &query.order {
        Order::Like(words) => Some(Likeness::new(searcher, fields, scope, words)?),
        Order::Rank(_) => None,
    };
    let fits = fitting(fields, scope, query);
    let fits = tantivy::query::Query::weight(&fits, EnableScoring::disabled_from_searcher(searcher))?;
    let wanted = query.offset.saturating_add(query.limit);
    let (mut total, mut found, mut all_keys) = (0, Vec::new(), Vec::new());
    for (ordinal, segment) in searcher.segment_readers().iter().enumerate() {
        let order = match &likeness {
            Some(likeness) => Placing::Likeness(likeness.of_segment(ordinal, segment, fields)?),
            None => Placing::of_rank(segment, &query.order)?,
        };
        let least = query.rank_min.map(|(slot, least)| Ok::<_, TantivyError>((rank(segment, slot)?, least)));
        let least = least.transpose()?;
        let keys = keys(segment)?;
        let mut first = First::new(wanted);
        fits.for_each_no_score(segment, &mut |documents| {
            for document in documents.iter().filter(|document| !segment.is_deleted(**document)) {
                let Some(order) = order.of(*document) else { continue };
                let is_enough =
                    |(rank, least): &(Option<Column<u64>>, u64)| value(rank.as_ref(), *document) >= *least;
                if !least.as_ref().is_none_or(is_enough) {
                    continue;
                }
                total += 1;
                if first.admits(order) {
                    first.push(Position { order, key: keys.ords().first(*document).unwrap_or_default() });
                }
            }
        })?;
        found.extend(first.into_positions().into_iter().map(|position| (ordinal, position)));
        all_keys.push(keys);
    }
    let hits = page(found, &all_keys, query)?.into_iter();
    let hits = hits.map(|(order, key)| Hit { key: Key::from_bytes(key), score: score(query, order) });
    Ok(Hits { total, hits: hits.collect(), is_partial: false })
}

/// What puts the documents of a segment in order.
enum Placing {
    Likeness(Vec<f32>),
    Rank(Option<Column<u64>>),
}

impl Placing {
    fn of_rank(segment: &SegmentReader, order: &Order) -> tantivy::Result<Self> {
        match order {
            Order::Rank(slot) => Ok(Self::Rank(rank(segment, *slot)?)),
            Order::Like(_) => Ok(Self::Rank(None)),
        }
    }

    /// Where a document stands: the higher, the earlier. `None`: nowhere.
    fn of(&self, document: u32) -> Option<u64> {
        match self {
            Self::Likeness(likeness) => {
                let likeness = likeness.get(document as usize).copied().unwrap_or_default();
                // The bits of numbers that are not negative are in their order.
                (likeness > 0.0).then(|| likeness.to_bits().into())
            }
            Self::Rank(rank) => Some(value(rank.as_ref(), document)),
        }
    }
}

fn score(query: &Query, order: u64) -> f32 {
    match query.order {
        Order::Like(_) => f32::from_bits(u32::try_from(order).unwrap_or_default()),
        Order::Rank(_) => 0.0,
    }
}

/// The documents of the scope that have the terms, and have not the others.
fn fitting(fields: &Fields, scope: &Scope, query: &Query) -> BooleanQuery {
    let having = |term: &str| -> Box<dyn tantivy::query::Query> {
        let term = Term::from_field_text(fields.term, &scope.term(term));
        Box::new(TermQuery::new(term, IndexRecordOption::Basic))
    };
    let mut clauses = Vec::new();
    if query.has.is_empty() {
        clauses.push((Occur::Must, having("")));
    }
    for group in &query.has {
        let one_of = group.iter().map(|term| having(term)).collect();
        clauses.push((Occur::Must, Box::new(BooleanQuery::union(one_of))));
    }
    clauses.extend(query.has_not.iter().map(|term| (Occur::MustNot, having(term))));
    BooleanQuery::new(clauses)
}

/// The column of a rank; `None`: there is no such rank, and all have 0.
fn rank(segment: &SegmentReader, slot: usize) -> tantivy::Result<Option<Column<u64>>> {
    (slot < RANKS).then(|| segment.fast_fields().u64(&Fields::rank(slot))).transpose()
}

fn value(rank: Option<&Column<u64>>, document: u32) -> u64 {
    rank.and_then(|rank| rank.first(document)).unwrap_or_default()
}

fn keys(segment: &SegmentReader) -> tantivy::Result<BytesColumn> {
    let keys = segment.fast_fields().bytes(Fields::KEY)?;
    keys.ok_or_else(|| TantivyError::SchemaError("there are no keys".to_owned()))
}
