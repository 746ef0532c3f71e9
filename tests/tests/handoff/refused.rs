//! Who is no staff does nothing that only staff may, and that is written down.

use fireside_core::audit::AuditEntry;
use fireside_handoff::{Case, Settings, State};
use fireside_tests::{Home, PATIENCE, Stage};

/// What only staff may do, as somebody on Telegram writes it.
const WRITTEN: [&str; 22] = [
    "/join 1",
    "/claim 1",
    "/release 1",
    "/leave 1",
    "/transfer Tom 1",
    "/cases",
    "/reply hello",
    "/areply hello",
    "/note hello",
    "/edit hello",
    "/delete",
    "/snooze 2d 1",
    "/close 1",
    "/reopen 1",
    "/priority high 1",
    "/tag add 1 vip",
    "/merge_cases 1 1",
    "/notify 1",
    "/subscribe 1",
    "/stats",
    "/duty on",
    "/audit",
];

#[tokio::test]
async fn a_customer_runs_no_command_of_staff() {
    let stage = Stage::set_about(Home::Discord, Settings::default()).await;
    let there = stage.there;
    stage.call_from(there.mia, there.mia, "my lamp flickers").await;
    for (index, words) in WRITTEN.iter().enumerate() {
        stage.telegram.say(there.tom, there.tom, words);
        let refused = |world: &fireside_sim::telegram::World| {
            let said = world.history(there.tom).into_iter();
            (said.filter(|shown| shown.from_bot && shown.text.contains("for staff")).count() > index)
                .then_some(())
        };
        assert!(stage.telegram.wait_for(PATIENCE, refused).await.is_some(), "{words}");
    }
    let entries = stage.clear_and_read::<AuditEntry>().await;
    assert_eq!(entries.len(), WRITTEN.len());
    assert!(entries.iter().all(|entry| entry.refused && entry.account.id.as_str() == there.tom.to_string()));
}

#[tokio::test]
async fn a_role_that_was_taken_away_a_second_ago_opens_no_form() {
    let stage = Stage::set_about(Home::Discord, Settings::default()).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "my lamp flickers").await;
    stage.discord.press(case.card, here.ben, "Reply").expect("the card has a button");
    let modal = stage.discord.wait_for_modal(here.ben, PATIENCE).await.expect("a form opens");
    stage.discord.take_role(here.guild, here.ben, here.team).expect("a member");
    let field = modal.fields.first().expect("it asks for words").custom_id.clone();
    stage.discord.submit_modal(here.ben, &modal.custom_id, &[(&field, "not any more")]).expect("it fits");
    stage.told(here.ben, "That is for staff").await;
    assert_eq!(stage.times_in_chat(there.mia, "not any more"), 0);
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!((cases[0].state(), cases[0].owner()), (State::Waiting, None));
}

#[tokio::test]
async fn staff_who_ask_while_the_bot_is_down_or_starts_are_staff() {
    let stage = Stage::set_about(Home::Discord, Settings::default()).await;
    let here = stage.here;
    let stage = stage
        .restart(|scene| {
            for _ in 0..3 {
                let asked = scene.discord.world().run_command(here.desk, here.ana, "duty", &[]);
                asked.expect("registered");
            }
        })
        .await;
    assert!(stage.discord.wait_for_bot(PATIENCE).await, "it comes back");
    for _ in 0..3 {
        stage.discord.run_command(here.desk, here.ana, "duty", &[]).expect("registered");
    }
    stage.told(here.ana, "Nobody is on duty").await;
    stage.at_rest().await;
    let entries = stage.clear_and_read::<AuditEntry>().await;
    assert!(entries.iter().all(|entry| !entry.refused), "{entries:#?}");
}
