//! One destination's queue. The rows that are next are in memory; those behind
//! them are in the store alone, and read when they come near.

use std::collections::{HashSet, VecDeque};

use fireside_core::DeliveryId;
use fireside_core::key::Key;

use super::joining::{JOINED_MAX, Joins, Run, joined_len};
use super::listed::Listed;
use super::row::Row;

/// The most rows of one queue in memory, but for those put back.
pub(super) const WINDOW: usize = 64;

/// What waits for one destination, in order.
#[derive(Debug, Default)]
pub(super) struct Queue {
    window: VecDeque<Row>,
    /// Everything behind the window.
    tail: VecDeque<Listed>,
    /// The last of those that were here when a limit was waited for.
    waited_to: u64,
}

impl Queue {
    pub(super) fn is_empty(&self) -> bool {
        self.window.is_empty() && self.tail.is_empty()
    }

    pub(super) fn front(&self) -> Option<&Row> {
        self.window.front()
    }

    /// The rows in memory and those in the store alone.
    pub(super) fn parts_mut(&mut self) -> (&mut VecDeque<Row>, &mut VecDeque<Listed>) {
        (&mut self.window, &mut self.tail)
    }

    /// Adds a row that was asked for last.
    pub(super) fn push(&mut self, row: Row, window: usize) {
        if self.tail.is_empty() && self.window.len() < window {
            self.window.push_back(row);
        } else {
            let listed = Listed::of(&row, self.tail.back());
            self.tail.push_back(listed);
        }
    }

    /// Puts a row where it belongs by its number.
    pub(super) fn insert(&mut self, row: Row, window: usize) {
        if self.tail.front().is_some_and(|first| first.number < row.number) {
            let listed = Listed::of(&row, self.tail.back());
            return self.list(listed);
        }
        let before = self.window.partition_point(|other| other.number < row.number);
        self.window.insert(before, row);
        self.list_from(window.max(1));
    }

    /// Puts a row that is in the store alone where it belongs by its number.
    pub(super) fn list(&mut self, listed: Listed) {
        self.list_from(self.window.partition_point(|row| row.number < listed.number));
        let before = self.tail.partition_point(|other| other.number < listed.number);
        self.tail.insert(before, listed);
    }

    /// Keeps the first `len` rows in memory and no more.
    fn list_from(&mut self, len: usize) {
        while self.window.len() > len {
            if let Some(row) = self.window.pop_back() {
                let listed = Listed::of(&row, self.tail.front());
                self.tail.push_front(listed);
            }
        }
    }

    /// Puts a row back that was taken from the front.
    pub(super) fn put_back(&mut self, row: Row) {
        self.window.push_front(row);
    }

    /// The stored rows to be read so that there is enough in memory: what may
    /// be said together, and all that an earlier attempt said with the first.
    pub(super) fn wanted(&self, window: usize) -> Vec<Key> {
        let head = self.front().map(|row| row.number);
        let again = self.tail.iter().take_while(|listed| head.is_some() && listed.said_with == head).count();
        let len = self.window.len();
        let more = if len < window.min(JOINED_MAX) { window - len } else { 0 };
        self.tail.iter().take(more.max(again)).map(Listed::key).collect()
    }

    /// Takes in the rows that were read, as far as the queue is still as it
    /// was; `None`: the row is not stored any more.
    pub(super) fn refill(&mut self, read: Vec<(u64, Option<Row>)>) {
        for (number, row) in read {
            if self.tail.front().is_none_or(|first| first.number != number) {
                // It was withdrawn in between, or something came before it.
                continue;
            }
            if let (Some(listed), Some(row)) = (self.tail.pop_front(), row) {
                self.window.push_back(listed.row(row));
            }
        }
    }

    /// Takes the front row, if it is still `number` and nobody holds it, with
    /// those that are said with it: `joins` says how, where others may be.
    pub(super) fn take(&mut self, number: u64, joins: Option<Joins>) -> Option<Run> {
        let head = self.window.pop_front_if(|row| row.number == number && row.held == 0)?;
        if joins.is_some_and(|joins| joins.has_waited) {
            let last = self.tail.back().map(|listed| listed.number);
            self.waited_to = last.or_else(|| Some(self.window.back()?.number)).unwrap_or(number);
        }
        let len_max = joins.filter(|_| number <= self.waited_to).map(|joins| joins.len_max);
        let count = joined_len(&head, self.window.iter(), len_max);
        Some(Run { head, others: self.window.drain(..count).collect() })
    }

    /// Whether a commit may be withdrawing the front row, or one of those that
    /// an earlier attempt said with it.
    pub(super) fn is_held(&self) -> bool {
        let Some(head) = self.front() else { return false };
        let mut others = self.window.iter().skip(1).take_while(|row| row.said_with == Some(head.number));
        head.held > 0 || others.any(|row| row.held > 0)
    }

    /// Whether something that waits refers to what a delivery makes.
    pub(super) fn refers_to(&self, made: &DeliveryId) -> bool {
        self.window.iter().any(|row| row.delivery.effect.refers_to(|other| other == made))
            || self.tail.iter().any(|listed| listed.refers_to(made))
    }

