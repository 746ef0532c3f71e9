//! The world: guilds, people, channels and what is said there, and a handle
//! that acts in it.

mod access;
mod acting;
mod administration;
pub(crate) mod attachments;
mod channel_settings;
mod channels;
mod command_options;
mod commanding;
mod commands;
mod draft;
mod editing;
mod forum;
mod guilds;
mod id_text;
pub(crate) mod interactions;
mod log;
mod members;
mod message;
mod messages;
pub(crate) mod modals;
pub(crate) mod model;
mod overwrites;
mod pins;
pub(crate) mod polls;
mod posting;
mod pressing;
pub(crate) mod reactions;
mod reading;
mod resolved;
mod roles;
mod seen;
mod setup;
mod steering;
mod threads;
mod uploads;
mod waiting;
pub(crate) mod webhooks;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;
use tokio::sync::watch;

use crate::{Clock, Faults};

use super::endpoint::Endpoint;
use super::gateway::session::Gateway;
use super::options::Options;
use super::rate_limits::RateLimits;
use super::time::Snowflakes;
use attachments::Attachment;
use interactions::Interaction;
pub(crate) use messages::Draft;
use model::{Channel, Guild, User};
pub(crate) use threads::NewThread;
use webhooks::Webhook;

pub use acting::Refused;
pub use log::Call;
pub(crate) use log::{CallLog, EventLog};
pub use modals::{Modal, ModalField};
pub use posting::{Post, Upload};
pub use reading::ThreadSummary;
pub use seen::{Button, SeenAttachment, SeenMessage, SeenPoll};

/// A handle to the simulated Discord: sets it up, acts in it as a user, reads
/// what is shown there. Clones share one world.
#[derive(Debug, Clone)]
pub struct World {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    clock: Clock,
    faults: Faults,
    state: Mutex<State>,
    changed: watch::Sender<u64>,
}

/// Everything there is, behind one lock that is never held across an await.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) options: Arc<Options>,
    pub(crate) clock: Clock,
    /// The server's own address, as `http://127.0.0.1:1234`.
    pub(crate) url: String,
    pub(crate) gateway_url: String,
    pub(crate) ids: Snowflakes,
    pub(crate) users: HashMap<u64, User>,
    pub(crate) guilds: BTreeMap<u64, Guild>,
    pub(crate) channels: HashMap<u64, Channel>,
    /// The direct channel of each user with the bot.
    pub(crate) direct_channels: HashMap<u64, u64>,
    /// The channels of the messages that have had buttons or selects.
    pub(crate) with_components: HashMap<u64, u64>,
    /// The channels of the polls that are open.
    pub(crate) open_polls: HashMap<u64, u64>,
    /// Every file that was sent, by its attachment's id.
    pub(crate) attachments: HashMap<u64, Attachment>,
    pub(crate) webhooks: BTreeMap<u64, Webhook>,
    /// The ephemeral answers each user was given, by channel and message.
    pub(crate) private_messages: HashMap<u64, Vec<(u64, u64)>>,
    /// Registered commands: global ones at none, a guild's own at its id.
    pub(crate) commands: BTreeMap<Option<u64>, Vec<Value>>,
    /// When the day of each scope's command creations ends, and how many there were.
    pub(crate) command_creates: HashMap<Option<u64>, (u64, usize)>,
    pub(crate) interactions: HashMap<u64, Interaction>,
    /// Interactions by their token.
    pub(crate) tokens: HashMap<String, u64>,
    /// Modals that are open before a user's eyes.
    pub(crate) modals: Vec<Modal>,
    pub(crate) gateway: Gateway,
    pub(crate) endpoint: Endpoint,
    pub(crate) rate_limits: RateLimits,
    pub(crate) log: EventLog,
    pub(crate) calls: CallLog,
}

impl World {
    /// A world served at `authority`, as `127.0.0.1:1234`.
    pub(crate) fn new(options: Options, authority: &str) -> Self {
        let clock = options.clock.clone();
        let bot = options.application_id;
        let endpoint = Endpoint::new(bot, options.interactions_endpoint_url.clone());
        let bot_user = User { takes_direct_messages: false, ..User::new(bot, &options.bot_name, true) };
        let state = State {
            options: Arc::new(options),
            clock: clock.clone(),
            url: format!("http://{authority}"),
            gateway_url: format!("ws://{authority}/gateway"),
            ids: Snowflakes::default(),
            users: HashMap::from([(bot, bot_user)]),
            guilds: BTreeMap::new(),
            channels: HashMap::new(),
            direct_channels: HashMap::new(),
            with_components: HashMap::new(),
            open_polls: HashMap::new(),
            attachments: HashMap::new(),
            webhooks: BTreeMap::new(),
            private_messages: HashMap::new(),
            commands: BTreeMap::new(),
            command_creates: HashMap::new(),
            interactions: HashMap::new(),
            tokens: HashMap::new(),
            modals: Vec::new(),
            gateway: Gateway::default(),
            endpoint,
            rate_limits: RateLimits::default(),
            log: EventLog::default(),
            calls: CallLog::default(),
        };
        let state = Mutex::new(state);
        let changed = watch::Sender::new(0);
        Self { shared: Arc::new(Shared { clock, faults: Faults::default(), state, changed }) }
    }

    /// The clock it goes by.
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// The faults that wait for a call, by call names such as
    /// `POST /channels/{channel.id}/messages`.
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// Changes the world and wakes whoever waits for a change.
    pub(crate) fn change<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        let outcome = act(&mut self.lock());
        self.shared.changed.send_modify(|changes| *changes += 1);
        outcome
    }

    pub(crate) fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.lock())
    }

    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.shared.changed.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The bot's user id.
    pub(crate) fn bot(&self) -> u64 {
        self.options.application_id
    }

    pub(crate) fn next_id(&mut self) -> u64 {
        self.ids.next(self.clock.now_ms())
    }

    pub(crate) fn is_bot_in(&self, guild: u64) -> bool {
        let bot = self.bot();
        self.guilds.get(&guild).is_some_and(|guild| guild.members.contains_key(&bot))
    }
}
