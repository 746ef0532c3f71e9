//! Interactions: a command run or written, a button pressed, a form sent in.
//!
//! All are read through one frame of our own, because serenity drops the
//! answers of forms whose fields are in labels.

mod command;
mod form;

use std::collections::HashMap;
use std::time::Duration;

use fireside_core::event::{Press, ReplyHandle, Submission};
use fireside_core::{Actor, Event, EventId, EventKind, FirstReply, Timestamp};
use serde::Deserialize;
use serde_json::Value;
use serenity::all::{ApplicationId, AttachmentId, ChannelId, GuildId, InteractionId, MessageId, UserId};

use super::attachment::AttachmentFrame;
use super::message::MessageFrame;
use super::who::{Member, User, Who};
use super::{Scene, event};
use crate::PLATFORM;
use crate::channels::ChannelFrame;
use crate::commands::Commands;
use crate::snowflake::created_at;

/// Discord's numbers for what an interaction is.
const COMMAND: u8 = 2;
const PRESS: u8 = 3;
const WRITING: u8 = 4;
const SUBMISSION: u8 = 5;
/// The number of a menu of words, whose choice stands for the press of a button.
const SELECT: u8 = 3;
/// The first answer must reach Discord within this.
const RESPOND_WITHIN: Duration = Duration::from_secs(3);
/// After this an interaction's token is worth nothing.
const EXPIRES_AFTER: Duration = Duration::from_mins(15);

/// An interaction as Discord tells it.
#[derive(Debug, Deserialize)]
pub(crate) struct Interaction {
    pub(crate) id: InteractionId,
    pub(crate) application_id: ApplicationId,
    pub(crate) token: String,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
    #[serde(default)]
    pub(crate) channel: Option<ChannelFrame>,
    #[serde(default)]
    channel_id: Option<ChannelId>,
    #[serde(default)]
    member: Option<Member>,
    #[serde(default)]
    user: Option<User>,
    #[serde(default)]
    locale: Option<String>,
    #[serde(default)]
    message: Option<Shown>,
    #[serde(rename = "type")]
    kind: u8,
    #[serde(default)]
    data: Data,
}

/// The message a button is on.
#[derive(Debug, Deserialize)]
struct Shown {
    id: MessageId,
}

/// What is asked: which of the fields are filled goes by the kind.
#[derive(Debug, Default, Deserialize)]
struct Data {
    #[serde(default)]
    name: String,
    /// What kind of command it is.
    #[serde(rename = "type", default)]
    kind: u8,
    #[serde(default)]
    options: Vec<command::Given>,
    #[serde(default)]
    target_id: Option<MessageId>,
    #[serde(default)]
    resolved: Resolved,
    #[serde(default)]
    custom_id: String,
    #[serde(default)]
    component_type: u8,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default)]
    components: Value,
}

/// What the ids in an interaction stand for.
#[derive(Debug, Default, Deserialize)]
struct Resolved {
    #[serde(default)]
    users: HashMap<UserId, User>,
    #[serde(default)]
    members: HashMap<UserId, Member>,
    #[serde(default)]
    messages: HashMap<MessageId, MessageFrame>,
    #[serde(default)]
    attachments: HashMap<AttachmentId, AttachmentFrame>,
}

impl Interaction {
    /// The channel it happened in.
    pub(crate) fn channel(&self) -> Option<u64> {
        self.channel.as_ref().map(|channel| channel.id).or(self.channel_id).map(ChannelId::get)
    }

    /// What the first answer will be, if it is a command that was run.
    pub(crate) fn first_reply(&self, commands: &Commands) -> Option<FirstReply> {
        let data = &self.data;
        (self.kind == COMMAND).then(|| commands.first_reply(&data.command(commands), data.subcommand()))
    }

    /// Whether it is a form that was sent in.
    pub(crate) fn is_submission(&self) -> bool {
        self.kind == SUBMISSION
    }

    /// Whether something is written of which suggestions are wanted, and if so
    /// whether they are to be whole numbers.
    pub(crate) fn wants_numbers(&self) -> Option<bool> {
        (self.kind == WRITING).then(|| self.data.given().iter().any(command::Given::is_written_number))
    }

    /// Whether it came from a message of the bot's, which it can leave as it is.
    pub(crate) fn is_on_message(&self) -> bool {
        self.message.is_some()
    }

    /// When somebody did it.
    pub(crate) fn at(&self) -> Timestamp {
        created_at(self.id.get())
    }

    /// From then on no answer can be given.
    pub(crate) fn expires_at(&self) -> Timestamp {
        self.at() + EXPIRES_AFTER
    }

    /// What happened. `None` when Discord doesn't say who did it, or when it
    /// is nothing this adapter asked for.
    pub(crate) fn event(&self, scene: &Scene<'_>, commands: &Commands) -> Option<Event> {
        let at = self.at();
        let reply = ReplyHandle {
            respond_by: at + RESPOND_WITHIN,
            expires_at: at + EXPIRES_AFTER,
            opens_forms: matches!(self.kind, COMMAND | PRESS),
        };
        let id = EventId::new(format!("{PLATFORM}:i:{}", self.id));
        let kind = self.happened(scene, commands)?;
        let happened = event(id, at, scene.place.clone(), self.actor(scene.as_of(at))?, kind);
        Some(Event { locale: self.locale.clone(), reply: Some(reply), ..happened })
    }

    fn actor(&self, as_of: Timestamp) -> Option<Actor> {
        let member = self.member.as_ref();
        let user = member.and_then(|member| member.user.as_ref()).or(self.user.as_ref())?;
        Some(Who { user, member, guild: self.guild_id }.actor(as_of))
    }

    fn happened(&self, scene: &Scene<'_>, commands: &Commands) -> Option<EventKind> {
        let data = &self.data;
        let channel = self.channel().unwrap_or_default();
        match self.kind {
            COMMAND => Some(EventKind::Command(self.invocation(scene, commands)?)),
            WRITING => Some(EventKind::Suggest(data.suggest(commands, channel)?)),
            PRESS => Some(EventKind::Press(Press {
                data: match (data.component_type, data.values.first()) {
                    (SELECT, Some(chosen)) => chosen.clone(),
                    _ => data.custom_id.clone(),
                },
                message: self.message.as_ref().map(|message| message.id.to_string().into()),
            })),
            SUBMISSION => Some(EventKind::Submit(Submission {
                token: data.custom_id.clone(),
                answers: form::answers(&data.components, &data.resolved, channel),
            })),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
