//! What a place hears.

use fireside_core::{Actor, Invocation, MessageId, OptionValue, Span};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square};
use serde_json::json;

use crate::{Scene, norther};

#[test]
fn each_place_where_it_was_asked_for_hears_of_it_once() {
    let mut scene = Scene::new();
    let (ana, ben, cleo) = (customer(NORTH, "1", "Ana"), norther(2), customer(SOUTH, "3", "Cleo"));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&ben, &square(NORTH), 1);
    scene.back(&cleo, &square(SOUTH), 1);
    let before = scene.script.said_in(&square(SOUTH)).len();
    scene.tell("1 planned");
    assert_eq!(
        scene.script.said_in(&square(NORTH)),
        ["#1 “The lid sticks” is planned.\nThank you all for speaking up: Ana, Nora2"]
    );
    assert_eq!(
        scene.script.said_in(&square(SOUTH))[before..],
        ["#1 “The lid sticks” is planned.\nThank you for speaking up, Cleo"]
    );
    scene.hours(48);
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 1);
}

#[test]
fn only_those_whose_words_are_on_the_item_are_pinged() {
    let mut scene = Scene::new();
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&norther(2), &square(NORTH), 1);
    scene.tell("1 planned");
    let said = scene.last_in(&square(NORTH)).text.0;
    let mention = Span::Mention { account: ana.account, name: "Ana".to_owned() };
    assert_eq!(said.iter().filter(|span| matches!(span, Span::Mention { .. })).count(), 1, "{said:?}");
    assert!(said.contains(&mention) && said.contains(&Span::Plain("Nora2".to_owned())), "{said:?}");
}

#[test]
fn of_many_who_asked_some_are_pinged_some_are_named_and_the_rest_is_counted() {
    let mut scene = Scene::with(&json!({ "pings": 3 }));
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    for id in 0..59 {
        scene.back(&norther(id), &square(NORTH), 1);
    }
    for id in [57, 58, 59] {
        scene.fate(&norther(id), &square(NORTH), "words 1");
    }
    scene.tell("1 planned");
    let said = scene.last_in(&square(NORTH)).text;
    let pinged = said.0.iter().filter_map(|span| match span {
        Span::Mention { name, .. } => Some(name.as_str()),
        _ => None,
    });
    let pinged: Vec<_> = pinged.collect();
    assert_eq!(pinged, ["Ana", "Nora57", "Nora58"]);
    let said = said.to_plain();
    assert_eq!(said.matches("Nora").count(), 12, "{said}");
    assert!(said.ends_with(" and 47 others"), "{said}");
}

#[test]
fn nobody_is_pinged_where_nobody_should_be() {
    let mut scene = Scene::with(&json!({ "pings": 0 }));
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 planned");
    let said = scene.last_in(&square(NORTH)).text;
    assert!(!said.0.iter().any(|span| matches!(span, Span::Mention { .. })), "{said:?}");
    assert!(said.to_plain().ends_with("speaking up, Ana"), "{said:?}");
}

#[test]
fn more_than_twenty_are_never_pinged() {
    let mut scene = Scene::with(&json!({ "pings": 500 }));
    scene.raise(&norther(0), &square(NORTH), "The lid sticks");
    for id in 1..30 {
        scene.back(&norther(id), &square(NORTH), 1);
        scene.fate(&norther(id), &square(NORTH), "words 1");
    }
    scene.tell("1 planned");
    let said = scene.last_in(&square(NORTH)).text.0;
    assert_eq!(said.iter().filter(|span| matches!(span, Span::Mention { .. })).count(), 20);
}

/// Ben and Cleo asked for something in the south, with a message each.
fn two_who_asked_in_the_south() -> (Scene, Actor, Actor) {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    let (ben, cleo) = (customer(SOUTH, "2", "Ben"), customer(SOUTH, "3", "Cleo"));
    for (asker, message) in [(&ben, "m7"), (&cleo, "m8")] {
        let voice = Invocation {
            message: Some(MessageId::new(message)),
            ..Invocation::of("voice").given("number", OptionValue::Integer(1))
        };
        scene.script.run(asker, &square(SOUTH), voice);
        scene.seconds(1);
    }
    (scene, ben, cleo)
}

fn answered(scene: &mut Scene) -> Option<MessageId> {
    scene.tell("1 planned");
    let said = scene.script.said_in(&square(SOUTH)).pop().expect("it is told");
    assert!(said.starts_with("#1 “The lid sticks” is planned."), "{said}");
    scene.script.answered_by(&said)
}

#[test]
fn it_answers_the_first_voice_there() {
    let (mut scene, _, _) = two_who_asked_in_the_south();
    assert_eq!(answered(&mut scene), Some(MessageId::new("m7")));
}

#[test]
fn it_answers_nobody_who_took_their_voice_back() {
    let (mut scene, ben, _) = two_who_asked_in_the_south();
    scene.fate(&ben, &square(SOUTH), "leave 1");
    assert_eq!(answered(&mut scene), Some(MessageId::new("m8")));
}

