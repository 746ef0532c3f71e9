//! Answering presses of inline buttons.

use super::{Answer, render};
use crate::telegram::callbacks::PressAnswer;
use crate::telegram::entities::utf16_len;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// The longest notice a press can be answered with.
const TEXT_LEN_MAX: usize = 200;

/// `answerCallbackQuery`: once, and in time.
pub(super) fn answer_callback_query(state: &mut State, params: &Params) -> Answer {
    let id = params.text("callback_query_id").unwrap_or_default();
    let text = params.text("text").unwrap_or_default().into_owned();
    if utf16_len(&text) > TEXT_LEN_MAX {
        return Err(ApiError::bad_request("MESSAGE_TOO_LONG"));
    }
    let url = params.text("url").map(std::borrow::Cow::into_owned);
    let answer = PressAnswer { text, show_alert: params.flag("show_alert"), url };
    let now_ms = state.now_ms();
    if state.callbacks.answer(&id, answer, now_ms) {
        return render(&true);
    }
    Err(ApiError::bad_request("query is too old and response timeout expired or query ID is invalid"))
}
