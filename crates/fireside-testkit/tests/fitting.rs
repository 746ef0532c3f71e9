//! What is said on a platform that can't show it as it was meant; what is
//! suggested, asked for in forms, and brought from one platform to another.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

use fireside_core::command::{SuggestRequest, Suggestion};
use fireside_core::form::Field;
use fireside_core::outgoing::MenuChoice;
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Actor, Answer, Answers, Attachment, Button, ButtonTarget, Command, Decision, Engine, EventKind, Extra,
    Feature, FileKind, Form, Invocation, Menu, Message, OptionKind, Outcome, Outgoing, Poll, Text, Turn,
    Voice,
};
use fireside_testkit::script::{NORTH, SOUTH, Script, brand, customer, member, script, square};

/// Repeats on the other platform what it hears, offers all there is to choose
/// from on `offer`, suggests towns, and takes a picture on `picture`.
struct Parrot;

impl Feature for Parrot {
    fn name(&self) -> &'static str {
        "parrot"
    }

    fn commands(&self) -> Vec<Command> {
        vec![
            Command::new("offer", "d"),
            Command::new("picture", "d"),
            Command::new("town", "d").staff().option("name", "d", OptionKind::Text, true).suggests(),
        ]
    }

    fn forms(&self) -> Vec<Form> {
        vec![Form { name: "picture", title: "t", fields: vec![Field::file("picture", "picture", 1)] }]
    }

    fn on_form(&self, turn: &mut Turn<'_>, _form: &str, answers: &Answers) -> Decision {
        let names = answers.files("picture").iter().filter_map(|file| file.name.clone());
        turn.answer_public(format!("got {}", names.collect::<Vec<_>>().join(", ")));
        Ok(Outcome::Handled)
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        if invocation.name == "picture" {
            turn.open_form("picture", &Answers::default())?;
            return Ok(Outcome::Handled);
        }
        let button =
            Button { label: "In private".to_owned(), target: ButtonTarget::Private("p:1".to_owned()) };
        let choice = |label: &str, data: &str| MenuChoice {
            label: label.to_owned(),
            description: None,
            data: data.to_owned(),
        };
        let menu =
            Menu { prompt: "Which?".to_owned(), choices: vec![choice("Red", "m:r"), choice("Blue", "m:b")] };
        let poll = Poll {
            question: "Warm or cold?".to_owned(),
            options: vec!["warm".to_owned(), "cold".to_owned()],
            is_multiple: false,
            lasts: None,
        };
        let content =
            Outgoing { menu: Some(menu), poll: Some(poll), ..Outgoing::of("Choose") }.row(vec![button]);
        turn.send(turn.event().place.clone(), content, Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    }

    fn suggest(&self, _turn: &mut Turn<'_>, request: &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt> {
        let towns = (0..40).map(|number| format!("{}{number}", request.typed));
        Ok(towns.map(|town| Suggestion { label: town.clone(), value: town }).collect())
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        let other = if turn.event().place == square(NORTH) { square(SOUTH) } else { square(NORTH) };
        if let Some(content) = turn.carry(message, "en") {
            turn.send(other, content, Manner::of(Voice::Customer));
        }
        Ok(Outcome::Handled)
    }
}

fn parrot() -> Script {
    let engine = Engine::builder().feature(Parrot).build().expect("the engine can be built");
    script(engine, brand(NORTH))
}

fn ana(platform: &str) -> Actor {
    customer(platform, "1", "Ana")
}

#[test]
fn a_platform_that_can_shows_everything_as_it_is_meant() {
    let mut script = parrot();
    script.command(&ana(NORTH), &square(NORTH), "offer", "");
    let content = script.deliveries()[0].delivery.effect.content().expect("it is said");
    assert!(content.menu.is_some() && content.poll.is_some());
    assert_eq!(content.text, Text::plain("Choose"));
}

#[test]
fn menus_polls_and_private_links_have_words_and_buttons_in_their_stead() {
    let mut script = parrot();
    script.command(&ana(SOUTH), &square(SOUTH), "offer", "");
    let content = script.deliveries()[0].delivery.effect.content().expect("it is said");
    assert_eq!(content.text.to_plain(), "Choose\n📊 Warm or cold?\n– warm\n– cold");
    assert_eq!((&content.menu, &content.poll), (&None, &None));
    let targets: Vec<_> = content.buttons.iter().flatten().map(|button| button.target.clone()).collect();
    let press = |data: &str| ButtonTarget::Press(data.to_owned());
    assert_eq!(targets, [ButtonTarget::Private("p:1".to_owned()), press("m:r"), press("m:b")]);
    script.command(&ana(NORTH), &square(NORTH), "offer", "");
    let north = script.deliveries()[1].delivery.effect.content().expect("it is said");
    assert_eq!(north.buttons[0][0].target, press("p:1"), "the north has no links into private chats");
}

#[test]
fn all_that_came_with_the_words_is_brought_over() {
    let mut script = parrot();
    let message = Message {
        attachments: vec![Attachment::new(FileKind::Voice, NORTH, "f1")],
        extras: vec![
            Extra::Location { latitude_micro: 52_516_275, longitude_micro: 13_377_704, title: None },
            Extra::Other("dice".to_owned()),
        ],
        forwarded_from: Some("Bo".to_owned()),
        ..Message::of(Text::link("https://evil.example", "my bank"))
    };
    script.post(&ana(NORTH), &square(NORTH), message);
    let content = script.deliveries()[0].delivery.effect.content().expect("it is said");
    let lines = [
        "↪ Bo:",
        "my bank (https://evil.example)",
        "📍 https://www.openstreetmap.org/?mlat=52.516275&mlon=13.377704",
        "[dice]",
    ];
    assert_eq!(content.text.to_plain(), lines.join("\n"));
    assert_eq!(content.files[0].instead.to_plain(), "📎 voice message: it could not be brought over.");
}

#[test]
fn at_most_twenty_five_are_suggested_and_to_those_who_may_run_the_command() {
    let mut script = parrot();
    let request = SuggestRequest {
        command: "town".to_owned(),
        subcommand: None,
        option: "name".to_owned(),
        typed: "Ber".to_owned(),
        options: Vec::new(),
    };
    let suggested = |script: &mut Script, actor: &Actor| match script
        .act(actor, &square(NORTH), EventKind::Suggest(request.clone()))
        .answer
    {
        Some(Answer::Suggest(suggestions)) => suggestions,
        other => panic!("{other:?} is no suggestion"),
    };
    let sam = member(NORTH, "8", "Sam", Some(script.now()));
    let suggestions = suggested(&mut script, &sam);
    assert_eq!((suggestions.len(), suggestions[0].value.as_str()), (25, "Ber0"));
    assert_eq!(suggested(&mut script, &ana(NORTH)), []);
}

#[test]
fn a_file_is_asked_for_until_one_comes() {
    let mut script = parrot();
    script.command(&ana(SOUTH), &square(SOUTH), "picture", "");
    let said = |script: &Script| script.said_in(&square(SOUTH)).pop().expect("it was said");
    script.tell(&ana(SOUTH), &square(SOUTH), "which one?");
    assert!(said(&script).starts_with("picture: please send a file."), "{}", said(&script));
    let photo =
        Attachment { name: Some("lamp.jpg".to_owned()), ..Attachment::new(FileKind::Photo, SOUTH, "f1") };
    let reply_to = script.last_id(&square(SOUTH));
    let message = Message { attachments: vec![photo], addressed: true, reply_to, ..Message::default() };
    script.post(&ana(SOUTH), &square(SOUTH), message);
    assert_eq!(said(&script), "got lamp.jpg");
}
