//! An adapter for an invented platform: a test pushes events through it, sees
//! what is delivered, and says what the platform answers.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use fireside_core::ports::{
    Adapter, AdapterError, DeliveryError, FileError, Files, Inbox, InboxError, Limit, MessageLink, Pending,
};
use fireside_core::{
    Capabilities, CommandSpec, Delivery, DeliveryId, Effect, Event, FileRef, Place, Platform, Receipt,
};
use futures_util::TryStreamExt;
use tokio::sync::{Notify, mpsc, watch};

use crate::script::{north, north_link};

/// How long a test waits for a delivery; where time is paused, no time at all.
const PATIENCE: Duration = Duration::from_hours(48);

/// What the invented platform answers to a delivery.
#[derive(Debug, Clone)]
pub enum Reply {
    /// It does it.
    Done(Receipt),
    /// It does not.
    Fails(DeliveryError),
    /// It never answers.
    Never,
    /// Its adapter panics.
    Panics,
    /// It answers once it is let go on.
    Once(Arc<Notify>, Box<Self>),
}

/// An invented platform, plugged in.
///
/// Deliveries are done unless a test says otherwise; a message gets the id
/// `m1`, `m2`, …, a room the thread `room-1`, ….
pub struct FakeAdapter {
    platform: Platform,
    capabilities: Capabilities,
    hears: bool,
    broken: Notify,
    state: Mutex<State>,
    inbox: watch::Sender<Option<Arc<dyn Inbox>>>,
    tried: mpsc::UnboundedSender<Delivery>,
    /// Every attempt, in order.
    pub deliveries: Deliveries,
}

#[derive(Debug, Default)]
struct State {
    /// What is answered next; `Some`: in that place.
    replies: VecDeque<(Option<Place>, Reply)>,
    limits: Vec<Limit>,
    /// What reconciling finds, and what was asked for.
    found: VecDeque<Receipt>,
    looked_for: Vec<DeliveryId>,
    /// The files that were brought.
    brought: Vec<Result<Vec<u8>, FileError>>,
    made: usize,
}

impl std::fmt::Debug for FakeAdapter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FakeAdapter").field("platform", &self.platform).finish_non_exhaustive()
    }
}

impl FakeAdapter {
    /// An adapter for `platform`, which can do what [`crate::script::NORTH`] can.
    pub fn new(platform: &str) -> Self {
        Self::able(platform, north())
    }

    /// An adapter for `platform`, which can do just this.
    pub fn able(platform: &str, capabilities: Capabilities) -> Self {
        let (tried, attempts) = mpsc::unbounded_channel();
        Self {
            platform: platform.into(),
            capabilities,
            hears: true,
            broken: Notify::new(),
            state: Mutex::default(),
            inbox: watch::Sender::new(None),
            tried,
            deliveries: Deliveries { attempts: tokio::sync::Mutex::new(attempts) },
        }
    }

    /// This adapter, which only tells.
    #[must_use]
    pub fn deaf(self) -> Self {
        Self { hears: false, ..self }
    }

