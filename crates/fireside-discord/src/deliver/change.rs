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
use crate::rooms;
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
    match send(connection, channel, change(manner)).await {
        Err(error) if content.is_card && error.code() == code::INVALID_FORM => {
            send(connection, channel, change(Manner { takes_cards: false, ..manner })).await
        }
        ended => ended,
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
    send(connection, channel, call).await
}

/// Makes a call about a message; where its thread is archived, once more when
/// that is open again.
async fn send<'a>(
    connection: &Connection,
    channel: u64,
    call: impl Fn() -> Call<'a> + Send + Sync,
) -> Result<(), CallError> {
    match connection.client.send(call()).await {
        Err(error) if error.code() == code::THREAD_ARCHIVED => {
            rooms::reopen(connection, channel).await?;
            connection.client.send(call()).await.map(drop)
        }
        ended => ended.map(drop),
    }
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
    let mut ended = send(connection, channel, || Call::new(Method::DELETE, route, channel)).await;
    if let Err(error) = &ended
        && error.code() == code::MISSING_PERMISSIONS
        && let Some(hook) = webhooks::of_message(connection, message.place(), channel, id).await?
    {
        ended = send(connection, channel, || of_hook(&hook, message, Method::DELETE)).await;
    }
    match ended {
        // Somebody was faster: it is gone, which is all that was asked for.
        Err(error) if error.code() == code::UNKNOWN_MESSAGE => Ok(Receipt::default()),
        Err(error) => Err(repeatable(error)),
        Ok(()) => Ok(Receipt::default()),
    }
}
