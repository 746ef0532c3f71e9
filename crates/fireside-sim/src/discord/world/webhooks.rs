//! Webhooks: making and changing them, and speaking through them.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::snowflake;
use super::super::objects::id;
use super::State;
use super::attachments::{Attachment, sha256};
use super::messages::Draft;
use super::model::{Message, Persona, message_flags};
use super::threads::NewThread;

/// A channel has at most this many webhooks.
const WEBHOOKS_MAX: usize = 15;
const NAME_LEN_MAX: usize = 80;
/// What no webhook may be named with.
const RESERVED: [&str; 2] = ["clyde", "discord"];

/// An incoming webhook.
#[derive(Debug, Clone)]
pub(crate) struct Webhook {
    pub(crate) id: u64,
    pub(crate) guild: u64,
    pub(crate) channel: u64,
    pub(crate) name: String,
    /// The hash of its picture.
    pub(crate) avatar: Option<String>,
    pub(crate) token: String,
    /// Who made it; what a bot made is its application's.
    pub(crate) creator: u64,
}

/// Where and as what a call speaks through a webhook.
#[derive(Debug, Default)]
pub(crate) struct Delivery {
    pub(crate) thread: Option<u64>,
    pub(crate) with_components: bool,
}

impl State {
    /// Makes a webhook for a channel, by `name` and `avatar` of a body.
    pub(crate) fn add_webhook(&mut self, channel: u64, creator: u64, body: &Value) -> Result<u64, ApiError> {
        let found = self.channels.get(&channel).ok_or_else(ApiError::unknown_channel)?;
        let guild = found.guild.filter(|_| found.thread.is_none() && found.kind != 4);
        let guild = guild.ok_or_else(ApiError::wrong_channel_type)?;
        let name = read_name(body, "name")?.ok_or_else(|| ApiError::required("name"))?;
        if self.webhooks.values().filter(|webhook| webhook.channel == channel).count() >= WEBHOOKS_MAX {
            let message = format!("Maximum number of webhooks reached ({WEBHOOKS_MAX})");
            return Err(ApiError::new(400, 30007, message));
        }
        let webhook_id = self.next_id();
        // As long as Discord's; only the simulator's secret gives it away.
        let token = sha256(format!("{}/{webhook_id}", self.options.token).as_bytes()) + "fire";
        let avatar = body["avatar"].as_str().map(picture_hash);
        let webhook = Webhook { id: webhook_id, guild, channel, name, avatar, token, creator };
        self.webhooks.insert(webhook_id, webhook);
        self.announce_webhooks(guild, channel);
        Ok(webhook_id)
    }

    /// Changes what a body names: name, avatar and, unless by token, the channel.
    pub(crate) fn change_webhook(
        &mut self,
        webhook_id: u64,
        body: &Value,
        may_move: bool,
    ) -> Result<(), ApiError> {
        let name = read_name(body, "name")?;
        let target = snowflake(&body["channel_id"]).filter(|_| may_move);
        let webhook = self.webhooks.get(&webhook_id).ok_or_else(ApiError::unknown_webhook)?;
        let guild = Some(webhook.guild);
        if target.is_some_and(|target| self.channels.get(&target).is_none_or(|it| it.guild != guild)) {
            return Err(ApiError::unknown_channel());
        }
        let Some(webhook) = self.webhooks.get_mut(&webhook_id) else { return Ok(()) };
        webhook.name = name.unwrap_or_else(|| std::mem::take(&mut webhook.name));
        if let Some(avatar) = body.get("avatar") {
            webhook.avatar = avatar.as_str().map(picture_hash);
        }
        webhook.channel = target.unwrap_or(webhook.channel);
        let (guild, channel) = (webhook.guild, webhook.channel);
        self.announce_webhooks(guild, channel);
        Ok(())
    }

    pub(crate) fn delete_webhook(&mut self, webhook_id: u64) -> Result<(), ApiError> {
        let webhook = self.webhooks.remove(&webhook_id).ok_or_else(ApiError::unknown_webhook)?;
        self.announce_webhooks(webhook.guild, webhook.channel);
        Ok(())
    }

    fn announce_webhooks(&mut self, guild: u64, channel: u64) {
        let event = json!({ "guild_id": id(guild), "channel_id": id(channel) });
        self.emit_in(channel, "WEBHOOKS_UPDATE", intents::GUILD_WEBHOOKS, 0, &event);
    }

    /// The webhook of an id and its token.
    pub(crate) fn webhook_by_token(&self, webhook: u64, token: &str) -> Result<&Webhook, ApiError> {
        let webhook = self.webhooks.get(&webhook).ok_or_else(ApiError::unknown_webhook)?;
        if webhook.token == token { Ok(webhook) } else { Err(ApiError::invalid_webhook_token()) }
    }

