//! A frame alone, without a connection: for replaying, measuring and fuzzing.

use std::sync::LazyLock;

use fireside_core::{Event, EventId, Place, Timestamp};
use serenity::all::GuildId;

use super::frame::Frame;
use super::interaction::Interaction;
use super::membership::{MemberFrame, change, member_changed};
use super::{Scene, carried, sequence_id};
use crate::PLATFORM;
use crate::commands::Commands;
use crate::gateway::Head;
use crate::names::Names;

/// Nobody's name is known to one who sees a frame alone.
static NO_NAMES: LazyLock<Names> = LazyLock::new(Names::default);

/// What a frame of the gateway tells the bot whose account is `bot`, as far as
/// one can see that looks at nothing else: a thread is taken for a channel,
/// and only what needs no memory of earlier frames is told. Frames that lead to
/// no event give none.
///
/// # Errors
/// When the frame, or what it carries, can't be read.
///
/// ```
/// let frame = r#"{"op": 0, "t": "MESSAGE_CREATE", "s": 7, "d": {"id": "175928847299117063",
///     "channel_id": "5", "guild_id": "2", "content": "so **loud**", "type": 0,
///     "author": {"id": "9", "username": "ana"}}}"#;
/// let events = fireside_discord::decode(frame, 42).unwrap();
/// let said = events[0].words().unwrap();
/// assert_eq!(said.text.to_plain(), "so loud");
/// ```
pub fn decode(frame: &str, bot: u64) -> Result<Vec<Event>, serde_json::Error> {
    let head: Head<'_> = serde_json::from_str(frame)?;
    let (0, Some(name), sequence) = (head.op, head.name, head.sequence.unwrap_or_default()) else {
        return Ok(Vec::new());
    };
    let id = sequence_id("", sequence);
    if &*name == "INTERACTION_CREATE" {
        let interaction: Interaction = carried(frame)?;
        let Some(channel) = interaction.channel() else { return Ok(Vec::new()) };
        let scene = scene(bot, place(channel, interaction.guild_id), id);
        return Ok(interaction.event(&scene, &Commands::default()).into_iter().collect());
    }
    if let Some(change) = change(&name) {
        let member: MemberFrame = carried(frame)?;
        let then = Timestamp::default();
        return Ok(vec![member_changed(&member, change, id, then, then)]);
    }
    let Some(read) = Frame::read(&name, frame)? else { return Ok(Vec::new()) };
    let (channel, guild) = read.channel();
    Ok(read.events(&scene(bot, place(channel.get(), guild), id)))
}

fn scene(bot: u64, place: Place, id: EventId) -> Scene<'static> {
    let then = Timestamp::default();
    Scene { bot, place, id, now: then, is_replayed: true, happened_at: then, names: &NO_NAMES }
}

fn place(channel: u64, guild: Option<GuildId>) -> Place {
    let place = Place::channel(PLATFORM, channel.to_string());
    match guild {
        Some(guild) => place.within(guild.to_string()),
        None => place,
    }
}
