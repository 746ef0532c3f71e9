//! The queues: one for each destination that has something waiting.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use fireside_core::delivery::Withdrawal;
use fireside_core::key::Key;
use fireside_core::{CommunityId, Delivery, DeliveryId, Place};
use parking_lot::Mutex;
use tokio::sync::Notify;
use tokio::sync::futures::Notified;

use super::held::{Held, HeldRow};
use super::joining::{Joins, Run};
use super::queue::{Queue, WINDOW};
use super::references::put_room;
use super::row::Row;

#[derive(Debug, Default)]
pub(super) struct Queues {
    waiting: Mutex<Waiting>,
    /// Held rows were released.
    released: Notify,
}

#[derive(Debug, Default)]
struct Waiting {
    /// A queue is here as long as its worker is.
    queues: HashMap<Place, Queue>,
    /// What an attempt is being made at.
    under_way: HashMap<Key, UnderWay>,
    /// The rooms that were opened last: a turn may not have heard of them yet.
    opened: VecDeque<(DeliveryId, Place)>,
}

/// How many rooms are remembered as just opened.
const OPENED_MAX: usize = 64;
/// About how many rows are in memory over all queues, beyond one of each.
const ROWS_MAX: usize = 4096;

#[derive(Debug)]
struct UnderWay {
    delivery: Arc<Delivery>,
    /// It was withdrawn since: if the attempt fails it is not made again.
    withdrawn: bool,
}

impl Waiting {
    /// How many rows of one queue may be in memory: the more queues, the fewer.
    fn window(&self) -> usize {
        (ROWS_MAX / self.queues.len().max(1)).clamp(1, WINDOW)
    }

    /// Does something with the queue of a place; gives the place if the queue is new.
    fn at(&mut self, place: &Place, change: impl FnOnce(&mut Queue, usize)) -> Option<Place> {
        let window = self.window();
        if let Some(queue) = self.queues.get_mut(place) {
            change(queue, window);
            return None;
        }
        let mut queue = Queue::default();
        change(&mut queue, window);
        self.queues.insert(place.clone(), queue);
        Some(place.clone())
    }

    /// Puts a row where it belongs by its number; gives its queue if that is new.
    fn insert(&mut self, row: Row) -> Option<Place> {
        let place = row.delivery.effect.destination().clone();
        self.at(&place, |queue, window| queue.insert(row, window))
    }

    fn rehome(&mut self, from: &Place, change: impl Fn(&mut Row) -> bool) -> Vec<Place> {
        let Some(queue) = self.queues.get_mut(from) else { return Vec::new() };
        queue.take_rows(change).into_iter().filter_map(|row| self.insert(row)).collect()
    }

    /// Rows in the store alone follow into the room that was opened for them.
    fn rehome_listed(&mut self, from: &Place, opened: &DeliveryId, room: &Place) -> Option<Place> {
        let leaving = self.queues.get_mut(from)?.take_listed(opened);
        if leaving.is_empty() {
            return None;
        }
        self.at(room, |queue, _| leaving.into_iter().for_each(|listed| queue.list(listed)))
    }
}

/// What stands at the front of a queue.
pub(super) enum Front {
    /// Nothing: the queue is gone, and its worker with it.
    Empty,
    /// A row that a commit may be withdrawing.
    Held,
    /// These rows are to be read first.
    Stored(Vec<Key>),
    /// The row that is next.
    Next(Box<Row>),
}

impl Queues {
    /// Adds a row to the queue of its destination; gives that if it is new and
    /// needs a worker. What was decided before anybody heard that its room is
    /// open goes to the room all the same.
    pub(super) fn push(&self, mut row: Row) -> Option<Place> {
        let mut waiting = self.waiting.lock();
        for (opened, room) in &waiting.opened {
            if row.delivery.effect.refers_to(|made| made == opened) {
                put_room(&mut Arc::make_mut(&mut row.delivery).effect, opened, room);
            }
        }
        let place = row.delivery.effect.destination().clone();
        waiting.at(&place, |queue, window| queue.push(row, window))
    }

    /// Adds a row that an earlier run left; gives its queue if that is new.
    pub(super) fn restore(&self, row: Row) -> Option<Place> {
        self.waiting.lock().insert(row)
    }

