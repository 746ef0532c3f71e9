//! Reactions: one of the bot's on a message, of those that Telegram has; for
//! some that it doesn't have another stands in.

use fireside_core::ports::DeliveryError;
use fireside_core::{MessageRef, Receipt};
use teloxide::payloads::SetMessageReaction;
use teloxide::types::ReactionType;

use super::{Courier, message_receipt, unless};
use crate::address;

/// The emoji that can be a reaction (Bot API 10.1, `ReactionTypeEmoji`).
const REACTIONS: [&str; 73] = [
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
    "❤\u{200D}🔥",
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
    "👨\u{200D}💻",
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
    "🤷\u{200D}♂",
    "🤷",
    "🤷\u{200D}♀",
    "😡",
];

/// What the bot puts on a message for an emoji that is no reaction on Telegram
/// and stands for what became of the message: first the emoji, then what stands
/// in for it. What people put there is heard as it is.
pub const REACTION_STAND_INS: [(&str, &str); 3] = [
    // It was delivered.
    ("✅", "👌"),
    // It waits to be delivered.
    ("⏳", "✍"),
    // It is not delivered.
    ("🚫", "👎"),
];

impl Courier {
    /// Puts the bot's reaction on a message, in the place of the one before.
    pub(super) async fn react(&self, message: &MessageRef, emoji: &str) -> Result<Receipt, DeliveryError> {
        let Some(known) = reaction(emoji) else {
            return Err(DeliveryError::Refused { why: format!("{emoji} is no reaction on Telegram") });
        };
        self.set_reaction(message, vec![ReactionType::Emoji { emoji: known.to_owned() }]).await
    }

    /// Takes the bot's reaction off a message.
    pub(super) async fn unreact(&self, message: &MessageRef) -> Result<Receipt, DeliveryError> {
        self.set_reaction(message, Vec::new()).await
    }

    async fn set_reaction(
        &self,
        message: &MessageRef,
        reactions: Vec<ReactionType>,
    ) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let mut reaction = SetMessageReaction::new(at.chat, id);
        reaction.reaction = Some(reactions);
        unless(self.client.call(&reaction).await.map(|_| ()), &[])?;
        Ok(message_receipt(at, id))
    }
}

/// The reaction that `emoji` is, or what stands in for it. Other platforms write it with the sign that
/// asks for colours, or with a tone of skin.
fn reaction(emoji: &str) -> Option<&'static str> {
    let is_shade = |c: char| c == '\u{FE0F}' || ('\u{1F3FB}'..='\u{1F3FF}').contains(&c);
    let bare: String = emoji.chars().filter(|c| !is_shade(*c)).collect();
    let stand_in = REACTION_STAND_INS.iter().find(|(emoji, _)| *emoji == bare).map(|(_, known)| *known);
    stand_in.or_else(|| REACTIONS.into_iter().find(|known| *known == bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reaction_is_known_however_it_is_written() {
        assert_eq!(reaction("❤\u{FE0F}"), Some("❤"));
        assert_eq!(reaction("👍🏽"), Some("👍"));
        assert_eq!(reaction("🤷\u{200D}♂\u{FE0F}"), Some("🤷\u{200D}♂"));
        assert_eq!(reaction("🚀"), None);
        assert_eq!(reaction(""), None);
    }

    #[test]
    fn what_stands_for_a_state_has_a_stand_in_that_telegram_knows() {
        for (emoji, stand_in) in REACTION_STAND_INS {
            assert_eq!(reaction(emoji), Some(stand_in));
            assert!(REACTIONS.contains(&stand_in) && !REACTIONS.contains(&emoji), "{emoji}");
        }
        assert_eq!(reaction("⏳\u{FE0F}"), Some("✍"));
        assert_eq!(reaction("👀"), Some("👀"));
    }
}
