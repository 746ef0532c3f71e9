//! Which messages of a group reach the bot.

use super::chat::{Chat, ChatKind};
use super::history::StoredMessage;
use super::state::State;

impl State {
    /// Whether a message reaches the bot, by membership and privacy mode.
    pub(crate) fn bot_hears(&self, chat: &Chat, message: &StoredMessage) -> bool {
        if chat.kind == ChatKind::Private {
            return true;
        }
        let status = chat.status(self.bot.id);
        let is_service = !message.service.is_empty();
        if !status.is_present() {
            // The last thing a bot hears is that it was removed.
            let gone = message.service.get("left_chat_member").and_then(|gone| gone["id"].as_i64());
            return gone == Some(self.bot.id);
        }
        if is_service || status.is_admin() || !self.privacy_mode {
            return true;
        }
        let replied = message.reply_to.and_then(|id| chat.history.get(id));
        replied.is_some_and(|replied| replied.from == self.bot.id && replied.service.is_empty())
            || self.is_addressed(message)
    }

    /// Whether a text is a command for this bot or names it.
    fn is_addressed(&self, message: &StoredMessage) -> bool {
        let own_name = self.bot.username.as_deref().unwrap_or_default();
        message.entities.iter().any(|entity| {
            let words = entity.of(&message.text);
            match (entity.kind.as_str(), words.split_once('@')) {
                ("bot_command" | "mention", Some((_, name))) => name.eq_ignore_ascii_case(own_name),
                ("bot_command", None) => entity.offset == 0,
                _ => false,
            }
        })
    }
}
