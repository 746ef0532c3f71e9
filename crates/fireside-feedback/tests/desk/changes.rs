//! What staff change about an item.

use fireside_core::command::Target;
use fireside_core::{Invocation, Message, OptionValue, Timestamp};
use fireside_feedback::Kind;
use fireside_testkit::script::{NORTH, SOUTH, customer, member, square};

use crate::{PLATFORMS, Scene};

#[test]
fn a_status_is_set_with_a_note() {
    for platform in PLATFORMS {
        let mut scene = Scene::on(platform);
        scene.raise("Dark mode");
        assert_eq!(scene.staff("status 1 under review we look into it").text(), "#1 is set to: Under review");
        assert_eq!(scene.item(1).status.as_str(), "under_review");
        let shown = scene.staff("show 1").text();
        assert!(shown.contains("Sam set the status: Under review (we look into it)"), "{shown}");
    }
}

#[test]
fn the_same_status_again_is_said_and_announced_to_nobody() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.staff("status 1 planned");
    scene.minutes(5);
    let before = scene.script.deliveries().len();
    assert_eq!(scene.staff("status 1 planned").text(), "#1 is already set to: Planned");
    scene.minutes(5);
    assert_eq!(scene.script.deliveries().len(), before);
}

#[test]
fn a_status_that_is_none_is_answered_with_those_there_are() {
    let mut scene = Scene::on(SOUTH);
    scene.raise("Dark mode");
    let said = scene.staff("status 1 perhaps").text();
    assert!(said.contains("Under review, Planned"), "{said}");
    assert_eq!(scene.item(1).status.as_str(), "open");
}

#[test]
fn nobody_but_staff_runs_what_is_for_staff() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let ana = scene.ana.clone();
    let stale = member(NORTH, "8", "Gone", Some(Timestamp::from_millis(1)));
    for (name, options) in [("status", "planned"), ("answer", "hello")] {
        for somebody in [&ana, &stale] {
            let invocation = Invocation::of("feedback")
                .subcommand(name)
                .given("number", OptionValue::Integer(1))
                .given(if name == "status" { "status" } else { "text" }, OptionValue::Text(options.into()));
            let said = scene.script.run(somebody, &square(NORTH), invocation).text();
            assert_eq!(said, "That is for staff.");
        }
    }
    let item = scene.item(1);
    assert_eq!((item.status.as_str(), item.answer), ("open", None));
}

#[test]
fn a_number_that_is_none_is_answered() {
    let mut scene = Scene::on(NORTH);
    for words in
        ["status 7 planned", "answer 7 hello", "note 7 hello", "area 7 x", "assign 7", "show 7", "edit 7"]
    {
        assert_eq!(scene.staff(words).text(), "There is no feedback #7.", "{words}");
    }
}

#[test]
fn a_number_of_a_merged_item_leads_on_and_the_answer_says_so() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.raise("Night colours");
    scene.staff("merge 1 into 2");
    let said = scene.staff("status 1 started").text();
    assert_eq!(said, "#1 is part of #2 now.\n#2 is set to: Started");
    assert!(scene.staff("show 1").text().starts_with("#1 is part of #2 now.\n#2 Night colours"));
}

#[test]
fn an_answer_is_on_the_card() {
    let mut scene = Scene::on(SOUTH);
    scene.raise("Dark mode");
    let said = scene.staff("answer 1 We are on it.").text();
    assert_eq!(said, "Answered. It is on the card of #1, and everybody who asked for it hears of it.");
    scene.soon();
    assert!(scene.card().contains("Sam of the team\nWe are on it."), "{}", scene.card());
}

