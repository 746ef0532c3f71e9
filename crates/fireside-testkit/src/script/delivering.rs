//! Deliveries: done on the invented platforms, with receipts for those that
//! asked for one.

use fireside_core::delivery::Withdrawal;
use fireside_core::event::{DelayEvent, ReceiptEvent};
use fireside_core::{
    Capability, Delivery, DeliveryId, DeliveryOutcome, Effect, EventKind, MessageRef, Obstacle, Place,
    PlaceRef, Receipt, RoomPlan, Voice,
};

use super::deciding::Script;
use super::joining;
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

    pub(super) fn is_taken_back_by(&self, withdrawal: &Withdrawal) -> bool {
        self.progress == Progress::Waiting && withdrawal.covers(&self.delivery)
    }

    fn is_delivered(&self) -> bool {
        matches!(self.progress, Progress::Ended(DeliveryOutcome::Delivered(_)))
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

    /// What other software was told so far: what happened, and its particulars.
    pub fn told_software(&self) -> Vec<(&str, &serde_json::Value)> {
        let delivered = self.rows.iter().filter(|row| row.is_delivered());
        delivered
            .filter_map(|row| match &row.delivery.effect {
                Effect::Post { event_type, data, .. } => Some((event_type.as_str(), data)),
                _ => None,
            })
            .collect()
    }

    /// From now on deliveries wait for [`Script::deliver_all`].
    pub fn hold_deliveries(&mut self) {
        self.holds = true;
    }

    /// What waits has waited for long: every delivery that tells so, and has not
    /// told it yet, tells its feature.
    pub fn tell_delays(&mut self) {
        let waiting = self.rows.iter().filter(|row| row.progress == Progress::Waiting);
        let telling: Vec<_> =
            waiting.filter(|row| row.delivery.tells_delay).map(|row| row.delivery.clone()).collect();
        for Delivery { id, tag, lane, effect, .. } in telling {
            if let Some(tag) = tag
                && self.told_delays.insert(id.clone())
            {
                let place = effect.destination().clone();
                self.happens_by_itself(place, EventKind::Delayed(DelayEvent { delivery: id, tag, lane }));
            }
        }
        self.settle();
    }

    /// From now on words that wait and may be joined are said as one message.
    pub fn join_words(&mut self) {
        self.joins = true;
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

    /// What keeps a place from being used is gone.
    pub fn mend(&mut self, place: &Place) {
        self.refused_places.remove(place);
    }

    /// Somebody removes what the bot said last in a place, and the bot hears
    /// nothing of it.
    ///
    /// # Panics
    /// When it said nothing there.
    pub fn remove_last(&mut self, place: &Place) {
        let last = self.shown.iter_mut().rev().find(|shown| shown.place == *place && !shown.deleted);
        last.unwrap_or_else(|| panic!("the bot said nothing in {place}")).deleted = true;
    }

    /// From now on no room can be opened, for the reason given.
    pub fn refuse_rooms(&mut self, why: &str) {
        self.rooms_refused = Some(why.to_owned());
    }

    /// From now on they can be.
    pub fn allow_rooms(&mut self) {
        self.rooms_refused = None;
    }

    /// From now on no room's tags can be changed, for the reason given.
    pub fn refuse_tags(&mut self, why: &str) {
        self.tags_refused = Some(why.to_owned());
    }

    /// From now on they can be.
    pub fn allow_tags(&mut self) {
        self.tags_refused = None;
    }

    /// Tells what was taken back, then does what waits, with what comes of it.
    pub(super) fn settle(&mut self) {
        self.tell_withdrawn();
        while !self.holds
            && let Some(index) = self.rows.iter().position(|row| row.progress == Progress::Waiting)
        {
            let run = self.run_from(index);
            let mut effect = joining::joined(&self.rows, &run);
            let outcome = match self.deliver(&mut effect) {
                Ok(receipt) => DeliveryOutcome::Delivered(Receipt { is_shared: run.len() > 1, ..receipt }),
                Err((obstacle, why)) => DeliveryOutcome::Undeliverable { obstacle, why },
            };
            for index in run {
                self.end(index, effect.destination().clone(), outcome.clone());
            }
            self.tell_withdrawn();
        }
    }

    fn tell_withdrawn(&mut self) {
        while let Some(Delivery { id: delivery, tag, lane, effect, .. }) = self.withdrawn.pop_front() {
            if let Some(tag) = tag {
                let outcome = DeliveryOutcome::Withdrawn;
                let place = effect.destination().clone();
                self.happens_by_itself(
                    place,
                    EventKind::Receipt(ReceiptEvent { delivery, tag, outcome, lane }),
                );
            }
        }
    }

    /// The delivery has come to its end, in the place where it was done.
    fn end(&mut self, index: usize, place: Place, outcome: DeliveryOutcome) {
        let Delivery { id, tag, lane, .. } = self.rows[index].delivery.clone();
        let receipt = match &outcome {
            DeliveryOutcome::Delivered(receipt) => Some(receipt.clone()),
            _ => None,
        };
        self.ended.insert(id.clone(), receipt);
        self.rows[index].progress = Progress::Ended(outcome.clone());
        if tag.is_some() || self.is_referred_to(&id) {
            self.kept.insert(id.clone());
        }
        if let Some(tag) = tag {
            let receipt = ReceiptEvent { delivery: id, tag, outcome, lane };
            self.happens_by_itself(place, EventKind::Receipt(receipt));
        }
    }

    /// What is done together with the delivery of this row: itself, and what
    /// waits behind it, where such words are joined.
    fn run_from(&self, index: usize) -> Vec<usize> {
        if self.joins { joining::run_from(&self.rows, index) } else { vec![index] }
    }

    /// Whether something that waits needs what a delivery made. How one ended
    /// that nobody asked about and nothing waits for is forgotten.
    fn is_referred_to(&self, made: &DeliveryId) -> bool {
        let mut waiting = self.rows.iter().filter(|row| row.progress == Progress::Waiting);
        waiting.any(|row| row.delivery.effect.refers_to(|other| other == made))
    }

    fn deliver(&mut self, effect: &mut Effect) -> Result<Receipt, (Obstacle, String)> {
        self.resolve(effect).map_err(|why| (Obstacle::Gone, why))?;
        match self.refused_places.get(effect.destination()) {
            Some(refused) => Err(refused.clone()),
            None => self.carry_out(effect.clone()),
        }
    }

    fn carry_out(&mut self, effect: Effect) -> Result<Receipt, (Obstacle, String)> {
        let message = format!("m{}", self.ended.len() + 1);
        match effect {
            Effect::Send { to, content } => {
                self.shown.push(Shown::to_all(to.anchor(), &message, content));
                Ok(Receipt { message: Some(message.as_str().into()), ..Receipt::default() })
            }
            Effect::Edit { message, content } => {
                self.shown_at(&message).map_err(gone)?.content = content;
                Ok(Receipt::default())
            }
            Effect::Delete { message } => {
                self.shown_at(&message).map_err(gone)?.deleted = true;
                Ok(Receipt::default())
            }
            Effect::OpenRoom(plan) => self.open_room(plan, &message).map_err(refused),
            Effect::TagRoom { room, tags } => {
                if let Some(why) = &self.tags_refused {
                    return Err(refused(why.clone()));
                }
                self.tags.insert(room.anchor().clone(), tags);
                Ok(Receipt::default())
            }
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
            Effect::React { message: MessageRef::Known { place, id }, emoji } => {
                let there = self.reactions.entry((place, id)).or_default();
                if !there.contains(&emoji) {
                    there.push(emoji);
                }
                Ok(Receipt::default())
            }
            Effect::Unreact { message: MessageRef::Known { place, id }, emoji } => {
                self.reactions.entry((place, id)).or_default().retain(|there| *there != emoji);
                Ok(Receipt::default())
            }
            Effect::React { .. }
            | Effect::Unreact { .. }
            | Effect::Pin { .. }
            | Effect::ClosePoll { .. }
            | Effect::Type { .. }
            | Effect::RenameRoom { .. }
            | Effect::Post { .. } => Ok(Receipt::default()),
        }
    }

    /// A room starts from a message where the platform has that; with first
    /// words of its own, and in private, it opens by itself everywhere.
    fn open_room(&mut self, plan: RoomPlan, message: &str) -> Result<Receipt, String> {
        let RoomPlan { within, name, from, is_private, opening, tags } = plan;
        if let Some(why) = &self.rooms_refused {
            return Err(why.clone());
        }
        let platform = &within.platform;
        let capabilities = if platform.as_str() == NORTH { north() } else { south() };
        if is_private && !capabilities.can(Capability::PrivateRooms) {
            return Err(format!("{platform} has no private rooms"));
        }
        let starts_from_message = capabilities.can(Capability::RoomsFromMessages);
        let thread = match from {
            Some(MessageRef::Known { id, .. }) if starts_from_message => id.to_string(),
            None if !starts_from_message || is_private || opening.is_some() => name,
            _ => return Err(format!("{platform} does not open rooms like that")),
        };
        let link = Some(format!("https://{platform}.example/{}", thread.replace([' ', '#'], "")));
        // Two rooms of one name are two rooms.
        let mut place = within.clone().thread(thread.clone());
        let mut copies = 1;
        while self.tags.contains_key(&place) {
            copies += 1;
            place = within.clone().thread(format!("{thread} ({copies})"));
        }
        let message = opening.map(|content| {
            self.shown.push(Shown::to_all(&place, message, *content));
            message.into()
        });
        self.tags.insert(place.clone(), tags);
        Ok(Receipt { message, place: Some(place), link, ..Receipt::default() })
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

    fn receipt(&self, delivery: &DeliveryId) -> Result<Receipt, String> {
        if !self.kept.contains(delivery) {
            return Err("what it depends on left no receipt: it was sent without a tag".to_owned());
        }
        let ended = self.ended.get(delivery).cloned().flatten();
        ended.ok_or_else(|| "what it depends on could not be done".to_owned())
    }
}

fn gone(why: String) -> (Obstacle, String) {
    (Obstacle::Gone, why)
}

fn refused(why: String) -> (Obstacle, String) {
    (Obstacle::Refused, why)
}
