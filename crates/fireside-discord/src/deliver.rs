//! Doing what a delivery asks for: sending, changing, removing, reacting.

use fireside_core::effect::{MessageRef, PlaceRef};
use fireside_core::ports::{DeliveryError, Limit, Scope};
use fireside_core::{Delivery, Effect, Outgoing, Place, Receipt, Voice};
use reqwest::Method;
use serde_json::{Value, json};
use serenity::all::{
    ChannelId, CreateMessage, EditMessage, MessageFlags, MessageId, MessageReference, MessageReferenceKind,
    Nonce,
};
use serenity::http::Route;
use sha2::{Digest, Sha256};
use std::time::Duration;

use crate::adapter::Connection;
use crate::client::Call;
use crate::errors::{CallError, code};
use crate::render::{allowed_mentions, buttons, markdown, split};
use crate::{PLATFORM, rooms, snowflake};

/// How much of a hash a nonce holds (Discord takes 25 characters).
const NONCE_LEN: usize = 22;

/// The limits `delivery` falls under, from what Discord's headers have told.
pub(crate) fn limits(connection: &Connection, delivery: &Delivery) -> Vec<Limit> {
    let per_second = |burst| Limit::Rate { scope: PLATFORM.to_owned(), burst, per: Duration::from_secs(1) };
    let all = connection.options.calls_per_second.map(per_second);
    let bucket = route_of(&delivery.effect).and_then(|(method, route)| {
        connection.client.buckets.limit(&route, &method, connection.options.clock.now())
    });
    all.into_iter().chain(bucket).collect()
}

/// The route whose bucket an effect draws on; reactions share one whatever the emoji.
fn route_of(effect: &Effect) -> Option<(Method, Route<'static>)> {
    let channel_id = ChannelId::new(address(effect.destination()).ok()?);
    let message_id = match effect {
        Effect::Edit { message, .. } | Effect::Delete { message } | Effect::React { message, .. } => {
            Some(MessageId::new(known(message).ok()?.1))
        }
        _ => None,
    };
    match (effect, message_id) {
        (Effect::Send { .. }, _) => Some((Method::POST, Route::ChannelMessages { channel_id })),
        (Effect::Edit { .. }, Some(message_id)) => {
            Some((Method::PATCH, Route::ChannelMessage { channel_id, message_id }))
        }
        (Effect::Delete { .. }, Some(message_id)) => {
            Some((Method::DELETE, Route::ChannelMessage { channel_id, message_id }))
        }
        (Effect::React { .. }, Some(message_id)) => {
            Some((Method::PUT, Route::ChannelMessageReactionMe { channel_id, message_id, reaction: "" }))
        }
        (Effect::SetRoomState { .. }, _) => Some((Method::PATCH, Route::Channel { channel_id })),
        _ => None,
    }
}

/// Does what `delivery` asks for.
pub(crate) async fn deliver(connection: &Connection, delivery: &Delivery) -> Result<Receipt, DeliveryError> {
    match &delivery.effect {
        Effect::Send { to, content } => send(connection, delivery, opened(to)?, content).await,
        Effect::Edit { message, content } => edit(connection, delivery.voice, message, content).await,
        Effect::Delete { message } => delete(connection, message).await,
        Effect::React { message, emoji } => react(connection, message, emoji).await,
        Effect::OpenRoom(plan) => rooms::open(connection, &plan.within, plan.from.as_ref(), &plan.name).await,
        Effect::AddMember { room, account } => rooms::add_member(connection, opened(room)?, account).await,
        Effect::SetRoomState { room, open } => rooms::set_state(connection, opened(room)?, *open).await,
        other => Err(DeliveryError::Refused { why: format!("{} is not done here", other.kind()) }),
    }
}

async fn send(
    connection: &Connection,
    delivery: &Delivery,
    place: &Place,
    content: &Outgoing,
) -> Result<Receipt, DeliveryError> {
    let channel = address(place)?;
    let seed = delivery.id.to_string();
    let message =
        say(connection, channel, delivery.voice, content, &seed).await.map_err(CallError::for_delivery)?;
    Ok(Receipt { message: message.map(|id| id.to_string().into()), ..Receipt::default() })
}

/// Says `content` in a channel, in as many messages as it takes, each with a
/// nonce made from `seed`: saying it again shows nothing twice. Gives back the
/// last message, which holds the buttons.
pub(crate) async fn say(
    connection: &Connection,
    channel: u64,
    voice: Voice,
    content: &Outgoing,
    seed: &str,
) -> Result<Option<u64>, CallError> {
    let parts = split(&markdown(content));
    let mut last = None;
    for (index, part) in parts.iter().enumerate() {
        let mut message = CreateMessage::new()
            .content(part)
            .nonce(Nonce::String(nonce(seed, index)))
            .enforce_nonce(true)
            .allowed_mentions(allowed_mentions(&content.text))
            .flags(flags(voice));
        if let Some(reference) =
            content.reply_to.as_ref().filter(|_| index == 0).and_then(|to| reply(to, channel))
        {
            message = message.reference_message(reference);
        }
        if index + 1 == parts.len() {
            message = message.components(buttons(content));
        }
        let told = create(connection, channel, body(&message)).await?;
        last = told["id"].as_str().and_then(snowflake::parse);
    }
    Ok(last)
}

/// Creates a message, opening the thread again if it has been archived.
async fn create(connection: &Connection, channel: u64, body: Value) -> Result<Value, CallError> {
    let route = Route::ChannelMessages { channel_id: channel.into() };
    match connection.client.send(Call::new(Method::POST, route, channel).body(body.clone())).await {
        Err(error) if error.code() == code::THREAD_ARCHIVED => {
            rooms::reopen(connection, channel).await?;
            connection.client.send(Call::new(Method::POST, route, channel).body(body)).await
        }
        ended => ended,
    }
}

