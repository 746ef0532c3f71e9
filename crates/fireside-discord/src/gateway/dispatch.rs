//! What each of the gateway's dispatches means.

use std::sync::Arc;

use fireside_core::event::Membership;
use fireside_core::ports::{AdapterError, InboxError};
use fireside_core::{Event, EventId, Place, Timestamp};
use serde::Deserialize;
use serenity::all::{GuildId, MessageId};

use super::Gateway;
use super::watermark::{Mark, Ticket};
use crate::answer::FirstAnswer;
use crate::channels::ChannelFrame;
use crate::decode::frame::Frame;
use crate::decode::interaction::Interaction;
use crate::decode::membership::{ChangedRole, GuildFrame, MemberFrame, bot_moved, change, member_changed};
use crate::decode::{Scene, carried, rooms, sequence_id};
use crate::interactions::{Taken, take};
use crate::snowflake::created_at;

/// Dispatches that are no news to anybody: they come with what is asked for.
const UNNOTICED: &[&str] = &[
    "APPLICATION_COMMAND_PERMISSIONS_UPDATE",
    "CHANNEL_PINS_UPDATE",
    "CHANNEL_TOPIC_UPDATE",
    "GUILD_APPLICATION_COMMAND_COUNTS_UPDATE",
    "GUILD_APPLICATION_COMMAND_INDEX_UPDATE",
    "GUILD_JOIN_REQUEST_UPDATE",
    "GUILD_MEMBERS_CHUNK",
    "GUILD_ROLE_DELETE",
    "GUILD_UPDATE",
    "INTEGRATION_CREATE",
    "INTEGRATION_DELETE",
    "INTEGRATION_UPDATE",
    "PRESENCE_UPDATE",
    "RATE_LIMITED",
    "SESSIONS_REPLACE",
    "STAGE_INSTANCE_CREATE",
    "STAGE_INSTANCE_DELETE",
    "STAGE_INSTANCE_UPDATE",
    "THREAD_MEMBERS_UPDATE",
    "THREAD_MEMBER_UPDATE",
    "USER_UPDATE",
    "VOICE_CHANNEL_STATUS_UPDATE",
    "VOICE_STATE_UPDATE",
    "WEBHOOKS_UPDATE",
];

/// What begins a session.
#[derive(Debug, Deserialize)]
struct Ready {
    session_id: Arc<str>,
    #[serde(default)]
    resume_gateway_url: Option<Arc<str>>,
    #[serde(default)]
    guilds: Vec<KnownGuild>,
}

#[derive(Debug, Deserialize)]
struct KnownGuild {
    id: GuildId,
}

/// Threads the bot has come to see.
#[derive(Debug, Deserialize)]
struct ThreadList {
    guild_id: GuildId,
    #[serde(default)]
    threads: Vec<ChannelFrame>,
}

/// A dispatch could not be taken in.
pub(super) enum Failure {
    /// It can't be read: it is set aside.
    Unreadable(serde_json::Error),
    /// The adapter can't go on.
    Adapter(AdapterError),
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl From<AdapterError> for Failure {
    fn from(error: AdapterError) -> Self {
        Self::Adapter(error)
    }
}

impl From<InboxError> for Failure {
    fn from(error: InboxError) -> Self {
        Self::Adapter(error.into())
    }
}

impl Gateway {
    /// Takes one dispatch in. Its ticket is done when what it led to is committed.
    pub(super) async fn dispatch(
        &mut self,
        name: &str,
        sequence: u64,
        text: &str,
    ) -> Result<(), AdapterError> {
        let taken = match name {
            "READY" => self.ready(sequence, text).await,
            "RESUMED" => {
                self.is_replaying = false;
                self.ticket(sequence, None).done();
                Ok(())
            }
            "INTERACTION_CREATE" => self.interaction(sequence, text).await,
            _ => match Frame::read(name, text) {
                Ok(Some(frame)) => self.happened(sequence, &frame).await,
                Ok(None) => self.told(name, sequence, text).await,
                Err(error) => Err(error.into()),
            },
        };
        match taken {
            Ok(()) => Ok(()),
            Err(Failure::Adapter(error)) => Err(error),
            Err(Failure::Unreadable(error)) => {
                self.undecodable(name, error.to_string());
                self.ticket(sequence, None).done();
                Ok(())
            }
        }
    }

