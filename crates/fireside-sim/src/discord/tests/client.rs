//! A bot as plain as can be: REST calls and one gateway connection.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::Clock;
use crate::discord::{Limits, Options, Server, World, intents};

/// Long enough for anything that happens, short enough to fail.
pub(super) const SOON: Duration = Duration::from_secs(5);
pub(super) const TOKEN: &str = "test-token";
pub(super) const EVERYTHING: u64 = intents::GUILDS
    | intents::GUILD_MEMBERS
    | intents::GUILD_MESSAGES
    | intents::GUILD_MESSAGE_REACTIONS
    | intents::DIRECT_MESSAGES
    | intents::MESSAGE_CONTENT;

/// A started server with a guild, its owner, a member and a channel.
pub(super) struct Scene {
    pub(super) server: Server,
    pub(super) world: World,
    pub(super) guild: u64,
    pub(super) owner: u64,
    pub(super) member: u64,
    pub(super) channel: u64,
    http: reqwest::Client,
}

impl Scene {
    pub(super) async fn start() -> Self {
        Self::with(Limits::unlimited()).await
    }

    pub(super) async fn with(limits: Limits) -> Self {
        Self::with_options(Options { limits, ..Options::default() }).await
    }

    pub(super) async fn with_options(options: Options) -> Self {
        let clock = Clock::frozen(1_790_000_000_000);
        let options = Options { token: TOKEN.to_owned(), clock, ..options };
        let server = Server::start(options).await.expect("a free port");
        let world = server.world();
        let owner = world.add_user("olga");
        let member = world.add_user("mia");
        let guild = world.add_guild("Brand", owner);
        world.add_member(guild, member);
        let channel = world.add_channel(guild, "general");
        Self { server, world, guild, owner, member, channel, http: reqwest::Client::new() }
    }

    pub(super) fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}/api/v10{path}", self.server.url()))
    }

    /// A call of the control API: the status and the body.
    pub(super) async fn control(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let request = self.http.request(method, format!("{}/control{path}", self.server.url())).json(&body);
        let response = request.send().await.expect("an answer");
        (response.status().as_u16(), response.json().await.expect("JSON"))
    }

    /// A call with the bot's token: the status and the body, null when empty.
    pub(super) async fn call(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let mut request = self.request(method, path).header("Authorization", format!("Bot {TOKEN}"));
        if !body.is_null() {
            request = request.json(&body);
        }
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        let body = response.bytes().await.expect("a body");
        (status, if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).expect("JSON") })
    }

    /// A multipart call with the bot's token: the status and the body.
    pub(super) async fn send_form(
        &self,
        method: Method,
        path: &str,
        form: reqwest::multipart::Form,
    ) -> (u16, Value) {
        let request = self.request(method, path).header("Authorization", format!("Bot {TOKEN}"));
        let response = request.multipart(form).send().await.expect("an answer");
        (response.status().as_u16(), response.json().await.expect("JSON"))
    }

    /// A call without any token: the status and the body, null when empty.
    pub(super) async fn anonymously(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let response = self.request(method, path).json(&body).send().await.expect("an answer");
        let status = response.status().as_u16();
        let body = response.bytes().await.expect("a body");
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    /// What a link leads to: the status and the bytes.
    pub(super) async fn download(&self, url: &str) -> (u16, Vec<u8>) {
        let response = self.http.get(url).send().await.expect("an answer");
        (response.status().as_u16(), response.bytes().await.expect("a body").to_vec())
    }

    pub(super) async fn get(&self, path: &str) -> (u16, Value) {
        self.call(Method::GET, path, Value::Null).await
    }

    pub(super) async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.call(Method::POST, path, body).await
    }

    /// Posts a text into the scene's channel; its id.
    pub(super) async fn post_text(&self, text: &str) -> String {
        let path = format!("/channels/{}/messages", self.channel);
        let (status, message) = self.post(&path, json!({ "content": text })).await;
        assert_eq!(status, 200, "{message}");
        message["id"].as_str().expect("an id").to_owned()
    }

    pub(super) async fn gateway_url(&self) -> String {
        let (_, found) = self.get("/gateway/bot").await;
        found["url"].as_str().expect("a URL").to_owned()
    }

    pub(super) async fn connect(&self) -> Gateway {
        Gateway::connect(&self.gateway_url().await).await
    }

    /// A connection that has identified and heard the guild.
    pub(super) async fn identify(&self, intents: u64) -> Gateway {
        let mut gateway = self.connect().await;
        gateway.identify(TOKEN, intents).await;
        let ready = gateway.event("READY").await;
        gateway.session = ready["session_id"].as_str().expect("a session").to_owned();
        gateway.event("GUILD_CREATE").await;
        gateway
    }
}

