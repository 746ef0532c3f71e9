//! References: places and messages that earlier deliveries make, and the real
//! ones once they are there.

use std::sync::Arc;

use fireside_core::ports::StoreError;
use fireside_core::{Delivery, DeliveryId, DeliveryOutcome, Effect, MessageRef, Place, PlaceRef, Receipt};

use super::receipts::Outcome;
use crate::shared::Shared;

/// Puts in the room that a delivery opened.
pub(super) fn put_room(effect: &mut Effect, opened: &DeliveryId, room: &Place) {
    let put = |place: &mut PlaceRef| {
        if matches!(place, PlaceRef::Opened { delivery, .. } if delivery == opened) {
            *place = PlaceRef::At(room.clone());
        }
    };
    if let Some(place) = effect.room_mut() {
        put(place);
    }
    for message in effect.messages_mut() {
        if let MessageRef::Sent { to, .. } = message {
            put(to);
        }
    }
}

impl Shared {
    /// A delivery with the real places where the turn named rooms still to be
    /// opened. `Err`: a room it needs is not there.
    pub(super) async fn resolve_places(
        &self,
        delivery: &Arc<Delivery>,
    ) -> Result<Result<Arc<Delivery>, String>, StoreError> {
        let mut resolved = Arc::clone(delivery);
        if !resolved.effect.refers_to(|_| true) {
            return Ok(Ok(resolved));
        }
        let placed = Arc::make_mut(&mut resolved);
        if let Some(room) = placed.effect.room_mut()
            && let Err(why) = self.resolve_place(delivery, room).await?
        {
            return Ok(Err(why));
        }
        let is_optional = matches!(placed.effect, Effect::Send { .. });
        for message in placed.effect.messages_mut() {
            if let MessageRef::Sent { to, .. } = message
                && let Err(why) = self.resolve_place(delivery, to).await?
                && !is_optional
            {
                return Ok(Err(why));
            }
        }
        Ok(Ok(resolved))
    }

    /// A delivery with the real messages where the turn named what was still to
    /// be sent. `Err`: a message it needs is not there.
    pub(super) async fn resolve_messages(
        &self,
        mut resolved: Arc<Delivery>,
    ) -> Result<Result<Arc<Delivery>, String>, StoreError> {
        if !resolved.effect.refers_to(|_| true) {
            return Ok(Ok(resolved));
        }
        let of = Arc::clone(&resolved);
        let placed = Arc::make_mut(&mut resolved);
        let is_optional = matches!(placed.effect, Effect::Send { .. });
        let changes_it = matches!(placed.effect, Effect::Edit { .. } | Effect::Delete { .. });
        for message in placed.effect.messages_mut() {
            if let Err(why) = self.resolve_message(&of, message, changes_it).await?
                && !is_optional
            {
                return Ok(Err(why));
            }
        }
        if let Effect::Send { content, .. } = &mut placed.effect
            && matches!(content.reply_to, Some(MessageRef::Sent { .. }))
        {
            content.reply_to = None;
        }
        Ok(Ok(resolved))
    }

    async fn resolve_place(
        &self,
        delivery: &Delivery,
        place: &mut PlaceRef,
    ) -> Result<Result<(), String>, StoreError> {
        let PlaceRef::Opened { delivery: opened, .. } = &*place else { return Ok(Ok(())) };
        Ok(match self.outcome(delivery, opened).await? {
            Ok(outcome) => {
                *place = PlaceRef::At(outcome.place);
                Ok(())
            }
            Err(why) => Err(why),
        })
    }

    async fn resolve_message(
        &self,
        delivery: &Delivery,
        message: &mut MessageRef,
        changes_it: bool,
    ) -> Result<Result<(), String>, StoreError> {
        let MessageRef::Sent { delivery: sent, .. } = &*message else { return Ok(Ok(())) };
        Ok(match self.outcome(delivery, sent).await? {
            Ok(Outcome { end: DeliveryOutcome::Delivered(Receipt { is_shared: true, .. }), .. })
                if changes_it =>
            {
                Err("its message says the words of others too".to_owned())
            }
            Ok(Outcome {
                end: DeliveryOutcome::Delivered(Receipt { message: Some(id), .. }), place, ..
            }) => {
                *message = MessageRef::Known { place, id };
                Ok(())
            }
            Ok(_) => Err("what it belongs to is no message".to_owned()),
            Err(why) => Err(why),
        })
    }
}
