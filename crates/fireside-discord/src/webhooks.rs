//! Personas: somebody's words under their own name and picture, by a webhook
//! of the bot's in the channel.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fireside_core::ports::DeliveryError;
use fireside_core::{Outgoing, Place, Timestamp};
use reqwest::{Method, Url};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::deliver::{Speech, repeatable};
use crate::errors::CallError;
use crate::render::persona as persona_name;
use crate::{rooms, snowflake};

/// What the bot's webhooks are called where they are managed.
const NAME: &str = "Fireside";
/// How many channels' webhooks are remembered.
const CHANNELS_MAX: usize = 5_000;
/// How long a channel in which there can be none is left alone.
const LEFT_ALONE_FOR: Duration = Duration::from_mins(10);
/// The longest address of a picture.
const AVATAR_MAX: usize = 2_048;

/// A webhook that the bot speaks through.
#[derive(Debug, Clone)]
pub(crate) struct Hook {
    pub(crate) id: u64,
    token: SecretString,
}

impl Hook {
    pub(crate) fn route(&self) -> Route<'_> {
        Route::WebhookWithToken { webhook_id: self.id.into(), token: self.token.expose_secret() }
    }

    /// Where a message of it is, below the API's root.
    pub(crate) fn message_path(&self, message: &str) -> String {
        format!("/webhooks/{}/{}/messages/{message}", self.id, self.token.expose_secret())
    }

    fn read(told: &Value) -> Option<Self> {
        let id = snowflake::parse(told["id"].as_str()?)?;
        Some(Self { id, token: told["token"].as_str()?.to_owned().into() })
    }
}

/// Somebody whose words are shown under their own name.
#[derive(Debug, Clone)]
pub(crate) struct Persona {
    pub(crate) hook: Hook,
    pub(crate) name: String,
    avatar_url: Option<String>,
}

impl Persona {
    /// Makes a message theirs.
    pub(crate) fn speak(&self, body: &mut Value) {
        body["username"] = self.name.as_str().into();
        if let Some(url) = &self.avatar_url {
            body["avatar_url"] = url.as_str().into();
        }
    }
}

/// The webhooks that are known, by channel.
#[derive(Debug, Default)]
pub(crate) struct Webhooks(Mutex<HashMap<u64, Known>>);

#[derive(Debug, Clone)]
enum Known {
    Hook(Hook),
    NoneUntil(Timestamp),
}

impl Webhooks {
    /// Forgets a webhook that could not be spoken through.
    pub(crate) fn forget(&self, hook: u64) {
        self.lock().retain(|_, known| !matches!(known, Known::Hook(it) if it.id == hook));
    }

    fn of(&self, channel: u64) -> Option<Known> {
        self.lock().get(&channel).cloned()
    }

