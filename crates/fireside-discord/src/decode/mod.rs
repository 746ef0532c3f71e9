//! From what Discord tells to events. Everything here is pure: where a channel
//! is has been found out before.

pub(crate) mod interaction;
pub(crate) mod membership;
pub(crate) mod message;
pub(crate) mod rooms;

use fireside_core::place::Audience;
use fireside_core::text::cleaned;
use fireside_core::{Account, Actor, Authority, Event, EventId, EventKind, Place, Platform, Timestamp};
use serde::Deserialize;
use serenity::all::{PartialMember, RoleId, User};

use crate::PLATFORM;

/// The longest name that is shown, in characters as a reader counts them.
const NAME_MAX: usize = 64;

/// A frame, of which only what it carries is read.
#[derive(Debug, Deserialize)]
pub(crate) struct Carried<T> {
    /// What it carries.
    #[serde(rename = "d")]
    pub(crate) data: T,
}

/// Reads what the frame `text` carries.
pub(crate) fn carried<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, serde_json::Error> {
    serde_json::from_str::<Carried<T>>(text).map(|frame| frame.data)
}

/// The id of an event that the gateway numbers.
pub(crate) fn sequence_id(session: &str, sequence: u64) -> EventId {
    EventId::new(format!("{PLATFORM}:s:{session}:{sequence}"))
}

/// An event nobody answers directly.
pub(crate) fn event(id: EventId, at: Timestamp, place: Place, actor: Actor, kind: EventKind) -> Event {
    let audience = if place.space.is_none() { Audience::Private } else { Audience::Group };
    Event { id, community: None, at, place, audience, actor, locale: None, kind, reply: None }
}

/// Something that Discord tells without saying who did it.
pub(crate) fn by_nobody(id: EventId, at: Timestamp, place: Place, kind: EventKind) -> Event {
    event(id, at, place, Actor::system(Platform::new(PLATFORM)), kind)
}

/// Who a user is in a guild: by the nickname and with the roles told along,
/// which were right at `as_of`.
pub(crate) fn actor(user: &User, nick: Option<&str>, roles: Option<&[RoleId]>, as_of: Timestamp) -> Actor {
    let authority = roles.map(|roles| authority(roles, as_of));
    Actor { authority, is_bot: user.bot || user.system, ..human(user, nick) }
}

/// Who a user is, with what a message or interaction tells of the member.
pub(crate) fn member(user: &User, member: Option<&PartialMember>, as_of: Timestamp) -> Actor {
    let nick = member.and_then(|member| member.nick.as_deref());
    actor(user, nick, member.map(|member| member.roles.as_slice()), as_of)
}

fn human(user: &User, nick: Option<&str>) -> Actor {
    let shown = nick.or(user.global_name.as_deref()).unwrap_or(&user.name);
    let name = match cleaned(shown, NAME_MAX) {
        invisible if invisible.is_empty() => cleaned(&user.name, NAME_MAX),
        name => name,
    };
    Actor::human(Account::new(PLATFORM, user.id.to_string()), name)
}

fn authority(roles: &[RoleId], as_of: Timestamp) -> Authority {
    Authority { roles: roles.iter().map(|role| role.to_string().into()).collect(), as_of }
}
