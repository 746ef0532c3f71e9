//! Commands, menus and links: ways in which a person says what they want
//! without writing it.

use fireside_core::command::{Suggestion, Target};
use fireside_core::outgoing::MenuChoice;
use fireside_core::ports::Adapter;
use fireside_core::{
    Answer, Audience, Button, ButtonTarget, Capability, EventKind, Invocation, Menu, Outgoing,
};

use super::RichStage;
use super::running::Running;

/// What could be given for an option is asked for while it is written, and shown;
/// where that isn't declared, nobody is asked and nothing is shown.
pub async fn what_could_be_given_is_suggested_where_that_is_declared(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let suggests = running.adapter.capabilities().can(Capability::Suggestions);
    let suggestion = |label: &str| Suggestion { label: label.to_owned(), value: label.to_owned() };
    running.inbox.answer(Answer::Suggest(vec![suggestion("Berlin"), suggestion("Bern")]));
    let suggested = stage.suggested("move", "town", "Ber").await;
    if !suggests {
        running.say("sent");
        running.inbox.words(1).await;
        let events = running.inbox.contents().events;
        let asked = events.iter().any(|event| matches!(event.kind, EventKind::Suggest(_)));
        assert!(!asked && suggested.is_empty(), "{events:?}");
        return;
    }
    assert_eq!(suggested, ["Berlin", "Bern"]);
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Suggest(_))).await;
    let EventKind::Suggest(request) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!((request.command.as_str(), request.option.as_str()), ("move", "town"));
    assert_eq!(request.typed, "Ber");
    assert_eq!(event.actor.account, stage.customer());
}

/// A command is run on a message, from a menu or as a reply: what it says and
/// whose it is come in with it.
pub async fn a_command_is_run_on_a_message(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let said = running.say("the lamp flickers");
    stage.run_on("capture", "Capture", &stage.place(), &said);
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let EventKind::Command(Invocation { name, target, .. }) = event.kind else {
        unreachable!("it was picked by that")
    };
    assert_eq!(name, "capture");
    let Some(Target::Message { author, message }) = target.map(|target| *target) else {
        panic!("it was run on a message")
    };
    assert_eq!(author.account, stage.customer());
    assert_eq!((message.id, message.text.to_plain()), (Some(said), "the lamp flickers".to_owned()));
}

/// What is picked from a menu comes back as a press of its data; where menus
/// aren't declared, so does what the engine puts in their place, a button each.
pub async fn what_is_picked_from_a_menu_comes_back_as_a_press(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let selects = running.adapter.capabilities().can(Capability::Selects);
    let choice = |label: &str, data: &str| MenuChoice {
        label: label.to_owned(),
        description: Some(format!("all that is {label}")),
        data: data.to_owned(),
    };
    let menu = Menu {
        prompt: "Which *one*?".to_owned(),
        choices: vec![choice("Red", "a:red"), choice("@everyone <b>", "a:blue")],
    };
    let content = if selects {
        Outgoing { menu: Some(menu), ..Outgoing::of("Choose") }
    } else {
        let button =
            |choice: MenuChoice| Button { label: choice.label, target: ButtonTarget::Press(choice.data) };
        let content = Outgoing::of("Choose");
        menu.choices.into_iter().fold(content, |content, choice| content.row(vec![button(choice)]))
    };
    let asked = running.send(&stage.place(), content).await;
    if selects {
        stage.pick(&stage.place(), &asked, "@everyone <b>");
    } else {
        stage.press(&stage.place(), &asked, "@everyone <b>");
    }
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Press(_))).await;
    let EventKind::Press(press) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!((press.data.as_str(), press.message), ("a:blue", Some(asked)));
}

/// Who follows a button into a private chat comes back from there as its presser.
/// Where such buttons aren't declared the engine puts an ordinary one in their
/// place: it leads nowhere, and is pressed where it stands.
pub async fn a_button_into_a_private_chat_comes_back_from_there(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let leads = running.adapter.capabilities().can(Capability::PrivateLinks);
    let data = "a:0123456789_-ABCDEFGHIJKLMNOPQRSTUVWXYZabcde";
    let target = if leads { ButtonTarget::Private } else { ButtonTarget::Press };
    let button = Button { label: "In private".to_owned(), target: target(data.to_owned()) };
    let offered = running.send(&stage.place(), Outgoing::of("as you like").row(vec![button])).await;
    let chat = stage.follow(&stage.place(), &offered, "In private");
    assert_eq!(chat.is_some(), leads);
    if !leads {
        stage.press(&stage.place(), &offered, "In private");
    }
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Press(_))).await;
    let EventKind::Press(press) = event.kind else { unreachable!("it was picked by that") };
    let audience = if leads { Audience::Private } else { Audience::Group };
    let place = chat.unwrap_or_else(|| stage.place());
    assert_eq!((press.data.as_str(), event.place, event.audience), (data, place, audience));
    assert_eq!(event.actor.account, stage.customer());
}
