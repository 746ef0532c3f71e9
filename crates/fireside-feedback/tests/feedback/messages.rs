//! From somebody's message: its menu, or a reply with `/feedback`.

use fireside_core::{Attachment, FileKind, Message};
use fireside_feedback::Kind;
use fireside_testkit::script::{NORTH, SOUTH, chat, customer};

use crate::{Scene, on_message};

const NOTED: &str = "Ana, this is noted as feedback #1 now, in your words, so that the team sees it. \
                     With /feedback mine you can change it or take it back.";

#[test]
fn ones_own_message_opens_the_form_with_its_words() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    scene.says(&ben, "m1", "How is the new kettle?");
    let message = scene.says(&ana, "m2", "The lid sticks");
    scene.says(&ben, "m3", "Mine too");
    let opened = scene.capture(&ana, &ana, &message);
    let form = opened.form().expect("a form opens");
    assert_eq!(form.fields[0].value, "The lid sticks");
    let token = form.token.clone();
    let fields = [("title", "The lid sticks when cold"), ("kind", "bug")];
    assert!(scene.script.submit(&ana, &scene.group, &token, &fields).text().starts_with("Saved #1."));
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.title.as_str(), item.kind), ("The lid sticks when cold", Kind::Bug));
    assert_eq!((item.origin.message, item.origin.captured_by), (Some("m2".into()), None));
    let around: Vec<_> =
        item.origin.around.iter().map(|one| (one.name.as_str(), one.words.as_str())).collect();
    assert_eq!(around, [("Ben", "How is the new kettle?"), ("Ben", "Mine too")]);
    assert_eq!(scene.script.said_in(&scene.group), Vec::<String>::new(), "nobody has to be told");
}

#[test]
fn staff_capture_a_customers_message_word_for_word_in_their_name() {
    for platform in [NORTH, SOUTH] {
        let mut scene = Scene::on(platform);
        let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
        let message = scene.says(&ana, "m1", "The lid sticks.\nEvery day.");
        let asked = scene.capture(&sam, &ana, &message);
        let saved = if let Some(form) = asked.form() {
            let names: Vec<_> = form.fields.iter().map(|field| field.name.as_str()).collect();
            assert_eq!(names, ["kind"], "their words are not for others to change");
            scene.script.submit(&sam, &scene.group, &form.token.clone(), &[("kind", "bug")])
        } else {
            assert_eq!(asked.text(), "What is it?");
            scene.script.press(&sam, &scene.group, "Bug")
        };
        if platform == NORTH {
            assert_eq!(saved.text(), "Captured as #1, in the words of Ana, who hears of it.");
        }
        assert_eq!(scene.script.said_in(&scene.group).last().map(String::as_str), Some(NOTED));
        let captured = |said: &&String| said.contains("Captured as");
        assert_eq!(scene.script.said_in(&scene.group).iter().find(captured), None, "{platform}: said once");
        let item = scene.item(1).expect("it is kept");
        assert_eq!(
            (item.title.as_str(), item.details.as_str()),
            ("The lid sticks.", "The lid sticks.\nEvery day.")
        );
        assert_eq!(item.author.account, ana.account);
        assert_eq!(item.origin.captured_by.map(|member| member.name).as_deref(), Some("Sam"));
        assert_eq!(scene.script.answered_by(NOTED), Some("m1".into()), "{platform}: told once, in reply");
        assert!(scene.voice(1, &ana).is_some() && scene.voice(1, &sam).is_none());
    }
}

