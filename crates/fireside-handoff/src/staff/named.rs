//! Whom a command of staff names: a customer, by their account, a message of
//! theirs, or their case.

use fireside_core::turn::Interrupt;
use fireside_core::{Account, Command, Invocation, OptionKind, OptionValue, PersonId, Turn, text};

use super::{CASE, case_named, case_of, colleague, meant};
use crate::case::{Case, recent, shown_name};

/// The option that names an account.
pub(super) const WHO: &str = "who";
/// The longest name that is kept, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 60;

/// A customer that a command names.
pub(super) struct Customer {
    /// Their account.
    pub(super) account: Account,
    /// Their name, cleaned to one visible line.
    pub(super) name: String,
    /// Who they are.
    pub(super) person: PersonId,
    /// The last of their cases.
    pub(super) last: Option<Case>,
}

/// A command of staff's about a customer. Where a command is a line of text it
/// is an answer to a message of theirs, or names their case.
pub(super) fn command(name: &str, description: &str) -> Command {
    Command::new(name, description)
        .staff()
        .option(WHO, "handoff-command-who", OptionKind::Account, false)
        .named()
        .option(CASE, "handoff-command-case-of", OptionKind::Integer, false)
        .named()
        .suggests()
}

/// The account that was given for an option, where the platform knows accounts:
/// what was written out as words is a name, and no account is known by it.
pub(super) fn account(turn: &Turn<'_>, invocation: &Invocation, option: &str) -> Option<Account> {
    let event = turn.event();
    let given = invocation.options.iter().find(|(name, _)| name == option).map(|(_, value)| value);
    match given {
        Some(OptionValue::Account(id)) if event.reply.is_some() => {
            Some(Account::new(event.place.platform.clone(), id.as_str()))
        }
        _ => None,
    }
}

/// The account that a command is run on, before anybody knows whose it is.
pub(super) fn subject(invocation: &Invocation) -> Option<String> {
    let given = invocation.options.iter().find_map(|(_, value)| match value {
        OptionValue::Account(id) => Some(id.clone()),
        _ => None,
    });
    given.or_else(|| invocation.on_message().map(|(author, _)| author.account.to_string()))
}

/// The customer that a command names. `None`: it names none, and that is said.
pub(super) fn customer(turn: &mut Turn<'_>, invocation: &Invocation) -> Result<Option<Customer>, Interrupt> {
    let Some((account, name)) = account_and_name(turn, invocation)? else { return Ok(None) };
    if is_staff(turn, invocation, &account)? {
        turn.answer_private(turn.say("handoff-not-a-customer", &[]));
        return Ok(None);
    }
    let person = turn.person_of(&account)?;
    let last = recent::last_of(turn, &person)?;
    let known = || last.as_ref().map(|case| case.name.clone());
    let name = name.or_else(known).unwrap_or_else(|| text::cleaned(account.id.as_str(), NAME_LEN_MAX));
    Ok(Some(Customer { account, name, person, last }))
}

/// The account, with its name where the command tells it.
fn account_and_name(
    turn: &mut Turn<'_>,
    invocation: &Invocation,
) -> Result<Option<(Account, Option<String>)>, Interrupt> {
    if let Some(account) = account(turn, invocation, WHO) {
        return Ok(Some((account, None)));
    }
    if let Some((author, _)) = invocation.on_message().filter(|(author, _)| !author.is_bot)
        && !author.is_anonymous
    {
        return Ok(Some((author.account.clone(), Some(shown_name(author)))));
    }
    // Somebody whom a line of text calls by @name is not the customer of the room.
    let is_somebody_else = case_named(invocation).is_none() && calls_somebody(invocation);
    let Some(number) = meant(turn, invocation).filter(|_| !is_somebody_else) else {
        turn.answer_private(turn.say("handoff-who", &[]));
        return Ok(None);
    };
    let Some(case) = case_of(turn, number)? else { return Ok(None) };
    let account = case.customer_leg().and_then(|leg| leg.account.clone());
    if account.is_none() {
        turn.answer_private(turn.say("handoff-who", &[]));
    }
    Ok(account.map(|account| (account, Some(case.name))))
}

fn calls_somebody(invocation: &Invocation) -> bool {
    invocation
        .options
        .iter()
        .any(|(_, value)| matches!(value, OptionValue::Text(words) if words.starts_with('@')))
}

fn is_staff(turn: &mut Turn<'_>, invocation: &Invocation, account: &Account) -> Result<bool, Interrupt> {
    let author = invocation.on_message().map(|(author, _)| author);
    let author_is = author
        .is_some_and(|author| author.account == *account && turn.community().is_staff(author, turn.now()));
    Ok(author_is || *account == turn.event().actor.account || colleague::is_one(turn, account)?)
}
