//! The updates that wait for the bot: kept 24 hours (callback queries 150 s),
//! handed out in order, gone once confirmed.

use std::collections::{HashSet, VecDeque};

use serde_json::Value;

/// How long an update is kept, in milliseconds.
pub(crate) const UPDATE_TTL_MS: u64 = 24 * 60 * 60 * 1000;
/// How long a callback query is kept and may be answered, in milliseconds.
pub(crate) const CALLBACK_TTL_MS: u64 = 150 * 1000;

/// How far behind the first update one is looked for whose lane is free.
const LOOKAHEAD_MAX: usize = 1_000;

/// Kinds that a bot gets only when it asks for them by name.
const BY_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

#[derive(Debug)]
struct Pending {
    /// What the update says its id is; a raw update may have none.
    wire_id: Option<i64>,
    expires_ms: u64,
    json: String,
    /// It had not come yet when the poll that brings those before it was answered.
    apart: bool,
    /// Counts up from 1, so that a delivery finds its update again.
    place: u64,
    delivery: Delivery,
}

/// How far the delivery of an update to a webhook has come.
#[derive(Debug, Default)]
struct Delivery {
    /// What it must not overtake; read from the update when first asked for.
    lane: Option<Lane>,
    in_flight: bool,
    failures: u32,
    not_before_ms: u64,
}

/// Updates of one lane are delivered one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Lane {
    /// Messages of one chat.
    Chat(i64),
    /// Presses of one person.
    User(i64),
    /// All that names neither.
    Rest,
}

impl Lane {
    fn of(json: &str) -> Self {
        let update: Value = serde_json::from_str(json).unwrap_or_default();
        let body = update.as_object().into_iter().flatten().find(|(name, _)| *name != "update_id");
        let Some((kind, body)) = body else { return Self::Rest };
        let user = || ["from", "user"].iter().find_map(|who| body[*who]["id"].as_i64());
        let chat = body["chat"]["id"].as_i64().filter(|_| kind != "callback_query");
        chat.map(Self::Chat).or_else(|| user().map(Self::User)).unwrap_or(Self::Rest)
    }
}

/// What there is to deliver.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// This update, by its place in the queue.
    Now(u64, String),
    /// A failed one at this moment, in milliseconds since the Unix epoch.
    At(u64),
    /// Nothing.
    Never,
}

/// The queue of one bot.
#[derive(Debug)]
pub(crate) struct UpdateQueue {
    pending: VecDeque<Pending>,
    next_id: i64,
    /// How many at the front were handed out and not confirmed.
    handed_out: usize,
    allowed: Vec<String>,
    poll: u64,
    /// Counts what a waiting poll must wake for.
    stirred: u64,
    places: u64,
}

impl UpdateQueue {
    pub(crate) fn new(next_id: i64) -> Self {
        Self {
            pending: VecDeque::new(),
            next_id,
            handed_out: 0,
            allowed: Vec::new(),
            poll: 0,
            stirred: 0,
            places: 0,
        }
    }

    /// Appends an update, unless the bot doesn't want its kind.
    pub(crate) fn push(&mut self, kind: &str, json: &str, expires_ms: u64) {
        if !self.wants(kind) {
            return;
        }
        let id = self.next_id;
        self.next_id += 1;
        self.stirred += 1;
        let json = format!("{{\"update_id\":{id},\"{kind}\":{json}}}");
        self.append(Some(id), expires_ms, json);
    }

    /// Appends an update as it is. A missing `update_id` is filled in; one that
    /// is null stays null.
    pub(crate) fn push_raw(&mut self, mut update: Value, expires_ms: u64) {
        if let Some(object) = update.as_object_mut()
            && !object.contains_key("update_id")
        {
            object.insert("update_id".to_owned(), self.next_id.into());
        }
        let wire_id = update.get("update_id").and_then(Value::as_i64);
        self.next_id = self.next_id.max(wire_id.map_or(0, |id| id.saturating_add(1)));
        self.stirred += 1;
        self.append(wire_id, expires_ms, update.to_string());
    }

    /// Lets the newest update wait for a poll of its own.
    pub(crate) fn set_newest_apart(&mut self) {
        if let Some(newest) = self.pending.back_mut() {
            newest.apart = true;
        }
    }

