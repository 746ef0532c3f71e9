//! The card: put up, followed, and what its buttons do.

use fireside_core::command::Target;
use fireside_core::event::Submission;
use fireside_core::{Answers, Attachment, Effect, EventKind, FileKind, Invocation, Message, Span};
use fireside_feedback::CardState;
use fireside_testkit::script::{NORTH, SOUTH, brand, chat, customer, square};

use crate::{PLATFORMS, Scene};

#[test]
fn each_item_has_a_room_whose_first_words_are_its_card() {
    for platform in PLATFORMS {
        let mut scene = Scene::on(platform);
        scene.raise_as("bug", "The lid sticks", "Only when it is hot.");
        let rooms = scene.rooms();
        assert_eq!(rooms, [square(platform).thread("#1 The lid sticks")]);
        assert_eq!(
            scene.card(),
            "#1 The lid sticks\nBug · Open · 1 voice\nOnly when it is hot.\nRaised by Ana",
            "{platform}"
        );
        let card = scene.item(1).card.expect("it has a card");
        assert_eq!((card.state, card.link.is_some()), (CardState::Up, true));
    }
}

#[test]
fn a_room_carries_kind_and_status_as_tags_where_it_can() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    assert_eq!(scene.script.tags_of(&room), ["Idea", "Open"]);
    scene.staff("status 1 planned");
    scene.soon();
    assert_eq!(scene.script.tags_of(&room), ["Idea", "Planned"]);
    let mut scene = Scene::on(SOUTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    assert!(scene.script.tags_of(&room).is_empty());
}

#[test]
fn without_rooms_a_card_is_a_message() {
    let mut scene = Scene::with(NORTH, |settings| settings.rooms = false);
    scene.raise("Dark mode");
    let said = scene.script.said_in(&scene.room);
    assert!(said.iter().any(|said| said.starts_with("#1 Dark mode\n")), "{said:?}");
    assert_eq!(scene.rooms(), []);
}

#[test]
fn without_a_feedback_room_cards_are_where_staff_work() {
    let mut scene = Scene::of(NORTH, brand(NORTH));
    scene.raise("Dark mode");
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1);
}

#[test]
fn a_hundred_voices_in_a_second_make_one_edit() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.soon();
    let before = edits(&scene);
    (0..100).for_each(|who| scene.back(1, &format!("voter{who}")));
    scene.soon();
    assert_eq!(edits(&scene) - before, 1);
    assert!(scene.card().contains("101 voices"), "{}", scene.card());
    assert_eq!(scene.item(1).voices, 101);
}

#[test]
fn voices_make_an_item_rise() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let heat = scene.item(1).heat;
    scene.back(1, "ben");
    scene.soon();
    assert!(scene.item(1).heat > heat);
}

#[test]
fn a_voice_that_comes_and_goes_makes_no_item_rise() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.back(1, "ben");
    scene.soon();
    let heat = scene.item(1).heat;
    let ben = customer(NORTH, "ben", "ben");
    scene.script.press(&ben, &square(NORTH), "Take it back");
    scene.soon();
    scene.back(1, "ben");
    scene.soon();
    assert_eq!((scene.item(1).voices, scene.item(1).heat), (2, heat));
}

#[test]
fn nothing_is_sent_that_the_card_shows_already() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.soon();
    let before = scene.script.deliveries().len();
    scene.staff("note 1 nobody sees this");
    scene.staff("assign 1");
    scene.staff("assign 1 nobody");
    scene.soon();
    scene.minutes(10);
    assert_eq!(edits(&scene), 0, "{:?}", &scene.script.deliveries()[before..]);
}

#[test]
fn voices_given_before_the_card_is_up_are_shown_when_it_is() {
    let mut scene = Scene::on(NORTH);
    scene.script.hold_deliveries();
    scene.raise("Dark mode");
    scene.back(1, "ben");
    scene.minutes(1);
    assert_eq!(edits(&scene), 0);
    scene.script.deliver_all();
    scene.soon();
    assert!(scene.card().contains("2 voices"), "{}", scene.card());
}

#[test]
fn a_customers_words_are_no_markup_on_a_card() {
    let mut scene = Scene::on(NORTH);
    scene.raise_as("idea", "**@everyone** <b>", "[x](https://evil.example) @here");
    let opened = scene.script.deliveries().iter().find_map(|row| match &row.delivery.effect {
        Effect::OpenRoom(plan) => plan.opening.clone(),
        _ => None,
    });
    let spans = opened.expect("a card is put up").text.0;
    assert!(spans.contains(&Span::Bold("#1 **@everyone** <b>".into())), "{spans:?}");
    assert!(spans.contains(&Span::Quote("[x](https://evil.example) @here".into())), "{spans:?}");
}

#[test]
fn what_was_said_in_private_has_no_name_on_a_public_card() {
    let mut scene = Scene::on(NORTH);
    let ana = scene.ana.clone();
    let fields = [("title", "Dark mode"), ("kind", "idea")];
    scene.script.submit(&ana, &chat(&ana), "feedback", &fields);
    assert!(!scene.card().contains("Ana"), "{}", scene.card());
    assert!(scene.card().contains("Raised in private"), "{}", scene.card());
}

