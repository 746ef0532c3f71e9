//! The gateway's frames, read by a task of their own so that heartbeats go on
//! while what was read is worked through.

use std::borrow::Cow;

use futures_util::StreamExt;
use serde::Deserialize;
use tokio::sync::mpsc;
use tokio_util::task::AbortOnDropHandle;
use twilight_gateway::error::ReceiveMessageErrorType;
use twilight_gateway::{Message, Shard};

/// How many frames wait to be worked through. When they are full the gateway
/// is read no further; Discord then closes, and the session is resumed later.
const FRAMES_MAX: usize = 4_096;

/// What came from the gateway.
#[derive(Debug)]
pub(crate) enum Incoming {
    /// A frame.
    Text(String),
    /// A frame the transport could not read.
    Unreadable,
    /// The connection ended with this code.
    Closed(Option<u16>),
    /// No connection could be made; it is tried again.
    NotConnected(String),
}

/// A frame's head.
#[derive(Debug, Deserialize)]
pub(crate) struct Head<'a> {
    /// What the frame is for; 0 is a dispatch.
    pub(crate) op: u8,
    /// A dispatch's name.
    #[serde(borrow, default, rename = "t")]
    pub(crate) name: Option<Cow<'a, str>>,
    /// A dispatch's place in its session.
    #[serde(default, rename = "s")]
    pub(crate) sequence: Option<u64>,
}

/// The frames in order; dropping it ends the connection without a word, which
/// leaves the session resumable.
#[derive(Debug)]
pub(crate) struct Frames {
    received: mpsc::Receiver<Incoming>,
    _reader: AbortOnDropHandle<()>,
}

impl Frames {
    pub(crate) fn of(shard: Shard) -> Self {
        let (sender, received) = mpsc::channel(FRAMES_MAX);
        let reader = tokio::spawn(read(shard, sender));
        Self { received, _reader: AbortOnDropHandle::new(reader) }
    }

    /// The next one; `None` once Discord doesn't take the bot back.
    pub(crate) async fn next(&mut self) -> Option<Incoming> {
        self.received.recv().await
    }
}

async fn read(mut shard: Shard, sender: mpsc::Sender<Incoming>) {
    while let Some(item) = shard.next().await {
        let incoming = match item {
            Ok(Message::Text(text)) => Incoming::Text(text),
            Ok(Message::Close(frame)) => Incoming::Closed(frame.map(|frame| frame.code)),
            Err(error) => match error.kind() {
                ReceiveMessageErrorType::Reconnect => {
                    let cause = std::error::Error::source(&error).map(ToString::to_string);
                    Incoming::NotConnected(cause.unwrap_or_else(|| error.to_string()))
                }
                _ => Incoming::Unreadable,
            },
        };
        if sender.send(incoming).await.is_err() {
            return;
        }
    }
}
