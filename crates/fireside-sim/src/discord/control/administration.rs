//! The actions of those who run a guild.

use std::time::Duration;

use serde_json::Value;

use super::super::world::World;
use super::actions::{Outcome, UNKNOWN, done, known};
use super::arguments::Arguments;

pub(super) fn act(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        let guild = || given.id("guild");
        let user = || given.id("user");
        let role = || given.id("role");
        let bits = |name: &str| given.optional_id(name).unwrap_or(0);
        Ok(match action {
            "set_overwrite" => {
                let (target, is_for_member) = match given.optional_id("member") {
                    Some(member) => (member, true),
                    None => (role()?, false),
                };
                let channel = given.id("channel")?;
                world.set_overwrite(channel, target, is_for_member, bits("allow"), bits("deny")).map(done)?
            }
            "change_role" => {
                world.change_role(guild()?, role()?, given.text("name")?, bits("permissions")).map(done)?
            }
            "move_role" => {
                let position = usize::try_from(given.id("position")?).unwrap_or(usize::MAX);
                world.move_role(guild()?, role()?, position);
                Value::Null
            }
            "delete_role" => {
                world.delete_role(guild()?, role()?);
                Value::Null
            }
            "time_out" => {
                let time = given.optional_id("ms").map(Duration::from_millis);
                world.time_out(guild()?, user()?, time).map(done)?
            }
            "ban" => {
                world.ban(guild()?, user()?);
                Value::Null
            }
            "lift_ban" => {
                world.lift_ban(guild()?, user()?);
                Value::Null
            }
            "set_unavailable" => {
                world.set_unavailable(guild()?, given.flag("unavailable"));
                Value::Null
            }
            "set_locale" => world.set_locale(user()?, given.text("locale")?).map(done)?,
            "set_guild_locale" => world.set_guild_locale(guild()?, given.text("locale")?).map(done)?,
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}
