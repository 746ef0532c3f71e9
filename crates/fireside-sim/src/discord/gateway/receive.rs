//! What a client sends on the gateway, and the answers to it.

use axum::extract::ws::Utf8Bytes;
use serde_json::{Value, json};

use super::super::mentions::snowflake;
use super::super::objects::{self, id};
use super::super::world::State;
use super::intents;
use super::session::{Outgoing, Outlet, Session};

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
    pub(crate) const INVALID_INTENTS: u16 = 4013;
    pub(crate) const DISALLOWED_INTENTS: u16 = 4014;
}

/// One websocket, from its hello to its end.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) number: u64,
    pub(crate) outlet: Outlet,
    pub(crate) session: Option<String>,
    /// When the current minute of received payloads ends, and how many came in it.
    minute: (u64, u32),
}

impl Connection {
    fn send(&self, payload: &Value) {
        let frame = Utf8Bytes::from(payload.to_string());
        drop(self.outlet.send(Outgoing::Frame(frame)));
    }
}

impl State {
    /// A new connection, greeted with Hello.
    pub(crate) fn connect(&mut self, outlet: Outlet) -> Connection {
        self.gateway.connections += 1;
        let connection =
            Connection { number: self.gateway.connections, outlet, session: None, minute: (0, 0) };
        let interval = self.options.heartbeat_interval_ms;
        connection.send(&json!({
            "t": null, "s": null, "op": 10, "d": { "heartbeat_interval": interval, "_trace": [] },
        }));
        connection
    }

