//! A page of what was found.
//!
//! Keys decide between equals only, and to read one costs more than to place
//! it: none is read but of those that are on the page, or equal to one that is.

use fireside_core::ports::Query;
use tantivy::columnar::BytesColumn;

use crate::first::Position;

/// The positions of a page, the first first, each as its order and its key's
/// bytes. `found` are the first positions of each segment, with its number;
/// `keys` are the segments' keys.
pub(crate) fn page(
    mut found: Vec<(usize, Position)>,
    keys: &[BytesColumn],
    query: &Query,
) -> tantivy::Result<Vec<(u64, Vec<u8>)>> {
    let end = query.offset.saturating_add(query.limit).min(found.len());
    let Some(last) = end.checked_sub(1).filter(|last| *last >= query.offset) else {
        return Ok(Vec::new());
    };
    let highest = order_at(&mut found, query.offset);
    let lowest = order_at(&mut found, last);
    let before = found.iter().filter(|(_, position)| position.order > highest).count();
    found.retain(|(_, position)| (lowest..=highest).contains(&position.order));
    let mut named = named(found, keys)?;
    named.sort_unstable_by(|one, other| other.cmp(one));
    Ok(named.into_iter().skip(query.offset - before).take(query.limit).collect())
}

/// The order of the position that is at an index, the highest being at 0.
fn order_at(found: &mut [(usize, Position)], index: usize) -> u64 {
    let (_, (_, position), _) =
        found.select_nth_unstable_by_key(index, |(_, position)| std::cmp::Reverse(position.order));
    position.order
}

/// The positions with their keys' bytes.
fn named(mut found: Vec<(usize, Position)>, keys: &[BytesColumn]) -> tantivy::Result<Vec<(u64, Vec<u8>)>> {
    found.sort_unstable_by_key(|(segment, position)| (*segment, position.key));
    let mut names = Vec::with_capacity(found.len());
    for positions in found.chunk_by(|(one, _), (other, _)| one == other) {
        let Some(keys) = positions.first().and_then(|(segment, _)| keys.get(*segment)) else { continue };
        let numbers = positions.iter().map(|(_, position)| position.key);
        keys.dictionary().sorted_ords_to_term_cb(numbers, |name| {
            names.push(name.to_vec());
            Ok(())
        })?;
    }
    Ok(found.iter().map(|(_, position)| position.order).zip(names).collect())
}
