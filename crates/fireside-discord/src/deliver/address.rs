//! From core's places and messages to Discord's ids.

use fireside_core::effect::{MessageRef, PlaceRef};
use fireside_core::ports::DeliveryError;
use fireside_core::{MessageId, Place};

use super::refused;
use crate::snowflake;

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
            Ok((address(place)?, id.ok_or_else(|| refused("it names no message of Discord's"))?))
        }
        MessageRef::Sent { delivery, .. } => {
            Err(refused(format!("the message of {delivery} was never sent")))
        }
    }
}

/// Where a person opens a message.
pub(crate) fn message_link(place: &Place, id: &MessageId) -> Option<String> {
    let (channel, message) = (address(place).ok()?, snowflake::parse(id.as_str())?);
    let guild = match &place.space {
        Some(guild) => snowflake::parse(guild.as_str())?.to_string(),
        None => "@me".to_owned(),
    };
    Some(format!("https://discord.com/channels/{guild}/{channel}/{message}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PLATFORM;

    #[test]
    fn a_thread_is_addressed_by_its_own_id() {
        let place = Place::channel(PLATFORM, "5").thread("9");
        assert_eq!(address(&place).unwrap(), 9);
        assert!(address(&Place::channel(PLATFORM, "x")).is_err());
    }

    #[test]
    fn a_message_is_opened_in_its_thread_or_private_chat() {
        let thread = Place::channel(PLATFORM, "5").within("1").thread("9");
        let link = |place: &Place, id: &str| message_link(place, &id.into());
        assert_eq!(link(&thread, "7").as_deref(), Some("https://discord.com/channels/1/9/7"));
        let private = Place::channel(PLATFORM, "5");
        assert_eq!(link(&private, "7").as_deref(), Some("https://discord.com/channels/@me/5/7"));
        assert_eq!(link(&private, "x"), None);
        assert_eq!(link(&private.within("../x"), "7"), None);
    }
}
