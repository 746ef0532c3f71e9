//! A brand's server with a bot in it, and the adapter running.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::MessageRef;
use fireside_core::command::{Command, FirstReply};
use fireside_core::ports::{Adapter, AdapterError};
use fireside_core::{CommandSpec, MessageId, Place, Timestamp};
use fireside_discord::{DiscordAdapter, DiscordOptions};
use fireside_sim::discord::{Limits, Options, Server, World};
use fireside_testkit::adapter::{FakeInbox, StageClock};
use tokio::task::JoinHandle;

/// How long a test waits for what must be shown.
pub(crate) const SHOWN: Duration = Duration::from_secs(10);
const TOKEN: &str = "a-token-of-no-bot";

pub(crate) struct Stage {
    // Dropping it ends the simulated Discord.
    _server: Server,
    pub(crate) world: World,
    pub(crate) guild: u64,
    pub(crate) channel: u64,
    pub(crate) owner: u64,
    pub(crate) ana: u64,
    pub(crate) options: DiscordOptions,
    pub(crate) adapter: Arc<DiscordAdapter>,
    pub(crate) inbox: Arc<FakeInbox>,
    running: Option<JoinHandle<Result<(), AdapterError>>>,
}

pub(crate) fn simulated() -> Options {
    Options { token: TOKEN.to_owned(), limits: Limits::unlimited(), ..Options::default() }
}

impl Stage {
    /// A stage on which the adapter does not run yet.
    pub(crate) async fn dark(simulated: Options) -> Self {
        let server = Server::start(simulated).await.expect("a port is free");
        let world = server.world();
        let owner = world.add_user("olga");
        let ana = world.add_user("ana");
        let guild = world.add_guild("Brand", owner);
        world.add_member(guild, ana);
        let channel = world.add_channel(guild, "general");
        let clock = world.clock().clone();
        let mut options = DiscordOptions::new(TOKEN.into(), Arc::new(StageClock(move || clock.now_ms())));
        options.api_url = Some(server.url().to_owned());
        options.guilds = vec![guild];
        let adapter = Arc::new(DiscordAdapter::new(options.clone()));
        let inbox = Arc::new(FakeInbox::new());
        Self { _server: server, world, guild, channel, owner, ana, options, adapter, inbox, running: None }
    }

    /// A stage on which the adapter runs.
    pub(crate) async fn lit(simulated: Options) -> Self {
        let mut stage = Self::dark(simulated).await;
        stage.adapter.connect().await.expect("the settings are right");
        stage.adapter.register(&commands()).await.expect("the commands are taken");
        stage.run();
        assert!(stage.world.wait_for_bot(SHOWN).await, "the bot comes");
        stage
    }

    pub(crate) fn run(&mut self) {
        let (adapter, inbox) = (Arc::clone(&self.adapter), Arc::clone(&self.inbox));
        self.running = Some(tokio::spawn(async move { adapter.run(inbox).await }));
    }

    /// How the adapter ended.
    pub(crate) async fn ended(&mut self) -> Result<(), AdapterError> {
        self.running.take().expect("it runs").await.expect("it does not panic")
    }

    /// Waits until Discord sees that the adapter has left.
    pub(crate) async fn left(&self) {
        let gone = |world: &World| (world.gateway_connections() == 0).then_some(());
        assert!(self.world.wait_for(gone, SHOWN).await.is_some(), "the adapter leaves");
    }

    pub(crate) async fn stop(&mut self) {
        self.inbox.stop();
        self.ended().await.expect("it stops in peace");
        self.left().await;
    }

    /// Starts a new adapter that finds what the last one kept.
    pub(crate) async fn restart(&mut self) {
        self.inbox = Arc::new(FakeInbox::after(self.inbox.contents().kept));
        self.adapter = Arc::new(DiscordAdapter::new(self.options.clone()));
        self.adapter.register(&commands()).await.expect("the commands are taken");
        self.run();
    }

    pub(crate) fn say(&self, words: &str) -> u64 {
        self.world.say(self.channel, self.ana, words, None).expect("she may talk")
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.options.clock.now()
    }

    pub(crate) fn place(&self) -> Place {
        Place::channel(fireside_discord::PLATFORM, self.channel.to_string()).within(self.guild.to_string())
    }

    pub(crate) fn message(&self, id: &MessageId) -> MessageRef {
        MessageRef::Known { place: self.place(), id: id.clone() }
    }
}

fn commands() -> Vec<CommandSpec> {
    let command = |name, first_reply| CommandSpec::from(Command::new(name, "d").first_reply(first_reply));
    vec![
        command("status", FirstReply::Private),
        command("join", FirstReply::Public),
        command("feedback", FirstReply::Form),
    ]
}
