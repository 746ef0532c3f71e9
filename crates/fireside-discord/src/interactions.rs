//! Taking an interaction in, over whichever way it came: its event is pushed,
//! and it is answered beside that, in time.

use std::sync::Arc;

use fireside_core::EventId;
use fireside_core::ports::{AdapterError, Inbox, InboxError, Pending};
use tokio_util::task::TaskTracker;

use crate::PLATFORM;
use crate::adapter::Connection;
use crate::answer::{FirstAnswer, Question};
use crate::decode::Scene;
use crate::decode::interaction::Interaction;
use crate::gateway::Ticket;

/// What became of an interaction.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Its event was pushed.
    Pushed,
    /// It is of a kind that nothing is made of.
    Unknown,
}

/// Takes `interaction` in. Its `ticket`, where it came over the gateway, is
/// done when its event is committed. What `is_replayed` may be old.
///
/// # Errors
/// When it was not taken in: Discord tells it again, or is told so.
pub(crate) async fn take(
    interaction: &Interaction,
    is_replayed: bool,
    ticket: Option<Ticket>,
    first: FirstAnswer,
    connection: &Arc<Connection>,
    inbox: &dyn Inbox,
    tasks: &TaskTracker,
) -> Result<Taken, AdapterError> {
    if let Some(channel) = &interaction.channel {
        let _ = connection.channels.learn(channel, interaction.guild_id);
    }
    let identity = connection.identity().await?;
    let Some(channel) = interaction.channel() else { return Ok(unknown(ticket)) };
    let guild = interaction.guild_id.map(serenity::all::GuildId::get);
    let place = connection.channels.find(channel, guild, &connection.client).await;
    let place = place.map_err(|error| InboxError::NotStored { what: error.to_string() })?;
    let commands = connection.commands();
    let scene = Scene {
        bot: identity.bot,
        place: place.clone(),
        id: EventId::new(PLATFORM),
        now: connection.options.clock.now(),
        is_replayed,
        happened_at: interaction.at(),
        names: &connection.names,
    };
    let Some(event) = interaction.event(&scene, &commands) else { return Ok(unknown(ticket)) };
    let (committing, committed) = tokio::sync::oneshot::channel::<Pending>();
    let question = Question::of(interaction, place, &commands, first);
    let connection = Arc::clone(connection);
    tasks.spawn(async move {
        let answer = async move {
            let pending = committed.await.ok()?;
            let answer = pending.await.ok()?;
            if let Some(ticket) = ticket {
                ticket.done();
            }
            Some(answer)
        };
        question.answer(&connection, answer).await;
    });
    // If this fails the sender is dropped, and with it the ticket, undone.
    let _ = committing.send(inbox.push(event).await?);
    Ok(Taken::Pushed)
}

fn unknown(ticket: Option<Ticket>) -> Taken {
    if let Some(ticket) = ticket {
        ticket.done();
    }
    Taken::Unknown
}
