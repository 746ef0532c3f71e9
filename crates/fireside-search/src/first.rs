//! The first of many: what comes before all others, kept while all pass by.

use std::cmp::Reverse;

/// Where a document stands among those of its segment: the higher, the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    /// What it is ordered by.
    pub(crate) order: u64,
    /// Its key's number in the segment; the numbers are in the keys' order.
    pub(crate) key: u64,
}

/// The first of the positions it was shown. It gathers twice as many as are wanted
/// before it drops half of them, so that one more costs the same however many
/// are wanted.
#[derive(Debug)]
pub(crate) struct First {
    wanted: usize,
    positions: Vec<Position>,
    /// The last of the first, as far as is known: what is not before it is none
    /// of them.
    last: Option<Position>,
}

impl First {
    pub(crate) fn new(wanted: usize) -> Self {
        Self { wanted, positions: Vec::new(), last: None }
    }

    /// Whether something in this order may be among the first.
    pub(crate) fn admits(&self, order: u64) -> bool {
        self.wanted > 0 && self.last.is_none_or(|last| last.order <= order)
    }

    pub(crate) fn push(&mut self, position: Position) {
        if self.last.is_some_and(|last| last >= position) {
            return;
        }
        self.positions.push(position);
        if self.positions.len() >= self.wanted.saturating_mul(2) {
            self.cut();
        }
    }

    /// Those that are left, in no order.
    pub(crate) fn into_positions(mut self) -> Vec<Position> {
        self.cut();
        self.positions
    }

    fn cut(&mut self) {
        let Some(last) = self.wanted.checked_sub(1).filter(|last| *last < self.positions.len()) else {
            return;
        };
        let (_, last, _) = self.positions.select_nth_unstable_by_key(last, |position| Reverse(*position));
        self.last = Some(*last);
        self.positions.truncate(self.wanted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_are_those_a_sort_puts_first(orders in prop::collection::vec(0_u64..9, 0..50), wanted in 0_usize..60) {
            let all = orders.iter().zip(0..).map(|(order, key)| Position { order: *order, key });
            let mut sorted: Vec<_> = all.clone().collect();
            sorted.sort_unstable_by(|one, other| other.cmp(one));
            sorted.truncate(wanted);
            let mut first = First::new(wanted);
            for position in all {
                if first.admits(position.order) {
                    first.push(position);
                }
            }
            let mut left = first.into_positions();
            left.sort_unstable_by(|one, other| other.cmp(one));
            prop_assert_eq!(left, sorted);
        }
    }
}
