//! Forgetting: what a customer takes back is gone, and does not come back.

use std::time::Duration;

use fireside_core::command::Target;
use fireside_core::{Actor, DeliveryOutcome, Effect, EventKind, Invocation, Message, Place};
use fireside_handoff::{Case, CaseNumber, Line, LineOf, Mirror, State};
use fireside_testkit::script::{NORTH, Progress, Reply, SOUTH, chat};

use crate::Scene;

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

impl Scene {
    /// Somebody writes `/forget` as a reply to a message of `author`.
    fn forget(&mut self, actor: &Actor, place: &Place, author: &Actor, id: &str) -> Reply {
        let target = Target::Message { author: author.clone(), message: with_id(id, "") };
        let forget = Invocation { target: Some(Box::new(target)), ..Invocation::written("forget", "") };
        self.script.run(actor, place, forget)
    }

    /// Ana asks to be forgotten, and what comes of it is done.
    fn forget_ana(&mut self) {
        let chat = chat(&self.ana);
        self.script.command(&self.ana, &chat, "forget", "");
        self.script.press(&self.ana, &chat, "Forget me");
        self.script.advance(Duration::from_secs(1));
    }

    /// Everything that staff can read.
    fn staff_read(&self) -> String {
        let rooms = self.script.rooms_in(&self.home);
        let places = std::iter::once(&self.home).chain(&rooms);
        places.flat_map(|place| self.script.said_in(place)).collect::<Vec<_>>().join("\n")
    }
}

#[test]
fn a_customer_takes_back_a_message() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("100", "my address is"));
    scene.script.post(&scene.ana, &scene.group, with_id("101", "never mind"));
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    let reply = scene.forget(&ana, &group, &ana, "100");
    assert!(reply.text().starts_with("The team can't read that any more."), "{}", reply.text());
    let read = scene.script.said_in(&room).join("\n");
    assert!(!read.contains("my address") && read.contains("never mind"), "{read}");
    let of: LineOf = scene.script.record(&LineOf::path(&group, &"100".into())).expect("it was a line");
    let line: Line = scene.script.record(&(of.case, of.at, of.mark.as_str())).expect("the line stays");
    assert!(line.removed && line.words.is_empty());
    let again = scene.forget(&ana, &group, &ana, "100");
    assert!(again.text().starts_with("I can take back only"));
}

#[test]
fn nobody_takes_back_what_others_wrote() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("100", "which dimmer?"));
    scene.script.post(&scene.sam, &room, with_id("s1", "the old one"));
    let copy = scene.script.shown_as("the old one").expect("it arrived");
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    let ben = fireside_testkit::script::customer(SOUTH, "2", "Ben");
    scene.forget(&ben, &group, &ana, "100");
    scene.forget(&ana, &group, &ana, copy.as_str());
    assert!(scene.script.said_in(&room).contains(&"Ana: which dimmer?".to_owned()));
    assert!(scene.script.said_in(&group).contains(&"Sam · Acme: the old one".to_owned()));
}

#[test]
fn a_message_that_is_taken_back_on_its_way_does_not_stay() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.hold_deliveries();
    scene.script.post(&scene.ana, &scene.group, with_id("100", "my address is"));
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.forget(&ana, &group, &ana, "100");
    scene.script.deliver_all();
    assert!(!scene.script.said_in(&room).join("\n").contains("my address"));
}

#[test]
fn who_has_no_case_is_told_so() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let reply = scene.script.command(&scene.ana, &chat(&scene.ana), "forget", "");
    assert!(reply.text().ends_with("There is no case of yours that I know of."), "{}", reply.text());
}

#[test]
fn another_person_cant_press_it() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "forget", "");
    let data = scene.script.button(&chat, &scene.ana.account, "Forget me");
    let ben = fireside_testkit::script::customer(SOUTH, "2", "Ben");
    scene.script.press_data(&ben, &chat, &data);
    assert_eq!(scene.case(1).name, "Ana");
}

#[test]
fn who_is_forgotten_leaves_no_word_behind() {
    for (customers, staff) in [(SOUTH, NORTH), (NORTH, SOUTH)] {
        let mut scene = Scene::new(customers, staff);
        let room = scene.under_way();
        scene.script.post(&scene.ana, &scene.group, with_id("100", "my address is"));
        scene.script.post(&scene.sam, &room, with_id("s1", "noted"));
        scene.script.command(&scene.kim, &room, "reply", "on our way");
        scene.script.command(&scene.sam, &room, "close", "Ana is at home");
        scene.call("another lid");
        scene.script.post(&scene.ana, &scene.group, with_id("101", "my number is"));
        scene.forget_ana();
        let read = scene.staff_read();
        for word in ["The lid is stuck", "another lid", "my address", "my number", "Ana is at home"] {
            let told = read.lines().filter(|line| line.contains(word)).collect::<Vec<_>>();
            let by_staff = told.iter().all(|line| line.starts_with("Sam has closed this case"));
            assert!(told.is_empty() || by_staff, "{word}: {told:?}");
        }
        for number in [1, 2] {
            let case: Case = scene.case(number);
            assert_eq!((case.state(), case.name.as_str(), case.words.as_str()), (State::Closed, "?", ""));
            assert!(case.is_forgotten() && case.customer_leg().is_none());
        }
        for id in ["100", "101"] {
            let path = (scene.group.to_string(), id.to_owned());
            assert_eq!(scene.script.record::<Mirror>(&path), None);
        }
        assert!(scene.script.say(&scene.ana, &scene.group, "hello?").is_silent());
        let reply = scene.script.command(&scene.sam, &scene.home, "reopen", "1");
        assert_eq!(reply.text(), "Case #1 is closed.");
    }
}

