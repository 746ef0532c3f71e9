//! Saying something with all that a message may carry beside its text.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Post, World, posting};
use crate::telegram::chat::ChatKind;
use crate::telegram::entities::{self, Entity, utf16_len};
use crate::telegram::history::StoredMessage;
use crate::telegram::senders::TELEGRAM;
use crate::telegram::state::State;

/// Something to be said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Draft {
    /// Where.
    pub chat: i64,
    /// By whom; not asked in channels and of those who speak for a chat.
    pub user: i64,
    /// What.
    pub text: String,
    /// In which topic; one that is not there is General.
    pub thread: Option<i64>,
    /// The message of the same chat that it replies to.
    pub reply_to: Option<i64>,
    /// The part of the replied message that it quotes.
    pub quote: Option<String>,
    /// The message of another chat that it replies to: chat and id.
    pub external_reply: Option<(i64, i64)>,
    /// The bot through which it was sent inline.
    pub via_bot: Option<i64>,
    /// The chat in whose name it is said: the group itself for an anonymous
    /// administrator, else a channel.
    pub sender_chat: Option<i64>,
    /// The markup; none finds commands, mentions and links in the text.
    pub entities: Option<Vec<Entity>>,
    /// Any other fields of a `Message`, as they are.
    pub more: Map<String, Value>,
}

impl World {
    /// Somebody says something; returns the message's id. In channels it is a
    /// post, which the discussion group gets too.
    pub fn say_draft(&self, draft: Draft) -> i64 {
        self.change(|state| {
            let Draft { chat, user, thread, reply_to, .. } = draft;
            let message = compose(state, draft);
            posting::post(state, &Post { chat, user, thread, reply_to }, message)
        })
    }

    /// An administrator says something without showing who they are.
    pub fn say_anonymously(&self, chat: i64, thread: Option<i64>, text: &str) -> i64 {
        self.say_draft(Draft {
            chat,
            thread,
            text: text.to_owned(),
            sender_chat: Some(chat),
            ..Draft::default()
        })
    }

    /// Posts in a channel; edits go through [`World::edit`].
    pub fn publish(&self, channel: i64, text: &str) -> i64 {
        self.say_draft(Draft { chat: channel, text: text.to_owned(), ..Draft::default() })
    }
}

fn compose(state: &mut State, draft: Draft) -> StoredMessage {
    let replied = draft.reply_to.and_then(|id| state.chats.get(&draft.chat)?.message(id));
    let mut more = draft.more;
    if let Some(quote) = &draft.quote {
        let said = replied.map(|replied| replied.text.as_str()).unwrap_or_default();
        let position = said.find(quote.as_str()).map_or(0, |at| utf16_len(&said[..at]));
        let quote = json!({ "text": quote, "position": position, "is_manual": true });
        more.insert("quote".to_owned(), quote);
    }
    if let Some((chat, id)) = draft.external_reply {
        more.insert("external_reply".to_owned(), external_reply(state, chat, id));
    }
    if let Some(bot) = draft.via_bot {
        state.ensure_user(bot);
        more.insert("via_bot".to_owned(), json!(state.users.get(&bot)));
    }
    StoredMessage {
        sender_chat: draft.sender_chat,
        entities: draft.entities.unwrap_or_else(|| entities::detect(&draft.text)),
        text: draft.text,
        more,
        ..StoredMessage::default()
    }
}

/// An `ExternalReplyInfo`.
fn external_reply(state: &State, chat_id: i64, id: i64) -> Value {
    let chat = state.chats.get(&chat_id);
    let message = chat.and_then(|chat| chat.message(id));
    let hidden = || {
        let date = state.clock.now_secs();
        json!({ "type": "hidden_user", "date": date, "sender_user_name": "Somebody" })
    };
    let origin = message.map_or_else(hidden, |message| state.origin_of(chat_id, message));
    let mut reply = json!({ "origin": origin });
    if let Some(chat) = chat.filter(|chat| matches!(chat.kind, ChatKind::Channel | ChatKind::Supergroup)) {
        reply["chat"] = json!(state.chat_object(chat));
        reply["message_id"] = id.into();
    }
    reply
}

/// What is posted in a channel comes into its discussion group from Telegram.
pub(super) fn forward_to_discussion(state: &mut State, chat_id: i64, id: i64) {
    let Some(channel) = state.chats.get(&chat_id).filter(|chat| chat.kind == ChatKind::Channel) else {
        return;
    };
    let (Some(group), Some(post)) = (channel.linked, channel.message(id)) else { return };
    let mut more = post.more.clone();
    more.insert("is_automatic_forward".to_owned(), true.into());
    let forwarded = StoredMessage {
        from: TELEGRAM,
        sender_chat: Some(chat_id),
        reply_to: None,
        reactions: std::collections::BTreeMap::new(),
        origin: Some(state.origin_of(chat_id, post)),
        more,
        ..post.clone()
    };
    let copy = state.post(group, forwarded);
    state.emit_message("message", group, copy);
}
