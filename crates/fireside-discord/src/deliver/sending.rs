//! Sending one message: as the bot, under another's name, or as a post.

use fireside_core::MessageRef;
use fireside_core::ports::{DeliveryError, FileError};
use reqwest::Method;
use serde_json::{Value, json};
use serenity::http::Route;
use sha2::{Digest, Sha256};

use super::speech::{Post, Speech};
use super::{known, refused};
use crate::adapter::Connection;
use crate::client::Call;
use crate::errors::{CallError, code};
use crate::upload::{self, Failure, Upload};
use crate::webhooks::Persona;
use crate::{rooms, snowflake};

/// How much of a hash a nonce holds (Discord takes 25 characters).
const NONCE_LEN: usize = 22;

/// How a message goes out.
#[derive(Debug)]
pub(super) enum Way<'a> {
    /// As the bot's own, which is shown once however often it is sent.
    Bot { nonce: String },
    /// Under another's name.
    Persona(&'a Persona),
    /// As the first message of a post.
    Post(&'a Post),
}

/// What stood in the way of a message.
#[derive(Debug)]
pub(super) enum Stumble {
    /// A file can't be brought after all: which of the content's.
    File(usize),
    /// Nothing can be said under that name there.
    Persona,
    /// What was sent does not suit Discord.
    Form(DeliveryError),
    /// It worked now, or works when everything is sent again.
    Again,
    /// The delivery failed.
    Failed(DeliveryError),
}

/// Sends a message and gives back its id, or the post's.
pub(super) async fn send(
    connection: &Connection,
    speech: &Speech<'_>,
    channel: u64,
    way: &Way<'_>,
    body: Value,
    uploads: Vec<Upload>,
) -> Result<u64, Stumble> {
    let failures: Vec<_> = uploads.iter().map(|it| (it.index, it.size_bytes, it.failure())).collect();
    let call = call(speech, channel, way, body, uploads);
    // Words open an archived thread: that it is told of is no news.
    let opens = connection.channels.expect_closed(channel, false);
    let sent = connection.client.send(call).await;
    if opens && sent.as_ref().is_err_and(|error| !error.is_passing()) {
        connection.channels.expect_no_more(channel);
    }
    match sent {
        Ok(told) => told["id"].as_str().and_then(snowflake::parse).ok_or_else(|| {
            Stumble::Failed(DeliveryError::Ambiguous { why: "Discord did not name the message".to_owned() })
        }),
        Err(error) => Err(stumble(connection, channel, way, error, &failures).await),
    }
}

fn call<'a>(
    speech: &Speech<'_>,
    channel: u64,
    way: &'a Way<'a>,
    mut body: Value,
    uploads: Vec<Upload>,
) -> Call<'a> {
    let call = match way {
        Way::Bot { nonce } => {
            body["nonce"] = nonce.as_str().into();
            body["enforce_nonce"] = true.into();
            Call::new(Method::POST, Route::ChannelMessages { channel_id: channel.into() }, channel)
        }
        Way::Persona(persona) => {
            persona.speak(&mut body);
            let call = Call::new(Method::POST, persona.hook.route(), persona.hook.id).query("wait", true);
            if speech.place.thread.is_some() { call.query("thread_id", channel) } else { call }
        }
        Way::Post(post) => {
            let tags: Vec<_> = post.tags.iter().map(u64::to_string).collect();
            body = json!({
                "name": post.name,
                "auto_archive_duration": rooms::ARCHIVED_AFTER_MINUTES,
                "applied_tags": tags,
                "message": body,
            });
            Call::new(Method::POST, Route::ChannelForumPosts { channel_id: channel.into() }, channel)
        }
    };
    if uploads.is_empty() {
        return call.body(body);
    }
    let is_post = matches!(way, Way::Post(_));
    call.form(upload::form(uploads, body, |body| if is_post { &mut body["message"] } else { body }))
}

async fn stumble(
    connection: &Connection,
    channel: u64,
    way: &Way<'_>,
    error: CallError,
    files: &[(usize, Option<u64>, Failure)],
) -> Stumble {
    let failed = files.iter().find_map(|(index, _, failure)| Some((*index, failure.get()?)));
    match failed {
        Some((_, FileError::Later { why })) => return Stumble::Failed(super::later(why.clone())),
        Some((index, _)) => return Stumble::File(index),
        None => {}
    }
    let is_too_large = error.status() == 413 || error.code() == code::REQUEST_TOO_LARGE;
    if is_too_large && let Some((index, ..)) = files.iter().max_by_key(|(_, size, _)| *size) {
        return Stumble::File(*index);
    }
    if error.code() == code::THREAD_ARCHIVED {
        return match rooms::reopen(connection, channel).await {
            Ok(()) => Stumble::Again,
            Err(error) => Stumble::Failed(error.for_delivery()),
        };
    }
    match (way, &error) {
        (Way::Persona(persona), CallError::Rejected { status, .. }) if *status != 401 || is_hooks(&error) => {
            connection.webhooks.forget(persona.hook.id);
            Stumble::Persona
        }
        (_, CallError::Rejected { .. }) if error.code() == code::INVALID_FORM => {
            Stumble::Form(error.for_delivery())
        }
        _ => Stumble::Failed(error.for_delivery()),
    }
}

/// Whether it is the webhook that Discord doesn't know, not the bot.
fn is_hooks(error: &CallError) -> bool {
    matches!(error.code(), code::UNKNOWN_WEBHOOK | code::INVALID_WEBHOOK_TOKEN)
}

/// The message that a message answers, where Discord can show that.
pub(super) fn reply(to: Option<&MessageRef>, channel: u64) -> Option<Value> {
    let (replied_in, id) = known(to?).ok()?;
    (replied_in == channel).then(|| json!({ "message_id": id.to_string(), "fail_if_not_exists": false }))
}

/// What Discord knows a part of what is said by, so that it is shown once.
pub(crate) fn nonce(seed: &str, part: usize) -> String {
    use std::fmt::Write as _;
    let hash = Sha256::digest(format!("{seed}/{part}"));
    let mut hex = hash.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    hex.truncate(NONCE_LEN);
    hex
}

impl Stumble {
    /// What it means where nothing else can be tried.
    pub(super) fn for_delivery(self) -> DeliveryError {
        match self {
            Self::Failed(error) | Self::Form(error) => error,
            Self::Again => super::later("the thread was archived".to_owned()),
            Self::File(_) | Self::Persona => refused("it could not be said in any way"),
        }
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::Place;

    use super::*;
    use crate::PLATFORM;

    #[test]
    fn a_nonce_is_the_same_again_and_another_for_each_part() {
        assert_eq!(nonce("e#0", 0), nonce("e#0", 0));
        assert_ne!(nonce("e#0", 0), nonce("e#0", 1));
        assert_eq!(nonce("e#0", 0).len(), NONCE_LEN);
    }

    #[test]
    fn a_reply_never_reaches_into_another_channel() {
        let message = MessageRef::Known { place: Place::channel(PLATFORM, "5"), id: "9".into() };
        assert!(reply(Some(&message), 5).is_some());
        assert!(reply(Some(&message), 6).is_none());
    }
}
