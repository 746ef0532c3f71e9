//! What stands in buttons, menus, forms and links into a private chat: anybody
//! can send anything in its place.
#![no_main]

#[path = "../../src/crossing.rs"]
#[allow(dead_code, reason = "only events are decoded")]
mod crossing;
mod onward;

use fireside_core::action::Action;
use fireside_core::{Button, ButtonTarget, Event, EventKind, Outgoing};
use serde_json::{Value, json};

libfuzzer_sys::fuzz_target!(|data: &str| {
    if let Some(token) = Action::token_in(data) {
        assert_eq!(Action::button_data(token), data);
    }
    comes_in(data);
    goes_out(data);
});

/// The data comes back as it is, wherever it was pressed, chosen or sent in.
fn comes_in(data: &str) {
    let press = json!({ "update_id": 1, "callback_query": {
        "id": "1", "from": ana(), "chat_instance": "1", "data": data,
        "message": { "message_id": 5, "date": 0, "chat": { "id": 7, "type": "private" } },
    } });
    let pressed = crossing::telegram_events(&press.to_string()).expect("a press is read");
    assert_eq!(data_of(&pressed), Some(data));
    for frame in [
        interaction(3, json!({ "custom_id": data, "component_type": 2 })),
        interaction(3, json!({ "custom_id": "menu", "component_type": 3, "values": [data] })),
    ] {
        let pressed = fireside_discord::decode(&frame, 42).expect("a press is read");
        assert_eq!(data_of(&pressed), Some(data));
    }
    let form = interaction(5, json!({ "custom_id": data, "components": [] }));
    for event in fireside_discord::decode(&form, 42).expect("a form is read") {
        assert!(matches!(&event.kind, EventKind::Submit(sent) if sent.token == data));
        onward::goes_on(&event);
    }
    for event in started(data) {
        onward::goes_on(&event);
    }
}

/// A button with the data is rendered whole or refused, and leads back to it.
fn goes_out(data: &str) {
    for target in [ButtonTarget::Press, ButtonTarget::Link, ButtonTarget::Private] {
        let target = target(data.to_owned());
        let button = Button { label: data.to_owned(), target: target.clone() };
        let content = Outgoing::of("choose").row(vec![button]);
        fireside_discord::bodies(&content);
        let Ok(calls) = fireside_telegram::bodies(&content, "fireside_bot") else { continue };
        let button = &calls[0]["reply_markup"]["inline_keyboard"][0][0];
        match target {
            ButtonTarget::Press(_) => {
                if let Some(sent) = button["callback_data"].as_str() {
                    assert!(sent == data && sent.len() <= 64, "{sent:?}");
                }
            }
            ButtonTarget::Private(_) => {
                if let Some((_, payload)) = button["url"].as_str().and_then(|url| url.split_once("?start=")) {
                    assert!(payload.len() <= 64, "{payload:?}");
                    assert_eq!(data_of(&started(payload)), Some(data));
                }
            }
            ButtonTarget::Link(_) => {}
        }
    }
}

fn started(payload: &str) -> Vec<Event> {
    let start = json!({ "update_id": 1, "message": {
        "message_id": 5, "date": 60, "chat": { "id": 7, "type": "private" }, "from": ana(),
        "text": format!("/start {payload}"),
        "entities": [{ "type": "bot_command", "offset": 0, "length": 6 }],
    } });
    crossing::telegram_events(&start.to_string()).expect("a start is read")
}

fn ana() -> Value {
    json!({ "id": 7, "is_bot": false, "first_name": "Ana" })
}

fn interaction(kind: u8, data: Value) -> String {
    let interaction = json!({
        "id": "175928847299117063", "application_id": "42", "token": "t", "type": kind, "channel_id": "5",
        "user": { "id": "7", "username": "ana" }, "message": { "id": "77" }, "data": data,
    });
    json!({ "op": 0, "t": "INTERACTION_CREATE", "s": 3, "d": interaction }).to_string()
}

fn data_of(events: &[Event]) -> Option<&str> {
    events.iter().find_map(|event| match &event.kind {
        EventKind::Press(press) => Some(press.data.as_str()),
        _ => None,
    })
}
