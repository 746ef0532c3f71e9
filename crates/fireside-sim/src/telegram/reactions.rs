//! Reactions: which there are, and how the bot hears of them.

use serde_json::{Value, json};

use super::chat::{Chat, ChatKind};
use super::errors::ApiError;
use super::queue::UPDATE_TTL_MS;
use super::state::State;

/// The emoji of `ReactionTypeEmoji`.
const EMOJI: [&str; 73] = [
    "❤",
    "👍",
    "👎",
    "🔥",
    "🥰",
    "👏",
    "😁",
    "🤔",
    "🤯",
    "😱",
    "🤬",
    "😢",
    "🎉",
    "🤩",
    "🤮",
    "💩",
    "🙏",
    "👌",
    "🕊",
    "🤡",
    "🥱",
    "🥴",
    "😍",
    "🐳",
    "❤\u{200d}🔥",
    "🌚",
    "🌭",
    "💯",
    "🤣",
    "⚡",
    "🍌",
    "🏆",
    "💔",
    "🤨",
    "😐",
    "🍓",
    "🍾",
    "💋",
    "🖕",
    "😈",
    "😴",
    "😭",
    "🤓",
    "👻",
    "👨\u{200d}💻",
    "👀",
    "🎃",
    "🙈",
    "😇",
    "😨",
    "🤝",
    "✍",
    "🤗",
    "🫡",
    "🎅",
    "🎄",
    "☃",
    "💅",
    "🤪",
    "🗿",
    "🆒",
    "💘",
    "🙉",
    "🦄",
    "😘",
    "💊",
    "🙊",
    "😎",
    "👾",
    "🤷\u{200d}♂",
    "🤷",
    "🤷\u{200d}♀",
    "😡",
];

/// Who reacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Actor {
    /// A person, or the bot.
    User(i64),
    /// An anonymous administrator, or a channel.
    Chat(i64),
}

impl Actor {
    /// The key of the actor's reactions; ids of chats are negative.
    pub(crate) fn id(self) -> i64 {
        match self {
            Self::User(id) | Self::Chat(id) => id,
        }
    }
}

/// Checks that a `ReactionType` is one that may be set; bots can't pay.
///
/// # Errors
/// `REACTION_INVALID`, as Telegram says it.
pub(crate) fn check(reaction: &Value) -> Result<(), ApiError> {
    let field = |name: &str| reaction.get(name).and_then(Value::as_str).unwrap_or_default();
    let known = match field("type") {
        "emoji" => EMOJI.contains(&field("emoji").trim_end_matches('\u{fe0f}')),
        "custom_emoji" => !field("custom_emoji_id").is_empty(),
        _ => false,
    };
    if known { Ok(()) } else { Err(ApiError::bad_request("REACTION_INVALID")) }
}

impl State {
    /// Tells the bot that an actor's reactions changed from `old` to `new`, if
    /// it is administrator there. In channels nobody is named, only counted.
    pub(crate) fn emit_reaction(
        &mut self,
        chat_id: i64,
        id: i64,
        actor: Actor,
        old: &[Value],
        new: &[Value],
    ) {
        let Some(chat) = self.chats.get(&chat_id) else { return };
        if chat.kind != ChatKind::Private && !chat.status(self.bot.id).is_admin() {
            return;
        }
        if chat.kind == ChatKind::Channel {
            let body = json!({
                "chat": self.chat_object(chat),
                "message_id": id,
                "date": self.clock.now_secs(),
                "reactions": counts(chat, id),
            });
            self.emit("message_reaction_count", &body, UPDATE_TTL_MS);
            return;
        }
        let mut body = json!({
            "chat": self.chat_object(chat),
            "message_id": id,
            "date": self.clock.now_secs(),
            "old_reaction": old,
            "new_reaction": new,
        });
        match actor {
            Actor::User(user) => body["user"] = json!(self.users.get(&user)),
            Actor::Chat(actor) => {
                let actor = self.chats.get(&actor).unwrap_or(chat);
                body["actor_chat"] = json!(self.chat_object(actor));
            }
        }
        self.emit("message_reaction", &body, UPDATE_TTL_MS);
    }
}

/// How often each reaction stands on a message, the first given first.
fn counts(chat: &Chat, id: i64) -> Vec<Value> {
    let mut counts: Vec<(Value, u64)> = Vec::new();
    let reactions = chat.message(id).into_iter().flat_map(|message| message.reactions.values().flatten());
    for reaction in reactions {
        match counts.iter_mut().find(|(known, _)| known == reaction) {
            Some((_, count)) => *count += 1,
            None => counts.push((reaction.clone(), 1)),
        }
    }
    counts.into_iter().map(|(kind, count)| json!({ "type": kind, "total_count": count })).collect()
}
