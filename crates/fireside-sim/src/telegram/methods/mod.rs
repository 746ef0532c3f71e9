//! The methods of the Bot API that the simulator knows, one file per family.

mod actions;
mod albums;
mod appearance;
mod callbacks;
mod chats;
mod commands;
mod compose;
mod edits;
mod files;
mod forwards;
mod general;
mod keyboards;
mod media;
mod media_edits;
mod messages;
mod moderation;
mod outgoing;
mod pins;
mod polls;
mod profile;
mod reactions;
mod sharing;
mod target;
pub(crate) mod topics;
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
    ("sendPhoto", Method::Act(media::send_photo)),
    ("sendVideo", Method::Act(media::send_video)),
    ("sendAnimation", Method::Act(media::send_animation)),
    ("sendAudio", Method::Act(media::send_audio)),
    ("sendVoice", Method::Act(media::send_voice)),
    ("sendVideoNote", Method::Act(media::send_video_note)),
    ("sendDocument", Method::Act(media::send_document)),
    ("sendSticker", Method::Act(media::send_sticker)),
    ("sendMediaGroup", Method::Act(albums::send_media_group)),
    ("editMessageCaption", Method::Act(media_edits::edit_message_caption)),
    ("editMessageMedia", Method::Act(media_edits::edit_message_media)),
    ("getFile", Method::Act(files::get_file)),
    ("copyMessage", Method::Act(forwards::copy_message)),
    ("copyMessages", Method::Act(forwards::copy_messages)),
    ("forwardMessage", Method::Act(forwards::forward_message)),
    ("forwardMessages", Method::Act(forwards::forward_messages)),
    ("sendLocation", Method::Act(sharing::send_location)),
    ("sendVenue", Method::Act(sharing::send_venue)),
    ("sendContact", Method::Act(sharing::send_contact)),
    ("sendDice", Method::Act(sharing::send_dice)),
    ("sendPoll", Method::Act(polls::send_poll)),
    ("stopPoll", Method::Act(polls::stop_poll)),
    ("deleteMessage", Method::Act(edits::delete_message)),
    ("deleteMessages", Method::Act(edits::delete_messages)),
    ("setMessageReaction", Method::Act(reactions::set_message_reaction)),
    ("deleteMessageReaction", Method::Act(reactions::delete_message_reaction)),
    ("deleteAllMessageReactions", Method::Act(reactions::delete_all_message_reactions)),
    ("sendChatAction", Method::Act(actions::send_chat_action)),
    ("pinChatMessage", Method::Act(pins::pin_chat_message)),
    ("unpinChatMessage", Method::Act(pins::unpin_chat_message)),
    ("unpinAllChatMessages", Method::Act(pins::unpin_all_chat_messages)),
    ("unpinAllForumTopicMessages", Method::Act(pins::unpin_all_forum_topic_messages)),
    ("unpinAllGeneralForumTopicMessages", Method::Act(pins::unpin_all_general_forum_topic_messages)),
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
    ("getForumTopicIconStickers", Method::Act(topics::get_forum_topic_icon_stickers)),
    ("editGeneralForumTopic", Method::Act(general::edit_general_forum_topic)),
    ("closeGeneralForumTopic", Method::Act(general::close_general_forum_topic)),
    ("reopenGeneralForumTopic", Method::Act(general::reopen_general_forum_topic)),
    ("hideGeneralForumTopic", Method::Act(general::hide_general_forum_topic)),
    ("unhideGeneralForumTopic", Method::Act(general::unhide_general_forum_topic)),
    ("banChatMember", Method::Act(moderation::ban_chat_member)),
    ("unbanChatMember", Method::Act(moderation::unban_chat_member)),
    ("restrictChatMember", Method::Act(moderation::restrict_chat_member)),
    ("promoteChatMember", Method::Act(moderation::promote_chat_member)),
    ("setChatAdministratorCustomTitle", Method::Act(moderation::set_chat_administrator_custom_title)),
    ("setChatPermissions", Method::Act(moderation::set_chat_permissions)),
    ("setChatTitle", Method::Act(appearance::set_chat_title)),
    ("setChatDescription", Method::Act(appearance::set_chat_description)),
    ("setMyName", Method::Act(profile::set_my_name)),
    ("getMyName", Method::Act(profile::get_my_name)),
    ("setMyDescription", Method::Act(profile::set_my_description)),
    ("getMyDescription", Method::Act(profile::get_my_description)),
    ("setMyShortDescription", Method::Act(profile::set_my_short_description)),
    ("getMyShortDescription", Method::Act(profile::get_my_short_description)),
    ("setChatMenuButton", Method::Act(profile::set_chat_menu_button)),
    ("getChatMenuButton", Method::Act(profile::get_chat_menu_button)),
    ("setWebhook", Method::Act(updates::set_webhook)),
    ("deleteWebhook", Method::Act(updates::delete_webhook)),
    ("getWebhookInfo", Method::Act(updates::get_webhook_info)),
];

/// Looks a method up; letter case doesn't matter.
pub(crate) fn find(name: &str) -> Option<(&'static str, Method)> {
    METHODS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).copied()
}

/// The names of all methods.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    METHODS.iter().map(|(name, _)| *name)
}

/// Renders a result.
fn render(result: &impl Serialize) -> Answer {
    serde_json::to_string(result).map_err(|_| ApiError::new(500, "Internal Server Error"))
}
