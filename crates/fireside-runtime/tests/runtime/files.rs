//! A file that the bot makes, in many turns, is sent out of the store.

use fireside_core::ports::FileError;
use fireside_core::stored_file::PART_BYTES_MAX;
use fireside_core::turn::effects::Manner;
use fireside_core::{Attachment, CarriedFile, FileKind, Outcome, Outgoing, Voice};
use fireside_testkit::fake_feature::{FakeFeature, message};

use crate::stage::{COMMUNITY, Stage, ana, square};

/// How many parts the file has; each is as long as a part may be.
const PARTS: u8 = 3;

/// Keeps the part of this number, sends the file, or forgets it, as it is told.
fn maker() -> FakeFeature {
    FakeFeature::default().on_message(|turn, message| {
        match message.text.to_plain().as_str() {
            "send" => {
                let file = turn.stored_file("list", u64::from(PARTS) * PART_BYTES_MAX as u64);
                let attachment = Attachment { file, ..Attachment::new(FileKind::Document, "", "") };
                let list = CarriedFile { attachment, instead: "no list".into() };
                let place = turn.event().place.clone();
                turn.send(place, Outgoing::of("the list").files(vec![list]), Manner::of(Voice::Bot));
            }
            "forget" => turn.forget_file("list", PARTS.into()),
            part => {
                let index: u8 = part.parse().unwrap();
                turn.keep_file_part("list", index.into(), &vec![index; PART_BYTES_MAX])?;
            }
        }
        Ok(Outcome::Handled)
    })
}

#[tokio::test(start_paused = true)]
async fn a_file_made_in_many_turns_is_sent_whole_and_forgotten() {
    let stage = Stage::set();
    let runtime = stage.start(maker()).await;
    let happens = async |words: &str| {
        stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    };
    for part in ["2", "0", "1", "send"] {
        happens(part).await;
    }
    assert_eq!(stage.north.deliveries.next_words().await, "the list");
    let whole: Vec<u8> = (0..PARTS).flat_map(|part| vec![part; PART_BYTES_MAX]).collect();
    assert!(stage.north.brought() == [Ok(whole)]);
    happens("forget").await;
    assert_eq!(stage.store.count(COMMUNITY, "file_part"), 0);
    let again = message(&ana(), &square(), "send");
    let again = fireside_core::Event { id: "again".into(), ..again };
    stage.north.push(again).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "the list");
    assert!(matches!(stage.north.brought().last(), Some(Err(FileError::Gone { .. }))));
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_part_that_is_too_long_is_set_aside_with_its_event() {
    let stage = Stage::set();
    let long = FakeFeature::default().on_message(|turn, _| {
        turn.keep_file_part("list", 0, &vec![0; PART_BYTES_MAX + 1])?;
        Ok(Outcome::Handled)
    });
    let runtime = stage.start(long).await;
    stage.north.push(message(&ana(), &square(), "one")).await.unwrap().await.unwrap();
    assert_eq!(stage.store.count(COMMUNITY, "file_part"), 0);
    let set_aside = runtime.quarantined().await.unwrap();
    assert_eq!(set_aside.len(), 1);
    assert!(set_aside[0].why.contains("keep it in parts of 131072"), "{}", set_aside[0].why);
}
