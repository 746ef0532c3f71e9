//! Files: streamed out with their words, read in again, and named where they can't be brought.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use fireside_core::ports::{Adapter, DeliveryError, FileError, FileStream, Files};
use fireside_core::{Attachment, CarriedFile, Effect, FileKind, FileRef, Outgoing, Receipt};
use fireside_sim::Fault;
use fireside_sim::discord::Upload;
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;
use futures_util::{StreamExt, stream};

use crate::stage::{Stage, simulated};

const CREATE: &str = "POST /channels/{channel.id}/messages";
const MIB: usize = 1 << 20;

fn carried(attachment: Attachment) -> CarriedFile {
    CarriedFile { attachment, instead: "[a file]".into() }
}

fn send(stage: &Stage, words: &str, files: Vec<Attachment>) -> Effect {
    let content = Outgoing::of(words).files(files.into_iter().map(carried).collect());
    Effect::Send { to: stage.place().into(), content }
}

async fn deliver(stage: &Stage, effect: Effect, files: &dyn Files) -> Result<Receipt, DeliveryError> {
    stage.adapter.deliver(&delivery(0, effect), files).await
}

/// What is shown: words, and the names of the files.
fn shown(stage: &Stage) -> Vec<(String, Vec<String>)> {
    let names =
        |seen: Vec<fireside_sim::discord::SeenAttachment>| seen.into_iter().map(|file| file.name).collect();
    stage.world.history(stage.channel).into_iter().map(|seen| (seen.text, names(seen.attachments))).collect()
}

/// Files that break off after so many bytes, or are not as long as was said.
struct Broken {
    said: Option<u64>,
    bytes: &'static [u8],
    error: Option<FileError>,
    opened: AtomicUsize,
}

#[async_trait]
impl Files for Broken {
    async fn open(&self, _: &FileRef) -> Result<FileStream, FileError> {
        self.opened.fetch_add(1, Ordering::Relaxed);
        let piece = stream::iter([Ok(Bytes::from_static(self.bytes))]);
        let end = stream::iter(self.error.clone().map(Err));
        Ok(FileStream { size_bytes: self.said, bytes: piece.chain(end).boxed() })
    }
}

#[tokio::test]
async fn files_come_with_their_words_byte_for_byte() {
    let stage = Stage::dark(simulated()).await;
    let files = FakeFiles::default();
    let picture = vec![7_u8; 3 * MIB];
    let photo = files.put(FileKind::Photo, "../holiday <@7>.png", picture.clone());
    let secret = Attachment { spoiler: true, ..files.put(FileKind::Document, "end.txt", "he did it") };
    deliver(&stage, send(&stage, "look", vec![photo, secret]), &files).await.expect("it is sent");
    let seen = stage.world.history(stage.channel).pop().expect("it is shown");
    assert_eq!(seen.text, "look");
    let names: Vec<_> = seen.attachments.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["holiday___7_.png", "SPOILER_end.txt"]);
    assert!(!seen.attachments[0].is_spoiler && seen.attachments[1].is_spoiler);
    assert_eq!(stage.world.attachment_bytes(seen.attachments[0].id), Some(picture));
    assert!(seen.pings.is_empty());
}

#[tokio::test]
async fn what_can_not_be_brought_is_said() {
    let stage = Stage::dark(simulated()).await;
    let files = FakeFiles::default();
    let gone = files.put_unreadable(FileKind::Photo, "gone", FileError::Gone { why: "no".to_owned() });
    let empty = files.put(FileKind::Document, "empty.txt", "");
    let long = files.put(FileKind::Video, "long.mp4", vec![0; 11 * MIB]);
    let fine = files.put(FileKind::Document, "fine.txt", "fine");
    deliver(&stage, send(&stage, "four", vec![gone, empty, fine, long]), &files).await.expect("it is sent");
    assert_eq!(
        shown(&stage),
        [("four\n\\[a file\\]\n\\[a file\\]\n\\[a file\\]".to_owned(), vec!["fine.txt".to_owned()])]
    );
}

#[tokio::test]
async fn a_boosted_server_takes_longer_files() {
    let stage = Stage::dark(simulated()).await;
    stage.world.boost(stage.guild, 2);
    let files = FakeFiles::default();
    let long = files.put(FileKind::Video, "long.mp4", vec![0; 30 * MIB]);
    deliver(&stage, send(&stage, "", vec![long]), &files).await.expect("it is sent");
    assert_eq!(shown(&stage), [(String::new(), vec!["long.mp4".to_owned()])]);
}