    /// A new session: whatever was said since the last one is asked for. What
    /// was pressed, run or changed meanwhile is in no history: that is a gap.
    async fn ready(&mut self, sequence: u64, text: &str) -> Result<(), Failure> {
        let ready: Ready = carried(text)?;
        let resume_url = ready.resume_gateway_url.filter(|url| reqwest::Url::parse(url).is_ok());
        tracing::info!(guilds = ready.guilds.len(), "a gateway session has begun");
        self.current = Some((ready.session_id, resume_url));
        self.guilds = ready.guilds.iter().map(|guild| guild.id.get()).collect();
        self.heard_until = self.watermark.last_heard().into_values().max();
        let lost_since = self.seen_until.max(self.heard_until.map(created_at));
        self.backfill().await?;
        if let Some(since) = lost_since {
            tracing::warn!(since_ms = since.as_millis(), "a session was lost, and with it all but messages");
            self.gap(since);
        }
        self.is_replaying = false;
        self.ticket(sequence, None).done();
        Ok(())
    }

    /// Something in a channel.
    async fn happened(&mut self, sequence: u64, frame: &Frame) -> Result<(), Failure> {
        let (channel, guild) = frame.channel();
        let place = self.place(channel.get(), guild).await?;
        let events = frame.events(&self.scene(place, sequence));
        let heard = frame.heard().map(|message| (channel.get(), message.get()));
        self.push_all(events, sequence, heard).await
    }

    /// An interaction: its answer is waited for beside the gateway, from the
    /// moment it came in.
    async fn interaction(&mut self, sequence: u64, text: &str) -> Result<(), Failure> {
        let interaction: Interaction = carried(text)?;
        let ticket = Some(self.ticket(sequence, None));
        let (first, is_replayed) = (FirstAnswer::call(), self.is_replaying);
        let (connection, inbox, tasks) = (&self.connection, &*self.inbox, &self.tasks);
        if take(&interaction, is_replayed, ticket, first, connection, inbox, tasks).await? == Taken::Unknown {
            self.undecodable("INTERACTION_CREATE", "it is of a type that is not known here".to_owned());
        }
        Ok(())
    }

    /// Something about guilds, their channels and members.
    async fn told(&mut self, name: &str, sequence: u64, text: &str) -> Result<(), Failure> {
        let now = self.now();
        let id = self.sequence_id(sequence);
        let event = match name {
            "GUILD_CREATE" => {
                let guild: GuildFrame = carried(text)?;
                let is_new = self.guilds.insert(guild.id.get());
                let missed = self.learn_guild(&guild);
                if !is_new {
                    self.backfill_unheard(&missed).await?;
                }
                is_new.then(|| bot_moved(guild.id, Membership::BotAdded, id, now))
            }
            "GUILD_DELETE" => {
                let guild: GuildFrame = carried(text)?;
                let is_removal = !guild.unavailable && self.guilds.remove(&guild.id.get());
                is_removal.then(|| bot_moved(guild.id, Membership::BotRemoved, id, now))
            }
            "GUILD_ROLE_CREATE" | "GUILD_ROLE_UPDATE" => {
                let ChangedRole { role } = carried(text)?;
                self.connection.names.learn(role.id.get(), &role.name);
                None
            }
            "CHANNEL_CREATE" | "CHANNEL_UPDATE" | "THREAD_CREATE" | "THREAD_UPDATE" => {
                let channel: ChannelFrame = carried(text)?;
                let changed = self.learn_channel(&channel, None);
                let place = self.connection.channels.place(channel.id.get());
                changed.zip(place).map(|(is_closed, place)| rooms::state_changed(place, is_closed, id, now))
            }
            "THREAD_LIST_SYNC" => {
                let list: ThreadList = carried(text)?;
                for thread in &list.threads {
                    self.learn_channel(thread, Some(list.guild_id));
                }
                None
            }
            "CHANNEL_DELETE" | "THREAD_DELETE" => {
                let channel: ChannelFrame = carried(text)?;
                self.learn_channel(&channel, None);
                self.watermark.forget(channel.id.get());
                let gone = self.connection.channels.forget(channel.id.get());
                let events = gone.into_iter().map(|place| rooms::removed(place, &id, now)).collect();
                return self.push_all(events, sequence, None).await;
            }
            _ => {
                let change = change(name);
                if change.is_none() && !UNNOTICED.contains(&name) {
                    self.shards.skip(name, &*self.inbox);
                }
                change.map(|change| self.member_changed(text, change, id)).transpose()?
            }
        };
        self.push_all(event.into_iter().collect(), sequence, None).await
    }

