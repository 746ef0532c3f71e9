//! What an update costs: decoding it, and saying on the other platform what was
//! said. Time and allocations, for the commonest kinds; see docs/benchmarks.md.
#![expect(clippy::expect_used, reason = "a measurement's set-up fails by panicking")]

use std::fmt;
use std::fs;
use std::path::Path;

use divan::{AllocProfiler, Bencher, black_box};
use fireside_core::{CarriedFile, Event, EventKind, Outgoing, Text};
use fireside_tests::crossing::{discord_events, telegram_events};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

/// An update of a kind, as its platform sends it.
struct Update {
    kind: String,
    raw: String,
}

impl fmt::Display for Update {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.kind)
    }
}

/// The twenty commonest kinds: fuzzing starts from the same files, and from
/// rarer ones, whose names begin with `z_`.
fn updates(target: &str) -> Vec<Update> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let files = fs::read_dir(folder).expect("the seeds are there");
    let mut updates: Vec<Update> = files
        .map(|file| {
            let path = file.expect("a file").path();
            let kind = path.file_stem().expect("a name").to_string_lossy().into_owned();
            Update { kind, raw: fs::read_to_string(&path).expect("it is text") }
        })
        .filter(|update| !update.kind.starts_with("z_"))
        .collect();
    updates.sort_by(|a, b| a.kind.cmp(&b.kind));
    updates
}

/// What is said where somebody said this: nothing for what are no words.
fn carried(events: &[Event]) -> Option<Outgoing> {
    let event = events.first()?;
    let (EventKind::Message(message) | EventKind::Edited(message)) = &event.kind else { return None };
    let file =
        |attachment: &_| CarriedFile { attachment: Clone::clone(attachment), instead: Text::plain("a file") };
    let files = message.attachments.iter().map(file).collect();
    Some(Outgoing::of(message.text.clone().tame()).author(event.actor.name.as_str()).files(files))
}

fn main() {
    divan::main();
}

#[divan::bench(args = updates("telegram_update"))]
fn from_telegram(bencher: Bencher<'_, '_>, update: &Update) {
    bencher.bench(|| telegram_events(black_box(&update.raw)));
}

#[divan::bench(args = updates("discord_frame"))]
fn from_discord(bencher: Bencher<'_, '_>, update: &Update) {
    bencher.bench(|| discord_events(black_box(&update.raw)));
}

#[divan::bench(args = updates("telegram_update"))]
fn from_telegram_to_discord(bencher: Bencher<'_, '_>, update: &Update) {
    bencher.bench(|| {
        let events = telegram_events(black_box(&update.raw)).expect("it is read");
        carried(&events).map(|content| fireside_discord::bodies(&content))
    });
}

#[divan::bench(args = updates("discord_frame"))]
fn from_discord_to_telegram(bencher: Bencher<'_, '_>, update: &Update) {
    bencher.bench(|| {
        let events = discord_events(black_box(&update.raw)).expect("it is read");
        carried(&events).map(|content| fireside_telegram::bodies(&content, "fireside_bot"))
    });
}
