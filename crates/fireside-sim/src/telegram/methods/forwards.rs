//! Copying and forwarding messages that are there.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::messages::render_message;
use super::outgoing::{self, Destination};
use super::{Answer, compose, render};
use crate::telegram::chat::ChatKind;
use crate::telegram::content::Content;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// How many messages one call copies or forwards.
const AT_ONCE_MAX: usize = 100;

/// Whether the new message tells where it is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Copy,
    Forward,
}

impl Manner {
    fn verb(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Forward => "forward",
        }
    }

    fn refuse(self) -> ApiError {
        ApiError::bad_request(match self {
            Self::Copy => "message can't be copied",
            Self::Forward => "message can't be forwarded",
        })
    }

    fn missing(self) -> ApiError {
        ApiError::bad_request(format!("message to {} not found", self.verb()))
    }
}

/// `copyMessage`: `caption` replaces a file's.
pub(super) fn copy_message(state: &mut State, params: &Params) -> Answer {
    let destination = Destination::of(state, params)?;
    let keyboard = compose::keyboard(params)?;
    let from_chat = state.target_named(params, "from_chat_id")?;
    let mut draft = draft(state, from_chat, params.id("message_id")?, Manner::Copy)?;
    if draft.content.takes_caption() && params.text("caption").is_some() {
        (draft.text, draft.entities) = compose::caption(params)?;
        if let Content::Media(media) = &mut draft.content {
            media.caption_above = media.kind.is_visual() && params.flag("show_caption_above_media");
        }
    }
    state.pace(destination.chat_id)?;
    let id = outgoing::post(state, params, &destination, StoredMessage { keyboard, album: None, ..draft });
    render(&json!({ "message_id": id }))
}

/// `forwardMessage`.
pub(super) fn forward_message(state: &mut State, params: &Params) -> Answer {
    let destination = Destination::of(state, params)?;
    let from_chat = state.target_named(params, "from_chat_id")?;
    let draft = draft(state, from_chat, params.id("message_id")?, Manner::Forward)?;
    state.pace(destination.chat_id)?;
    let id = outgoing::post(state, params, &destination, StoredMessage { album: None, ..draft });
    render_message(state, destination.chat_id, id)
}

/// `copyMessages`: what isn't there or can't be copied is skipped.
pub(super) fn copy_messages(state: &mut State, params: &Params) -> Answer {
    several(state, params, Manner::Copy)
}

/// `forwardMessages`, likewise.
pub(super) fn forward_messages(state: &mut State, params: &Params) -> Answer {
    several(state, params, Manner::Forward)
}

fn several(state: &mut State, params: &Params, manner: Manner) -> Answer {
    let destination = Destination::of(state, params)?;
    let from_chat = state.target_named(params, "from_chat_id")?;
    let ids: Vec<i64> = params.structure("message_ids")?.unwrap_or_default();
    let nothing = || ApiError::bad_request(format!("there are no messages to {}", manner.verb()));
    if ids.len() > AT_ONCE_MAX {
        let reason = format!("too many messages to {}", manner.verb());
        return Err(ApiError::bad_request(reason));
    }
    if !ids.is_sorted_by(|one, next| one < next) {
        return Err(ApiError::bad_request("message identifiers must be in a strictly increasing order"));
    }
    let drafts: Vec<_> = ids.into_iter().filter_map(|id| draft(state, from_chat, id, manner).ok()).collect();
    if drafts.is_empty() {
        return Err(nothing());
    }
    state.pace(destination.chat_id)?;
    let bare = manner == Manner::Copy && params.flag("remove_caption");
    let mut albums: HashMap<String, String> = HashMap::new();
    let mut sent = Vec::new();
    for mut draft in drafts {
        if bare && draft.content.takes_caption() {
            (draft.text, draft.entities) = <(String, Vec<_>)>::default();
        }
        // Albums stay together under another id.
        let album = draft.album.take();
        draft.album = album.map(|old| albums.entry(old).or_insert_with(|| state.new_album()).clone());
        let id = outgoing::post(state, params, &destination, draft);
        sent.push(json!({ "message_id": id }));
    }
    render(&sent)
}

/// The message once more, as somebody else's.
fn draft(
    state: &mut State,
    from_chat: i64,
    message_id: i64,
    manner: Manner,
) -> Result<StoredMessage, ApiError> {
    let chat = state.chats.get(&from_chat).ok_or_else(|| manner.missing())?;
    let message = chat.message(message_id).ok_or_else(|| manner.missing())?.clone();
    if !message.service.is_empty() || message.protected {
        return Err(manner.refuse());
    }
    let origin = (manner == Manner::Forward).then(|| state.origin_of(from_chat, &message));
    let StoredMessage { text, entities, album, .. } = message;
    let content = match (message.content, manner) {
        (Content::Poll(id), Manner::Copy) => Content::Poll(copy_poll(state, &id)?),
        (content, _) => content,
    };
    Ok(StoredMessage { text, entities, content, album, origin, ..StoredMessage::default() })
}

/// A copied poll is one of the bot's own, without votes.
fn copy_poll(state: &mut State, poll_id: &str) -> Result<String, ApiError> {
    let (bot, now_ms) = (state.bot.id, state.now_ms());
    let poll = state.polls.get(poll_id).ok_or_else(|| Manner::Copy.refuse())?;
    // Who can't know the right answers can't ask again.
    if !poll.asked.correct.is_empty() && poll.from != bot && !poll.is_closed(now_ms) {
        return Err(Manner::Copy.refuse());
    }
    let asked = poll.asked.clone();
    Ok(state.polls.add(asked, bot, now_ms))
}

impl State {
    /// Where a message is from, as its forwards tell.
    pub(crate) fn origin_of(&self, chat_id: i64, message: &StoredMessage) -> Value {
        if let Some(origin) = &message.origin {
            return origin.clone();
        }
        let chat = self.chats.get(&chat_id);
        if let Some(channel) = chat.filter(|chat| chat.kind == ChatKind::Channel) {
            let channel = self.chat_object(channel);
            return json!({
                "type": "channel", "date": message.date, "chat": channel, "message_id": message.id,
            });
        }
        if let Some(sender) = message.sender_chat.and_then(|sender| self.chats.get(&sender)) {
            let sender = self.chat_object(sender);
            return json!({ "type": "chat", "date": message.date, "sender_chat": sender });
        }
        let sender = self.users.get(&message.from);
        if self.hidden_in_forwards.contains(&message.from) {
            let name = sender.map(crate::telegram::User::full_name).unwrap_or_default();
            return json!({ "type": "hidden_user", "date": message.date, "sender_user_name": name });
        }
        json!({ "type": "user", "date": message.date, "sender_user": sender })
    }
}
