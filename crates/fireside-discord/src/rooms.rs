//! Rooms: threads that are opened, closed, and that accounts are let into.

use fireside_core::MessageRef;
use fireside_core::ports::DeliveryError;
use fireside_core::{Account, Place, Receipt};
use reqwest::Method;
use serde_json::Value;
use serenity::all::{AutoArchiveDuration, ChannelId, ChannelType, CreateThread, EditThread};
use serenity::http::Route;

use crate::PLATFORM;
use crate::adapter::Connection;
use crate::channels::ChannelFrame;
use crate::client::Call;
use crate::deliver::{address, body, known, refused, repeatable};
use crate::errors::{CallError, code};
use crate::render::cut;
use crate::snowflake;

/// The longest name of a thread, in characters.
const NAME_MAX: usize = 100;

/// Opens a room: a thread of the message `from`, else a private thread.
pub(crate) async fn open(
    connection: &Connection,
    within: &Place,
    from: Option<&MessageRef>,
    name: &str,
) -> Result<Receipt, DeliveryError> {
    let thread = CreateThread::new(cut(name, NAME_MAX)).auto_archive_duration(AutoArchiveDuration::OneWeek);
    let Some(from) = from else { return open_private(connection, within, thread).await };
    let (channel, message) = known(from)?;
    let route = Route::ChannelMessageThreads { channel_id: channel.into(), message_id: message.into() };
    match connection.client.send(Call::new(Method::POST, route, channel).body(body(&thread))).await {
        Ok(told) => Ok(opened(connection, within, &told, message)),
        // An earlier attempt opened it: a message's thread has the message's id.
        Err(error) if error.code() == code::THREAD_ALREADY_STARTED => Ok(room(connection, within, message)),
        Err(error) => Err(error.for_delivery()),
    }
}

async fn open_private(
    connection: &Connection,
    within: &Place,
    thread: CreateThread<'_>,
) -> Result<Receipt, DeliveryError> {
    let channel = address(&within.parent())?;
    let thread = thread.kind(ChannelType::PrivateThread).invitable(false);
    let route = Route::ChannelThreads { channel_id: channel.into() };
    let call = Call::new(Method::POST, route, channel).body(body(&thread));
    let told = connection.client.send(call).await.map_err(CallError::for_delivery)?;
    match told["id"].as_str().and_then(snowflake::parse) {
        Some(id) => Ok(opened(connection, within, &told, id)),
        None => Err(DeliveryError::Ambiguous { why: "Discord did not name the thread".to_owned() }),
    }
}

/// Looks whether a private thread was opened in an attempt that got no answer:
/// it has no nonce, but its name is its own.
pub(crate) async fn find(
    connection: &Connection,
    within: &Place,
    name: &str,
) -> Result<Option<Receipt>, DeliveryError> {
    let Some(guild) = guild(connection, within) else { return Ok(None) };
    let parent = ChannelId::new(address(&within.parent())?);
    let route = Route::GuildThreadsActive { guild_id: guild.into() };
    let told = connection.client.send(Call::new(Method::GET, route, guild)).await.map_err(repeatable)?;
    let name = cut(name, NAME_MAX);
    let found =
        told["threads"].as_array().into_iter().flatten().find(|thread| {
            thread["name"] == name.as_str() && thread["parent_id"] == parent.to_string().as_str()
        });
    Ok(found.and_then(|thread| {
        let id = thread["id"].as_str().and_then(snowflake::parse)?;
        Some(opened(connection, within, thread, id))
    }))
}

/// Lets an account into a thread.
pub(crate) async fn add_member(
    connection: &Connection,
    room: &Place,
    account: &Account,
) -> Result<Receipt, DeliveryError> {
    let user = Some(account).filter(|account| account.platform.as_str() == PLATFORM);
    let user = user.and_then(|account| snowflake::parse(account.id.as_str()));
    let user = user.ok_or_else(|| refused(format!("{account} is no account of Discord's")))?;
    let thread = address(room)?;
    let route = Route::ChannelThreadMember { channel_id: thread.into(), user_id: user.into() };
    connection.client.send(Call::new(Method::PUT, route, thread)).await.map_err(repeatable)?;
    Ok(Receipt::default())
}

/// Archives and locks a thread, or opens it again.
pub(crate) async fn set_state(
    connection: &Connection,
    room: &Place,
    open: bool,
) -> Result<Receipt, DeliveryError> {
    if room.thread.is_none() {
        return Err(refused("only a thread can be closed or opened".to_owned()));
    }
    let thread = address(room)?;
    let changed = match change(connection, thread, open).await {
        // An archived thread takes no change but being opened: one that closed
        // by itself, or by an attempt whose answer was lost.
        Err(error) if !open && error.code() == code::THREAD_ARCHIVED => {
            reopen(connection, thread).await.map_err(repeatable)?;
            change(connection, thread, false).await
        }
        changed => changed,
    };
    changed.map_err(repeatable)?;
    Ok(Receipt::default())
}

/// Opens an archived thread again.
pub(crate) async fn reopen(connection: &Connection, thread: u64) -> Result<(), CallError> {
    change(connection, thread, true).await
}

async fn change(connection: &Connection, thread: u64, open: bool) -> Result<(), CallError> {
    connection.channels.expect_closed(thread, !open);
    let edit = EditThread::new().archived(!open).locked(!open);
    let route = Route::Channel { channel_id: thread.into() };
    let changed = connection.client.send(Call::new(Method::PATCH, route, thread).body(body(&edit))).await;
    if changed.is_err() {
        connection.channels.expect_closed(thread, open);
    }
    changed.map(|_| ())
}

/// The receipt of a thread as Discord tells it.
fn opened(connection: &Connection, within: &Place, told: &Value, id: u64) -> Receipt {
    if let Ok(frame) = serde_json::from_value::<ChannelFrame>(told.clone()) {
        let _ = connection.channels.learn(&frame, None);
    }
    room(connection, within, id)
}

fn room(connection: &Connection, within: &Place, thread: u64) -> Receipt {
    let mut place = within.parent().thread(thread.to_string());
    if place.space.is_none() {
        place.space = guild(connection, within).map(|guild| guild.to_string().into());
    }
    let space = place.space.as_ref().map_or("@me", |guild| guild.as_str());
    let link = format!("https://discord.com/channels/{space}/{thread}");
    Receipt { place: Some(place), link: Some(link), ..Receipt::default() }
}

fn guild(connection: &Connection, within: &Place) -> Option<u64> {
    let told = within.space.as_ref().and_then(|guild| snowflake::parse(guild.as_str()));
    told.or_else(|| {
        let known = connection.channels.place(address(&within.parent()).ok()?)?;
        known.space.and_then(|guild| snowflake::parse(guild.as_str()))
    })
}