    /// It can't listen any more until a person mends something.
    pub fn break_down(&self) {
        self.broken.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Brings an event in, once the runtime listens.
    ///
    /// # Errors
    /// When the inbox does not take it.
    pub async fn push(&self, event: Event) -> Result<Pending, InboxError> {
        self.inbox().await.push(event).await
    }

    /// The inbox of the runtime that listens, once one does.
    pub async fn inbox(&self) -> Arc<dyn Inbox> {
        let mut inbox = self.inbox.subscribe();
        loop {
            if let Some(inbox) = inbox.borrow_and_update().clone() {
                return inbox;
            }
            if inbox.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    /// The next delivery without a reply of its own is answered so.
    pub fn reply(&self, reply: Reply) {
        self.lock().replies.push_back((None, reply));
    }

    /// The next delivery to `place` without a reply of its own is answered so.
    pub fn reply_in(&self, place: &Place, reply: Reply) {
        self.lock().replies.push_back((Some(place.clone()), reply));
    }

    /// The next delivery to `place` is not answered before the gate is notified.
    pub fn hold(&self, place: &Place) -> Arc<Notify> {
        let gate = Arc::new(Notify::new());
        let receipt = Receipt { message: Some("held".into()), ..Receipt::default() };
        self.reply_in(place, Reply::Once(Arc::clone(&gate), Box::new(Reply::Done(receipt))));
        gate
    }

    /// From now on every delivery falls under these limits.
    pub fn limit(&self, limits: Vec<Limit>) {
        self.lock().limits = limits;
    }

    /// Looking for a delivery finds this, once.
    pub fn finds(&self, receipt: Receipt) {
        self.lock().found.push_back(receipt);
    }

    /// The files that attempts at deliveries brought, in order: what is in
    /// each, or why it can't be read.
    pub fn brought(&self) -> Vec<Result<Vec<u8>, FileError>> {
        self.lock().brought.clone()
    }

    /// What was looked for.
    pub fn looked_for(&self) -> Vec<DeliveryId> {
        self.lock().looked_for.clone()
    }

    fn next_reply(&self, delivery: &Delivery) -> Reply {
        let place = delivery.effect.destination();
        let mut state = self.lock();
        let fits = |(only, _): &(Option<Place>, Reply)| only.as_ref().is_none_or(|only| only == place);
        let found = state.replies.iter().position(fits);
        if let Some((_, reply)) = found.and_then(|index| state.replies.remove(index)) {
            return reply;
        }
        state.made += 1;
        let room = |within: &Place| within.clone().thread(format!("room-{}", state.made));
        Reply::Done(match &delivery.effect {
            Effect::Send { .. } => {
                Receipt { message: Some(format!("m{}", state.made).into()), ..Receipt::default() }
            }
            Effect::OpenRoom(plan) => Receipt { place: Some(room(&plan.within)), ..Receipt::default() },
            _ => Receipt::default(),
        })
    }
}

#[async_trait]
impl Adapter for FakeAdapter {
    fn platform(&self) -> Platform {
        self.platform.clone()
    }

    fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    fn hears(&self) -> bool {
        self.hears
    }

    fn message_link(&self) -> MessageLink {
        north_link
    }

    async fn connect(&self) -> Result<(), AdapterError> {
        Ok(())
    }

    async fn register(&self, _commands: &[CommandSpec]) -> Result<(), AdapterError> {
        Ok(())
    }

    async fn run(&self, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError> {
        self.inbox.send_replace(Some(Arc::clone(&inbox)));
        let ended = tokio::select! {
            () = inbox.stopped() => Ok(()),
            () = self.broken.notified() => Err(AdapterError::Stop { what: "it broke down".to_owned() }),
        };
        self.inbox.send_replace(None);
        ended
    }

    fn limits(&self, _delivery: &Delivery) -> Vec<Limit> {
        self.lock().limits.clone()
    }

    async fn deliver(&self, delivery: &Delivery, files: &dyn Files) -> Result<Receipt, DeliveryError> {
        if let Effect::Send { content, .. } = &delivery.effect {
            for file in &content.files {
                let read = read(files, &file.attachment.file).await;
                self.lock().brought.push(read);
            }
        }
        let mut reply = self.next_reply(delivery);
        // Nobody counts attempts any more when the test is over.
        let _ = self.tried.send(delivery.clone());
        loop {
            reply = match reply {
                Reply::Done(receipt) => return Ok(receipt),
                Reply::Fails(error) => return Err(error),
                Reply::Panics => panic!("as the test says"),
                Reply::Never => return std::future::pending().await,
                Reply::Once(gate, reply) => {
                    gate.notified().await;
                    *reply
                }
            }
        }
    }

    async fn reconcile(&self, delivery: &Delivery) -> Result<Option<Receipt>, DeliveryError> {
        let mut state = self.lock();
        state.looked_for.push(delivery.id.clone());
        Ok(state.found.pop_front())
    }
}

async fn read(files: &dyn Files, file: &FileRef) -> Result<Vec<u8>, FileError> {
    let pieces: Vec<bytes::Bytes> = files.open(file).await?.bytes.try_collect().await?;
    Ok(pieces.concat())
}

/// The attempts that were made at deliveries, in order.
#[derive(Debug)]
pub struct Deliveries {
    attempts: tokio::sync::Mutex<mpsc::UnboundedReceiver<Delivery>>,
}

impl Deliveries {
    /// The next attempt, once it is made.
    ///
    /// # Panics
    /// When none is made in two days.
    pub async fn next(&self) -> Delivery {
        let mut attempts = self.attempts.lock().await;
        match tokio::time::timeout(PATIENCE, attempts.recv()).await {
            Ok(Some(delivery)) => delivery,
            _ => panic!("nothing more is delivered"),
        }
    }

    /// The words of the next attempt, which says something.
    pub async fn next_words(&self) -> String {
        words(&self.next().await)
    }

    /// The words of the next attempts.
    pub async fn words(&self, count: usize) -> Vec<String> {
        let mut all = Vec::with_capacity(count);
        while all.len() < count {
            all.push(self.next_words().await);
        }
        all
    }

    /// The words of the attempts that were made and not asked for yet.
    pub async fn so_far(&self) -> Vec<String> {
        let mut attempts = self.attempts.lock().await;
        std::iter::from_fn(|| attempts.try_recv().ok()).map(|delivery| words(&delivery)).collect()
    }
}

/// What a delivery says; nothing where it says nothing.
pub fn words(delivery: &Delivery) -> String {
    match &delivery.effect {
        Effect::Send { content, .. } | Effect::Edit { content, .. } => content.text.to_plain(),
        _ => String::new(),
    }
}
