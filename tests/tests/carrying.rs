//! What customers and staff send besides words: on the other side it is what it
//! was, or it is said what it is.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use fireside_sim::telegram::{Attachment, MediaKind, Origin, Post, Share};
use fireside_sim::{Fault, discord, telegram};
use fireside_tests::{Home, PATIENCE, Stage};

/// A picture's first bytes, then what makes it this one.
fn picture(of: &str) -> Vec<u8> {
    let head = [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R'];
    [&head[..], &[0, 0, 4, 0, 0, 0, 3, 0, 8, 2, 0, 0, 0], of.as_bytes()].concat()
}

fn photo(of: &str, caption: &str) -> Attachment {
    Attachment { caption: caption.to_owned(), ..Attachment::new(MediaKind::Photo, picture(of)) }
}

/// The files in a room, oldest first.
fn files_in(world: &discord::World, room: u64) -> Vec<discord::SeenAttachment> {
    world.history(room).into_iter().flat_map(|message| message.attachments).collect()
}

fn bytes_of(world: &discord::World, file: &discord::SeenAttachment) -> Vec<u8> {
    world.attachment_bytes(file.id).expect("it is kept")
}

#[tokio::test]
async fn a_customers_photo_is_seen_in_the_room_with_its_words() {
    let stage = Stage::set(Home::Discord).await;
    let case = stage.call_from_group("look at this").await;
    stage.claim(case).await;
    let post = Post { reply_to: Some(case.called), ..Post::new(stage.there.group, stage.there.mia) };
    stage.telegram.send_file(&post, photo("lamp", "the *lid* is broken"));
    let shown = stage.in_channel(case.room, "the *lid* is broken").await;
    assert_eq!(shown.attachments.len(), 1, "{shown:?}");
    assert_eq!(bytes_of(&stage.discord, &shown.attachments[0]), picture("lamp"));
    assert!(shown.pings.is_empty() && !shown.pings_everyone);
    stage.clear().await;
}

#[tokio::test]
async fn staffs_file_reaches_the_customer_whole() {
    let stage = Stage::set(Home::Discord).await;
    let case = stage.call_from_group("where is the manual?").await;
    stage.claim(case).await;
    let manual = vec![b'%'; 700_000];
    let upload =
        discord::Upload { name: "manual.pdf".to_owned(), bytes: manual.clone(), ..Default::default() };
    stage.discord.upload(case.room, stage.here.ana, "here it is", upload).expect("may upload");
    let shown = stage.in_group("here it is").await;
    let media = shown.media.expect("it has a file");
    assert_eq!((media.kind, media.file_name.as_deref()), (MediaKind::Document, Some("manual.pdf")));
    let bytes = stage.telegram.file_bytes(stage.there.group, shown.message_id).expect("it is kept");
    assert!(bytes[..] == manual[..], "it is the same file");
    stage.clear().await;
}

#[tokio::test]
async fn an_album_stays_one_message() {
    let stage = Stage::set(Home::Discord).await;
    let case = stage.call_from_group("three pictures").await;
    stage.claim(case).await;
    let post = Post { reply_to: Some(case.called), ..Post::new(stage.there.group, stage.there.mia) };
    let parts = vec![photo("one", "all three"), photo("two", ""), photo("three", "")];
    // Its last part comes in a poll of its own.
    stage.telegram.send_album(&post, parts, Some(2));
    let shown = stage.in_channel(case.room, "all three").await;
    let bytes: Vec<_> = shown.attachments.iter().map(|file| bytes_of(&stage.discord, file)).collect();
    assert_eq!(bytes, ["one", "two", "three"].map(picture));
    stage.clear().await;
}

#[tokio::test]
async fn a_file_that_can_not_be_brought_over_is_named_and_its_words_arrive() {
    let stage = Stage::set(Home::Discord).await;
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    stage.telegram.inject(
        "getFile",
        Fault::Refused { status: 400, code: 400, description: "Bad Request: file is too big".to_owned() },
    );
    let post = Post { reply_to: Some(case.called), ..Post::new(stage.there.group, stage.there.mia) };
    let film = Attachment {
        file_name: Some("holiday.mp4".to_owned()),
        caption: "my holiday".to_owned(),
        ..Attachment::new(MediaKind::Document, vec![1; 1000])
    };
    stage.telegram.send_file(&post, film);
    let shown = stage.in_channel(case.room, "my holiday").await;
    assert!(shown.text.contains("holiday") && shown.text.contains("could not be brought over"), "{shown:?}");
    assert_eq!(files_in(&stage.discord, case.room).len(), 0);
    stage.clear().await;
}

#[tokio::test]
async fn places_contacts_and_forwards_are_described() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "in private").await;
    stage.discord.run_command(case.room, here.ana, "claim", &[]).expect("the command is registered");
    stage.telegram.wait_for_text(there.mia, "Ana", PATIENCE).await.expect("she hears who joined");
    let post = Post::new(there.mia, there.mia);
    stage.telegram.share(&post, &Share::Location { latitude: 52.516_275, longitude: 13.377_704 });
    stage.in_channel(case.room, "openstreetmap.org/?mlat=52.516275&mlon=13.377704").await;
    stage.telegram.forward_from(&post, &Origin::HiddenUser { name: "Bo *x*".to_owned() }, "they all flicker");
    let shown = stage.in_channel(case.room, "they all flicker").await;
    assert!(shown.text.contains("Bo"), "{shown:?}");
    stage.clear().await;
}

