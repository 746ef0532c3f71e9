use fireside_core::command::Command;
use fireside_core::file::FileKind;
use fireside_core::{CommandSpec, OptionValue, Place};
use serde_json::json;

use super::*;
use crate::names::Names;

fn interaction(kind: u8, data: &Value) -> Interaction {
    serde_json::from_value(json!({
        "id": "175928847299117063", "application_id": "42", "token": "t", "version": 1, "type": kind,
        "guild_id": "2", "channel_id": "9", "locale": "de",
        "channel": {"id": "9", "type": 11, "parent_id": "5", "name": "case-1"},
        "member": {"roles": ["11"], "nick": null, "joined_at": null,
            "user": {"id": "7", "username": "ana", "discriminator": "0", "avatar": null}},
        "message": {"id": "77"}, "data": data,
    }))
    .unwrap()
}

fn event(kind: u8, data: &Value, commands: &Commands) -> Option<Event> {
    let names = Names::default();
    let scene = Scene {
        bot: 42,
        place: Place::channel(PLATFORM, "5").within("2").thread("9"),
        id: EventId::new("unused"),
        now: Timestamp::from_secs(1_700_000_000),
        is_replayed: false,
        happened_at: Timestamp::default(),
        names: &names,
    };
    interaction(kind, data).event(&scene, commands)
}

fn happened(kind: u8, data: &Value) -> EventKind {
    event(kind, data, &Commands::default()).unwrap().kind
}

fn run(data: &Value, commands: &Commands) -> Option<fireside_core::Invocation> {
    match event(COMMAND, data, commands)?.kind {
        EventKind::Command(invocation) => Some(invocation),
        _ => None,
    }
}

fn feedback() -> Commands {
    let command = Command::new("feedback", "d").on_message("Save as feedback").on_account("Their feedback");
    Commands::of(&[CommandSpec::from(command)])
}

#[test]
fn a_commands_options_keep_their_types() {
    let kind = happened(
        2,
        &json!({"id": "1", "name": "join", "type": 1, "options": [
            {"name": "case", "type": 4, "value": 12}, {"name": "note", "type": 3, "value": "x"},
            {"name": "quiet", "type": 5, "value": true}, {"name": "who", "type": 6, "value": "8"},
        ]}),
    );
    let EventKind::Command(invocation) = kind else { panic!("it is a command") };
    assert_eq!(invocation.integer("case"), Some(12));
    assert_eq!(invocation.text("note"), Some("x"));
    assert_eq!(invocation.options[2].1, OptionValue::Boolean(true));
    assert_eq!(invocation.options[3].1, OptionValue::Account("8".to_owned()));
}

#[test]
fn a_form_is_read_from_rows_and_from_labels() {
    let kind = happened(
        5,
        &json!({"custom_id": "form-1", "components": [
            {"type": 1, "components": [{"type": 4, "custom_id": "title", "value": "slow"}]},
            {"type": 18, "component": {"type": 4, "custom_id": "text", "value": "very"}},
            {"type": 18, "component": {"type": 3, "custom_id": "kind", "values": ["bug"]}},
        ]}),
    );
    let EventKind::Submit(submission) = kind else { panic!("it is a submission") };
    assert_eq!(submission.token, "form-1");
    let given = ["title", "text", "kind"].map(|field| submission.answers.get(field));
    assert_eq!(given, ["slow", "very", "bug"]);
}

#[test]
fn a_form_can_answer_a_press_but_not_a_form() {
    let opens = |kind| {
        let data = json!({"custom_id": "x", "component_type": 2});
        let event = event(kind, &data, &Commands::default()).unwrap();
        event.reply.unwrap().opens_forms
    };
    assert!(opens(3));
    assert!(!opens(5));
}

