//! Changing and removing what was said, by the bot or under another's name.

use fireside_core::ports::DeliveryError;
use fireside_core::{MessageRef, Outgoing, Receipt, Voice};
use reqwest::Method;
use serenity::http::Route;

use super::{known, repeatable};
use crate::adapter::Connection;
use crate::client::Call;
use crate::errors::{CallError, code};
use crate::render::{Manner, edited};
use crate::rooms::in_open;
use crate::webhooks::{self, Hook};

/// Changes a message. Its files stay as they are.
pub(super) async fn edit(
    connection: &Connection,
    voice: Voice,
    message: &MessageRef,
    content: &Outgoing,
) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let manner = Manner { is_named: true, hides_previews: voice == Voice::Customer, takes_cards: true };
    // What bears another's name was most likely said by the webhook. The bot's
    // own attempt would be refused, and refusals are counted.
    let hook = match &content.author {
        Some(_) => webhooks::known(connection, message.place()),
        None => None,
    };
    let mut ended = match &hook {
        Some(hook) => as_hook(connection, channel, hook, message, content, manner).await,
        None => as_bot(connection, channel, id, content, manner).await,
    };
    if let Err(error) = &ended {
        ended = match (&hook, error.code()) {
            (Some(_), code::UNKNOWN_MESSAGE | code::UNKNOWN_WEBHOOK | code::INVALID_WEBHOOK_TOKEN) => {
                as_bot(connection, channel, id, content, manner).await
            }
            (None, code::NOT_THE_AUTHOR) => {
                match webhooks::of_message(connection, message.place(), channel, id).await? {
                    Some(hook) => as_hook(connection, channel, &hook, message, content, manner).await,
                    None => ended,
                }
            }
            _ => ended,
        };
    }
    ended.map_err(repeatable)?;
    Ok(Receipt { message: Some(id.to_string().into()), ..Receipt::default() })
}

async fn as_bot(
    connection: &Connection,
    channel: u64,
    id: u64,
    content: &Outgoing,
    manner: Manner,
) -> Result<(), CallError> {
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: id.into() };
    let change =
        |manner: Manner| move || Call::new(Method::PATCH, route, channel).body(edited(content, manner));
    match in_open(connection, channel, change(manner)).await {
        Err(error) if content.is_card && error.code() == code::INVALID_FORM => {
            let plain = change(Manner { takes_cards: false, ..manner });
            in_open(connection, channel, plain).await.map(drop)
        }
        ended => ended.map(drop),
    }
}

async fn as_hook(
    connection: &Connection,
    channel: u64,
    hook: &Hook,
    message: &MessageRef,
    content: &Outgoing,
    manner: Manner,
) -> Result<(), CallError> {
    let manner = Manner { is_named: false, takes_cards: false, ..manner };
    let call = || of_hook(hook, message, Method::PATCH).body(edited(content, manner));
    in_open(connection, channel, call).await.map(drop)
}

fn of_hook<'a>(hook: &'a Hook, message: &MessageRef, method: Method) -> Call<'a> {
    let id = match message {
        MessageRef::Known { id, .. } => id.as_str(),
        MessageRef::Sent { .. } => "",
    };
    let call = Call::new(method, hook.route(), hook.id).path(hook.message_path(id));
    match &message.place().thread {
        Some(thread) => call.query("thread_id", thread),
        None => call,
    }
}

/// Removes a message.
pub(super) async fn delete(connection: &Connection, message: &MessageRef) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: id.into() };
    let mut ended = in_open(connection, channel, || Call::new(Method::DELETE, route, channel)).await;
    if let Err(error) = &ended
        && error.code() == code::MISSING_PERMISSIONS
        && let Some(hook) = webhooks::of_message(connection, message.place(), channel, id).await?
    {
        ended = in_open(connection, channel, || of_hook(&hook, message, Method::DELETE)).await;
    }
    match ended {
        // Somebody was faster: it is gone, which is all that was asked for.
        Err(error) if error.code() == code::UNKNOWN_MESSAGE => Ok(Receipt::default()),
        Err(error) => Err(repeatable(error)),
        Ok(_) => Ok(Receipt::default()),
    }
}