    fn learn(&self, channel: u64, known: Known) {
        let mut webhooks = self.lock();
        if webhooks.len() >= CHANNELS_MAX {
            webhooks.clear();
        }
        webhooks.insert(channel, known);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Under whose name and by which webhook `speech` is said; `None` where it is
/// the bot itself that speaks, with the name above the words.
pub(crate) async fn persona(connection: &Connection, speech: &Speech<'_>) -> Option<Persona> {
    if !may_speak(connection, speech.content) || speech.post.is_some() {
        return None;
    }
    let author = speech.content.author.as_ref()?;
    let name = persona_name(&author.name)?;
    rooms::guild(connection, speech.place)?;
    let hook = find(connection, speech.place).await?;
    let avatar_url = author.avatar_url.clone().filter(|url| is_public(url));
    Some(Persona { hook, name, avatar_url })
}

/// Whether `content` may be said under its author's name.
pub(crate) fn may_speak(connection: &Connection, content: &Outgoing) -> bool {
    connection.options.personas && content.author.is_some() && !needs_bot(content)
}

/// A webhook answers no message, and what can be pressed is the bot's own.
fn needs_bot(content: &Outgoing) -> bool {
    content.reply_to.is_some()
        || content.is_card
        || content.menu.is_some()
        || content.poll.is_some()
        || !content.buttons.is_empty()
}

/// Discord fetches it: it must be an address that everybody may fetch.
fn is_public(url: &str) -> bool {
    url.len() <= AVATAR_MAX
        && Url::parse(url).is_ok_and(|url| url.scheme() == "https" && url.domain().is_some())
}

/// The webhook of the channel that holds `place`, if one is known.
pub(crate) fn known(connection: &Connection, place: &Place) -> Option<Hook> {
    match connection.webhooks.of(snowflake::parse(place.channel.as_str())?)? {
        Known::Hook(hook) => Some(hook),
        Known::NoneUntil(_) => None,
    }
}

/// The webhook of the channel that holds `place`: known, found or made.
async fn find(connection: &Connection, place: &Place) -> Option<Hook> {
    let channel = snowflake::parse(place.channel.as_str())?;
    let now = connection.options.clock.now();
    match connection.webhooks.of(channel) {
        Some(Known::Hook(hook)) => return Some(hook),
        Some(Known::NoneUntil(until)) if now < until => return None,
        _ => {}
    }
    match find_or_make(connection, channel).await {
        Ok(hook) => {
            connection.webhooks.learn(channel, Known::Hook(hook.clone()));
            Some(hook)
        }
        Err(error) => {
            if let Some(CallError::Rejected { .. }) = &error {
                tracing::info!(channel, "no webhook can be had: names stand above the words");
                connection.webhooks.learn(channel, Known::NoneUntil(now + LEFT_ALONE_FOR));
            }
            None
        }
    }
}

async fn find_or_make(connection: &Connection, channel: u64) -> Result<Hook, Option<CallError>> {
    let found = listed(connection, channel).await.map_err(Some)?;
    if let Some(hook) = found {
        return Ok(hook);
    }
    let route = Route::ChannelWebhooks { channel_id: channel.into() };
    let call = Call::new(Method::POST, route, channel).body(json!({ "name": NAME }));
    Hook::read(&connection.client.send(call).await.map_err(Some)?).ok_or(None)
}

/// The bot's own webhook among the channel's.
async fn listed(connection: &Connection, channel: u64) -> Result<Option<Hook>, CallError> {
    let Ok(identity) = connection.identity().await else { return Ok(None) };
    let route = Route::ChannelWebhooks { channel_id: channel.into() };
    let told = connection.client.send(Call::new(Method::GET, route, channel)).await?;
    let application = identity.application.to_string();
    let mut own =
        told.as_array().into_iter().flatten().filter(|hook| hook["application_id"] == application.as_str());
    Ok(own.find_map(Hook::read))
}

/// The bot's own webhook that said a message; `None` if it was somebody else.
pub(crate) async fn of_message(
    connection: &Connection,
    place: &Place,
    channel: u64,
    message: u64,
) -> Result<Option<Hook>, DeliveryError> {
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: message.into() };
    let told = connection.client.send(Call::new(Method::GET, route, channel)).await.map_err(repeatable)?;
    let Some(author) = told["webhook_id"].as_str().and_then(snowflake::parse) else { return Ok(None) };
    Ok(find(connection, place).await.filter(|hook| hook.id == author))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_fetched_from_public_names_over_tls_alone() {
        assert!(is_public("https://cdn.discordapp.com/avatars/1/a.png"));
        for url in
            ["http://a.b/c.png", "https://127.0.0.1/a.png", "https://[::1]/a", "file:///etc/passwd", "x"]
        {
            assert!(!is_public(url), "{url}");
        }
    }

    #[test]
    fn a_webhook_that_is_forgotten_is_looked_for_again() {
        let webhooks = Webhooks::default();
        webhooks.learn(5, Known::Hook(Hook { id: 7, token: "t".to_owned().into() }));
        webhooks.forget(7);
        assert!(webhooks.of(5).is_none());
    }
}
