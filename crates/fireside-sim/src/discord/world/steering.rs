//! Steering the simulator itself: time, faults, the gateway's misbehaviour.

use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use serde_json::{Value, json};

use crate::Fault;

use super::super::gateway::session::Outgoing;
use super::World;

impl World {
    /// Moves the clock forward, archives the threads that were quiet for long and
    /// ends the polls whose time is over.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
        self.pass_time();
    }

    /// Does what is due by the clock.
    pub(crate) fn pass_time(&self) {
        self.change(|state| {
            state.archive_quiet_threads();
            state.end_due_polls();
        });
    }

    /// Makes the next call whose name contains `call` fail, such as
    /// `POST /channels/{channel.id}/messages`.
    pub fn inject(&self, call: &str, fault: Fault) {
        self.shared.faults.inject(call, fault);
    }

    /// Asks every session to reconnect (op 7).
    pub fn gateway_reconnect(&self) {
        self.send_all(&json!({ "t": null, "s": null, "op": 7, "d": null }));
    }

    /// Declares every session invalid (op 9); those not `resumable` are forgotten.
    pub fn gateway_invalidate(&self, resumable: bool) {
        self.send_all(&json!({ "t": null, "s": null, "op": 9, "d": resumable }));
        if !resumable {
            // The connection stays, so that the client identifies on it or anew.
            self.change(|state| {
                let sessions = std::mem::take(&mut state.gateway.sessions);
                for (_, outlet) in sessions.into_values().filter_map(|session| session.outlet) {
                    drop(outlet.send(Outgoing::SessionEnded));
                }
            });
        }
    }

    /// Stops acknowledging heartbeats, or begins again.
    pub fn gateway_silence(&self, silent: bool) {
        self.change(|state| state.gateway.is_silent = silent);
    }

    /// Closes every connection with a code; none cuts it off without a close frame.
    pub fn gateway_close(&self, code: Option<u16>) {
        self.change(|state| state.gateway.send_all(&Outgoing::Close(code)));
    }

    /// Dispatches an event as it is given to every session, whatever its intents.
    pub fn gateway_dispatch(&self, name: &str, data: &Value) {
        self.change(|state| state.emit_always(name, 0, None, data));
    }

    /// How many sessions have a live connection.
    pub fn gateway_connections(&self) -> usize {
        self.read(|state| state.gateway.sessions.values().filter(|it| it.outlet.is_some()).count())
    }

    fn send_all(&self, payload: &Value) {
        let frame = Outgoing::Frame(Utf8Bytes::from(payload.to_string()));
        self.change(|state| state.gateway.send_all(&frame));
    }
}
