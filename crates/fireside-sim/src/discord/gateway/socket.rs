//! The websocket end of a gateway connection.

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use futures_util::{SinkExt, StreamExt, stream::SplitSink};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::super::world::World;
use super::compression::ZlibStream;
use super::session::Outgoing;

/// Serves one connection until either side ends it.
pub(crate) async fn serve(socket: WebSocket, world: World, compresses: bool, stop: CancellationToken) {
    let (sink, mut stream) = socket.split();
    let (outlet, mut outgoing) = mpsc::unbounded_channel();
    let mut writer = Writer { sink, zlib: compresses.then(ZlibStream::new), session_ended: false };
    let mut connection = world.change(|state| state.connect(outlet));
    let mut ends_session = false;
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
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
            }
        }
    }
    world.change(|state| state.disconnect(&connection, ends_session));
}

struct Writer {
    sink: SplitSink<WebSocket, Message>,
    zlib: Option<ZlibStream>,
    /// The session was declared invalid; the connection may identify again.
    session_ended: bool,
}

impl Writer {
    /// Writes what waits, with one flush; false when the connection is over.
    async fn send(&mut self, first: Outgoing, waiting: &mut mpsc::UnboundedReceiver<Outgoing>) -> bool {
        let mut next = Some(first);
        while let Some(outgoing) = next {
            let frame = match outgoing {
                Outgoing::Frame(frame) => frame,
                Outgoing::Close(code) => {
                    self.close(code).await;
                    return false;
                }
                Outgoing::SessionEnded => {
                    self.session_ended = true;
                    break;
                }
            };
            let message = match &mut self.zlib {
                Some(zlib) => Message::Binary(zlib.frame(&frame).into()),
                None => Message::Text(frame),
            };
            if self.sink.feed(message).await.is_err() {
                return false;
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
        4013 => "Invalid intent(s).",
        4014 => "Disallowed intent(s).",
        _ => "",
    }
}
