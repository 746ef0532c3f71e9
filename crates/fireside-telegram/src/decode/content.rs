//! Telling a message's content from the frame around it.

use super::received::Received;
use super::{extras, media};

/// Who, where, when, and how it is shown (Bot API 10.1, `Message`). Any other
/// field is content.
const FRAME: [&str; 41] = [
    "message_id",
    "message_thread_id",
    "direct_messages_topic",
    "from",
    "sender_chat",
    "sender_boost_count",
    "sender_business_bot",
    "sender_tag",
    "date",
    "guest_query_id",
    "business_connection_id",
    "chat",
    "forward_origin",
    "is_topic_message",
    "is_automatic_forward",
    "reply_to_message",
    "external_reply",
    "quote",
    "reply_to_story",
    "reply_to_checklist_task_id",
    "reply_to_poll_option_id",
    "via_bot",
    "guest_bot_caller_user",
    "guest_bot_caller_chat",
    "edit_date",
    "has_protected_content",
    "is_from_offline",
    "is_paid_post",
    "media_group_id",
    "author_signature",
    "paid_star_count",
    "text",
    "entities",
    "link_preview_options",
    "suggested_post_info",
    "effect_id",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "reply_markup",
];

/// What a message holds besides words, by its first field.
pub(super) fn first<'m>(message: &'m Received<'_>) -> Option<&'m str> {
    message.fields.names().find(|name| !FRAME.contains(name))
}

/// What a message holds of which nothing can be made; `None` where it says
/// something. A message that holds nothing at all is `empty`.
pub(super) fn unknown<'m>(message: &'m Received<'_>) -> Option<&'m str> {
    let says = message.fields.has("text")
        || message.fields.has("caption")
        || media::attachment(message).is_some()
        || !extras::extras(message).is_empty();
    (!says).then(|| first(message).unwrap_or("empty"))
}
