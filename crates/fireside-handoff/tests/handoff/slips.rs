//! No slips: what staff say among themselves stays there, and what they mean
//! for the customer reaches them, however they say it.

use fireside_core::command::Target;
use fireside_core::{Actor, Answer, EventKind, Invocation, Message, OptionValue, Place};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer};
use serde_json::json;

use crate::Scene;

/// A scene in which nothing goes out that is not meant to.
fn explicit(customers: &str, staff: &str) -> Scene {
    Scene::with(customers, staff, &json!({ "place": "here" }))
}

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

/// What the bot's copy of these words is, as the target of a reply.
fn target(author: &Actor, id: &str, words: &str) -> Box<Target> {
    Box::new(Target::Message { author: author.clone(), message: with_id(id, words) })
}

/// What staff write with a command on a platform where commands are messages.
fn written(name: &str, words: &str, id: &str) -> Invocation {
    Invocation { message: Some(id.into()), ..Invocation::written(name, words) }
}

impl Scene {
    fn customers_read(&self) -> Vec<String> {
        self.script.said_in(&self.group)
    }
}

#[test]
fn what_staff_write_stays_among_staff_unless_they_say_otherwise() {
    for (customers, staff) in [(SOUTH, NORTH), (NORTH, SOUTH)] {
        let mut scene = explicit(customers, staff);
        let room = scene.under_way();
        let before = scene.customers_read();
        for words in ["he is lying", "// no idea", "/close he is rude", "\u{200B}hm"] {
            scene.script.say(&scene.sam, &room, words);
        }
        assert_eq!(scene.customers_read(), before);
    }
}

#[test]
fn an_answer_to_the_customers_words_reaches_them() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "which dimmer?"));
    let copy = scene.script.shown_as("which dimmer?").expect("it is in the room");
    let answer = Message { reply_to: Some(copy.clone()), ..with_id("s1", "the old one") };
    scene.script.post(&scene.sam, &room, answer);
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the old one");
    assert_eq!(scene.script.answered_by("the old one"), Some("a1".into()));
    let internal = Message { reply_to: Some(copy), ..with_id("s2", "// he is lying") };
    scene.script.post(&scene.sam, &room, internal);
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the old one");
}

#[test]
fn an_answer_to_what_the_customer_called_with_reaches_them() {
    for (customers, staff) in [(SOUTH, NORTH), (NORTH, SOUTH)] {
        let mut scene = explicit(customers, staff);
        let room = scene.under_way();
        let copy = scene.script.shown_as("The lid is stuck").expect("it is in the room");
        let answer = Message { reply_to: Some(copy), ..with_id("s1", "Turn it left.") };
        scene.script.post(&scene.sam, &room, answer);
        assert_eq!(scene.last_in(&scene.group), "Sam · Acme: Turn it left.");
    }
}

#[test]
fn an_answer_to_the_bot_or_to_each_other_stays_among_staff() {
    for relay in ["explicit", "all"] {
        let mut scene = Scene::with(SOUTH, NORTH, &json!({ "relay": relay, "place": "here" }));
        let room = scene.under_way();
        scene.script.command(&scene.sam, &room, "reply", "on it");
        let before = scene.customers_read();
        let said = scene.script.shown_as("→ Ana: on it").expect("it is shown");
        for answered in [said.as_str(), "somebody's", "m1"] {
            let answer = Message { reply_to: Some(answered.into()), ..with_id("s3", "he is lying") };
            scene.script.post(&scene.kim, &room, answer);
        }
        assert_eq!(scene.customers_read(), before, "{relay}");
    }
}

#[test]
fn a_reply_by_command_is_shown_in_the_room_and_reaches_the_customer() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let reply = scene.script.command(&scene.sam, &room, "reply", "3 of them are yours");
    assert!(reply.is_private() && reply.text().starts_with("Sent to Ana."), "{}", reply.text());
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: 3 of them are yours");
    assert_eq!(scene.last_in(&room), "Sam: → Ana: 3 of them are yours");
    let copy = scene.script.shown_as("→ Ana: 3 of them are yours").expect("it is shown");
    assert_eq!(scene.script.reactions_on(&room, copy.as_str()), ["✅"]);
}

#[test]
fn a_reply_that_stands_in_the_room_is_not_shown_twice() {
    let mut scene = explicit(NORTH, SOUTH);
    let room = scene.under_way();
    let before = scene.script.said_in(&room);
    let reply = scene.script.run(&scene.sam, &room, written("reply", "turn it left", "s1"));
    assert_eq!(reply.text(), "");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: turn it left");
    assert_eq!(scene.script.said_in(&room), before);
}

