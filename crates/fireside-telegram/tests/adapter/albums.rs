//! Albums, whose parts come one by one.

use std::sync::Arc;

use fireside_core::Event;
use fireside_sim::telegram::{Attachment, MediaKind, Post};
use fireside_testkit::adapter::{FakeInbox, PATIENCE};

use crate::bench::{ANA, Bench, FORUM};

/// The parts of an album, with a caption below the second.
pub(crate) fn parts(count: usize) -> Vec<Attachment> {
    let caption = |number| if number == 1 { "look".to_owned() } else { String::new() };
    let part =
        |number| Attachment { caption: caption(number), ..Attachment::new(MediaKind::Photo, vec![1, 2, 3]) };
    (0..count).map(part).collect()
}

/// What was said: the words, and how many files came with them.
pub(crate) fn said(events: &[Event]) -> Vec<(String, usize)> {
    let messages = events.iter().filter_map(Event::words);
    messages.map(|message| (message.text.to_plain(), message.attachments.len())).collect()
}

fn expected(said: &[(&str, usize)]) -> Vec<(String, usize)> {
    said.iter().map(|(words, files)| ((*words).to_owned(), *files)).collect()
}

async fn comes_in_whole(apart_from: Option<usize>) {
    let bench = Bench::start().await;
    let inbox = Arc::new(FakeInbox::new());
    bench.world.say(FORUM, ANA, "before");
    let ids = bench.world.send_album(&Post::new(FORUM, ANA), parts(3), apart_from);
    let running = bench.run(&inbox);
    let events = inbox.events(2).await;
    assert_eq!(said(&events), expected(&[("before", 0), ("look", 3)]));
    let album = events[1].words().expect("a message");
    let told = album.id.iter().chain(&album.further_parts).map(ToString::to_string);
    assert_eq!(told.collect::<Vec<_>>(), ids.iter().map(ToString::to_string).collect::<Vec<_>>());
    bench.world.say(FORUM, ANA, "after");
    assert_eq!(said(&inbox.events(3).await), expected(&[("before", 0), ("look", 3), ("after", 0)]));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
    assert_eq!(bench.world.pending_updates(), 0);
}

#[tokio::test]
async fn an_album_in_one_poll_is_one_message() {
    comes_in_whole(None).await;
}

#[tokio::test]
async fn an_album_over_two_polls_is_one_message() {
    comes_in_whole(Some(2)).await;
}

#[tokio::test]
async fn an_album_that_could_not_be_stored_is_told_again_whole() {
    let bench = Bench::start().await;
    bench.world.send_album(&Post::new(FORUM, ANA), parts(3), None);
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    inbox.events(1).await;
    assert_eq!(bench.world.pending_updates(), 3);
    inbox.lose();
    let events = inbox.events(2).await;
    assert_eq!((said(&events), &events[0].id), (expected(&[("look", 3), ("look", 3)]), &events[1].id));
    inbox.commit();
    let confirmed = |world: &fireside_sim::telegram::World| (world.pending_updates() == 0).then_some(());
    bench.world.wait_for(PATIENCE, confirmed).await.expect("confirmed");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}
