//! Staff's desk, through the real platforms.

use fireside_handoff::{Case, Settings, State, WhereTo};
use fireside_sim::discord::{SeenMessage, World};
use fireside_tests::{Home, PATIENCE, Stage};

async fn stage() -> Stage {
    Stage::set_about(Home::Discord, Settings { place: WhereTo::Here, ..Settings::default() }).await
}

/// Waits for a file that one user alone, or everybody in a channel, is given.
async fn file(stage: &Stage, channel: u64, user: u64) -> (String, Vec<u8>) {
    let with_file = |world: &World| -> Option<SeenMessage> {
        let shown = world.private_messages(user).into_iter().chain(world.history(channel));
        shown.into_iter().find(|shown| !shown.attachments.is_empty())
    };
    let shown = stage.discord.wait_for(with_file, PATIENCE).await.expect("a file comes");
    let file = &shown.attachments[0];
    let bytes = stage.discord.attachment_bytes(file.id).expect("it is there");
    (file.name.clone(), bytes)
}

#[tokio::test]
async fn the_queue_a_transfer_and_a_snooze() {
    let stage = stage().await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "it hums").await;
    stage.discord.run_command(here.desk, here.ana, "cases", &[]).expect("registered");
    stage.told(here.ana, "#1 Mia").await;
    stage.discord.run_command(here.desk, here.ana, "claim", &[("case", "1")]).expect("registered");
    stage.told(here.ana, "is yours").await;
    stage.discord.run_command(case.room, here.ana, "snooze", &[("until", "2h")]).expect("registered");
    stage.in_channel(case.room, "put aside").await;
    stage.telegram.say(there.mia, there.mia, "and it smells");
    stage.in_channel(case.room, "taken up again").await;
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases[0].state(), State::Active);
}

#[tokio::test]
async fn a_transcript_is_a_page_with_all_that_was_said() {
    let stage = stage().await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "it hums <b>loudly</b>").await;
    let asked = stage.in_channel(case.room, "it hums").await.id;
    stage.at_rest().await;
    stage.discord.say(case.room, here.ana, "note to us", None).expect("may speak");
    stage.discord.say(case.room, here.ana, "Since when?", Some(asked)).expect("may speak");
    stage.telegram.wait_for_text(there.mia, "Since when?", PATIENCE).await.expect("it goes out");
    stage.discord.run_command(case.room, here.ana, "transcript", &[]).expect("registered");
    let (name, bytes) = file(&stage, case.room, here.ana).await;
    let page = String::from_utf8(bytes).expect("it is text");
    let ending = std::path::Path::new(&name).extension();
    assert_eq!(ending.and_then(|ending| ending.to_str()), Some("html"), "{name}");
    for words in ["it hums &lt;b&gt;loudly&lt;/b&gt;", "note to us", "Since when?"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert!(!page.contains("<script"), "a page that does nothing");
    stage.clear().await;
}

#[tokio::test]
async fn the_figures_come_with_a_picture() {
    let stage = stage().await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "it hums").await;
    stage.discord.run_command(case.room, here.ana, "reply", &[("text", "Since when?")]).expect("registered");
    stage.telegram.wait_for_text(there.mia, "Since when?", PATIENCE).await.expect("it goes out");
    stage.discord.run_command(case.room, here.ana, "close", &[]).expect("registered");
    stage.telegram.wait_for_text(there.mia, "is closed", PATIENCE).await.expect("told that it is over");
    stage.discord.run_command(here.desk, here.ana, "stats", &[]).expect("registered");
    let (_, picture) = file(&stage, here.desk, here.ana).await;
    assert!(picture.starts_with(b"\x89PNG\r\n"), "a picture");
    stage.clear().await;
}

#[tokio::test]
async fn a_customer_says_whether_it_helped() {
    let stage = stage().await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "it hums").await;
    stage
        .discord
        .run_command(case.room, here.ana, "reply", &[("text", "Turn it left.")])
        .expect("registered");
    stage.telegram.wait_for_text(there.mia, "Turn it left.", PATIENCE).await.expect("it goes out");
    stage.discord.run_command(case.room, here.ana, "close", &[]).expect("registered");
    let asked = stage.telegram.wait_for_text(there.mia, "Did that help?", PATIENCE).await.expect("asked");
    stage.telegram.press(there.mia, asked.message_id, there.mia, "5").expect("a button");
    stage.telegram.wait_for_text(there.mia, "Thank", PATIENCE).await.expect("thanked");
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases[0].rating.as_ref().map(|rating| rating.stars), Some(5));
}

#[tokio::test]
async fn staff_help_where_somebody_wrote() {
    let stage = stage().await;
    let (there, here) = (stage.there, stage.here);
    let said = stage.discord.say(here.lounge, here.leo, "my dimmer buzzes", None).expect("may speak");
    stage.discord.run_message_command(here.lounge, here.ana, "Help here", said).expect("in the menu");
    let room = |world: &World| world.threads(here.desk).pop();
    let room = stage.discord.wait_for(room, PATIENCE).await.expect("a case is opened").id;
    stage.in_channel(room, "my dimmer buzzes").await;
    stage.in_channel(here.lounge, "Ana").await;
    assert_eq!(stage.telegram.history(there.group), [], "nobody else hears of it");
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases[0].owner().map(|owner| owner.name.as_str()), Some("Ana"));
}
