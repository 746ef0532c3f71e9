//! Doing what a delivery asks for.

mod address;
mod change;
mod limits;
mod marks;
mod progress;
mod say;
mod sending;
mod speech;

use fireside_core::ports::{DeliveryError, Files, Scope};
use fireside_core::{Delivery, Effect, Receipt};

pub(crate) use address::{address, known, message_link, opened};
pub(crate) use limits::limits;
pub(crate) use progress::{Done, Progress};
pub(crate) use say::{say, say_late};
pub(crate) use sending::nonce;
pub(crate) use speech::{FILES_MAX, Post, Speech, batches, piece, words};

use crate::adapter::{Connection, Identity};
use crate::errors::CallError;
use crate::rooms;

/// Does what `delivery` asks for.
pub(crate) async fn deliver(
    connection: &Connection,
    delivery: &Delivery,
    files: &dyn Files,
) -> Result<Receipt, DeliveryError> {
    match &delivery.effect {
        Effect::Send { to, content } => {
            let speech = Speech {
                channel: address(opened(to)?)?,
                place: opened(to)?,
                content,
                voice: delivery.voice,
                seed: delivery.id.to_string(),
                post: None,
            };
            say(connection, &speech, files).await
        }
        Effect::Edit { message, content } => change::edit(connection, delivery.voice, message, content).await,
        Effect::Delete { message } => change::delete(connection, message).await,
        Effect::React { message, emoji } => marks::react(connection, message, emoji, true).await,
        Effect::Unreact { message, emoji } => marks::react(connection, message, emoji, false).await,
        Effect::Pin { message, pinned } => marks::pin(connection, message, *pinned).await,
        Effect::ClosePoll { message } => marks::close_poll(connection, message).await,
        Effect::Type { to } => marks::show_typing(connection, opened(to)?).await,
        Effect::OpenRoom(plan) => rooms::open(connection, delivery, plan, files).await,
        Effect::TagRoom { room, tags } => rooms::tag(connection, opened(room)?, tags).await,
        Effect::RenameRoom { room, name } => rooms::rename(connection, opened(room)?, name).await,
        Effect::AddMember { room, account } => rooms::add_member(connection, opened(room)?, account).await,
        Effect::SetRoomState { room, open } => rooms::set_state(connection, opened(room)?, *open).await,
        Effect::Post { .. } => Err(refused("Discord is read by people: other software is told elsewhere")),
    }
}

/// What a failed call means where making it again changes nothing.
pub(crate) fn repeatable(error: CallError) -> DeliveryError {
    match error.for_delivery() {
        DeliveryError::Ambiguous { why } => later(why),
        other => other,
    }
}

/// Who the bot is; until that is known nothing can be told for its own.
pub(crate) async fn identity(connection: &Connection) -> Result<Identity, DeliveryError> {
    let told = connection.identity().await;
    told.map_err(|error| DeliveryError::Retry { after: None, scope: Scope::All, why: error.to_string() })
}

pub(crate) fn refused(why: impl Into<String>) -> DeliveryError {
    DeliveryError::Refused { why: why.into() }
}

/// It took no effect, and is to be tried again.
pub(crate) fn later(why: String) -> DeliveryError {
    DeliveryError::Retry { after: None, scope: Scope::Destination, why }
}
