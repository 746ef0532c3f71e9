//! The server spoken to over real HTTP.

mod albums;
mod chats;
mod control;
mod faults;
mod files;
mod forwards;
mod general;
mod media;
mod messages;
mod pins;
mod polling;
mod polls;
mod posting;
mod profile;
mod reactions;
mod senders;
mod sharing;
mod standing;
mod table;
mod topics;
mod webhook;

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

    /// Calls a method with a multipart body; `files` are part, file name, bytes.
    async fn upload(&self, method: &str, params: Value, files: &[(&str, &str, &[u8])]) -> Value {
        let mut form = reqwest::multipart::Form::new();
        for (name, value) in params.as_object().expect("an object") {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            form = form.text(name.clone(), text);
        }
        for (part, file_name, bytes) in files {
            let file = reqwest::multipart::Part::bytes(bytes.to_vec()).file_name((*file_name).to_owned());
            form = form.part((*part).to_owned(), file);
        }
        let request = self.client.post(self.url(method)).multipart(form).timeout(PATIENCE);
        request.send().await.expect("an answer").json().await.expect("JSON")
    }

    /// The message that such a call must send.
    async fn uploaded(&self, method: &str, params: Value, files: &[(&str, &str, &[u8])]) -> Value {
        let mut answer = self.upload(method, params, files).await;
        assert_eq!(answer["ok"], true, "{method}: {answer}");
        answer["result"].take()
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

/// The first bytes of a PNG with these sides, which is all that the simulator reads.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

/// A bench in which Anna has written to the bot, and the bot heard it.
async fn acquainted() -> Bench {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    bench.drop_pending().await;
    bench
}

/// The code and description of a refusal.
fn refusal(answer: &Value) -> (i64, String) {
    let description = answer["description"].as_str().expect("a refusal");
    (answer["error_code"].as_i64().expect("a code"), description.to_owned())
}

/// A 400 with this reason.
fn bad_request(reason: &str) -> (i64, String) {
    (400, format!("Bad Request: {reason}"))
}

/// A 403 with this reason.
fn forbidden(reason: &str) -> (i64, String) {
    (403, format!("Forbidden: {reason}"))
}
