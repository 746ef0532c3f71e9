//! What was said in one chat. Ids count up without gaps, so a message is found
//! by its place and nothing is ever searched.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value};

use super::content::Content;
use super::entities::Entity;

/// One message or service message.
#[derive(Debug, Clone, Default)]
pub(crate) struct StoredMessage {
    pub(crate) id: i64,
    pub(crate) thread: Option<i64>,
    pub(crate) from: i64,
    /// The chat in whose name it was sent: a channel, or the group itself.
    pub(crate) sender_chat: Option<i64>,
    /// Seconds since the Unix epoch.
    pub(crate) date: u64,
    pub(crate) edit_date: Option<u64>,
    pub(crate) reply_to: Option<i64>,
    /// The words: a text, or the caption of a file.
    pub(crate) text: String,
    pub(crate) entities: Vec<Entity>,
    pub(crate) content: Content,
    /// The album that it is a part of.
    pub(crate) album: Option<String>,
    /// A `MessageOrigin`, for what was forwarded.
    pub(crate) origin: Option<Value>,
    /// It can't be forwarded, copied or saved.
    pub(crate) protected: bool,
    /// An `InlineKeyboardMarkup`, or none.
    pub(crate) keyboard: Option<Value>,
    /// The fields that make this a service message; empty for what people say.
    pub(crate) service: Map<String, Value>,
    /// Fields of a `Message` that the simulator only passes on.
    pub(crate) more: Map<String, Value>,
    /// By account, or by chat for those who react in a chat's name.
    pub(crate) reactions: BTreeMap<i64, Vec<Value>>,
    pub(crate) deleted: bool,
}

/// The messages of one chat, oldest first.
#[derive(Debug)]
pub(crate) struct History {
    first_id: i64,
    messages: VecDeque<StoredMessage>,
    kept_max: usize,
}

impl History {
    /// An empty history that forgets the oldest messages beyond `kept_max`.
    pub(crate) fn new(kept_max: usize) -> Self {
        Self { first_id: 1, messages: VecDeque::new(), kept_max: kept_max.max(1) }
    }

    /// The id that the next message gets.
    pub(crate) fn next_id(&self) -> i64 {
        self.first_id + i64::try_from(self.messages.len()).unwrap_or(i64::MAX)
    }

    /// Appends a message and gives it its id.
    pub(crate) fn push(&mut self, message: StoredMessage) -> i64 {
        let id = self.next_id();
        self.messages.push_back(StoredMessage { id, ..message });
        if self.messages.len() > self.kept_max {
            self.messages.pop_front();
            self.first_id += 1;
        }
        id
    }

    pub(crate) fn get(&self, id: i64) -> Option<&StoredMessage> {
        self.messages.get(self.place(id)?)
    }

    pub(crate) fn get_mut(&mut self, id: i64) -> Option<&mut StoredMessage> {
        let place = self.place(id)?;
        self.messages.get_mut(place)
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &StoredMessage> {
        self.messages.iter()
    }

    fn place(&self, id: i64) -> Option<usize> {
        usize::try_from(id.checked_sub(self.first_id)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounded_history_forgets_the_oldest_and_keeps_ids() {
        let mut history = History::new(2);
        for text in ["a", "b", "c"] {
            history.push(StoredMessage { text: text.to_owned(), ..StoredMessage::default() });
        }
        assert!(history.get(1).is_none());
        assert_eq!(history.get(3).map(|message| message.text.as_str()), Some("c"));
        assert_eq!(history.next_id(), 4);
    }
}