#[test]
fn details_show_customers_what_was_said_and_staff_what_was_noted() {
    let mut scene = Scene::on(NORTH);
    scene.raise_as("idea", "Dark mode", "My eyes hurt.");
    scene.staff("note 1 ask design");
    let room = scene.rooms().remove(0);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    let shown = scene.script.press(&ana, &room, "Details");
    assert!(shown.is_private() && shown.text().contains("My eyes hurt."), "{}", shown.text());
    assert!(!shown.text().contains("ask design"), "{}", shown.text());
    let shown = scene.script.press(&sam, &room, "Details").text();
    assert!(shown.contains("Sam noted: ask design"), "{shown}");
}

#[test]
fn staff_choose_a_status_on_the_card_and_nobody_else_does() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    let refused = scene.script.press(&ana, &room, "Status").text();
    assert_eq!(refused, "That is for staff.");
    let offered = scene.script.press(&sam, &room, "Status");
    assert!(offered.is_private());
    let data = scene.script.choice(&room, &sam.account, "Shipped");
    assert_eq!(scene.script.press_data(&ana, &room, &data).text(), refused);
    assert_eq!(scene.item(1).status.as_str(), "open");
    assert_eq!(scene.script.press_data(&sam, &room, &data).text(), "#1 is set to: Shipped");
    assert_eq!(scene.item(1).status.as_str(), "shipped");
}

#[test]
fn a_cards_buttons_stay_the_same_buttons() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    let before = scene.script.button(&room, &scene.ana.account, "Details");
    scene.staff("status 1 planned");
    scene.soon();
    assert_eq!(scene.script.button(&room, &scene.ana.account, "Details"), before);
}

fn picture(name: &str) -> Attachment {
    Attachment { name: Some(name.to_owned()), ..Attachment::new(FileKind::Photo, NORTH, name) }
}

#[test]
fn a_card_has_the_files_that_its_item_has_now() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let (ana, room) = (customer(NORTH, "author1", "Ana"), scene.rooms().remove(0));
    for files in [vec!["old.png"], vec!["new.png", "newer.png"]] {
        let mut answers = Answers::default();
        answers.set("title", "Dark mode");
        answers.set("kind", "idea");
        answers.set_files("file", files.iter().map(|name| picture(name)).collect());
        let token = "feedback:item-1".to_owned();
        scene.script.act(&ana, &square(NORTH), EventKind::Submit(Submission { token, answers }));
        scene.soon();
        let said = scene.script.said_in(&room);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(files.iter().all(|file| said[1].contains(file)), "{said:?}");
    }
}

#[test]
fn of_a_withdrawn_item_there_is_no_word_left_and_no_file() {
    let mut scene = Scene::on(NORTH);
    let (ana, square) = (scene.ana.clone(), square(NORTH));
    let attachments = vec![picture("shot.png")];
    let message = Message { id: Some("m7".into()), attachments, ..Message::of("The lid sticks") };
    let target = Target::Message { author: ana.clone(), message };
    let on_message = Invocation { target: Some(Box::new(target)), ..Invocation::of("feedback") };
    let token = scene.script.run(&ana, &square, on_message).form().expect("a form opens").token.clone();
    scene.script.submit(&ana, &square, &token, &[("title", "The lid sticks"), ("kind", "bug")]);
    scene.soon();
    let room = scene.rooms().remove(0);
    assert!(scene.script.said_in(&room)[1].contains("shot.png"), "{:?}", scene.script.said_in(&room));
    scene.script.command(&ana, &square, "feedback", "mine");
    for label in ["#1", "Withdraw", "Yes, withdraw it"] {
        scene.script.press(&ana, &square, label);
    }
    scene.soon();
    assert_eq!(scene.script.said_in(&room), ["#1 was taken back."]);
    let rows = scene.script.deliveries().iter();
    let names = rows.filter_map(|row| match &row.delivery.effect {
        Effect::RenameRoom { name, .. } => Some(name.as_str()),
        _ => None,
    });
    assert_eq!(names.collect::<Vec<_>>(), ["#1"]);
}

#[test]
fn a_merged_items_card_says_where_it_went() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.raise("Night colours");
    scene.staff("merge 1 into 2");
    scene.soon();
    let rooms = scene.rooms();
    assert!(scene.script.said_in(&rooms[0])[0].contains("It is part of #2 now."));
    assert_eq!(scene.script.buttons_in(&rooms[0]), [""; 0]);
    let ben = customer(NORTH, "2", "Ben");
    assert!(scene.script.said_in(&rooms[1])[0].contains("2 voices"), "{ben:?}");
}

fn edits(scene: &Scene) -> usize {
    let rows = scene.script.deliveries().iter();
    rows.filter(|row| matches!(row.delivery.effect, Effect::Edit { .. })).count()
}
