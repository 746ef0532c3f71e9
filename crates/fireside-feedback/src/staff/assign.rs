//! `/feedback assign 7`: who of the staff looks after an item.

use fireside_core::{Account, Command, Decision, Invocation, OptionKind, OptionValue, Outcome, Turn, text};

use super::history::{self, What};
use super::{meant, suggest};
use crate::feedback::Member;
use crate::ledger::{self, NAME_LEN_MAX};
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const ASSIGN: Handled = Handled { name: "assign", command, run, suggest: Some(suggest::suggest) };

const WHO: &str = "who";
const NOBODY: &str = "nobody";
/// Stands for the one who writes, where a command is a line of text.
const ME: &str = "me";

fn command() -> Command {
    meant::command(ASSIGN.name, "feedback-command-assign")
        .option(WHO, "feedback-command-assign-who", OptionKind::Account, false)
        .option(NOBODY, "feedback-command-assign-nobody", OptionKind::Boolean, false)
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let assignee = match assignee(turn, invocation) {
        Who::Account(member) => Some(member),
        Who::Nobody => None,
        Who::Name(name) => {
            let number = meant::number(invocation, meant::NUMBER).get();
            let args = [("name", (&name).into()), ("number", number.into())];
            turn.answer(turn.say("feedback-assign-by-reply", &args));
            return Ok(Outcome::Handled);
        }
    };
    if let Some(mut meant) = meant::meant(turn, invocation)? {
        let number = ("number", meant.item.number.get().into());
        let said = match &assignee {
            Some(member) => turn.say("feedback-assigned", &[number, ("name", (&member.name).into())]),
            None => turn.say("feedback-unassigned", &[number]),
        };
        if meant.item.assignee != assignee {
            meant.item.assignee.clone_from(&assignee);
            ledger::keep(turn, &meant.item)?;
            history::note_down(turn, meant.item.number, What::Assigned { to: assignee })?;
        }
        turn.answer(meant.about(said));
    }
    Ok(Outcome::Handled)
}

/// Who looks after an item.
enum Who {
    /// This account.
    Account(Member),
    /// Somebody whose account nobody knows by this name.
    Name(String),
    /// Nobody.
    Nobody,
}

/// Who it shall be: the account that was named, the author of the message that
/// was answered, else the one who asks.
fn assignee(turn: &Turn<'_>, invocation: &Invocation) -> Who {
    let given =
        |option: &str| invocation.options.iter().find(|(name, _)| name == option).map(|(_, value)| value);
    if given(NOBODY) == Some(&OptionValue::Boolean(true)) {
        return Who::Nobody;
    }
    let answered = || invocation.on_message().map(|(author, _)| author).filter(|author| !author.is_bot);
    let named = match (given(WHO), answered()) {
        (Some(OptionValue::Account(account)), _) if account != ME => account,
        (None, Some(author)) => {
            let name = text::cleaned(&author.name, NAME_LEN_MAX);
            return Who::Account(Member { account: author.account.clone(), name });
        }
        _ => return Who::Account(ledger::member(turn)),
    };
    let account = Account::new(turn.event().place.platform.clone(), named.as_str());
    if account == turn.event().actor.account {
        return Who::Account(ledger::member(turn));
    }
    let name = text::cleaned(named, NAME_LEN_MAX);
    // What was written out as words is a name, and no account is known by it.
    if turn.event().reply.is_none() { Who::Name(name) } else { Who::Account(Member { account, name }) }
}
