//! Answers to interactions and follow-ups by their token.

use serde_json::json;

use super::super::errors::ApiError;
use super::super::world::State;
use super::super::world::interactions::Interaction;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route {
        name: "POST /interactions/{interaction.id}/{interaction.token}/callback",
        access: Access::Callback,
        handler: callback,
    },
    Route {
        name: "POST /webhooks/{application.id}/{interaction.token}",
        access: Access::InteractionToken,
        handler: follow_up,
    },
    Route {
        name: "GET /webhooks/{application.id}/{interaction.token}/messages/{message.id}",
        access: Access::InteractionToken,
        handler: get,
    },
    Route {
        name: "PATCH /webhooks/{application.id}/{interaction.token}/messages/{message.id}",
        access: Access::InteractionToken,
        handler: edit,
    },
    Route {
        name: "DELETE /webhooks/{application.id}/{interaction.token}/messages/{message.id}",
        access: Access::InteractionToken,
        handler: delete,
    },
];

fn callback(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let attachments = input.attachments(state)?;
    let answered = state.acknowledge(input.id(0)?, input.text(1), &input.body, &attachments)?;
    if !input.flag("with_response") {
        return Ok(Reply::nothing());
    }
    let mut body = json!({ "interaction": answered.interaction });
    // The specification knows no resource for a deferred answer.
    if let Some(message) = answered.message.filter(|_| matches!(answered.callback_type, 4 | 7)) {
        let message = state.message_object(&message);
        body["resource"] = json!({ "type": answered.callback_type, "message": message });
    }
    Ok(Reply::json(body))
}

fn follow_up(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let interaction = state.by_token(input.id(0)?, input.text(1))?;
    let attachments = input.attachments(state)?;
    let message = state.follow_up(&interaction, &input.body, &attachments)?;
    Ok(Reply::json(state.message_object(&message)))
}

/// The interaction of the token and the message the path names.
fn message_of(state: &State, input: &Input) -> Result<(Interaction, u64), ApiError> {
    let interaction = state.by_token(input.id(0)?, input.text(1))?;
    let message = match input.text(2) {
        "@original" => interaction.original.ok_or_else(ApiError::unknown_message)?,
        _ => input.id(2)?,
    };
    let is_own = state.message(interaction.channel, message).is_some_and(|it| it.author == state.bot());
    if is_own { Ok((interaction, message)) } else { Err(ApiError::unknown_message()) }
}

fn get(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (interaction, message) = message_of(state, input)?;
    let message = state.message(interaction.channel, message).ok_or_else(ApiError::unknown_message)?;
    Ok(Reply::json(state.message_object(message)))
}

fn edit(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (interaction, message) = message_of(state, input)?;
    let attachments = input.attachments(state)?;
    let message = state.edit(interaction.channel, message, &input.body, &attachments)?;
    Ok(Reply::json(state.message_object(&message)))
}

fn delete(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (interaction, message) = message_of(state, input)?;
    state.delete_message(interaction.channel, message)?;
    Ok(Reply::nothing())
}