    /// A member's change is told without its moment: one that is replayed
    /// happened at some time after what was committed before.
    fn member_changed(&self, text: &str, change: Membership, id: EventId) -> Result<Event, Failure> {
        let now = self.now();
        let as_of = if self.is_replaying { self.seen_until.unwrap_or_default() } else { now };
        Ok(member_changed(&carried::<MemberFrame>(text)?, change, id, now, as_of))
    }

    /// Takes a guild's channels in. Those come back in which something was
    /// said while the session was lost, and which were not known before.
    fn learn_guild(&self, guild: &GuildFrame) -> Vec<u64> {
        for role in &guild.roles {
            self.connection.names.learn(role.id.get(), &role.name);
        }
        let known = self.watermark.last_heard();
        let mut missed = Vec::new();
        for channel in guild.channels.iter().chain(&guild.threads) {
            self.learn_channel(channel, Some(guild.id));
            let id = channel.id.get();
            let last = channel.last_message_id.map(MessageId::get);
            if self.heard_until.is_some() && last > self.heard_until && !known.contains_key(&id) {
                missed.push(id);
            }
        }
        missed
    }

    /// Takes a channel in, and listens to it from its last message on.
    fn learn_channel(&self, channel: &ChannelFrame, guild: Option<GuildId>) -> Option<bool> {
        let guild_served = channel.guild_id.or(guild).map(GuildId::get);
        let guilds = &self.connection.options.guilds;
        if channel.holds_messages() && guild_served.is_some_and(|guild| guilds.contains(&guild)) {
            let last = channel.last_message_id.map_or(channel.id.get(), MessageId::get);
            self.watermark.listen(channel.id.get(), last);
        }
        if let Some(name) = &channel.name {
            self.connection.names.learn(channel.id.get(), name);
        }
        self.connection.channels.learn(channel, guild)
    }

    /// Pushes what a frame led to; its ticket is done when all of it is committed.
    async fn push_all(
        &mut self,
        events: Vec<Event>,
        sequence: u64,
        heard: Option<(u64, u64)>,
    ) -> Result<(), Failure> {
        let mut left = events.into_iter().peekable();
        while let Some(event) = left.next() {
            // Only the last one moves the sequence: the ones before it would come again.
            let ticket = if left.peek().is_some() {
                self.watermark.ticket(Mark::default())
            } else {
                return self.push(event, self.ticket(sequence, heard)).await;
            };
            self.push(event, ticket).await?;
        }
        self.ticket(sequence, heard).done();
        Ok(())
    }

    /// Pushes an event nobody answers.
    pub(super) async fn push(&self, event: Event, ticket: Ticket) -> Result<(), Failure> {
        let pending = self.inbox.push(event).await?;
        self.tasks.spawn(async move {
            match pending.await {
                Ok(_) => ticket.done(),
                Err(error) => tracing::warn!(%error, "an event was not committed and is asked for again"),
            }
        });
        Ok(())
    }

    fn ticket(&self, sequence: u64, heard: Option<(u64, u64)>) -> Ticket {
        self.watermark.ticket(Mark { session: self.session_at(sequence), heard })
    }

    fn sequence_id(&self, sequence: u64) -> EventId {
        sequence_id(self.current.as_ref().map_or("", |(id, _)| id), sequence)
    }

    async fn place(&self, channel: u64, guild: Option<GuildId>) -> Result<Place, AdapterError> {
        let connection = &self.connection;
        let guild = guild.map(GuildId::get);
        connection.channels.find(channel, guild, &connection.client).await.map_err(|error| {
            // It counts as not stored: the session is resumed and the frame comes again.
            InboxError::NotStored { what: error.to_string() }.into()
        })
    }

    /// What is known of `place` besides the frame with this number.
    pub(super) fn scene(&self, place: Place, sequence: u64) -> Scene<'_> {
        Scene {
            bot: self.identity.bot,
            place,
            id: self.sequence_id(sequence),
            now: self.now(),
            is_replayed: self.is_replaying,
            happened_at: self.seen_until.unwrap_or_default(),
            names: &self.connection.names,
        }
    }

    fn now(&self) -> Timestamp {
        self.connection.options.clock.now()
    }
}
