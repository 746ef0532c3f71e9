//! `/feedback follow` and `/feedback unfollow`: for who wants to hear in private
//! what becomes of an item.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{
    Audience, Capability, Command, Decision, Invocation, OptionKind, Outcome, Outgoing, PersonId, Timestamp,
    Turn,
};
use serde::{Deserialize, Serialize};

use super::mute::Mute;
use super::told;
use super::words::private_in;
use crate::feedback::{Customer, Feedback, FeedbackNumber};
use crate::{ledger, staff};
use fireside_core::parts::Handled;

/// The subcommand that begins it.
pub(super) const FOLLOW: Handled =
    Handled { name: "follow", command: follow_command, run: follow, suggest: None };
/// The subcommand that ends it.
pub(super) const UNFOLLOW: Handled =
    Handled { name: "unfollow", command: unfollow_command, run: unfollow, suggest: None };

/// The index of what a person follows.
pub(super) const PERSON: &str = "person";
/// The action of the button with which somebody lets the bot write to them.
pub(super) const REACH: &str = "follow";

const NUMBER: &str = "number";
/// How long the button works.
const LIFETIME: Duration = Duration::from_hours(24);

/// Somebody who hears in private what becomes of an item, kept under the item
/// and the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follow {
    /// The item.
    pub feedback: FeedbackNumber,
    /// Who.
    pub customer: Customer,
    /// Since when.
    pub at: Timestamp,
    /// The item they followed, where that was merged into this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_from: Option<FeedbackNumber>,
}

impl Record for Follow {
    const COLLECTION: &'static str = "follow";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        vec![(PERSON, self.customer.person.to_string())]
    }
}

impl Follow {
    /// Where it is kept.
    pub fn path(&self) -> (FeedbackNumber, PersonId) {
        (self.feedback, self.customer.person.clone())
    }
}

fn follow_command() -> Command {
    Command::new(FOLLOW.name, "feedback-command-follow").option(
        NUMBER,
        "feedback-command-number",
        OptionKind::Integer,
        true,
    )
}

fn unfollow_command() -> Command {
    Command::new(UNFOLLOW.name, "feedback-command-unfollow").option(
        NUMBER,
        "feedback-command-number",
        OptionKind::Integer,
        true,
    )
}

/// The item that is meant; else it is answered why there is none.
fn meant(turn: &mut Turn<'_>, invocation: &Invocation) -> Result<Option<Feedback>, Interrupt> {
    if turn.event().actor.is_anonymous {
        turn.answer(turn.say("feedback-anonymous", &[]));
        return Ok(None);
    }
    let number = invocation.integer(NUMBER).and_then(|number| u64::try_from(number).ok()).unwrap_or_default();
    let item = ledger::live(turn, FeedbackNumber::new(number))?;
    if item.is_none() {
        turn.answer(turn.say("feedback-no-such-item", &[("number", number.into())]));
    }
    Ok(item)
}

fn follow(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some(item) = meant(turn, invocation)? {
        begin(turn, &item)?;
    }
    Ok(Outcome::Handled)
}

/// Somebody lets the bot write to them.
pub(super) fn on_reach(turn: &mut Turn<'_>, data: &str) -> Decision {
    let number = FeedbackNumber::parse(data);
    match number.map(|number| ledger::live(turn, number)).transpose()?.flatten() {
        Some(item) if !turn.event().actor.is_anonymous => begin(turn, &item)?,
        _ => turn.answer_no_longer_current(),
    }
    Ok(Outcome::Handled)
}

/// The actor follows an item from now on. Where the bot can't write to somebody
/// first, a button lets it.
fn begin(turn: &mut Turn<'_>, item: &Feedback) -> Result<(), Interrupt> {
    let customer = ledger::customer(turn)?;
    let is_muted = turn.get::<Mute>(&customer.person)?.is_some();
    let follow = Follow { feedback: item.number, customer, at: turn.now(), merged_from: None };
    told::try_again(turn, item.number, &follow.customer.person)?;
    turn.put(&follow.path(), &follow)?;
    let key = if is_muted { "feedback-followed-muted" } else { "feedback-followed" };
    let args = [("number", item.number.get().into()), ("title", (&item.title).into())];
    let mut answer = Outgoing::of(turn.say(key, &args));
    let event = turn.event();
    if event.audience == Audience::Group
        && turn.capabilities(&event.place.platform).can(Capability::PrivateLinks)
    {
        let label = turn.say("feedback-follow-reach", &[]);
        let button = turn.button(label, REACH, item.number, None, LIFETIME)?;
        answer = answer.row(vec![private_in(event.audience, button)]);
    }
    turn.answer(answer);
    Ok(())
}

fn unfollow(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(item) = meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let path = (item.number, turn.person()?);
    let key = if turn.get::<Follow>(&path)?.is_some() {
        turn.delete::<Follow>(&path)?;
        "feedback-unfollowed"
    } else {
        "feedback-not-followed"
    };
    turn.answer(turn.say(key, &[("number", item.number.get().into())]));
    Ok(Outcome::Handled)
}

/// Lets those who follow `from`, which is merged into `into`, follow that: the
/// next `limit` of them behind `after`. Says where to go on.
pub(crate) fn bring_followers(
    turn: &mut Turn<'_>,
    from: FeedbackNumber,
    into: FeedbackNumber,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Option<Cursor>, Interrupt> {
    let page = turn.page::<Follow>(&from, after, limit)?;
    for follow in page.records {
        bring_follower(turn, from, into, &follow.customer.person)?;
    }
    Ok(page.next)
}

fn bring_follower(
    turn: &mut Turn<'_>,
    from: FeedbackNumber,
    into: FeedbackNumber,
    person: &PersonId,
) -> Result<(), Interrupt> {
    if turn.get::<Follow>(&(into, person.clone()))?.is_some() {
        return Ok(());
    }
    let Some(follow) = turn.get::<Follow>(&(from, person.clone()))? else { return Ok(()) };
    let copy = Follow { feedback: into, merged_from: Some(from), ..follow };
    turn.put(&copy.path(), &copy)
}

/// Undoes [`bring_followers`]: of the next `limit` who follow `into` behind
/// `after`, those who followed `from` and nothing else that was merged there do
/// no more. Says where to go on.
pub(crate) fn return_followers(
    turn: &mut Turn<'_>,
    from: FeedbackNumber,
    into: FeedbackNumber,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Option<Cursor>, Interrupt> {
    let page = turn.page::<Follow>(&into, after, limit)?;
    let others: Vec<_> = staff::parts(turn, into)?.into_iter().filter(|other| *other != from).collect();
    for follow in page.records.iter().filter(|follow| follow.merged_from == Some(from)) {
        turn.delete::<Follow>(&follow.path())?;
        for other in &others {
            bring_follower(turn, *other, into, &follow.customer.person)?;
        }
    }
    Ok(page.next)
}
