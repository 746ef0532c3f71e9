//! The limits a delivery falls under.

use std::time::Duration;

use fireside_core::ports::Limit;
use fireside_core::{Delivery, Effect, MessageRef};
use reqwest::Method;
use serenity::all::{ChannelId, MessageId};
use serenity::http::Route;

use super::{address, known};
use crate::PLATFORM;
use crate::adapter::Connection;

/// A channel is renamed so often in so long; Discord states it nowhere but in
/// the answers that refuse more.
const RENAMES_MAX: u32 = 2;
const RENAMES_PER: Duration = Duration::from_mins(10);

/// The limits `delivery` falls under, from what Discord's headers have told.
pub(crate) fn limits(connection: &Connection, delivery: &Delivery) -> Vec<Limit> {
    let per_second = |burst| Limit::Rate { scope: PLATFORM.to_owned(), burst, per: Duration::from_secs(1) };
    let all = connection.options.calls_per_second.map(per_second);
    let bucket = route_of(&delivery.effect).and_then(|(method, route)| {
        connection.client.buckets.limit(&route, &method, connection.options.clock.now())
    });
    all.into_iter().chain(bucket).chain(renames(&delivery.effect)).collect()
}

fn renames(effect: &Effect) -> Option<Limit> {
    let Effect::RenameRoom { room, .. } = effect else { return None };
    let scope = format!("{PLATFORM}:rename:{}", room.anchor());
    Some(Limit::Rate { scope, burst: RENAMES_MAX, per: RENAMES_PER })
}

/// The route whose bucket an effect draws on; reactions share one whatever the emoji.
fn route_of(effect: &Effect) -> Option<(Method, Route<'static>)> {
    let channel_id = ChannelId::new(address(effect.destination()).ok()?);
    let of = |message: &MessageRef| known(message).ok().map(|(_, id)| MessageId::new(id));
    Some(match effect {
        Effect::Send { .. } => (Method::POST, Route::ChannelMessages { channel_id }),
        Effect::Edit { message, .. } => {
            (Method::PATCH, Route::ChannelMessage { channel_id, message_id: of(message)? })
        }
        Effect::Delete { message } => {
            (Method::DELETE, Route::ChannelMessage { channel_id, message_id: of(message)? })
        }
        Effect::React { message, .. } | Effect::Unreact { message, .. } => {
            let message_id = of(message)?;
            let route = Route::ChannelMessageReactionMe { channel_id, message_id, reaction: "" };
            (if matches!(effect, Effect::React { .. }) { Method::PUT } else { Method::DELETE }, route)
        }
        Effect::Pin { message, pinned } => {
            let route = Route::ChannelPin { channel_id, message_id: of(message)? };
            (if *pinned { Method::PUT } else { Method::DELETE }, route)
        }
        Effect::ClosePoll { message } => {
            (Method::POST, Route::ChannelPollExpire { channel_id, message_id: of(message)? })
        }
        Effect::Type { .. } => (Method::POST, Route::ChannelTyping { channel_id }),
        Effect::SetRoomState { .. } | Effect::TagRoom { .. } | Effect::RenameRoom { .. } => {
            (Method::PATCH, Route::Channel { channel_id })
        }
        Effect::OpenRoom(_) => (Method::POST, Route::ChannelThreads { channel_id }),
        Effect::AddMember { .. } | Effect::Post { .. } => return None,
    })
}
