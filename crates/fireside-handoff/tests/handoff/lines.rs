//! What was said, as it is kept for transcripts.

use fireside_core::event::EventKind;
use fireside_core::{Attachment, Extra, FileKind, Message};
use fireside_handoff::{CaseNumber, Line, LineOf, Speaker};
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

/// A message with this id.
fn message(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

impl Scene {
    /// The line that a message in the customers' group is.
    fn line_of(&self, id: &str) -> Line {
        let path = LineOf::path(&self.group, &id.into());
        let of: LineOf = self.script.record(&path).expect("the message is a line");
        self.script.record(&(of.case, of.at, of.mark.as_str())).expect("the line is kept")
    }
}

#[test]
fn what_a_customer_says_is_a_line_with_what_came_with_it() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    let named = Attachment {
        name: Some("../lid\u{202E}gpj.exe\n".to_owned()),
        ..Attachment::new(FileKind::Document, SOUTH, "f1")
    };
    let files = vec![named, Attachment::new(FileKind::Photo, SOUTH, "f2")];
    let extras = vec![Extra::Contact { name: "Ben".to_owned(), phone: "+1 555".to_owned() }];
    let said = Message { attachments: files, extras, ..message("100", "look") };
    scene.script.post(&scene.ana, &scene.group, said);
    let line = scene.line_of("100");
    assert_eq!((line.case, line.speaker), (CaseNumber::new(1), Speaker::Customer));
    assert_eq!(line.name, "Ana");
    assert!(line.words.starts_with("look\n") && line.words.contains("+1 555"), "{}", line.words);
    assert_eq!(line.files, ["../lidgpj.exe", "photo"]);
}

#[test]
fn an_edit_changes_the_line_and_says_so() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    scene.script.post(&scene.ana, &scene.group, message("100", "the lit"));
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(message("100", "the lit")));
    assert!(!scene.line_of("100").edited, "nothing has changed");
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(message("100", "the lid")));
    let line = scene.line_of("100");
    assert_eq!((line.words.as_str(), line.edited), ("the lid", true));
}

#[test]
fn what_is_removed_leaves_a_line_without_its_words_for_good() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.under_way();
    scene.script.post(&scene.ana, &scene.group, message("100", "my secret"));
    scene.script.act(&scene.ana, &scene.group, EventKind::Deleted { message: "100".into() });
    let line = scene.line_of("100");
    assert_eq!((line.words.as_str(), line.removed), ("", true));
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(message("100", "my secret again")));
    assert_eq!(scene.line_of("100"), line, "a late edit brings nothing back");
}

#[test]
fn a_message_that_is_no_line_is_none_when_it_goes() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.under_way();
    scene.script.act(&scene.ana, &scene.group, EventKind::Deleted { message: "1".into() });
    let path = LineOf::path(&scene.group, &"1".into());
    assert_eq!(scene.script.record::<LineOf>(&path), None);
}
