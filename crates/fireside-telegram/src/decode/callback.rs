//! Presses of inline buttons.

use fireside_core::event::Press;
use fireside_core::{EventKind, MessageId};
use serde_json::value::RawValue;
use teloxide::types::CallbackQueryId;

use super::received::{Chat, Named, Received, User};
use super::{Decoded, Decoder, Happened, actor};
use crate::fields::Fields;

impl Decoder<'_> {
    /// A press. A message too old to be shown has no topic any more; its press
    /// counts in the chat.
    pub(super) fn callback_query(&self, raw: &RawValue) -> Result<Decoded, serde_json::Error> {
        let query = Fields::of(raw.get())?;
        let id: String = query.require("id")?;
        let press = Some(CallbackQueryId(id.clone()));
        let parts = query.raw("message").zip(query.words("data")).zip(query.raw("from").and_then(User::of));
        let Some(((on, data), from)) = parts else {
            return Ok(Decoded { press, ..Decoded::nothing("a press without a message or data") });
        };
        let named: Named = serde_json::from_str(on.get())?;
        let fields = Fields::of(on.get())?;
        let chat = fields.raw("chat").map(Chat::of).transpose()?;
        let Some(chat) = chat else {
            return Ok(Decoded { press, ..Decoded::nothing("a press in no chat") });
        };
        let happened = Happened {
            at: self.now,
            chat: &chat,
            thread: Received::of(on).ok().and_then(|message| message.topic),
            actor: actor::of_user(&from),
            locale: from.language_code.clone(),
        };
        let pressed = Press { data, message: Some(MessageId::new(named.message_id.to_string())) };
        let event = happened.event(format!("telegram:c:{id}"), EventKind::Press(pressed));
        Ok(Decoded { press, ..Decoded::event(event) })
    }
}
