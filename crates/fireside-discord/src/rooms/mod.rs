//! Rooms: threads and posts that are opened, closed, named, tagged, and that
//! accounts are let into.

mod finding;
mod ground;

use fireside_core::ports::{DeliveryError, Files};
use fireside_core::{Account, Delivery, Outgoing, Place, Receipt, RoomPlan};
use reqwest::Method;
use serde_json::{Value, json};
use serenity::http::Route;

pub(crate) use finding::find;

use crate::PLATFORM;
use crate::adapter::Connection;
use crate::channels::ChannelFrame;
use crate::client::Call;
use crate::deliver::{Post, Speech, address, known, refused, repeatable, say};
use crate::errors::{CallError, code};
use crate::render::room_name;
use crate::snowflake;
use ground::Ground;

/// After how long without a word Discord archives a room: the longest there is.
pub(crate) const ARCHIVED_AFTER_MINUTES: u64 = 10_080;
/// Discord's numbers for threads.
const ANNOUNCEMENT_THREAD: u8 = 10;
const PUBLIC_THREAD: u8 = 11;
const PRIVATE_THREAD: u8 = 12;

/// Opens a room: a post in a channel of posts, a thread of the message it
/// starts from, or a thread of its own.
pub(crate) async fn open(
    connection: &Connection,
    delivery: &Delivery,
    plan: &RoomPlan,
    files: &dyn Files,
) -> Result<Receipt, DeliveryError> {
    let channel = address(&plan.within.parent())?;
    let ground = Ground::of(connection, channel).await?;
    if plan.is_private && !ground.has_private_threads() {
        return Err(refused("only a thread in a text channel can be hidden from those who see the channel"));
    }
    if ground.is_forum() {
        return post(connection, delivery, plan, &ground, files).await;
    }
    let thread = match plan.from.as_ref().filter(|_| !plan.is_private) {
        Some(from) => {
            let (channel, message) = known(from)?;
            start_from(connection, channel, message, &plan.name).await?
        }
        None => start(connection, channel, plan, &ground).await?,
    };
    let receipt = room(connection, &plan.within, thread);
    furnish(connection, delivery, plan, receipt, files).await
}

/// Whether opening a room twice opens one: the thread of a message, in a channel
/// that is known to have such.
pub(crate) fn shows_once(connection: &Connection, plan: &RoomPlan) -> bool {
    let channel = address(&plan.within.parent()).ok();
    let has_threads = || channel.is_some_and(|channel| ground::has_threads(connection, channel));
    plan.from.is_some() && !plan.is_private && has_threads()
}

/// Starts the thread of a message, which has the message's id.
async fn start_from(
    connection: &Connection,
    channel: u64,
    message: u64,
    name: &str,
) -> Result<u64, DeliveryError> {
    let route = Route::ChannelMessageThreads { channel_id: channel.into(), message_id: message.into() };
    let body = json!({ "name": room_name(name), "auto_archive_duration": ARCHIVED_AFTER_MINUTES });
    match connection.client.send(Call::new(Method::POST, route, channel).body(body)).await {
        Ok(told) => {
            learn(connection, &told);
            Ok(message)
        }
        // An earlier attempt opened it.
        Err(error) if error.code() == code::THREAD_ALREADY_STARTED => Ok(message),
        Err(error) => Err(error.for_delivery()),
    }
}

async fn start(
    connection: &Connection,
    channel: u64,
    plan: &RoomPlan,
    ground: &Ground,
) -> Result<u64, DeliveryError> {
    let kind = match (plan.is_private, ground.is_announcements()) {
        (true, _) => PRIVATE_THREAD,
        (false, true) => ANNOUNCEMENT_THREAD,
        (false, false) => PUBLIC_THREAD,
    };
    let mut body = json!({
        "name": room_name(&plan.name),
        "auto_archive_duration": ARCHIVED_AFTER_MINUTES,
        "type": kind,
    });
    if plan.is_private {
        body["invitable"] = false.into();
    }
    let route = Route::ChannelThreads { channel_id: channel.into() };
    let call = Call::new(Method::POST, route, channel).body(body);
    let told = connection.client.send(call).await.map_err(CallError::for_delivery)?;
    learn(connection, &told);
    let id = told["id"].as_str().and_then(snowflake::parse);
    id.ok_or_else(|| DeliveryError::Ambiguous { why: "Discord did not name the thread".to_owned() })
}

