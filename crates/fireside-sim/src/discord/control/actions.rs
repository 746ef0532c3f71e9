//! What `POST /control/{action}` does.

use std::time::Duration;

use serde_json::{Value, json};

use crate::Fault;

use super::super::objects::id;
use super::super::permissions;
use super::super::world::{Refused, World};
use super::arguments::Arguments;
use super::{administration, interactions, posts};

pub(super) type Outcome = Result<Value, Refused>;

/// Does what the action says. Its group of actions is the first that knows it.
pub(super) fn act(world: &World, action: &str, given: &Arguments) -> Outcome {
    let groups =
        [set_up, say, posts::send, posts::shape, interactions::act, administration::act, tend_threads, steer];
    let mut outcomes = groups.into_iter().filter_map(|group| group(world, action, given));
    outcomes.next().unwrap_or_else(|| Err(Refused::new(format!("there is no action {action:?}"))))
}

/// The outcome of an act that gives nothing.
pub(super) fn done((): ()) -> Value {
    Value::Null
}

fn set_up(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        let guild = || given.id("guild");
        let user = || given.id("user");
        Ok(match action {
            "add_user" if given.flag("bot") => id(world.add_bot_user(given.text("name")?)),
            "add_user" => id(world.add_user(given.text("name")?)),
            "add_guild" => {
                let granted = given.optional_id("bot_permissions").unwrap_or(permissions::BOT_DEFAULT);
                id(world.add_guild_where_bot_may(given.text("name")?, given.id("owner")?, granted))
            }
            "add_role" => {
                let granted = given.optional_id("permissions").unwrap_or(0);
                id(world.add_role(guild()?, given.text("name")?, granted))
            }
            "give_role" => world.give_role(guild()?, user()?, given.id("role")?).map(done)?,
            "take_role" => world.take_role(guild()?, user()?, given.id("role")?).map(done)?,
            "add_member" => {
                world.add_member(guild()?, user()?);
                Value::Null
            }
            "remove_member" => {
                world.remove_member(guild()?, user()?);
                Value::Null
            }
            "add_channel" => id(match given.ids("roles") {
                Some(roles) => world.add_private_channel(guild()?, given.text("name")?, &roles),
                None => world.add_channel(guild()?, given.text("name")?),
            }),
            "delete_channel" => world.delete_channel(given.id("channel")?).map(done)?,
            "kick_bot" => {
                world.kick_bot(guild()?);
                Value::Null
            }
            "add_bot" => {
                world.add_bot(guild()?);
                Value::Null
            }
            "set_takes_direct_messages" => {
                world.set_takes_direct_messages(user()?, given.flag("takes"));
                Value::Null
            }
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}

fn say(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        let channel = || given.id("channel");
        let user = || given.id("user");
        let message = || given.id("message");
        Ok(match action {
            "say" => {
                let reply_to = given.optional_id("reply_to");
                id(world.say(channel()?, user()?, given.text("text")?, reply_to)?)
            }
            "say_directly" => id(world.say_directly(user()?, given.text("text")?)?),
            "say_as_webhook" => {
                id(world.say_as_webhook(channel()?, given.text("name")?, given.text("text")?)?)
            }
            "edit" => world.edit(channel()?, user()?, message()?, given.text("text")?).map(done)?,
            "delete" => world.delete(channel()?, user()?, message()?).map(done)?,
            "preview_link" => world.preview_link(channel()?, message()?, given.text("url")?).map(done)?,
            "type" => {
                world.start_typing(channel()?, user()?);
                Value::Null
            }
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}

fn tend_threads(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        let thread = || given.id("thread");
        let user = || given.id("user");
        Ok(match action {
            "start_thread" => {
                let message = given.optional_id("message");
                id(world.start_thread(given.id("channel")?, user()?, given.text("name")?, message)?)
            }
            "archive_thread" => world.archive_thread(thread()?, user()?, given.flag("archived")).map(done)?,
            "lock_thread" => world.lock_thread(thread()?, user()?, given.flag("locked")).map(done)?,
            "join_thread" => world.join_thread(thread()?, user()?).map(done)?,
            "leave_thread" => {
                world.leave_thread(thread()?, user()?);
                Value::Null
            }
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}

fn steer(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        Ok(match action {
            "advance" => {
                world.advance(Duration::from_millis(given.id("ms")?));
                json!(world.clock().now_ms())
            }
            "inject" => {
                let fault: Fault = serde_json::from_value(given.value("fault").clone())
                    .map_err(|error| Refused::new(format!("no such fault: {error}")))?;
                world.inject(given.text("call")?, fault);
                Value::Null
            }
            "gateway_reconnect" => {
                world.gateway_reconnect();
                Value::Null
            }
            "gateway_invalidate" => {
                world.gateway_invalidate(given.flag("resumable"));
                Value::Null
            }
            "gateway_silence" => {
                world.gateway_silence(given.flag("silent"));
                Value::Null
            }
            "gateway_close" => {
                let code = given.optional_id("code").and_then(|code| u16::try_from(code).ok());
                world.gateway_close(code);
                Value::Null
            }
            "gateway_dispatch" => {
                world.gateway_dispatch(given.text("name")?, given.value("data"));
                Value::Null
            }
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}

/// Stands for an action that the group doesn't know; no action answers so.
pub(super) const UNKNOWN: Value = Value::Bool(false);

pub(super) fn known(outcome: Outcome) -> Option<Outcome> {
    if outcome == Ok(UNKNOWN) { None } else { Some(outcome) }
}
