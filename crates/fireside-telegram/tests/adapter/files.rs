//! Files on their way out and in.

use async_trait::async_trait;
use bytes::Bytes;
use fireside_core::ports::{Adapter, DeliveryError, FileError, FileStream, Files};
use fireside_core::{
    Attachment, Button, ButtonTarget, CarriedFile, FileKind, FileRef, MessageId, Outgoing, Receipt,
};
use fireside_sim::telegram::{self, MediaKind, Post, Shown};
use fireside_telegram::PLATFORM;
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;
use futures_util::{StreamExt, stream};

use crate::bench::{ANA, Bench, private, send};

/// A picture of this size, as far as anybody looks.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8; 4_000]);
    bytes
}

fn carried(attachment: Attachment) -> CarriedFile {
    let instead = format!("[{}]", attachment.name.as_deref().unwrap_or("a file"));
    CarriedFile { attachment, instead: instead.into() }
}

async fn greeted() -> Bench {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "/start");
    bench
}

fn shown(bench: &Bench) -> Vec<Shown> {
    bench.world.history(ANA).into_iter().filter(|shown| shown.from_bot).collect()
}

fn ids(receipt: &Receipt) -> Vec<String> {
    receipt.message.iter().chain(&receipt.further_messages).map(ToString::to_string).collect()
}

fn kinds(bench: &Bench) -> Vec<Option<MediaKind>> {
    shown(bench).iter().map(|shown| shown.media.as_ref().map(|media| media.kind)).collect()
}

#[tokio::test]
async fn a_picture_is_brought_with_its_words_below_it_and_stays_covered() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let mut picture = files.put(FileKind::Photo, "lamp.png", png(30, 20));
    picture.spoiler = true;
    let content = Outgoing::of("look").author("Ben").files(vec![carried(picture)]);
    let receipt = bench.deliver_with(send(private(), content), &files).await.expect("it is sent");
    let [one] = shown(&bench).try_into().expect("one message");
    assert_eq!(one.text, "Ben:\nlook");
    let media = one.media.expect("a file");
    assert_eq!((media.kind, media.spoiler), (MediaKind::Photo, true));
    assert_eq!(bench.world.file_bytes(ANA, one.message_id).expect("bytes")[..], png(30, 20)[..]);
    assert_eq!(ids(&receipt), [one.message_id.to_string()]);
}

#[tokio::test]
async fn a_document_goes_under_a_name_that_does_no_harm() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let file = files.put(FileKind::Document, "../in\u{202E}voice \"1\".pdf", "words");
    bench
        .deliver_with(send(private(), Outgoing::of("").files(vec![carried(file)])), &files)
        .await
        .expect("sent");
    let media = shown(&bench)[0].media.clone().expect("a file");
    assert_eq!(media.file_name.as_deref(), Some("invoice _1_.pdf"));
}

#[tokio::test]
async fn an_album_stays_together_and_its_receipt_names_all_of_it() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let pictures =
        ["a.png", "b.png", "c.png"].map(|name| carried(files.put(FileKind::Photo, name, png(30, 20))));
    let content = Outgoing::of("three").files(pictures.to_vec());
    let receipt = bench.deliver_with(send(private(), content), &files).await.expect("it is sent");
    let album = shown(&bench);
    assert_eq!(album.iter().map(|part| part.text.as_str()).collect::<Vec<_>>(), ["three", "", ""]);
    assert!(album[0].album.is_some() && album.iter().all(|part| part.album == album[0].album));
    assert_eq!(ids(&receipt), album.iter().map(|part| part.message_id.to_string()).collect::<Vec<_>>());
}

