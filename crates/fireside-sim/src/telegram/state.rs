//! Everything the simulated Telegram knows, and the changes that API calls and
//! people's acts share: posting, emitting updates, changing membership.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::callbacks::Callbacks;
use super::chat::{Chat, ChatKind, General, Status};
use super::entities::Entity;
use super::files::FileStore;
use super::history::{History, StoredMessage};
use super::limits::{Limits, Window};
use super::menus::Menus;
use super::objects::User;
use super::polls::Polls;
use super::profile::Profile;
use super::queue::{UPDATE_TTL_MS, UpdateQueue};
use super::rights::Permissions;
use super::senders;
use super::server::Options;
use super::shown::{Call, EventKind, EventLog};
use super::webhook::{Webhook, WebhookOptions};
use crate::Clock;

/// One command in a bot's menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BotCommand {
    /// The command without its slash.
    pub command: String,
    /// What the menu says of it.
    pub description: String,
}

/// What becomes of what is said in a topic that is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum GoneTopics {
    /// It is refused.
    #[default]
    Refuse,
    /// It is put into General.
    LeadToGeneral,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) bot: User,
    pub(crate) clock: Clock,
    pub(crate) privacy_mode: bool,
    pub(crate) closed_topics_refuse_admins: bool,
    pub(crate) private_topics: bool,
    pub(crate) gone_topics: GoneTopics,
    pub(crate) limits: Limits,
    pub(crate) overall: Window,
    history_max: usize,
    calls_max: usize,
    pub(crate) users: HashMap<i64, User>,
    pub(crate) chats: HashMap<i64, Chat>,
    pub(crate) files: FileStore,
    pub(crate) polls: Polls,
    /// Albums made so far, for their ids.
    pub(crate) albums: u64,
    /// People whose names stand without their accounts on what is forwarded.
    pub(crate) hidden_in_forwards: HashSet<i64>,
    pub(crate) updates: UpdateQueue,
    pub(crate) callbacks: Callbacks,
    pub(crate) commands: Menus,
    pub(crate) profile: Profile,
    pub(crate) webhook: Webhook,
    pub(crate) webhook_options: WebhookOptions,
    /// The last failed delivery: seconds since the Unix epoch, and why.
    pub(crate) webhook_error: Option<(u64, String)>,
    pub(crate) calls: VecDeque<Call>,
    pub(crate) events: EventLog,
}

impl State {
    pub(crate) fn new(options: &Options) -> Self {
        let id = options.token.split(':').next().and_then(|id| id.parse().ok()).unwrap_or(1);
        let username = Some(options.bot_username.clone());
        let bot = User { is_bot: true, username, ..User::named(id, options.bot_name.clone()) };
        Self {
            users: senders::service_accounts().chain([bot.clone()]).map(|user| (user.id, user)).collect(),
            bot,
            clock: options.clock.clone(),
            privacy_mode: options.privacy_mode,
            closed_topics_refuse_admins: options.closed_topics_refuse_admins,
            private_topics: options.private_topics,
            gone_topics: GoneTopics::default(),
            limits: options.limits,
            overall: Window::default(),
            history_max: options.history_max,
            calls_max: options.calls_max,
            chats: HashMap::new(),
            files: FileStore::default(),
            polls: Polls::default(),
            albums: 0,
            hidden_in_forwards: HashSet::new(),
            updates: UpdateQueue::new(options.first_update_id),
            callbacks: Callbacks::default(),
            commands: Menus::new(),
            profile: Profile::default(),
            webhook: Webhook::default(),
            webhook_options: options.webhook.clone(),
            webhook_error: None,
            calls: VecDeque::new(),
            events: EventLog::new(options.events_max),
        }
    }

    pub(crate) fn now_ms(&self) -> u64 {
        self.clock.now_ms()
    }

    /// The person with this id, who comes into being if nobody was.
    pub(crate) fn ensure_user(&mut self, id: i64) {
        self.users.entry(id).or_insert_with(|| User::named(id, format!("User {id}")));
    }

