//! Commands from menus, suggested while they are written, with files; forms with them.

use fireside_core::command::{Command, FirstReply, Suggestion, Target};
use fireside_core::form::{ShownField, ShownForm};
use fireside_core::ports::Adapter;
use fireside_core::{
    Answer, CommandSpec, Event, EventKind, FileKind, Invocation, OptionKind, OptionValue, Outgoing, Privacy,
};
use fireside_sim::discord::Upload;

use crate::stage::{SHOWN, Stage, simulated};

fn commands() -> Vec<CommandSpec> {
    let feedback = Command::new("feedback", "Tell us")
        .first_reply(FirstReply::Form)
        .option("shot", "What it looks like", OptionKind::File, false)
        .on_message("Save as feedback")
        .on_account("Their feedback");
    let find =
        Command::new("find", "Find a case").option("case", "Which", OptionKind::Integer, true).suggests();
    let close = Command::new("close", "Close a case").staff();
    let garden = Command::new("garden", "What is to be done")
        .subcommand(Command::new("water", "Water it"))
        .subcommand(Command::new("fence", "Mend the fence").staff());
    [feedback, find, garden, close].into_iter().map(CommandSpec::from).collect()
}

async fn stage() -> Stage {
    let stage = Stage::lit(simulated()).await;
    stage.adapter.register(&commands()).await.expect("the commands are taken");
    stage
}

fn thanks() -> Answer {
    Answer::Say { content: Box::new(Outgoing::of("thanks")), privacy: Privacy::Private }
}

fn picture() -> Upload {
    Upload {
        name: "shot.png".to_owned(),
        bytes: b"no real picture".to_vec(),
        content_type: Some("image/png".to_owned()),
        description: None,
        voice_ms: None,
    }
}

async fn ran(stage: &Stage) -> (Event, Invocation) {
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let EventKind::Command(invocation) = event.kind.clone() else { panic!("it is a command") };
    (event, invocation)
}

#[tokio::test]
async fn a_command_is_run_from_a_messages_menu() {
    let stage = stage().await;
    stage.inbox.answer(thanks());
    let bo = stage.world.add_user("bo");
    stage.world.add_member(stage.guild, bo);
    let message = stage.world.say(stage.channel, bo, "it **broke**", None).expect("he may talk");
    let menu = stage.world.run_message_command(stage.channel, stage.ana, "Save as feedback", message);
    menu.expect("it is there");
    let (event, invocation) = ran(&stage).await;
    assert_eq!(event.actor.account.id.as_str(), stage.ana.to_string());
    assert_eq!(invocation.name, "feedback");
    let Some(Target::Message { author, message: of }) = invocation.target.as_deref() else {
        panic!("on what?")
    };
    assert_eq!((author.name.as_str(), of.text.to_plain().as_str()), ("bo", "it broke"));
    assert_eq!(of.id, Some(message.to_string().into()));
    assert!(stage.world.wait_for_private(stage.ana, "thanks", SHOWN).await.is_some());
}

#[tokio::test]
async fn a_command_is_run_from_an_accounts_menu() {
    let stage = stage().await;
    stage.inbox.answer(thanks());
    let bo = stage.world.add_user("bo");
    stage.world.add_member(stage.guild, bo);
    stage.world.run_user_command(stage.channel, stage.ana, "Their feedback", bo).expect("it is there");
    let (_, invocation) = ran(&stage).await;
    assert_eq!(invocation.name, "feedback");
    assert_eq!(invocation.on_account().map(|account| account.id.as_str().to_owned()), Some(bo.to_string()));
}

#[tokio::test]
async fn what_could_be_given_is_suggested_while_it_is_written() {
    let stage = stage().await;
    let suggestion =
        |label: &str, value: &str| Suggestion { label: label.to_owned(), value: value.to_owned() };
    stage.inbox.answer(Answer::Suggest(vec![suggestion("#12 it broke", "12"), suggestion("#13", "13")]));
    let asked =
        stage.world.type_option(stage.channel, stage.ana, "find", &[], ("case", "1")).expect("it asks");
    let given = stage.world.wait_for(|world| world.suggestions(asked), SHOWN).await.expect("it is answered");
    assert_eq!(given, [("#12 it broke".to_owned(), 12.into()), ("#13".to_owned(), 13.into())]);
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Suggest(_))).await;
    let EventKind::Suggest(request) = event.kind else { panic!("it is asked") };
    assert_eq!(
        (request.command.as_str(), request.option.as_str(), request.typed.as_str()),
        ("find", "case", "1")
    );
}

#[tokio::test]
async fn where_nothing_is_suggested_the_writer_is_not_kept_waiting() {
    let stage = stage().await;
    let asked =
        stage.world.type_option(stage.channel, stage.ana, "find", &[], ("case", "9")).expect("it asks");
    let given = stage.world.wait_for(|world| world.suggestions(asked), SHOWN).await.expect("it is answered");
    assert_eq!(given, []);
}

