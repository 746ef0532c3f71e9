//! `/audit`: who of staff did what lately, and who was not let.

use std::time::Duration;

use fireside_core::audit::AuditEntry;
use fireside_core::parts::Handled;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{
    Account, Command, Decision, Invocation, OptionKind, Outcome, Outgoing, Text, Turn, text,
};
use serde::{Deserialize, Serialize};

use super::named::{self, WHO};
use super::transfer::NAME;
use super::{CASE, colleague, elapsed, may_press, suggest};

/// `/audit`.
pub(super) const AUDIT: Handled =
    Handled { name: "audit", command, run: audit, suggest: Some(suggest::cases_or_colleagues) };
/// The action of the button that shows older entries.
pub(super) const OLDER: &str = "audit_older";

/// How many entries a page shows.
const PAGE_LEN: usize = 10;
/// How many entries are looked through for a page.
const LOOKED_THROUGH_MAX: usize = 500;
/// How long a page can be turned.
const PAGE_LIFETIME: Duration = Duration::from_hours(24);
/// The longest line, in characters as a reader counts them.
const LINE_LEN_MAX: usize = 150;

/// Which entries are wanted, from which on.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Wanted {
    account: Option<Account>,
    case: Option<i64>,
    after: Option<Cursor>,
}

impl Wanted {
    fn fits(&self, entry: &AuditEntry) -> bool {
        self.account.as_ref().is_none_or(|account| entry.account == *account)
            && self.case.is_none_or(|case| {
                let case = case.to_string();
                entry.subject.split(' ').any(|subject| subject == case)
            })
    }
}

fn command() -> Command {
    Command::new(AUDIT.name, "handoff-command-audit")
        .staff()
        .option(WHO, "handoff-command-audit-who", OptionKind::Account, false)
        .named()
        .option(CASE, "handoff-command-audit-case", OptionKind::Integer, false)
        .suggests()
        .option(NAME, "handoff-command-audit-name", OptionKind::Text, false)
        .suggests()
}

fn audit(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    let mut account = named::account(turn, invocation, WHO);
    if let Some(name) = invocation.text(NAME) {
        let Some(member) = colleague::called(turn, name)? else {
            turn.answer_private(turn.say("handoff-audit-whom", &[]));
            return Ok(Outcome::Handled);
        };
        account = Some(member.account);
    }
    let answered = invocation.on_message().map(|(author, _)| author).filter(|author| !author.is_bot);
    let account = account.or_else(|| answered.map(|author| author.account.clone()));
    show(turn, Wanted { account, case: invocation.integer(CASE), after: None })
}

/// *Older* was pressed.
pub(super) fn on_older(turn: &mut Turn<'_>, data: &str) -> Decision {
    if !may_press(turn, OLDER, "")? {
        return Ok(Outcome::Handled);
    }
    if let Ok(wanted) = serde_json::from_str::<Wanted>(data) {
        return show(turn, wanted);
    }
    turn.answer_no_longer_current();
    Ok(Outcome::Handled)
}

fn show(turn: &mut Turn<'_>, mut wanted: Wanted) -> Decision {
    let (entries, after) = page(turn, &wanted)?;
    let key = if entries.is_empty() { "handoff-audit-empty" } else { "handoff-audit-head" };
    let mut text = Text::bold(turn.say(key, &[]));
    for entry in &entries {
        text = text.line(text::shortened(&line(turn, entry), LINE_LEN_MAX));
    }
    let mut buttons = Vec::new();
    if after.is_some() {
        wanted.after = after;
        let data = serde_json::to_string(&wanted).unwrap_or_default();
        let label = turn.say("handoff-button-older", &[]);
        buttons.push(turn.button(label, OLDER, data, None, PAGE_LIFETIME)?);
    }
    turn.answer_private(Outgoing::of(text).row(buttons));
    Ok(Outcome::Handled)
}

/// A page of entries, the newest first, and where to go on.
fn page(turn: &mut Turn<'_>, wanted: &Wanted) -> Result<(Vec<AuditEntry>, Option<Cursor>), Interrupt> {
    let mut found = Vec::new();
    let mut after = wanted.after.clone();
    let mut looked_through = 0;
    while looked_through < LOOKED_THROUGH_MAX && found.len() < PAGE_LEN {
        // No more than are missing, so that the page ends behind the last that is shown.
        let page = turn.page_all::<AuditEntry>(after.as_ref(), PAGE_LEN - found.len())?;
        looked_through += page.records.len();
        found.extend(page.records.into_iter().filter(|entry| wanted.fits(entry)));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok((found, after))
}

/// An entry in a line: how long ago, who, what, about what.
fn line(turn: &Turn<'_>, entry: &AuditEntry) -> String {
    let span = elapsed::in_words(turn, turn.locale(), turn.now().since(entry.at));
    let args = [
        ("span", (&span).into()),
        ("name", (&entry.name).into()),
        ("what", (&entry.what).into()),
        ("subject", (&entry.subject).into()),
    ];
    let key = if entry.refused { "handoff-audit-refused" } else { "handoff-audit-entry" };
    // Where nothing is named there is nothing between the spaces.
    turn.say(key, &args).split_whitespace().collect::<Vec<_>>().join(" ")
}