    /// The connection ended; `ends_session` after a close with 1000 or 1001.
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
        match payload["op"].as_u64() {
            Some(1) => {
                if !self.gateway.is_silent {
                    connection.send(&json!({ "t": null, "s": null, "op": 11, "d": null }));
                }
                Ok(())
            }
            Some(2) => self.identify(connection, data),
            Some(6) => self.resume(connection, data),
            Some(3 | 4) if connection.session.is_some() => Ok(()),
            Some(8) if connection.session.is_some() => {
                self.send_members(connection, data);
                Ok(())
            }
            Some(3 | 4 | 8) => Err(close_code::NOT_AUTHENTICATED),
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

    fn check_token(&self, data: &Value) -> Result<(), u16> {
        let token = data["token"].as_str().unwrap_or_default();
        let matches = token.strip_prefix("Bot ").unwrap_or(token) == self.options.token;
        if matches { Ok(()) } else { Err(close_code::AUTHENTICATION_FAILED) }
    }

    fn identify(&mut self, connection: &mut Connection, data: &Value) -> Result<(), u16> {
        if connection.session.is_some() {
            return Err(close_code::ALREADY_AUTHENTICATED);
        }
        self.check_token(data)?;
        let wanted = data["intents"].as_u64().ok_or(close_code::DECODE_ERROR)?;
        if wanted & !intents::KNOWN != 0 {
            return Err(close_code::INVALID_INTENTS);
        }
        if wanted & intents::PRIVILEGED & !self.options.privileged_intents != 0 {
            return Err(close_code::DISALLOWED_INTENTS);
        }
        let shard = (data["shard"][0].as_u64().unwrap_or(0), data["shard"][1].as_u64().unwrap_or(1));
        if shard.0 >= shard.1 {
            return Err(close_code::INVALID_SHARD);
        }
        let now_ms = self.clock.now_ms();
        // Past the day's starts, Discord closes with 4004 and resets the token.
        if !self.gateway.count_start(self.options.limits.session_starts_per_day, now_ms) {
            return Err(close_code::AUTHENTICATION_FAILED);
        }
        self.gateway.sweep(self.options.limits.resume_window_ms, now_ms);
        let session_id = format!("{:032x}", u128::from(self.next_id()));
        let mut session = Session::new(wanted, shard, connection.number, connection.outlet.clone());
        self.greet(&session_id, &mut session);
        self.gateway.sessions.insert(session_id.clone(), session);
        connection.session = Some(session_id);
        Ok(())
    }

    /// `READY`, and `GUILD_CREATE` for each guild.
    fn greet(&self, session_id: &str, session: &mut Session) {
        let kept_max = self.options.limits.resume_events_max;
        let bot = self.bot();
        let guilds = self.guilds.values().filter(|guild| guild.members.contains_key(&bot));
        let guilds: Vec<_> = guilds.filter(|guild| session.has_guild(Some(guild.id))).collect();
        let unavailable = guilds.iter().map(|guild| json!({ "id": id(guild.id), "unavailable": true }));
        let user = self.users.get(&bot).map_or(Value::Null, objects::current_user);
        let ready = json!({
            "v": 10, "user": user, "guilds": unavailable.collect::<Value>(), "session_id": session_id,
            "resume_gateway_url": self.gateway_url, "shard": [session.shard.0, session.shard.1],
            "application": { "id": id(bot), "flags": 0, "flags_new": "0" }, "private_channels": [], "presences": [],
            "relationships": [], "user_settings": {}, "guild_join_requests": [],
            "geo_ordered_rtc_regions": [], "_trace": [],
        });
        session.dispatch("READY", &ready.to_string(), kept_max);
        if session.intents & intents::GUILDS == 0 {
            return;
        }
        for guild in guilds {
            session.dispatch("GUILD_CREATE", &self.guild_event(guild).to_string(), kept_max);
        }
    }

    fn resume(&mut self, connection: &mut Connection, data: &Value) -> Result<(), u16> {
        if connection.session.is_some() {
            return Err(close_code::ALREADY_AUTHENTICATED);
        }
        self.check_token(data)?;
        let now_ms = self.clock.now_ms();
        let limits = &self.options.limits;
        self.gateway.sweep(limits.resume_window_ms, now_ms);
        let session_id = data["session_id"].as_str().unwrap_or_default();
        let sequence = data["seq"].as_u64().unwrap_or(0);
        let Some(session) = self.gateway.sessions.get_mut(session_id) else {
            connection.send(&json!({ "t": null, "s": null, "op": 9, "d": false }));
            return Ok(());
        };
        if sequence > session.sequence {
            return Err(close_code::INVALID_SEQUENCE);
        }
        let Some(missed) = session.missed_since(sequence) else {
            self.gateway.sessions.remove(session_id);
            connection.send(&json!({ "t": null, "s": null, "op": 9, "d": false }));
            return Ok(());
        };
        session.send(Outgoing::Close(Some(close_code::SESSION_TIMED_OUT)));
        session.outlet = Some((connection.number, connection.outlet.clone()));
        for frame in missed {
            session.send(Outgoing::Frame(frame));
        }
        session.dispatch("RESUMED", r#"{"_trace":[]}"#, limits.resume_events_max);
        connection.session = Some(session_id.to_owned());
        Ok(())
    }

    fn send_members(&mut self, connection: &Connection, data: &Value) {
        let Some(guild) = snowflake(&data["guild_id"]).and_then(|guild| self.guilds.get(&guild)) else {
            return;
        };
        let wanted: Option<Vec<u64>> = match &data["user_ids"] {
            Value::Array(users) => Some(users.iter().filter_map(snowflake).collect()),
            Value::Null => None,
            one => Some(snowflake(one).into_iter().collect()),
        };
        let query = data["query"].as_str().unwrap_or_default();
        let matches = |user: &u64| match &wanted {
            Some(wanted) => wanted.contains(user),
            None => self.users.get(user).is_some_and(|user| user.name.starts_with(query)),
        };
        let members = guild.members.keys().filter(|user| matches(user));
        let mut chunk = json!({
            "guild_id": id(guild.id), "chunk_index": 0, "chunk_count": 1,
            "members": members.map(|user| self.member_object(guild, *user)).collect::<Value>(),
        });
        if let Some(nonce) = data.get("nonce") {
            chunk["nonce"] = nonce.clone();
        }
        let kept_max = self.options.limits.resume_events_max;
        let session = connection.session.as_ref().and_then(|it| self.gateway.sessions.get_mut(it));
        if let Some(session) = session {
            session.dispatch("GUILD_MEMBERS_CHUNK", &chunk.to_string(), kept_max);
        }
    }
}
