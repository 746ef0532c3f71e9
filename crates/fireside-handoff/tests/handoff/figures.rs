//! Figures: what cases leave behind, and what staff are told of it.

use std::time::Duration;

use fireside_core::{Actor, Effect};
use fireside_handoff::{CaseFacts, CaseNumber, FirstAnswers, Picture};
use fireside_testkit::script::{NORTH, SOUTH, brand, customer, square};

use crate::Scene;

/// A report that came: its words, its picture's name and bytes.
struct Report {
    words: String,
    name: String,
    picture: Vec<u8>,
}

impl Scene {
    /// Sam asks for figures where staff work.
    fn stats(&mut self, words: &str) -> Report {
        let (sam, home) = (self.sam.clone(), self.home.clone());
        self.script.hold_deliveries();
        self.script.command(&sam, &home, "stats", words);
        let sent = self.script.deliveries().iter().rev().find_map(|row| match &row.delivery.effect {
            Effect::Send { to, content } if *to.anchor() == home => Some(content.clone()),
            _ => None,
        });
        let sent = sent.expect("figures are sent");
        let attachment = &sent.files[0].attachment;
        let report = Report {
            words: sent.text.to_plain().replace('\u{A0}', " "),
            name: attachment.name.clone().unwrap_or_default(),
            picture: self.script.stored_file(&attachment.file).expect("it is kept until it has arrived"),
        };
        self.script.deliver_all();
        report
    }

    /// A customer of this name is answered after `waited`, and the case closed
    /// an hour after that.
    fn served(&mut self, id: &str, by: &Actor, waited: Duration) {
        let ben = customer(SOUTH, id, "Ben");
        self.script.command(&ben, &square(SOUTH), "human", "help");
        let room = self.room();
        self.script.advance(waited);
        self.script.command(by, &room, "claim", "");
        self.script.say(by, &room, "Here I am.");
        self.script.advance(Duration::from_hours(1));
        self.script.command(by, &room, "close", "");
    }

    fn facts(&self, number: u64) -> CaseFacts {
        self.script.record(&CaseNumber::new(number)).expect("the facts are kept")
    }
}

const MINUTE: Duration = Duration::from_mins(1);

#[test]
fn a_case_leaves_its_moments_behind() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let opened = scene.script.now();
    let room = scene.under_way();
    let claimed = scene.script.now();
    scene.script.advance(2 * MINUTE);
    scene.script.say(&scene.sam, &room, "// a note is no answer");
    assert_eq!(scene.facts(1).answered, None);
    scene.script.say(&scene.sam, &room, "Turn it left.");
    let answered = scene.script.now();
    scene.script.advance(MINUTE);
    scene.script.say(&scene.kim, &room, "And pull.");
    scene.script.command(&scene.sam, &room, "close", "");
    let facts = scene.facts(1);
    assert_eq!((facts.opened, facts.claimed), (opened, Some(claimed)));
    let (at, by) = facts.answered.expect("it was answered");
    assert_eq!((at, by.name.as_str()), (answered, "Sam"), "the first answer counts");
    assert_eq!(facts.closed, [scene.script.now()]);
}

#[test]
fn figures_come_in_words_and_as_a_picture() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (sam, kim) = (scene.sam.clone(), scene.kim.clone());
    for (id, minutes) in [("11", 4), ("12", 6), ("13", 20)] {
        scene.served(id, &sam, minutes * MINUTE);
    }
    scene.served("14", &kim, 10 * MINUTE);
    scene.call("And me?");
    scene.script.advance(3 * MINUTE);
    let report = scene.stats("");
    let lines: Vec<_> = report.words.lines().collect();
    assert_eq!(
        lines,
        [
            "The last 7 days",
            "5 opened, 4 closed, 0 opened again; 1 open now.",
            "Somebody waits for a person, since 3 min.",
            "Taken on after 6 min, nine of ten within 20 min.",
            "First answered after 6 min, nine of ten within 20 min.",
            "Closed after 1 h 6 min, nine of ten within 1 h 20 min.",
            "",
            "Per person",
            "Sam: 3 closed, 3 first answered · after 6 min · taken on after 6 min · closed after 1 h 6 min",
            "Kim: 1 closed, 1 first answered · after 10 min · taken on after 10 min · closed after 1 h 10 min",
            "",
            "🟦 opened   🟧 closed   🟪 first answer, the median of a day",
        ]
    );
    assert_eq!(report.name, "figures-2025-06-15.png");
    assert!(report.picture.starts_with(b"\x89PNG"));
    assert_eq!(scene.script.record::<Picture>(&1_u64), None, "it has arrived");
}

