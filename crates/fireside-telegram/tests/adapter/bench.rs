//! A simulated Telegram with an adapter before it.

use std::sync::Arc;

use fireside_core::ports::{Adapter, AdapterError, DeliveryError, Files};
use fireside_core::{Effect, MessageId, MessageRef, Outgoing, Place, Receipt};
use fireside_sim::telegram::{Options, Server, WebhookOptions, World};
use fireside_telegram::{PLATFORM, TelegramAdapter, TelegramLimits, TelegramOptions};
use fireside_testkit::adapter::{FakeInbox, StageClock, delivery};
use fireside_testkit::fake_files::FakeFiles;
use tokio::task::JoinHandle;

pub(crate) const ANA: i64 = 7;
pub(crate) const FORUM: i64 = -1_001_234_567_890;
const TOKEN: &str = "42:test-token";

/// The server and the adapter.
pub(crate) struct Bench {
    pub(crate) server: Server,
    pub(crate) world: World,
    pub(crate) adapter: Arc<TelegramAdapter>,
}

impl Bench {
    /// A connected adapter, a private chat with Ana, and a forum for staff.
    pub(crate) async fn start() -> Self {
        let bench = Self::unconnected().await;
        bench.adapter.connect().await.expect("it connects");
        bench
    }

    pub(crate) async fn unconnected() -> Self {
        let webhook = WebhookOptions { retry_first_ms: 20, ..WebhookOptions::default() };
        let options = Options { token: TOKEN.to_owned(), webhook, ..Options::default() };
        let server = Server::start(options).await.expect("it starts");
        let world = server.world();
        world.add_user(ANA, "Ana");
        world.add_supergroup(FORUM, "Staff", true);
        world.promote(FORUM, world.bot_id());
        let adapter = TelegramAdapter::new(options_for(&server, TOKEN)).expect("the options are right");
        Self { server, world, adapter: Arc::new(adapter) }
    }

    /// A connected adapter that serves these groups of customers.
    pub(crate) async fn serving(groups: Vec<i64>) -> Self {
        let bench = Self::unconnected().await;
        let options = TelegramOptions { groups, ..options_for(&bench.server, TOKEN) };
        let adapter = TelegramAdapter::new(options).expect("the options are right");
        adapter.connect().await.expect("it connects");
        Self { adapter: Arc::new(adapter), ..bench }
    }

    /// A connected adapter with these options changed.
    pub(crate) async fn with(change: impl FnOnce(TelegramOptions) -> TelegramOptions) -> Self {
        let bench = Self::unconnected().await;
        let adapter = TelegramAdapter::new(change(options_for(&bench.server, TOKEN)));
        let adapter = adapter.expect("the options are right");
        adapter.connect().await.expect("it connects");
        Self { adapter: Arc::new(adapter), ..bench }
    }

    /// Another adapter for the same server.
    pub(crate) fn another(&self, token: &str) -> TelegramAdapter {
        TelegramAdapter::new(options_for(&self.server, token)).expect("the options are right")
    }

    /// Lets the adapter take in what happens.
    pub(crate) fn run(&self, inbox: &Arc<FakeInbox>) -> JoinHandle<Result<(), AdapterError>> {
        let (adapter, inbox) = (Arc::clone(&self.adapter), Arc::clone(inbox));
        tokio::spawn(async move { adapter.run(inbox).await })
    }

    pub(crate) async fn deliver(&self, effect: Effect) -> Result<Receipt, DeliveryError> {
        self.deliver_with(effect, &FakeFiles::default()).await
    }

    /// Delivers an effect that carries some of `files`.
    pub(crate) async fn deliver_with(
        &self,
        effect: Effect,
        files: &dyn Files,
    ) -> Result<Receipt, DeliveryError> {
        self.adapter.deliver(&delivery(0, effect), files).await
    }

    /// Sends words to Ana, whose chat must be there.
    pub(crate) async fn tell_ana(&self, words: &str) -> Result<Receipt, DeliveryError> {
        self.deliver(send(private(), Outgoing::of(words))).await
    }
}

fn options_for(server: &Server, token: &str) -> TelegramOptions {
    let clock = server.world().clock().clone();
    TelegramOptions {
        api_url: Some(server.url().to_owned()),
        staff_chats: vec![FORUM],
        limits: TelegramLimits::none(),
        ..TelegramOptions::new(token.into(), Arc::new(StageClock(move || clock.now_ms())))
    }
}

pub(crate) fn private() -> Place {
    Place::channel(PLATFORM, ANA.to_string())
}

pub(crate) fn forum() -> Place {
    Place::channel(PLATFORM, FORUM.to_string())
}

pub(crate) fn send(to: Place, content: Outgoing) -> Effect {
    Effect::Send { to: to.into(), content }
}

pub(crate) fn message(place: Place, id: impl ToString) -> MessageRef {
    MessageRef::Known { place, id: MessageId::new(id.to_string()) }
}
