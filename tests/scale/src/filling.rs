//! Filling a store with items and voices, row by row as the feature writes them.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use fireside_core::action::Action;
use fireside_core::key::{Key, KeyPath};
use fireside_core::ports::{Batch, Store, Write};
use fireside_core::record::{self, Record};
use fireside_core::{Actor, Clock, CommunityId, MessageRef, PersonId, PlaceRef, Timestamp, text};
use fireside_feedback::{
    Author, Card, CardAt, CardState, Customer, Feedback, FeedbackNumber, Heat, Kind, Origin, Shown, Standing,
    Status, Voice, VoicePlace,
};
use fireside_runtime::SystemClock;
use fireside_store::{SledOptions, SledStore};

use crate::town::{self, PLACES};
use crate::writing::Writer;

/// The item that most back, and how many do.
pub(crate) const HOT: u64 = 1;
pub(crate) const HOT_VOICES: u64 = 10_000;
/// How many places in which an ordinary item is backed.
const PLACES_OF_AN_ITEM: u64 = 3;
/// How many rows are committed together.
const BATCH_LEN: usize = 1_000;
/// How much of the store is kept in memory while it is filled, in bytes.
const CACHE_BYTES: u64 = 512 << 20;
/// Over how long the items were raised.
const SPAN: Duration = Duration::from_hours(365 * 24);
/// How long the buttons of cards work.
const BUTTONS_LIFETIME: Duration = Duration::from_hours(2 * 365 * 24);
/// The longest name of a card's room, in characters.
const ROOM_NAME_LEN_MAX: usize = 90;
const LOCALES: [&str; 4] = ["en", "en", "de", "es"];

/// Fills the store in a folder.
pub(crate) async fn fill(folder: &Path, items: u64, voices: u64) -> anyhow::Result<()> {
    let store = SledStore::open(SledOptions { cache_bytes: CACHE_BYTES, ..SledOptions::new(folder) })?;
    let mut filling = Filling {
        community: town::community().id,
        store,
        writes: Vec::new(),
        writer: Writer::new(1),
        now: SystemClock.now(),
        raised: BTreeMap::new(),
    };
    let counts = counts(items, voices, &mut filling.writer);
    for (number, count) in (1..).zip(counts) {
        filling.item(number, items, count).await?;
    }
    for (person, author) in std::mem::take(&mut filling.raised) {
        filling.put(&person, &author)?;
        filling.flush(BATCH_LEN).await?;
    }
    let counter = Key::new(&filling.community, "counter", Feedback::COLLECTION);
    filling.writes.push(Write::NextNumber(counter, items));
    filling.flush(0).await?;
    // An empty batch waits until everything is on disk.
    Ok(filling.store.commit(Batch::default()).await?)
}

/// How many voices each item has: one at least, few of them many.
fn counts(items: u64, voices: u64, writer: &mut Writer) -> Vec<u64> {
    let mean = voices.saturating_sub(HOT_VOICES) / items.max(1);
    let mut left = voices.saturating_sub(HOT_VOICES + items);
    let mut counts = vec![HOT_VOICES];
    for number in HOT + 1..=items {
        let bound = writer.number(4 * mean) + 1;
        // The last one takes what is left.
        let more = if number == items { left } else { writer.number(bound).min(left) };
        left -= more;
        counts.push(1 + more);
    }
    counts
}

struct Filling {
    community: CommunityId,
    store: SledStore,
    writes: Vec<Write>,
    writer: Writer,
    now: Timestamp,
    /// What each person raised.
    raised: BTreeMap<PersonId, Author>,
}

impl Filling {
    fn put<R: Record>(&mut self, path: &(impl KeyPath + ?Sized), kept: &R) -> anyhow::Result<()> {
        let rows = record::rows(&self.community, path, kept)?;
        self.writes.extend(rows.into_iter().map(|(key, value)| Write::Put(key, value)));
        Ok(())
    }

    /// Commits what was gathered, if it is more than so much.
    async fn flush(&mut self, more_than: usize) -> anyhow::Result<()> {
        if self.writes.len() > more_than {
            let writes = std::mem::take(&mut self.writes);
            self.store.commit(Batch { writes, lazy: true, ..Batch::default() }).await?;
        }
        Ok(())
    }

    async fn item(&mut self, number: u64, items: u64, voices: u64) -> anyhow::Result<()> {
        let span_ms = u64::try_from(SPAN.as_millis())?;
        let at = self.now - Duration::from_millis(span_ms * (items - number) / items);
        let number = FeedbackNumber::new(number);
        let first = self.writer.number(town::PEOPLE);
        let mut item = self.feedback(number, first, at, voices);
        item.card = Some(card(&item));
        self.card(&item)?;
        self.raised.entry(item.author.person.clone()).or_default().raised(number);
        self.voices(&item, first, voices).await?;
        self.put(&number, &item)?;
        self.flush(BATCH_LEN).await
    }