#[test]
fn nobody_who_is_muted_is_named_where_their_message_is_captured() {
    for platform in [NORTH, SOUTH] {
        let mut scene = Scene::on(platform);
        let (ana, sam, group) = (scene.ana.clone(), scene.sam.clone(), scene.group.clone());
        scene.script.command(&ana, &chat(&ana), "feedback", "mute");
        for (message, kind) in [("m1", "The lid sticks"), ("m2", "The hinge creaks")] {
            scene.says(&ana, message, kind);
        }
        let message = Message { id: Some("m1".into()), ..Message::of("The lid sticks") };
        let asked = scene.capture(&sam, &ana, &message);
        let saved = match asked.form() {
            Some(form) => scene.script.submit(&sam, &group, &form.token.clone(), &[("kind", "bug")]),
            None => scene.script.press(&sam, &group, "Bug"),
        };
        assert!(saved.text().ends_with("Captured: it counts for #1 now."), "{}", saved.text());
        scene.reacts(&sam, "m2", "💡", fireside_core::event::ReactionChange::Added);
        assert!(scene.item(2).is_some());
        let said = scene.script.said_in(&group);
        assert!(!said.iter().any(|said| said.contains("Ana")), "{platform}: {said:?}");
    }
}

#[test]
fn a_customer_captures_what_another_said_in_public_and_can_back_it() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    let message = scene.says(&ana, "m1", "The lid sticks");
    let token = scene.capture(&ben, &ana, &message).form().expect("a form opens").token.clone();
    scene.script.submit(&ben, &scene.group, &token, &[("kind", "bug"), ("title", "Ana is wrong")]);
    assert_eq!(scene.title(1), "The lid sticks", "nobody is made to say what they did not");
    assert_eq!(scene.voice(1, &ben), None);
    scene.script.press(&ben, &scene.group, "Add my voice");
    assert!(scene.voice(1, &ben).is_some());
}

#[test]
fn somebody_elses_words_can_not_be_changed_by_a_forged_form() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    let message = scene.says(&ana, "m1", "The lid sticks");
    let token = scene.capture(&ben, &ana, &message).form().expect("a form opens").token.clone();
    let forged = token.replacen("feedback_kind:", "feedback:", 1);
    let fields = [("title", "Ana is wrong"), ("kind", "bug")];
    assert!(scene.script.submit(&ben, &scene.group, &forged, &fields).is_silent());
    assert_eq!(scene.item(1), None);
    let stolen = scene.script.submit(&ana, &scene.group, &token, &[("kind", "bug")]).text();
    assert_eq!(stolen, "That is for the one who wrote it.");
}

#[test]
fn a_message_captured_twice_is_one_item() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben, sam) = (scene.ana.clone(), scene.ben.clone(), scene.sam.clone());
    let message = scene.says(&ana, "m1", "The lid sticks");
    let first = scene.capture(&sam, &ana, &message).form().expect("a form opens").token.clone();
    let second = scene.capture(&ben, &ana, &message).form().expect("a form opens").token.clone();
    scene.script.submit(&sam, &scene.group, &first, &[("kind", "bug")]);
    let known = "That was captured before: it is #1.";
    assert_eq!(scene.script.submit(&ben, &scene.group, &second, &[("kind", "idea")]).text(), known);
    assert_eq!(scene.capture(&ana, &ana, &message).text(), known);
    assert_eq!(scene.item(2), None);
}

#[test]
fn what_its_author_took_back_is_not_captured_again() {
    let mut scene = Scene::on(NORTH);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    let message = scene.says(&ana, "m1", "The lid sticks");
    let token = scene.capture(&sam, &ana, &message).form().expect("a form opens").token.clone();
    scene.script.submit(&sam, &scene.group, &token, &[("kind", "bug")]);
    scene.script.command(&ana, &scene.group, "feedback", "mine");
    scene.script.press(&ana, &scene.group, "#1");
    scene.script.press(&ana, &scene.group, "Withdraw");
    scene.script.press(&ana, &scene.group, "Yes, withdraw it");
    let refused = scene.capture(&sam, &ana, &message).text();
    assert_eq!(refused, "That was #1, which its author has taken back.");
}

#[test]
fn the_words_of_bots_and_of_nobody_are_not_captured() {
    let mut scene = Scene::on(NORTH);
    let sam = scene.sam.clone();
    let message = Message { id: Some("m1".into()), ..Message::of("Buy now") };
    let mut author = customer(NORTH, "9", "Robot");
    author.is_bot = true;
    assert!(scene.capture(&sam, &author, &message).text().starts_with("A bot said that."));
    let mut author = customer(NORTH, "9", "Group");
    author.is_anonymous = true;
    assert!(scene.capture(&sam, &author, &message).text().starts_with("I can't tell who said that"));
    assert_eq!(scene.item(1), None);
}