#[test]
fn a_reply_from_elsewhere_names_its_case() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let reply = scene.script.command(&scene.sam, &scene.home, "reply", "case:1 turn it left");
    assert!(reply.text().starts_with("Sent to Ana."));
    assert_eq!(scene.last_in(&room), "Sam: → Ana: turn it left");
    let reply = scene.script.command(&scene.sam, &scene.home, "reply", "turn it left");
    assert_eq!(reply.text(), "Which case? Run this in the case's room, or give its number.");
    let reply = scene.script.command(&scene.sam, &scene.home, "reply", "case:9 turn it left");
    assert_eq!(reply.text(), "There is no case #9.");
}

#[test]
fn the_brand_speaks_without_a_persons_name() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "areply", "we are on it");
    assert_eq!(scene.last_in(&scene.group), "Acme: we are on it");
    assert_eq!(scene.last_in(&room), "Sam: → Ana: we are on it");
}

#[test]
fn a_reply_that_is_marked_as_internal_is_not_sent() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let before = scene.customers_read();
    for command in ["reply", "areply"] {
        let reply = scene.script.command(&scene.sam, &room, command, "// he is lying");
        assert!(reply.text().starts_with("Not sent: it begins with //"), "{}", reply.text());
    }
    scene.script.submit(&scene.sam, &room, "handoff_reply:1", &[("text", "//he is lying")]);
    assert_eq!(scene.customers_read(), before);
}

#[test]
fn what_is_marked_as_internal_goes_out_by_no_command() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let said = scene.customers_read().len();
    let reply = scene.script.command(&scene.sam, &room, "snippet", "add rude // he is lying");
    assert!(reply.text().starts_with("Not sent: it begins with //"), "{}", reply.text());
    scene.script.command(&scene.sam, &room, "snippet", "add path {customer}/x");
    scene.script.command(&scene.sam, &room, "close", "silently");
    let reply = scene.script.command(&scene.sam, &scene.home, "contact", "case:1 // ask Kim first");
    assert!(reply.text().starts_with("Not sent: it begins with //"), "{}", reply.text());
    scene.ana.name = "//".to_owned();
    scene.call("again");
    let room = scene.room();
    scene.script.command(&scene.sam, &room, "claim", "");
    scene.script.command(&scene.sam, &room, "snippet", "send path");
    let reply = scene.script.press(&scene.sam, &room, "Send it");
    assert!(reply.text().starts_with("Not sent: it begins with //"), "{}", reply.text());
    let read = scene.customers_read();
    assert!(!read[said..].iter().any(|words| words.contains("//x") || words.contains("Kim")), "{read:?}");
}

#[test]
fn a_reply_with_nothing_in_it_asks_for_words() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let form = scene.script.command(&scene.sam, &room, "areply", "").form().cloned().expect("a form");
    assert_eq!(form.token, "handoff_reply:1-brand");
    scene.script.submit(&scene.sam, &room, &form.token, &[("text", "turn it left")]);
    assert_eq!(scene.last_in(&scene.group), "Acme: turn it left");
}

#[test]
fn where_there_are_no_forms_the_words_are_asked_for() {
    let mut scene = explicit(NORTH, SOUTH);
    let room = scene.under_way();
    let reply = scene.script.run(&scene.sam, &room, written("reply", "", "s1"));
    assert!(reply.text().starts_with("What the customer reads"), "{}", reply.text());
    let question = scene.script.last_id(&room);
    let words = Message { addressed: true, reply_to: question, ..with_id("s2", "turn it left") };
    scene.script.post(&scene.sam, &room, words);
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: turn it left");
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s2", "turn it right")));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: turn it right", "the answer is the original");
}

#[test]
fn an_answer_to_anything_but_the_question_is_none() {
    for relay in ["explicit", "all"] {
        let mut scene = Scene::with(NORTH, SOUTH, &json!({ "relay": relay, "place": "here" }));
        let room = scene.under_way();
        scene.script.post(&scene.ana, &scene.group, with_id("a1", "which dimmer?"));
        let copy = scene.script.shown_as("which dimmer?");
        scene.script.run(&scene.sam, &room, written("reply", "", "s1"));
        let question = scene.script.last_id(&room);
        let before = scene.customers_read();
        let answer =
            |id: &str, words: &str, reply_to| Message { addressed: true, reply_to, ..with_id(id, words) };
        scene.script.post(&scene.sam, &room, answer("s2", "this one is lying", Some("k1".into())));
        assert_eq!(scene.customers_read(), before, "{relay}");
        scene.script.run(&scene.sam, &room, written("reply", "", "s3"));
        scene.script.post(&scene.sam, &room, answer("s4", "the old one", copy));
        assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the old one", "{relay}");
        let before = scene.customers_read();
        scene.script.post(&scene.sam, &room, answer("s5", "an old question", question));
        assert_eq!(scene.customers_read(), before, "{relay}");
    }
}

