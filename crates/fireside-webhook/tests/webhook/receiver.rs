//! A receiver: it keeps what it is told and answers as a test says.

use std::collections::VecDeque;
use std::future::pending;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::serve::Listener;
use axum::{Router, routing};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("headers are plain text"))
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

/// What is answered to a request; `204` unless a test says otherwise.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    Status(u16),
    Header(u16, &'static str, String),
    /// Success, with a body that never ends.
    Endless,
    Never,
}

#[derive(Debug, Default)]
struct Kept {
    requests: Mutex<Vec<Request>>,
    replies: Mutex<VecDeque<Reply>>,
}

/// A receiver that listens.
#[derive(Debug)]
pub(crate) struct Receiver {
    pub(crate) address: SocketAddr,
    kept: Arc<Kept>,
    serving: JoinHandle<()>,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Receiver {
    pub(crate) async fn listen() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("it listens");
        Self::on(listener, address)
    }

    pub(crate) fn on<L>(listener: L, address: SocketAddr) -> Self
    where
        L: Listener + Sync,
        L::Addr: std::fmt::Debug,
    {
        let kept = Arc::new(Kept::default());
        let router = Router::new().fallback(routing::any(take)).with_state(Arc::clone(&kept));
        let serving = tokio::spawn(async move {
            axum::serve(listener, router).await.expect("it serves until it is dropped");
        });
        Self { address, kept, serving }
    }

    /// The next request that has no reply of its own is answered so.
    pub(crate) fn reply(&self, reply: Reply) {
        self.kept.replies.lock().unwrap().push_back(reply);
    }

    /// What came so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.kept.requests.lock().unwrap().clone()
    }
}

async fn take(State(kept): State<Arc<Kept>>, method: Method, headers: HeaderMap, body: Bytes) -> Response {
    kept.requests.lock().unwrap().push(Request { method, headers, body });
    let reply = kept.replies.lock().unwrap().pop_front();
    match reply.unwrap_or(Reply::Status(204)) {
        Reply::Status(status) => status_of(status).into_response(),
        Reply::Header(status, name, value) => (status_of(status), [(name, value)]).into_response(),
        Reply::Endless => {
            let piece = || Ok::<_, std::convert::Infallible>(Bytes::from_static(&[b'x'; 1024]));
            Body::from_stream(futures_util::stream::repeat_with(piece)).into_response()
        }
        Reply::Never => pending().await,
    }
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).expect("a status")
}
