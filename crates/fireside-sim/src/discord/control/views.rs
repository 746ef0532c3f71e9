//! What `GET /control/{view}` shows.

use serde_json::{Value, json};

use super::super::objects::{id, ids};
use super::super::world::{Refused, World};
use super::arguments::Arguments;

pub(super) fn show(world: &World, view: &str, given: &Arguments) -> Result<Value, Refused> {
    Ok(match view {
        "history" => json!(world.history(given.id("channel")?)),
        "direct_history" => json!(world.direct_history(given.id("user")?)),
        "private_messages" => json!(world.private_messages(given.id("user")?)),
        "open_modal" => json!(world.open_modal(given.id("user")?)),
        "pins" => json!(world.pins(given.id("channel")?)),
        "channel" => json!(world.channel(given.id("channel")?)),
        "tags" => {
            let tags = world.tags(given.id("forum")?);
            tags.iter().map(|(tag, name)| json!({ "id": id(*tag), "name": name })).collect()
        }
        "threads" => json!(world.threads(given.id("channel")?)),
        "thread" => json!(world.thread(given.id("thread")?)),
        "thread_members" => ids(&world.thread_members(given.id("thread")?)),
        "commands" => json!(world.commands(given.optional_id("guild"))),
        "suggestions" => suggestions(world, given.id("interaction")?),
        "permissions" => json!(world.permissions_in(given.id("channel")?, given.id("user")?).to_string()),
        "calls" => json!({ "total": world.calls_total(), "calls": world.calls() }),
        "clock" => json!({ "now_ms": world.clock().now_ms() }),
        "guilds" => guilds(world),
        _ => return Err(Refused::new(format!("there is no view {view:?}"))),
    })
}

/// Null while the autocomplete isn't answered.
fn suggestions(world: &World, interaction: u64) -> Value {
    let named = |(name, value): (String, Value)| json!({ "name": name, "value": value });
    world.suggestions(interaction).map_or(Value::Null, |choices| choices.into_iter().map(named).collect())
}

fn guilds(world: &World) -> Value {
    world.read(|state| {
        let guild = |guild: &super::super::world::model::Guild| {
            let channels = guild.channels.iter().filter_map(|channel| state.channels.get(channel));
            let members = guild.members.keys().filter_map(|user| state.users.get(user));
            let named = |of: u64, name: &str| json!({ "id": id(of), "name": name });
            json!({
                "id": id(guild.id), "name": guild.name, "owner": id(guild.owner),
                "channels": channels.map(|it| named(it.id, &it.name)).collect::<Value>(),
                "roles": guild.roles.values().map(|it| named(it.id, &it.name)).collect::<Value>(),
                "members": members.map(|it| named(it.id, &it.name)).collect::<Value>(),
            })
        };
        state.guilds.values().map(guild).collect()
    })
}