/// Makes a post; its first message is what is said in it first.
async fn post(
    connection: &Connection,
    delivery: &Delivery,
    plan: &RoomPlan,
    ground: &Ground,
    files: &dyn Files,
) -> Result<Receipt, DeliveryError> {
    let name = room_name(&plan.name);
    let named = Outgoing::of(name.clone());
    let within = plan.within.parent();
    let speech = Speech {
        channel: address(&within)?,
        place: &within,
        content: plan.opening.as_deref().unwrap_or(&named),
        voice: delivery.voice,
        seed: delivery.id.to_string(),
        post: Some(Post { name, tags: ground.tags(&plan.tags) }),
    };
    let said = say(connection, &speech, files).await?;
    // A post bears the id of its first message, which is the lowest.
    let messages = said.message.iter().chain(&said.further_messages);
    let post = messages.filter_map(|id| snowflake::parse(id.as_str())).min();
    let post =
        post.ok_or_else(|| DeliveryError::Ambiguous { why: "Discord did not name the post".to_owned() })?;
    Ok(Receipt {
        message: said.message,
        further_messages: said.further_messages,
        ..room(connection, &within, post)
    })
}

/// Says in a room what is said in it first.
pub(crate) async fn furnish(
    connection: &Connection,
    delivery: &Delivery,
    plan: &RoomPlan,
    opened: Receipt,
    files: &dyn Files,
) -> Result<Receipt, DeliveryError> {
    let (Some(opening), Some(place)) = (&plan.opening, &opened.place) else { return Ok(opened) };
    let speech = Speech {
        channel: address(place)?,
        place,
        content: opening,
        voice: delivery.voice,
        seed: format!("{}/opening", delivery.id),
        post: None,
    };
    let said = say(connection, &speech, files).await?;
    Ok(Receipt { message: said.message, further_messages: said.further_messages, ..opened })
}

/// The same for a room that was found: a post has its first message.
pub(crate) async fn furnish_found(
    connection: &Connection,
    delivery: &Delivery,
    plan: &RoomPlan,
    found: Receipt,
    files: &dyn Files,
) -> Result<Receipt, DeliveryError> {
    let ground = Ground::of(connection, address(&plan.within.parent())?).await?;
    if ground.is_forum() {
        let thread = found.place.as_ref().and_then(|place| place.thread.as_ref());
        let message = thread.map(|thread| thread.as_str().into());
        return Ok(Receipt { message, ..found });
    }
    furnish(connection, delivery, plan, found, files).await
}

/// Gives a post its tags; those it had are taken off. Elsewhere there are none.
pub(crate) async fn tag(
    connection: &Connection,
    room: &Place,
    tags: &[String],
) -> Result<Receipt, DeliveryError> {
    let thread = thread(room)?;
    let ground = Ground::of(connection, address(&room.parent())?).await?;
    if !ground.is_forum() {
        return Ok(Receipt::default());
    }
    let tags: Vec<_> = ground.tags(tags).iter().map(u64::to_string).collect();
    change_open(connection, thread, json!({ "applied_tags": tags })).await
}

/// Gives a room another name.
pub(crate) async fn rename(
    connection: &Connection,
    room: &Place,
    name: &str,
) -> Result<Receipt, DeliveryError> {
    change_open(connection, thread(room)?, json!({ "name": room_name(name) })).await
}

async fn change_open(connection: &Connection, thread: u64, body: Value) -> Result<Receipt, DeliveryError> {
    let call = || changing(thread).body(body.clone());
    in_open(connection, thread, call).await.map_err(repeatable)?;
    Ok(Receipt::default())
}