    /// The webhook as its makers see it, with the token, or as its token shows it.
    pub(crate) fn webhook_object(&self, webhook: &Webhook, with_maker: bool) -> Value {
        let mut object = json!({
            "id": id(webhook.id), "type": 1, "application_id": self.owner_of(webhook).map(id),
            "avatar": webhook.avatar, "channel_id": id(webhook.channel), "guild_id": id(webhook.guild),
            "name": webhook.name, "token": webhook.token,
            "url": format!("{}/api/webhooks/{}/{}", self.url, webhook.id, webhook.token),
        });
        if with_maker {
            object["user"] = self.user_object(webhook.creator);
        }
        object
    }

    /// The application that owns a webhook: only the bot's own can.
    fn owner_of(&self, webhook: &Webhook) -> Option<u64> {
        (webhook.creator == self.bot()).then_some(webhook.creator)
    }

    /// Speaks through a webhook, in its channel, in one of its threads or with
    /// a new post in its forum.
    pub(crate) fn execute(
        &mut self,
        webhook: &Webhook,
        delivery: &Delivery,
        body: &Value,
        files: &[Attachment],
    ) -> Result<Message, ApiError> {
        let owner = self.owner_of(webhook);
        let mut body = body.clone();
        if let Some(fields) = body.as_object_mut() {
            // What only other calls know of, and components that would answer to nobody.
            fields.retain(|key, _| !["nonce", "enforce_nonce", "message_reference"].contains(&key.as_str()));
            if owner.is_none() && !delivery.with_components {
                fields.remove("components");
            }
        }
        let name = read_name(&body, "username")?.unwrap_or_else(|| webhook.name.clone());
        let avatar = body["avatar_url"].as_str().map(str::to_owned).or_else(|| webhook.avatar.clone());
        let read = Draft::read(&body, files)?;
        let draft = Draft {
            webhook: Some(webhook.id),
            application: owner,
            persona: Some(Persona { name, avatar }),
            flags: read.flags & !message_flags::EPHEMERAL,
            ..read
        };
        let forum = self.channels.get(&webhook.channel).ok_or_else(ApiError::unknown_channel)?.is_forum();
        let title = body["thread_name"].as_str();
        match (forum, delivery.thread, title) {
            (true, None, None) => {
                let message = "Webhooks posted to forum channels must have a thread_name or thread_id";
                Err(ApiError::new(400, 220_001, message))
            }
            (true, Some(_), Some(_)) => {
                let message =
                    "Webhooks posted to forum channels cannot have both a thread_name and thread_id";
                Err(ApiError::new(400, 220_002, message))
            }
            (false, _, Some(_)) => {
                let message = "Webhooks can only create threads in forum channels";
                Err(ApiError::new(400, 220_003, message))
            }
            (true, None, Some(title)) => {
                let post = json!({ "name": title });
                let tags = self.read_tags(Some(webhook.channel), webhook.id, &body)?.unwrap_or_default();
                let new = NewThread::read(webhook.channel, None, webhook.id, &post)?;
                self.post_in_forum(NewThread { tags, ..new }, draft)
            }
            (_, Some(thread), None) => {
                self.check_thread_of(webhook, thread)?;
                self.send(thread, webhook.id, draft)
            }
            (false, None, None) => self.send(webhook.channel, webhook.id, draft),
        }
    }

    fn check_thread_of(&self, webhook: &Webhook, thread: u64) -> Result<(), ApiError> {
        let channel = self.channels.get(&thread).filter(|it| it.parent == Some(webhook.channel));
        let channel = channel.ok_or_else(ApiError::unknown_channel)?;
        let is_locked = channel.thread.as_ref().is_some_and(|thread| thread.archived && thread.locked);
        if is_locked { Err(ApiError::thread_archived()) } else { Ok(()) }
    }

    /// A message that a webhook sent, where a call says it is.
    pub(crate) fn webhook_message(
        &self,
        webhook: &Webhook,
        thread: Option<u64>,
        message: u64,
    ) -> Result<&Message, ApiError> {
        let channel = thread.unwrap_or(webhook.channel);
        if thread.is_some_and(|thread| thread != webhook.channel) {
            self.check_thread_of(webhook, channel)?;
        }
        let found = self.message(channel, message).filter(|it| it.webhook == Some(webhook.id));
        found.ok_or_else(ApiError::unknown_message)
    }
}

fn picture_hash(data: &str) -> String {
    sha256(data.as_bytes()).split_at(32).0.to_owned()
}

/// A webhook's name from a body, as `key`.
fn read_name(body: &Value, key: &str) -> Result<Option<String>, ApiError> {
    let Some(name) = body[key].as_str() else { return Ok(None) };
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_LEN_MAX {
        return Err(ApiError::bad_length(key, 1, NAME_LEN_MAX));
    }
    let lower = name.to_lowercase();
    match RESERVED.into_iter().find(|reserved| lower.contains(reserved)) {
        Some(reserved) => {
            let message = format!("Username cannot contain \"{reserved}\"");
            Err(ApiError::form(key, "USERNAME_INVALID_CONTAINS", &message))
        }
        None => Ok(Some(name.to_owned())),
    }
}
