//! The feature and the language file agree.

use fireside_testkit::script::{unknown_sentences, unused_sentences};

const SOURCES: [&str; 3] = [
    include_str!("../../src/capture.rs"),
    include_str!("../../src/category.rs"),
    include_str!("../../src/panel.rs"),
];

#[test]
fn every_sentence_is_written_and_none_is_left_over() {
    assert_eq!(unknown_sentences("feedback-", &SOURCES), Vec::<String>::new());
    assert_eq!(unused_sentences("feedback-", &SOURCES), Vec::<String>::new());
}
