//! The queues: one for each destination that has something waiting.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use fireside_core::delivery::Withdrawal;
use fireside_core::key::Key;
use fireside_core::{CommunityId, Delivery, DeliveryId, Place};
use parking_lot::Mutex;
use tokio::sync::Notify;
use tokio::sync::futures::Notified;

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
    queues: HashMap<Place, VecDeque<Row>>,
    /// What an attempt is being made at.
    under_way: HashMap<Key, UnderWay>,
    /// The rooms that were opened last: a turn may not have heard of them yet.
    opened: VecDeque<(DeliveryId, Place)>,
}

/// How many rooms are remembered as just opened.
const OPENED_MAX: usize = 64;

#[derive(Debug)]
struct UnderWay {
    delivery: Arc<Delivery>,
    /// It was withdrawn since: if the attempt fails it is not made again.
    withdrawn: bool,
}

impl Waiting {
    /// Puts a row where it belongs by its number; gives its queue if that is new.
    fn merge(&mut self, row: Row) -> Option<Place> {
        let place = row.delivery.effect.destination().clone();
        let Some(queue) = self.queues.get_mut(&place) else {
            self.queues.insert(place.clone(), VecDeque::from([row]));
            return Some(place);
        };
        let before = queue.partition_point(|other| other.number < row.number);
        queue.insert(before, row);
        None
    }

    fn rehome(&mut self, from: &Place, change: impl Fn(&mut Row) -> bool) -> Vec<Place> {
        let Some(queue) = self.queues.get_mut(from) else { return Vec::new() };
        let mut left = VecDeque::with_capacity(queue.len());
        let mut leaving = Vec::new();
        for mut row in std::mem::take(queue) {
            if change(&mut row) {
                leaving.push(row);
            } else {
                left.push_back(row);
            }
        }
        *queue = left;
        leaving.into_iter().filter_map(|row| self.merge(row)).collect()
    }
}

/// What stands at the front of a queue.
pub(super) enum Front {
    /// Nothing: the queue is gone, and its worker with it.
    Empty,
    /// A row that a commit may be withdrawing.
    Held,
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
        let place = row.delivery.effect.destination();
        if let Some(queue) = waiting.queues.get_mut(place) {
            queue.push_back(row);
            return None;
        }
        let place = place.clone();
        waiting.queues.insert(place.clone(), VecDeque::from([row]));
        Some(place)
    }

    /// A room is open: what waits for it goes into the room's own queue, and so
    /// does what comes. Gives the queues that are new and need workers.
    pub(super) fn opened(&self, opened: &Delivery, room: &Place) -> Vec<Place> {
        let mut waiting = self.waiting.lock();
        if waiting.opened.len() == OPENED_MAX {
            waiting.opened.pop_front();
        }
        waiting.opened.push_back((opened.id.clone(), room.clone()));
        waiting.rehome(opened.effect.destination(), |row| {
            let waits = row.delivery.effect.refers_to(|made| *made == opened.id);
            if waits {
                put_room(&mut Arc::make_mut(&mut row.delivery).effect, &opened.id, room);
            }
            waits
        })
    }

    /// Brings rows of a queue to where they are for by now. `change` gives a
    /// row its new destination and says whether it has one. Gives the queues
    /// that are new and need workers.
    pub(super) fn rehome(&self, from: &Place, change: impl Fn(&mut Row) -> bool) -> Vec<Place> {
        self.waiting.lock().rehome(from, change)
    }

    /// Puts a row back that was taken and is not done; gives it to be ended if
    /// it was withdrawn in between.
    pub(super) fn put_back(&self, place: &Place, row: Row) -> Option<Row> {
        let mut waiting = self.waiting.lock();
        let withdrawn = waiting.under_way.remove(&row.key).is_some_and(|taken| taken.withdrawn);
        match waiting.queues.get_mut(place) {
            Some(queue) if !withdrawn => queue.push_front(row),
            _ => return Some(row),
        }
        None
    }

    pub(super) fn front(&self, place: &Place) -> Front {
        let mut waiting = self.waiting.lock();
        match waiting.queues.get(place).and_then(VecDeque::front) {
            Some(row) if row.held > 0 => Front::Held,
            Some(row) => Front::Next(Box::new(row.clone())),
            None => {
                waiting.queues.remove(place);
                Front::Empty
            }
        }
    }

    /// Takes the front row, if it is still `number` and nobody holds it.
    pub(super) fn take(&self, place: &Place, number: u64) -> Option<Row> {
        let mut waiting = self.waiting.lock();
        let queue = waiting.queues.get_mut(place)?;
        let row = queue.pop_front_if(|row| row.number == number && row.held == 0)?;
        let taken = UnderWay { delivery: Arc::clone(&row.delivery), withdrawn: false };
        waiting.under_way.insert(row.key.clone(), taken);
        Some(row)
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
        let waiting = self.waiting.lock();
        let mut queue = waiting.queues.get(place).into_iter().flatten();
        queue.any(|row| row.delivery.effect.refers_to(|other| other == made))
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
        if !withdrawals.is_empty() {
            let covers = |delivery: &Delivery| {
                delivery.community == *community
                    && withdrawals.iter().any(|withdrawal| withdrawal.covers(delivery))
            };
            let mut waiting = self.waiting.lock();
            for row in waiting.queues.values_mut().flatten().filter(|row| covers(&row.delivery)) {
                row.held += 1;
                held.rows.push((row.key.clone(), Arc::clone(&row.delivery)));
            }
            let under_way = waiting.under_way.iter().filter(|(_, taken)| covers(&taken.delivery));
            held.under_way.extend(under_way.map(|(key, _)| key.clone()));
        }
        held
    }
}

