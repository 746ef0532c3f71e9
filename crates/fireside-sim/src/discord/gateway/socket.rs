//! The websocket end of a gateway connection.

use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use futures_util::{SinkExt, StreamExt, stream::SplitSink};
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::super::world::World;
use super::compression::Transport;
use super::receive::close_code;
use super::session::Outgoing;

/// What the address of a connection asks for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) version: Option<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) compress: Option<String>,
}

impl Asked {
    /// The code to close with, when the version or the encoding isn't spoken here.
    fn refusal(&self) -> Option<u16> {
        let version = self.version.as_deref().map_or(Ok(10), str::parse::<u8>);
        if !version.is_ok_and(|version| (6..=10).contains(&version)) {
            return Some(close_code::INVALID_API_VERSION);
        }
        let speaks_json = self.encoding.as_deref().is_none_or(|encoding| encoding == "json");
        (!speaks_json).then_some(close_code::DECODE_ERROR)
    }
}

/// Serves one connection until either side ends it.
pub(crate) async fn serve(socket: WebSocket, world: World, asked: Asked, stop: CancellationToken) {
    let (sink, mut stream) = socket.split();
    let (outlet, mut outgoing) = mpsc::unbounded_channel();
    let transport = Transport::named(asked.compress.as_deref()).unwrap_or(Transport::Plain);
    let mut writer = Writer { sink, transport, session_ended: false };
    if let Some(code) = asked.refusal() {
        writer.close(Some(code)).await;
        return;
    }
    let mut connection = world.change(|state| state.connect(outlet));
    let patience = world.read(|state| {
        Duration::from_millis(state.options.heartbeat_interval_ms + state.options.heartbeat_grace_ms)
    });
    let (mut beats, mut beaten_at) = (0, Instant::now());
    let mut ends_session = false;
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            () = tokio::time::sleep_until(beaten_at + patience) => {
                ends_session = true;
                writer.close(Some(close_code::SESSION_TIMED_OUT)).await;
                break;
            }
            Some(first) = outgoing.recv() => {
                if !writer.send(first, &mut outgoing).await {
                    break;
                }
                if std::mem::take(&mut writer.session_ended) {
                    connection.session = None;
                }
            }
            received = stream.next() => {
                let text = match received {
                    Some(Ok(Message::Text(text))) => text.as_str().to_owned(),
                    Some(Ok(Message::Binary(bytes))) => String::from_utf8_lossy(&bytes).into_owned(),
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                    Some(Ok(Message::Close(frame))) => {
                        ends_session = frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001));
                        break;
                    }
                    Some(Err(_)) | None => break,
                };
                if let Err(code) = world.change(|state| state.receive(&mut connection, &text)) {
                    writer.close(Some(code)).await;
                    break;
                }
                if connection.heartbeats != beats {
                    (beats, beaten_at) = (connection.heartbeats, Instant::now());
                }
            }
        }
    }
    world.change(|state| state.disconnect(&connection, ends_session));
}

struct Writer {
    sink: SplitSink<WebSocket, Message>,
    transport: Transport,
    /// The session was declared invalid; the connection may identify again.
    session_ended: bool,
}

impl Writer {
    /// Writes what waits, with one flush; false when the connection is over.
    async fn send(&mut self, first: Outgoing, waiting: &mut mpsc::UnboundedReceiver<Outgoing>) -> bool {
        let mut next = Some(first);
        while let Some(outgoing) = next {
            match outgoing {
                Outgoing::Frame(frame) => {
                    let Ok(message) = self.transport.message(frame) else { return false };
                    if self.sink.feed(message).await.is_err() {
                        return false;
                    }
                }
                Outgoing::CompressPayloads => self.transport.compress_payloads(),
                Outgoing::Close(code) => {
                    self.close(code).await;
                    return false;
                }
                Outgoing::SessionEnded => {
                    self.session_ended = true;
                    break;
                }
            }
            next = waiting.try_recv().ok();
        }
        self.sink.flush().await.is_ok()
    }

    async fn close(&mut self, code: Option<u16>) {
        let Some(code) = code else { return };
        let frame = CloseFrame { code, reason: reason(code).into() };
        // The other side may be gone already, which ends the connection as well.
        drop(self.sink.send(Message::Close(Some(frame))).await);
    }
}

fn reason(code: u16) -> &'static str {
    match code {
        4001 => "Unknown opcode.",
        4002 => "Error while decoding payload.",
        4003 => "Not authenticated.",
        4004 => "Authentication failed.",
        4005 => "Already authenticated.",
        4007 => "Invalid seq.",
        4008 => "Rate limited.",
        4009 => "Session timed out.",
        4010 => "Invalid shard.",
        4011 => "Sharding required.",
        4012 => "Invalid API version.",
        4013 => "Invalid intent(s).",
        4014 => "Disallowed intent(s).",
        _ => "",
    }
}