#[test]
fn without_any_case_there_is_a_picture_all_the_same() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let report = scene.stats("1");
    let expected = "Today\n0 opened, 0 closed, 0 opened again; 0 open now.\n\n🟦";
    assert!(report.words.starts_with(expected), "{}", report.words);
    assert!(report.picture.starts_with(b"\x89PNG"));
}

#[test]
fn what_happened_before_the_days_asked_for_does_not_count() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let sam = scene.sam.clone();
    scene.served("11", &sam, MINUTE);
    scene.script.advance(Duration::from_hours(3 * 24));
    assert!(scene.stats("3").words.contains("0 opened, 0 closed"));
    assert!(scene.stats("4").words.contains("1 opened, 1 closed"));
}

#[test]
fn a_day_begins_where_the_community_is() {
    // It is 15:06 in UTC when the story begins, and past midnight in Tokyo.
    for (zone, today) in [("UTC", "figures-2025-06-15.png"), ("Asia/Tokyo", "figures-2025-06-16.png")] {
        let mut community = brand(NORTH);
        community.time_zone = zone.to_owned();
        let mut scene = Scene::in_community(SOUTH, NORTH, community);
        scene.call("help");
        let report = scene.stats("1");
        assert_eq!(report.name, today);
        assert!(report.words.contains("1 opened"), "{zone}: {}", report.words);
    }
}

#[test]
fn days_that_can_not_be_are_refused_with_those_that_can() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for days in ["0", "-3", "91", "99999999999"] {
        let (sam, home) = (scene.sam.clone(), scene.home.clone());
        let reply = scene.script.command(&sam, &home, "stats", days);
        assert_eq!(reply.text(), "I can sum up 1 to 90 days.", "{days}");
    }
}

#[test]
fn figures_are_for_staff_and_come_where_only_staff_read() {
    let mut scene = Scene::new(NORTH, NORTH);
    let (ana, sam, group) = (scene.ana.clone(), scene.sam.clone(), scene.group.clone());
    let reply = scene.script.command(&ana, &group, "stats", "");
    assert_eq!(reply.text(), "That is for staff.");
    let reply = scene.script.command(&sam, &group, "stats", "");
    assert_eq!(reply.text(), "The figures come to where only the team reads.");
    assert!(scene.last_in(&scene.home).contains("The last 7 days"));
    assert!(scene.script.said_in(&group).is_empty());
}

#[test]
fn the_last_first_answers_are_remembered_and_no_more() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let sam = scene.sam.clone();
    for id in 0..52 {
        scene.served(&(100 + id).to_string(), &sam, Duration::from_secs(id));
    }
    let answers: FirstAnswers = scene.script.record("last").expect("they are kept");
    let waited: Vec<_> = (2..52).map(|id| id * 1000).collect();
    assert_eq!(answers.waited_ms, waited);
}

#[test]
fn how_long_people_usually_wait_is_said_once_five_were_answered() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for answered in 0..6 {
        let called = scene.call("The lid is stuck").text();
        let usual = called.contains("People here usually answer within");
        assert_eq!(usual, answered >= 5, "after {answered}: {called}");
        scene.script.advance(Duration::from_mins(4));
        let room = scene.room();
        scene.script.say(&scene.sam, &room, "Turn it left.");
        scene.script.command(&scene.sam, &room, "close", "");
    }
}