    /// A chat with the bot and nobody else in it, unless it is there already.
    pub(crate) fn ensure_chat(&mut self, id: i64, kind: ChatKind, title: &str, forum: bool) -> &mut Chat {
        let mut members = HashMap::from([(self.bot.id, Status::Member)]);
        if kind == ChatKind::Private {
            members.insert(id, Status::Member);
        }
        let forum = forum || (kind == ChatKind::Private && self.private_topics);
        let history_max = self.history_max;
        self.chats.entry(id).or_insert_with(|| Chat {
            id,
            kind,
            title: title.to_owned(),
            username: None,
            description: String::new(),
            linked: None,
            forum,
            members,
            rights: HashMap::new(),
            permissions: Permissions::default(),
            restricted: HashMap::new(),
            owner: None,
            topics: BTreeMap::new(),
            general: General::default(),
            pinned: Vec::new(),
            actions: BTreeMap::new(),
            history: History::new(history_max),
            migrated_to: None,
            second: Window::default(),
            minute: Window::default(),
        })
    }

    /// A message that can be seen.
    pub(crate) fn message_mut(&mut self, chat_id: i64, id: i64) -> Option<&mut StoredMessage> {
        self.chats.get_mut(&chat_id)?.message_mut(id)
    }

    /// Appends a message to a chat's history and shows it; no update is made.
    pub(crate) fn post(&mut self, chat_id: i64, message: StoredMessage) -> i64 {
        let date = self.clock.now_secs();
        let entities = self.with_known_people(message.entities);
        let Some(chat) = self.chats.get_mut(&chat_id) else { return 0 };
        chat.actions.remove(&(message.from, message.thread));
        let id = chat.history.push(StoredMessage { date, entities, ..message });
        self.show(EventKind::Sent, chat_id, id);
        id
    }

    /// The entities with whole accounts in mentions by link; a mention of
    /// nobody is none.
    pub(crate) fn with_known_people(&self, mut entities: Vec<Entity>) -> Vec<Entity> {
        entities.retain_mut(|entity| {
            let Some(user) = &mut entity.user else { return true };
            let known = user["id"].as_i64().and_then(|id| self.users.get(&id));
            known.is_some_and(|known| {
                *user = serde_json::to_value(known).unwrap_or_default();
                true
            })
        });
        entities
    }

    /// Posts a service message and tells the bot, as Telegram does even of the
    /// bot's own.
    pub(crate) fn post_service(
        &mut self,
        chat_id: i64,
        from: i64,
        thread: Option<i64>,
        fields: Value,
    ) -> i64 {
        let service = if let Value::Object(fields) = fields { fields } else { Map::new() };
        let id = self.post(chat_id, StoredMessage { thread, from, service, ..StoredMessage::default() });
        self.emit_message("message", chat_id, id);
        id
    }

    /// Logs what happened to a message for those who watch the chat.
    pub(crate) fn show(&mut self, kind: EventKind, chat_id: i64, message_id: i64) {
        if !self.events.is_kept() {
            return;
        }
        if let Some(shown) = self.shown(chat_id, message_id) {
            self.events.push(kind, shown);
        }
    }

    /// Makes an update of a message, if the bot is there to hear it.
    pub(crate) fn emit_message(&mut self, kind: &str, chat_id: i64, message_id: i64) {
        let Some(chat) = self.chats.get(&chat_id) else { return };
        let Some(message) = chat.history.get(message_id) else { return };
        if !self.bot_hears(chat, message) {
            return;
        }
        let kind = match kind {
            "message" if chat.kind == ChatKind::Channel => "channel_post",
            "edited_message" if chat.kind == ChatKind::Channel => "edited_channel_post",
            kind => kind,
        };
        let date_ms = message.edit_date.unwrap_or(message.date) * 1000;
        let json = serde_json::to_string(&self.message_object(chat, message)).unwrap_or_default();
        self.updates.push(kind, &json, date_ms + UPDATE_TTL_MS);
    }

    /// Makes an update that is not a message.
    pub(crate) fn emit(&mut self, kind: &str, body: &Value, ttl_ms: u64) {
        let expires_ms = self.now_ms() + ttl_ms;
        self.updates.push(kind, &body.to_string(), expires_ms);
    }

    /// Who does what nobody is named for: the chat's owner, else `somebody`.
    pub(crate) fn owner_or(&self, chat_id: i64, somebody: i64) -> i64 {
        self.chats.get(&chat_id).and_then(|chat| chat.owner).unwrap_or(somebody)
    }

    /// Notes a call and its answer; the oldest are forgotten.
    pub(crate) fn log_call(&mut self, call: Call) {
        if self.calls.len() >= self.calls_max {
            self.calls.pop_front();
        }
        if self.calls_max > 0 {
            self.calls.push_back(call);
        }
    }
}
