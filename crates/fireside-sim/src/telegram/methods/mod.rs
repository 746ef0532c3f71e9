//! The methods of the Bot API that the simulator knows, one file per family.

mod callbacks;
mod chats;
mod commands;
mod compose;
mod edits;
mod messages;
mod target;
mod topics;
pub(crate) mod updates;

use serde::Serialize;

use super::errors::ApiError;
use super::params::Params;
use super::state::State;

/// What a method answers: its `result` as JSON text, or the refusal.
pub(crate) type Answer = Result<String, ApiError>;

/// How a method is carried out.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Method {
    /// `getUpdates`, which may wait.
    Poll,
    /// Any other: it acts on the state at once.
    Act(fn(&mut State, &Params) -> Answer),
}

/// Every method by its camelCase name, the frequent ones first.
const METHODS: &[(&str, Method)] = &[
    ("getUpdates", Method::Poll),
    ("sendMessage", Method::Act(messages::send_message)),
    ("answerCallbackQuery", Method::Act(callbacks::answer_callback_query)),
    ("editMessageText", Method::Act(edits::edit_message_text)),
    ("editMessageReplyMarkup", Method::Act(edits::edit_message_reply_markup)),
    ("deleteMessage", Method::Act(edits::delete_message)),
    ("deleteMessages", Method::Act(edits::delete_messages)),
    ("setMessageReaction", Method::Act(messages::set_message_reaction)),
    ("sendChatAction", Method::Act(messages::send_chat_action)),
    ("getMe", Method::Act(chats::get_me)),
    ("getChat", Method::Act(chats::get_chat)),
    ("getChatMember", Method::Act(chats::get_chat_member)),
    ("getChatAdministrators", Method::Act(chats::get_chat_administrators)),
    ("getChatMemberCount", Method::Act(chats::get_chat_member_count)),
    ("createChatInviteLink", Method::Act(chats::create_chat_invite_link)),
    ("exportChatInviteLink", Method::Act(chats::export_chat_invite_link)),
    ("leaveChat", Method::Act(chats::leave_chat)),
    ("setMyCommands", Method::Act(commands::set_my_commands)),
    ("getMyCommands", Method::Act(commands::get_my_commands)),
    ("deleteMyCommands", Method::Act(commands::delete_my_commands)),
    ("createForumTopic", Method::Act(topics::create_forum_topic)),
    ("editForumTopic", Method::Act(topics::edit_forum_topic)),
    ("closeForumTopic", Method::Act(topics::close_forum_topic)),
    ("reopenForumTopic", Method::Act(topics::reopen_forum_topic)),
    ("deleteForumTopic", Method::Act(topics::delete_forum_topic)),
    ("setWebhook", Method::Act(updates::set_webhook)),
    ("deleteWebhook", Method::Act(updates::delete_webhook)),
    ("getWebhookInfo", Method::Act(updates::get_webhook_info)),
];

/// Looks a method up; letter case doesn't matter.
pub(crate) fn find(name: &str) -> Option<(&'static str, Method)> {
    METHODS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).copied()
}

/// Renders a result.
fn render(result: &impl Serialize) -> Answer {
    serde_json::to_string(result).map_err(|_| ApiError::new(500, "Internal Server Error"))
}
