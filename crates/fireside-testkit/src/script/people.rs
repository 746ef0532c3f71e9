//! Two invented platforms, the places on them, and who is there.

use fireside_core::{
    Account, Actor, Audience, Authority, Capabilities, Capability, Community, Ground, MessageId, Place,
    StaffRole, Timestamp,
};

/// A platform with forms, private answers and rooms that start from a message.
pub const NORTH: &str = "north";
/// A platform where everything is a message.
pub const SOUTH: &str = "south";
/// The role that makes its holders staff, on both platforms.
pub const STAFF_ROLE: &str = "helper";

/// What [`NORTH`] can do: everything but what only the other can.
pub fn north() -> Capabilities {
    Capabilities {
        able: &[
            Capability::Forms,
            Capability::PrivateAnswers,
            Capability::Suggestions,
            Capability::Menus,
            Capability::Selects,
            Capability::Edits,
            Capability::HearsDeletes,
            Capability::Reactions,
            Capability::ManyReactions,
            Capability::Typing,
            Capability::HearsTyping,
            Capability::Pins,
            Capability::Polls,
            Capability::Albums,
            Capability::Personas,
            Capability::Cards,
            Capability::Rooms,
            Capability::RoomsFromMessages,
            Capability::PrivateRooms,
            Capability::AddsMembers,
            Capability::RoomTags,
            Capability::SendsOnce,
        ],
        text_len_max: 2000,
        buttons_max: 25,
        files_max: 10,
        upload_bytes_max: 10 << 20,
        download_bytes_max: 10 << 20,
    }
}

/// What [`SOUTH`] can do.
pub fn south() -> Capabilities {
    Capabilities {
        able: &[Capability::PrivateLinks, Capability::Edits, Capability::Rooms],
        text_len_max: 4096,
        buttons_max: 100,
        files_max: 10,
        upload_bytes_max: 50 << 20,
        download_bytes_max: 20 << 20,
    }
}

/// The brand Acme, at home on both platforms, whose staff work on `platform`.
pub fn brand(platform: &str) -> Community {
    let mut community = Community::new("acme", "Acme");
    for platform in [NORTH, SOUTH] {
        community.grounds.push(Ground::Channel(platform.into(), square(platform).channel));
        community.grounds.push(Ground::PrivateChats(platform.into()));
        community.staff.roles.push(StaffRole { platform: platform.into(), role: STAFF_ROLE.into() });
    }
    community.staff_home = Some(staff_home(platform));
    community
}

/// A public group of a platform.
pub fn square(platform: &str) -> Place {
    Place::channel(platform, "square")
}

/// The channel of a platform where staff work.
pub fn staff_home(platform: &str) -> Place {
    Place::channel(platform, "staff")
}

/// Somebody's private chat with the bot.
pub fn chat(actor: &Actor) -> Place {
    actor.account.private_place()
}

/// A customer.
pub fn customer(platform: &str, id: &str, name: &str) -> Actor {
    Actor::human(Account::new(platform, id), name)
}

/// A member of staff, whose role the platform confirmed at `as_of`; `None`: it
/// confirms it whenever they act.
pub fn member(platform: &str, id: &str, name: &str, as_of: Option<Timestamp>) -> Actor {
    let as_of = as_of.unwrap_or(Timestamp::from_millis(u64::MAX));
    let authority = Authority { roles: vec![STAFF_ROLE.into()], as_of };
    Actor { authority: Some(authority), ..customer(platform, id, name) }
}

/// Where a person opens a message on [`NORTH`]; on [`SOUTH`] messages have no address.
pub fn north_link(place: &Place, id: &MessageId) -> Option<String> {
    let thread = place.thread.as_ref().map(|thread| format!("{thread}/")).unwrap_or_default();
    Some(format!("https://north.example/{}/{thread}{id}", place.channel))
}

/// Who hears what is said in a place: accounts have numbers, groups have names.
pub(super) fn audience(place: &Place) -> Audience {
    let is_account = place.channel.as_str().bytes().all(|byte| byte.is_ascii_digit());
    if is_account { Audience::Private } else { Audience::Group }
}
