//! What a simulated Discord is started with.

use crate::Clock;

use super::gateway::intents;

/// The token that is accepted unless told otherwise. It begins, as every token
/// does, with the bot's id in base64, which some SDKs read.
const DEFAULT_TOKEN: &str = "MTAwMDAwMDAwMDAwMDAwMDA0Mg.fireside.simulator";

/// Settings of one simulated Discord.
#[derive(Debug, Clone)]
pub struct Options {
    /// The bot token that is accepted.
    pub token: String,
    /// The application's id, which is also the bot user's id.
    pub application_id: u64,
    /// The bot user's name.
    pub bot_name: String,
    /// The clock that ids, windows and deadlines go by.
    pub clock: Clock,
    /// Rate limits, windows and caps.
    pub limits: Limits,
    /// The heartbeat interval told in Hello, in milliseconds.
    pub heartbeat_interval_ms: u64,
    /// How long after a missed heartbeat a connection is closed, in milliseconds
    /// of real time, which is what clients beat by.
    pub heartbeat_grace_ms: u64,
    /// The number of shards `GET /gateway/bot` recommends.
    pub shards: u64,
    /// How many shards may identify at once.
    pub max_concurrency: u64,
    /// Where interactions are posted to, in place of the gateway; unlike a change
    /// by REST it is taken unverified.
    pub interactions_endpoint_url: Option<String>,
    /// The privileged intents granted to the application, as intent bits.
    pub privileged_intents: u64,
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Where it says that it and its files are, as `127.0.0.1:1234`, when a proxy
    /// stands before it; none is its own address.
    pub told_address: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            token: DEFAULT_TOKEN.to_owned(),
            application_id: 1_000_000_000_000_000_042,
            bot_name: "fireside".to_owned(),
            clock: Clock::running(),
            limits: Limits::default(),
            heartbeat_interval_ms: 41_250,
            heartbeat_grace_ms: 20_000,
            shards: 1,
            max_concurrency: 1,
            interactions_endpoint_url: None,
            privileged_intents: intents::PRIVILEGED,
            port: 0,
            told_address: None,
        }
    }
}

/// How many calls of one route and major parameter pass in one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RouteLimit {
    /// Calls per window; 0 means no limit.
    pub calls: u32,
    /// The window, in milliseconds.
    pub window_ms: u64,
}

/// The limits the simulator enforces. What Discord leaves unstated is a
/// parameter here; the defaults are those that have been observed.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Calls per second over all routes; 0 means no limit (Discord documents 50).
    pub global_per_second: u32,
    /// The limit of every route that `routes` doesn't name.
    pub route_default: RouteLimit,
    /// Limits by a part of a call's name, such as `POST /channels/{channel.id}/messages`.
    pub routes: Vec<(String, RouteLimit)>,
    /// How long an enforced nonce is remembered, in milliseconds.
    pub nonce_window_ms: u64,
    /// How long a session can be resumed after its connection ended, in milliseconds.
    pub resume_window_ms: u64,
    /// How many events a session keeps for a resume.
    pub resume_events_max: usize,
    /// Active threads one guild may have.
    pub active_threads_max: usize,
    /// Identifies one day allows (Discord documents 1000).
    pub session_starts_per_day: u32,
    /// How long an identify keeps its concurrency bucket, in milliseconds
    /// (Discord documents 5 s); another one meanwhile gets op 9.
    pub identify_window_ms: u64,
    /// How long all members of a guild can't be asked for again, in milliseconds
    /// (Discord documents 30 s).
    pub member_request_window_ms: u64,
    /// Guilds one shard may have (Discord documents 2500); more close with 4011.
    pub guilds_per_shard_max: usize,
    /// Payloads one gateway connection may send in a minute (Discord documents 120).
    pub gateway_sends_per_minute: u32,
    /// Changes of one channel's name or topic (2 in 10 minutes have been observed).
    pub channel_renames: RouteLimit,
    /// How long a link to an attachment works, in milliseconds (24 h has been observed).
    pub attachment_link_ms: u64,
    /// Answers of 401, 403 and 429 in ten minutes before the address is shut out
    /// (Discord documents 10,000); 0 means no limit.
    pub invalid_requests_max: u32,
    /// Commands one guild, or the global scope, may have created in a day
    /// (Discord documents 200).
    pub command_creates_per_day: u32,
    /// How long an interaction waits for its first answer, in milliseconds (Discord documents 3 s).
    pub interaction_answer_ms: u64,
    /// How long an interaction's token lives, in milliseconds (Discord documents 15 min).
    pub interaction_token_ms: u64,
}

impl Default for Limits {
    fn default() -> Self {
        let slow = RouteLimit { calls: 5, window_ms: 5_000 };
        Self {
            global_per_second: 50,
            route_default: RouteLimit { calls: 50, window_ms: 1_000 },
            routes: vec![
                ("/channels/{channel.id}/messages/{message.id}/reactions".to_owned(), {
                    RouteLimit { calls: 1, window_ms: 250 }
                }),
                ("POST /channels/{channel.id}/messages".to_owned(), slow),
                ("PATCH /channels/{channel.id}/messages".to_owned(), slow),
                ("POST /channels/{channel.id}/typing".to_owned(), slow),
            ],
            nonce_window_ms: 180_000,
            resume_window_ms: 180_000,
            resume_events_max: 10_000,
            active_threads_max: 1_000,
            session_starts_per_day: 1_000,
            identify_window_ms: 5_000,
            member_request_window_ms: 30_000,
            guilds_per_shard_max: 2_500,
            gateway_sends_per_minute: 120,
            channel_renames: RouteLimit { calls: 2, window_ms: 600_000 },
            attachment_link_ms: 86_400_000,
            invalid_requests_max: 10_000,
            command_creates_per_day: 200,
            interaction_answer_ms: 3_000,
            interaction_token_ms: 900_000,
        }
    }
}

impl Limits {
    /// The default windows and caps without any rate limit: for benchmarks, and
    /// for tests that are not about limits.
    pub fn unlimited() -> Self {
        Self {
            global_per_second: 0,
            route_default: RouteLimit { calls: 0, window_ms: 0 },
            routes: Vec::new(),
            channel_renames: RouteLimit { calls: 0, window_ms: 0 },
            identify_window_ms: 0,
            member_request_window_ms: 0,
            invalid_requests_max: 0,
            ..Self::default()
        }
    }

    /// The bucket of the call named `name`, and its limit. The routes that one
    /// entry of `routes` names share a bucket, any other has its own.
    pub(super) fn of<'name>(&'name self, name: &'name str) -> (&'name str, RouteLimit) {
        let named = self.routes.iter().find(|(part, _)| name.contains(part.as_str()));
        named.map_or((name, self.route_default), |(part, limit)| (part.as_str(), *limit))
    }
}
