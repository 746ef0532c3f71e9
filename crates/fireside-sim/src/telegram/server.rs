//! Starting and stopping the loopback server, and its routes.

use std::io;
use std::net::Ipv4Addr;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::limits::Limits;
use super::webhook::WebhookOptions;
use super::world::World;
use super::{bot_api, control, delivery};
use crate::Clock;
use crate::link::{Link, LinkListener};

/// How to start a [`Server`].
#[derive(Debug, Clone)]
pub struct Options {
    /// The one token that the server knows; the number before the colon is the bot's id.
    pub token: String,
    /// The bot's username, without the `@`.
    pub bot_username: String,
    /// The bot's first name.
    pub bot_name: String,
    /// Which time it is in Telegram.
    pub clock: Clock,
    /// In groups the bot gets only what is addressed to it, unless it is admin.
    pub privacy_mode: bool,
    /// A closed topic refuses even bots that may manage topics. Telegram's
    /// documents don't say; the stricter answer is the default.
    pub closed_topics_refuse_admins: bool,
    /// How updates are delivered to a webhook.
    pub webhook: WebhookOptions,
    /// Private chats have topics too, as the bot's owner may choose.
    pub private_topics: bool,
    /// How fast the bot may send.
    pub limits: Limits,
    /// The port on 127.0.0.1; 0 picks a free one.
    pub port: u16,
    /// The id of the first update.
    pub first_update_id: i64,
    /// Messages kept per chat; older ones are as if they had never been.
    pub history_max: usize,
    /// Entries kept in the log of the bot's calls.
    pub calls_max: usize,
    /// Entries kept in the log of what was shown.
    pub events_max: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            token: "1000001:loopback".to_owned(),
            bot_username: "fireside_bot".to_owned(),
            bot_name: "Fireside".to_owned(),
            clock: Clock::running(),
            privacy_mode: true,
            closed_topics_refuse_admins: true,
            webhook: WebhookOptions::default(),
            private_topics: false,
            limits: Limits::default(),
            port: 0,
            first_update_id: 100_000_001,
            history_max: usize::MAX,
            calls_max: 10_000,
            events_max: 10_000,
        }
    }
}

/// A running Bot API server. Dropping it ends it.
#[derive(Debug)]
pub struct Server {
    url: String,
    world: World,
    serving: Option<JoinHandle<()>>,
}

impl Server {
    /// Binds the port and begins to serve.
    ///
    /// # Errors
    /// What binding says, such as a port in use.
    pub async fn start(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let world = World::new(&options);
        let app = Router::new()
            .nest("/control", control::routes())
            .fallback(bot_api::serve)
            // Each reader has a bound of its own.
            .layer(DefaultBodyLimit::disable())
            .with_state(world.clone())
            .into_make_service_with_connect_info::<Link>();
        let closing = world.closing().clone();
        let serving = tokio::spawn(async move {
            let served = axum::serve(LinkListener(listener), app)
                .with_graceful_shutdown(closing.cancelled_owned())
                .await;
            if let Err(error) = served {
                tracing::error!(%error, "the Bot API simulator stopped serving");
            }
        });
        tokio::spawn(delivery::run(world.clone(), options.webhook));
        Ok(Self { url, world, serving: Some(serving) })
    }

    /// The base URL to point an SDK at: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The handle through which tests and people act.
    pub fn world(&self) -> World {
        self.world.clone()
    }

    /// Ends long polls, closes the connections and waits until that is done.
    pub async fn stop(mut self) {
        self.world.closing().cancel();
        if let Some(serving) = self.serving.take()
            && let Err(error) = serving.await
        {
            tracing::error!(%error, "the Bot API simulator's task failed");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.world.closing().cancel();
    }
}
