//! What the gateway tells of a channel: read first, then, once it is known
//! where the channel is, made into events.

use fireside_core::Event;
use fireside_core::event::ReactionChange;
use serenity::all::{ChannelId, GuildId, MessageId};

use super::message::{Changed, Deleted, MessageFrame};
use super::poll::VoteFrame;
use super::reaction::ReactionFrame;
use super::typing::{TypingFrame, done_by};
use super::who::stranger;
use super::{Scene, by_nobody, carried, event};

/// What the gateway tells of a channel.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "most frames are messages, and one is held at a time")]
pub(crate) enum Frame {
    Said(MessageFrame),
    /// A message that somebody changed.
    Edited(Changed, Box<MessageFrame>),
    /// A message that changed without anybody's doing.
    Changed(Changed),
    Deleted(Deleted),
    Reaction(ReactionChange, ReactionFrame),
    /// A vote; whether it was cast or taken back.
    Vote(bool, VoteFrame),
    Typing(TypingFrame),
}

impl Frame {
    /// Reads the dispatch `name`; `None` where it is none of these.
    pub(crate) fn read(name: &str, text: &str) -> Result<Option<Self>, serde_json::Error> {
        Ok(Some(match name {
            "MESSAGE_CREATE" => Self::Said(carried(text)?),
            "MESSAGE_UPDATE" => {
                let changed: Changed = carried(text)?;
                match changed.edited_at() {
                    Some(_) => Self::Edited(changed, carried(text)?),
                    None => Self::Changed(changed),
                }
            }
            "MESSAGE_DELETE" | "MESSAGE_DELETE_BULK" => Self::Deleted(carried(text)?),
            "MESSAGE_REACTION_ADD" => Self::Reaction(ReactionChange::Added, carried(text)?),
            "MESSAGE_REACTION_REMOVE" => Self::Reaction(ReactionChange::Removed, carried(text)?),
            "MESSAGE_REACTION_REMOVE_ALL" | "MESSAGE_REACTION_REMOVE_EMOJI" => {
                Self::Reaction(ReactionChange::Cleared, carried(text)?)
            }
            "MESSAGE_POLL_VOTE_ADD" => Self::Vote(true, carried(text)?),
            "MESSAGE_POLL_VOTE_REMOVE" => Self::Vote(false, carried(text)?),
            "TYPING_START" => Self::Typing(carried(text)?),
            _ => return Ok(None),
        }))
    }

    /// The channel it is about, and that one's guild.
    pub(crate) fn channel(&self) -> (ChannelId, Option<GuildId>) {
        match self {
            Self::Said(frame) => (frame.channel_id, frame.guild_id),
            Self::Edited(frame, _) | Self::Changed(frame) => (frame.channel_id, frame.guild_id),
            Self::Deleted(frame) => (frame.channel_id, frame.guild_id),
            Self::Reaction(_, frame) => (frame.channel_id, frame.guild_id),
            Self::Vote(_, frame) => (frame.channel, frame.guild),
            Self::Typing(frame) => (frame.channel_id, frame.guild_id),
        }
    }

    /// The message that is new in its channel.
    pub(crate) fn heard(&self) -> Option<MessageId> {
        match self {
            Self::Said(frame) => Some(frame.id),
            _ => None,
        }
    }

    /// What happened.
    pub(crate) fn events(&self, scene: &Scene<'_>) -> Vec<Event> {
        match self {
            Self::Said(frame) => frame.said(scene).into_iter().collect(),
            Self::Edited(changed, frame) => {
                let edited = changed.edited_at().and_then(|at| frame.edited(at, scene));
                edited.into_iter().chain(changed.tally(scene)).collect()
            }
            Self::Changed(frame) => frame.tally(scene).into_iter().collect(),
            Self::Deleted(frame) => frame.events(scene),
            Self::Reaction(change, frame) => reacted(*change, frame, scene).into_iter().collect(),
            Self::Vote(is_cast, frame) => voted(*is_cast, frame, scene).into_iter().collect(),
            Self::Typing(frame) => frame.event(scene).into_iter().collect(),
        }
    }
}

fn reacted(change: ReactionChange, frame: &ReactionFrame, scene: &Scene<'_>) -> Option<Event> {
    let (id, at, place) = (scene.id.clone(), scene.now, scene.place.clone());
    let kind = frame.happened(change);
    match frame.user_id {
        Some(user) if user.get() == scene.bot => None,
        Some(user) => {
            let actor = done_by(user, frame.member.as_ref(), frame.guild_id, scene);
            Some(event(id, at, place, actor, kind))
        }
        None => Some(by_nobody(id, at, place, kind)),
    }
}

fn voted(is_cast: bool, frame: &VoteFrame, scene: &Scene<'_>) -> Option<Event> {
    if frame.user.get() == scene.bot {
        return None;
    }
    let actor = stranger(frame.user);
    Some(event(scene.id.clone(), scene.now, scene.place.clone(), actor, frame.vote(is_cast)?))
}

#[cfg(test)]
mod tests {
    use crate::decode::decode;

    #[test]
    fn what_the_bot_itself_does_is_no_news() {
        for name in ["MESSAGE_REACTION_ADD", "MESSAGE_POLL_VOTE_ADD", "TYPING_START"] {
            let told = |user: u64| {
                let data = serde_json::json!({"user_id": user.to_string(), "channel_id": "5", "message_id": "6",
                    "answer_id": 1, "emoji": {"id": null, "name": "👍"}});
                let frame = serde_json::json!({"op": 0, "t": name, "s": 1, "d": data});
                decode(&frame.to_string(), 42).unwrap().len()
            };
            assert_eq!((told(7), told(42)), (1, 0), "{name}");
        }
    }
}