    /// Takes the rows in memory that `leaves` says have to go elsewhere.
    pub(super) fn take_rows(&mut self, leaves: impl Fn(&mut Row) -> bool) -> Vec<Row> {
        let mut leaving = Vec::new();
        for mut row in std::mem::take(&mut self.window) {
            if leaves(&mut row) {
                leaving.push(row);
            } else {
                self.window.push_back(row);
            }
        }
        leaving
    }

    /// Takes the rows in the store alone that are for the room that a delivery opens.
    pub(super) fn take_listed(&mut self, opened: &DeliveryId) -> Vec<Listed> {
        let mut leaving = Vec::new();
        for listed in std::mem::take(&mut self.tail) {
            if listed.awaits(opened) {
                leaving.push(listed.no_longer_awaits());
            } else {
                self.tail.push_back(listed);
            }
        }
        leaving
    }

    /// The rows with these numbers are gone.
    pub(super) fn remove(&mut self, numbers: &HashSet<u64>) {
        self.window.retain(|row| !numbers.contains(&row.number));
        self.tail.retain(|listed| !numbers.contains(&listed.number));
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::{Delivery, Effect, MessageRef, Place, PlaceRef};

    use super::super::row::tests::delivery;
    use super::*;

    fn row(number: u64) -> Row {
        Row::new(number, delivery(), false)
    }

    fn of(numbers: impl IntoIterator<Item = u64>) -> Queue {
        let mut queue = Queue::default();
        numbers.into_iter().for_each(|number| queue.push(row(number), WINDOW));
        queue
    }

    fn numbers(queue: &Queue) -> (Vec<u64>, Vec<u64>) {
        let window = queue.window.iter().map(|row| row.number).collect();
        (window, queue.tail.iter().map(|listed| listed.number).collect())
    }

    /// Reads what is wanted, as the store has it.
    fn read(queue: &Queue, window: usize) -> Vec<(u64, Option<Row>)> {
        let wanted = queue.wanted(window);
        let numbers = queue.tail.iter().take(wanted.len()).map(|listed| listed.number);
        numbers.map(|number| (number, Some(row(number)))).collect()
    }

    #[test]
    fn of_many_rows_few_are_in_memory_and_more_are_read_as_these_go() {
        let mut queue = of(1..=1000);
        let mut taken = Vec::new();
        while !queue.is_empty() {
            assert!(queue.window.len() <= WINDOW);
            let read = read(&queue, WINDOW);
            queue.refill(read);
            let next = queue.front().map_or(0, |row| row.number);
            taken.extend(queue.take(next, None).map(|run| run.head.number));
        }
        assert_eq!(taken, (1..=1000).collect::<Vec<_>>());
    }

    #[test]
    fn a_row_that_belongs_before_those_in_memory_makes_room_there() {
        let mut queue = of(10..=80);
        queue.insert(row(5), WINDOW);
        assert_eq!(queue.window.len(), WINDOW);
        queue.insert(row(100), WINDOW);
        queue.list(Listed::of(&row(7), None));
        let all = [vec![5, 7], (10..=80).collect(), vec![100]].concat();
        assert_eq!(numbers(&queue), (vec![5], all[1..].to_vec()), "what comes before 10 is not read yet");
    }

    #[test]
    fn what_was_withdrawn_while_it_was_read_does_not_come_back() {
        let mut queue = of(1..=100);
        queue.remove(&(1..=64).collect());
        let read = read(&queue, WINDOW);
        queue.remove(&HashSet::from([65, 67]));
        queue.refill(read);
        let (window, _) = numbers(&queue);
        assert_eq!(window, [vec![66], (68..=100).collect()].concat());
    }

    #[test]
    fn a_row_that_was_held_or_attempted_is_so_when_it_is_read() {
        let mut queue = of(1..=64);
        queue.push(Row { unanswered: true, held: 1, ..row(65) }, WINDOW);
        queue.remove(&(1..=64).collect());
        let read = read(&queue, WINDOW);
        queue.refill(read);
        let front = queue.front().map(|row| (row.number, row.unanswered, row.held));
        assert_eq!(front, Some((65, true, 1)));
        assert!(queue.is_held());
    }

    #[test]
    fn what_was_said_together_is_in_memory_together() {
        let mut queue = Queue::default();
        for number in 1..=9 {
            let said_with = (2..=6).contains(&number).then_some(1);
            queue.push(Row { said_with, unanswered: true, ..row(number) }, 1);
        }
        let read = read(&queue, 1);
        assert_eq!(read.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
    }

    #[test]
    fn what_is_in_the_store_alone_is_known_by_what_it_refers_to() {
        let place = Place::channel("p", "staff");
        let made = |index| DeliveryId { event: "e".into(), index };
        let room = PlaceRef::Opened { delivery: made(1), within: place.clone() };
        let message = MessageRef::Sent { delivery: made(2), to: room };
        let edit = Effect::Edit { message, content: "mended".into() };
        let mut queue = of(1..=64);
        queue.push(Row::new(65, Delivery { effect: edit, ..delivery() }, false), WINDOW);
        assert!(queue.refers_to(&made(1)) && queue.refers_to(&made(2)) && !queue.refers_to(&made(3)));
        assert_eq!(queue.take_listed(&made(2)).len(), 0, "that makes no room");
        assert_eq!(queue.take_listed(&made(1)).len(), 1);
    }
}
