//! What every test stands on: a store, a clock, and two invented platforms.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::turn::effects::Manner;
use fireside_core::{Actor, DeliveryOutcome, Engine, Outcome, Place, Voice};
use fireside_runtime::{Options, Runtime};
use fireside_testkit::fake_adapter::FakeAdapter;
use fireside_testkit::fake_clock::FakeClock;
use fireside_testkit::fake_feature::FakeFeature;
use fireside_testkit::fake_search::FakeSearch;
use fireside_testkit::fake_store::FakeStore;
use fireside_testkit::script::{self, NORTH, SOUTH};

pub(crate) struct Stage {
    pub(crate) store: Arc<FakeStore>,
    pub(crate) search: Arc<FakeSearch>,
    pub(crate) clock: FakeClock,
    pub(crate) options: Options,
    pub(crate) north: Arc<FakeAdapter>,
    pub(crate) south: Arc<FakeAdapter>,
}

impl Stage {
    pub(crate) fn set() -> Self {
        Self::on(FakeStore::default())
    }

    pub(crate) fn on(store: FakeStore) -> Self {
        Self {
            store: Arc::new(store),
            search: Arc::default(),
            clock: FakeClock::start(),
            options: Options::default(),
            north: Arc::new(FakeAdapter::new(NORTH)),
            south: Arc::new(FakeAdapter::able(SOUTH, script::south())),
        }
    }

    /// The second platform is only told things.
    pub(crate) fn with_deaf_south(self) -> Self {
        Self { south: Arc::new(FakeAdapter::able(SOUTH, script::south()).deaf()), ..self }
    }

    /// The same store after `down` without a runtime, with platforms that know nothing.
    pub(crate) fn after(self, down: Duration) -> Self {
        Self { store: self.store, clock: self.clock.later(down), options: self.options, ..Self::set() }
    }

    pub(crate) async fn start(&self, feature: FakeFeature) -> Runtime {
        let engine = Engine::builder().feature(feature).build().unwrap();
        Runtime::builder(engine)
            .store(self.store.clone())
            .search(self.search.clone())
            .clock(Arc::new(self.clock))
            .community(script::brand(NORTH))
            .adapter(self.north.clone())
            .adapter(self.south.clone())
            .options(self.options.clone())
            .start()
            .await
            .unwrap()
    }
}

/// Says in its place what was said there.
pub(crate) fn echo() -> FakeFeature {
    FakeFeature::default().on_message(|turn, message| {
        turn.send(turn.event().place.clone(), message.text.clone(), Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    })
}

/// Says in its place what was said there, and in [`log`] how that ended.
pub(crate) fn reporting_echo() -> FakeFeature {
    let echo = FakeFeature::default().on_message(|turn, message| {
        let words = message.text.clone();
        let manner = Manner::of(Voice::Bot).tagged("echo", words.to_plain());
        turn.send(turn.event().place.clone(), words, manner);
        Ok(Outcome::Handled)
    });
    reporting(echo)
}

/// A feature that says in [`log`] how its tagged deliveries ended.
pub(crate) fn reporting(feature: FakeFeature) -> FakeFeature {
    feature.on_receipt(|turn, receipt| {
        let end = match &receipt.outcome {
            DeliveryOutcome::Delivered(receipt) if receipt.ambiguous => "maybe twice".to_owned(),
            DeliveryOutcome::Delivered(_) => "delivered".to_owned(),
            DeliveryOutcome::Undeliverable { why, .. } => why.clone(),
            DeliveryOutcome::Withdrawn => "withdrawn".to_owned(),
        };
        turn.send(log(), format!("{}: {end}", receipt.tag.subject), Manner::of(Voice::System));
        Ok(Outcome::Handled)
    })
}

/// Where reports go: a place of its own.
pub(crate) fn log() -> Place {
    Place::channel(NORTH, "log")
}

pub(crate) fn square() -> Place {
    script::square(NORTH)
}

pub(crate) fn ana() -> Actor {
    script::customer(NORTH, "1", "Ana")
}

pub(crate) fn ben() -> Actor {
    script::customer(NORTH, "2", "Ben")
}

pub(crate) const COMMUNITY: &str = "acme";
