//! The port, implemented.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use fireside_core::ports::{Adapter, AdapterError, DeliveryError, Files, Inbox, Limit, Scope};
use fireside_core::{Capabilities, Clock, CommandSpec, CommunityId, Delivery, Effect, Platform, Receipt};
use reqwest::Client;
use reqwest::header::CONTENT_TYPE;
use tracing::debug;

use crate::PLATFORM;
use crate::client::client;
use crate::endpoint::Endpoint;
use crate::envelope;
use crate::health::Health;
use crate::notices::Notices;
use crate::resolver::PublicResolver;
use crate::verdict::Verdict;

/// How events are told.
#[derive(Clone)]
pub struct WebhookOptions {
    /// Where each community's events go.
    pub endpoints: BTreeMap<CommunityId, Endpoint>,
    /// Tells when a request is made, which is signed.
    pub clock: Arc<dyn Clock>,
    /// How long a receiver may take to answer. Default 10 s.
    pub timeout: Duration,
    /// Certificates that are trusted besides the public authorities', in PEM. Default none.
    pub further_roots_pem: String,
}

impl WebhookOptions {
    /// Events of these communities go to these endpoints.
    pub fn new(endpoints: BTreeMap<CommunityId, Endpoint>, clock: Arc<dyn Clock>) -> Self {
        Self { endpoints, clock, timeout: Duration::from_secs(10), further_roots_pem: String::new() }
    }
}

impl fmt::Debug for WebhookOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookOptions")
            .field("endpoints", &self.endpoints)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// Webhooks, plugged in.
pub struct WebhookAdapter {
    receivers: BTreeMap<CommunityId, Receiver>,
    client: Client,
    resolver: PublicResolver,
    clock: Arc<dyn Clock>,
    timeout: Duration,
    notices: Notices,
}

/// An endpoint and how it has been doing.
#[derive(Debug)]
struct Receiver {
    endpoint: Endpoint,
    health: Mutex<Health>,
}

impl Receiver {
    fn health(&self) -> MutexGuard<'_, Health> {
        self.health.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for WebhookAdapter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookAdapter").field("receivers", &self.receivers).finish_non_exhaustive()
    }
}

impl WebhookAdapter {
    /// An adapter that has not called anybody yet.
    ///
    /// # Errors
    /// When the further roots can't be read.
    pub fn new(options: WebhookOptions) -> Result<Self, AdapterError> {
        Self::resolving(options, PublicResolver::default())
    }

    pub(crate) fn resolving(options: WebhookOptions, resolver: PublicResolver) -> Result<Self, AdapterError> {
        let WebhookOptions { endpoints, clock, timeout, further_roots_pem } = options;
        let client = client(resolver.clone(), &further_roots_pem, timeout)?;
        let receiver = |endpoint| Receiver { endpoint, health: Mutex::default() };
        let receivers =
            endpoints.into_iter().map(|(community, endpoint)| (community, receiver(endpoint))).collect();
        Ok(Self { receivers, client, resolver, clock, timeout, notices: Notices::default() })
    }

    /// Makes the request and reads the head of the answer.
    async fn post(&self, endpoint: &Endpoint, id: &str, body: Vec<u8>) -> Verdict {
        let sent_secs = self.clock.now().as_millis() / 1000;
        let request = self
            .client
            .post(endpoint.url.url().clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", sent_secs)
            .header("webhook-signature", endpoint.secrets.sign(id, sent_secs, &body))
            .body(body);
        match request.send().await {
            Ok(answer) => Verdict::of_answer(answer.status(), answer.headers(), self.clock.now()),
            Err(error) => Verdict::of_failure(&error, self.timeout),
        }
    }

    /// What a verdict means for the delivery; a person is told what they can mend.
    fn concluded(
        &self,
        community: &CommunityId,
        receiver: &Receiver,
        verdict: Verdict,
    ) -> Result<Receipt, DeliveryError> {
        let who = || format!("the webhook of community `{community}` ({})", receiver.endpoint.url.host());
        let mut health = receiver.health();
        match verdict {
            Verdict::Taken => {
                health.recovered();
                Ok(Receipt::default())
            }
            Verdict::Waits { why, after, is_setting } => {
                let wait = health.failed();
                if health.is_to_be_told(is_setting) {
                    self.notices.trouble(format!(
                        "{}: {why}; what is told waits and is tried again for a day: check \
                         `community.webhook` and the receiver",
                        who()
                    ));
                }
                Err(DeliveryError::Retry {
                    after: Some(after.unwrap_or(wait)),
                    scope: Scope::Destination,
                    why,
                })
            }
            Verdict::Declined { why } => {
                if health.is_to_be_told(true) {
                    self.notices.trouble(format!(
                        "{}: {why} to an event, which is not told again: look into the receiver's log",
                        who()
                    ));
                }
                Err(refused(why))
            }
            Verdict::Gone => {
                health.gone();
                self.notices.trouble(format!(
                    "{}: it answered 410, it wants no more events, and gets none until the next start: \
                     remove `community.webhook`",
                    who()
                ));
                Err(refused("the receiver wants no more events"))
            }
        }
    }
}

#[async_trait]
impl Adapter for WebhookAdapter {
    fn platform(&self) -> Platform {
        Platform::new(PLATFORM)
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::LEAST
    }

