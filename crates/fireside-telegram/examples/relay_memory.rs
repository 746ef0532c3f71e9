//! How much memory a relayed file takes: `relay_memory ADDRESS TOKEN CHAT [MEGABYTES]`.
//!
//! Sends a made-up file of so many megabytes (20) to a chat of a Bot API server
//! that runs in another process, and prints how far this process has grown.

#![expect(clippy::print_stdout, reason = "the figure is what a person starts this for")]
#![expect(clippy::expect_used, reason = "an example that can't go on ends")]

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use fireside_core::ports::{Adapter, FileError, FileStream, Files};
use fireside_core::{Attachment, CarriedFile, Effect, FileKind, FileRef, Outgoing, Place};
use fireside_telegram::{PLATFORM, TelegramAdapter, TelegramLimits, TelegramOptions};
use fireside_testkit::adapter::{StageClock, delivery};
use futures_util::stream;

const PIECE_LEN: usize = 64 * 1024;

/// A file of so many pieces, each made when it is asked for.
struct MadeUp {
    pieces: usize,
}

#[async_trait]
impl Files for MadeUp {
    async fn open(&self, _: &FileRef) -> Result<FileStream, FileError> {
        let piece = |number: usize| Ok(Bytes::from(vec![number.to_le_bytes()[0]; PIECE_LEN]));
        let size_bytes = Some((self.pieces * PIECE_LEN) as u64);
        Ok(FileStream { size_bytes, bytes: Box::pin(stream::iter((0..self.pieces).map(piece))) })
    }
}

/// The most memory this process has held so far, in KiB; 0 where nobody says.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || args.next().expect("ADDRESS TOKEN CHAT");
    let (address, token, chat) = (next(), next(), next());
    let megabytes = args.next().and_then(|given| given.parse().ok()).unwrap_or(20);
    let options = TelegramOptions {
        api_url: Some(address),
        limits: TelegramLimits::none(),
        ..TelegramOptions::new(token.into(), Arc::new(StageClock(|| 0)))
    };
    let adapter = TelegramAdapter::new(options).expect("the options are right");
    adapter.connect().await.expect("it connects");
    let to = Place::channel(PLATFORM, chat);
    let send = |content| Effect::Send { to: to.clone().into(), content };
    // What every call takes is no part of the figure.
    let small = MadeUp { pieces: 1 };
    for (index, files) in [(0, small), (1, MadeUp { pieces: megabytes * 1024 * 1024 / PIECE_LEN })] {
        let before = peak_kib();
        let attachment = Attachment::new(FileKind::Document, "elsewhere", "1");
        let file = CarriedFile { attachment, instead: "a file".into() };
        let content = Outgoing::of("").files(vec![file]);
        adapter.deliver(&delivery(index, send(content)), &files).await.expect("it is sent");
        let pieces = files.pieces;
        println!("{pieces} pieces of {PIECE_LEN} bytes: {} KiB more", peak_kib() - before);
    }
}