#[tokio::test]
async fn many_files_go_in_batches_and_none_twice() {
    let stage = Stage::dark(simulated()).await;
    let files = FakeFiles::default();
    let many: Vec<_> = (0..11).map(|n| files.put(FileKind::Document, &format!("{n}.txt"), "x")).collect();
    let effect = send(&stage, "all of them", many);
    stage.world.inject(CREATE, Fault::SlowAnswer { delay_ms: 0 });
    stage.world.inject(CREATE, Fault::ServerError { status: 502, html: true });
    let first = deliver(&stage, effect.clone(), &files).await;
    assert!(matches!(first, Err(DeliveryError::Retry { .. })), "{first:?}");
    // No nonce is remembered any more.
    stage.world.advance(Duration::from_mins(30));
    let receipt = deliver(&stage, effect, &files).await.expect("it is sent");
    let counts: Vec<_> = shown(&stage).into_iter().map(|(words, files)| (words, files.len())).collect();
    assert_eq!(counts, [("all of them".to_owned(), 10), (String::new(), 1)]);
    let ids: Vec<_> = stage.world.history(stage.channel).iter().map(|seen| seen.id.to_string()).collect();
    assert_eq!(receipt.message, Some(ids[0].as_str().into()), "the words are there");
    assert_eq!(receipt.further_messages, [ids[1].as_str().into()]);
}

#[tokio::test]
async fn a_file_that_breaks_off_is_tried_again_and_nothing_is_shown() {
    let stage = Stage::dark(simulated()).await;
    let error = Some(FileError::Later { why: "closed".to_owned() });
    let files = Broken { said: Some(10), bytes: b"half", error, opened: AtomicUsize::default() };
    let video = Attachment::new(FileKind::Video, "elsewhere", "v");
    let ended = deliver(&stage, send(&stage, "look", vec![video]), &files).await;
    assert!(matches!(ended, Err(DeliveryError::Retry { .. })), "{ended:?}");
    assert_eq!(shown(&stage), []);
}

#[tokio::test]
async fn a_file_of_another_length_than_was_said_is_named_instead() {
    let stage = Stage::dark(simulated()).await;
    for said in [3, 5] {
        let files = Broken { said: Some(said), bytes: b"four", error: None, opened: AtomicUsize::default() };
        let video = Attachment::new(FileKind::Video, "elsewhere", "v");
        let effect = send(&stage, &format!("{said}"), vec![video]);
        stage
            .adapter
            .deliver(&delivery(u32::try_from(said).expect("it is small"), effect), &files)
            .await
            .expect("it is sent");
        assert_eq!(files.opened.load(Ordering::Relaxed), 1);
    }
    let words: Vec<_> = shown(&stage).into_iter().map(|(words, files)| (words, files.len())).collect();
    assert_eq!(words, [("3\n\\[a file\\]".to_owned(), 0), ("5\n\\[a file\\]".to_owned(), 0)]);
}

#[tokio::test]
async fn a_file_of_unknown_length_is_streamed() {
    let stage = Stage::dark(simulated()).await;
    let files = Broken { said: None, bytes: b"four", error: None, opened: AtomicUsize::default() };
    let video = Attachment::new(FileKind::Video, "elsewhere", "v");
    deliver(&stage, send(&stage, "look", vec![video]), &files).await.expect("it is sent");
    let seen = stage.world.history(stage.channel).pop().expect("it is shown");
    assert_eq!(stage.world.attachment_bytes(seen.attachments[0].id), Some(b"four".to_vec()));
}

#[tokio::test]
async fn a_customers_file_is_read_even_when_its_link_has_expired() {
    let stage = Stage::dark(simulated()).await;
    let file = Upload { name: "a.png".to_owned(), bytes: vec![9; MIB], ..Upload::default() };
    let message = stage.world.upload(stage.channel, stage.ana, "mine", file).expect("she may");
    let attachment = stage.world.history(stage.channel)[0].attachments[0].id;
    stage.world.advance(Duration::from_hours(48));
    let id = format!("{}/{message}/{attachment}", stage.channel).into();
    let stream = stage.adapter.open_file(&id).await.expect("it is there");
    assert_eq!(stream.size_bytes, Some(MIB as u64));
    let pieces: Vec<_> = stream.bytes.map(|piece| piece.expect("it comes").len()).collect().await;
    assert_eq!(pieces.iter().sum::<usize>(), MIB);
    let other = format!("{}/{message}/{}", stage.channel, attachment + 1).into();
    let ended = stage.adapter.open_file(&other).await;
    assert!(matches!(ended, Err(FileError::Gone { .. })), "{ended:?}");
}
