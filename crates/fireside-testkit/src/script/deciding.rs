//! The script itself: events are decided and committed, one after another.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use fireside_core::action::Action;
use fireside_core::binding::{Binding, lane_of};
use fireside_core::ids::TimerId;
use fireside_core::key::{Key, KeyPath, KeyRange};
use fireside_core::memory::{MemorySearch, MemoryStore};
use fireside_core::ports::{Batch, Hits, Query, Search, Source, SourceError, Versioned, Write};
use fireside_core::record::{self, Record};
use fireside_core::stored_file::{self, StoredFile};
use fireside_core::talk::{Heard, Talk};
use fireside_core::timer::{Timer, TimerChange};
use fireside_core::turn::Wanted;
use fireside_core::{
    Account, Actor, Community, CommunityId, Decided, Delivery, DeliveryId, DeliveryOutcome, Engine, Event,
    EventId, EventKind, FileRef, Input, Interrupt, LaneId, MessageId, Obstacle, Place, Receipt, Timestamp,
};

use super::delivering::{Progress, Row};
use super::people::{NORTH, SOUTH, audience, north, north_link, south};
use super::showing::Shown;

/// When every script begins, in milliseconds since the Unix epoch.
const BEGINNING_MS: u64 = 1_750_000_000_000;

/// A bot, its store, a clock moved by hand, and what every place shows.
///
/// Deliveries are done as soon as they are asked for, unless they are held.
#[derive(Debug)]
pub struct Script {
    pub(super) engine: Engine,
    pub(super) community: Community,
    pub(super) now: Timestamp,
    pub(super) rows: Vec<Row>,
    pub(super) shown: Vec<Shown>,
    /// How each delivery ended.
    pub(super) ended: BTreeMap<DeliveryId, Option<Receipt>>,
    /// Those of them that later deliveries can refer to.
    pub(super) kept: BTreeSet<DeliveryId>,
    pub(super) members: BTreeSet<(Place, Account)>,
    pub(super) closed_rooms: BTreeSet<Place>,
    /// The bot's reactions, by the place and id of a message.
    pub(super) reactions: BTreeMap<(Place, MessageId), Vec<String>>,
    /// The tags of each room.
    pub(super) tags: BTreeMap<Place, Vec<String>>,
    /// What platforms refuse, and why.
    pub(super) refused_places: BTreeMap<Place, (Obstacle, String)>,
    pub(super) rooms_refused: Option<String>,
    pub(super) tags_refused: Option<String>,
    pub(super) holds: bool,
    /// Words that may be joined are.
    pub(super) joins: bool,
    /// What was taken back before it was done, and its feature has not heard of yet.
    pub(super) withdrawn: VecDeque<Delivery>,
    /// Deliveries whose feature was told that they wait.
    pub(super) told_delays: BTreeSet<DeliveryId>,
    pub(super) store: MemoryStore,
    search: MemorySearch,
    pub(super) timers: BTreeMap<TimerId, Timer>,
    /// What was said lately, by place.
    pub(super) talk: BTreeMap<Place, Talk>,
    /// The languages that platforms tell of their accounts.
    locales: BTreeMap<Account, String>,
    events: u64,
}