#[test]
fn an_answer_reaches_those_who_asked_where_they_asked_and_answers_the_card() {
    for platform in PLATFORMS {
        let mut scene = Scene::on(platform);
        scene.raise("Dark mode");
        let words = "e".repeat(700);
        scene.staff(&format!("answer 1 {words}"));
        scene.soon();
        let told = format!("News about #1 “Dark mode”:\n{words}\nThank you for speaking up, Ana");
        let heard = scene.script.said_in(&square(NORTH));
        assert_eq!(heard.last(), Some(&told), "{platform}");
        let card = scene.script.shown_as(&scene.card());
        let room = scene.rooms().remove(0);
        let replied = format!("Sam of the team\n{words}");
        assert_eq!(scene.script.said_in(&room).last(), Some(&replied), "{platform}");
        assert!(card.is_some() && scene.script.answered_by(&replied) == card, "{platform}");
        assert!(scene.card().contains(&replied), "the card shows all of it");
    }
}

#[test]
fn who_asked_on_the_card_reads_an_answer_there_once() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let (ben, room) = (customer(NORTH, "2", "Ben"), scene.rooms().remove(0));
    scene.script.press(&ben, &room, "Add my voice");
    scene.staff("answer 1 We are on it.");
    scene.soon();
    let said = scene.script.said_in(&room);
    let told = "News about #1 “Dark mode”:\nWe are on it.\nThank you for speaking up, Ben";
    assert_eq!(said[1..], [told], "{said:?}");
}

#[test]
fn earlier_answers_stay_in_the_details() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.staff("answer 1 We look into it.");
    scene.minutes(1);
    scene.staff("answer 1 It comes in May.");
    let (ben, room) = (customer(NORTH, "2", "Ben"), scene.rooms().remove(0));
    let seen = scene.script.press(&ben, &room, "Details").text();
    assert!(
        seen.contains("Sam of the team\nIt comes in May.\nSam of the team\nWe look into it.\n"),
        "{seen}"
    );
}

#[test]
fn words_that_are_blank_or_too_long_are_refused() {
    let mut scene = Scene::on(SOUTH);
    scene.raise("Dark mode");
    assert_eq!(scene.staff("answer 1 \u{200B}").text(), "Please write something.");
    // What staff say in public is told as they said it, or not at all.
    for (command, max) in [("answer 1", 700), ("note 1", 2000), ("status 1 planned", 700)] {
        let (long, chars) = ("é".repeat(max + 1), max + 1);
        let said = scene.staff(&format!("{command} {long}")).text();
        assert_eq!(said, format!("That is {chars} characters, at most {max} fit."), "{command}");
    }
    let item = scene.item(1);
    assert_eq!((item.answer, item.status.as_str()), (None, "open"));
}

#[test]
fn the_history_has_the_newest_first_and_loses_nothing_of_one_moment() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.staff("note 1 first");
    scene.staff("note 1 second");
    scene.minutes(1);
    scene.staff("note 1 third");
    let shown = scene.staff("show 1").text();
    let noted: Vec<_> = shown.lines().filter_map(|line| line.strip_prefix("Sam noted: ")).collect();
    assert_eq!(noted, ["third", "second", "first"]);
}

#[test]
fn an_item_is_edited_in_a_form_with_what_there_is() {
    let mut scene = Scene::on(NORTH);
    scene.raise_as("bug", "Dark mood", "Too bright.");
    let opened = scene.staff("edit 1");
    let form = opened.form().expect("a form opens").clone();
    let values: Vec<_> = form.fields.iter().map(|field| field.value.as_str()).collect();
    assert_eq!(values, ["Dark mood", "bug", "Too bright.", ""]);
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let fields = [("title", "Dark mode"), ("kind", "idea"), ("details", "Too bright."), ("area", "Look")];
    let said = scene.script.submit(&sam, &home, &form.token, &fields).text();
    assert_eq!(said, "#1 is changed.");
    let item = scene.item(1);
    assert_eq!(
        (item.title.as_str(), item.kind, item.area.as_deref()),
        ("Dark mode", Kind::Idea, Some("Look"))
    );
    let again = scene.script.submit(&sam, &home, &form.token, &fields).text();
    assert_eq!(again, "Nothing changed on #1.");
    scene.soon();
    assert!(scene.card().starts_with("#1 Dark mode\nIdea · Open · Look"), "{}", scene.card());
}

