//! `/feedback mine`.

use fireside_feedback::{Kind, Standing};
use fireside_testkit::script::{NORTH, SOUTH, chat};

use crate::Scene;

const TITLES: [&str; 7] =
    ["lid sticks", "dark mode", "quiet hinges", "bigger cup", "less foam", "warm milk", "a handle"];

fn raised(titles: &[&str]) -> Scene {
    let mut scene = Scene::on(NORTH);
    let ana = scene.ana.clone();
    for title in titles {
        scene.send_in(&ana, title);
    }
    scene
}

#[test]
fn ones_own_items_are_listed_newest_first_five_at_a_time() {
    let mut scene = raised(&TITLES);
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    let first = scene.script.command(&ana, &group, "feedback", "mine");
    assert!(first.is_private());
    let words = "What you raised\n#7 a handle (Open, one voice)\n#6 warm milk (Open, one voice)\n\
                 #5 less foam (Open, one voice)\n#4 bigger cup (Open, one voice)\n\
                 #3 quiet hinges (Open, one voice)";
    assert_eq!(first.text(), words);
    let buttons = ["#7", "#6", "#5", "#4", "#3", "Older", "What I back"];
    assert_eq!(scene.script.buttons_in(&group), buttons);
    let second = scene.script.press(&ana, &group, "Older").text();
    assert_eq!(second, "What you raised\n#2 dark mode (Open, one voice)\n#1 lid sticks (Open, one voice)");
    assert_eq!(scene.script.buttons_in(&group), ["#2", "#1", "Newer", "What I back"]);
    assert_eq!(scene.script.press(&ana, &group, "Newer").text(), words);
}

#[test]
fn who_raised_nothing_reads_that() {
    let mut scene = raised(&[]);
    let list = scene.script.command(&scene.ben, &scene.group, "feedback", "mine").text();
    assert_eq!(list, "You have raised nothing yet.");
    let list = scene.script.press(&scene.ben, &scene.group, "What I back").text();
    assert_eq!(list, "You back nothing that others raised.");
}

#[test]
fn what_one_backs_is_listed_and_can_be_taken_back() {
    let mut scene = raised(&TITLES);
    let (ben, group) = (scene.ben.clone(), scene.group.clone());
    for number in 1..=7 {
        scene.script.command(&ben, &group, "voice", &number.to_string());
    }
    scene.send_in(&ben, "Something of my own");
    scene.script.command(&ben, &group, "feedback", "mine");
    let first = scene.script.press(&ben, &group, "What I back").text();
    assert_eq!(first.lines().count(), 6, "{first}");
    assert!(!first.contains("Something of my own"), "{first}");
    let second = scene.script.press(&ben, &group, "Older").text();
    assert_eq!(second.lines().count(), 3, "{second}");
    scene.script.press(&ben, &group, "Take back #7");
    assert_eq!(scene.voice(7, &ben), None);
}

#[test]
fn in_a_group_that_all_read_the_list_is_told_in_private_alone() {
    let mut scene = Scene::on(SOUTH);
    let ana = scene.ana.clone();
    scene.script.command(&ana, &scene.group, "feedback", "The lid sticks");
    scene.script.press(&ana, &scene.group, "Bug");
    let list = scene.script.command(&ana, &scene.group, "feedback", "mine").text();
    assert_eq!(list, "I can only tell you that in private: write to me there.");
    let list = scene.script.command(&ana, &chat(&ana), "feedback", "mine").text();
    assert_eq!(list, "What you raised\n#1 The lid sticks (Open, one voice)");
}

#[test]
fn words_that_begin_like_the_list_are_feedback() {
    let mut scene = Scene::on(SOUTH);
    let ana = scene.ana.clone();
    scene.script.command(&ana, &scene.group, "feedback", "mine is always cold");
    scene.script.press(&ana, &scene.group, "Bug");
    assert_eq!(scene.title(1), "mine is always cold");
}

#[test]
fn an_item_is_corrected_with_the_form_as_it_is() {
    let mut scene = raised(&["lid stics"]);
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.script.command(&ana, &group, "feedback", "mine");
    let shown = scene.script.press(&ana, &group, "#1").text();
    assert!(shown.starts_with("lid stics\n#1 · Idea · Open · one voice\nhttps://"), "{shown}");
    let opened = scene.script.press(&ana, &group, "Correct");
    let form = opened.form().expect("a form opens");
    assert_eq!((form.fields[0].value.as_str(), form.fields[1].value.as_str()), ("lid stics", "idea"));
    let token = form.token.clone();
    let fields = [("title", "The lid sticks"), ("kind", "bug"), ("details", "Every day.")];
    assert_eq!(scene.script.submit(&ana, &group, &token, &fields).text(), "Thank you, #1 is corrected.");
    let item = scene.item(1).expect("it is kept");
    assert_eq!(
        (item.title.as_str(), item.kind, item.details.as_str()),
        ("The lid sticks", Kind::Bug, "Every day.")
    );
    assert_eq!(scene.voice(1, &ana).and_then(|voice| voice.words).as_deref(), Some("Every day."));
    assert_eq!(scene.script.submit(&ana, &group, &token, &fields).text(), "#1 stays as it was.");
    assert_eq!(scene.item(2), None);
}

