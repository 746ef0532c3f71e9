//! Bytes as a frame of Discord's gateway.
#![no_main]

mod onward;

libfuzzer_sys::fuzz_target!(|frame: &str| {
    for event in fireside_discord::decode(frame, 42).unwrap_or_default() {
        onward::goes_on(&event);
    }
});
