//! Files: brought over whole, read whole, and said where they can't be.

use fireside_core::ports::{Adapter, DeliveryError, FileError};
use fireside_core::{Capability, CarriedFile, Event, EventKind, FileKind, Outgoing};
use futures_util::TryStreamExt;

use super::running::{Running, send};
use super::{RichStage, SentFile};

/// Bytes that are the same for nobody else, as many as `len`.
fn bytes(len: usize) -> Vec<u8> {
    (0..len).map(|at| u8::try_from((at * 31 + len) % 251).unwrap_or(0)).collect()
}

/// The smallest picture there is.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0,
    0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0,
    1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

fn carried(attachment: fireside_core::Attachment) -> CarriedFile {
    CarriedFile { attachment, instead: "a file that could not be brought".into() }
}

/// A customer's file comes in with its kind and size, and can be read whole.
pub async fn a_customers_file_comes_in_and_can_be_read(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let sent = SentFile::new(FileKind::Document, "plan.pdf", bytes(150_000));
    stage.send_files(&stage.place(), std::slice::from_ref(&sent), "the plan");
    assert_eq!(running.inbox.words(1).await, ["the plan"]);
    let event = running.inbox.contents().events[0].clone();
    let attachments = event.words().map(|message| message.attachments.clone()).unwrap_or_default();
    assert_eq!(attachments.len(), 1);
    let attachment = &attachments[0];
    assert_eq!((attachment.kind, attachment.name.as_deref()), (FileKind::Document, Some("plan.pdf")));
    assert_eq!((attachment.size_bytes, attachment.spoiler), (Some(150_000), false));
    assert_eq!(attachment.file.platform, running.adapter.platform());
    let stream = running.adapter.open_file(&attachment.file.id).await.expect("it can be read");
    let read: Vec<bytes::Bytes> = stream.bytes.try_collect().await.expect("it can be read to its end");
    assert_eq!(read.concat(), sent.bytes);
}

/// A picture, a film, something to listen to, something spoken: each comes in
/// as what it is.
pub async fn each_kind_of_file_comes_in_as_what_it_is(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let sent = [
        (FileKind::Photo, "lid.png"),
        (FileKind::Video, "lid.mp4"),
        (FileKind::Audio, "lid.mp3"),
        (FileKind::Voice, "voice.ogg"),
        (FileKind::Document, "lid.pdf"),
    ];
    for (kind, name) in sent {
        let bytes = if kind == FileKind::Photo { PIXEL.to_vec() } else { bytes(1_000) };
        stage.send_files(&stage.place(), &[SentFile::new(kind, name, bytes)], "");
    }
    let events = running.inbox.events(sent.len()).await;
    let came = events.iter().filter_map(Event::words).flat_map(|message| &message.attachments);
    assert_eq!(came.map(|file| file.kind).collect::<Vec<_>>(), sent.map(|(kind, _)| kind));
}

/// A file that nobody knows is gone, not tried for ever.
pub async fn a_file_that_nobody_knows_is_gone(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    for unknown in ["nobody-knows-this", "", "1/2/3", "../../etc/passwd"] {
        let opened = running.adapter.open_file(&unknown.into()).await;
        assert!(matches!(opened, Err(FileError::Gone { .. })), "{unknown}: {opened:?}");
    }
}

/// A file from elsewhere arrives as it is, with its words.
pub async fn a_file_is_brought_over_whole(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let plan = bytes(300_000);
    let file = running.files.put(FileKind::Document, "plan.pdf", plan.clone());
    let id = running.send(&stage.place(), Outgoing::of("the plan").files(vec![carried(file)])).await;
    assert_eq!(running.seen(&stage.place(), &id).expect("it is shown").text, "the plan");
    let files = stage.files(&stage.place(), &id);
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["plan.pdf"]);
    assert!(files[0].bytes == plan, "it is the same file");
}

/// A file is as long as it is, whatever was said of it.
pub async fn a_file_of_another_size_than_was_said_arrives_whole(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let plan = bytes(200_000);
    for said in [None, Some(10)] {
        let mut file = running.files.put(FileKind::Document, "plan.pdf", plan.clone());
        file.size_bytes = said;
        let id = running.send(&stage.place(), Outgoing::of("the plan").files(vec![carried(file)])).await;
        let files = stage.files(&stage.place(), &id);
        assert!(files.len() == 1 && files[0].bytes == plan, "it is the same file");
    }
}

/// A file that the bot made goes out of the store byte for byte, under its name.
pub async fn a_file_that_the_bot_made_is_sent_whole(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let list = bytes(3 << 20);
    let file = running.files.put_stored(FileKind::Document, "items.csv", list.clone());
    let id = running.send(&stage.place(), Outgoing::of("the list").files(vec![carried(file)])).await;
    assert_eq!(running.seen(&stage.place(), &id).expect("it is shown").text, "the list");
    let files = stage.files(&stage.place(), &id);
    assert_eq!((files.len(), files[0].name.as_str()), (1, "items.csv"));
    assert!(files[0].bytes == list, "{} bytes came", files[0].bytes.len());
}

