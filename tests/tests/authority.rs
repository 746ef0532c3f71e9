//! Who may take on a case, checked when they do.

use fireside_handoff::{Case, State};
use fireside_sim::discord::permissions::ADMINISTRATOR;
use fireside_tests::{Home, Stage};

#[tokio::test]
async fn a_stranger_who_joins_on_discord_is_refused_in_private() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let case = stage.call_from_group("who comes?").await;
    stage.discord.run_command(here.lounge, here.leo, "claim", &[("case", "1")]).expect("registered");
    stage.told(here.leo, "That is for staff").await;
    assert_eq!(stage.texts_in(here.lounge), Vec::<String>::new(), "and nobody else is");
    assert!(!stage.discord.thread_members(case.room).contains(&here.leo), "nor is he let in");
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases.iter().map(Case::state).collect::<Vec<_>>(), [State::Waiting]);
}

#[tokio::test]
async fn a_stranger_who_joins_on_telegram_gets_a_neutral_line() {
    let stage = Stage::set(Home::Telegram).await;
    let there = stage.there;
    stage.call_from_lounge("who comes?").await;
    stage.telegram.say(there.group, there.tom, "/claim 1");
    let refusal = stage.in_group("That is for staff").await;
    assert!(!refusal.text.contains("Leo"), "it tells nothing of the case: {}", refusal.text);
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases.iter().map(Case::state).collect::<Vec<_>>(), [State::Waiting]);
}

#[tokio::test]
async fn a_role_that_was_taken_away_claims_nothing() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let case = stage.call_from_group("who comes?").await;
    // As an administrator of the server Ben still sees the card; staff he is no more.
    let admins = stage.discord.add_role(here.guild, "Admins", ADMINISTRATOR);
    stage.discord.give_role(here.guild, here.ben, admins).expect("a member");
    stage.discord.take_role(here.guild, here.ben, here.team).expect("a member");
    stage.discord.press(case.card, here.ben, "Claim").expect("he sees the card");
    stage.told(here.ben, "That is for staff").await;
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases[0].owner(), None);
}

#[tokio::test]
async fn of_two_who_claim_at_once_one_becomes_the_owner_and_the_other_is_told_who() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let case = stage.call_from_group("who comes?").await;
    for user in [here.ben, here.ana] {
        stage.discord.press(case.card, user, "Claim").expect("the card has a button");
    }
    let (loser, name) = tokio::select! {
        _ = stage.told(here.ana, "is yours") => (here.ben, "Ana"),
        _ = stage.told(here.ben, "is yours") => (here.ana, "Ben"),
    };
    stage.told(loser, &format!("Case #1 is taken: {name} has it")).await;
    stage.in_group(&format!("{name} from Acme is with you now")).await;
    let joins = stage.times_in_chat(stage.there.group, "is with you now");
    assert_eq!(joins, 1, "the customer hears of one");
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases[0].owner().map(|owner| owner.name.as_str()), Some(name));
}
