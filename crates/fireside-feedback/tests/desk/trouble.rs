//! Cards that are removed or refused: put up again or reported, never lost.

use fireside_core::event::RoomChange;
use fireside_core::{Actor, EventKind};
use fireside_testkit::script::{NORTH, SOUTH};

use crate::{PLATFORMS, Scene};

#[test]
fn a_card_that_is_gone_is_put_up_again_with_the_next_change() {
    for platform in PLATFORMS {
        let mut scene = Scene::on(platform);
        scene.raise("Dark mode");
        let room = scene.rooms().remove(0);
        scene.script.remove_last(&room);
        scene.staff("status 1 planned");
        scene.soon();
        scene.minutes(2);
        assert_eq!(scene.rooms().len(), 2, "{platform}");
        let room = scene.rooms().remove(1);
        assert!(scene.script.said_in(&room).last().is_some_and(|card| card.contains("Planned")));
        scene.minutes(10);
        assert_eq!(scene.rooms().len(), 2, "{platform}");
    }
}

#[test]
fn a_card_that_shows_nothing_any_more_is_not_put_up_again() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.raise("Night colours");
    scene.staff("merge 1 into 2");
    scene.soon();
    let rooms = scene.rooms();
    scene.script.remove_last(&rooms[0]);
    scene.script.act(&Actor::system(NORTH.into()), &rooms[0], EventKind::Room(RoomChange::Removed));
    scene.minutes(10);
    assert_eq!(scene.rooms(), rooms);
    scene.staff("unmerge 1");
    scene.minutes(2);
    assert_eq!(scene.rooms().len(), 3, "it stands for itself again");
}

#[test]
fn tags_that_were_refused_are_reported_once_and_tried_again_with_the_next_change() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    scene.script.refuse_tags("missing permissions");
    for status in ["planned", "started"] {
        scene.staff(&format!("status 1 {status}"));
        scene.soon();
    }
    assert_eq!(scene.script.tags_of(&room), ["Idea", "Open"]);
    assert!(scene.card().contains("Started"), "the card itself shows it");
    let said = scene.script.said_in(&scene.home);
    assert_eq!(said.iter().filter(|said| said.contains("missing permissions")).count(), 1, "{said:?}");
    scene.script.allow_tags();
    scene.back(1, "ben");
    scene.soon();
    assert_eq!(scene.script.tags_of(&room), ["Idea", "Started"]);
}

#[test]
fn a_card_that_somebody_removes_again_and_again_is_put_up_once_a_minute() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    for round in 0..10 {
        if scene.script.said_in(&room).len() == 1 {
            scene.script.remove_last(&room);
        }
        scene.staff(&format!("status 1 {}", if round % 2 == 0 { "planned" } else { "started" }));
        scene.soon();
        scene.soon();
    }
    assert!(scene.rooms().len() <= 2, "{:?}", scene.rooms());
}

#[test]
fn a_removed_message_or_room_is_noticed_where_the_platform_tells() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    scene.minutes(2);
    let card = scene.item(1).card.expect("it has a card");
    let fireside_core::MessageRef::Known { id, .. } = card.message else { panic!("{card:?}") };
    scene.script.remove_last(&room);
    let somebody = Actor::system(NORTH.into());
    scene.script.act(&somebody, &room, EventKind::Deleted { message: id });
    scene.soon();
    assert_eq!(scene.rooms().len(), 2);
    scene.minutes(2);
    let room = scene.rooms().remove(1);
    scene.script.act(&somebody, &room, EventKind::Room(RoomChange::Removed));
    scene.soon();
    assert_eq!(scene.rooms().len(), 3);
}

#[test]
fn where_no_room_can_be_opened_a_message_shows_the_item() {
    let mut scene = Scene::on(SOUTH);
    scene.script.refuse_rooms("the chat is not a forum");
    scene.raise("Dark mode");
    let said = scene.script.said_in(&scene.room);
    assert!(said.iter().any(|said| said.starts_with("#1 Dark mode\n")), "{said:?}");
    scene.staff("status 1 planned");
    scene.soon();
    assert!(scene.script.said_in(&scene.room)[0].contains("Planned"));
}

#[test]
fn a_room_that_is_closed_to_the_bot_is_reported_once_and_tried_again() {
    let mut scene = Scene::on(SOUTH);
    scene.script.refuse(&scene.room.clone(), "not enough rights");
    scene.raise("Dark mode");
    scene.staff("status 1 planned");
    scene.minutes(2);
    scene.staff("status 1 started");
    scene.minutes(2);
    let reports = |scene: &Scene| {
        let said = scene.script.said_in(&scene.home);
        said.iter().filter(|said| said.starts_with("The card of feedback #1 can't be shown")).count()
    };
    assert_eq!(reports(&scene), 1);
    scene.script.mend(&scene.room.clone());
    scene.staff("status 1 shipped");
    scene.minutes(2);
    assert!(scene.card().contains("Shipped"), "{}", scene.card());
    assert_eq!(reports(&scene), 1);
}

#[test]
fn a_change_that_is_refused_is_shown_with_the_next_one() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let room = scene.rooms().remove(0);
    scene.script.refuse(&room, "missing permissions");
    scene.staff("status 1 planned");
    scene.soon();
    let said = scene.script.said_in(&scene.home);
    assert!(said.iter().any(|said| said.contains("missing permissions")), "{said:?}");
    scene.script.mend(&room);
    scene.back(1, "ben");
    scene.soon();
    assert!(scene.card().contains("Planned · 2 voices"), "{}", scene.card());
}

#[test]
fn without_any_place_for_cards_an_item_is_kept_all_the_same() {
    let mut community = fireside_testkit::script::brand(NORTH);
    community.staff_home = None;
    let mut scene = Scene::of(NORTH, community);
    scene.raise("Dark mode");
    scene.soon();
    assert_eq!(scene.item(1).card, None);
}
