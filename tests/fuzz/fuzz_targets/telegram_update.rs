//! Bytes as an update of Telegram's.
#![no_main]

#[path = "../../src/crossing.rs"]
#[allow(dead_code, reason = "this target goes one way")]
mod crossing;
mod onward;

libfuzzer_sys::fuzz_target!(|update: &str| {
    for event in crossing::telegram_events(update).unwrap_or_default() {
        onward::goes_on(&event);
    }
});
