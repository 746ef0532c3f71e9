//! The adapter in front of a receiver.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Clock, CommunityId, Delivery, Effect, Receipt, Timestamp};
use fireside_testkit::adapter::{FakeInbox, delivery};
use fireside_testkit::fake_files::FakeFiles;
use fireside_webhook::{Endpoint, EndpointUrl, Secrets, WebhookAdapter, WebhookOptions, place};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

pub(crate) const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
/// When every event of these tests happened.
const AT_MS: u64 = 1_750_000_000_007;

/// The machine's time: the scripts that verify signatures look at it, too.
pub(crate) struct Now;

impl Clock for Now {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is later than 1970");
        Timestamp::default() + since
    }
}

/// An adapter that runs, and what its operator was told.
pub(crate) struct Stage {
    pub(crate) adapter: Arc<WebhookAdapter>,
    inbox: Arc<FakeInbox>,
    running: JoinHandle<()>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.running.abort();
    }
}

pub(crate) fn community() -> CommunityId {
    CommunityId::new("acme")
}

/// Settings by which the community's events go to an address on this machine.
pub(crate) fn options(url: &str) -> WebhookOptions {
    let url = EndpointUrl::parse(url, true).expect("an address on this machine");
    let secrets = Secrets::parse(&SECRET.into()).expect("a secret");
    let endpoints = BTreeMap::from([(community(), Endpoint { url, secrets })]);
    WebhookOptions { timeout: Duration::from_secs(5), ..WebhookOptions::new(endpoints, Arc::new(Now)) }
}

impl Stage {
    pub(crate) fn set(options: WebhookOptions) -> Self {
        let adapter = Arc::new(WebhookAdapter::new(options).expect("the settings are right"));
        let inbox = Arc::new(FakeInbox::new());
        let running = tokio::spawn({
            let (adapter, inbox) = (Arc::clone(&adapter), Arc::clone(&inbox));
            async move { adapter.run(inbox).await.expect("it runs until it is stopped") }
        });
        Self { adapter, inbox, running }
    }

    /// In front of a receiver at this port of this machine.
    pub(crate) fn before(port: u16) -> Self {
        Self::set(options(&format!("http://127.0.0.1:{port}/hook?key=s3cret")))
    }

    /// Tells the event number `index`.
    pub(crate) async fn tell(&self, index: u32) -> Result<Receipt, DeliveryError> {
        self.deliver(&event(index)).await
    }

    pub(crate) async fn deliver(&self, delivery: &Delivery) -> Result<Receipt, DeliveryError> {
        self.adapter.deliver(delivery, &FakeFiles::default()).await
    }

    /// What the operator was told.
    pub(crate) async fn notices(&self) -> Vec<String> {
        // What was told before the adapter ran comes with its first step.
        tokio::task::yield_now().await;
        self.inbox.contents().notices.iter().map(ToString::to_string).collect()
    }
}

/// The particulars of every event of these tests.
pub(crate) fn data() -> Value {
    json!({
        "number": 12,
        "kind": "idea",
        "status": "open",
        "title": "A dimmer that remembers: «ä» 🛟",
        "details": "@everyone has it dark",
        "area": null,
        "voices": 1,
        "link": null,
    })
}

/// An event of the community.
pub(crate) fn event(index: u32) -> Delivery {
    let (event_type, data) = ("feedback.created".to_owned(), data());
    let effect = Effect::Post { to: place(&community()), event_type, data };
    Delivery { at: Timestamp::from_millis(AT_MS), ..delivery(index, effect) }
}