#[test]
fn what_was_on_its_way_does_not_come_back() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "forget", "");
    scene.script.hold_deliveries();
    scene.script.post(&scene.ana, &scene.group, with_id("100", "my address is"));
    scene.script.post(&scene.sam, &room, with_id("s1", "Ana, is that your address?"));
    scene.script.press(&scene.ana, &chat, "Forget me");
    scene.script.advance(Duration::from_secs(1));
    scene.script.deliver_all();
    scene.script.advance(Duration::from_secs(1));
    let (read, group) = (scene.script.said_in(&room).join("\n"), scene.script.said_in(&scene.group));
    assert!(!read.contains("my address"), "{read}");
    assert!(!group.join("\n").contains("is that your address"), "{group:?}");
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("100", "my address is here")));
    assert!(!scene.staff_read().contains("my address"));
    let line_of: Option<LineOf> = scene.script.record(&LineOf::path(&scene.group, &"100".into()));
    assert_eq!(line_of, None);
    assert!(scene.script.record::<Case>(&CaseNumber::new(1)).is_some_and(|case| case.is_forgotten()));
}

#[test]
fn many_words_are_forgotten_too() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    for number in 0..130 {
        scene.script.post(&scene.ana, &scene.group, with_id(&format!("{}", 1000 + number), "my address"));
    }
    scene.forget_ana();
    assert!(!scene.staff_read().contains("my address"));
}

#[test]
fn who_is_forgotten_long_after_the_end_leaves_no_word_behind() {
    for (customers, staff) in [(SOUTH, NORTH), (NORTH, SOUTH)] {
        let mut scene = Scene::new(customers, staff);
        let room = scene.under_way();
        scene.script.post(&scene.ana, &scene.group, with_id("100", "my address is"));
        scene.script.command(&scene.kim, &scene.home, "reply", "case:1 on our way");
        scene.script.command(&scene.sam, &room, "close", "");
        scene.script.advance(Duration::from_hours(31 * 24));
        assert_eq!(scene.script.record::<Mirror>(&(scene.group.to_string(), "100".to_owned())), None);
        scene.forget_ana();
        let read = scene.staff_read();
        for word in ["The lid is stuck", "my address", "on our way"] {
            assert!(!read.contains(word), "{word}: {read}");
        }
    }
}

#[test]
fn the_card_of_who_is_forgotten_tells_of_no_other_case() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let ben = fireside_testkit::script::customer(SOUTH, "2", "Ben");
    for who in [ben, scene.ana.clone()] {
        scene.script.command(&who, &scene.group, "human", "help");
        let chat = chat(&who);
        scene.script.command(&who, &chat, "forget", "");
        scene.script.press(&who, &chat, "Forget me");
        scene.script.advance(Duration::from_secs(3));
    }
    let read = scene.staff_read();
    assert!(!read.contains("other case") && !read.contains("Noted about"), "{read}");
}

#[test]
fn what_shows_them_to_staff_is_not_sent_after_they_are_forgotten() {
    for (customers, staff) in [(SOUTH, NORTH), (NORTH, SOUTH)] {
        let mut scene = Scene::new(customers, staff);
        let room = scene.under_way();
        scene.script.command(&scene.sam, &room, "close", "");
        let chat = chat(&scene.ana);
        scene.script.command(&scene.ana, &chat, "forget", "");
        scene.script.hold_deliveries();
        let held = scene.script.deliveries().len();
        scene.call("another lid");
        scene.script.command(&scene.sam, &scene.home, "transcript", "1");
        scene.script.press(&scene.ana, &chat, "Forget me");
        scene.script.advance(Duration::from_secs(3));
        scene.script.deliver_all();
        scene.script.advance(Duration::from_secs(3));
        let sent = scene.script.deliveries()[held..].iter().filter(|row| {
            matches!(row.progress, Progress::Ended(DeliveryOutcome::Delivered(_)))
                && matches!(&row.delivery.effect, Effect::Send { to, content }
                    if to.anchor() == &scene.home
                        && (!content.files.is_empty() || content.text.to_plain().contains("lid")))
        });
        assert_eq!(sent.count(), 0);
    }
}

#[test]
fn why_it_did_not_help_is_forgotten_too() {
    let mut scene = Scene::new(NORTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "reply", "done");
    scene.script.command(&scene.sam, &room, "close", "");
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.script.press(&ana, &group, "1");
    let asked = scene.script.press(&ana, &group, "Say why");
    let form = asked.form().expect("a form opens").token.clone();
    scene.script.submit(&ana, &group, &form, &[("words", "nobody came")]);
    assert!(scene.staff_read().contains("nobody came"));
    scene.forget_ana();
    assert!(!scene.staff_read().contains("nobody came"), "{}", scene.staff_read());
}
