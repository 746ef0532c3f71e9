//! A feature that decides as a test says, and the events to give it.

use fireside_core::event::{DelayEvent, Press, ReceiptEvent, TimerEvent};
use fireside_core::record::Searchable;
use fireside_core::{
    Actor, Audience, Command, Decision, Event, EventKind, Feature, Invocation, Message, Outcome, Place,
    Timestamp, Turn,
};

use crate::script::chat;

type Decide<T> = Box<dyn Fn(&mut Turn<'_>, &T) -> Decision + Send + Sync>;

/// A feature called `fake`; what it is not told to take on it passes.
#[derive(Default)]
pub struct FakeFeature {
    commands: Vec<Command>,
    hears_talk: bool,
    searchable: Vec<Searchable>,
    event: Option<Decide<Event>>,
    message: Option<Decide<Message>>,
    command: Option<Decide<Invocation>>,
    press: Option<Decide<str>>,
    delay: Option<Decide<DelayEvent>>,
    receipt: Option<Decide<ReceiptEvent>>,
    timer: Option<Decide<TimerEvent>>,
}

impl std::fmt::Debug for FakeFeature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FakeFeature").field("commands", &self.commands).finish_non_exhaustive()
    }
}

/// Boxes a closure as one that decides.
macro_rules! told {
    ($($(#[$doc:meta])* $name:ident $field:ident $what:ty),* $(,)?) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(
            mut self,
            decide: impl Fn(&mut Turn<'_>, &$what) -> Decision + Send + Sync + 'static,
        ) -> Self {
            self.$field = Some(Box::new(decide));
            self
        }
    )*};
}

impl FakeFeature {
    /// It answers a command, which is told to [`FakeFeature::on_command`].
    #[must_use]
    pub fn answering(mut self, command: &str) -> Self {
        self.commands.push(Command::new(command, command));
        self
    }

    /// It wants the records of a collection found.
    #[must_use]
    pub fn searching(mut self, collection: Searchable) -> Self {
        self.searchable.push(collection);
        self
    }

    /// It asks what was said around a message.
    #[must_use]
    pub fn hearing_talk(mut self) -> Self {
        self.hears_talk = true;
        self
    }

    told! {
        /// What it does when something else happens.
        on_event event Event,
        /// What it does when somebody says something.
        on_message message Message,
        /// What it does when somebody runs a command.
        on_command command Invocation,
        /// What it does when somebody presses its button: it is given the action's data.
        on_press press str,
        /// What it does when a delivery has to wait.
        on_delay delay DelayEvent,
        /// What it does when a delivery has come to its end.
        on_receipt receipt ReceiptEvent,
        /// What it does when a timer is due.
        on_timer timer TimerEvent,
    }
}

fn told<T: ?Sized>(decide: Option<&Decide<T>>, turn: &mut Turn<'_>, what: &T) -> Decision {
    decide.map_or(Ok(Outcome::Pass), |decide| decide(turn, what))
}

impl Feature for FakeFeature {
    fn name(&self) -> &'static str {
        "fake"
    }

    fn commands(&self) -> Vec<Command> {
        self.commands.clone()
    }

    fn hears_talk(&self) -> bool {
        self.hears_talk
    }

    fn searchable(&self) -> Vec<Searchable> {
        self.searchable.clone()
    }

    fn on_event(&self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        told(self.event.as_ref(), turn, event)
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        told(self.message.as_ref(), turn, message)
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        told(self.command.as_ref(), turn, invocation)
    }

    fn on_press(&self, turn: &mut Turn<'_>, _action: &str, data: &str) -> Decision {
        told(self.press.as_ref(), turn, data)
    }

    fn on_delay(&self, turn: &mut Turn<'_>, delay: &DelayEvent) -> Decision {
        told(self.delay.as_ref(), turn, delay)
    }

    fn on_receipt(&self, turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
        told(self.receipt.as_ref(), turn, receipt)
    }

    fn on_timer(&self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        told(self.timer.as_ref(), turn, timer)
    }
}

/// Something that happens, unclaimed, as an adapter brings it in.
pub fn event(id: &str, actor: &Actor, place: &Place, kind: EventKind) -> Event {
    Event {
        id: id.into(),
        community: None,
        at: Timestamp::default(),
        place: place.clone(),
        audience: if *place == chat(actor) { Audience::Private } else { Audience::Group },
        actor: actor.clone(),
        locale: None,
        kind,
        reply: None,
    }
}

/// Somebody says something; the words are the event's id as well.
pub fn message(actor: &Actor, place: &Place, words: &str) -> Event {
    event(words, actor, place, EventKind::Message(Message::of(words)))
}

/// Somebody runs a command without options.
pub fn command(id: &str, actor: &Actor, place: &Place, name: &str) -> Event {
    event(id, actor, place, EventKind::Command(Invocation::of(name)))
}

/// Somebody presses a button that sends `data`.
pub fn press(id: &str, actor: &Actor, place: &Place, data: &str) -> Event {
    event(id, actor, place, EventKind::Press(Press { data: data.to_owned(), message: None }))
}
