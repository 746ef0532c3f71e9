//! The bot as a conversation.

use fireside_core::Engine;
use fireside_testkit::script::{self, SOUTH};

use super::Echo;

#[test]
fn it_says_back_what_it_hears() {
    let engine = Engine::builder().feature(Echo).build().expect("one feature");
    let mut script = script::script(engine, script::brand(SOUTH));
    let (ana, square) = (script::customer(SOUTH, "1", "Ana"), script::square(SOUTH));
    script.say(&ana, &square, "hello *there*");
    assert_eq!(script.said_in(&square), ["hello *there*"]);
}