    /// A room is open: what waits for it goes into the room's own queue, and so
    /// does what comes. Gives the queues that are new and need workers.
    pub(super) fn opened(&self, opened: &Delivery, room: &Place) -> Vec<Place> {
        let mut waiting = self.waiting.lock();
        if waiting.opened.len() == OPENED_MAX {
            waiting.opened.pop_front();
        }
        waiting.opened.push_back((opened.id.clone(), room.clone()));
        let from = opened.effect.destination();
        let mut new = waiting.rehome(from, |row| {
            let waits = row.delivery.effect.refers_to(|made| *made == opened.id);
            if waits {
                put_room(&mut Arc::make_mut(&mut row.delivery).effect, &opened.id, room);
            }
            waits
        });
        new.extend(waiting.rehome_listed(from, &opened.id, room));
        new
    }

    /// Brings rows of a queue to where they are for by now. `change` gives a
    /// row its new destination and says whether it has one. Gives the queues
    /// that are new and need workers.
    pub(super) fn rehome(&self, from: &Place, change: impl Fn(&mut Row) -> bool) -> Vec<Place> {
        self.waiting.lock().rehome(from, change)
    }

    /// Puts a row back that was taken and is not done; gives it to be ended if
    /// it was withdrawn in between.
    pub(super) fn put_back(&self, place: &Place, mut row: Row) -> Option<Row> {
        if !row.unanswered && row.doubts == 0 {
            row.said_with = None;
        }
        let mut waiting = self.waiting.lock();
        let withdrawn = waiting.under_way.remove(&row.key).is_some_and(|taken| taken.withdrawn);
        match waiting.queues.get_mut(place) {
            Some(queue) if !withdrawn => queue.put_back(row),
            _ => return Some(row),
        }
        None
    }

    pub(super) fn front(&self, place: &Place) -> Front {
        let mut waiting = self.waiting.lock();
        let window = waiting.window();
        let Some(queue) = waiting.queues.get(place).filter(|queue| !queue.is_empty()) else {
            waiting.queues.remove(place);
            return Front::Empty;
        };
        let wanted = queue.wanted(window);
        match queue.front() {
            _ if !wanted.is_empty() => Front::Stored(wanted),
            Some(_) if queue.is_held() => Front::Held,
            Some(row) => Front::Next(Box::new(row.clone())),
            None => Front::Empty,
        }
    }

    /// Takes in rows that were read from the store.
    pub(super) fn refill(&self, place: &Place, read: Vec<(u64, Option<Row>)>) {
        if let Some(queue) = self.waiting.lock().queues.get_mut(place) {
            queue.refill(read);
        }
    }

    /// Takes the front row, if it is still `number` and nobody holds it, with
    /// those that are said with it.
    pub(super) fn take(&self, place: &Place, number: u64, joins: Option<Joins>) -> Option<Run> {
        let mut waiting = self.waiting.lock();
        let run = waiting.queues.get_mut(place)?.take(number, joins)?;
        for row in run.rows() {
            let taken = UnderWay { delivery: Arc::clone(&row.delivery), withdrawn: false };
            waiting.under_way.insert(row.key.clone(), taken);
        }
        Some(run)
    }

    /// Whether a row that was taken has been withdrawn since.
    pub(super) fn is_withdrawn(&self, row: &Row) -> bool {
        self.waiting.lock().under_way.get(&row.key).is_some_and(|taken| taken.withdrawn)
    }

    /// A row that was taken has come to its end.
    pub(super) fn ended(&self, row: &Row) {
        self.waiting.lock().under_way.remove(&row.key);
    }

    /// Whether something that waits in a queue refers to what a delivery makes.
    pub(super) fn refer_to(&self, place: &Place, made: &DeliveryId) -> bool {
        self.waiting.lock().queues.get(place).is_some_and(|queue| queue.refers_to(made))
    }

    /// Whether rows wait for a destination, beyond one that is under way.
    pub(super) fn has_waiting(&self, place: &Place) -> bool {
        self.waiting.lock().queues.get(place).is_some_and(|queue| !queue.is_empty())
    }

    pub(super) fn busy(&self) -> usize {
        self.waiting.lock().queues.len()
    }

