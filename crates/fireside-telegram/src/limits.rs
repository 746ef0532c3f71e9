//! The limits that a delivery falls under.

use fireside_core::ports::Limit;
use fireside_core::{Delivery, Effect};

use crate::PLATFORM;
use crate::address::Address;
use crate::options::{Rate, TelegramLimits};

/// What counts for `delivery`. Messages and edits count for their chat, all
/// its topics together; everything counts for the bot as a whole.
pub(crate) fn of(delivery: &Delivery, limits: &TelegramLimits) -> Vec<Limit> {
    let limit = |scope: String, rate: Rate| Limit::Rate { scope, burst: rate.burst, per: rate.per };
    let overall = limits.overall.map(|rate| limit(PLATFORM.to_owned(), rate));
    let place = delivery.effect.destination();
    let speaks = matches!(delivery.effect, Effect::Send { .. } | Effect::Edit { .. });
    let chat = Address::of(place).ok().filter(|_| speaks).and_then(|address| {
        let rate = if address.is_group() { limits.group } else { limits.private_chat };
        rate.map(|rate| limit(format!("{PLATFORM}:{}", place.channel), rate))
    });
    overall.into_iter().chain(chat).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use fireside_core::{CommunityId, DeliveryId, LaneId, Outgoing, Place, Timestamp, Voice};

    use super::*;

    fn send(chat: &str) -> Delivery {
        let to = Place::channel(PLATFORM, chat).thread("3").into();
        Delivery {
            id: DeliveryId { event: "e".into(), index: 0 },
            community: CommunityId::new("acme"),
            lane: LaneId::new("l"),
            effect: Effect::Send { to, content: Outgoing::of("hi") },
            voice: Voice::Bot,
            tag: None,
            subject: None,
            tells_delay: false,
            joins: false,
            at: Timestamp::default(),
        }
    }

    #[test]
    fn a_groups_topics_share_its_limit() {
        let limits = of(&send("-100"), &TelegramLimits::documented());
        let group = Limit::Rate { scope: "telegram:-100".to_owned(), burst: 20, per: Duration::from_mins(1) };
        assert_eq!(limits.len(), 2);
        assert_eq!(limits[1], group);
    }

    #[test]
    fn limits_can_be_turned_off() {
        assert_eq!(of(&send("7"), &TelegramLimits::none()), []);
    }
}