    fn append(&mut self, wire_id: Option<i64>, expires_ms: u64, json: String) {
        self.places += 1;
        let (place, delivery) = (self.places, Delivery::default());
        self.pending.push_back(Pending { wire_id, expires_ms, json, apart: false, place, delivery });
    }

    /// Takes the first update whose lane is free for delivery. `now_ms` is the
    /// time by which updates expire, `retry_ms` the one by which failed ones
    /// come again.
    pub(crate) fn take_due(&mut self, now_ms: u64, retry_ms: u64) -> Due {
        let mut busy = HashSet::new();
        let mut next_ms: Option<u64> = None;
        let mut at = 0;
        while at < LOOKAHEAD_MAX {
            let Some(pending) = self.pending.get_mut(at) else { break };
            let Delivery { lane, in_flight, not_before_ms, .. } = &mut pending.delivery;
            if pending.expires_ms <= now_ms && !*in_flight {
                self.pending.remove(at);
                continue;
            }
            at += 1;
            let lane = *lane.get_or_insert_with(|| Lane::of(&pending.json));
            if !busy.insert(lane) || *in_flight {
                continue;
            }
            if *not_before_ms > retry_ms {
                next_ms = Some(next_ms.map_or(*not_before_ms, |other| other.min(*not_before_ms)));
                continue;
            }
            *in_flight = true;
            return Due::Now(pending.place, pending.json.clone());
        }
        next_ms.map_or(Due::Never, Due::At)
    }

    /// The webhook took an update.
    pub(crate) fn delivered(&mut self, place: u64) {
        if let Some(at) = self.pending.iter().position(|pending| pending.place == place) {
            self.pending.remove(at);
            self.handed_out = self.handed_out.saturating_sub(1);
        }
    }

    /// The webhook didn't take an update; `retry_at` says when to try again,
    /// from the failures so far.
    pub(crate) fn failed(&mut self, place: u64, retry_at: impl FnOnce(u32) -> u64) {
        let Some(pending) = self.pending.iter_mut().find(|pending| pending.place == place) else { return };
        let delivery = &mut pending.delivery;
        delivery.in_flight = false;
        delivery.failures += 1;
        delivery.not_before_ms = retry_at(delivery.failures);
    }

    /// Ends the waiting poll, if any.
    pub(crate) fn end_polls(&mut self) {
        self.poll += 1;
        self.stirred += 1;
    }

    /// Makes ids go on from `next_id`, forward or back.
    pub(crate) fn renumber(&mut self, next_id: i64) {
        self.next_id = next_id;
    }

