//! Who comes and goes: members, and the bot itself.

use fireside_core::event::Membership;
use fireside_core::{Event, EventId, EventKind, Place, Timestamp};
use serde::Deserialize;
use serenity::all::{GuildId, RoleId};

use super::who::{Member, User, Who};
use super::{by_nobody, event};
use crate::PLATFORM;
use crate::channels::ChannelFrame;

/// A guild, as the gateway gives it when it becomes available.
#[derive(Debug, Deserialize)]
pub(crate) struct GuildFrame {
    pub(crate) id: GuildId,
    /// An outage, not a removal.
    #[serde(default)]
    pub(crate) unavailable: bool,
    #[serde(default)]
    pub(crate) channels: Vec<ChannelFrame>,
    #[serde(default)]
    pub(crate) threads: Vec<ChannelFrame>,
    #[serde(default)]
    pub(crate) roles: Vec<RoleFrame>,
}

/// What a role is called.
#[derive(Debug, Deserialize)]
pub(crate) struct RoleFrame {
    pub(crate) id: RoleId,
    #[serde(default)]
    pub(crate) name: String,
}

/// A role that is new or has changed.
#[derive(Debug, Deserialize)]
pub(crate) struct ChangedRole {
    pub(crate) role: RoleFrame,
}

/// A member who came, left, or changed.
#[derive(Debug, Deserialize)]
pub(crate) struct MemberFrame {
    pub(crate) guild_id: GuildId,
    user: User,
    #[serde(default)]
    nick: Option<String>,
    #[serde(default)]
    avatar: Option<String>,
    /// Not told of one who left.
    #[serde(default)]
    roles: Option<Vec<RoleId>>,
}

/// A guild as a whole: it has no channel of its own, so it stands in for one.
pub(crate) fn guild_place(guild: GuildId) -> Place {
    Place::channel(PLATFORM, guild.to_string()).within(guild.to_string())
}

/// The bot came into a guild or was removed from it.
pub(crate) fn bot_moved(guild: GuildId, change: Membership, id: EventId, now: Timestamp) -> Event {
    by_nobody(id, now, guild_place(guild), EventKind::Membership(change))
}

/// What the dispatch `name` tells of a member.
pub(crate) fn change(name: &str) -> Option<Membership> {
    match name {
        "GUILD_MEMBER_ADD" => Some(Membership::Joined),
        "GUILD_MEMBER_REMOVE" => Some(Membership::Left),
        "GUILD_MEMBER_UPDATE" => Some(Membership::RolesChanged),
        _ => None,
    }
}

/// A member came, left, or was given or lost a role.
pub(crate) fn member_changed(
    frame: &MemberFrame,
    change: Membership,
    id: EventId,
    now: Timestamp,
    as_of: Timestamp,
) -> Event {
    let MemberFrame { guild_id, user, nick, avatar, roles } = frame;
    let member = roles.as_ref().map(|roles| Member::of(nick.clone(), avatar.clone(), roles.clone()));
    let who = Who { user, member: member.as_ref(), guild: Some(*guild_id) }.actor(as_of);
    event(id, now, guild_place(*guild_id), who, EventKind::Membership(change))
}