#[test]
fn a_form_is_taken_from_staff_alone_however_it_was_opened() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let token = scene.staff("edit 1").form().expect("a form opens").token.clone();
    let ana = scene.ana.clone();
    let fields = [("title", "Mine now"), ("kind", "idea")];
    assert_eq!(scene.script.submit(&ana, &square(NORTH), &token, &fields).text(), "That is for staff.");
    assert_eq!(scene.item(1).title, "Dark mode");
}

#[test]
fn where_there_are_no_forms_what_is_skipped_stays() {
    let mut scene = Scene::on(SOUTH);
    scene.raise_as("bug", "Dark mood", "Too bright.");
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    scene.staff("edit 1");
    scene.script.tell(&sam, &home, "Dark mode");
    for _ in 0..3 {
        scene.script.command(&sam, &home, "skip", "");
    }
    let item = scene.item(1);
    assert_eq!(
        (item.title.as_str(), item.kind, item.details.as_str()),
        ("Dark mode", Kind::Bug, "Too bright.")
    );
}

#[test]
fn an_area_is_one_of_those_listed_where_some_are() {
    let mut scene = Scene::with(NORTH, |settings| settings.areas = vec!["Billing".into(), "App".into()]);
    scene.raise("Dark mode");
    assert_eq!(scene.staff("area 1 moon").text(), "There is no such area. There are: Billing, App");
    assert_eq!(scene.staff("area 1 billing").text(), "#1 is about: Billing");
    assert_eq!(scene.item(1).area.as_deref(), Some("Billing"));
    assert_eq!(scene.staff("area 1").text(), "#1 has no area.");
    assert_eq!(scene.item(1).area, None);
}

#[test]
fn an_item_is_looked_after_by_whom_it_is_assigned_to() {
    let mut scene = Scene::on(SOUTH);
    scene.raise("Dark mode");
    assert_eq!(scene.staff("assign 1 me").text(), "Sam looks after #1.");
    let (sam, home, kim) = (scene.sam.clone(), scene.home.clone(), member(SOUTH, "8", "Kim", None));
    let message = Message { id: Some("m7".into()), ..Message::of("I take that") };
    let target = Target::Message { author: kim.clone(), message };
    let answering =
        Invocation { target: Some(Box::new(target)), ..Invocation::written("feedback", "assign 1") };
    assert_eq!(scene.script.run(&sam, &home, answering).text(), "Kim looks after #1.");
    let assignee = scene.item(1).assignee.map(|member| member.account);
    assert_eq!(assignee, Some(kim.account));
    assert_eq!(scene.staff("assign 1 nobody").text(), "Nobody looks after #1.");
    assert_eq!(scene.item(1).assignee, None);
    assert_eq!(scene.staff("assign 1").text(), "Sam looks after #1.");
    scene.soon();
    assert!(scene.card().contains("looked after by Sam"), "{}", scene.card());
}

#[test]
fn a_name_that_was_written_out_is_no_account() {
    let mut scene = Scene::on(SOUTH);
    scene.raise("Dark mode");
    let words = "I don't know whose name kim is. Reply to a message of theirs with: /feedback assign 1";
    assert_eq!(scene.staff("assign 1 @kim").text(), words);
    assert_eq!(scene.item(1).assignee, None);
}

#[test]
fn what_staff_do_is_answered_in_their_language_and_customers_stay_out_of_it() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.staff("note 1 do not tell");
    scene.soon();
    let ben = customer(NORTH, "2", "Ben");
    let room = scene.rooms().remove(0);
    let seen = scene.script.press(&ben, &room, "Details").text();
    assert!(!seen.contains("do not tell") && !scene.card().contains("do not tell"), "{seen}");
}
