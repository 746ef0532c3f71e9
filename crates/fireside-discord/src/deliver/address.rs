//! From core's places and messages to Discord's ids.

use fireside_core::Place;
use fireside_core::effect::{MessageRef, PlaceRef};
use fireside_core::ports::DeliveryError;

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
}
