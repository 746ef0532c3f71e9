//! The bot itself, chats and who is in them.

use serde_json::{Value, json};

use super::{Answer, render};
use crate::telegram::chat::{Chat, ChatKind, Status};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::rights::Right;
use crate::telegram::state::State;

/// `getMe`.
pub(super) fn get_me(state: &mut State, _: &Params) -> Answer {
    render(&state.me_object())
}

/// `getChat`.
pub(super) fn get_chat(state: &mut State, params: &Params) -> Answer {
    render(&state.full_chat_object(reachable(state, params)?))
}

/// `getChatMember`.
pub(super) fn get_chat_member(state: &mut State, params: &Params) -> Answer {
    let chat = reachable(state, params)?;
    let user = params.id("user_id")?;
    if !state.users.contains_key(&user) {
        return Err(ApiError::bad_request("invalid user_id specified"));
    }
    let status = chat.members.get(&user).copied();
    if status.is_none() && chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("member not found"));
    }
    render(&state.member_object(chat, user))
}

/// `getChatAdministrators`: other bots are left out, as Telegram does.
pub(super) fn get_chat_administrators(state: &mut State, params: &Params) -> Answer {
    let chat = reachable(state, params)?;
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("there are no administrators in the private chat"));
    }
    let with_bots = params.flag("return_bots");
    let is_listed =
        |id: &i64| *id == state.bot.id || with_bots || state.users.get(id).is_some_and(|user| !user.is_bot);
    let mut admins: Vec<_> =
        chat.members.iter().filter(|(id, status)| status.is_admin() && is_listed(id)).collect();
    admins.sort_by_key(|(id, status)| (**status != Status::Creator, **id));
    let admins: Vec<Value> = admins.into_iter().map(|(id, _)| state.member_object(chat, *id)).collect();
    render(&admins)
}

/// `getChatMemberCount`.
pub(super) fn get_chat_member_count(state: &mut State, params: &Params) -> Answer {
    let chat = reachable(state, params)?;
    render(&chat.members.values().filter(|status| status.is_present()).count())
}

/// `createChatInviteLink`.
pub(super) fn create_chat_invite_link(state: &mut State, params: &Params) -> Answer {
    let chat = invitable(state, params)?;
    let mut link = json!({
        "invite_link": invite_link(chat),
        "creator": state.bot,
        "creates_join_request": params.flag("creates_join_request"),
        "is_primary": false,
        "is_revoked": false,
    });
    if let Some(name) = params.text("name").filter(|name| !name.is_empty()) {
        link["name"] = name.into();
    }
    render(&link)
}

/// `exportChatInviteLink`.
pub(super) fn export_chat_invite_link(state: &mut State, params: &Params) -> Answer {
    render(&invite_link(invitable(state, params)?))
}

/// `leaveChat`.
pub(super) fn leave_chat(state: &mut State, params: &Params) -> Answer {
    let chat = reachable(state, params)?;
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad_request("chat member status can't be changed in private chats"));
    }
    let (chat_id, bot) = (chat.id, state.bot.id);
    let service = json!({ "left_chat_member": state.bot });
    state.set_status(chat_id, bot, bot, Status::Left);
    state.post_service(chat_id, bot, None, service);
    render(&true)
}

fn reachable<'a>(state: &'a State, params: &Params) -> Result<&'a Chat, ApiError> {
    let id = state.target(params)?;
    state.chats.get(&id).ok_or_else(|| ApiError::bad_request("chat not found"))
}

fn invitable<'a>(state: &'a State, params: &Params) -> Result<&'a Chat, ApiError> {
    let chat = reachable(state, params)?;
    if !chat.may(state.bot.id, Right::InviteUsers) {
        return Err(ApiError::bad_request("not enough rights to manage chat invite link"));
    }
    Ok(chat)
}

fn invite_link(chat: &Chat) -> String {
    format!("https://t.me/+loopback{}", chat.id.unsigned_abs())
}
