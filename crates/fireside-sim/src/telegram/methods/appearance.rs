//! How a chat looks: title, description.

use serde_json::json;

use super::{Answer, render};
use crate::telegram::chat::ChatKind;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::rights::Right;
use crate::telegram::state::State;

/// The longest title, in characters.
const TITLE_LEN_MAX: usize = 128;
/// The longest description, in characters.
const DESCRIPTION_LEN_MAX: usize = 255;

/// `setChatTitle`.
pub(super) fn set_chat_title(state: &mut State, params: &Params) -> Answer {
    let chat_id = changeable(state, params, "not enough rights to change chat title")?;
    let title = params.text("title").unwrap_or_default().trim().to_owned();
    if title.is_empty() {
        return Err(ApiError::bad_request("CHAT_TITLE_EMPTY"));
    }
    if title.chars().count() > TITLE_LEN_MAX {
        return Err(ApiError::bad_request("chat title is too long"));
    }
    let bot = state.bot.id;
    state.set_title(chat_id, bot, &title);
    render(&true)
}

/// `setChatDescription`.
pub(super) fn set_chat_description(state: &mut State, params: &Params) -> Answer {
    let chat_id = changeable(state, params, "not enough rights to set chat description")?;
    let description = params.text("description").unwrap_or_default().into_owned();
    if description.chars().count() > DESCRIPTION_LEN_MAX {
        return Err(ApiError::bad_request("chat description is too long"));
    }
    let Some(chat) = state.chats.get_mut(&chat_id) else { return render(&true) };
    if chat.description == description {
        return Err(ApiError::bad_request("chat description is not modified"));
    }
    chat.description = description;
    render(&true)
}

fn changeable(state: &State, params: &Params, without_right: &str) -> Result<i64, ApiError> {
    let chat_id = state.target(params)?;
    let Some(chat) = state.chats.get(&chat_id) else { return Err(ApiError::bad_request("chat not found")) };
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("can't change info in private chats"));
    }
    if !chat.may(state.bot.id, Right::ChangeInfo) {
        return Err(ApiError::bad_request(without_right));
    }
    Ok(chat_id)
}

impl State {
    /// Gives a chat another title, with the service message.
    pub(crate) fn set_title(&mut self, chat_id: i64, by: i64, title: &str) {
        let Some(chat) = self.chats.get_mut(&chat_id).filter(|chat| chat.title != title) else { return };
        title.clone_into(&mut chat.title);
        self.post_service(chat_id, by, None, json!({ "new_chat_title": title }));
    }
}