#[test]
fn a_message_without_words_is_told_by_its_picture_or_not_at_all() {
    let mut scene = Scene::on(NORTH);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    let empty = Message { id: Some("m1".into()), ..Message::of(" \u{200B}") };
    assert!(scene.capture(&sam, &ana, &empty).text().starts_with("There is nothing in that message"));
    let picture = Attachment::new(FileKind::Photo, NORTH, "f1");
    let message = Message { id: Some("m2".into()), attachments: vec![picture.clone()], ..Message::default() };
    let token = scene.capture(&sam, &ana, &message).form().expect("a form opens").token.clone();
    scene.script.submit(&sam, &scene.group, &token, &[("kind", "bug")]);
    assert_eq!(scene.title(1), "photo");
    assert_eq!(scene.item(1).map(|item| item.files), Some(vec![picture]));
}

#[test]
fn a_customer_captures_only_so_many_messages_of_others_a_day() {
    const ENOUGH: &str = "You have captured 5 messages of others today.";
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    let things = ["Dark mode", "The lid sticks", "Louder beeps", "A timer", "Refunds hurt", "Crooked logo"];
    let mut forms = Vec::new();
    for (number, thing) in things.iter().enumerate() {
        let message = scene.says(&ana, &format!("m{number}"), thing);
        forms.push(scene.capture(&ben, &ana, &message).form().expect("a form opens").token.clone());
    }
    for form in &forms[..5] {
        let saved = scene.script.submit(&ben, &scene.group, form, &[("kind", "idea")]).text();
        assert!(saved.starts_with("Captured as #"), "{saved}");
    }
    let sixth = scene.script.submit(&ben, &scene.group, &forms[5], &[("kind", "idea")]).text();
    assert!(sixth.starts_with(ENOUGH), "{sixth}");
    assert_eq!(scene.item(6), None);
    let message = scene.says(&ana, "m7", "thing 7");
    assert!(scene.capture(&ben, &ana, &message).text().starts_with(ENOUGH));
    assert!(scene.capture(&ana, &ana, &message).form().is_some(), "one's own are not counted");
    scene.script.advance(std::time::Duration::from_hours(24));
    assert!(scene.capture(&ben, &ana, &message).form().is_some(), "tomorrow is another day");
}

#[test]
fn a_capture_that_is_given_up_is_not_counted() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    for number in 1..=9 {
        let message = scene.says(&ana, &format!("m{number}"), &format!("thing {number}"));
        assert!(scene.capture(&ben, &ana, &message).form().is_some(), "{number}");
    }
}

#[test]
fn words_of_ones_own_count_more_than_the_message_they_answer() {
    let mut scene = Scene::on(SOUTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    let message = scene.says(&ana, "m1", "The lid sticks");
    let mut invocation = on_message(&ana, &message);
    invocation.written = fireside_core::Invocation::written("feedback", "Hinges creak").written;
    scene.script.run(&ben, &scene.group, invocation);
    scene.script.press(&ben, &scene.group, "Bug");
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.title.as_str(), item.author.account), ("Hinges creak", ben.account));
}

#[test]
fn in_a_private_chat_ones_own_message_is_captured() {
    let mut scene = Scene::on(SOUTH);
    let (ana, chat) = (scene.ana.clone(), chat(&scene.ana));
    let message = Message { id: Some("m1".into()), ..Message::of("The lid sticks") };
    scene.script.post(&ana, &chat, message.clone());
    scene.script.run(&ana, &chat, on_message(&ana, &message));
    assert!(scene.script.press(&ana, &chat, "Bug").text().starts_with("Saved #1."));
    assert_eq!(scene.item(1).map(|item| item.origin.is_private), Some(true));
}