#[tokio::test]
async fn a_file_is_given_with_a_command() {
    let stage = stage().await;
    stage.inbox.answer(thanks());
    let files = [("shot", picture())];
    let run = stage.world.run_command_with_files(stage.channel, stage.ana, "feedback", &[], &files);
    run.expect("it is there");
    let (_, invocation) = ran(&stage).await;
    let [(name, OptionValue::File(file))] = &invocation.options[..] else { panic!("{invocation:?}") };
    assert_eq!((name.as_str(), file.name.as_deref(), file.kind), ("shot", Some("shot.png"), FileKind::Photo));
    assert!(file.file.id.as_str().starts_with("ephemeral/"), "{}", file.file.id);
}

#[tokio::test]
async fn a_form_takes_a_choice_and_files() {
    let stage = stage().await;
    let field =
        |name: &str| ShownField { name: name.to_owned(), label: name.to_owned(), ..ShownField::default() };
    let kind =
        ShownField { choices: vec![("bug".to_owned(), "A bug".to_owned())], required: true, ..field("kind") };
    let shots = ShownField { files_max: 2, ..field("shots") };
    let form =
        ShownForm { token: "form-8".to_owned(), title: "Feedback".to_owned(), fields: vec![kind, shots] };
    stage.inbox.answer(Answer::Open(Box::new(form)));
    stage.world.run_command(stage.channel, stage.ana, "feedback", &[]).expect("it is there");
    let modal = stage.world.wait_for_modal(stage.ana, SHOWN).await.expect("it opens");
    stage.inbox.answer(thanks());
    let filled_in = [("kind", "bug")];
    let files = [("shots", picture()), ("shots", picture())];
    let sent = stage.world.submit_modal_with_files(stage.ana, &modal.custom_id, &filled_in, &files);
    sent.expect("it is complete");
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Submit(_))).await;
    let EventKind::Submit(submission) = event.kind else { panic!("it is a submission") };
    assert_eq!(submission.answers.get("kind"), "bug");
    let names: Vec<_> =
        submission.answers.files("shots").iter().filter_map(|file| file.name.as_deref()).collect();
    assert_eq!(names, ["shot.png", "shot.png"]);
}

#[tokio::test]
async fn commands_are_there_in_private_but_for_those_of_staff() {
    let stage = stage().await;
    let names = |guild| {
        let commands = stage.world.commands(guild);
        let mut names: Vec<_> = commands
            .iter()
            .filter_map(|it| Some((it["type"].as_u64()?, it["name"].as_str()?.to_owned())))
            .collect();
        names.sort_unstable();
        names
    };
    let [slash, menus]: [&[_]; 2] = [&["feedback", "find", "garden"], &["Save as feedback"]];
    let open: Vec<_> = slash.iter().map(|name| (1, (*name).to_owned())).collect();
    let menus = [(2, "Their feedback".to_owned()), (3, menus[0].to_owned())];
    assert_eq!(names(None), [&open[..], &menus[..]].concat());
    let staff = [(1, "close".to_owned())];
    assert_eq!(names(Some(stage.guild)), [&staff[..], &open[..], &menus[..]].concat());
}

#[tokio::test]
async fn a_command_in_private_has_the_subcommands_that_everybody_may_run() {
    let stage = stage().await;
    let parts = |guild| {
        let garden = stage.world.commands(guild).into_iter().find(|command| command["name"] == "garden");
        let options = garden.map(|garden| garden["options"].as_array().cloned().unwrap_or_default());
        let named = options.into_iter().flatten().map(|part| part["name"].as_str().map(str::to_owned));
        named.collect::<Option<Vec<_>>>().expect("they have names")
    };
    assert_eq!(parts(None), ["water"]);
    assert_eq!(parts(Some(stage.guild)), ["water", "fence"]);
}

#[tokio::test]
async fn a_command_discord_would_not_take_is_named() {
    let stage = stage().await;
    let parts = (0..26).map(|index| Command::new(&format!("part_{index}"), "d"));
    let command = parts.fold(Command::new("garden", "d"), Command::subcommand);
    let error = stage.adapter.register(&[command.into()]).await.expect_err("it is too much");
    assert_eq!(
        error.to_string(),
        "the bot's commands can't be taken: garden has 26 subcommands or options, Discord takes 25"
    );
}

#[tokio::test]
async fn commands_that_are_there_are_not_registered_again() {
    let stage = stage().await;
    let replaced = || stage.world.calls().iter().filter(|call| call.name.starts_with("PUT ")).count();
    let before = replaced();
    stage.adapter.register(&commands()).await.expect("there is nothing to do");
    assert_eq!(replaced(), before);
    stage.adapter.register(&commands()[..3]).await.expect("one is taken away");
    assert_eq!(replaced(), before + 1, "in the guild; in private it never was");
}
