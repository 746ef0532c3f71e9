//! Which part of a command runs, for whom, and what it is told.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

use fireside_core::command::{Command, SuggestRequest, Suggestion, Target, Written};
use fireside_core::turn::Interrupt;
use fireside_core::{
    Actor, Answer, Attachment, Decision, Engine, EventKind, Feature, FileKind, Invocation, Message,
    OptionKind, OptionValue, Outcome, Turn,
};
use fireside_testkit::script::{NORTH, SOUTH, Script, brand, customer, member, script, square};

const PHRASES: &str = "status-open = Wide open\nstatus-shipped = Shipped";

/// Says which part of it was run, and with what.
struct Feedback;

impl Feature for Feedback {
    fn name(&self) -> &'static str {
        "feedback"
    }

    fn commands(&self) -> Vec<Command> {
        let new = Command::new("new", "d").option("text", "d", OptionKind::Text, false).option(
            "picture",
            "d",
            OptionKind::File,
            false,
        );
        let list = Command::new("list", "d")
            .staff()
            .option("status", "d", OptionKind::Text, false)
            .choices(&[("open", "status-open"), ("shipped", "status-shipped")])
            .option("area", "d", OptionKind::Text, false)
            .suggests();
        let close = Command::new("close", "d").option("number", "d", OptionKind::Integer, true);
        vec![
            Command::new("feedback", "d")
                .on_message("Capture")
                .subcommand(new)
                .subcommand(list)
                .subcommand(Command::new("mine", "d")),
            Command::new("desk", "d").staff().subcommand(close),
        ]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        assert_eq!(invocation.written, None, "it has been read");
        let given: Vec<_> =
            invocation.options.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let part = invocation.subcommand.as_deref().unwrap_or("none");
        turn.answer_public(format!("{part} [{}]", given.join(", ")));
        Ok(Outcome::Handled)
    }

    fn suggest(&self, turn: &mut Turn<'_>, request: &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt> {
        let _ = turn;
        let value = request.subcommand.clone().unwrap_or_default();
        Ok(vec![Suggestion { label: value.clone(), value }])
    }
}

fn feedback() -> Script {
    let engine = Engine::builder().phrases("en", PHRASES).feature(Feedback).build();
    script(engine.expect("the engine can be built"), brand(NORTH))
}

fn ana() -> Actor {
    customer(NORTH, "1", "Ana")
}

fn sam(script: &Script) -> Actor {
    member(NORTH, "8", "Sam", Some(script.now()))
}

/// What comes of the words that staff and customers write after `/feedback`.
fn written(script: &mut Script, words: &str) -> [String; 2] {
    let sam = sam(script);
    let staff = script.command(&sam, &square(NORTH), "feedback", words).text();
    [staff, script.command(&ana(), &square(NORTH), "feedback", words).text()]
}

#[test]
fn words_that_name_no_subcommand_are_for_the_first() {
    let mut script = feedback();
    let both = |answer: &str| [answer.to_owned(), answer.to_owned()];
    assert_eq!(written(&mut script, ""), both("new []"));
    assert_eq!(written(&mut script, "view is slow"), both("new [text=view is slow]"));
    assert_eq!(written(&mut script, "New view is slow"), both("new [text=New view is slow]"));
    assert_eq!(written(&mut script, "mine"), both("mine []"));
    assert_eq!(written(&mut script, "mine is slow"), both("new [text=mine is slow]"));
}

#[test]
fn a_customer_can_begin_with_a_word_that_is_a_command_of_staff() {
    let answers = ["list [area=view is slow]", "new [text=list view is slow]"];
    assert_eq!(written(&mut feedback(), "list view is slow"), answers);
}

#[test]
fn a_choice_is_written_as_it_is_called() {
    let [staff, _] = written(&mut feedback(), "list wide OPEN somewhere");
    assert_eq!(staff, "list [status=open, area=somewhere]");
    let [staff, _] = written(&mut feedback(), "list area:wide open");
    assert_eq!(staff, "list [area=wide open]");
}

#[test]
fn a_platform_that_knows_the_subcommand_says_which() {
    let mut script = feedback();
    let sam = sam(&script);
    let list = Invocation::of("feedback").subcommand("list");
    let list = list.given("status", OptionValue::Text("open".to_owned()));
    assert_eq!(script.run(&sam, &square(NORTH), list.clone()).text(), "list [status=open]");
    assert_eq!(script.run(&ana(), &square(NORTH), list).text(), "That is for staff.");
    assert_eq!(script.run(&ana(), &square(NORTH), Invocation::of("feedback")).text(), "new []");
}

