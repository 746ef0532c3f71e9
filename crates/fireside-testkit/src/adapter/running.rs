//! An adapter at work on a stage.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use fireside_core::command::{Command, FirstReply, OptionKind};
use fireside_core::ports::{Adapter, AdapterError, DeliveryError};
use fireside_core::{
    Capability, CommandSpec, Delivery, DeliveryId, Effect, MessageId, MessageRef, Outgoing, Place, Receipt,
    RoomPlan, Timestamp, Voice,
};
use tokio::task::JoinHandle;

use super::{AdapterStage, FakeInbox, Room, Seen};
use crate::fake_files::FakeFiles;

/// Within this an adapter that is told to stop has stopped.
const PROMPTLY: Duration = Duration::from_secs(5);

/// A delivery of its own for each `index`.
pub fn delivery(index: u32, effect: Effect) -> Delivery {
    Delivery {
        id: DeliveryId { event: "event".into(), index },
        community: "acme".into(),
        lane: "lane".into(),
        effect,
        voice: Voice::Bot,
        tag: None,
        subject: None,
        tells_delay: false,
        joins: false,
        at: Timestamp::default(),
    }
}

/// The effect of sending `content` to `place`.
pub(super) fn send(place: &Place, content: impl Into<Outgoing>) -> Effect {
    Effect::Send { to: place.clone().into(), content: content.into() }
}

/// The message `id` in `place`.
pub(super) fn message(place: &Place, id: &MessageId) -> MessageRef {
    MessageRef::Known { place: place.clone(), id: id.clone() }
}

/// A connected adapter that knows the commands and takes in what happens.
pub(super) struct Running<'a, S: AdapterStage> {
    pub(super) stage: &'a S,
    pub(super) adapter: Arc<S::Adapter>,
    pub(super) inbox: Arc<FakeInbox>,
    /// The files of a platform beside this one.
    pub(super) files: FakeFiles,
    task: JoinHandle<Result<(), AdapterError>>,
    deliveries: AtomicU32,
}

impl<'a, S: AdapterStage> Running<'a, S> {
    /// An adapter that has never run before.
    pub(super) async fn start(stage: &'a S) -> Self {
        Self::start_with(stage, FakeInbox::new()).await
    }

    async fn start_with(stage: &'a S, inbox: FakeInbox) -> Self {
        let adapter = Arc::new(stage.adapter(stage.address(), stage.token()));
        adapter.connect().await.expect("the settings are right");
        adapter.register(&commands()).await.expect("the commands are taken");
        let inbox = Arc::new(inbox);
        let task = tokio::spawn({
            let (adapter, inbox) = (Arc::clone(&adapter), Arc::clone(&inbox));
            async move { adapter.run(inbox).await }
        });
        stage.heard().await;
        Self { stage, adapter, inbox, files: FakeFiles::default(), task, deliveries: AtomicU32::new(0) }
    }

    /// Tells the adapter to stop, and waits until it has.
    pub(super) async fn stop(self) {
        self.inbox.stop();
        let ended = tokio::time::timeout(PROMPTLY, self.task).await.expect("it stops promptly");
        ended.expect("it does not panic").expect("it stops in peace");
    }

    /// Stops the adapter, lets `meanwhile` happen, and starts another one that
    /// finds what this one kept.
    pub(super) async fn restart(self, meanwhile: impl FnOnce()) -> Self {
        let (stage, inbox) = (self.stage, Arc::clone(&self.inbox));
        self.stop().await;
        meanwhile();
        Self::start_with(stage, FakeInbox::after(inbox.contents().kept)).await
    }

    /// Says something as the customer in their place, without answering anything.
    pub(super) fn say(&self, words: &str) -> MessageId {
        self.stage.say(&self.stage.place(), words, None)
    }

    /// A delivery with an id of its own.
    pub(super) fn delivery(&self, effect: Effect) -> Delivery {
        delivery(self.deliveries.fetch_add(1, Ordering::Relaxed), effect)
    }

    /// One attempt at a delivery.
    pub(super) async fn try_once(&self, delivery: &Delivery) -> Result<Receipt, DeliveryError> {
        self.adapter.deliver(delivery, &self.files).await
    }

    pub(super) async fn deliver(&self, effect: Effect) -> Result<Receipt, DeliveryError> {
        self.try_once(&self.delivery(effect)).await
    }

    /// Sends something that must arrive, and gives the message it became.
    pub(super) async fn send(&self, place: &Place, content: impl Into<Outgoing>) -> MessageId {
        let receipt = self.deliver(send(place, content)).await.expect("it is sent");
        receipt.message.expect("the receipt names the message")
    }

    /// What people see of a message.
    pub(super) fn seen(&self, place: &Place, id: &MessageId) -> Option<Seen> {
        self.stage.seen(place).into_iter().find(|seen| seen.id == *id)
    }

    /// What the bot has said in `place`, from the oldest to the newest.
    pub(super) fn said(&self, place: &Place) -> Vec<Seen> {
        self.stage.seen(place).into_iter().filter(|seen| seen.is_bots).collect()
    }

    /// The effect of opening a room called `name`, from a card where rooms
    /// start from messages.
    pub(super) async fn opening(&self, name: &str) -> Effect {
        let within = self.stage.desk();
        let card = self.send(&within, "a case").await;
        let starts_there = self.adapter.capabilities().can(Capability::RoomsFromMessages);
        let from = starts_there.then(|| message(&within, &card));
        Effect::OpenRoom(RoomPlan::new(within, name).from_message(from))
    }

    /// Opens a room called `name`.
    pub(super) async fn open(&self, name: &str) -> Place {
        let receipt = self.deliver(self.opening(name).await).await.expect("it is opened");
        receipt.place.expect("the receipt names the room")
    }

    /// The rooms called `name`.
    pub(super) fn rooms(&self, name: &str) -> Vec<Room> {
        self.stage.rooms().into_iter().filter(|room| room.name == name).collect()
    }
}

/// One of the commands that every adapter of the suite knows.
pub(super) fn command(name: &str) -> Command {
    let spec = commands().into_iter().find(|spec| spec.name() == name);
    spec.expect("the suite has it").command
}

/// A command with subcommands, of which the first is run where none is named.
fn garden() -> Command {
    let water = Command::new("water", "Water it").option("text", "What", OptionKind::Text, false);
    let plant = Command::new("plant", "Plant something")
        .option("rows", "How many", OptionKind::Integer, true)
        .option("what", "What", OptionKind::Text, true)
        .suggests();
    Command::new("garden", "What is to be done")
        .on_message("Water")
        .subcommand(water.first_reply(FirstReply::Form))
        .subcommand(plant)
        .subcommand(Command::new("fence", "Mend the fence").staff())
}

/// The commands that every adapter of the suite knows.
fn commands() -> Vec<CommandSpec> {
    let reply = Command::new("reply", "Answer a case").option("case", "Which one", OptionKind::Integer, true);
    let town = Command::new("move", "Move elsewhere").option("town", "Where to", OptionKind::Text, true);
    let commands = [
        Command::new("capture", "Keep what somebody said").on_message("Capture"),
        town.suggests(),
        Command::new("status", "How it stands"),
        Command::new("feedback", "Say what could be better").first_reply(FirstReply::Form),
        reply.option("text", "What to say", OptionKind::Text, true),
        garden(),
    ];
    commands.into_iter().map(CommandSpec::from).collect()
}
