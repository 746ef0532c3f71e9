//! Who did something: a user, or somebody behind a chat's name.

use fireside_core::text::cleaned;
use fireside_core::{Account, Actor};

use super::received::{Chat, Received, User};
use crate::PLATFORM;

/// The account through which anonymous administrators speak (`GroupAnonymousBot`).
const ANONYMOUS_ADMIN: i64 = 1_087_968_824;
/// The account through which a channel's owners speak in a group (`Channel_Bot`).
const CHANNEL_SENDER: i64 = 136_817_688;
/// The account that forwards a channel's posts into its group (Telegram).
const CHANNEL_POSTS: i64 = 777_000;
/// The longest display name, in characters as a reader counts them.
const NAME_GRAPHEMES_MAX: usize = 64;

/// A user as an actor.
pub(super) fn of_user(user: &User) -> Actor {
    let name = display_name(&user.name);
    let name = if name.is_empty() { user.id.to_string() } else { name };
    let mut actor = Actor::human(Account::new(PLATFORM, user.id.to_string()), name);
    actor.is_bot = user.is_bot;
    actor
}

/// Who wrote a message. Whoever hides behind a chat's name is that chat: the
/// accounts that stand in for them are shared by all of Telegram.
pub(super) fn of_message(message: &Received<'_>) -> Actor {
    let stand_in = |user: &User| matches!(user.id, ANONYMOUS_ADMIN | CHANNEL_SENDER | CHANNEL_POSTS);
    match (&message.from, &message.sender_chat) {
        (Some(user), None) if !stand_in(user) => of_user(user),
        (_, Some(chat)) => of_chat(chat),
        (_, None) => of_chat(&message.chat),
    }
}

/// Somebody who acts in the name of a chat.
pub(super) fn of_chat(chat: &Chat) -> Actor {
    let name = display_name(chat.title.as_deref().unwrap_or_default());
    let mut actor = Actor::human(Account::new(PLATFORM, chat.id.to_string()), name);
    actor.is_anonymous = true;
    actor
}

/// A name as it is shown: one line of visible characters.
pub(super) fn display_name(name: &str) -> String {
    cleaned(name, NAME_GRAPHEMES_MAX)
}
