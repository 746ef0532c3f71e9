//! What is done to a message or shown in a channel without words: reactions,
//! pins, the end of a poll, typing.

use fireside_core::ports::DeliveryError;
use fireside_core::{MessageRef, Place, Receipt};
use reqwest::Method;
use serenity::http::Route;

use super::{address, known, refused, repeatable};
use crate::adapter::Connection;
use crate::client::Call;
use crate::errors::{CallError, code};
use crate::rooms;

/// Asks for the picture of an emoji where a character can be shown in two ways.
const AS_PICTURE: char = '\u{FE0F}';

/// Puts the bot's reaction on a message, or takes it off.
pub(super) async fn react(
    connection: &Connection,
    message: &MessageRef,
    emoji: &str,
    is_on: bool,
) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let emoji = match emoji.strip_prefix(':').and_then(|emoji| emoji.strip_suffix(':')) {
        Some(name) => own_emoji(connection, message.place(), name).await?,
        None => emoji.to_owned(),
    };
    let ended = match call_react(connection, channel, id, &emoji, is_on).await {
        // Discord knows some characters with the mark alone, and some without.
        Err(error) if error.code() == code::UNKNOWN_EMOJI => {
            let other = match emoji.strip_suffix(AS_PICTURE) {
                Some(bare) => bare.to_owned(),
                None => format!("{emoji}{AS_PICTURE}"),
            };
            call_react(connection, channel, id, &other, is_on).await
        }
        ended => ended,
    };
    match ended {
        Ok(()) => Ok(Receipt::default()),
        // It isn't there, which is all that was asked for.
        Err(error) if !is_on && error.code() == code::UNKNOWN_MESSAGE => Ok(Receipt::default()),
        Err(error) if error.code() == code::UNKNOWN_EMOJI => Err(refused("Discord knows no such emoji")),
        Err(error) => Err(repeatable(error)),
    }
}

async fn call_react(
    connection: &Connection,
    channel: u64,
    message: u64,
    emoji: &str,
    is_on: bool,
) -> Result<(), CallError> {
    let reaction = percent_encoded(emoji);
    let route = Route::ChannelMessageReactionMe {
        channel_id: channel.into(),
        message_id: message.into(),
        reaction: &reaction,
    };
    let call = || Call::new(if is_on { Method::PUT } else { Method::DELETE }, route, channel);
    rooms::in_open(connection, channel, call).await.map(drop)
}

/// An emoji of the guild's own, as a reaction names it: by its name and id.
async fn own_emoji(connection: &Connection, place: &Place, name: &str) -> Result<String, DeliveryError> {
    let unknown = || refused("the server has no emoji of that name");
    let guild = rooms::guild(connection, place).ok_or_else(unknown)?;
    let route = Route::GuildEmojis { guild_id: guild.into() };
    let told = match connection.client.send(Call::new(Method::GET, route, guild)).await {
        Err(CallError::Rejected { .. }) => return Err(unknown()),
        told => told.map_err(repeatable)?,
    };
    let found = told.as_array().into_iter().flatten().find(|emoji| emoji["name"] == name);
    let id = found.and_then(|emoji| emoji["id"].as_str()).ok_or_else(unknown)?;
    Ok(format!("{name}:{id}"))
}

/// Pins a message, or lets it go.
pub(super) async fn pin(
    connection: &Connection,
    message: &MessageRef,
    pinned: bool,
) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let route = Route::ChannelPin { channel_id: channel.into(), message_id: id.into() };
    let call = || {
        let method = if pinned { Method::PUT } else { Method::DELETE };
        Call::new(method, route, channel).path(format!("/channels/{channel}/messages/pins/{id}"))
    };
    rooms::in_open(connection, channel, call).await.map_err(repeatable)?;
    Ok(Receipt::default())
}

/// Ends a poll of the bot's own.
pub(super) async fn close_poll(
    connection: &Connection,
    message: &MessageRef,
) -> Result<Receipt, DeliveryError> {
    let (channel, id) = known(message)?;
    let route = Route::ChannelPollExpire { channel_id: channel.into(), message_id: id.into() };
    match rooms::in_open(connection, channel, || Call::new(Method::POST, route, channel)).await {
        Ok(_) => Ok(Receipt::default()),
        // It has ended by itself, or by an attempt whose answer was lost.
        Err(error) if error.code() == code::POLL_EXPIRED => Ok(Receipt::default()),
        Err(error) => Err(repeatable(error)),
    }
}

/// Shows for ten seconds that somebody is writing.
pub(super) async fn show_typing(connection: &Connection, place: &Place) -> Result<Receipt, DeliveryError> {
    let channel = address(place)?;
    let route = Route::ChannelTyping { channel_id: channel.into() };
    connection.client.send(Call::new(Method::POST, route, channel)).await.map_err(repeatable)?;
    Ok(Receipt::default())
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
    fn a_reaction_is_one_part_of_a_path() {
        assert_eq!(percent_encoded("#️⃣"), "%23%EF%B8%8F%E2%83%A3");
        assert_eq!(percent_encoded("ok:7"), "ok:7");
    }
}