/// Makes a call about a thread or what is in it; an archived one is opened for
/// as long as that takes.
pub(crate) async fn in_open<'a>(
    connection: &Connection,
    thread: u64,
    call: impl Fn() -> Call<'a> + Send + Sync,
) -> Result<Value, CallError> {
    let done = connection.client.send(call()).await;
    if !done.as_ref().is_err_and(|error| error.code() == code::THREAD_ARCHIVED) {
        return done;
    }
    set_state_of(connection, thread, false, json!({ "archived": false })).await?;
    let done = connection.client.send(call()).await;
    set_state_of(connection, thread, true, json!({ "archived": true })).await?;
    done
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
    let call = || Call::new(Method::PUT, route, thread);
    match in_open(connection, thread, call).await {
        // The room is there all the same.
        Err(error) if matches!(error.code(), code::UNKNOWN_MEMBER | code::MISSING_ACCESS) => {
            let why = format!("{account} is not in the server, or can't see the channel of the thread");
            Err(DeliveryError::Unreachable { why })
        }
        ended => ended.map(|_| Receipt::default()).map_err(repeatable),
    }
}

/// Archives and locks a thread, or opens it again.
pub(crate) async fn set_state(
    connection: &Connection,
    room: &Place,
    open: bool,
) -> Result<Receipt, DeliveryError> {
    let thread = thread(room)?;
    let changed = match set_open(connection, thread, open).await {
        // An archived thread takes no change but being opened: one that closed
        // by itself, or by an attempt whose answer was lost.
        Err(error) if !open && error.code() == code::THREAD_ARCHIVED => {
            reopen(connection, thread).await.map_err(repeatable)?;
            set_open(connection, thread, false).await
        }
        changed => changed,
    };
    changed.map_err(repeatable)?;
    Ok(Receipt::default())
}

/// Opens an archived thread again.
pub(crate) async fn reopen(connection: &Connection, thread: u64) -> Result<(), CallError> {
    set_open(connection, thread, true).await
}

async fn set_open(connection: &Connection, thread: u64, open: bool) -> Result<(), CallError> {
    set_state_of(connection, thread, !open, json!({ "archived": !open, "locked": !open })).await
}

/// Closes or opens a thread, and expects to be told of it.
async fn set_state_of(
    connection: &Connection,
    thread: u64,
    is_closed: bool,
    body: Value,
) -> Result<(), CallError> {
    let is_awaited = connection.channels.expect_closed(thread, is_closed);
    let changed = connection.client.send(changing(thread).body(body)).await;
    // Of what nobody answered it is told, if it was done.
    if is_awaited && changed.as_ref().is_err_and(|error| !error.is_passing()) {
        connection.channels.expect_no_more(thread);
    }
    changed.map(drop).map_err(|error| if is_closed { error } else { error.of_opening() })
}

fn changing<'a>(thread: u64) -> Call<'a> {
    Call::new(Method::PATCH, Route::Channel { channel_id: thread.into() }, thread)
}

fn thread(room: &Place) -> Result<u64, DeliveryError> {
    if room.thread.is_none() {
        return Err(refused("only a thread can be changed"));
    }
    address(room)
}

fn learn(connection: &Connection, told: &Value) {
    if let Ok(frame) = serde_json::from_value::<ChannelFrame>(told.clone()) {
        let _ = connection.channels.learn(&frame, None);
    }
}

/// The receipt of a room.
fn room(connection: &Connection, within: &Place, thread: u64) -> Receipt {
    let mut place = within.parent().thread(thread.to_string());
    if place.space.is_none() {
        place.space = guild(connection, within).map(|guild| guild.to_string().into());
    }
    let space = place.space.as_ref().map_or("@me", |guild| guild.as_str());
    let link = format!("https://discord.com/channels/{space}/{thread}");
    Receipt { place: Some(place), link: Some(link), ..Receipt::default() }
}

/// The guild a place is in, if it is in one.
pub(crate) fn guild(connection: &Connection, place: &Place) -> Option<u64> {
    let told = place.space.as_ref().and_then(|guild| snowflake::parse(guild.as_str()));
    told.or_else(|| {
        let known = connection.channels.place(address(&place.parent()).ok()?)?;
        known.space.and_then(|guild| snowflake::parse(guild.as_str()))
    })
}
