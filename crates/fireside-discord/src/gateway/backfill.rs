//! After a lost session: what was said meanwhile, asked for channel by channel.

use std::collections::HashMap;

use fireside_core::ports::AdapterError;
use fireside_core::{Place, Timestamp};
use serde_json::Value;
use serenity::all::GuildId;
use serenity::http::Route;

use super::Gateway;
use super::dispatch::Failure;
use super::watermark::{LastHeard, Mark};
use crate::client::Call;
use crate::decode::Scene;
use crate::decode::message::MessageFrame;
use crate::decode::who::Member;
use crate::errors::CallError;
use crate::snowflake::created_at;

/// How many messages one call gives (Discord's documents).
const PAGE: usize = 100;
/// How many pages of one channel are asked for; beyond them there is a gap.
const PAGES_MAX: usize = 50;
/// How often a call is tried.
const TRIES: u32 = 5;

/// The members seen during one backfill: what a channel's history tells of a
/// message leaves their roles out. With each, the moment it was asked for.
type Members = HashMap<(u64, u64), Option<(Member, Timestamp)>>;

impl Gateway {
    /// Pushes what was said after the last message that is committed, in every
    /// channel in use. What can't be had is reported.
    pub(super) async fn backfill(&self) -> Result<(), Failure> {
        self.backfill_channels(self.watermark.last_heard()).await
    }

    /// The same for channels that nothing was heard in before.
    pub(super) async fn backfill_unheard(&self, channels: &[u64]) -> Result<(), Failure> {
        let Some(heard_until) = self.heard_until else { return Ok(()) };
        self.backfill_channels(channels.iter().map(|channel| (*channel, heard_until)).collect()).await
    }

    async fn backfill_channels(&self, channels: LastHeard) -> Result<(), Failure> {
        let mut members = Members::new();
        for (channel, after) in channels {
            match self.backfill_channel(channel, after, &mut members).await {
                Ok(()) => {}
                Err(Missed::Gone) => self.watermark.forget(channel),
                Err(Missed::Gap(why)) => {
                    tracing::warn!(channel, error = %why, "a channel's last messages can't be had");
                    self.gap(created_at(after));
                }
                Err(Missed::Failure(failure)) => return Err(failure),
            }
        }
        Ok(())
    }

    async fn backfill_channel(
        &self,
        channel: u64,
        mut after: u64,
        members: &mut Members,
    ) -> Result<(), Missed> {
        let connection = &self.connection;
        let place = connection.channels.find(channel, None, &connection.client).await?;
        for _ in 0..PAGES_MAX {
            let messages = self.page(channel, after).await?;
            let is_last = messages.len() < PAGE;
            for message in messages {
                after = after.max(message.id.get());
                self.push_missed(message, &place, members).await?;
            }
            if is_last {
                return Ok(());
            }
        }
        Err(Missed::Gap(format!("more than {} messages", PAGE * PAGES_MAX)))
    }

    async fn push_missed(
        &self,
        mut message: MessageFrame,
        place: &Place,
        members: &mut Members,
    ) -> Result<(), Missed> {
        let heard = Some((message.channel_id.get(), message.id.get()));
        message.guild_id = place.space.as_ref().and_then(|guild| guild.as_str().parse().ok());
        let mut asked_at = created_at(message.id.get());
        if let (Some(guild), None) = (message.guild_id, message.webhook_id) {
            let asked = self.member(guild, message.author.id.get(), members).await;
            message.member = asked.map(|(member, at)| {
                asked_at = at;
                member
            });
        }
        let ticket = self.watermark.ticket(Mark { session: None, heard });
        let scene = Scene { now: asked_at, is_replayed: false, ..self.scene(place.clone(), 0) };
        if let Some(event) = message.said(&scene) {
            return self.push(event, ticket).await.map_err(Missed::Failure);
        }
        ticket.done();
        Ok(())
    }

    /// One page, oldest first.
    async fn page(&self, channel: u64, after: u64) -> Result<Vec<MessageFrame>, Missed> {
        let told = self
            .patiently(|| {
                Call::get(Route::ChannelMessages { channel_id: channel.into() })
                    .query("after", after)
                    .query("limit", PAGE)
            })
            .await?;
        let Value::Array(told) = told else { return Err(Missed::Gap("no list was given".to_owned())) };
        let mut messages = Vec::with_capacity(told.len());
        for message in told {
            match serde_json::from_value::<MessageFrame>(message) {
                Ok(message) => messages.push(message),
                Err(error) => self.undecodable("a message of a channel's history", error.to_string()),
            }
        }
        messages.sort_unstable_by_key(|message| message.id);
        Ok(messages)
    }

    async fn member(&self, guild: GuildId, user: u64, members: &mut Members) -> Option<(Member, Timestamp)> {
        if let Some(known) = members.get(&(guild.get(), user)) {
            return known.clone();
        }
        let asked_at = self.connection.options.clock.now();
        let route = Route::GuildMember { guild_id: guild, user_id: user.into() };
        let told = self.patiently(|| Call::get(route)).await.ok();
        let member = told.and_then(|told| serde_json::from_value::<Member>(told).ok());
        let member = member.map(|member| (member, asked_at));
        members.insert((guild.get(), user), member.clone());
        member
    }

    /// Makes a call again as long as Discord asks to wait or has trouble of its own.
    async fn patiently(&self, call: impl Fn() -> Call<'static>) -> Result<Value, CallError> {
        let mut wait = std::time::Duration::from_millis(250);
        let mut tries = 0;
        loop {
            tries += 1;
            match self.connection.client.send(call()).await {
                Err(CallError::RateLimited { after, .. }) => tokio::time::sleep(after).await,
                Err(error) if error.is_passing() && tries < TRIES => tokio::time::sleep(wait).await,
                ended => return ended,
            }
            wait *= 2;
        }
    }
}

/// Why a channel's messages were not had.
enum Missed {
    /// The channel is gone, or the bot can't see it any more.
    Gone,
    /// They can't be had.
    Gap(String),
    /// The adapter can't go on.
    Failure(Failure),
}

impl From<CallError> for Missed {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Rejected { status: 401, .. } => Self::Failure(Failure::Adapter(error.for_adapter())),
            CallError::Rejected { status: 403 | 404, .. } => Self::Gone,
            other => Self::Gap(other.to_string()),
        }
    }
}

impl From<AdapterError> for Missed {
    fn from(error: AdapterError) -> Self {
        Self::Failure(Failure::Adapter(error))
    }
}
