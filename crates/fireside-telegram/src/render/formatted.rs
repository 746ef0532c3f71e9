//! Text as the Bot API takes it.

use teloxide::types::MessageEntity;

use super::split;

/// Text with the entities that format it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Formatted {
    /// The characters.
    pub(crate) text: String,
    /// What formats them, in UTF-16 units.
    pub(crate) entities: Vec<MessageEntity>,
}

impl Formatted {
    /// How long it is in UTF-16 units, as Telegram counts.
    pub(crate) fn units(&self) -> usize {
        split::units(&self.text)
    }

    /// Whether a reader would see nothing.
    pub(crate) fn is_blank(&self) -> bool {
        fireside_core::text::is_blank(&self.text)
    }

    /// This, and `more` on a new line.
    pub(crate) fn line(mut self, more: Self) -> Self {
        if self.is_blank() {
            return more;
        }
        self.text.push('\n');
        let shift = self.units();
        self.text.push_str(&more.text);
        let shifted = |entity: MessageEntity| MessageEntity { offset: entity.offset + shift, ..entity };
        self.entities.extend(more.entities.into_iter().map(shifted));
        self
    }
}
