//! What each of the gateway's dispatches means.

use std::sync::Arc;

use fireside_core::event::Membership;
use fireside_core::ports::{AdapterError, InboxError, Pending};
use fireside_core::{Event, EventId, Place, Timestamp};
use serde::Deserialize;
use serenity::all::{GuildId, Message, MessageId};

use super::Gateway;
use super::watermark::{Mark, Ticket};
use crate::answer::Question;
use crate::channels::ChannelFrame;
use crate::decode::interaction::Interaction;
use crate::decode::membership::{GuildFrame, MemberFrame, bot_moved, member_changed};
use crate::decode::message::{Changed, Deleted, deleted, edited, said};
use crate::decode::{carried, rooms, sequence_id};
use crate::snowflake::created_at;

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
            "MESSAGE_CREATE" => self.message_said(sequence, text).await,
            "MESSAGE_UPDATE" => self.message_edited(sequence, text).await,
            "INTERACTION_CREATE" => self.interaction(sequence, text).await,
            _ => match self.told(name, sequence, text).await {
                Ok(events) => self.push_all(events, sequence).await,
                Err(failure) => Err(failure),
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

    async fn message_said(&mut self, sequence: u64, text: &str) -> Result<(), Failure> {
        let message: Message = carried(text)?;
        let heard = Some((message.channel_id.get(), message.id.get()));
        let place = self.place(message.channel_id.get(), message.guild_id).await?;
        let as_of = self.as_of(created_at(message.id.get()));
        let ticket = self.ticket(sequence, heard);
        if let Some(event) = said(&message, place, self.identity.bot, as_of) {
            return self.push(event, ticket).await;
        }
        ticket.done();
        Ok(())
    }

    async fn message_edited(&mut self, sequence: u64, text: &str) -> Result<(), Failure> {
        let changed: Changed = carried(text)?;
        let mut events = Vec::new();
        if let Some(at) = changed.edited_at() {
            let message: Message = carried(text)?;
            let place = self.place(message.channel_id.get(), message.guild_id).await?;
            let id = self.sequence_id(sequence);
            events.extend(edited(&message, place, self.identity.bot, id, at, self.as_of(at)));
        }
        self.push_all(events, sequence).await
    }

    /// An interaction: its answer is waited for beside the gateway, from the
    /// moment it came in.
    async fn interaction(&mut self, sequence: u64, text: &str) -> Result<(), Failure> {
        let interaction: Interaction = carried(text)?;
        if let Some(channel) = &interaction.channel {
            let _ = self.connection.channels.learn(channel, interaction.guild_id);
        }
        let ticket = self.ticket(sequence, None);
        let Some(channel) = interaction.channel() else {
            ticket.done();
            return Ok(());
        };
        let place = self.place(channel, interaction.guild_id).await?;
        let Some(event) = interaction.event(place.clone(), self.as_of(interaction.at())) else {
            self.undecodable("INTERACTION_CREATE", "it is of a type that is not known here".to_owned());
            ticket.done();
            return Ok(());
        };
        let (committing, committed) = tokio::sync::oneshot::channel::<Pending>();
        let question = Question::of(&interaction, place, &self.connection);
        let connection = Arc::clone(&self.connection);
        self.tasks.spawn(async move {
            let answer = async move {
                let pending = committed.await.ok()?;
                let answer = pending.await.ok()?;
                ticket.done();
                Some(answer)
            };
            question.answer(&connection, answer).await;
        });
        // If this fails the sender is dropped, and with it the ticket, undone.
        let _ = committing.send(self.inbox.push(event).await?);
        Ok(())
    }

    /// Everything that nobody answers and that keeps no place in a channel.
    async fn told(&mut self, name: &str, sequence: u64, text: &str) -> Result<Vec<Event>, Failure> {
        let now = self.now();
        let id = self.sequence_id(sequence);
        let event = match name {
            "MESSAGE_DELETE" | "MESSAGE_DELETE_BULK" => {
                let frame: Deleted = carried(text)?;
                let place = self.place(frame.channel_id.get(), frame.guild_id).await?;
                let session = self.current.as_ref().map_or("", |(id, _)| id);
                return Ok(deleted(&frame, &place, session, sequence, now));
            }
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
            "GUILD_MEMBER_ADD" => Some(self.member_changed(text, Membership::Joined, id)?),
            "GUILD_MEMBER_REMOVE" => Some(self.member_changed(text, Membership::Left, id)?),
            "GUILD_MEMBER_UPDATE" => Some(self.member_changed(text, Membership::RolesChanged, id)?),
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
                let place = self.connection.channels.forget(channel.id.get());
                place.map(|place| rooms::removed(place, id, now))
            }
            _ => None,
        };
        Ok(event.into_iter().collect())
    }

    /// A member's change is told without its moment: one that is replayed
    /// happened at some time after what was committed before.
    fn member_changed(&self, text: &str, change: Membership, id: EventId) -> Result<Event, Failure> {
        let as_of = self.as_of(self.seen_until.unwrap_or_default());
        Ok(member_changed(&carried::<MemberFrame>(text)?, change, id, self.now(), as_of))
    }

    /// Takes a guild's channels in. Those come back in which something was
    /// said while the session was lost, and which were not known before.
    fn learn_guild(&self, guild: &GuildFrame) -> Vec<u64> {
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
        self.connection.channels.learn(channel, guild)
    }

    /// Pushes what a frame led to; its ticket is done when all of it is committed.
    async fn push_all(&mut self, events: Vec<Event>, sequence: u64) -> Result<(), Failure> {
        let mut left = events.into_iter().peekable();
        while let Some(event) = left.next() {
            // Only the last one moves the sequence: the ones before it would come again.
            let ticket = if left.peek().is_some() {
                self.watermark.ticket(Mark::default())
            } else {
                return self.push(event, self.ticket(sequence, None)).await;
            };
            self.push(event, ticket).await?;
        }
        self.ticket(sequence, None).done();
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

    /// When the roles were right that came with what happened `at`: what a
    /// resume replays brings those of that moment.
    fn as_of(&self, at: Timestamp) -> Timestamp {
        if self.is_replaying { at } else { self.now() }
    }

    fn now(&self) -> Timestamp {
        self.connection.options.clock.now()
    }
}
