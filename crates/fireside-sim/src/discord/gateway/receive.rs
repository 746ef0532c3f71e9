//! What a client sends on the gateway, by its opcode.

use axum::extract::ws::Utf8Bytes;
use serde_json::{Value, json};

use super::super::world::State;
use super::session::{Outgoing, Outlet};

/// Gateway close codes in use, by the documentation's names.
pub(crate) mod close_code {
    pub(crate) const UNKNOWN_OPCODE: u16 = 4001;
    pub(crate) const DECODE_ERROR: u16 = 4002;
    pub(crate) const NOT_AUTHENTICATED: u16 = 4003;
    pub(crate) const AUTHENTICATION_FAILED: u16 = 4004;
    pub(crate) const ALREADY_AUTHENTICATED: u16 = 4005;
    pub(crate) const INVALID_SEQUENCE: u16 = 4007;
    pub(crate) const RATE_LIMITED: u16 = 4008;
    pub(crate) const SESSION_TIMED_OUT: u16 = 4009;
    pub(crate) const INVALID_SHARD: u16 = 4010;
    pub(crate) const SHARDING_REQUIRED: u16 = 4011;
    pub(crate) const INVALID_API_VERSION: u16 = 4012;
    pub(crate) const INVALID_INTENTS: u16 = 4013;
    pub(crate) const DISALLOWED_INTENTS: u16 = 4014;
}

/// Opcodes a client may send.
mod opcode {
    pub(super) const HEARTBEAT: u64 = 1;
    pub(super) const IDENTIFY: u64 = 2;
    pub(super) const PRESENCE_UPDATE: u64 = 3;
    pub(super) const VOICE_STATE_UPDATE: u64 = 4;
    pub(super) const RESUME: u64 = 6;
    pub(super) const REQUEST_GUILD_MEMBERS: u64 = 8;
    pub(super) const REQUEST_SOUNDBOARD_SOUNDS: u64 = 31;
    pub(super) const REQUEST_CHANNEL_INFO: u64 = 43;
}

/// One websocket, from its hello to its end.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) number: u64,
    pub(crate) outlet: Outlet,
    pub(crate) session: Option<String>,
    /// Heartbeats received, by which the socket sees that the client lives.
    pub(crate) heartbeats: u64,
    /// When the current minute of received payloads ends, and how many came in it.
    minute: (u64, u32),
}

impl Connection {
    pub(super) fn send(&self, payload: &Value) {
        let frame = Utf8Bytes::from(payload.to_string());
        drop(self.outlet.send(Outgoing::Frame(frame)));
    }

    /// Op 9: the session can't be resumed, or not identified now.
    pub(super) fn send_invalid_session(&self) {
        self.send(&json!({ "t": null, "s": null, "op": 9, "d": false }));
    }
}

impl State {
    /// A new connection, greeted with Hello.
    pub(crate) fn connect(&mut self, outlet: Outlet) -> Connection {
        self.gateway.connections += 1;
        let number = self.gateway.connections;
        let connection = Connection { number, outlet, session: None, heartbeats: 0, minute: (0, 0) };
        let interval = self.options.heartbeat_interval_ms;
        connection.send(&json!({
            "t": null, "s": null, "op": 10, "d": { "heartbeat_interval": interval, "_trace": [] },
        }));
        connection
    }

    /// The connection ended; `ends_session` after a close with 1000 or 1001, and
    /// when its heartbeats stopped.
    pub(crate) fn disconnect(&mut self, connection: &Connection, ends_session: bool) {
        if let Some(session) = &connection.session {
            self.gateway.detach(session, connection.number, ends_session, self.clock.now_ms());
        }
    }

    /// Acts on one payload. The error is the code to close the connection with.
    pub(crate) fn receive(&mut self, connection: &mut Connection, text: &str) -> Result<(), u16> {
        self.count_payload(connection)?;
        let payload: Value = serde_json::from_str(text).map_err(|_| close_code::DECODE_ERROR)?;
        let data = &payload["d"];
        let opcode = payload["op"].as_u64().ok_or(close_code::DECODE_ERROR)?;
        match opcode {
            opcode::HEARTBEAT => {
                connection.heartbeats += 1;
                if !self.gateway.is_silent {
                    connection.send(&json!({ "t": null, "s": null, "op": 11, "d": null }));
                }
                Ok(())
            }
            opcode::IDENTIFY => self.identify(connection, data),
            opcode::RESUME => self.resume(connection, data),
            opcode::PRESENCE_UPDATE
            | opcode::VOICE_STATE_UPDATE
            | opcode::REQUEST_GUILD_MEMBERS
            | opcode::REQUEST_SOUNDBOARD_SOUNDS
            | opcode::REQUEST_CHANNEL_INFO => {
                let session = connection.session.as_deref().ok_or(close_code::NOT_AUTHENTICATED)?;
                if opcode == opcode::REQUEST_GUILD_MEMBERS {
                    self.send_members(session, data)?;
                }
                Ok(())
            }
            _ => Err(close_code::UNKNOWN_OPCODE),
        }
    }

    fn count_payload(&self, connection: &mut Connection) -> Result<(), u16> {
        let now_ms = self.clock.now_ms();
        if now_ms >= connection.minute.0 {
            connection.minute = (now_ms + 60_000, 0);
        }
        connection.minute.1 += 1;
        let fits = connection.minute.1 <= self.options.limits.gateway_sends_per_minute;
        if fits { Ok(()) } else { Err(close_code::RATE_LIMITED) }
    }
}
