//! The server spoken to over real HTTP.

mod chats;
mod control;
mod faults;
mod messages;
mod polling;
mod topics;

use std::time::Duration;

use serde_json::{Value, json};

use super::{Options, Server, World};
use crate::Clock;

/// Longer than anything here takes; only a broken test waits it out.
const PATIENCE: Duration = Duration::from_secs(10);
/// A person, whose private chat has the same id.
const ANNA: i64 = 7;
/// A forum with the bot as administrator.
const FORUM: i64 = -1_001;
/// A basic group with the bot as a member.
const GROUP: i64 = -20;

/// A server with a person, a forum and a group, and a client to call it.
struct Bench {
    server: Server,
    world: World,
    client: reqwest::Client,
}

impl Bench {
    async fn start() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(adjust: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options {
            token: "42:secret".to_owned(),
            clock: Clock::frozen(1_700_000_000_000),
            ..Options::default()
        };
        adjust(&mut options);
        let server = Server::start(options).await.expect("a free port");
        let world = server.world();
        world.add_user(ANNA, "Anna");
        world.add_group(GROUP, "Campers");
        world.add_supergroup(FORUM, "Staff", true);
        world.promote(FORUM, world.bot_id());
        let bench = Self { server, world, client: reqwest::Client::new() };
        bench.drop_pending().await;
        bench
    }

    fn url(&self, method: &str) -> String {
        format!("{}/bot42:secret/{method}", self.server.url())
    }

    /// Calls a method with JSON and returns the whole answer.
    async fn call(&self, method: &str, params: Value) -> Value {
        let request = self.client.post(self.url(method)).json(&params).timeout(PATIENCE);
        request.send().await.expect("an answer").json().await.expect("JSON")
    }

    /// Calls a method that must succeed and returns its result.
    async fn ok(&self, method: &str, params: Value) -> Value {
        let mut answer = self.call(method, params).await;
        assert_eq!(answer["ok"], true, "{method}: {answer}");
        answer["result"].take()
    }

    /// Calls a method that must be refused and returns code and description.
    async fn refused(&self, method: &str, params: Value) -> (i64, String) {
        let answer = self.call(method, params).await;
        assert_eq!(answer["ok"], false, "{method}: {answer}");
        let description = answer["description"].as_str().expect("a description").to_owned();
        (answer["error_code"].as_i64().expect("a code"), description)
    }

    /// The updates from `offset` on, without waiting.
    async fn updates(&self, offset: i64) -> Vec<Value> {
        let result = self.ok("getUpdates", json!({ "offset": offset })).await;
        result.as_array().expect("a list").clone()
    }

    /// Forgets the updates of setting the scene.
    async fn drop_pending(&self) {
        self.ok("deleteWebhook", json!({ "drop_pending_updates": true })).await;
    }
}

/// A 400 with this reason.
fn bad_request(reason: &str) -> (i64, String) {
    (400, format!("Bad Request: {reason}"))
}

/// A 403 with this reason.
fn forbidden(reason: &str) -> (i64, String) {
    (403, format!("Forbidden: {reason}"))
}