/// One gateway connection.
pub(super) struct Gateway {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    url: String,
    pub(super) session: String,
    pub(super) sequence: u64,
}

impl Gateway {
    /// A connection whose address asks for `query`, greeted or not.
    pub(super) async fn open(url: &str, query: &str) -> Self {
        let (socket, _) = connect_async(format!("{url}?{query}")).await.expect("a gateway");
        Self { socket, url: url.to_owned(), session: String::new(), sequence: 0 }
    }

    pub(super) async fn connect(url: &str) -> Self {
        let mut gateway = Self::open(url, "v=10&encoding=json").await;
        assert_eq!(gateway.payload().await["op"], 10, "the gateway greets with Hello");
        gateway
    }

    pub(super) async fn send(&mut self, payload: &Value) {
        self.socket.send(Message::text(payload.to_string())).await.expect("an open connection");
    }

    pub(super) async fn identify(&mut self, token: &str, intents: u64) {
        let properties = json!({ "os": "x", "browser": "x", "device": "x" });
        let data = json!({ "token": token, "intents": intents, "properties": properties });
        self.send(&json!({ "op": 2, "d": data })).await;
    }

    /// Leaves this connection as it is and resumes its session on a new one.
    pub(super) async fn resume(&self) -> Self {
        let mut next = Self::connect(&self.url).await;
        let data = json!({ "token": TOKEN, "session_id": self.session, "seq": self.sequence });
        next.send(&json!({ "op": 6, "d": data })).await;
        next.session.clone_from(&self.session);
        next.sequence = self.sequence;
        next
    }

    async fn message(&mut self) -> Message {
        let next = tokio::time::timeout(SOON, self.socket.next()).await.expect("a frame in time");
        next.expect("an open connection").expect("a valid frame")
    }

    pub(super) async fn payload(&mut self) -> Value {
        let payload: Value =
            serde_json::from_str(self.message().await.to_text().expect("text")).expect("JSON");
        self.sequence = payload["s"].as_u64().unwrap_or(self.sequence);
        payload
    }

    /// The next payload, which is a zlib stream of its own.
    pub(super) async fn inflated(&mut self) -> Value {
        let Message::Binary(bytes) = self.message().await else { panic!("a payload that isn't compressed") };
        serde_json::from_reader(flate2::read::ZlibDecoder::new(&bytes[..])).expect("JSON")
    }

    /// The next payload, which is a dispatch of that name; its data.
    pub(super) async fn event(&mut self, name: &str) -> Value {
        let payload = self.payload().await;
        assert_eq!(payload["t"], name, "{payload}");
        payload["d"].clone()
    }

    /// The data of the next dispatch of that name, whatever comes before it.
    pub(super) async fn event_among_others(&mut self, name: &str) -> Value {
        loop {
            let payload = self.payload().await;
            if payload["t"] == name {
                return payload["d"].clone();
            }
        }
    }

    /// The code the other side closes with.
    pub(super) async fn close_code(&mut self) -> u16 {
        loop {
            if let Message::Close(frame) = self.message().await {
                return frame.expect("a code").code.into();
            }
        }
    }

    pub(super) async fn close(mut self, code: u16) {
        let frame =
            tokio_tungstenite::tungstenite::protocol::CloseFrame { code: code.into(), reason: "".into() };
        self.socket.close(Some(frame)).await.expect("an open connection");
    }
}