/// Several pictures come together, in their order, where the platform keeps
/// files together; else one after another, in the same order.
pub async fn several_files_arrive_in_their_order(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let files = (0..3).map(|number| {
        let mut picture = PIXEL.to_vec();
        picture.push(number);
        carried(running.files.put(FileKind::Photo, &format!("{number}.png"), picture))
    });
    let id = running.send(&stage.place(), Outgoing::of("three").files(files.collect())).await;
    let shown = if running.adapter.capabilities().can(Capability::Albums) {
        stage.files(&stage.place(), &id)
    } else {
        let said = running.said(&stage.place());
        said.iter().flat_map(|seen| stage.files(&stage.place(), &seen.id)).collect()
    };
    let last: Vec<_> = shown.iter().filter_map(|file| file.bytes.last().copied()).collect();
    assert_eq!(last, [0, 1, 2]);
}

/// Files that a customer sends together come in as one message.
pub async fn files_sent_together_come_in_together(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let files: Vec<_> =
        (0..3).map(|number| SentFile::new(FileKind::Photo, &format!("{number}.png"), PIXEL)).collect();
    stage.send_files(&stage.place(), &files, "three");
    running.say("and a word");
    let words = running.inbox.words(2).await;
    assert_eq!(words, ["three", "and a word"]);
    let events = running.inbox.contents().events;
    let message = events[0].words().expect("it is a message");
    assert_eq!(message.attachments.len(), 3);
    assert!(message.attachments.iter().all(|file| file.kind == FileKind::Photo));
}

/// What is covered on one side is covered on the other.
pub async fn a_covered_picture_stays_covered(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let covered = SentFile { spoiler: true, ..SentFile::new(FileKind::Photo, "ending.png", PIXEL) };
    stage.send_files(&stage.place(), &[covered], "");
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Message(_))).await;
    assert!(event.words().is_some_and(|message| message.attachments[0].spoiler));
    let mut file = running.files.put(FileKind::Photo, "ending.png", PIXEL);
    file.spoiler = true;
    let id = running.send(&stage.place(), Outgoing::of("look").files(vec![carried(file)])).await;
    assert!(stage.files(&stage.place(), &id)[0].spoiler);
}

/// A file that can't be brought is said; its words arrive all the same.
pub async fn a_file_that_can_not_be_brought_is_said(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let removed = FileError::Gone { why: "it was removed".to_owned() };
    let gone = running.files.put_unreadable(FileKind::Photo, "gone.png", removed.clone());
    let going = running.files.put_cut(FileKind::Document, "going.bin", bytes(100_000), removed);
    let empty = running.files.put(FileKind::Document, "empty.bin", Vec::new());
    let too_long = FileError::TooLong { bytes_max: 1 };
    let too_long = running.files.put_unreadable(FileKind::Video, "long.mp4", too_long);
    let upload_max = running.adapter.capabilities().upload_bytes_max;
    let mut said_too_long = running.files.put(FileKind::Document, "huge.bin", bytes(10));
    said_too_long.size_bytes = Some(upload_max + 1);
    for file in [gone, going, empty, too_long, said_too_long] {
        let id = running.send(&stage.place(), Outgoing::of("look").files(vec![carried(file)])).await;
        let seen = running.seen(&stage.place(), &id).expect("it is shown");
        assert_eq!(seen.text, "look\na file that could not be brought");
        assert_eq!(stage.files(&stage.place(), &id), []);
    }
}

/// A file that can't be read just now, or breaks off, is tried again.
pub async fn a_file_that_can_not_be_read_now_is_tried_again(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let later = FileError::Later { why: "the platform is down".to_owned() };
    let unread = running.files.put_unreadable(FileKind::Photo, "later.png", later.clone());
    let half_read = running.files.put_cut(FileKind::Document, "later.bin", bytes(100_000), later);
    for file in [unread, half_read] {
        let content = Outgoing::of("look").files(vec![carried(file)]);
        let sent = running.deliver(send(&stage.place(), content)).await;
        assert!(matches!(sent, Err(DeliveryError::Retry { .. })), "{sent:?}");
        assert_eq!(running.said(&stage.place()), [], "nothing is shown of it");
    }
}

/// A file's name is a user's word: it leads nowhere and calls nobody.
pub async fn a_files_name_is_made_safe(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let hostile = ["../../etc/passwd", "CON.txt", "a\u{202E}gpj.exe", "@everyone <@1>.txt", "\n\t\0.txt", ""];
    for name in hostile {
        let file = running.files.put(FileKind::Document, name, bytes(10));
        let id = running.send(&stage.place(), Outgoing::of("look").files(vec![carried(file)])).await;
        let shown = stage.files(&stage.place(), &id);
        let name = &shown[0].name;
        assert!(!name.is_empty() && !name.contains(['/', '\\', '\u{202E}', '\n', '\0']), "{name:?}");
        assert!(!name.starts_with('.') && !name.to_ascii_uppercase().starts_with("CON."), "{name:?}");
        assert!(!running.seen(&stage.place(), &id).expect("it is shown").pings, "{name:?}");
    }
}
