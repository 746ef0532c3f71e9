//! Acting as a user over HTTP.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Body, Done, Mistake, done};
use crate::telegram::world::World;

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

#[derive(Debug, Deserialize)]
pub(super) struct Words {
    chat: i64,
    user: i64,
    text: String,
    thread: Option<i64>,
    reply_to: Option<i64>,
}

pub(super) async fn say(State(world): State<World>, Body(words): Body<Words>) -> Json<Value> {
    let id = world.say_in(words.chat, words.thread, words.user, &words.text, words.reply_to);
    Json(json!({ "message_id": id }))
}

#[derive(Debug, Deserialize)]
pub(super) struct Press {
    chat: i64,
    message_id: i64,
    user: i64,
    button: Option<String>,
    data: Option<String>,
}

pub(super) async fn press(State(world): State<World>, Body(press): Body<Press>) -> Done {
    let id = match (&press.button, &press.data) {
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
    user: i64,
    #[serde(default)]
    emoji: String,
}

pub(super) async fn react(State(world): State<World>, Body(reaction): Body<Reaction>) -> Done {
    world.react(reaction.chat, reaction.message_id, reaction.user, &reaction.emoji)?;
    Ok(done())
}
