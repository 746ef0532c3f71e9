//! Commands with subcommands: the platform tells which, or it is written.

use fireside_core::command::{Command, Suggestion};
use fireside_core::ports::Adapter;
use fireside_core::{
    Answer, Capability, Decision, Engine, Event, EventKind, Feature, Invocation, OptionValue, Outcome, Turn,
};

use super::running::{Running, command};
use super::{AdapterStage, RichStage};
use crate::script::{self, NORTH};

/// The suite's command with subcommands.
const GARDEN: &str = "garden";

/// Says what was run as a feature is told it: the subcommand, with its options.
struct Garden;

impl Feature for Garden {
    fn name(&self) -> &'static str {
        GARDEN
    }

    fn commands(&self) -> Vec<Command> {
        vec![command(GARDEN)]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let given = |(name, value): &(String, OptionValue)| format!(" {name}={value}");
        let given: String = invocation.options.iter().map(given).collect();
        let on = if invocation.on_message().is_some() { " on a message" } else { "" };
        let part = invocation.subcommand.as_deref().unwrap_or("nothing");
        turn.answer_public(format!("{part}{given}{on}"));
        Ok(Outcome::Handled)
    }
}

/// What an engine answers to the command that came in.
async fn answered(running: &Running<'_, impl AdapterStage>) -> String {
    let Event { actor, place, kind, .. } =
        running.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let engine = Engine::builder().feature(Garden).build().expect("the command can be declared");
    script::script(engine, script::brand(NORTH)).act(&actor, &place, kind).text()
}

/// A subcommand comes in with its own options, as their kinds.
pub async fn a_subcommand_comes_in_with_its_options(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    stage.run_command("garden plant", &[("rows", "3"), ("what", "roses and herbs")]);
    assert_eq!(answered(&running).await, "plant rows=3 what=roses and herbs");
}

/// The subcommand that is run where none is named can be named as well.
pub async fn the_first_subcommand_can_be_run_by_its_name(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    stage.run_command("garden water", &[]);
    assert_eq!(answered(&running).await, "water");
}

/// A command that is run on a message names no subcommand: the first runs.
pub async fn a_command_with_subcommands_that_is_run_on_a_message_runs_the_first(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let said = running.say("it is dry");
    stage.run_on(GARDEN, "Water", &stage.place(), &said);
    assert_eq!(answered(&running).await, "water on a message");
}

/// A customer does not run what is for staff: they are told so, or their words
/// were for the first subcommand.
pub async fn a_subcommand_for_staff_is_not_run_by_a_customer(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    stage.run_command("garden fence", &[]);
    let answered = answered(&running).await;
    assert!(["That is for staff.", "water text=fence"].contains(&answered.as_str()), "{answered}");
}

/// What could be given for a subcommand's option is asked for as that option's,
/// and shown, where suggestions are declared.
pub async fn what_could_be_given_to_a_subcommand_is_suggested(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let roses = Suggestion { label: "Roses".to_owned(), value: "roses".to_owned() };
    running.inbox.answer(Answer::Suggest(vec![roses]));
    let suggested = stage.suggested("garden plant", "what", "ro").await;
    if !running.adapter.capabilities().can(Capability::Suggestions) {
        assert_eq!(suggested, Vec::<String>::new());
        return;
    }
    assert_eq!(suggested, ["Roses"]);
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Suggest(_))).await;
    let EventKind::Suggest(request) = event.kind else { unreachable!("it was picked by that") };
    assert_eq!((request.command.as_str(), request.subcommand.as_deref()), (GARDEN, Some("plant")));
    assert_eq!((request.option.as_str(), request.typed.as_str()), ("what", "ro"));
}
