//! Snippets: words that staff say often, kept under a name.
//!
//! `/snippet add` and `edit` keep them, `remove` forgets them, `list` shows
//! them, `send` says one to the customer after a look at it.

mod keep;
mod list;
mod placeholder;
mod send;

use fireside_core::command::Suggestion;
use fireside_core::parts::Handled;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Turn, text};
use serde::{Deserialize, Serialize};

pub(super) use list::{PAGE, on_page};
pub use send::Draft;
pub(super) use send::{DRAFT, SEND, on_draft_expired, on_send};

use super::{CASE, colleague, suggest};
use crate::case::StaffMember;

/// `/snippet`.
pub(super) const SNIPPET: Handled =
    Handled { name: "snippet", command, run, suggest: Some(suggest::cases_or_snippets) };

/// The option that names a snippet.
pub(super) const NAME: &str = "name";
/// The option that holds the words.
const TEXT: &str = "text";
/// The most snippets of a community.
const SNIPPETS_MAX: usize = 200;
/// The longest name, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 32;
/// The longest words, in characters, so that they are one message everywhere.
const WORDS_LEN_MAX: usize = 1_500;
/// How much of the words a list shows.
const SHOWN_LEN_MAX: usize = 60;

/// Words that staff say often, kept under their name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// Its name: one word in small letters.
    pub name: String,
    /// The words, with `{customer}`, `{staff}`, `{brand}` and `{case}` in them.
    pub words: String,
    /// Who of staff wrote them last.
    pub by: StaffMember,
}

impl Record for Snippet {
    const COLLECTION: &'static str = "snippet";
}

fn command() -> Command {
    let part = |name: &str, description: &str| Command::new(name, description).staff();
    let named = |name: &str, description: &str| {
        part(name, description).option(NAME, "handoff-command-snippet-name", OptionKind::Text, true)
    };
    let words =
        |command: Command| command.option(TEXT, "handoff-command-snippet-text", OptionKind::Text, true);
    Command::new(SNIPPET.name, "handoff-command-snippet")
        .staff()
        .subcommand(part("list", "handoff-command-snippet-list"))
        .subcommand(
            named("send", "handoff-command-snippet-send")
                .suggests()
                .option(CASE, "handoff-command-case", OptionKind::Integer, false)
                .suggests(),
        )
        .subcommand(words(named("add", "handoff-command-snippet-add")))
        .subcommand(words(named("edit", "handoff-command-snippet-edit").suggests()))
        .subcommand(named("remove", "handoff-command-snippet-remove").suggests())
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    match invocation.subcommand.as_deref() {
        Some("add") => keep::add(turn, invocation),
        Some("edit") => keep::edit(turn, invocation),
        Some("remove") => keep::remove(turn, invocation),
        Some("send") => send::preview(turn, invocation),
        _ => list::show(turn, 0),
    }
}

/// The name that was given: one word in small letters. `None`: it is none.
fn name_in(invocation: &Invocation) -> Option<String> {
    let name = text::cleaned(invocation.text(NAME)?, usize::MAX).to_lowercase();
    let is_short = text::shortened(&name, NAME_LEN_MAX) == name;
    (is_short && !text::is_blank(&name) && !name.contains(char::is_whitespace)).then_some(name)
}

/// Says something about a snippet.
fn answer(turn: &mut Turn<'_>, key: &str, name: &str) {
    turn.answer_private(turn.say(key, &[("name", name.into())]));
}

/// Snippets whose names hold what is written.
pub(super) fn suggest(turn: &mut Turn<'_>, typed: &str) -> Result<Vec<Suggestion>, Interrupt> {
    let typed = typed.trim().to_lowercase();
    let all = turn.page_all::<Snippet>(None, SNIPPETS_MAX)?.records.into_iter();
    let fitting = all.filter(|snippet| snippet.name.contains(&typed));
    let label = |snippet: &Snippet| {
        let words = text::cleaned(&snippet.words, SHOWN_LEN_MAX);
        format!("{}: {words}", snippet.name)
    };
    Ok(fitting.map(|snippet| Suggestion { label: label(&snippet), value: snippet.name }).collect())
}