    fn feedback(&mut self, number: FeedbackNumber, author: u64, at: Timestamp, voices: u64) -> Feedback {
        let document = self.writer.document(number.get());
        let place = town::place(number.get());
        let kind = Kind::ALL[index(self.writer.number(5))];
        // Half of them are open, the others anything.
        let status = Status::ALL.get(index(self.writer.number(14))).copied().unwrap_or(Status::Open);
        let origin = Origin {
            place,
            is_private: false,
            message: None,
            link: None,
            around: Vec::new(),
            captured_by: None,
        };
        Feedback {
            number,
            kind,
            status: if number.get() == HOT { Status::Open } else { status },
            title: document.title.chars().take(120).collect(),
            details: document.body.chars().take(2000).collect(),
            area: Some(format!("Area {}", self.writer.number(12))),
            files: Vec::new(),
            author: customer(&town::person(author)),
            origin,
            at,
            assignee: None,
            answer: None,
            voices,
            voices_max: voices,
            heat: Heat::default().with(voices, at),
            standing: Standing::Live,
            card: None,
        }
    }

    /// Where the card of an item is, and what its buttons stand for.
    fn card(&mut self, item: &Feedback) -> anyhow::Result<()> {
        let Some(card) = &item.card else { return Ok(()) };
        let at = CardAt { feedback: item.number };
        if let MessageRef::Known { place, id } = &card.message {
            self.put(&CardAt::message(place, id), &at)?;
            self.put(&(place.to_string(), String::new()), &at)?;
        }
        for name in ["voice", "details", "status"] {
            let action = Action {
                feature: "feedback".to_owned(),
                name: name.to_owned(),
                data: item.number.to_string(),
                lane: None,
                expires: self.now + BUTTONS_LIFETIME,
            };
            self.put(&format!("{}{}", card.token, &name[..1]), &action)?;
        }
        Ok(())
    }

    async fn voices(&mut self, item: &Feedback, first: u64, count: u64) -> anyhow::Result<()> {
        let places = if item.number.get() == HOT { PLACES } else { PLACES_OF_AN_ITEM };
        let mut tallies = BTreeMap::<String, i64>::new();
        let mut backed = BTreeMap::new();
        for index in 0..count {
            let place = town::place(item.number.get() + index % places);
            let is_private = item.number.get() != HOT && index % 8 == 7;
            let words = (index % 3 == 0).then(|| self.writer.title());
            let voice = Voice {
                feedback: item.number,
                customer: customer(&town::person(first + index)),
                words,
                place,
                is_private,
                message: Some(format!("m{index}").into()),
                at: item.at,
                merged_from: None,
            };
            if !is_private && !backed.contains_key(&voice.place) {
                backed.insert(voice.place.clone(), VoicePlace { place: voice.place.clone() });
            }
            for tally in voice.tallies() {
                *tallies.entry(tally).or_default() += 1;
            }
            self.put(&voice.path(), &voice)?;
            self.flush(BATCH_LEN).await?;
        }
        for (place, backed) in &backed {
            self.put(&(item.number, place.to_string()), backed)?;
        }
        let tally = |(name, count): (String, i64)| {
            Write::Increment(Key::new(&self.community, "tally", name.as_str()), count)
        };
        self.writes.extend(tallies.into_iter().map(tally));
        Ok(())
    }
}

/// The card of an item, in a thread of its own.
fn card(item: &Feedback) -> Card {
    let (number, posted) = (item.number, item.at);
    let name = text::cleaned(&format!("#{number} {}", item.title), ROOM_NAME_LEN_MAX);
    let place = town::feedback_room().thread(format!("item-{number}"));
    Card {
        state: CardState::Up,
        room: Some(PlaceRef::At(place.clone())),
        link: Some(format!("https://north.example/feedback/item-{number}/card")),
        message: MessageRef::Known { place, id: "card".into() },
        files: Vec::new(),
        token: format!("card-of-item-{number}-"),
        posted,
        // Other words than it should have: its first change is sent.
        shown: Shown { words: number.get(), files: 0, name, tags: Vec::new() },
        is_reported: false,
    }
}

fn customer(actor: &Actor) -> Customer {
    let account = actor.account.clone();
    let locale = LOCALES[account.id.as_str().len() % LOCALES.len()].to_owned();
    Customer { person: account.person(), account, name: actor.name.clone(), locale }
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or_default()
}
