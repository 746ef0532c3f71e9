//! Starting and stopping the loopback server.

use std::io;
use std::net::Ipv4Addr;
use std::time::Duration;

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::response::Response;
use axum::routing::{any, get};
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::link::{Link, LinkListener};

use super::gateway::socket;
use super::options::Options;
use super::world::World;
use super::{cdn, control, endpoint, rest};

/// How long [`Server::stop`] waits for connections to end.
const STOP_WAIT: Duration = Duration::from_secs(1);

/// A running Discord on 127.0.0.1. Dropping it ends it.
#[derive(Debug)]
pub struct Server {
    url: String,
    world: World,
    stop: CancellationToken,
    serving: Option<JoinHandle<()>>,
}

/// What every handler has at hand.
#[derive(Debug, Clone)]
pub(crate) struct Served {
    pub(crate) world: World,
    pub(crate) stop: CancellationToken,
}

impl Server {
    /// Binds the port and begins to serve.
    ///
    /// # Errors
    /// When the port can't be bound.
    pub async fn start(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let port = listener.local_addr()?.port();
        let told = options.told_address.clone().unwrap_or_else(|| format!("127.0.0.1:{port}"));
        let world = World::new(options, &told);
        let stop = CancellationToken::new();
        let deliveries = world.change(super::world::State::open_endpoint);
        tokio::spawn(endpoint::run(world.clone(), deliveries, stop.clone()));
        tokio::spawn(keep_time(world.clone(), stop.clone()));
        let served = Served { world: world.clone(), stop: stop.clone() };
        let app = Router::new()
            .route("/", get(upgrade))
            .route("/gateway", get(upgrade))
            .route("/gateway/", get(upgrade))
            .route("/api/{*path}", any(rest::serve).layer(DefaultBodyLimit::disable()))
            .route("/attachments/{channel}/{attachment}/{name}", get(cdn::serve))
            .route("/ephemeral-attachments/{channel}/{attachment}/{name}", get(cdn::serve))
            .route("/stickers/{file}", get(cdn::serve_sticker))
            .nest("/control", control::router())
            .with_state(served)
            .into_make_service_with_connect_info::<Link>();
        let ending = stop.clone().cancelled_owned();
        let serving = tokio::spawn(async move {
            let ended = axum::serve(LinkListener(listener), app).with_graceful_shutdown(ending).await;
            if let Err(error) = ended {
                tracing::warn!(%error, "the simulated Discord ended");
            }
        });
        Ok(Self { url: format!("http://127.0.0.1:{port}"), world, stop, serving: Some(serving) })
    }

    /// The address that stands in for `https://discord.com`, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A handle to what is simulated.
    pub fn world(&self) -> World {
        self.world.clone()
    }

    /// Ends it: gateway connections are dropped, calls under way are answered.
    pub async fn stop(mut self) {
        self.stop.cancel();
        if let Some(serving) = self.serving.take() {
            // A client that keeps its connection open is not waited for.
            drop(tokio::time::timeout(STOP_WAIT, serving).await);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// Archives quiet threads as time passes, also when nobody advances the clock.
async fn keep_time(world: World, stop: CancellationToken) {
    const STEP_MS: u64 = 60_000;
    loop {
        let next_ms = world.clock().now_ms() + STEP_MS;
        tokio::select! {
            () = stop.cancelled() => return,
            () = world.clock().until(next_ms) => world.pass_time(),
        }
    }
}

#[derive(Debug, Deserialize)]
struct GatewayQuery {
    v: Option<String>,
    encoding: Option<String>,
    compress: Option<String>,
}

async fn upgrade(
    State(served): State<Served>,
    Query(query): Query<GatewayQuery>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let asked = socket::Asked { version: query.v, encoding: query.encoding, compress: query.compress };
    upgrade.on_upgrade(move |websocket| socket::serve(websocket, served.world, asked, served.stop))
}
