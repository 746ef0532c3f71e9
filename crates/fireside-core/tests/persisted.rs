//! What the engine keeps, as it is written today.

use fireside_core::action::Action;
use fireside_core::binding::Binding;
use fireside_core::event::ReplyHandle;
use fireside_core::talk::Talk;
use fireside_core::timer::{Overdue, Timer};
use fireside_core::{
    Account, Actor, Attachment, Audience, Authority, Button, ButtonTarget, Delivery, DeliveryId, Effect,
    Event, EventKind, FileKind, Message, MessageRef, Outgoing, Place, PlaceRef, Span, Tag, Text, Timestamp,
    Voice,
};

fn moment() -> Timestamp {
    Timestamp::from_millis(1_750_000_000_000)
}

fn delivery_id() -> DeliveryId {
    DeliveryId { event: "e1".into(), index: 0 }
}

fn place() -> Place {
    Place::channel("north", "square").within("acme").thread("t1")
}

#[test]
fn an_action_is_written_like_this() {
    insta::assert_json_snapshot!(
        "action",
        Action {
            feature: "handoff".to_owned(),
            name: "join".to_owned(),
            data: "1".to_owned(),
            lane: Some("case/1".into()),
            expires: moment(),
        }
    );
}

#[test]
fn a_binding_is_written_like_this() {
    insta::assert_json_snapshot!(
        "binding",
        Binding {
            place: place(),
            account: Some(Account::new("north", "1")),
            lane: "case/1".into(),
            tag: Tag::new("handoff", "customer", 1),
            since: Some(moment()),
        }
    );
}

#[test]
fn a_timer_is_written_like_this() {
    insta::assert_json_snapshot!(
        "timer",
        Timer {
            id: "handoff/reminder/1".into(),
            due: moment(),
            tag: Tag::new("handoff", "reminder", 1),
            overdue: Overdue::Collapse,
            lane: "case/1".into(),
        }
    );
}

#[test]
fn a_delivery_is_written_like_this() {
    let to = PlaceRef::Opened { delivery: delivery_id(), within: place().parent() };
    let role =
        Span::RoleMention { platform: "north".into(), role: "helper".into(), name: "helpers".to_owned() };
    let words = Text::bold("Ana").then(Text::link("https://example.org", "this")).then(Text(vec![role]));
    let content = Outgoing {
        asks: true,
        ..Outgoing::of(words)
            .author("Sam")
            .row(vec![Button { label: "Join".to_owned(), target: ButtonTarget::Press("a:1".to_owned()) }])
            .reply_to(Some(MessageRef::Sent { delivery: delivery_id(), to: place().into() }))
    };
    insta::assert_json_snapshot!(
        "delivery",
        Delivery {
            id: DeliveryId { index: 1, ..delivery_id() },
            community: "acme".into(),
            lane: "case/1".into(),
            effect: Effect::Send { to, content },
            voice: Voice::Staff,
            tag: Some(Tag::new("handoff", "to_customer", 1)),
            subject: Some("case/1".to_owned()),
            tells_delay: false,
            joins: false,
            at: moment(),
        }
    );
}

#[test]
fn the_talk_of_a_place_is_written_like_this() {
    let mut talk = Talk::of(place());
    let message = Message { id: Some("m1".into()), ..Message::of("hello") };
    talk.hear(&Event {
        id: "e1".into(),
        community: None,
        at: moment(),
        place: place(),
        audience: Audience::Group,
        actor: Actor::human(Account::new("north", "1"), "Ana"),
        locale: None,
        kind: EventKind::Message(message),
        reply: None,
    });
    insta::assert_json_snapshot!("talk", talk);
}

#[test]
fn what_other_software_is_told_is_written_like_this() {
    let data = serde_json::json!({ "number": 12, "kind": "idea" });
    insta::assert_json_snapshot!(
        "post",
        Effect::Post { to: place(), event_type: "feedback.created".to_owned(), data }
    );
}

#[test]
fn an_event_is_written_like_this() {
    let mut actor = Actor::human(Account::new("north", "1"), "Ana");
    actor.authority = Some(Authority { roles: vec!["helper".into()], as_of: moment() });
    let message = Message {
        id: Some("m1".into()),
        reply_to: Some("m0".into()),
        attachments: vec![Attachment {
            size_bytes: Some(7),
            ..Attachment::new(FileKind::Photo, "north", "f1")
        }],
        addressed: true,
        ..Message::of("hello")
    };
    insta::assert_json_snapshot!(
        "event",
        Event {
            id: "e1".into(),
            community: Some("acme".into()),
            at: moment(),
            place: place(),
            audience: Audience::Group,
            actor,
            locale: Some("pt-BR".to_owned()),
            kind: EventKind::Message(message),
            reply: Some(ReplyHandle { respond_by: moment(), expires_at: moment(), opens_forms: true }),
        }
    );
}
