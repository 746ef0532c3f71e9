//! Whose words a message passes on.

use super::actor::display_name;
use super::received::{Chat, Received, User};

/// The name of whoever said it first; empty where nobody says, `None` where it
/// is the sender's own.
pub(super) fn forwarded_from(message: &Received<'_>) -> Option<String> {
    let fields = &message.fields;
    // A channel's own post, brought into the channel's group by Telegram.
    if fields.get("is_automatic_forward") == Some(true) {
        return None;
    }
    fields.raw("forward_origin")?;
    let origin = fields.object("forward_origin").unwrap_or_default();
    let user = || Some(User::of(origin.raw("sender_user")?)?.name);
    let hidden = || origin.words("sender_user_name");
    let chat = || Chat::of(origin.raw("sender_chat").or(origin.raw("chat"))?).ok()?.title;
    Some(display_name(&user().or_else(hidden).or_else(chat).unwrap_or_default()))
}