#[test]
fn a_question_to_staff_is_over_after_some_minutes() {
    let mut scene = explicit(NORTH, SOUTH);
    scene.under_way();
    let chat = chat(&scene.sam);
    scene.script.run(&scene.sam, &chat, written("reply", "case:1", "s1"));
    let before = scene.customers_read();
    scene.script.advance(std::time::Duration::from_mins(15));
    scene.script.say(&scene.sam, &chat, "what was that?");
    assert_eq!(scene.customers_read(), before);
    scene.script.run(&scene.sam, &chat, written("reply", "case:1", "s2"));
    scene.script.say(&scene.sam, &chat, "turn it left");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: turn it left");
}

#[test]
fn strangers_have_no_say_by_command_or_forged_form() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let before = scene.customers_read();
    let stranger = customer(NORTH, "66", "Sam");
    for (command, words) in
        [("reply", "hi"), ("areply", "hi"), ("note", "hi"), ("edit", "hi"), ("delete", "")]
    {
        let reply = scene.script.command(&stranger, &room, command, words);
        assert_eq!(reply.text(), "That is for staff.", "{command}");
    }
    for form in ["handoff_reply:1", "handoff_reply:1-brand", "handoff_edit:1"] {
        let reply = scene.script.submit(&stranger, &room, form, &[("text", "hi")]);
        assert_eq!(reply.text(), "That is for staff.", "{form}");
    }
    for form in
        ["handoff_reply:", "handoff_reply:x", "handoff_reply:-brand", "handoff_edit:1-x", "handoff_edit:"]
    {
        scene.script.submit(&scene.sam, &room, form, &[("text", "hi")]);
    }
    assert_eq!(scene.customers_read(), before);
}

#[test]
fn a_closed_case_takes_no_words() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "close", "");
    let before = scene.customers_read();
    let reply = scene.script.command(&scene.sam, &scene.home, "reply", "case:1 hi");
    assert_eq!(reply.text(), "Case #1 is closed.");
    scene.script.submit(&scene.sam, &room, "handoff_reply:1", &[("text", "hi")]);
    assert_eq!(scene.customers_read(), before);
}

#[test]
fn a_note_is_kept_and_shown_among_staff_alone() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let before = scene.customers_read();
    let reply = scene.script.command(&scene.sam, &room, "note", "12 he is lying");
    assert!(reply.is_private());
    assert_eq!(scene.last_in(&room), "📝 Sam: 12 he is lying");
    let note = scene.script.shown_as("📝 Sam: 12 he is lying").expect("it is shown");
    let answer = Message { reply_to: Some(note), ..with_id("s1", "is he?") };
    scene.script.post(&scene.kim, &room, answer);
    assert_eq!(scene.customers_read(), before);
}

#[test]
fn a_file_goes_out_with_a_reply() {
    use fireside_core::{Attachment, FileKind};
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let plan =
        Attachment { name: Some("plan.pdf".to_owned()), ..Attachment::new(FileKind::Document, NORTH, "f1") };
    scene.script.run(&scene.sam, &room, Invocation::of("reply").given("file", OptionValue::File(plan)));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme:  [plan.pdf]");
    assert_eq!(scene.last_in(&room), "Sam: → Ana:  [plan.pdf]");
}

#[test]
fn a_change_of_the_setting_lets_no_word_slip() {
    let mut scene = explicit(SOUTH, NORTH);
    let room: Place = scene.under_way();
    let before = scene.customers_read();
    scene.script.set("handoff", json!({ "relay": "all", "place": "here" }));
    scene.script.say(&scene.sam, &room, "he is lying");
    assert_eq!(scene.customers_read(), before, "the banner said that it stays among staff");
}

#[test]
fn a_reply_that_answers_the_customers_words_is_an_answer() {
    let mut scene = explicit(NORTH, SOUTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "which dimmer?"));
    let copy = scene.script.shown_as("which dimmer?").expect("it is in the room");
    let bot = Actor { is_bot: true, ..customer(SOUTH, "0", "Bot") };
    let reply = Invocation {
        target: Some(target(&bot, copy.as_str(), "which dimmer?")),
        ..written("reply", "mine", "s1")
    };
    scene.script.run(&scene.sam, &room, reply);
    assert_eq!(scene.script.answered_by("mine"), Some("a1".into()));
}

#[test]
fn a_form_is_a_private_matter_until_it_is_sent_in() {
    let mut scene = explicit(SOUTH, NORTH);
    let room = scene.under_way();
    let opened = scene.script.command(&scene.sam, &room, "reply", "");
    assert!(matches!(opened.answer, Some(Answer::Open(_))));
    assert!(opened.deliveries.is_empty());
}

#[test]
fn what_staff_pass_on_stays_among_staff_whatever_goes_out_else() {
    for relay in ["all", "explicit"] {
        let mut scene = Scene::with(SOUTH, NORTH, &json!({ "place": "here", "relay": relay }));
        let room = scene.under_way();
        let before = scene.customers_read();
        let passed_on = Message { forwarded_from: Some("Kim".to_owned()), ..with_id("s1", "he is lying") };
        scene.script.post(&scene.sam, &room, passed_on);
        assert_eq!(scene.customers_read(), before);
    }
}
