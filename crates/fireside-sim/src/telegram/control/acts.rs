//! Acting as a user over HTTP.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Body, Done, Mistake, done};
use crate::telegram::world::{Draft, World};

#[derive(Debug, Deserialize)]
pub(super) struct Somebody {
    chat: i64,
    user: i64,
}

pub(super) async fn join(State(world): State<World>, Body(who): Body<Somebody>) -> Json<Value> {
    world.join(who.chat, who.user);
    done()
}

pub(super) async fn leave(State(world): State<World>, Body(who): Body<Somebody>) -> Json<Value> {
    world.leave(who.chat, who.user);
    done()
}

pub(super) async fn say(State(world): State<World>, Body(draft): Body<Draft>) -> Json<Value> {
    Json(json!({ "message_id": world.say_draft(draft) }))
}

#[derive(Debug, Deserialize)]
pub(super) struct Press {
    chat: i64,
    message_id: i64,
    user: i64,
    button: Option<String>,
    data: Option<String>,
    /// The message no longer has the button, or is gone.
    #[serde(default)]
    stale: bool,
}

pub(super) async fn press(State(world): State<World>, Body(press): Body<Press>) -> Done {
    let id = match (&press.button, &press.data) {
        (_, Some(data)) if press.stale => world.press_stale(press.chat, press.message_id, press.user, data),
        (_, Some(data)) => world.press_data(press.chat, press.message_id, press.user, data)?,
        (Some(label), None) => world.press(press.chat, press.message_id, press.user, label)?,
        (None, None) => {
            let reason = "give the button's label as button, or its data as data";
            return Err(Mistake(StatusCode::BAD_REQUEST, reason.to_owned()));
        }
    };
    Ok(Json(json!({ "callback_query_id": id })))
}

#[derive(Debug, Deserialize)]
pub(super) struct Edit {
    chat: i64,
    message_id: i64,
    text: String,
}

pub(super) async fn edit(State(world): State<World>, Body(edit): Body<Edit>) -> Done {
    world.edit(edit.chat, edit.message_id, &edit.text)?;
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Delete {
    chat: i64,
    message_id: i64,
}

pub(super) async fn delete(State(world): State<World>, Body(delete): Body<Delete>) -> Done {
    world.delete(delete.chat, delete.message_id)?;
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Reaction {
    chat: i64,
    message_id: i64,
    #[serde(default)]
    user: i64,
    actor_chat: Option<i64>,
    #[serde(default)]
    emoji: String,
    reactions: Option<Vec<Value>>,
}

pub(super) async fn react(State(world): State<World>, Body(reaction): Body<Reaction>) -> Done {
    let Reaction { chat, message_id, user, actor_chat, emoji, reactions } = reaction;
    let of_emoji = || {
        let chosen = Some(emoji.as_str()).filter(|emoji| !emoji.is_empty());
        chosen.into_iter().map(|emoji| json!({ "type": "emoji", "emoji": emoji })).collect()
    };
    let reactions = reactions.unwrap_or_else(of_emoji);
    match actor_chat {
        Some(actor) => world.react_as_chat(chat, message_id, actor, reactions)?,
        None => world.react_with(chat, message_id, user, reactions)?,
    }
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Pin {
    chat: i64,
    message_id: i64,
    user: Option<i64>,
    pinned: Option<bool>,
}

pub(super) async fn pin(State(world): State<World>, Body(pin): Body<Pin>) -> Done {
    if pin.pinned.unwrap_or(true) {
        world.pin(pin.chat, pin.message_id, pin.user.unwrap_or(world.bot_id()))?;
    } else {
        world.unpin(pin.chat, pin.message_id);
    }
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Link {
    user: i64,
    group: Option<i64>,
    #[serde(default)]
    payload: String,
}

pub(super) async fn open_link(State(world): State<World>, Body(link): Body<Link>) -> Done {
    let opened = match link.group {
        Some(group) => world.open_group_link(link.user, group, &link.payload),
        None => world.open_start_link(link.user, &link.payload),
    };
    let id = opened.map_err(|error| Mistake(StatusCode::BAD_REQUEST, error.to_string()))?;
    Ok(Json(json!({ "message_id": id })))
}

#[derive(Debug, Deserialize)]
pub(super) struct Business {
    user: i64,
    enabled: Option<bool>,
}

pub(super) async fn connect_business(
    State(world): State<World>,
    Body(business): Body<Business>,
) -> Json<Value> {
    let connection = world.connect_business(business.user, business.enabled.unwrap_or(true));
    Json(json!({ "connection": connection }))
}

#[derive(Debug, Deserialize)]
pub(super) struct BusinessWords {
    connection: String,
    customer: i64,
    message_id: i64,
    text: String,
}

pub(super) async fn say_to_business(
    State(world): State<World>,
    Body(words): Body<BusinessWords>,
) -> Json<Value> {
    world.say_to_business(&words.connection, words.customer, words.message_id, &words.text);
    done()
}
