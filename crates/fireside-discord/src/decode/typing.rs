//! Somebody is writing.

use fireside_core::EventKind;
use serde::Deserialize;
use serenity::all::{ChannelId, GuildId, UserId};

use super::who::{Member, User, Who, stranger};
use super::{Scene, event};

/// Somebody began to write, or still does.
#[derive(Debug, Deserialize)]
pub(crate) struct TypingFrame {
    pub(crate) channel_id: ChannelId,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
    user_id: UserId,
    #[serde(default)]
    member: Option<Member>,
}

impl TypingFrame {
    /// Who writes; `None` if it is the bot.
    pub(crate) fn event(&self, scene: &Scene<'_>) -> Option<fireside_core::Event> {
        if self.user_id.get() == scene.bot {
            return None;
        }
        let actor = done_by(self.user_id, self.member.as_ref(), self.guild_id, scene);
        Some(event(scene.id.clone(), scene.now, scene.place.clone(), actor, EventKind::Typing))
    }
}

/// Who did something that Discord tells with a number, and with the member in guilds.
pub(super) fn done_by(
    id: UserId,
    member: Option<&Member>,
    guild: Option<GuildId>,
    scene: &Scene<'_>,
) -> fireside_core::Actor {
    let user: Option<&User> = member.and_then(|member| member.user.as_ref());
    let who = user.filter(|user| user.id == id).map(|user| Who { user, member, guild });
    who.map_or_else(|| stranger(id), |who| who.actor(scene.as_of(scene.happened_at)))
}
