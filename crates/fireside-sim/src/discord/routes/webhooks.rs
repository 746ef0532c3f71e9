//! Webhooks, by the bot and by their own token.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::permissions::MANAGE_WEBHOOKS;
use super::super::world::State;
use super::super::world::webhooks::{Delivery, Webhook};
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "POST /channels/{channel.id}/webhooks", access: Access::Bot, handler: create },
    Route { name: "GET /channels/{channel.id}/webhooks", access: Access::Bot, handler: of_channel },
    Route { name: "GET /guilds/{guild.id}/webhooks", access: Access::Bot, handler: of_guild },
    Route { name: "GET /webhooks/{webhook.id}", access: Access::Bot, handler: get },
    Route { name: "PATCH /webhooks/{webhook.id}", access: Access::Bot, handler: change },
    Route { name: "DELETE /webhooks/{webhook.id}", access: Access::Bot, handler: delete },
    Route {
        name: "GET /webhooks/{webhook.id}/{webhook.token}",
        access: Access::WebhookToken,
        handler: get_by_token,
    },
    Route {
        name: "PATCH /webhooks/{webhook.id}/{webhook.token}",
        access: Access::WebhookToken,
        handler: change_by_token,
    },
    Route {
        name: "DELETE /webhooks/{webhook.id}/{webhook.token}",
        access: Access::WebhookToken,
        handler: delete_by_token,
    },
    Route {
        name: "POST /webhooks/{webhook.id}/{webhook.token}",
        access: Access::WebhookToken,
        handler: execute,
    },
    Route {
        name: "GET /webhooks/{webhook.id}/{webhook.token}/messages/{message.id}",
        access: Access::WebhookToken,
        handler: get_message,
    },
    Route {
        name: "PATCH /webhooks/{webhook.id}/{webhook.token}/messages/{message.id}",
        access: Access::WebhookToken,
        handler: edit_message,
    },
    Route {
        name: "DELETE /webhooks/{webhook.id}/{webhook.token}/messages/{message.id}",
        access: Access::WebhookToken,
        handler: delete_message,
    },
];

fn create(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.channel_for(channel, bot, MANAGE_WEBHOOKS)?;
    let made = state.add_webhook(channel, bot, &input.body)?;
    let webhook = state.webhooks.get(&made).ok_or_else(ApiError::unknown_webhook)?;
    Ok(Reply::json(state.webhook_object(webhook, true)))
}

fn listed(state: &State, is_asked: impl Fn(&Webhook) -> bool) -> Reply {
    let webhooks = state.webhooks.values().filter(|webhook| is_asked(webhook));
    Reply::json(webhooks.map(|webhook| state.webhook_object(webhook, true)).collect())
}

fn of_channel(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), MANAGE_WEBHOOKS)?.id;
    Ok(listed(state, |webhook| webhook.channel == channel))
}

fn of_guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = state.guilds.get(&input.id(0)?).filter(|guild| guild.members.contains_key(&state.bot()));
    let guild = guild.ok_or_else(ApiError::unknown_guild)?;
    if State::guild_permissions(guild, state.bot()) & MANAGE_WEBHOOKS == 0 {
        return Err(ApiError::missing_permissions());
    }
    Ok(listed(state, |webhook| webhook.guild == guild.id))
}

/// The webhook a path names, if the bot may manage it.
fn managed<'state>(state: &'state State, input: &Input) -> Result<&'state Webhook, ApiError> {
    let webhook = state.webhooks.get(&input.id(0)?).ok_or_else(ApiError::unknown_webhook)?;
    state.channel_for(webhook.channel, state.bot(), MANAGE_WEBHOOKS)?;
    Ok(webhook)
}

fn get(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    Ok(Reply::json(state.webhook_object(managed(state, input)?, true)))
}

fn change(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let webhook = managed(state, input)?.id;
    state.change_webhook(webhook, &input.body, true)?;
    get(state, input)
}

fn delete(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let webhook = managed(state, input)?.id;
    state.delete_webhook(webhook)?;
    Ok(Reply::nothing())
}

/// The webhook a path names with its token.
fn tokened<'state>(state: &'state State, input: &Input) -> Result<&'state Webhook, ApiError> {
    state.webhook_by_token(input.id(0)?, input.text(1))
}

fn get_by_token(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    Ok(Reply::json(state.webhook_object(tokened(state, input)?, false)))
}

fn change_by_token(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let webhook = tokened(state, input)?.id;
    state.change_webhook(webhook, &input.body, false)?;
    get_by_token(state, input)
}

fn delete_by_token(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let webhook = tokened(state, input)?.id;
    state.delete_webhook(webhook)?;
    Ok(Reply::nothing())
}

fn execute(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let webhook = tokened(state, input)?.clone();
    let files = input.attachments(state)?;
    let delivery =
        Delivery { thread: input.number("thread_id"), with_components: input.flag("with_components") };
    let message = state.execute(&webhook, &delivery, &input.body, &files)?;
    if !input.flag("wait") {
        return Ok(Reply::nothing());
    }
    Ok(Reply::json(state.message_object(&message)))
}

/// The channel and id of a message a path names.
fn own_message(state: &State, input: &Input) -> Result<(u64, u64), ApiError> {
    let webhook = tokened(state, input)?;
    let message = state.webhook_message(webhook, input.number("thread_id"), input.id(2)?)?;
    Ok((message.channel, message.id))
}

fn get_message(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, message) = own_message(state, input)?;
    Ok(Reply::json(state.message(channel, message).map_or(Value::Null, |it| state.message_object(it))))
}

fn edit_message(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, message) = own_message(state, input)?;
    let files = input.attachments(state)?;
    let edited = state.edit(channel, message, &input.body, &files)?;
    Ok(Reply::json(state.message_object(&edited)))
}

fn delete_message(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, message) = own_message(state, input)?;
    state.delete_message(channel, message)?;
    Ok(Reply::nothing())
}
