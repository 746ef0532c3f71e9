//! Who may not: authority is checked when something is done, and what was
//! forged is nothing.

use fireside_feedback::{Feedback, Status};
use fireside_sim::discord::permissions::ADMINISTRATOR;
use fireside_tests::{Home, PATIENCE, Stage};

use crate::steps::{STATUS_MENU, card, only, raise_in_group};

#[tokio::test]
async fn a_status_by_somebody_whose_role_was_removed_a_second_ago_is_refused() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer").await;
    let card = card(&stage, 1).await;
    stage.discord.press(card.post, here.ben, "Status").expect("he sees the card");
    let menu = stage.told(here.ben, "How far is #1?").await;
    // As an administrator of the server he still sees all of it; staff he is no more.
    let admins = stage.discord.add_role(here.guild, "Admins", ADMINISTRATOR);
    stage.discord.give_role(here.guild, here.ben, admins).expect("a member");
    stage.discord.take_role(here.guild, here.ben, here.team).expect("a member");
    stage.discord.choose(menu.id, here.ben, STATUS_MENU, &["Shipped"]).expect("it is still before him");
    stage.told(here.ben, "That is for staff").await;
    crate::steps::run(&stage, here.ben, "status", &[("number", "1"), ("status", "declined")]);
    let refusals = |world: &fireside_sim::discord::World| {
        let said = world.private_messages(here.ben);
        (said.iter().filter(|shown| shown.text.contains("That is for staff")).count() == 2).then_some(())
    };
    stage.discord.wait_for(refusals, PATIENCE).await.expect("the command as well");
    assert_eq!(stage.times_in_chat(stage.there.group, "#1 “A timer”"), 0, "nobody is told");
    assert_eq!(only::<Feedback>(stage).await.status, Status::Open);
}

#[tokio::test]
async fn a_customer_who_tries_what_staff_do_is_refused_or_taken_at_their_word() {
    let stage = Stage::set(Home::Discord).await;
    let (here, there) = (stage.here, stage.there);
    raise_in_group(&stage, there.mia, "A timer").await;
    let card = card(&stage, 1).await;
    stage.discord.press(card.post, here.leo, "Status").expect("he sees the card");
    stage.told(here.leo, "That is for staff").await;
    // What staff run with a word is a customer's own word: they have feedback about a status.
    let said = stage.telegram.say(there.group, there.tom, "/feedback status 1 shipped");
    let asked = stage.telegram.wait_for_text_after(there.group, said, "What is it?", PATIENCE).await;
    asked.expect("the kind is asked for");
    stage.at_rest().await;
    assert_eq!(only::<Feedback>(stage).await.status, Status::Open);
}

#[tokio::test]
async fn a_button_that_nobody_made_does_nothing_but_say_so() {
    let stage = Stage::set(Home::Telegram).await;
    let there = stage.there;
    raise_in_group(&stage, there.mia, "A timer").await;
    for forged in ["a:voice", "voice 1", "1", "a:AAAAAAAAAAAAAAAAAAAAAA", "💡"] {
        let query = stage.telegram.press_stale(there.group, 1, there.tom, forged);
        let answered = |world: &fireside_sim::telegram::World| {
            world.press_record(&query).filter(|press| press.answer.is_some())
        };
        stage.telegram.wait_for(PATIENCE, answered).await.expect("the press is answered");
    }
    assert_eq!(only::<Feedback>(stage).await.voices, 1);
}
