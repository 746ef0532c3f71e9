//! Deliveries: done on the invented platforms, with receipts for those that
//! asked for one.

use fireside_core::delivery::Withdrawal;
use fireside_core::event::ReceiptEvent;
use fireside_core::{
    Capability, Delivery, DeliveryOutcome, Effect, EventKind, MessageRef, Obstacle, Place, PlaceRef, Receipt,
    RoomPlan, Voice,
};

use super::deciding::Script;
use super::people::{NORTH, north, south};
use super::showing::Shown;

/// One delivery and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is to be done.
    pub delivery: Delivery,
    /// How far it is.
    pub progress: Progress,
}

/// How far a delivery is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It is still to be done.
    Waiting,
    /// It has come to its end.
    Ended(DeliveryOutcome),
}

impl Row {
    pub(super) fn waiting(delivery: Delivery) -> Self {
        Self { delivery, progress: Progress::Waiting }
    }

    pub(super) fn withdraw(&mut self, withdrawal: &Withdrawal) {
        if self.progress == Progress::Waiting && withdrawal.covers(&self.delivery) {
            self.progress = Progress::Ended(DeliveryOutcome::Withdrawn);
        }
    }

    /// On whose behalf it is.
    pub fn voice(&self) -> Voice {
        self.delivery.voice
    }
}

impl Script {
    /// Every delivery so far, in the order in which they were asked for.
    pub fn deliveries(&self) -> &[Row] {
        &self.rows
    }

    /// From now on deliveries wait for [`Script::deliver_all`].
    pub fn hold_deliveries(&mut self) {
        self.holds = true;
    }

    /// Does everything that waits, with what comes of it; from then on nothing
    /// is held.
    pub fn deliver_all(&mut self) {
        self.holds = false;
        self.settle();
    }

    /// From now on nothing can be said in a place, for the reason given.
    pub fn refuse(&mut self, place: &Place, why: &str) {
        self.fail(place, Obstacle::Refused, why);
    }

    /// From now on nothing can be done in a place, because of this obstacle.
    pub fn fail(&mut self, place: &Place, obstacle: Obstacle, why: &str) {
        self.refused_places.insert(place.clone(), (obstacle, why.to_owned()));
    }

    /// From now on no room can be opened, for the reason given.
    pub fn refuse_rooms(&mut self, why: &str) {
        self.rooms_refused = Some(why.to_owned());
    }

    pub(super) fn settle(&mut self) {
        while !self.holds
            && let Some(index) = self.rows.iter().position(|row| row.progress == Progress::Waiting)
        {
            let mut delivery = self.rows[index].delivery.clone();
            let outcome = match self.deliver(&mut delivery.effect) {
                Ok(receipt) => DeliveryOutcome::Delivered(receipt),
                Err((obstacle, why)) => DeliveryOutcome::Undeliverable { obstacle, why },
            };
            let receipt = match &outcome {
                DeliveryOutcome::Delivered(receipt) => Some(receipt.clone()),
                _ => None,
            };
            self.ended.insert(delivery.id.clone(), receipt);
            self.rows[index].progress = Progress::Ended(outcome.clone());
            if let Some(tag) = delivery.tag {
                let place = delivery.effect.destination().clone();
                let (delivery, lane) = (delivery.id, delivery.lane);
                self.happens_by_itself(
                    place,
                    EventKind::Receipt(ReceiptEvent { delivery, tag, outcome, lane }),
                );
            }
        }
    }

    fn deliver(&mut self, effect: &mut Effect) -> Result<Receipt, (Obstacle, String)> {
        self.resolve(effect).map_err(|why| (Obstacle::Gone, why))?;
        match self.refused_places.get(effect.destination()) {
            Some(refused) => Err(refused.clone()),
            None => self.carry_out(effect.clone()).map_err(|why| (Obstacle::Refused, why)),
        }
    }

    fn carry_out(&mut self, effect: Effect) -> Result<Receipt, String> {
        let message = format!("m{}", self.ended.len() + 1);
        match effect {
            Effect::Send { to, content } => {
                self.shown.push(Shown::to_all(to.anchor(), &message, content));
                Ok(Receipt { message: Some(message.as_str().into()), ..Receipt::default() })
            }
            Effect::Edit { message, content } => {
                self.shown_at(&message)?.content = content;
                Ok(Receipt::default())
            }
            Effect::Delete { message } => {
                self.shown_at(&message)?.deleted = true;
                Ok(Receipt::default())
            }
            Effect::OpenRoom(plan) => self.open_room(&plan),
            Effect::AddMember { room, account } => {
                self.members.insert((room.anchor().clone(), account));
                Ok(Receipt::default())
            }
            Effect::SetRoomState { room, open } => {
                if open {
                    self.closed_rooms.remove(room.anchor());
                } else {
                    self.closed_rooms.insert(room.anchor().clone());
                }
                Ok(Receipt::default())
            }
            Effect::React { .. }
            | Effect::Unreact { .. }
            | Effect::Pin { .. }
            | Effect::ClosePoll { .. }
            | Effect::Type { .. }
            | Effect::TagRoom { .. }
            | Effect::RenameRoom { .. } => Ok(Receipt::default()),
        }
    }

    fn open_room(&self, plan: &RoomPlan) -> Result<Receipt, String> {
        let RoomPlan { within, name, from, .. } = plan;
        if let Some(why) = &self.rooms_refused {
            return Err(why.clone());
        }
        let platform = &within.platform;
        let capabilities = if platform.as_str() == NORTH { north() } else { south() };
        let starts_from_message = capabilities.can(Capability::RoomsFromMessages);
        let thread = match from {
            Some(MessageRef::Known { id, .. }) if starts_from_message => id.to_string(),
            None if !starts_from_message => name.clone(),
            _ => return Err(format!("{platform} does not open rooms like that")),
        };
        Ok(Receipt {
            link: Some(format!("https://{platform}.example/{}", thread.replace([' ', '#'], ""))),
            place: Some(within.clone().thread(thread)),
            ..Receipt::default()
        })
    }

    /// Puts in the places and messages that earlier deliveries made.
    fn resolve(&self, effect: &mut Effect) -> Result<(), String> {
        if let Some(room) = effect.room_mut() {
            self.resolve_place(room)?;
        }
        for message in effect.messages_mut() {
            if let MessageRef::Sent { delivery, to } = message {
                self.resolve_place(to)?;
                let id = self.receipt(delivery)?.message.ok_or("what it depends on is no message")?;
                *message = MessageRef::Known { place: to.anchor().clone(), id };
            }
        }
        Ok(())
    }

    fn resolve_place(&self, place: &mut PlaceRef) -> Result<(), String> {
        if let PlaceRef::Opened { delivery, .. } = place {
            let opened = self.receipt(delivery)?.place.ok_or("what it depends on is no room")?;
            *place = PlaceRef::At(opened);
        }
        Ok(())
    }

    fn receipt(&self, delivery: &fireside_core::DeliveryId) -> Result<Receipt, String> {
        let ended = self.ended.get(delivery).cloned().flatten();
        ended.ok_or_else(|| "what it depends on could not be done".to_owned())
    }
}