#[test]
fn an_interaction_can_be_answered_for_three_seconds_and_followed_for_fifteen_minutes() {
    let event = event(3, &json!({"custom_id": "x"}), &Commands::default()).unwrap();
    let reply = event.reply.unwrap();
    assert_eq!(reply.respond_by.since(event.at), RESPOND_WITHIN);
    assert_eq!(reply.expires_at.since(event.at), EXPIRES_AFTER);
    assert_eq!(event.locale.as_deref(), Some("de"));
}

fn file() -> Value {
    let url = "https://cdn.discordapp.com/ephemeral-attachments/9/3/a.png?ex=1";
    json!({"id": "3", "filename": "a.png", "size": 7, "url": url, "content_type": "image/png"})
}

#[test]
fn a_file_is_given_with_a_command() {
    let data = json!({"id": "1", "name": "feedback", "type": 1,
        "options": [{"name": "shot", "type": 11, "value": "3"}, {"name": "none", "type": 11, "value": "4"}],
        "resolved": {"attachments": {"3": file()}}});
    let invocation = run(&data, &Commands::default()).unwrap();
    let [(name, OptionValue::File(file))] = &invocation.options[..] else { panic!("{invocation:?}") };
    assert_eq!((name.as_str(), file.kind), ("shot", FileKind::Photo));
    assert_eq!(file.file.id.as_str(), "ephemeral/9/3/a.png");
}

#[test]
fn a_message_menu_runs_its_command_on_the_message() {
    let data = json!({"id": "1", "name": "Save as feedback", "type": 3, "target_id": "77", "resolved": {
        "messages": {"77": {"id": "77", "channel_id": "9", "content": "it **broke**", "type": 0,
            "author": {"id": "8", "username": "bo"}, "attachments": [file()]}},
        "members": {"8": {"nick": "Bo of Oz", "roles": []}},
    }});
    let invocation = run(&data, &feedback()).unwrap();
    assert_eq!(invocation.name, "feedback");
    let (author, message) = invocation.on_message().unwrap();
    assert_eq!((author.name.as_str(), author.account.id.as_str()), ("Bo of Oz", "8"));
    assert_eq!((message.id.as_ref().unwrap().as_str(), message.text.to_plain().as_str()), ("77", "it broke"));
    assert_eq!(message.attachments[0].file.id.as_str(), "9/77/3");
}

#[test]
fn an_account_menu_runs_its_command_on_the_account() {
    let data = json!({"id": "1", "name": "Their feedback", "type": 2, "target_id": "8", "resolved": {
        "users": {"8": {"id": "8", "username": "bo", "global_name": "Bo"}}}});
    let invocation = run(&data, &feedback()).unwrap();
    assert_eq!(invocation.name, "feedback");
    assert_eq!(invocation.on_account().unwrap().id.as_str(), "8");
}

#[test]
fn a_menu_without_its_target_is_nothing() {
    for kind in [2, 3] {
        assert_eq!(run(&json!({"id": "1", "name": "x", "type": kind, "target_id": "8"}), &feedback()), None);
        assert_eq!(run(&json!({"id": "1", "name": "x", "type": kind}), &feedback()), None);
    }
}

#[test]
fn what_is_being_written_is_told_apart_from_what_was_given() {
    let data = json!({"id": "1", "name": "join", "type": 1, "options": [
        {"name": "who", "type": 6, "value": "8"}, {"name": "case", "type": 4, "value": "1x", "focused": true}]});
    let EventKind::Suggest(request) = happened(4, &data) else { panic!("it is being written") };
    assert_eq!(
        (request.command.as_str(), request.option.as_str(), request.typed.as_str()),
        ("join", "case", "1x")
    );
    assert_eq!(request.options, [("who".to_owned(), OptionValue::Account("8".to_owned()))]);
    assert_eq!(interaction(4, &data).wants_numbers(), Some(true));
    assert!(!event(4, &data, &Commands::default()).unwrap().reply.unwrap().opens_forms);
}