#[test]
fn where_there_are_no_dialogs_each_question_shows_what_it_holds() {
    let mut scene = Scene::on(SOUTH);
    let (ana, chat) = (scene.ana.clone(), chat(&scene.ana));
    scene.script.command(&ana, &chat, "feedback", "The lid stics");
    scene.script.press(&ana, &chat, "Bug");
    scene.script.command(&ana, &chat, "feedback", "mine");
    scene.script.press(&ana, &chat, "#1");
    let asked = scene.script.press(&ana, &chat, "Correct").text();
    assert_eq!(asked, "What is it about, in a line?\nNow: The lid stics");
    assert_eq!(scene.script.say(&ana, &chat, "The lid sticks").text(), "What is it?\nNow: Bug");
    for _ in 0..4 {
        scene.script.press(&ana, &chat, "Skip");
    }
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.title.as_str(), item.kind), ("The lid sticks", Kind::Bug));
}

#[test]
fn what_nobody_else_backs_is_withdrawn_with_its_words() {
    let mut scene = raised(&["lid sticks"]);
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.script.command(&ana, &group, "feedback", "mine");
    scene.script.press(&ana, &group, "#1");
    let asked = scene.script.press(&ana, &group, "Withdraw").text();
    assert_eq!(asked, "Withdraw #1 “lid sticks”? Your words go, and nobody can back it any more.");
    let yes = scene.script.button(&group, &ana.account, "Yes, withdraw it");
    assert_eq!(scene.script.press_data(&ana, &group, &yes).text(), "#1 is withdrawn.");
    assert_eq!(scene.script.press_data(&ana, &group, &yes).text(), "#1: taken back", "pressed twice");
    let item = scene.item(1).expect("its number stays");
    assert_eq!((item.standing, item.title.as_str()), (Standing::Withdrawn, ""));
    assert_eq!(scene.voices(1), "0");
    let list = scene.script.command(&ana, &group, "feedback", "mine").text();
    assert_eq!(list, "What you raised\n#1: taken back");
    let backed = scene.script.command(&scene.ben, &group, "voice", "1").text();
    assert_eq!(backed, "There is no feedback #1.");
    let correct = scene.script.submit(&ana, &group, "feedback:item-1", &[("title", "x"), ("kind", "bug")]);
    assert_eq!(correct.text(), "#1: taken back");
}

#[test]
fn what_others_back_lives_on_without_its_authors_name() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben, group) = (scene.ana.clone(), scene.ben.clone(), scene.group.clone());
    let fields = [("title", "lid sticks"), ("kind", "bug"), ("details", "I live at 5 Elm Street.")];
    scene.script.submit(&ana, &group, "feedback", &fields);
    scene.script.command(&ben, &group, "voice", "1");
    scene.script.advance(std::time::Duration::from_secs(10));
    scene.script.command(&ana, &group, "feedback", "mine");
    scene.script.press(&ana, &group, "#1");
    scene.script.press(&ana, &group, "Withdraw");
    let gone = scene.script.press(&ana, &group, "Yes, withdraw it").text();
    assert_eq!(gone, "Your words and your name are off #1. It lives on with the voices of others.");
    let item = scene.item(1).expect("it is kept");
    assert_eq!(
        (item.standing, item.title.as_str(), item.details.as_str()),
        (Standing::Live, "lid sticks", "")
    );
    assert_eq!(item.author.name, "somebody");
    assert_ne!(item.author.account, ana.account);
    assert_eq!((scene.voice(1, &ana), scene.voices(1)), (None, "1".to_owned()));
    let list = scene.script.command(&ana, &group, "feedback", "mine").text();
    assert!(!list.contains("lid sticks"), "{list}");
}

#[test]
fn nobody_opens_corrects_or_withdraws_what_is_not_theirs() {
    let mut scene = raised(&["lid sticks"]);
    let (ana, ben, group) = (scene.ana.clone(), scene.ben.clone(), scene.group.clone());
    scene.script.command(&ana, &group, "feedback", "mine");
    let open = scene.script.button(&group, &ana.account, "#1");
    scene.script.press(&ana, &group, "#1");
    let correct = scene.script.button(&group, &ana.account, "Correct");
    scene.script.press(&ana, &group, "Withdraw");
    let yes = scene.script.button(&group, &ana.account, "Yes, withdraw it");
    for data in [open, correct, yes] {
        let refused = scene.script.press_data(&ben, &group, &data).text();
        assert_eq!(refused, "That is for the one who wrote it.");
    }
    assert_eq!(scene.item(1).map(|item| item.standing), Some(Standing::Live));
}

#[test]
fn a_merged_item_says_where_it_is_and_is_not_corrected() {
    let mut scene = raised(&["lid sticks", "dark mode"]);
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.stage(&ana, "merge 1 2");
    let list = scene.script.command(&ana, &group, "feedback", "mine").text();
    assert!(list.contains("#1 lid sticks: part of #2 now"), "{list}");
    let fields = [("title", "x"), ("kind", "bug")];
    let refused = scene.script.submit(&ana, &group, "feedback:item-1", &fields).text();
    assert_eq!(refused, "#1 lid sticks: part of #2 now");
}