async fn edit(
    connection: &Connection,
    voice: Voice,
    message: &MessageRef,
    content: &Outgoing,
) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let words = markdown(content);
    let edited = EditMessage::new()
        .content(split(&words).swap_remove(0))
        .allowed_mentions(allowed_mentions(&content.text))
        .flags(flags(voice))
        .components(buttons(content));
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: id.into() };
    let call = Call::new(Method::PATCH, route, channel).body(body(&edited));
    connection.client.send(call).await.map_err(repeatable)?;
    Ok(Receipt { message: Some(id.to_string().into()), ..Receipt::default() })
}

async fn delete(connection: &Connection, message: &MessageRef) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: id.into() };
    match connection.client.send(Call::new(Method::DELETE, route, channel)).await {
        // Somebody was faster: it is gone, which is all that was asked for.
        Err(error) if error.code() == code::UNKNOWN_MESSAGE => Ok(Receipt::default()),
        Err(error) => Err(repeatable(error)),
        Ok(_) => Ok(Receipt::default()),
    }
}

async fn react(connection: &Connection, message: &MessageRef, emoji: &str) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let reaction = percent_encoded(emoji);
    let route = Route::ChannelMessageReactionMe {
        channel_id: channel.into(),
        message_id: id.into(),
        reaction: &reaction,
    };
    connection.client.send(Call::new(Method::PUT, route, channel)).await.map_err(repeatable)?;
    Ok(Receipt::default())
}

/// What a failed call means where making it again changes nothing.
pub(crate) fn repeatable(error: CallError) -> DeliveryError {
    match error.for_delivery() {
        DeliveryError::Ambiguous { why } => {
            DeliveryError::Retry { after: None, scope: Scope::Destination, why }
        }
        other => other,
    }
}

/// The channel or thread that Discord knows the place by.
pub(crate) fn address(place: &Place) -> Result<u64, DeliveryError> {
    let id = place.thread.as_ref().map_or(place.channel.as_str(), |thread| thread.as_str());
    snowflake::parse(id).ok_or_else(|| refused(format!("{place} is no channel of Discord's")))
}

/// The place that is there by now.
pub(crate) fn opened(room: &PlaceRef) -> Result<&Place, DeliveryError> {
    match room {
        PlaceRef::At(place) => Ok(place),
        PlaceRef::Opened { delivery, .. } => Err(refused(format!("the room of {delivery} was never opened"))),
    }
}

/// The channel and id of a message that is there by now.
pub(crate) fn known(message: &MessageRef) -> Result<(u64, u64), DeliveryError> {
    match message {
        MessageRef::Known { place, id } => {
            let id = snowflake::parse(id.as_str());
            let id = id.ok_or_else(|| refused("it names no message of Discord's".to_owned()))?;
            Ok((address(place)?, id))
        }
        MessageRef::Sent { delivery, .. } => {
            Err(refused(format!("the message of {delivery} was never sent")))
        }
    }
}

pub(crate) fn refused(why: String) -> DeliveryError {
    DeliveryError::Refused { why }
}

fn reply(to: &MessageRef, channel: u64) -> Option<MessageReference> {
    let (replied_in, id) = known(to).ok()?;
    (replied_in == channel).then(|| {
        MessageReference::new(MessageReferenceKind::Default, channel.into())
            .message_id(id.into())
            .fail_if_not_exists(false)
    })
}

/// A customer's links show no preview: it would show what the link's owner wants staff to see.
fn flags(voice: Voice) -> MessageFlags {
    if voice == Voice::Customer { MessageFlags::SUPPRESS_EMBEDS } else { MessageFlags::empty() }
}

/// What Discord knows a part of what is said by, so that it is shown once.
pub(crate) fn nonce(seed: &str, part: usize) -> String {
    use std::fmt::Write as _;
    let hash = Sha256::digest(format!("{seed}/{part}"));
    let mut hex = hash.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    hex.truncate(NONCE_LEN);
    hex
}

/// A builder's JSON.
pub(crate) fn body(builder: &impl serde::Serialize) -> Value {
    // The builders hold strings and numbers alone: they can always be written.
    serde_json::to_value(builder).unwrap_or_else(|_| json!({}))
}

fn percent_encoded(emoji: &str) -> String {
    use std::fmt::Write as _;
    emoji.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'-') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_the_same_again_and_another_for_each_part() {
        assert_eq!(nonce("e#0", 0), nonce("e#0", 0));
        assert_ne!(nonce("e#0", 0), nonce("e#0", 1));
        assert_eq!(nonce("e#0", 0).len(), NONCE_LEN);
    }

    #[test]
    fn a_reaction_is_one_part_of_a_path() {
        assert_eq!(percent_encoded("#️⃣"), "%23%EF%B8%8F%E2%83%A3");
        assert_eq!(percent_encoded("ok:7"), "ok:7");
    }

    #[test]
    fn a_reply_never_reaches_into_another_channel() {
        let message = MessageRef::Known { place: Place::channel(PLATFORM, "5"), id: "9".into() };
        assert!(reply(&message, 5).is_some());
        assert!(reply(&message, 6).is_none());
    }

    #[test]
    fn a_thread_is_addressed_by_its_own_id() {
        let place = Place::channel(PLATFORM, "5").thread("9");
        assert_eq!(address(&place).unwrap(), 9);
        assert!(address(&Place::channel(PLATFORM, "x")).is_err());
    }
}