#[test]
fn what_is_chosen_from_a_menu_is_the_press() {
    let data = json!({"custom_id": "menu", "component_type": 3, "values": ["close-7", "more"]});
    let EventKind::Press(press) = happened(3, &data) else { panic!("it is a press") };
    assert_eq!(press.data, "close-7");
    assert_eq!(press.message, Some("77".into()));
}

#[test]
fn a_form_brings_files_and_what_was_ticked() {
    let data = json!({"custom_id": "form-1", "resolved": {"attachments": {"3": file()}}, "components": [
        {"type": 18, "component": {"type": 19, "custom_id": "shots", "values": ["3", "4", "x"]}},
        {"type": 18, "component": {"type": 21, "custom_id": "mood", "value": "good"}},
        {"type": 18, "component": {"type": 22, "custom_id": "parts", "values": ["a", "b"]}},
        {"type": 18, "component": {"type": 23, "custom_id": "sure", "value": true}},
        {"type": 18, "component": {"type": 21, "custom_id": "none", "value": null}},
    ]});
    let EventKind::Submit(submission) = happened(5, &data) else { panic!("it is a submission") };
    let files = submission.answers.files("shots");
    assert_eq!(files.iter().map(|file| file.file.id.as_str()).collect::<Vec<_>>(), ["ephemeral/9/3/a.png"]);
    let given = ["mood", "parts", "sure", "none"].map(|field| submission.answers.get(field));
    assert_eq!(given, ["good", "a, b", "true", ""]);
}

#[test]
fn an_interaction_of_an_unknown_kind_is_nothing() {
    assert_eq!(event(9, &json!({}), &Commands::default()), None);
}

fn in_subcommand(options: &Value) -> Value {
    json!({"id": "1", "name": "feedback", "type": 1,
        "options": [{"name": "list", "type": 1, "options": options}]})
}

#[test]
fn a_subcommand_is_told_with_its_own_options() {
    let options =
        json!([{"name": "status", "type": 3, "value": "open"}, {"name": "page", "type": 4, "value": 2}]);
    let invocation = run(&in_subcommand(&options), &feedback()).unwrap();
    assert_eq!((invocation.name.as_str(), invocation.subcommand.as_deref()), ("feedback", Some("list")));
    assert_eq!((invocation.text("status"), invocation.integer("page")), (Some("open"), Some(2)));
    let bare = run(&json!({"id": "1", "name": "feedback", "type": 1}), &feedback()).unwrap();
    assert_eq!((bare.subcommand, bare.options.len()), (None, 0));
    let without = json!({"id": "1", "name": "feedback", "type": 1, "options": [{"name": "list", "type": 1}]});
    assert_eq!(run(&without, &feedback()).unwrap().subcommand.as_deref(), Some("list"));
}

#[test]
fn a_subcommand_says_what_its_first_answer_will_be() {
    let list = Command::new("list", "d").first_reply(FirstReply::Public);
    let command = Command::new("feedback", "d").subcommand(Command::new("new", "d")).subcommand(list);
    let commands = Commands::of(&[CommandSpec::from(command)]);
    let first_reply = |kind| interaction(kind, &in_subcommand(&json!([]))).first_reply(&commands);
    assert_eq!((first_reply(2), first_reply(4)), (Some(FirstReply::Public), None));
}

#[test]
fn an_option_of_a_subcommand_is_suggested_for() {
    let written = json!([{"name": "status", "type": 3, "value": "open"},
        {"name": "number", "type": 4, "value": "1", "focused": true}]);
    let data = in_subcommand(&written);
    let EventKind::Suggest(request) = happened(4, &data) else { panic!("it is asked") };
    assert_eq!((request.subcommand.as_deref(), request.option.as_str()), (Some("list"), "number"));
    assert_eq!((request.typed.as_str(), request.options.len()), ("1", 1));
    assert_eq!(interaction(4, &data).wants_numbers(), Some(true));
}
