//! Who came, who left, whose standing changed.

use fireside_core::event::Membership;
use fireside_core::{Event, EventKind, Timestamp};
use serde_json::value::RawValue;

use super::received::{Chat, Received, User};
use super::{Decoded, Decoder, Happened, actor};
use crate::fields::Fields;

/// A change of somebody's standing in a chat (Bot API, `ChatMemberUpdated`).
struct Change {
    chat: Chat,
    date: i64,
    by: User,
    /// Whose standing it is.
    user: User,
    before: Standing,
    now: Standing,
}

/// How an account stands in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Standing {
    is_present: bool,
    is_privileged: bool,
}

/// A change of the bot's own standing. In a private chat: it was blocked or
/// unblocked.
pub(super) fn of_bot(raw: &RawValue) -> Result<Decoded, serde_json::Error> {
    let change = Change::of(raw)?;
    Ok(match change.came_or_left() {
        Some(true) => Decoded::event(changed(&change, &change.by, Membership::BotAdded)),
        Some(false) => Decoded::event(changed(&change, &change.by, Membership::BotRemoved)),
        None => Decoded::nothing("a change of the bot's rights"),
    })
}

/// A change of somebody's standing.
pub(super) fn of_member(raw: &RawValue) -> Result<Decoded, serde_json::Error> {
    let change = Change::of(raw)?;
    let what = match change.came_or_left() {
        Some(true) => Membership::Joined,
        Some(false) => Membership::Left,
        None if change.before.is_privileged != change.now.is_privileged => Membership::RolesChanged,
        None => return Ok(Decoded::nothing("a change of a member's restrictions")),
    };
    Ok(Decoded::event(changed(&change, &change.user, what)))
}

impl Change {
    fn of(raw: &RawValue) -> Result<Self, serde_json::Error> {
        let missing = |name| <serde_json::Error as serde::de::Error>::missing_field(name);
        let fields = Fields::of(raw.get())?;
        let chat = fields.raw("chat").ok_or_else(|| missing("chat"))?;
        let member = |name| fields.object(name).ok_or_else(|| missing(name));
        let (before, now) = (member("old_chat_member")?, member("new_chat_member")?);
        let user =
            |fields: &Fields<'_>, name| fields.raw(name).and_then(User::of).ok_or_else(|| missing(name));
        Ok(Self {
            chat: Chat::of(chat)?,
            date: fields.require("date")?,
            by: user(&fields, "from")?,
            user: user(&now, "user")?,
            before: Standing::of(&before),
            now: Standing::of(&now),
        })
    }

    /// `Some(true)`: came; `Some(false)`: left.
    fn came_or_left(&self) -> Option<bool> {
        (self.before.is_present != self.now.is_present).then_some(self.now.is_present)
    }
}

impl Standing {
    fn of(member: &Fields<'_>) -> Self {
        let status: String = member.get("status").unwrap_or_default();
        let is_privileged = matches!(status.as_str(), "creator" | "administrator");
        let is_member = match status.as_str() {
            "member" => true,
            "restricted" => member.get("is_member").unwrap_or(false),
            _ => false,
        };
        Self { is_present: is_privileged || is_member, is_privileged }
    }
}

impl Decoder<'_> {
    /// Members who came, as a service message tells it.
    pub(super) fn joined(&self, message: &Received<'_>, users: &[User]) -> Decoded {
        let others = users.iter().filter(|user| !self.bot.is(user.id));
        Decoded::events(others.map(|user| moved(message, user, Membership::Joined)).collect())
    }

    /// A member who left, as a service message tells it.
    pub(super) fn left(&self, message: &Received<'_>, user: &User) -> Decoded {
        if self.bot.is(user.id) {
            return Decoded::nothing("the bot left: told by its own membership");
        }
        Decoded::event(moved(message, user, Membership::Left))
    }
}

fn changed(change: &Change, user: &User, what: Membership) -> Event {
    let happened = Happened {
        at: Timestamp::from_secs(change.date),
        chat: &change.chat,
        thread: None,
        actor: actor::of_user(user),
        locale: user.language_code.clone(),
    };
    member_event(happened, what)
}

fn moved(message: &Received<'_>, user: &User, what: Membership) -> Event {
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
