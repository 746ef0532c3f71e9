//! What a page does with files, forums, polls, pins, reactions and webhooks.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::super::objects::id;
use super::super::world::{Post, Refused, Upload, World};
use super::actions::{Outcome, UNKNOWN, done, known};
use super::arguments::Arguments;

/// The largest file made of nothing but zeros, in bytes.
const SIZE_MAX: u64 = 128 * 1024 * 1024;

/// What users send.
pub(super) fn send(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        let channel = || given.id("channel");
        let user = || given.id("user");
        let message = || given.id("message");
        Ok(match action {
            "post" => id(world.post(channel()?, user()?, &post(given)?)?),
            "forward" => id(world.forward(channel()?, user()?, given.id("from")?, message()?)?),
            "post_in_forum" => {
                let tags = given.ids("tags").unwrap_or_default();
                let (title, post) = (given.text("title")?, post(given)?);
                id(world.post_in_forum(given.id("forum")?, user()?, title, &post, &tags)?)
            }
            "ask_poll" => {
                let answers = given.texts("answers");
                let hours = given.optional_id("hours").unwrap_or(24);
                let (question, several) = (given.text("question")?, given.flag("allows_several"));
                id(world.ask_poll(channel()?, user()?, question, &answers, hours, several)?)
            }
            "vote" => world.vote(channel()?, user()?, message()?, given.id("answer")?).map(done)?,
            "unvote" => world.unvote(channel()?, user()?, message()?, given.id("answer")?).map(done)?,
            "pin" => world.pin(channel()?, user()?, message()?).map(done)?,
            "unpin" => world.unpin(channel()?, user()?, message()?).map(done)?,
            "react" => world.react(channel()?, user()?, message()?, given.text("emoji")?).map(done)?,
            "super_react" => {
                world.super_react(channel()?, user()?, message()?, given.text("emoji")?).map(done)?
            }
            "unreact" => world.unreact(channel()?, user()?, message()?, given.text("emoji")?).map(done)?,
            "clear_reactions" => {
                let emoji = given.text("emoji").ok();
                world.clear_reactions(channel()?, user()?, message()?, emoji).map(done)?
            }
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}

/// How channels and guilds are set up.
pub(super) fn shape(world: &World, action: &str, given: &Arguments) -> Option<Outcome> {
    let outcome = || -> Outcome {
        Ok(match action {
            "create_channel" => id(world.create_channel(given.id("guild")?, given.value("settings"))?),
            "change_channel" => {
                world.change_channel(given.id("channel")?, given.value("changes")).map(done)?
            }
            "change_thread" => {
                let changes = given.value("changes");
                world.change_thread(given.id("thread")?, given.id("user")?, changes).map(done)?
            }
            "add_forum" => {
                let tags = given.texts("tags");
                id(world.add_forum(given.id("guild")?, given.text("name")?, &tags)?)
            }
            "announce_joins" => {
                world.announce_joins(given.id("guild")?, given.optional_id("channel"));
                Value::Null
            }
            "boost" => {
                let tier = u8::try_from(given.id("tier")?).unwrap_or(u8::MAX);
                world.boost(given.id("guild")?, tier);
                Value::Null
            }
            "add_sticker" => id(world.add_sticker(given.id("guild")?, given.text("name")?)),
            "add_webhook" => {
                let (channel, user) = (given.id("channel")?, given.id("user")?);
                let (webhook, token) = world.add_webhook(channel, user, given.text("name")?)?;
                json!({ "id": id(webhook), "token": token })
            }
            _ => return Ok(UNKNOWN),
        })
    };
    known(outcome())
}

fn post(given: &Arguments) -> Result<Post, Refused> {
    let files = given.value("files").as_array().map_or(&[][..], Vec::as_slice);
    Ok(Post {
        text: given.text("text").unwrap_or_default().to_owned(),
        reply_to: given.optional_id("reply_to"),
        files: files.iter().map(upload).collect::<Result<_, _>>()?,
        stickers: given.ids("stickers").unwrap_or_default(),
        is_silent: given.flag("is_silent"),
    })
}

/// A file as the control API takes it.
pub(super) fn upload(file: &Value) -> Result<Upload, Refused> {
    let text = |key: &str| file[key].as_str().map(str::to_owned);
    let zeros = file["size"].as_u64().filter(|size| *size <= SIZE_MAX);
    let bytes = match (file["text"].as_str(), file["base64"].as_str(), zeros) {
        (Some(text), _, _) => text.as_bytes().to_vec(),
        (None, Some(encoded), _) => {
            let decoded = STANDARD.decode(encoded);
            decoded.map_err(|error| Refused::new(format!("the file is no base64: {error}")))?
        }
        (None, None, Some(size)) => vec![0; usize::try_from(size).unwrap_or(0)],
        (None, None, None) => return Err(Refused::new("a file needs \"text\", \"base64\" or \"size\"")),
    };
    Ok(Upload {
        name: text("name").ok_or_else(|| Refused::new("a file needs a \"name\""))?,
        bytes,
        content_type: text("content_type"),
        description: text("description"),
        voice_ms: file["voice_ms"].as_u64(),
    })
}
