//! Places, contacts and dice.

use super::*;

#[tokio::test]
async fn places_contacts_and_dice_are_sent_and_shown() {
    let bench = acquainted().await;
    let place = json!({ "chat_id": ANNA, "latitude": 52.5, "longitude": "13.4", "horizontal_accuracy": 20 });
    let location = json!({ "latitude": 52.5, "longitude": 13.4, "horizontal_accuracy": 20 });
    assert_eq!(bench.ok("sendLocation", place).await["location"], location);
    let venue =
        json!({ "chat_id": ANNA, "latitude": 1, "longitude": 2, "title": "Camp", "address": "Lake 1" });
    let venue = bench.ok("sendVenue", venue).await;
    assert_eq!((&venue["venue"]["title"], &venue["location"]["latitude"]), (&json!("Camp"), &json!(1.0)));
    let contact = json!({ "chat_id": ANNA, "phone_number": "+49 30", "first_name": "Ben", "vcard": "" });
    let contact = bench.ok("sendContact", contact).await;
    assert_eq!(contact["contact"], json!({ "phone_number": "+49 30", "first_name": "Ben" }));
    let dice = bench.ok("sendDice", json!({ "chat_id": ANNA, "emoji": "⚽" })).await;
    assert!((1..=5).contains(&dice["dice"]["value"].as_i64().expect("a value")), "{dice}");
    let shown = bench.world.history(ANNA);
    let fields: Vec<_> =
        shown.iter().filter_map(|shown| shown.shared.as_ref()?.as_object()?.keys().next()).collect();
    assert_eq!(fields, ["location", "location", "contact", "dice"]);
}

#[tokio::test]
async fn what_is_nowhere_or_nameless_is_refused() {
    let bench = acquainted().await;
    let cases = [
        ("sendLocation", json!({ "longitude": 1 }), "latitude is empty"),
        ("sendLocation", json!({ "latitude": 91, "longitude": 1 }), "wrong location specified"),
        (
            "sendLocation",
            json!({ "latitude": "NaN", "longitude": 1 }),
            "field \"latitude\" must be of type Number",
        ),
        ("sendVenue", json!({ "latitude": 1, "longitude": 1, "address": "x" }), "VENUE_TITLE_EMPTY"),
        ("sendContact", json!({ "first_name": "Ben" }), "phone number must be non-empty"),
        ("sendContact", json!({ "phone_number": "1" }), "first name must be non-empty"),
        ("sendDice", json!({ "emoji": "🍰" }), "DICE_EMOJI_INVALID"),
    ];
    for (method, mut params, reason) in cases {
        params["chat_id"] = ANNA.into();
        assert_eq!(bench.refused(method, params).await, bad_request(reason), "{method}");
    }
    assert_eq!(bench.world.history(ANNA).len(), 1);
}
