//! People with more than one account.

use fireside_core::{Account, Decision, Engine, Feature, Message, Outcome, Turn};
use fireside_testkit::script::{self, NORTH, SOUTH};

/// `link` links Ana's two accounts; anything else is answered with who speaks.
struct Linker;

impl Feature for Linker {
    fn name(&self) -> &'static str {
        "linker"
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        if message.text.to_plain() == "link" {
            turn.link(&Account::new(NORTH, "1"), &Account::new(SOUTH, "9"))?;
        }
        let person = turn.person()?;
        turn.answer_public(person.as_str());
        Ok(Outcome::Handled)
    }
}

#[test]
fn two_linked_accounts_are_one_person() {
    let engine = Engine::builder().feature(Linker).build().expect("one feature");
    let mut script = script::script(engine, script::brand(NORTH));
    let here = script::customer(NORTH, "1", "Ana");
    let there = script::customer(SOUTH, "9", "Ana");
    assert_eq!(script.say(&there, &script::square(SOUTH), "who am I?").text(), "south:9");
    script.say(&here, &script::square(NORTH), "link");
    assert_eq!(script.say(&there, &script::square(SOUTH), "and now?").text(), "north:1");
}
