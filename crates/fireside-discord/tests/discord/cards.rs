//! Cards, menus and buttons.

use fireside_core::outgoing::{Menu, MenuChoice};
use fireside_core::{Button, ButtonTarget, Effect, Outgoing};

use crate::deliveries::sent;
use crate::stage::{Stage, simulated};

fn button(label: &str) -> Button {
    Button { label: label.to_owned(), target: ButtonTarget::Press(label.to_owned()) }
}

fn card(words: &str) -> Outgoing {
    Outgoing::of(words).card().row(vec![button("Claim")])
}

#[tokio::test]
async fn a_card_is_set_apart_and_changed() {
    let stage = Stage::dark(simulated()).await;
    let receipt =
        sent(&stage, 0, Effect::Send { to: stage.place().into(), content: card("waits *long*") }).await;
    let seen = stage.world.history(stage.channel).pop().expect("it is shown");
    assert_eq!(seen.text, "waits \\*long\\*");
    assert_eq!(seen.buttons.iter().map(|it| it.label.as_str()).collect::<Vec<_>>(), ["Claim"]);
    let message = stage.message(&receipt.message.expect("it has an id"));
    // It is cut to what a card holds.
    let content = card(&"word ".repeat(2_000));
    sent(&stage, 1, Effect::Edit { message, content }).await;
    let seen = stage.world.history(stage.channel).pop().expect("it is shown");
    assert!(seen.text.starts_with("word word") && seen.text.ends_with('…'), "{}", seen.text);
}

#[tokio::test]
async fn a_message_becomes_a_card_when_it_is_changed_into_one() {
    let stage = Stage::dark(simulated()).await;
    let receipt = sent(&stage, 0, Effect::Send { to: stage.place().into(), content: "plain".into() }).await;
    let message = stage.message(&receipt.message.expect("it has an id"));
    sent(&stage, 1, Effect::Edit { message, content: card("apart") }).await;
    let seen = stage.world.history(stage.channel).pop().expect("it is shown");
    assert_eq!((seen.text.as_str(), seen.buttons.len()), ("apart", 1));
}

#[tokio::test]
async fn a_card_too_long_for_one_is_said_in_messages() {
    let stage = Stage::dark(simulated()).await;
    let content = card(&"word ".repeat(900));
    sent(&stage, 0, Effect::Send { to: stage.place().into(), content }).await;
    let seen = stage.world.history(stage.channel);
    assert_eq!(seen.len(), 3);
    assert_eq!(seen.iter().map(|it| it.buttons.len()).collect::<Vec<_>>(), [0, 0, 1]);
}

#[tokio::test]
async fn a_menu_is_shown_above_the_buttons() {
    let stage = Stage::dark(simulated()).await;
    let choice = |label: &str| MenuChoice {
        label: label.to_owned(),
        description: None,
        data: format!("pick:{label}"),
    };
    let menu = Menu { prompt: "which?".to_owned(), choices: vec![choice("one"), choice("two")] };
    let content = Outgoing { menu: Some(menu), ..Outgoing::of("choose").row(vec![button("Close")]) };
    sent(&stage, 0, Effect::Send { to: stage.place().into(), content }).await;
    let seen = stage.world.history(stage.channel).pop().expect("it is shown");
    assert_eq!(seen.buttons.len(), 2, "{:?}", seen.buttons);
}