    /// Which kinds the bot asked for; none means the default.
    pub(crate) fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = kinds;
    }

    pub(crate) fn allowed(&self) -> &[String] {
        &self.allowed
    }

    pub(crate) fn wants(&self, kind: &str) -> bool {
        if self.allowed.is_empty() {
            return !BY_REQUEST.contains(&kind);
        }
        self.allowed.iter().any(|wanted| wanted == kind)
    }

    pub(crate) fn len(&self) -> usize {
        self.pending.len()
    }

    pub(crate) fn clear(&mut self) {
        self.pending.clear();
        self.handed_out = 0;
    }

    /// Begins a poll, which ends any older one, and returns its number.
    pub(crate) fn begin_poll(&mut self, offset: i64) -> u64 {
        self.confirm(offset);
        self.poll += 1;
        self.stirred += 1;
        self.poll
    }

    /// Whether no later poll has begun.
    pub(crate) fn is_latest(&self, poll: u64) -> bool {
        self.poll == poll
    }

    /// Moves on whenever an update arrives or a poll begins.
    pub(crate) fn stirred(&self) -> u64 {
        self.stirred
    }

    fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            self.forget(self.pending.len().saturating_sub(kept));
            return;
        }
        // The one before `offset` was handed out: all up to it are confirmed,
        // even where ids went back in between.
        let last = offset.checked_sub(1);
        let up_to = (0..self.handed_out).rev().find(|place| {
            let wire_id = self.pending.get(*place).and_then(|pending| pending.wire_id);
            wire_id.is_some() && wire_id == last
        });
        if let Some(place) = up_to {
            self.forget(place + 1);
        } else if offset <= self.next_id {
            // An offset beyond the end is none: the queue starts over.
            let below = |pending: &Pending| pending.wire_id.is_some_and(|id| id < offset);
            let count = self.pending.iter().take_while(|pending| below(pending)).count();
            self.forget(count);
        }
    }

    fn forget(&mut self, count: usize) {
        self.pending.drain(..count);
        self.handed_out = self.handed_out.saturating_sub(count);
    }

    /// The first `limit` updates as a JSON array, or none when nothing waits.
    pub(crate) fn hand_out(&mut self, limit: usize, now_ms: u64) -> Option<String> {
        let mut array = String::from("[");
        let mut count = 0;
        while count < limit {
            let Some(pending) = self.pending.get_mut(count) else { break };
            if pending.expires_ms <= now_ms {
                self.pending.remove(count);
                continue;
            }
            if std::mem::take(&mut pending.apart) && count > 0 {
                break;
            }
            if count > 0 {
                array.push(',');
            }
            array.push_str(&pending.json);
            count += 1;
        }
        array.push(']');
        self.handed_out = self.handed_out.max(count);
        (count > 0).then_some(array)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(queue: &mut UpdateQueue, offset: i64) -> Vec<i64> {
        queue.begin_poll(offset);
        let array = queue.hand_out(100, 0).unwrap_or_else(|| "[]".to_owned());
        let array: Vec<Value> = serde_json::from_str(&array).expect("it is JSON");
        array.iter().filter_map(|update| update["update_id"].as_i64()).collect()
    }

    fn queue_from(first: i64, count: usize) -> UpdateQueue {
        let mut queue = UpdateQueue::new(first);
        for _ in 0..count {
            queue.push("message", "{}", 1_000);
        }
        queue
    }

    #[test]
    fn an_update_comes_again_until_a_higher_offset_confirms_it() {
        let mut queue = queue_from(10, 3);
        assert_eq!(ids(&mut queue, 0), [10, 11, 12]);
        assert_eq!(ids(&mut queue, 0), [10, 11, 12]);
        assert_eq!(ids(&mut queue, 12), [12]);
        assert_eq!(ids(&mut queue, 13), [] as [i64; 0]);
    }

    #[test]
    fn a_negative_offset_forgets_all_but_the_last() {
        let mut queue = queue_from(10, 5);
        assert_eq!(ids(&mut queue, -2), [13, 14]);
        assert_eq!(queue.len(), 2);
    }

    #[test]
    fn an_update_set_apart_comes_with_a_later_poll() {
        let mut queue = queue_from(10, 2);
        queue.set_newest_apart();
        assert_eq!(ids(&mut queue, 0), [10]);
        assert_eq!(ids(&mut queue, 10), [10, 11], "it has come meanwhile");
        assert_eq!(ids(&mut queue, 11), [11]);
    }

    #[test]
    fn ids_that_go_back_are_still_confirmed_in_order() {
        let mut queue = queue_from(100, 2);
        queue.renumber(5);
        queue.push("message", "{}", 1_000);
        assert_eq!(ids(&mut queue, 0), [100, 101, 5]);
        assert_eq!(ids(&mut queue, 6), [] as [i64; 0]);
        queue.push("message", "{}", 1_000);
        assert_eq!(ids(&mut queue, 900), [6], "an offset beyond the end is ignored");
    }

    #[test]
    fn a_lane_waits_for_its_failed_update_and_others_pass() {
        let mut queue = UpdateQueue::new(1);
        for chat in [7, 7, 8] {
            queue.push("message", &format!("{{\"chat\":{{\"id\":{chat}}}}}"), 100_000);
        }
        assert!(matches!(queue.take_due(0, 0), Due::Now(1, _)));
        assert!(matches!(queue.take_due(0, 0), Due::Now(3, _)));
        assert_eq!(queue.take_due(0, 0), Due::Never);
        queue.failed(1, |failures| u64::from(failures) * 1_000);
        queue.delivered(3);
        assert_eq!(queue.take_due(0, 999), Due::At(1_000));
        assert!(matches!(queue.take_due(0, 1_000), Due::Now(1, _)));
        queue.delivered(1);
        assert!(matches!(queue.take_due(0, 1_000), Due::Now(2, _)));
    }

    #[test]
    fn updates_expire_and_unwanted_kinds_never_come() {
        let mut queue = UpdateQueue::new(1);
        queue.push("callback_query", "{}", 150);
        queue.push("message_reaction", "{}", 1_000);
        queue.push("message", "{}", 1_000);
        assert_eq!(queue.len(), 2);
        assert_eq!(queue.hand_out(100, 500).as_deref(), Some("[{\"update_id\":2,\"message\":{}}]"));
    }
}
