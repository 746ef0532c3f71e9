//! Brings a file of one channel to another and tells what memory that took:
//! `relay_file URL TOKEN GUILD CHANNEL FILE`, where `FILE` is
//! `channel/message/attachment`, against a simulated Discord in a process of its own.

#![expect(clippy::print_stdout, reason = "the figures are what a person starts this for")]

use std::sync::Arc;

use async_trait::async_trait;
use fireside_core::ports::{Adapter, FileError, FileStream, Files};
use fireside_core::{
    Attachment, CarriedFile, Clock, CommunityId, Delivery, DeliveryId, Effect, EventId, FileKind, FileRef,
    LaneId, Outgoing, Place, Timestamp, Voice,
};
use fireside_discord::{DiscordAdapter, DiscordOptions, PLATFORM};

struct StoppedClock;

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_secs(1_700_000_000)
    }
}

/// The files of the one platform there is.
struct Own(Arc<DiscordAdapter>);

#[async_trait]
impl Files for Own {
    async fn open(&self, file: &FileRef) -> Result<FileStream, FileError> {
        self.0.open_file(&file.id).await
    }
}

/// The most memory the process ever held, in KiB.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given: Vec<_> = std::env::args().skip(1).collect();
    let [url, token, guild, channel, file] = given.as_slice() else {
        return Err("give URL TOKEN GUILD CHANNEL FILE".into());
    };
    let mut options = DiscordOptions::new(token.as_str().into(), Arc::new(StoppedClock));
    options.api_url = Some(url.clone());
    let adapter = Arc::new(DiscordAdapter::new(options));
    adapter.connect().await?;
    let place = Place::channel(PLATFORM, channel.as_str()).within(guild.as_str());
    let event = EventId::new(format!("relay {file}"));
    let delivery = |index, content| Delivery {
        id: DeliveryId { event: event.clone(), index },
        community: CommunityId::new("acme"),
        lane: LaneId::new("relay"),
        effect: Effect::Send { to: place.clone().into(), content },
        voice: Voice::Customer,
        tag: None,
        subject: None,
        tells_delay: false,
        joins: false,
        at: Timestamp::from_secs(1_700_000_000),
    };
    let files = Own(Arc::clone(&adapter));
    // What the first call of all takes is not the file's.
    adapter.deliver(&delivery(0, Outgoing::of("first")), &files).await?;
    let before = peak_kib();
    let attachment = Attachment::new(FileKind::Document, PLATFORM, file.as_str());
    let carried = CarriedFile { attachment, instead: "[a file]".into() };
    adapter.deliver(&delivery(1, Outgoing::of("second").files(vec![carried])), &files).await?;
    let after = peak_kib();
    println!("peak before {before} KiB, after {after} KiB: {} KiB more", after.saturating_sub(before));
    Ok(())
}
