//! What a turn wants done on platforms.

use std::time::Duration;

use super::{Interrupt, Turn};
use crate::action::Action;
use crate::actor::Account;
use crate::delivery::{BETWEEN_SUBJECTS, Delivery, Tag, Withdrawal};
use crate::effect::{Effect, MessageRef, PlaceRef, RoomPlan};
use crate::event::EventKind;
use crate::ids::{DeliveryId, LaneId, MessageId};
use crate::outgoing::{Answer, Button, ButtonTarget, Outgoing, Privacy, Voice};
use crate::place::Audience;

/// How an effect is asked for: on whose behalf, under which name, about what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manner {
    voice: Voice,
    tag: Option<(String, String)>,
    subject: Option<String>,
    lane: Option<LaneId>,
    tells_delay: bool,
    joins: bool,
}

impl Manner {
    /// On behalf of `voice`, with nothing to be heard of it again: once it is
    /// done, no other effect can refer to what it made.
    pub fn of(voice: Voice) -> Self {
        Self { voice, tag: None, subject: None, lane: None, tells_delay: false, joins: false }
    }

    /// Its receipt comes back to the deciding feature under this label, and is
    /// kept for effects that refer to it later.
    #[must_use]
    pub fn tagged(mut self, label: &str, subject: impl ToString) -> Self {
        self.tag = Some((label.to_owned(), subject.to_string()));
        self
    }

    /// What it is about: it can be withdrawn by that. It can be about several
    /// things.
    #[must_use]
    pub fn about(mut self, subject: impl ToString) -> Self {
        let subject = subject.to_string();
        self.subject = Some(match self.subject {
            Some(others) => format!("{others}{BETWEEN_SUBJECTS}{subject}"),
            None => subject,
        });
        self
    }

    /// Its receipt comes back in this lane instead of the turn's own.
    #[must_use]
    pub fn lane(mut self, lane: LaneId) -> Self {
        self.lane = Some(lane);
        self
    }

    /// If it has to wait, its words may be said in one message with those that
    /// wait before and behind it, line by line: of the same author, in the same
    /// voice, words alone. Its [receipt](crate::Receipt::is_shared) says so.
    #[must_use]
    pub fn joins(mut self) -> Self {
        self.joins = true;
        self
    }

    /// If it has to wait, for a limit or an outage or what is to be said before
    /// it, the deciding feature is told once
    /// ([`on_delay`](crate::Feature::on_delay)). Only what has a tag tells.
    #[must_use]
    pub fn tells_delay(mut self) -> Self {
        self.tells_delay = true;
        self
    }
}