#[test]
fn a_subcommand_that_is_not_there_any_more_runs_nothing() {
    let mut script = feedback();
    let gone = Invocation::of("feedback").subcommand("votes");
    assert_eq!(script.run(&ana(), &square(NORTH), gone).text(), "That is no longer current.");
}

#[test]
fn a_menu_runs_the_first_on_what_it_was_opened_on() {
    let mut script = feedback();
    let target = Target::Message { author: ana(), message: Message::of("it is slow") };
    let capture = Invocation { target: Some(Box::new(target)), ..Invocation::of("feedback") };
    assert_eq!(script.run(&ana(), &square(NORTH), capture).text(), "new []");
}

#[test]
fn a_file_goes_to_the_subcommand_it_was_sent_with() {
    let mut script = feedback();
    let photo =
        Attachment { name: Some("lamp.jpg".to_owned()), ..Attachment::new(FileKind::Photo, SOUTH, "f1") };
    let sent = |words: &str| Invocation {
        written: Some(Written { words: words.to_owned(), files: vec![photo.clone()] }),
        ..Invocation::of("feedback")
    };
    let answer = script.run(&ana(), &square(NORTH), sent("it flickers")).text();
    assert_eq!(answer, "new [text=it flickers, picture=lamp.jpg]");
    assert_eq!(script.run(&ana(), &square(NORTH), sent("mine")).text(), "mine []");
}

#[test]
fn what_is_staffs_as_a_whole_is_refused_however_it_is_written() {
    let mut script = feedback();
    for words in ["", "close 7", "it please"] {
        assert_eq!(script.command(&ana(), &square(NORTH), "desk", words).text(), "That is for staff.");
    }
    let sam = sam(&script);
    assert_eq!(script.command(&sam, &square(NORTH), "desk", "close 7").text(), "close [number=7]");
    let specs = feedback_specs();
    let for_staff: Vec<_> = specs.iter().map(|spec| (spec.name(), spec.is_for_staff())).collect();
    assert_eq!(for_staff, [("desk", true), ("feedback", false)]);
}

fn feedback_specs() -> Vec<fireside_core::CommandSpec> {
    let engine = Engine::builder().phrases("en", PHRASES).feature(Feedback);
    let german =
        "command-name-feedback = rückmeldung\ncommand-name-feedback-list = liste\nstatus-open = Offen";
    engine.phrases("de", german).build().expect("the engine can be built").command_specs("en")
}

#[test]
fn subcommands_are_said_and_named_in_every_language() {
    let specs = feedback_specs();
    let feedback = specs.iter().find(|spec| spec.name() == "feedback").expect("it is declared");
    let list = &feedback.command.subcommands[1];
    assert_eq!(list.options[0].choices[0].1, "Wide open");
    let german = &feedback.translations["de"];
    assert_eq!(german.name.as_deref(), Some("rückmeldung"));
    let names: Vec<_> = german.subcommand_names.iter().collect();
    assert_eq!(names, [(&"list".to_owned(), &"liste".to_owned())]);
    let list = &german.command.subcommands[1];
    assert_eq!((list.name.as_str(), list.options[0].choices[0].1.as_str()), ("list", "Offen"));
}

#[test]
fn suggestions_are_for_those_who_may_run_the_subcommand() {
    let mut script = feedback();
    let request = |subcommand: Option<&str>| {
        EventKind::Suggest(SuggestRequest {
            command: "feedback".to_owned(),
            subcommand: subcommand.map(str::to_owned),
            option: "area".to_owned(),
            typed: "lo".to_owned(),
            options: Vec::new(),
        })
    };
    let mut suggested =
        |actor: &Actor, subcommand| match script.act(actor, &square(NORTH), request(subcommand)).answer {
            Some(Answer::Suggest(suggestions)) => suggestions.into_iter().map(|each| each.label).collect(),
            _ => vec!["no suggestion".to_owned()],
        };
    let sam = sam(&feedback());
    assert_eq!(suggested(&sam, Some("list")), ["list"]);
    assert_eq!(suggested(&ana(), Some("list")), Vec::<String>::new());
    assert_eq!(suggested(&ana(), Some("votes")), Vec::<String>::new());
    assert_eq!(suggested(&ana(), None), ["new"]);
}
