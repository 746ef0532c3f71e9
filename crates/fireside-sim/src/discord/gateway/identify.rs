//! Beginning a session, and taking one up again.

use serde_json::{Value, json};

use super::super::objects::{self, id};
use super::super::world::State;
use super::intents;
use super::receive::{Connection, close_code};
use super::session::{Outgoing, Session};

/// A guild with more members than `large_threshold` is large; this is its default.
const LARGE_THRESHOLD_DEFAULT: usize = 50;

impl State {
    fn check_token(&self, data: &Value) -> Result<(), u16> {
        let token = data["token"].as_str().unwrap_or_default();
        let matches = token.strip_prefix("Bot ").unwrap_or(token) == self.options.token;
        if matches { Ok(()) } else { Err(close_code::AUTHENTICATION_FAILED) }
    }

    pub(super) fn identify(&mut self, connection: &mut Connection, data: &Value) -> Result<(), u16> {
        if connection.session.is_some() {
            return Err(close_code::ALREADY_AUTHENTICATED);
        }
        self.check_token(data)?;
        let wanted = self.read_intents(data)?;
        let shard = self.read_shard(data)?;
        let (now_ms, limits) = (self.clock.now_ms(), &self.options.limits);
        let bucket = shard.0 % self.options.max_concurrency.max(1);
        if !self.gateway.may_identify(bucket, limits.identify_window_ms, now_ms) {
            connection.send_invalid_session();
            return Ok(());
        }
        // Past the day's starts, Discord closes with 4004 and resets the token.
        if !self.gateway.count_start(limits.session_starts_per_day, now_ms) {
            return Err(close_code::AUTHENTICATION_FAILED);
        }
        self.gateway.sweep(limits.resume_window_ms, now_ms);
        if data["compress"] == json!(true) {
            drop(connection.outlet.send(Outgoing::CompressPayloads));
        }
        let session_id = format!("{:032x}", u128::from(self.next_id()));
        let mut session = Session::new(wanted, shard, connection.number, connection.outlet.clone());
        let large_threshold = data["large_threshold"].as_u64().and_then(|it| usize::try_from(it).ok());
        self.greet(&session_id, &mut session, large_threshold.unwrap_or(LARGE_THRESHOLD_DEFAULT));
        self.gateway.sessions.insert(session_id.clone(), session);
        connection.session = Some(session_id);
        Ok(())
    }

    fn read_intents(&self, data: &Value) -> Result<u64, u16> {
        let wanted = data["intents"].as_u64().ok_or(close_code::DECODE_ERROR)?;
        if wanted & !intents::KNOWN != 0 {
            return Err(close_code::INVALID_INTENTS);
        }
        let is_granted = wanted & intents::PRIVILEGED & !self.options.privileged_intents == 0;
        if is_granted { Ok(wanted) } else { Err(close_code::DISALLOWED_INTENTS) }
    }

    /// The shard's number and how many there are.
    fn read_shard(&self, data: &Value) -> Result<(u64, u64), u16> {
        let shard = match &data["shard"] {
            Value::Null => (0, 1),
            shard => {
                let number = |at: usize| shard[at].as_u64().ok_or(close_code::INVALID_SHARD);
                (number(0)?, number(1)?)
            }
        };
        if shard.0 >= shard.1 {
            return Err(close_code::INVALID_SHARD);
        }
        let bot = self.bot();
        let mine = self.guilds.values().filter(|guild| guild.members.contains_key(&bot));
        let held = mine.filter(|guild| (guild.id >> 22) % shard.1 == shard.0).count();
        let fits = held <= self.options.limits.guilds_per_shard_max;
        if fits { Ok(shard) } else { Err(close_code::SHARDING_REQUIRED) }
    }

    /// `READY`, and `GUILD_CREATE` for each guild.
    fn greet(&self, session_id: &str, session: &mut Session, large_threshold: usize) {
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
        let hears_presences = session.intents & intents::GUILD_PRESENCES != 0;
        for guild in guilds.into_iter().filter(|guild| !guild.is_unavailable) {
            let is_large = guild.members.len() > large_threshold;
            let mut event = self.guild_event(guild);
            event["large"] = json!(is_large);
            if is_large || !hears_presences {
                event["members"] = json!([self.member_object(guild, bot)]);
            }
            session.dispatch("GUILD_CREATE", &event.to_string(), kept_max);
        }
    }

    pub(super) fn resume(&mut self, connection: &mut Connection, data: &Value) -> Result<(), u16> {
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
            connection.send_invalid_session();
            return Ok(());
        };
        if sequence > session.sequence {
            return Err(close_code::INVALID_SEQUENCE);
        }
        let Some(missed) = session.missed_since(sequence) else {
            self.gateway.sessions.remove(session_id);
            connection.send_invalid_session();
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
}