    /// Resolves when held rows are released from now on.
    pub(super) fn released(&self) -> Notified<'_> {
        self.released.notified()
    }

    /// Holds the rows of a community that its withdrawals cover.
    pub(super) fn hold(&self, community: &CommunityId, withdrawals: &[Withdrawal]) -> Held<'_> {
        let mut held = Held { queues: self, rows: Vec::new(), under_way: Vec::new() };
        if withdrawals.is_empty() {
            return held;
        }
        let covers = |delivery: &Delivery| {
            delivery.community == *community
                && withdrawals.iter().any(|withdrawal| withdrawal.covers(delivery))
        };
        let mut waiting = self.waiting.lock();
        for queue in waiting.queues.values_mut() {
            let (window, tail) = queue.parts_mut();
            for row in window.iter_mut().filter(|row| covers(&row.delivery)) {
                row.held += 1;
                let (key, delivery) = (row.key.clone(), Some(Arc::clone(&row.delivery)));
                held.rows.push(HeldRow { number: row.number, key, delivery });
            }
            for listed in tail.iter_mut().filter(|listed| *listed.community == *community) {
                if withdrawals.iter().any(|withdrawal| listed.is_taken_by(withdrawal)) {
                    listed.held += 1;
                    held.rows.push(HeldRow { number: listed.number, key: listed.key(), delivery: None });
                }
            }
        }
        let under_way = waiting.under_way.iter().filter(|(_, taken)| covers(&taken.delivery));
        held.under_way.extend(under_way.map(|(key, _)| key.clone()));
        held
    }

    /// Held rows are gone: the commit that withdraws them is made.
    pub(super) fn withdraw(&self, rows: &HashSet<u64>, under_way: &[Key]) {
        let mut waiting = self.waiting.lock();
        for key in under_way {
            if let Some(taken) = waiting.under_way.get_mut(key) {
                taken.withdrawn = true;
            }
        }
        if !rows.is_empty() {
            waiting.queues.values_mut().for_each(|queue| queue.remove(rows));
            self.released.notify_waiters();
        }
    }

    /// Held rows go on: the commit is not made.
    pub(super) fn release(&self, rows: &HashSet<u64>) {
        for queue in self.waiting.lock().queues.values_mut() {
            let (window, tail) = queue.parts_mut();
            let held = window.iter_mut().map(|row| (row.number, &mut row.held));
            let listed = tail.iter_mut().map(|listed| (listed.number, &mut listed.held));
            for (_, held) in held.chain(listed).filter(|(number, _)| rows.contains(number)) {
                *held = held.saturating_sub(1);
            }
        }
        self.released.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::delivery;
    use super::*;
    use fireside_core::Effect;

    fn row(number: u64, place: &Place) -> Row {
        let effect = Effect::Send { to: place.clone().into(), content: "hello".into() };
        Row::new(number, Delivery { effect, ..delivery() }, true)
    }

    /// A queue of so many rows, of which the first are in memory.
    fn crowd(queues: &Queues, place: &Place, len: u64) {
        for number in 1..=len {
            queues.push(row(number, place));
        }
    }

    #[test]
    fn a_community_withdraws_nothing_of_another() {
        let (queues, square) = (Queues::default(), Place::channel("p", "square"));
        crowd(&queues, &square, 100);
        let about = |subject: &str| [Withdrawal { subject: subject.to_owned(), voice: None }];
        assert_eq!(queues.hold(&"other".into(), &about("case 1")).keys().count(), 0);
        assert_eq!(queues.hold(&"acme".into(), &about("case 2")).keys().count(), 0);
        assert_eq!(queues.hold(&"acme".into(), &about("case 1")).keys().count(), 100);
    }

    #[test]
    fn what_is_held_goes_on_when_it_is_released_and_is_gone_when_it_is_dropped() {
        let (queues, square) = (Queues::default(), Place::channel("p", "square"));
        crowd(&queues, &square, 100);
        let all = [Withdrawal { subject: "case 1".to_owned(), voice: None }];
        let held = queues.hold(&"acme".into(), &all);
        assert!(matches!(queues.front(&square), Front::Held));
        drop(held);
        assert!(matches!(queues.front(&square), Front::Next(_)));
        assert_eq!(queues.hold(&"acme".into(), &all).drop_rows(), 100);
        assert!(matches!(queues.front(&square), Front::Empty));
        assert_eq!(queues.busy(), 0);
    }

    #[test]
    fn over_many_queues_each_keeps_one_row_in_memory() {
        let queues = Queues::default();
        for channel in 0..ROWS_MAX {
            crowd(&queues, &Place::channel("p", channel.to_string()), 1);
        }
        let last = Place::channel("p", (ROWS_MAX - 1).to_string());
        crowd(&queues, &last, 5);
        let mut waiting = queues.waiting.lock();
        let (window, tail) = waiting.queues.get_mut(&last).expect("it is there").parts_mut();
        assert_eq!((window.len(), tail.len()), (1, 5));
    }

    #[test]
    fn what_is_under_way_is_not_waited_for() {
        let (queues, square) = (Queues::default(), Place::channel("p", "square"));
        assert!(queues.push(row(1, &square)).is_some());
        assert!(queues.has_waiting(&square));
        queues.take(&square, 1, None).expect("it is at the front");
        assert!(!queues.has_waiting(&square), "the next row is tried as soon as this one has ended");
        assert!(queues.push(row(2, &square)).is_none(), "the worker is there still");
        assert!(queues.has_waiting(&square));
    }
}
