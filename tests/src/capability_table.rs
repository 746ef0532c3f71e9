//! The table of what each platform can do, as its adapter declares it.

use std::fmt::Write as _;
use std::sync::Arc;

use fireside_core::ports::Adapter;
use fireside_core::{Capabilities, Capability};
use fireside_discord::{DiscordAdapter, DiscordOptions};
use fireside_runtime::SystemClock;
use fireside_telegram::{REACTION_STAND_INS, TelegramAdapter, TelegramOptions};

const HEAD: &str = "\
# What each platform can do

Written by `cargo run -p fireside-tests --example capabilities` from what the adapters declare; a test holds it to that, and
the adapter contract holds each adapter to its word. Features say what they mean; where a platform can't show it, the last
column says what stands for it.
";

/// The page `docs/capabilities.md`.
///
/// # Panics
/// When an adapter can't be made.
pub fn capability_table() -> String {
    let clock = Arc::new(SystemClock);
    let telegram = TelegramAdapter::new(TelegramOptions::new("1:token".into(), clock.clone()));
    let telegram = telegram.expect("the token has a token's form").capabilities();
    let discord = DiscordAdapter::new(DiscordOptions::new("token".into(), clock)).capabilities();
    page(&[("Telegram", telegram), ("Discord", discord)]) + &stand_ins()
}

/// What the bot puts on a message where it has no such reaction.
fn stand_ins() -> String {
    let mut words =
        "\nTelegram takes only some emoji as reactions. For others that tell what became of a message"
            .to_owned();
    words.push_str(" the bot puts there:\n\n| | on Telegram |\n|---|---|\n");
    for (emoji, stand_in) in REACTION_STAND_INS {
        let _ = writeln!(words, "| {emoji} | {stand_in} |");
    }
    words
}

fn page(platforms: &[(&str, Capabilities)]) -> String {
    let names: Vec<_> = platforms.iter().map(|(name, _)| *name).collect();
    let mut page = format!("{HEAD}\n| | {} | where it can't |\n", names.join(" | "));
    page.push_str(&"|---".repeat(platforms.len() + 2));
    page.push_str("|\n");
    for capability in Capability::ALL {
        let marks = platforms.iter().map(|(_, able)| if able.can(capability) { "✓" } else { "–" });
        let marks = marks.collect::<Vec<_>>().join(" | ");
        let _ = writeln!(page, "| {} | {marks} | {} |", capability.meaning(), capability.fallback());
    }
    page.push_str("\n| limit | ");
    page.push_str(&names.join(" | "));
    page.push_str(" |\n");
    page.push_str(&"|---".repeat(platforms.len() + 1));
    page.push_str("|\n");
    let limits: Vec<_> = platforms.iter().map(|(_, able)| limits(able)).collect();
    let Some(first) = limits.first() else { return page };
    for (row, (what, _)) in first.iter().enumerate() {
        let values: Vec<_> = limits.iter().map(|limits| limits[row].1.as_str()).collect();
        let _ = writeln!(page, "| {what} | {} |", values.join(" | "));
    }
    page
}

fn limits(able: &Capabilities) -> [(&'static str, String); 5] {
    let mebibytes = |bytes: u64| format!("{} MiB", bytes >> 20);
    [
        ("longest text of a message, in the platform's units", able.text_len_max.to_string()),
        ("most buttons of a message", able.buttons_max.to_string()),
        ("most files of a message", able.files_max.to_string()),
        ("longest file that is sent", mebibytes(able.upload_bytes_max)),
        ("longest file that is read", mebibytes(able.download_bytes_max)),
    ]
}
