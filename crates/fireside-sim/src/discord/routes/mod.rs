//! The REST routes: one table per resource, one function per route.
//!
//! A handler is synchronous: it runs under the world's lock and gives an answer.

mod applications;
mod attachments;
mod channels;
mod commands;
mod guilds;
mod interactions;
mod members;
mod messages;
mod overwrites;
mod pins;
mod polls;
mod reactions;
mod roles;
mod thread_lists;
mod threads;
mod users;
mod webhooks;

pub(crate) use applications::CHANGE as CHANGE_APPLICATION;

use std::collections::HashMap;

use axum::body::Bytes;
use serde_json::{Value, json};

use super::errors::ApiError;
use super::mentions::snowflake;
use super::world::State;
use super::world::attachments::Attachment;

/// One route of the API.
#[derive(Debug)]
pub(crate) struct Route {
    /// Method and path, as `POST /channels/{channel.id}/messages`; faults, limits
    /// and the call log go by it.
    pub(crate) name: &'static str,
    pub(crate) access: Access,
    pub(crate) handler: Handler,
}

/// Who a route is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Anybody.
    Open,
    /// The bot, by its token.
    Bot,
    /// Whoever has the interaction's token; outside the global limit.
    InteractionToken,
    /// Whoever has the webhook's token; outside the global limit.
    WebhookToken,
    /// The first answer to an interaction; it has no rate limit bucket.
    Callback,
}

pub(crate) type Handler = fn(&mut State, &Input) -> Result<Reply, ApiError>;

/// What a call brings along.
#[derive(Debug, Default)]
pub(crate) struct Input {
    /// The path's variable parts, in order.
    pub(crate) params: Vec<String>,
    pub(crate) query: HashMap<String, String>,
    pub(crate) body: Value,
    pub(crate) files: Vec<File>,
}

/// An uploaded file.
#[derive(Debug)]
pub(crate) struct File {
    /// The number in its part's name, as in `files[0]`.
    pub(crate) number: u64,
    pub(crate) name: String,
    pub(crate) content_type: Option<String>,
    pub(crate) bytes: Bytes,
}

/// An answer that grants a call.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Option<Value>,
}

impl Reply {
    pub(crate) fn json(body: Value) -> Self {
        Self { status: 200, body: Some(body) }
    }

    pub(crate) fn created(body: Value) -> Self {
        Self { status: 201, body: Some(body) }
    }

    pub(crate) fn nothing() -> Self {
        Self { status: 204, body: None }
    }
}

impl Input {
    /// The variable part at `at` as a snowflake.
    pub(crate) fn id(&self, at: usize) -> Result<u64, ApiError> {
        let text = self.text(at);
        text.parse().map_err(|_| ApiError::not_a_snowflake("id", text))
    }

    /// As [`Input::id`], where `@me` stands for the bot.
    pub(crate) fn user(&self, at: usize, state: &State) -> Result<u64, ApiError> {
        if self.text(at) == "@me" { Ok(state.bot()) } else { self.id(at) }
    }

    pub(crate) fn text(&self, at: usize) -> &str {
        self.params.get(at).map_or("", String::as_str)
    }

    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        self.query.get(name)?.parse().ok()
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.query.get(name).is_some_and(|value| matches!(value.as_str(), "true" | "True" | "1"))
    }

    /// How many entries a list gives at most: the query's `limit`.
    pub(crate) fn limit(&self, default: u64, max: u64) -> Result<usize, ApiError> {
        let limit = self.number("limit").unwrap_or(default);
        if !(1..=max).contains(&limit) {
            let message = format!("int value should be between 1 and {max}.");
            return Err(ApiError::form("limit", "NUMBER_TYPE_MAX", &message));
        }
        Ok(usize::try_from(limit).unwrap_or(usize::MAX))
    }

    /// The uploaded files with what the body's `attachments` say of them.
    pub(crate) fn attachments(&self, state: &mut State) -> Result<Vec<Attachment>, ApiError> {
        let bodies = [&self.body, &self.body["data"], &self.body["message"]];
        let described = bodies.iter().find_map(|body| body["attachments"].as_array());
        let unsaid = json!({});
        let attachment = |file: &File| {
            let mut entries = described.into_iter().flatten();
            let entry = entries.find(|entry| snowflake(&entry["id"]) == Some(file.number));
            let content_type = file.content_type.clone();
            let described = entry.unwrap_or(&unsaid);
            Attachment::new(state.next_id(), &file.name, content_type, file.bytes.clone(), described)
        };
        self.files.iter().map(attachment).collect()
    }
}