impl Script {
    /// A script about a bot of `engine` in `community`, on both platforms.
    pub fn new(mut engine: Engine, community: Community) -> Self {
        engine.learn_platform(NORTH.into(), north(), north_link);
        engine.learn_platform(SOUTH.into(), south(), |_, _| None);
        Self {
            engine,
            community,
            now: Timestamp::from_millis(BEGINNING_MS),
            rows: Vec::new(),
            shown: Vec::new(),
            ended: BTreeMap::new(),
            kept: BTreeSet::new(),
            members: BTreeSet::new(),
            closed_rooms: BTreeSet::new(),
            reactions: BTreeMap::new(),
            tags: BTreeMap::new(),
            refused_places: BTreeMap::new(),
            rooms_refused: None,
            tags_refused: None,
            holds: false,
            joins: false,
            withdrawn: VecDeque::new(),
            told_delays: BTreeSet::new(),
            store: MemoryStore::default(),
            search: MemorySearch::default(),
            timers: BTreeMap::new(),
            talk: BTreeMap::new(),
            locales: BTreeMap::new(),
            events: 0,
        }
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// From now on a section of the community's settings says something else.
    pub fn set(&mut self, section: &str, settings: serde_json::Value) {
        self.community.settings.insert(section.to_owned(), settings);
    }

    /// From now on the platform says that somebody speaks a language.
    pub fn speaks(&mut self, actor: &Actor, locale: &str) {
        self.locales.insert(actor.account.clone(), locale.to_owned());
    }

    /// What is kept at `path`.
    ///
    /// # Panics
    /// When it can't be read.
    pub fn record<R: Record>(&self, path: &(impl KeyPath + ?Sized)) -> Option<R> {
        let key = Key::new(&self.community.id, R::COLLECTION, path);
        let stored = Source::get(&self.store, &key).unwrap_or_else(|error| panic!("{key:?}: {error}"));
        stored.map(|stored| record::decode(&stored.value).unwrap_or_else(|error| panic!("{key:?}: {error}")))
    }

    /// Keeps something that nobody said, beneath the bot's hands.
    ///
    /// # Panics
    /// When it can't be written.
    pub fn put<R: Record>(&mut self, path: &(impl KeyPath + ?Sized), record: &R) {
        let key = Key::new(&self.community.id, R::COLLECTION, path);
        let value = record::encode(record).unwrap_or_else(|error| panic!("{key:?}: {error}"));
        let batch = Batch { writes: vec![Write::Put(key, value)], ..Batch::default() };
        self.store.apply(batch).unwrap_or_else(|error| panic!("it can't be kept: {error}"));
    }

    /// What is in a file that the bot made; `None` where a part of it is not kept.
    pub fn stored_file(&self, file: &FileRef) -> Option<Vec<u8>> {
        let stored = StoredFile::of(file)?;
        let size = usize::try_from(stored.size_bytes).ok()?;
        let mut bytes = Vec::new();
        let mut index = 0;
        while bytes.len() < size {
            let part = Source::get(&self.store, &stored.part_key(index)).ok()??;
            bytes.extend(stored_file::decode(&part.value)?);
            index += 1;
        }
        Some(bytes)
    }

    /// Something happens that nobody did: a receipt comes, a timer is due.
    pub(super) fn happens_by_itself(&mut self, place: Place, kind: EventKind) {
        let actor = Actor::system(place.platform.clone());
        let event = self.event(&actor, &place, kind);
        self.take(&event);
    }

    /// An event of now, with an id of its own.
    pub(super) fn event(&mut self, actor: &Actor, place: &Place, kind: EventKind) -> Event {
        self.events += 1;
        Event {
            id: EventId::new(format!("e{}", self.events)),
            community: Some(self.community.id.clone()),
            at: self.now,
            place: place.clone(),
            audience: audience(place),
            actor: actor.clone(),
            locale: self.locales.get(&actor.account).cloned(),
            kind,
            reply: None,
        }
    }

    /// Decides an event, commits what came of it, and queues its deliveries.
    pub(super) fn take(&mut self, event: &Event) -> Decided {
        let is_talk = Talk::concerns(&self.community, event) || Talk::concerns_private(event);
        if self.engine.hears_talk() && is_talk {
            let here = self.talk.entry(event.place.clone());
            here.or_insert_with(|| Talk::of(event.place.clone())).hear(event);
        }
        let decided = self.decide(event);
        if let Err(error) = self.store.apply(decided.batch.clone()) {
            panic!("{}: what was decided can't be committed: {error}", event.id);
        }
        if let Err(error) = self.search.apply(&self.community.id, decided.documents.clone()) {
            panic!("{}: {error}", event.id);
        }
        for withdrawal in &decided.withdrawals {
            for row in self.rows.iter_mut().filter(|row| row.is_taken_back_by(withdrawal)) {
                row.progress = Progress::Ended(DeliveryOutcome::Withdrawn);
                self.withdrawn.push_back(row.delivery.clone());
            }
        }
        self.rows.extend(decided.deliveries.iter().cloned().map(Row::waiting));
        for change in &decided.timers {
            match change {
                TimerChange::Set(timer) => self.timers.insert(timer.id.clone(), timer.clone()),
                TimerChange::Cancelled(timer) => self.timers.remove(timer),
            };
        }
        decided
    }

    /// What comes of an event: decided twice, since a decision must come out
    /// the same when it is made again.
    fn decide(&self, event: &Event) -> Decided {
        let lane = self.lane_of(event);
        let mut numbers = BTreeMap::new();
        let decided = self.decide_once(event, &lane, &mut numbers);
        let again = self.decide_once(event, &lane, &mut numbers);
        let kept = |decided: &Decided| -> (_, Vec<Delivery>, _) {
            (decided.batch.clone(), decided.deliveries.clone(), decided.answer.clone())
        };
        assert_eq!(kept(&decided), kept(&again), "{} was decided differently the second time", event.id);
        decided
    }

    fn decide_once(&self, event: &Event, lane: &LaneId, numbers: &mut BTreeMap<Key, u64>) -> Decided {
        loop {
            let present = Present { store: &self.store, search: &self.search, talk: &self.talk, numbers };
            let input = Input {
                community: &self.community,
                event,
                lane,
                now: self.now,
                seed: [7; 32],
                source: &present,
            };
            match self.engine.decide(input) {
                Ok(decided) => return decided,
                Err(Interrupt::Missing(wanted)) => {
                    for wanted in wanted {
                        let Wanted::Number(key) = wanted else { panic!("{wanted:?} is not in the store") };
                        let drawn = self.store.draw(&key);
                        numbers.insert(key, drawn);
                    }
                }
                Err(Interrupt::Failed(error)) => panic!("{} can't be decided: {error}", event.id),
            }
        }
    }

    /// The lane an event is decided in, as a runtime finds it.
    fn lane_of(&self, event: &Event) -> LaneId {
        let account = &event.actor.account;
        let pressed = match &event.kind {
            EventKind::Delayed(delay) => return delay.lane.clone(),
            EventKind::Receipt(receipt) => return receipt.lane.clone(),
            EventKind::Timer(timer) => return timer.lane.clone(),
            EventKind::Press(press) => {
                Action::token_in(&press.data).and_then(|token| self.record::<Action>(token))
            }
            _ => None,
        };
        if let Some(lane) = self.engine.lane_named(event) {
            return lane;
        }
        let bound = || {
            let own = self.record::<Binding>(&Binding::path(&event.place, Some(account)));
            own.or_else(|| self.record(&Binding::path(&event.place, None)))
        };
        pressed
            .and_then(|action| action.lane)
            .or_else(|| bound().map(|binding| binding.lane))
            .unwrap_or_else(|| lane_of(&event.place, account))
    }
}

/// What is stored, indexed and was said, with the numbers that were drawn for one event.
struct Present<'a> {
    store: &'a MemoryStore,
    talk: &'a BTreeMap<Place, Talk>,
    search: &'a MemorySearch,
    numbers: &'a BTreeMap<Key, u64>,
}

impl Source for Present<'_> {
    fn get(&self, key: &Key) -> Result<Option<Versioned>, SourceError> {
        Source::get(self.store, key)
    }

    fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, SourceError> {
        Source::range(self.store, range)
    }

    fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Result<Hits, SourceError> {
        Ok(self.search.find(community, collection, query)?)
    }

    fn heard(&self, place: &Place) -> Vec<Heard> {
        self.talk.get(place).map_or_else(Vec::new, |talk| talk.heard().cloned().collect())
    }

    fn heard_in_private(&self, _community: &CommunityId, place: &Place) -> Vec<Heard> {
        self.heard(place)
    }

    fn number(&self, key: &Key) -> Result<u64, SourceError> {
        self.numbers.get(key).copied().ok_or(SourceError::NotLoaded)
    }
}