#[tokio::test]
async fn answers_edits_and_removals_are_brought_over() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "in private").await;
    stage.discord.run_command(case.room, here.ana, "claim", &[]).expect("the command is registered");
    stage.telegram.wait_for_text(there.mia, "Ana", PATIENCE).await.expect("she hears who joined");

    let asked = stage.telegram.say(there.mia, there.mia, "which dimer?");
    let copy = stage.in_channel(case.room, "which dimer?").await;
    stage.telegram.edit(there.mia, asked, "which dimmer?").expect("it is hers");
    let changed = stage.in_channel(case.room, "which dimmer?").await;
    assert_eq!(changed.id, copy.id, "it is the same message");

    let answer = stage.discord.say(case.room, here.ana, "the old one", Some(copy.id)).expect("may speak");
    let back = stage.telegram.wait_for_text(there.mia, "the old one", PATIENCE).await.expect("it arrives");
    assert_eq!(back.reply_to, Some(asked), "it answers what she asked");
    stage.discord.delete(case.room, here.ana, answer).expect("it is hers");
    let gone = |world: &telegram::World| {
        world.message(there.mia, back.message_id).is_none_or(|shown| shown.deleted).then_some(())
    };
    stage.telegram.wait_for(PATIENCE, gone).await.expect("its copy goes with it");
    stage.clear().await;
}

#[tokio::test]
async fn a_group_that_becomes_a_supergroup_keeps_its_cases() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    let case = stage.call_from_group("before").await;
    stage.claim(case).await;
    let moved = there.group - 1_000_000_000_000;
    stage.telegram.migrate(there.group, moved, true);
    stage.discord.say(case.room, stage.here.ana, "after the move", None).expect("may speak");
    let heard =
        stage.telegram.wait_for_text(moved, "after the move", PATIENCE).await.expect("it arrives there");
    stage.telegram.say_in(moved, None, there.mia, "I am still here", Some(heard.message_id));
    stage.in_channel(case.room, "I am still here").await;
    assert!(stage.was_noted("the configuration may name either"));
    let stage = stage.restart(|_| {}).await;
    stage.discord.say(case.room, stage.here.ana, "after the restart", None).expect("may speak");
    stage.telegram.wait_for_text(moved, "after the restart", PATIENCE).await.expect("it arrives there");
    stage.clear().await;
}

#[tokio::test]
async fn a_topic_that_somebody_deletes_is_opened_again_with_what_was_for_it() {
    let stage = Stage::set(Home::Telegram).await;
    let case = stage.call_from_lounge("hello").await;
    stage.telegram.delete_topic(stage.there.staff_group, case.thread);
    stage.discord.say(stage.here.lounge, stage.here.leo, "are you there?", None).expect("may speak");
    let group = stage.there.staff_group;
    let renewed =
        |world: &telegram::World| world.topics(group).into_iter().find(|topic| topic.thread != case.thread);
    let topic = stage.telegram.wait_for(PATIENCE, renewed).await.expect("another topic is opened");
    stage.in_topic(topic.thread, "are you there?").await;
    stage.telegram.wait_for_text(group, "has a new room", PATIENCE).await.expect("staff are told");
    stage.clear().await;
}
