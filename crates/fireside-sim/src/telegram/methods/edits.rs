//! Changing and deleting messages.

use super::messages::render_message;
use super::{Answer, compose, render};
use crate::telegram::attachment::MediaKind;
use crate::telegram::chat::ChatKind;
use crate::telegram::content::{Content, Media};
use crate::telegram::entities::Entity;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::rights::Right;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

/// A bot may delete a message for this long after it was sent, in seconds.
const DELETABLE_FOR_S: u64 = 48 * 60 * 60;
/// How many messages one `deleteMessages` takes.
const DELETED_AT_ONCE_MAX: usize = 100;

/// `editMessageText`. Without `reply_markup` the buttons go.
pub(super) fn edit_message_text(state: &mut State, params: &Params) -> Answer {
    let (text, entities) = compose::text(params)?;
    edit(state, params, Change::Text { text, entities })
}

/// `editMessageReplyMarkup`.
pub(super) fn edit_message_reply_markup(state: &mut State, params: &Params) -> Answer {
    edit(state, params, Change::Keyboard)
}

/// What an edit changes besides the keyboard.
#[derive(Debug)]
pub(super) enum Change {
    /// Nothing.
    Keyboard,
    /// The words of a text message.
    Text { text: String, entities: Vec<Entity> },
    /// The words of a file, and whether they stand above it.
    Caption { text: String, entities: Vec<Entity>, above: bool },
    /// The file with its caption.
    Media { draft: Box<StoredMessage> },
}

impl Change {
    /// The message as it is after the change.
    ///
    /// # Errors
    /// It holds nothing of what is to be changed.
    fn apply(self, before: &StoredMessage) -> Result<StoredMessage, ApiError> {
        let missing =
            |what: &str| ApiError::bad_request(format!("there is no {what} in the message to edit"));
        let mut after = before.clone();
        match self {
            Self::Keyboard => {}
            Self::Text { text, entities } => {
                if after.content != Content::Text {
                    return Err(missing("text"));
                }
                (after.text, after.entities) = (text, entities);
            }
            Self::Caption { text, entities, above } => {
                let Content::Media(media) = &mut after.content else { return Err(missing("caption")) };
                if !media.kind.takes_caption() {
                    return Err(missing("caption"));
                }
                media.caption_above = above && media.kind.is_visual();
                (after.text, after.entities) = (text, entities);
            }
            Self::Media { draft } => {
                if !may_become(before, &draft.content) {
                    return Err(missing("media"));
                }
                (after.text, after.entities, after.content) = (draft.text, draft.entities, draft.content);
            }
        }
        Ok(after)
    }
}

/// Whether a message may get another file: in an album only one that may stand there.
fn may_become(before: &StoredMessage, after: &Content) -> bool {
    let class = |kind: MediaKind| match kind {
        MediaKind::Photo | MediaKind::Video => Some(MediaKind::Photo),
        MediaKind::Audio | MediaKind::Document => Some(kind),
        _ => None,
    };
    match (&before.content, after) {
        (Content::Text, Content::Media(_)) => true,
        (Content::Media(Media { kind: before_kind, .. }), Content::Media(Media { kind, .. })) => {
            let stays = class(*kind).is_some() && class(*kind) == class(*before_kind);
            before_kind.takes_caption() && (before.album.is_none() || stays)
        }
        _ => false,
    }
}

/// Carries a change out, with the keyboard of the call.
pub(super) fn edit(state: &mut State, params: &Params, change: Change) -> Answer {
    let keyboard = compose::keyboard(params)?;
    let chat_id = state.target(params)?;
    let id = params.id("message_id")?;
    let (bot, now_s) = (state.bot.id, state.clock.now_secs());
    let before = editable(state, chat_id, id, bot)?.clone();
    let mut after = StoredMessage { keyboard, ..change.apply(&before)? };
    after.entities = state.with_known_people(after.entities);
    let same_words = after.text == before.text && after.entities == before.entities;
    if same_words && after.content == before.content && after.keyboard == before.keyboard {
        return Err(ApiError::bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same \
             as a current content and reply markup of the message",
        ));
    }
    state.pace(chat_id)?;
    *editable(state, chat_id, id, bot)? = StoredMessage { edit_date: Some(now_s), ..after };
    state.show(EventKind::Edited, chat_id, id);
    render_message(state, chat_id, id)
}

fn editable(state: &mut State, chat_id: i64, id: i64, bot: i64) -> Result<&mut StoredMessage, ApiError> {
    let message = state.message_mut(chat_id, id);
    let message = message.ok_or_else(|| ApiError::bad_request("message to edit not found"))?;
    if message.from != bot || !message.service.is_empty() {
        return Err(ApiError::bad_request("message can't be edited"));
    }
    Ok(message)
}

/// `deleteMessage`.
pub(super) fn delete_message(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    delete(state, chat_id, params.id("message_id")?)?;
    render(&true)
}

/// `deleteMessages`: what can't be deleted is skipped.
pub(super) fn delete_messages(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    let ids: Vec<i64> = params.structure("message_ids")?.unwrap_or_default();
    if ids.is_empty() {
        return Err(ApiError::bad_request("message identifiers are not specified"));
    }
    if ids.len() > DELETED_AT_ONCE_MAX {
        return Err(ApiError::bad_request("too many message identifiers specified"));
    }
    for id in ids {
        if let Err(skipped) = delete(state, chat_id, id) {
            tracing::trace!(status = skipped.status(), "a message was not deleted");
        }
    }
    render(&true)
}

fn delete(state: &mut State, chat_id: i64, id: i64) -> Result<(), ApiError> {
    let (bot, now_s) = (state.bot.id, state.clock.now_secs());
    let missing = || ApiError::bad_request("message to delete not found");
    let chat = state.chats.get_mut(&chat_id).ok_or_else(missing)?;
    let may_delete_others = chat.kind == ChatKind::Private || chat.may(bot, Right::DeleteMessages);
    let message = chat.message_mut(id).ok_or_else(missing)?;
    let too_old = now_s >= message.date + DELETABLE_FOR_S;
    if too_old || (message.from != bot && !may_delete_others) {
        return Err(ApiError::bad_request("message can't be deleted"));
    }
    message.deleted = true;
    state.show(EventKind::Deleted, chat_id, id);
    Ok(())
}
