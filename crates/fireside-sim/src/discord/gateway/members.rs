//! Requests for members (op 8) and the chunks that answer them.

use serde_json::{Value, json};

use super::super::mentions::snowflake;
use super::super::objects::id;
use super::super::world::State;
use super::super::world::model::Guild;
use super::intents;
use super::receive::close_code;

/// A chunk holds at most this many members.
const CHUNK_LEN_MAX: usize = 1_000;
/// A request by name or by ids gives at most this many.
const LISTED_MAX: usize = 100;
/// A nonce longer than this many bytes is left out.
const NONCE_LEN_MAX: usize = 32;

/// What a request asks for.
struct Request {
    user_ids: Option<Vec<u64>>,
    query: String,
    /// 0 stands for all.
    limit: usize,
    wants_presences: bool,
    nonce: Option<Value>,
}

impl Request {
    fn read(data: &Value) -> Result<Self, u16> {
        let user_ids = match &data["user_ids"] {
            Value::Array(users) => Some(users.iter().filter_map(snowflake).take(LISTED_MAX).collect()),
            Value::Null => None,
            one => Some(snowflake(one).into_iter().collect()),
        };
        let query = data["query"].as_str();
        if query.is_none() && user_ids.is_none() {
            return Err(close_code::DECODE_ERROR);
        }
        let nonce = data
            .get("nonce")
            .filter(|nonce| nonce.as_str().map_or(!nonce.is_null(), |text| text.len() <= NONCE_LEN_MAX));
        Ok(Self {
            user_ids,
            query: query.unwrap_or_default().to_lowercase(),
            limit: data["limit"].as_u64().and_then(|limit| usize::try_from(limit).ok()).unwrap_or(0),
            wants_presences: data["presences"].as_bool().unwrap_or(false),
            nonce: nonce.cloned(),
        })
    }

    fn asks_for_all(&self) -> bool {
        self.user_ids.is_none() && self.query.is_empty() && self.limit == 0
    }
}

impl State {
    /// Sends the members asked for, in chunks. Asking for all of them takes the
    /// members intent and is limited to once in a while per guild.
    pub(super) fn send_members(&mut self, session: &str, data: &Value) -> Result<(), u16> {
        let request = Request::read(data)?;
        let heard = self.gateway.sessions.get(session).map_or(0, |session| session.intents);
        let Some(guild) = snowflake(&data["guild_id"]).filter(|guild| self.is_bot_in(*guild)) else {
            return Ok(());
        };
        if request.asks_for_all() {
            if heard & intents::GUILD_MEMBERS == 0 {
                return Err(close_code::DISALLOWED_INTENTS);
            }
            if let Some(retry_after_ms) = self.count_full_request(guild) {
                let mut meta = json!({ "guild_id": id(guild) });
                if let Some(nonce) = &request.nonce {
                    meta["nonce"] = nonce.clone();
                }
                let retry_after = std::time::Duration::from_millis(retry_after_ms).as_secs_f64();
                let limited = json!({ "opcode": 8, "retry_after": retry_after, "meta": meta });
                self.dispatch_to(session, "RATE_LIMITED", &limited);
                return Ok(());
            }
        }
        let with_presences = request.wants_presences && heard & intents::GUILD_PRESENCES != 0;
        let chunks = self.guilds.get(&guild).map(|guild| self.chunks(guild, &request, with_presences));
        for chunk in chunks.into_iter().flatten() {
            self.dispatch_to(session, "GUILD_MEMBERS_CHUNK", &chunk);
        }
        Ok(())
    }

    /// Milliseconds to wait, when all of the guild's members were asked for lately.
    fn count_full_request(&mut self, guild: u64) -> Option<u64> {
        let (now_ms, window_ms) = (self.clock.now_ms(), self.options.limits.member_request_window_ms);
        let free_at_ms = self.gateway.member_requests.get(&guild).map_or(0, |at_ms| at_ms + window_ms);
        if now_ms < free_at_ms {
            return Some(free_at_ms - now_ms);
        }
        self.gateway.member_requests.insert(guild, now_ms);
        None
    }

    fn chunks(&self, guild: &Guild, request: &Request, with_presences: bool) -> Vec<Value> {
        let is_named = |user: &&u64| {
            let nick = guild.members.get(user).and_then(|member| member.nick.as_deref());
            let name = self.users.get(user).map(|user| user.name.as_str());
            let starts = |name: &str| name.to_lowercase().starts_with(&request.query);
            name.is_some_and(starts) || nick.is_some_and(starts)
        };
        let (found, not_found): (Vec<u64>, Vec<u64>) = if let Some(wanted) = &request.user_ids {
            wanted.iter().partition(|user| guild.members.contains_key(user))
        } else {
            let max = if request.asks_for_all() { usize::MAX } else { LISTED_MAX };
            let limit = if request.limit == 0 { max } else { request.limit.min(max) };
            (guild.members.keys().filter(is_named).take(limit).copied().collect(), Vec::new())
        };
        let parts: Vec<&[u64]> =
            if found.is_empty() { vec![&[]] } else { found.chunks(CHUNK_LEN_MAX).collect() };
        let chunk = |(at, users): (usize, &&[u64])| {
            let mut chunk = json!({
                "guild_id": id(guild.id), "chunk_index": at, "chunk_count": parts.len(),
                "members": users.iter().map(|user| self.member_object(guild, *user)).collect::<Value>(),
            });
            if !not_found.is_empty() {
                chunk["not_found"] = not_found.iter().copied().map(id).collect();
            }
            if let Some(nonce) = &request.nonce {
                chunk["nonce"] = nonce.clone();
            }
            if with_presences {
                let offline = |user: &u64| {
                    json!({ "user": { "id": id(*user) }, "status": "offline", "activities": [],
                        "client_status": {} })
                };
                chunk["presences"] = users.iter().map(offline).collect();
            }
            chunk
        };
        parts.iter().enumerate().map(chunk).collect()
    }

    /// Dispatches an event to one session.
    fn dispatch_to(&mut self, session: &str, name: &str, data: &Value) {
        let kept_max = self.options.limits.resume_events_max;
        if let Some(session) = self.gateway.sessions.get_mut(session) {
            session.dispatch(name, &data.to_string(), kept_max);
        }
    }
}