/// Rows that a commit is withdrawing: released when the commit is not made.
#[derive(Debug)]
pub(crate) struct Held<'a> {
    queues: &'a Queues,
    rows: Vec<(Key, Arc<Delivery>)>,
    /// Rows an attempt is being made at: they end by it, or are not tried again.
    under_way: Vec<Key>,
}

impl Held<'_> {
    /// The stored rows that the commit removes.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> {
        self.rows.iter().map(|(key, _)| key).chain(&self.under_way).cloned()
    }

    /// The deliveries that end with the commit.
    pub(crate) fn deliveries(&self) -> impl Iterator<Item = &Delivery> {
        self.rows.iter().map(|(_, delivery)| delivery.as_ref())
    }

    /// The commit is made: the rows are gone. Says how many there were.
    pub(crate) fn drop_rows(mut self) -> usize {
        let rows = std::mem::take(&mut self.rows);
        let mut waiting = self.queues.waiting.lock();
        for key in &self.under_way {
            if let Some(taken) = waiting.under_way.get_mut(key) {
                taken.withdrawn = true;
            }
        }
        if !rows.is_empty() {
            let gone = |row: &Row| rows.iter().any(|(key, _)| *key == row.key);
            waiting.queues.values_mut().for_each(|queue| queue.retain(|row| !gone(row)));
            self.queues.released.notify_waiters();
        }
        drop(waiting);
        rows.len()
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if self.rows.is_empty() {
            return;
        }
        for row in self.queues.waiting.lock().queues.values_mut().flatten() {
            if self.rows.iter().any(|(key, _)| *key == row.key) {
                row.held = row.held.saturating_sub(1);
            }
        }
        self.queues.released.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fireside_core::{Effect, LaneId, Timestamp, Voice};

    fn row(number: u64, place: &Place) -> Row {
        let delivery = Delivery {
            id: DeliveryId { event: "e1".into(), index: 0 },
            community: "acme".into(),
            lane: LaneId::new("lane"),
            effect: Effect::Send { to: place.clone().into(), content: "hello".into() },
            voice: Voice::Bot,
            tag: None,
            subject: None,
            at: Timestamp::from_millis(1),
        };
        Row::new(number, delivery, true)
    }

    #[test]
    fn a_community_withdraws_nothing_of_another() {
        let (queues, square) = (Queues::default(), Place::channel("p", "square"));
        let mut row = row(1, &square);
        let delivery = Delivery { subject: Some("case/7".to_owned()), ..row.delivery.as_ref().clone() };
        row.delivery = Arc::new(delivery);
        queues.push(row);
        let withdrawals = [Withdrawal { subject: "case/7".to_owned(), voice: None }];
        assert_eq!(queues.hold(&"other".into(), &withdrawals).keys().count(), 0);
        assert_eq!(queues.hold(&"acme".into(), &withdrawals).keys().count(), 1);
    }

    #[test]
    fn what_is_under_way_is_not_waited_for() {
        let (queues, square) = (Queues::default(), Place::channel("p", "square"));
        assert!(queues.push(row(1, &square)).is_some());
        assert!(queues.has_waiting(&square));
        queues.take(&square, 1).expect("it is at the front");
        assert!(!queues.has_waiting(&square), "the next row is tried as soon as this one has ended");
        assert!(queues.push(row(2, &square)).is_none(), "the worker is there still");
        assert!(queues.has_waiting(&square));
    }
}
