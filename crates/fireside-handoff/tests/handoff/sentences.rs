//! The feature and the language file agree.

use fireside_testkit::script::{unknown_sentences, unused_sentences};

const SOURCES: [&str; 6] = [
    include_str!("../../src/card.rs"),
    include_str!("../../src/close.rs"),
    include_str!("../../src/open.rs"),
    include_str!("../../src/relay.rs"),
    include_str!("../../src/rooms.rs"),
    include_str!("../../src/staff.rs"),
];

#[test]
fn every_sentence_is_written_and_none_is_left_over() {
    assert_eq!(unknown_sentences("handoff-", &SOURCES), Vec::<String>::new());
    assert_eq!(unused_sentences("handoff-", &SOURCES), Vec::<String>::new());
}