/// Every table, in the order they are searched in.
pub(crate) const TABLES: [&[Route]; 17] = [
    pins::ROUTES,
    messages::ROUTES,
    reactions::ROUTES,
    polls::ROUTES,
    interactions::ROUTES,
    webhooks::ROUTES,
    attachments::ROUTES,
    channels::ROUTES,
    threads::ROUTES,
    thread_lists::ROUTES,
    overwrites::ROUTES,
    users::ROUTES,
    guilds::ROUTES,
    members::ROUTES,
    roles::ROUTES,
    applications::ROUTES,
    commands::ROUTES,
];

/// The route of a call, with its variable parts; or why there is none.
pub(crate) fn find(
    method: &str,
    path: &str,
    application: u64,
) -> Result<(&'static Route, Vec<String>), ApiError> {
    let mut is_path_known = false;
    for route in TABLES.into_iter().flatten() {
        let Some((route_method, template)) = route.name.split_once(' ') else { continue };
        if let Some(params) = match_path(template, path, application) {
            if route_method == method {
                return Ok((route, params));
            }
            is_path_known = true;
        }
    }
    Err(if is_path_known { ApiError::method_not_allowed() } else { ApiError::no_route() })
}

fn match_path(template: &str, path: &str, application: u64) -> Option<Vec<String>> {
    // Below /webhooks an application's id comes before an interaction's token,
    // any other before a webhook's own.
    let names_webhooks = template.starts_with("/webhooks/{application.id}");
    let mut segments = path.trim_end_matches('/').split('/');
    let mut params = Vec::new();
    for expected in template.split('/') {
        let segment = segments.next()?;
        if names_webhooks && expected == "{application.id}" && segment.parse() != Ok(application) {
            return None;
        }
        if expected.starts_with('{') {
            params.push(percent_decoded(segment));
        } else if expected != segment {
            return None;
        }
    }
    segments.next().is_none().then_some(params)
}

fn percent_decoded(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let decoded = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(decoded.unwrap_or(*first));
        rest = if decoded.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_paths_win_over_variable_ones() {
        let name = |method, path| find(method, path, 42).map(|(route, params)| (route.name, params));
        assert_eq!(name("GET", "/users/@me"), Ok(("GET /users/@me", vec![])));
        assert_eq!(name("GET", "/users/7"), Ok(("GET /users/{user.id}", vec!["7".to_owned()])));
        let pins = name("GET", "/channels/7/messages/pins").map(|(name, _)| name);
        assert_eq!(pins, Ok("GET /channels/{channel.id}/messages/pins"));
        assert_eq!(name("GET", "/nowhere"), Err(ApiError::no_route()));
        assert_eq!(name("PATCH", "/users/7"), Err(ApiError::method_not_allowed()));
    }

    #[test]
    fn an_applications_token_is_an_interactions() {
        let name = |path| find("POST", path, 42).map(|(route, _)| route.name);
        let webhooks = [name("/webhooks/42/token"), name("/webhooks/43/token")];
        assert_eq!(webhooks[0], Ok("POST /webhooks/{application.id}/{interaction.token}"));
        assert_eq!(webhooks[1], Ok("POST /webhooks/{webhook.id}/{webhook.token}"));
    }

    #[test]
    fn emoji_in_paths_are_decoded() {
        assert_eq!(percent_decoded("%F0%9F%91%8D"), "\u{1F44D}");
        assert_eq!(percent_decoded("100%"), "100%");
    }
}