impl Turn<'_> {
    /// Asks for an effect. Effects on one destination are done in the order
    /// they are asked for.
    pub fn effect(&mut self, mut effect: Effect, manner: Manner) -> DeliveryId {
        let platform = effect.destination().platform.clone();
        if let Some(content) = effect.content_mut() {
            self.fit(content, &platform);
        }
        let index = u32::try_from(self.deliveries.len()).unwrap_or(u32::MAX);
        let id = DeliveryId { event: self.event().id.clone(), index };
        let delivery = Delivery {
            id: id.clone(),
            community: self.community().id.clone(),
            lane: manner.lane.unwrap_or_else(|| self.lane().clone()),
            effect,
            voice: manner.voice,
            tag: manner.tag.map(|(label, subject)| Tag::new(self.feature, &label, subject)),
            subject: manner.subject,
            tells_delay: manner.tells_delay,
            joins: manner.joins,
            at: self.now(),
        };
        self.deliveries.push(delivery);
        id
    }

    /// Says something somewhere.
    pub fn send(
        &mut self,
        to: impl Into<PlaceRef>,
        content: impl Into<Outgoing>,
        manner: Manner,
    ) -> DeliveryId {
        self.effect(Effect::Send { to: to.into(), content: content.into() }, manner)
    }

    /// Tells other software that something happened (`feedback.created`), with
    /// its particulars; nobody where the community has no such software. No
    /// word about a person belongs in it that the receivers were not promised.
    pub fn tell_software(
        &mut self,
        event_type: &str,
        data: serde_json::Value,
        manner: Manner,
    ) -> Option<DeliveryId> {
        let to = self.community().outward.clone()?;
        Some(self.effect(Effect::Post { to, event_type: event_type.to_owned(), data }, manner))
    }

    /// Takes back what has not been sent yet.
    pub fn withdraw(&mut self, subject: impl ToString, voice: Option<Voice>) {
        self.withdrawals.push(Withdrawal { subject: subject.to_string(), voice });
    }

    /// A button of the deciding feature, good for `lifetime`. A press of it
    /// comes back in `lane`, else in the presser's own, with `action` and
    /// `data` as they are here.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn button(
        &mut self,
        label: impl Into<String>,
        action: &str,
        data: impl ToString,
        lane: Option<&LaneId>,
        lifetime: Duration,
    ) -> Result<Button, Interrupt> {
        let token = self.token();
        self.button_of(&token, label, action, data, lane, lifetime)
    }

    /// A button that was shown before under `token`, for a message that is
    /// shown again: it stays the same button, good for `lifetime` from now.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn button_of(
        &mut self,
        token: &str,
        label: impl Into<String>,
        action: &str,
        data: impl ToString,
        lane: Option<&LaneId>,
        lifetime: Duration,
    ) -> Result<Button, Interrupt> {
        let expires = self.now() + lifetime;
        let action = Action {
            feature: self.feature.to_owned(),
            name: action.to_owned(),
            data: data.to_string(),
            lane: lane.cloned(),
            expires,
        };
        self.put(token, &action)?;
        Ok(Button { label: label.into(), target: ButtonTarget::Press(Action::button_data(token)) })
    }

    /// The message that carried the event, where it was one.
    pub fn message_ref(&self, id: Option<&MessageId>) -> Option<MessageRef> {
        id.map(|id| MessageRef::Known { place: self.event().place.clone(), id: id.clone() })
    }

    /// Lets an account into a room.
    pub fn add_member(&mut self, room: impl Into<PlaceRef>, account: Account, manner: Manner) -> DeliveryId {
        self.effect(Effect::AddMember { room: room.into(), account }, manner)
    }

    /// Opens a room.
    pub fn open_room(&mut self, plan: RoomPlan, manner: Manner) -> DeliveryId {
        self.effect(Effect::OpenRoom(plan), manner)
    }

    /// The message in which the actor said what is decided on; after a press in
    /// a dialogue what they had said before, so that others see who is meant.
    pub(crate) fn said(&self) -> Option<&MessageId> {
        match &self.event().kind {
            EventKind::Command(invocation) => invocation.message.as_ref(),
            EventKind::Message(message) => message.id.as_ref(),
            EventKind::Press(_) => self.pressed_after.as_ref(),
            _ => None,
        }
    }

    /// Where an event can't be answered directly, its answer becomes a message.
    /// A private one goes only where nobody else reads; elsewhere the place is
    /// told that it can't be said here.
    pub(super) fn send_unanswerable(&mut self) {
        if self.event().reply.is_some() {
            return;
        }
        let Some(Answer::Say { content, privacy }) = self.answer.take() else { return };
        let alone = self.event().audience == Audience::Private || self.in_staff_place();
        let content = if privacy == Privacy::Private && !alone {
            Outgoing::of(self.say("only-in-private", &[]))
        } else {
            *content
        };
        let is_crowded = self.event().audience == Audience::Group;
        let is_press = matches!(self.event().kind, EventKind::Press(_));
        // Of two people, it is clear who is answered after a press.
        let message = self.said().filter(|_| is_crowded || !is_press);
        let content = content.reply_to(self.message_ref(message));
        self.send(self.event().place.clone(), content, Manner::of(Voice::System));
    }
}
