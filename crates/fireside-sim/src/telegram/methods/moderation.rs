//! Banning, restricting and promoting members.

use serde_json::{Value, json};

use super::{Answer, render};
use crate::telegram::chat::{Chat, ChatKind, Status};
use crate::telegram::errors::ApiError;
use crate::telegram::members::Standing;
use crate::telegram::params::Params;
use crate::telegram::rights::{Permissions, Right, Rights};
use crate::telegram::state::State;

const NO_RIGHT: &str = "not enough rights to restrict/unrestrict chat member";

/// `banChatMember`: who was there is seen to go.
pub(super) fn ban_chat_member(state: &mut State, params: &Params) -> Answer {
    let (chat_id, user) = subject(state, params, Right::RestrictMembers, NO_RIGHT)?;
    let was_present = state.chats.get(&chat_id).is_some_and(|chat| chat.status(user).is_present());
    let bot = state.bot.id;
    state.set_status(chat_id, user, bot, Status::Kicked);
    if was_present {
        let service = json!({ "left_chat_member": state.users.get(&user) });
        state.post_service(chat_id, bot, None, service);
    }
    render(&true)
}

/// `unbanChatMember`: a member is put out too, unless only the banned are meant.
pub(super) fn unban_chat_member(state: &mut State, params: &Params) -> Answer {
    let (chat_id, user) = subject(state, params, Right::RestrictMembers, NO_RIGHT)?;
    let status = state.chats.get(&chat_id).map_or(Status::Left, |chat| chat.status(user));
    if status == Status::Kicked || (status.is_present() && !params.flag("only_if_banned")) {
        let bot = state.bot.id;
        state.set_status(chat_id, user, bot, Status::Left);
    }
    render(&true)
}

/// `restrictChatMember`; everything granted makes a member again.
pub(super) fn restrict_chat_member(state: &mut State, params: &Params) -> Answer {
    let (chat_id, user) = subject(state, params, Right::RestrictMembers, NO_RIGHT)?;
    let is_supergroup = state.chats.get(&chat_id).is_some_and(|chat| chat.kind == ChatKind::Supergroup);
    if !is_supergroup {
        return Err(ApiError::bad_request("method is available only for supergroups"));
    }
    let granted: Value = params.structure("permissions")?.unwrap_or_default();
    let permissions = Permissions::granted(&granted);
    let is_all = permissions.flags().values().all(|flag| flag == true);
    let standing = if is_all { Standing::Plain(Status::Member) } else { Standing::Restricted(permissions) };
    let bot = state.bot.id;
    state.set_standing(chat_id, user, bot, standing);
    render(&true)
}

/// `promoteChatMember`; no right at all makes a member again.
pub(super) fn promote_chat_member(state: &mut State, params: &Params) -> Answer {
    const NO_RIGHT: &str = "not enough rights";
    let (chat_id, user) = subject(state, params, Right::PromoteMembers, NO_RIGHT)?;
    let rights = Rights::chosen(|name| params.flag(name));
    let bot = state.bot.id;
    let may_give = state.chats.get(&chat_id).is_some_and(|chat| chat.rights(bot).cover(&rights));
    if !may_give {
        return Err(ApiError::bad_request("RIGHT_FORBIDDEN"));
    }
    let nothing = rights.is_empty();
    let standing = if nothing { Standing::Plain(Status::Member) } else { Standing::Administrator(rights) };
    state.set_standing(chat_id, user, bot, standing);
    render(&true)
}

/// `setChatAdministratorCustomTitle`.
pub(super) fn set_chat_administrator_custom_title(state: &mut State, params: &Params) -> Answer {
    const TITLE_LEN_MAX: usize = 16;
    let (chat_id, user) = subject(state, params, Right::PromoteMembers, "not enough rights")?;
    let title = params.text("custom_title").unwrap_or_default().into_owned();
    if title.chars().count() > TITLE_LEN_MAX {
        return Err(ApiError::bad_request("ADMIN_RANK_INVALID"));
    }
    let Some(chat) = state.chats.get_mut(&chat_id) else { return render(&true) };
    if chat.status(user) != Status::Administrator {
        return Err(ApiError::bad_request("user is not an administrator"));
    }
    let mut rights = chat.rights(user);
    rights.custom_title = Some(title).filter(|title| !title.is_empty());
    chat.rights.insert(user, rights);
    render(&true)
}

/// `setChatPermissions`.
pub(super) fn set_chat_permissions(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    let bot = state.bot.id;
    let granted: Value = params.structure("permissions")?.unwrap_or_default();
    let Some(chat) = state.chats.get_mut(&chat_id) else { return render(&true) };
    if !matches!(chat.kind, ChatKind::Group | ChatKind::Supergroup) {
        return Err(ApiError::bad_request("can't change private chat permissions"));
    }
    if !chat.may(bot, Right::RestrictMembers) {
        return Err(ApiError::bad_request("not enough rights to change chat permissions"));
    }
    chat.permissions = Permissions::granted(&granted);
    render(&true)
}

/// The chat and the person that a call is about, if the bot has the right and
/// the person is not above it.
fn subject(
    state: &State,
    params: &Params,
    right: Right,
    without_right: &str,
) -> Result<(i64, i64), ApiError> {
    let chat_id = state.target(params)?;
    let user = params.id("user_id")?;
    let Some(chat) = state.chats.get(&chat_id) else { return Err(ApiError::bad_request("chat not found")) };
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("chat member status can't be changed in private chats"));
    }
    if !state.users.contains_key(&user) {
        return Err(ApiError::bad_request("invalid user_id specified"));
    }
    check_standing(chat, state.bot.id, user)?;
    if !chat.may(state.bot.id, right) {
        return Err(ApiError::bad_request(without_right));
    }
    Ok((chat_id, user))
}

fn check_standing(chat: &Chat, bot: i64, user: i64) -> Result<(), ApiError> {
    if user == bot {
        return Err(ApiError::bad_request("can't restrict self"));
    }
    match chat.status(user) {
        Status::Creator => Err(ApiError::bad_request("can't remove chat owner")),
        _ => Ok(()),
    }
}
