//! Presses of inline buttons.

use fireside_core::event::Press;
use fireside_core::{EventKind, MessageId};
use teloxide::types::CallbackQuery;

use super::message::topic;
use super::{Decoded, Decoder, Happened, actor};

impl Decoder<'_> {
    /// A press. A message too old to be shown has no topic any more; its press
    /// counts in the chat.
    pub(super) fn callback_query(&self, query: CallbackQuery) -> Decoded {
        let (Some(message), Some(data)) = (&query.message, &query.data) else {
            let skipped = Decoded::nothing("a press without a message or data");
            return Decoded { press: Some(query.id), ..skipped };
        };
        let happened = Happened {
            at: self.now,
            chat: message.chat(),
            thread: message.regular_message().and_then(topic),
            actor: actor::of_user(&query.from),
            locale: query.from.language_code.clone(),
        };
        let press = Press { data: data.clone(), message: Some(MessageId::new(message.id().to_string())) };
        let event = happened.event(format!("telegram:c:{}", query.id), EventKind::Press(press));
        Decoded { press: Some(query.id), ..Decoded::event(event) }
    }
}