#[tokio::test]
async fn buttons_stand_below_the_words_after_an_album() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let pictures = ["a.png", "b.png"].map(|name| carried(files.put(FileKind::Photo, name, png(30, 20))));
    let button = Button { label: "Go".to_owned(), target: ButtonTarget::Press("a:go".to_owned()) };
    let content = Outgoing::of("choose").files(pictures.to_vec()).row(vec![button]);
    let receipt = bench.deliver_with(send(private(), content), &files).await.expect("it is sent");
    let last = shown(&bench).pop().expect("a message");
    assert_eq!((last.text.as_str(), last.buttons.len()), ("choose", 1));
    assert_eq!(receipt.message, Some(MessageId::new(last.message_id.to_string())));
    assert_eq!(receipt.further_messages.len(), 2);
}

#[tokio::test]
async fn what_telegram_shows_as_no_picture_goes_as_a_document() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    for (name, bytes) in [("lies.png", b"<svg/>".to_vec()), ("long.png", png(9_000, 2))] {
        let content = Outgoing::of("look").files(vec![carried(files.put(FileKind::Photo, name, bytes))]);
        bench.deliver_with(send(private(), content), &files).await.expect("it is sent");
    }
    assert_eq!(kinds(&bench), [Some(MediaKind::Document), Some(MediaKind::Document)]);
    assert!(shown(&bench).iter().all(|shown| shown.text == "look"));
}

#[tokio::test]
async fn one_refused_picture_does_not_keep_its_album_back() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let good = carried(files.put(FileKind::Photo, "good.png", png(30, 20)));
    let bad = carried(files.put(FileKind::Photo, "bad.png", png(9_000, 2)));
    let content = Outgoing::of("both").files(vec![good, bad]);
    bench.deliver_with(send(private(), content), &files).await.expect("it is sent");
    assert_eq!(kinds(&bench), [Some(MediaKind::Photo), Some(MediaKind::Document)]);
    assert_eq!(shown(&bench)[0].text, "both");
}

#[tokio::test]
async fn a_file_that_can_not_be_read_is_told_of_in_its_place() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let there = carried(files.put(FileKind::Photo, "there.png", png(30, 20)));
    let gone = FileError::Gone { why: "it expired".to_owned() };
    let gone = carried(files.put_unreadable(FileKind::Photo, "gone.png", gone));
    let long = FileError::TooLong { bytes_max: 7 };
    let long = carried(files.put_unreadable(FileKind::Video, "long.mp4", long));
    let content = Outgoing::of("look").files(vec![there, gone, long.clone()]);
    bench.deliver_with(send(private(), content), &files).await.expect("it is sent");
    bench
        .deliver_with(send(private(), Outgoing::of("").files(vec![long])), &files)
        .await
        .expect("it is told");
    let texts: Vec<_> = shown(&bench).into_iter().map(|shown| shown.text).collect();
    assert_eq!(texts, ["look\n[gone.png]\n[long.mp4]", "[long.mp4]"]);
    assert_eq!(kinds(&bench), [Some(MediaKind::Photo), None]);
}

#[tokio::test]
async fn words_that_were_said_before_a_file_failed_are_not_said_again() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let later = FileError::Later { why: "the other side is down".to_owned() };
    let file = carried(files.put_unreadable(FileKind::Document, "a.pdf", later));
    let content = Outgoing::of("word ".repeat(300)).files(vec![file]);
    let sent = delivery(0, send(private(), content));
    let first = bench.adapter.deliver(&sent, &files).await;
    assert!(matches!(first, Err(DeliveryError::Retry { .. })), "{first:?}");
    files.put(FileKind::Document, "a.pdf", "words");
    let receipt = bench.adapter.deliver(&sent, &files).await.expect("it is sent");
    assert_eq!(kinds(&bench), [None, Some(MediaKind::Document)]);
    assert_eq!(ids(&receipt).len(), 2);
}

/// Says how long its one file is, and lies.
struct Liar {
    declared: Option<u64>,
    bytes: &'static [u8],
}

#[async_trait]
impl Files for Liar {
    async fn open(&self, _: &FileRef) -> Result<FileStream, FileError> {
        let piece = Ok(Bytes::from_static(self.bytes));
        Ok(FileStream { size_bytes: self.declared, bytes: Box::pin(stream::iter([piece])) })
    }
}

