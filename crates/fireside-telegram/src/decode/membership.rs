//! Who came, who left, whose standing changed.

use fireside_core::event::Membership;
use fireside_core::{Event, EventKind, Timestamp};
use teloxide::types::{ChatMemberUpdated, Message, User};

use super::{Decoded, Decoder, Happened, actor};

/// A change of the bot's own standing. In a private chat: it was blocked or
/// unblocked.
pub(super) fn of_bot(change: &ChatMemberUpdated) -> Decoded {
    match came_or_left(change) {
        Some(true) => Decoded::event(changed(change, &change.from, Membership::BotAdded)),
        Some(false) => Decoded::event(changed(change, &change.from, Membership::BotRemoved)),
        None => Decoded::nothing("a change of the bot's rights"),
    }
}

/// A change of somebody's standing.
pub(super) fn of_member(change: &ChatMemberUpdated) -> Decoded {
    let user = &change.new_chat_member.user;
    let was_privileged = change.old_chat_member.is_privileged();
    let what = match came_or_left(change) {
        Some(true) => Membership::Joined,
        Some(false) => Membership::Left,
        None if was_privileged != change.new_chat_member.is_privileged() => Membership::RolesChanged,
        None => return Decoded::nothing("a change of a member's restrictions"),
    };
    Decoded::event(changed(change, user, what))
}

impl Decoder<'_> {
    /// Members who came, as a service message tells it.
    pub(super) fn joined(&self, message: &Message, users: &[User]) -> Decoded {
        let others = users.iter().filter(|user| user.id.0 != self.bot.id);
        Decoded::events(others.map(|user| moved(message, user, Membership::Joined)).collect())
    }

    /// A member who left, as a service message tells it.
    pub(super) fn left(&self, message: &Message, user: &User) -> Decoded {
        if user.id.0 == self.bot.id {
            return Decoded::nothing("the bot left: told by its own membership");
        }
        Decoded::event(moved(message, user, Membership::Left))
    }
}

fn changed(change: &ChatMemberUpdated, user: &User, what: Membership) -> Event {
    let happened = Happened {
        at: Timestamp::from_secs(change.date.timestamp()),
        chat: &change.chat,
        thread: None,
        actor: actor::of_user(user),
        locale: user.language_code.clone(),
    };
    member_event(happened, what)
}

fn moved(message: &Message, user: &User, what: Membership) -> Event {
    let happened = Happened {
        thread: None,
        actor: actor::of_user(user),
        locale: user.language_code.clone(),
        ..Happened::in_message(message)
    };
    member_event(happened, what)
}

/// Telegram tells of coming and going twice, by a service message and by a
/// change of membership: both give the same id, so that it counts once.
fn member_event(happened: Happened<'_>, what: Membership) -> Event {
    let word = match what {
        Membership::Joined => "joined",
        Membership::Left => "left",
        Membership::BotAdded => "bot-added",
        Membership::BotRemoved => "bot-removed",
        Membership::RolesChanged => "roles",
    };
    let (chat, account) = (happened.chat.id, &happened.actor.account.id);
    let at_secs = happened.at.as_millis() / 1000;
    let id = format!("telegram:u:{chat}:{account}:{at_secs}:{word}");
    happened.event(id, EventKind::Membership(what))
}

/// `Some(true)`: came; `Some(false)`: left.
fn came_or_left(change: &ChatMemberUpdated) -> Option<bool> {
    let now = change.new_chat_member.is_present();
    (change.old_chat_member.is_present() != now).then_some(now)
}
