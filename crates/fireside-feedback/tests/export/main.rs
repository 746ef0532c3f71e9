//! Exports: what staff get, and what opens it.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

mod files;
mod persisted;

use std::time::Duration;

use fireside_core::{Actor, Attachment, Community, Effect, Engine, Place};
use fireside_feedback::{Feedback, FeedbackFeature, FeedbackNumber};
use fireside_testkit::script::{
    ENGLISH, NORTH, Reply, Script, brand, customer, member, script, square, staff_home,
};

/// Customers raise items in the northern square; Sam, of the staff, exports them.
struct Scene {
    script: Script,
    sam: Actor,
    home: Place,
    raised: u64,
}

/// A file that came, and where.
struct Sent {
    to: Place,
    attachment: Attachment,
    bytes: Vec<u8>,
}

impl Scene {
    fn set() -> Self {
        Self::of(brand(NORTH))
    }

    fn of(community: Community) -> Self {
        let engine = Engine::builder().feature(FeedbackFeature).phrases("en", ENGLISH).build();
        Self {
            script: script(engine.expect("the engine can be built"), community),
            sam: member(NORTH, "9", "Sam", None),
            home: staff_home(NORTH),
            raised: 0,
        }
    }

    /// A customer raises an item, whatever it is like.
    fn raise(&mut self, kind: &str, title: &str, details: &str) {
        self.raised += 1;
        let author = customer(NORTH, &format!("{}", 100 + self.raised), "Ana");
        let fields = [("title", title), ("kind", kind), ("details", details)];
        let reply = self.script.submit(&author, &square(NORTH), "feedback", &fields);
        if !reply.text().starts_with("Saved") {
            self.script.press(&author, &square(NORTH), "No, it's new");
        }
    }

    /// So many copies of an item, which nobody raised.
    fn copy(&mut self, item: &Feedback, copies: u64) {
        for number in (1..=copies).map(FeedbackNumber::new) {
            self.script.put(&number, &Feedback { number, ..item.clone() });
        }
    }

    fn item(&mut self) -> Feedback {
        self.raise("idea", "a title", "");
        self.script.record(&FeedbackNumber::new(1)).expect("it is kept")
    }

    /// Sam exports where staff work, and waits for what comes.
    fn export(&mut self, words: &str) -> Vec<Sent> {
        let (sam, home) = (self.sam.clone(), self.home.clone());
        self.ask(&sam, &home, words);
        self.wait()
    }

    fn ask(&mut self, actor: &Actor, place: &Place, words: &str) -> Reply {
        self.script.command(actor, place, "feedback", &format!("export {words}"))
    }

    /// What comes. Files are looked into before they have arrived: afterwards
    /// nobody keeps them.
    fn wait(&mut self) -> Vec<Sent> {
        self.script.hold_deliveries();
        self.script.advance(Duration::from_mins(1));
        let sent = self.script.deliveries().iter().filter_map(|row| match &row.delivery.effect {
            Effect::Send { to, content } if !content.files.is_empty() => {
                let attachment = content.files[0].attachment.clone();
                let bytes = self.script.stored_file(&attachment.file)?;
                Some(Sent { to: to.anchor().clone(), attachment, bytes })
            }
            _ => None,
        });
        let sent = sent.collect();
        self.script.deliver_all();
        sent
    }

    fn is_kept(&self, sent: &Sent) -> bool {
        self.script.stored_file(&sent.attachment.file).is_some()
    }

    fn said(&self) -> Vec<String> {
        self.script.said_in(&self.home)
    }
}

/// The rows of a file of comma-separated values, without its head.
fn rows(sent: &Sent) -> Vec<Vec<String>> {
    let text = sent.bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a spreadsheet knows its encoding");
    let mut reader = csv::Reader::from_reader(text);
    let head: Vec<_> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    assert_eq!(head, fireside_feedback::COLUMNS);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}
