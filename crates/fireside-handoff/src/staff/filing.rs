//! Filing: how much a case presses (`/priority`), and what it is about (`/tag`).

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Turn, text};

use super::{CASE, answer, case_meant, suggest};
use crate::case::{Case, Priority};
use crate::lifecycle;

/// `/priority`.
pub(super) const PRIORITY: Handled =
    Handled { name: "priority", command: priority_command, run: priority, suggest: Some(suggest::cases) };
/// `/tag`.
pub(super) const TAG: Handled =
    Handled { name: "tag", command: tag_command, run: tag, suggest: Some(suggest::cases_or_tags) };

/// The option that names a tag.
pub(super) const NAME: &str = "name";
/// The most tags of a case.
const TAGS_MAX: usize = 5;
/// The longest tag, in characters as a reader counts them.
const TAG_LEN_MAX: usize = 30;

fn priority_command() -> Command {
    let choices = Priority::ALL.map(|priority| (priority.as_str(), priority.phrase()));
    Command::new(PRIORITY.name, "handoff-command-priority")
        .staff()
        .option(PRIORITY.name, "handoff-command-priority-which", OptionKind::Text, true)
        .choices(&choices)
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
}

fn priority(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(priority) = invocation.text(PRIORITY.name).and_then(Priority::parse) else {
        turn.answer_private(turn.say("handoff-which-priority", &[]));
        return Ok(Outcome::Handled);
    };
    if let Some(mut case) = case_meant(turn, invocation)? {
        if case.priority != priority {
            case.priority = priority;
            lifecycle::keep(turn, &case)?;
        }
        let name = turn.say(priority.phrase(), &[]);
        answer(turn, "handoff-priority-set", case.number, &name);
    }
    Ok(Outcome::Handled)
}

fn tag_command() -> Command {
    let about_case = |name, description| {
        Command::new(name, description)
            .staff()
            .option(CASE, "handoff-command-case", OptionKind::Integer, false)
            .suggests()
    };
    let about_tag = |name, description| {
        about_case(name, description)
            .option(NAME, "handoff-command-tag-name", OptionKind::Text, false)
            .suggests()
    };
    Command::new(TAG.name, "handoff-command-tag")
        .staff()
        .subcommand(about_case("list", "handoff-command-tag-list"))
        .subcommand(about_tag("add", "handoff-command-tag-add"))
        .subcommand(about_tag("remove", "handoff-command-tag-remove"))
}

fn tag(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(mut case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let tag = text::cleaned(invocation.text(NAME).unwrap_or_default(), usize::MAX);
    match invocation.subcommand.as_deref() {
        Some("add") => add(turn, &mut case, tag)?,
        Some("remove") => remove(turn, &mut case, &tag)?,
        _ => {
            let tags = case.tags.join(", ");
            let key = if tags.is_empty() { "handoff-no-tags" } else { "handoff-tags" };
            answer(turn, key, case.number, &tags);
        }
    }
    Ok(Outcome::Handled)
}

fn add(turn: &mut Turn<'_>, case: &mut Case, tag: String) -> Result<(), Interrupt> {
    let is_there = case.tags.iter().any(|known| is_same(known, &tag));
    let key = if text::is_blank(&tag) {
        "handoff-which-tag"
    } else if text::shortened(&tag, TAG_LEN_MAX) != tag {
        "handoff-tag-too-long"
    } else if is_there {
        "handoff-tag-there"
    } else if case.tags.len() >= TAGS_MAX {
        "handoff-too-many-tags"
    } else {
        case.tags.push(tag.clone());
        lifecycle::keep(turn, case)?;
        "handoff-tagged"
    };
    answer(turn, key, case.number, &tag);
    Ok(())
}

fn remove(turn: &mut Turn<'_>, case: &mut Case, tag: &str) -> Result<(), Interrupt> {
    let before = case.tags.len();
    case.tags.retain(|known| !is_same(known, tag));
    let key = if case.tags.len() < before {
        lifecycle::keep(turn, case)?;
        "handoff-untagged"
    } else {
        "handoff-no-such-tag"
    };
    answer(turn, key, case.number, tag);
    Ok(())
}

/// Whether two tags are one, in small letters or capitals.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