#[tokio::test]
async fn a_file_of_another_length_than_declared_is_told_of() {
    let bench = greeted().await;
    let file = || {
        carried(Attachment {
            name: Some("a.pdf".to_owned()),
            ..Attachment::new(FileKind::Document, "p", "1")
        })
    };
    for (declared, bytes) in [(Some(3), &b"words"[..]), (Some(9), b"words"), (Some(0), b""), (None, b"")] {
        let content = Outgoing::of("look").files(vec![file()]);
        let liar = Liar { declared, bytes };
        bench.deliver_with(send(private(), content), &liar).await.expect("it is told");
    }
    let honest = Liar { declared: None, bytes: b"words" };
    let content = Outgoing::of("look").files(vec![file()]);
    bench.deliver_with(send(private(), content), &honest).await.expect("it is sent");
    assert_eq!(kinds(&bench), [None, None, None, None, Some(MediaKind::Document)]);
    assert!(shown(&bench)[..4].iter().all(|shown| shown.text == "look\n[a.pdf]"));
}

#[tokio::test]
async fn words_stand_before_what_takes_none() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let sticker = carried(files.put(FileKind::Sticker, "hi.webp", "RIFF....WEBP"));
    let content = Outgoing::of("").author("Ben").files(vec![sticker]);
    bench.deliver_with(send(private(), content), &files).await.expect("it is sent");
    assert_eq!(kinds(&bench), [None, Some(MediaKind::Sticker)]);
    assert_eq!(shown(&bench)[0].text, "Ben:");
}

/// Ana's document, as the adapter knows it.
fn from_ana(bench: &Bench, bytes: Vec<u8>) -> Attachment {
    let given = telegram::Attachment {
        file_name: Some("notes.pdf".to_owned()),
        ..telegram::Attachment::new(MediaKind::Document, bytes)
    };
    let id = bench.world.send_file(&Post::new(ANA, ANA), given);
    let media = bench.world.message(ANA, id).and_then(|shown| shown.media).expect("a file");
    Attachment::new(FileKind::Document, PLATFORM, media.file_id)
}

#[tokio::test]
async fn a_file_that_telegram_has_is_not_uploaded_again() {
    let bench = greeted().await;
    let file = from_ana(&bench, b"words".to_vec());
    bench
        .deliver(send(private(), Outgoing::of("yours").files(vec![carried(file.clone())])))
        .await
        .expect("sent");
    let call = bench.world.calls("sendDocument").pop().expect("a call");
    assert_eq!(call.params["document"], file.file.id.as_str());
    assert_eq!(kinds(&bench), [Some(MediaKind::Document)]);
}

#[tokio::test]
async fn a_file_of_telegrams_is_read_piece_by_piece() {
    let bench = greeted().await;
    let bytes: Vec<u8> = (0..300_000_u32).map(|at| at.to_le_bytes()[0]).collect();
    let file = from_ana(&bench, bytes.clone());
    let opened = bench.adapter.open_file(&file.file.id).await.expect("it opens");
    assert_eq!(opened.size_bytes, Some(bytes.len() as u64));
    let read: Vec<Bytes> = opened.bytes.map(|piece| piece.expect("a piece")).collect().await;
    assert_eq!(read.concat(), bytes);
}

#[tokio::test]
async fn a_file_too_long_to_be_read_or_unknown_says_so() {
    let bench = greeted().await;
    let long = from_ana(&bench, vec![7; 20 * 1024 * 1024 + 1]);
    let opened = bench.adapter.open_file(&long.file.id).await;
    assert!(matches!(opened, Err(FileError::TooLong { .. })), "{opened:?}");
    let opened = bench.adapter.open_file(&"nonsense".into()).await;
    assert!(matches!(opened, Err(FileError::Gone { .. })), "{opened:?}");
}