    fn hears(&self) -> bool {
        false
    }

    /// Nobody is called: a bot starts whether or not other software runs.
    async fn connect(&self) -> Result<(), AdapterError> {
        Ok(())
    }

    async fn check(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (community, receiver) in &self.receivers {
            let Some(name) = receiver.endpoint.url.name() else { continue };
            if let Err(error) = self.resolver.addresses(name).await {
                found.push(format!("`community.webhook.url` of `{community}`: {name}: {error}"));
            }
        }
        found
    }

    async fn register(&self, _commands: &[CommandSpec]) -> Result<(), AdapterError> {
        Ok(())
    }

    async fn run(&self, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError> {
        self.notices.bring_to(&inbox);
        inbox.stopped().await;
        Ok(())
    }

    fn limits(&self, _delivery: &Delivery) -> Vec<Limit> {
        Vec::new()
    }

    async fn deliver(&self, delivery: &Delivery, _files: &dyn Files) -> Result<Receipt, DeliveryError> {
        let Effect::Post { to, event_type, data } = &delivery.effect else {
            return Err(refused("other software is told events and nothing else"));
        };
        let Some((community, receiver)) = self.receivers.get_key_value(to.channel.as_str()) else {
            return Err(refused(format!("community `{}` has no webhook any more", to.channel)));
        };
        if receiver.health().is_gone() {
            return Err(refused("the receiver wants no more events"));
        }
        let body = envelope::body(delivery, event_type, data).map_err(|error| refused(error.to_string()))?;
        let id = envelope::id(delivery);
        let verdict = self.post(&receiver.endpoint, &id, body).await;
        debug!(%community, id, event_type, ?verdict, "an event was told");
        self.concluded(community, receiver, verdict)
    }
}

fn refused(why: impl Into<String>) -> DeliveryError {
    DeliveryError::Refused { why: why.into() }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use fireside_core::Timestamp;
    use fireside_testkit::adapter::{FakeInbox, delivery};
    use fireside_testkit::fake_files::FakeFiles;
    use futures_util::FutureExt as _;
    use tokio::net::TcpListener;

    use super::*;
    use crate::endpoint::EndpointUrl;
    use crate::secrets::Secrets;

    struct Epoch;

    impl Clock for Epoch {
        fn now(&self) -> Timestamp {
            Timestamp::default()
        }
    }

    /// An adapter for `url`, where every name is looked up as these addresses,
    /// one after another.
    fn adapter(url: &str, addresses: &'static [&str]) -> WebhookAdapter {
        let endpoint = Endpoint {
            url: EndpointUrl::parse(url, true).unwrap(),
            secrets: Secrets::parse(&"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".into()).unwrap(),
        };
        let looks = AtomicUsize::new(0);
        let resolver = PublicResolver::asking(Arc::new(move |_| {
            let look = looks.fetch_add(1, Ordering::Relaxed);
            let address = addresses[look.min(addresses.len() - 1)].parse().unwrap();
            Box::pin(async move { Ok(vec![SocketAddr::new(address, 0)]) })
        }));
        let options = WebhookOptions {
            timeout: Duration::from_millis(200),
            ..WebhookOptions::new(BTreeMap::from([("acme".into(), endpoint)]), Arc::new(Epoch))
        };
        WebhookAdapter::resolving(options, resolver).unwrap()
    }

    async fn told(adapter: &WebhookAdapter) -> String {
        let to = crate::place(&"acme".into());
        let effect = Effect::Post { to, event_type: "feedback.created".to_owned(), data: 1.into() };
        let told = adapter.deliver(&delivery(0, effect), &FakeFiles::default()).await;
        told.expect_err("nobody is there").to_string()
    }

    #[tokio::test]
    async fn a_name_that_leads_into_a_private_network_is_not_connected_to() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("https://rebound.example.com:{}/", listener.local_addr().unwrap().port());
        let adapter = adapter(&url, &["127.0.0.1"]);
        assert!(told(&adapter).await.contains("it has no public address"));
        assert!(listener.accept().now_or_never().is_none(), "nobody knocked");
        assert_eq!(
            adapter.check().await,
            [
                "`community.webhook.url` of `acme`: rebound.example.com: it has no public address: webhooks are \
              not sent into private networks"
            ]
        );
        let inbox = Arc::new(FakeInbox::new());
        inbox.stop();
        adapter.run(inbox.clone()).await.unwrap();
        assert_eq!(inbox.contents().notices.len(), 1, "the operator is told at once");
    }

    #[tokio::test]
    async fn a_name_is_looked_up_for_each_connection() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
        let adapter = adapter(&url, &["127.0.0.1", "192.168.0.1"]);
        let (first, ()) = tokio::join!(told(&adapter), async { drop(listener.accept().await) });
        assert!(!first.contains("public"), "the first time it is who it was: {first}");
        assert!(told(&adapter).await.contains("it has no public address"));
        assert!(listener.accept().now_or_never().is_none(), "nobody knocked");
    }
}
