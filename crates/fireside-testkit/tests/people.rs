//! People with more than one account.

use fireside_core::{Account, Decision, Engine, Feature, Message, Outcome, Person, PersonId, Turn};
use fireside_testkit::script::{self, NORTH, SOUTH};

/// `link` links Ana's two accounts, `link my other` two of the south; everything
/// is answered with who speaks.
struct Linker;

impl Feature for Linker {
    fn name(&self) -> &'static str {
        "linker"
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        match message.text.to_plain().as_str() {
            "link" => drop(turn.link(&Account::new(NORTH, "1"), &Account::new(SOUTH, "9"))?),
            "link my other" => drop(turn.link(&Account::new(SOUTH, "9"), &Account::new(SOUTH, "10"))?),
            _ => {}
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

#[test]
fn whoever_is_linked_brings_all_their_accounts() {
    let engine = Engine::builder().feature(Linker).build().expect("one feature");
    let mut script = script::script(engine, script::brand(NORTH));
    let [first, second, third] = [(NORTH, "1"), (SOUTH, "9"), (SOUTH, "10")]
        .map(|(platform, id)| script::customer(platform, id, "Ana"));
    script.say(&second, &script::square(SOUTH), "link my other");
    assert_eq!(script.say(&third, &script::square(SOUTH), "who am I?").text(), "south:9");
    assert_eq!(script.say(&first, &script::square(NORTH), "link").text(), "north:1");
    assert_eq!(script.say(&third, &script::square(SOUTH), "and now?").text(), "north:1");
    let known = script.record::<Person>(&PersonId::new("north:1")).expect("it is kept");
    let accounts: Vec<_> = [&first, &second, &third].map(|actor| actor.account.clone()).into();
    assert_eq!(known.accounts, accounts);
    assert_eq!(script.record::<Person>(&PersonId::new("south:9")), None);
}