#[test]
fn it_answers_nobody_who_is_muted() {
    let (mut scene, ben, cleo) = two_who_asked_in_the_south();
    scene.script.command(&ben, &chat(&ben), "feedback", "mute");
    assert_eq!(answered(&mut scene), Some(MessageId::new("m8")));
    scene.script.command(&cleo, &chat(&cleo), "feedback", "mute");
    scene.tell("1 started");
    let said = scene.script.said_in(&square(SOUTH)).pop().expect("it is told");
    assert!(said.ends_with("the 2 people here who spoke up."), "{said}");
    assert_eq!(scene.script.answered_by(&said), None);
}

#[test]
fn what_staff_say_to_it_is_quoted_as_they_said_it() {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "*The* <b>lid</b> @everyone");
    scene.tell("1 declined *Sorry* <b>no</b> @everyone");
    let said = scene.last_in(&square(NORTH)).text.0;
    assert_eq!(said[0], Span::Plain("We won't do #1 “*The* <b>lid</b> @everyone”.".to_owned()));
    assert!(said.contains(&Span::Quote("*Sorry* <b>no</b> @everyone".into())), "{said:?}");
}

#[test]
fn news_without_a_change_of_the_status_are_told_as_news() {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 planned");
    scene.tell("1 planned It comes in May.");
    let said = scene.script.said_in(&square(NORTH));
    assert!(said[1].starts_with("News about #1 “The lid sticks”:\nIt comes in May.\n"), "{said:?}");
}

#[test]
fn a_place_hears_it_in_the_language_most_of_them_speak() {
    let mut scene = Scene::new();
    let (ana, ben, cleo) = (norther(1), norther(2), norther(3));
    scene.script.speaks(&ana, "de");
    scene.script.speaks(&ben, "de-AT");
    scene.script.speaks(&cleo, "de-AT");
    scene.raise(&ana, &square(NORTH), "Der Deckel klemmt");
    scene.back(&ben, &square(NORTH), 1);
    let eve = customer(SOUTH, "4", "Eve");
    scene.back(&eve, &square(SOUTH), 1);
    scene.back(&cleo, &square(NORTH), 1);
    scene.tell("1 planned");
    let own = scene.script.said_in(&square(SOUTH)).pop().expect("it is told");
    let german = scene.script.said_in(&square(NORTH)).pop().expect("it is told");
    assert!(own.contains("is planned"), "{own}");
    assert!(german.contains("„Der Deckel klemmt“"), "{german}");
}

#[test]
fn where_all_have_taken_their_voices_back_nothing_is_said() {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    let ben = customer(SOUTH, "2", "Ben");
    scene.back(&ben, &square(SOUTH), 1);
    scene.fate(&ben, &square(SOUTH), "leave 1");
    let before = scene.script.said_in(&square(SOUTH)).len();
    scene.tell("1 planned");
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 1);
    assert_eq!(scene.script.said_in(&square(SOUTH)).len(), before);
}

#[test]
fn who_is_muted_is_counted_and_neither_named_nor_pinged() {
    let mut scene = Scene::new();
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&ben, &square(NORTH), 1);
    let muted = scene.script.command(&ana, &square(NORTH), "feedback", "mute");
    assert!(muted.is_private() && muted.text().starts_with("Muted:"), "{}", muted.text());
    scene.tell("1 planned");
    assert_eq!(
        scene.script.said_in(&square(NORTH)).pop().as_deref(),
        Some("#1 “The lid sticks” is planned.\nThank you all for speaking up: Nora2 and one other")
    );
    scene.script.command(&ben, &square(NORTH), "feedback", "mute on");
    scene.tell("1 started");
    assert_eq!(
        scene.script.said_in(&square(NORTH)).pop().as_deref(),
        Some("We have started on #1 “The lid sticks”.\nThank you to the 2 people here who spoke up.")
    );
    let unmuted = scene.script.command(&ana, &square(NORTH), "feedback", "mute off").text();
    assert_eq!(unmuted, "You hear about your feedback again.");
    scene.tell("1 shipped");
    assert!(scene.script.said_in(&square(NORTH)).pop().is_some_and(|said| said.contains("Ana")));
}

#[test]
fn forty_places_make_forty_messages_however_many_have_asked() {
    let mut scene = Scene::new();
    let place = |index: u32| square(NORTH).thread(format!("t{index:02}"));
    scene.raise(&norther(999), &place(0), "The lid sticks");
    for id in 0..200 {
        scene.back(&norther(id), &place(id % 40), 1);
    }
    let before = scene.messages();
    scene.tell("1 planned");
    assert_eq!(scene.messages() - before, 40);
    for index in 0..40 {
        assert_eq!(scene.script.said_in(&place(index)).len(), 1, "{index}");
    }
}
