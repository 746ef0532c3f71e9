//! A session: what one bot connection is sent, and what it missed.

use std::collections::{HashMap, VecDeque};

use axum::extract::ws::Utf8Bytes;
use tokio::sync::mpsc;

use super::intents;

/// What goes out on a gateway connection.
#[derive(Debug, Clone)]
pub(crate) enum Outgoing {
    Frame(Utf8Bytes),
    /// Frames from here on are compressed one by one.
    CompressPayloads,
    /// Close with this code; none closes without a close frame.
    Close(Option<u16>),
    /// The session is gone; the connection may identify again.
    SessionEnded,
}

/// The writing end of one connection.
pub(crate) type Outlet = mpsc::UnboundedSender<Outgoing>;

/// One gateway session.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) intents: u64,
    /// This shard's number and how many there are.
    pub(crate) shard: (u64, u64),
    pub(crate) sequence: u64,
    /// Dispatches kept for a resume, oldest first.
    kept: VecDeque<(u64, Utf8Bytes)>,
    /// The connection it lives on, with the connection's number.
    pub(crate) outlet: Option<(u64, Outlet)>,
    /// When its connection ended.
    pub(crate) ended_at_ms: u64,
}

impl Session {
    pub(crate) fn new(intents: u64, shard: (u64, u64), connection: u64, outlet: Outlet) -> Self {
        Self {
            intents,
            shard,
            sequence: 0,
            kept: VecDeque::new(),
            outlet: Some((connection, outlet)),
            ended_at_ms: 0,
        }
    }

    pub(crate) fn has_guild(&self, guild: Option<u64>) -> bool {
        let (shard, shards) = self.shard;
        guild.map_or(shard == 0, |guild| (guild >> 22) % shards == shard)
    }

    /// Whether it hears events of any of these intents (0: of none in particular).
    pub(crate) fn wants(&self, intent: u64, guild: Option<u64>) -> bool {
        (intent == 0 || self.intents & intent != 0) && self.has_guild(guild)
    }

    pub(crate) fn hears_content(&self) -> bool {
        self.intents & intents::MESSAGE_CONTENT != 0
    }

    /// Sends and keeps one dispatch; `data` is the event's JSON.
    pub(crate) fn dispatch(&mut self, name: &str, data: &str, kept_max: usize) {
        self.sequence += 1;
        let sequence = self.sequence;
        let frame = Utf8Bytes::from(format!(r#"{{"t":"{name}","s":{sequence},"op":0,"d":{data}}}"#));
        if self.kept.len() >= kept_max {
            self.kept.pop_front();
        }
        self.kept.push_back((sequence, frame.clone()));
        self.send(Outgoing::Frame(frame));
    }

    /// Sends without keeping. A connection that is gone is noticed by its own task.
    pub(crate) fn send(&self, outgoing: Outgoing) {
        if let Some((_, outlet)) = &self.outlet {
            drop(outlet.send(outgoing));
        }
    }

    /// The dispatches after `sequence`, or none when some are kept no more.
    pub(crate) fn missed_since(&self, sequence: u64) -> Option<Vec<Utf8Bytes>> {
        let oldest = self.kept.front().map_or(self.sequence + 1, |(oldest, _)| *oldest);
        if sequence + 1 < oldest {
            return None;
        }
        let skipped = usize::try_from(sequence + 1 - oldest).unwrap_or(usize::MAX);
        Some(self.kept.iter().skip(skipped).map(|(_, frame)| frame.clone()).collect())
    }
}

/// All sessions, and how the gateway misbehaves on demand.
#[derive(Debug, Default)]
pub(crate) struct Gateway {
    pub(crate) sessions: HashMap<String, Session>,
    pub(crate) connections: u64,
    /// When the day of the session start limit ends, and the starts in it.
    pub(crate) start_day: (u64, u32),
    /// When each identify bucket was last used.
    identifies: HashMap<u64, u64>,
    /// When all members of a guild were last asked for.
    pub(crate) member_requests: HashMap<u64, u64>,
    /// Heartbeats are not acknowledged while set.
    pub(crate) is_silent: bool,
}

impl Gateway {
    /// Sends an undispatched payload on every live session.
    pub(crate) fn send_all(&self, outgoing: &Outgoing) {
        self.sessions.values().for_each(|session| session.send(outgoing.clone()));
    }

    /// Takes `connection` off its session, which can be resumed until the window ends.
    pub(crate) fn detach(&mut self, session: &str, connection: u64, ends: bool, now_ms: u64) {
        let Some(found) = self.sessions.get_mut(session) else { return };
        if found.outlet.as_ref().is_none_or(|(current, _)| *current != connection) {
            return;
        }
        found.outlet = None;
        found.ended_at_ms = now_ms;
        if ends {
            self.sessions.remove(session);
        }
    }

    /// Forgets the sessions whose resume window has ended.
    pub(crate) fn sweep(&mut self, window_ms: u64, now_ms: u64) {
        self.sessions
            .retain(|_, session| session.outlet.is_some() || now_ms < session.ended_at_ms + window_ms);
    }

    /// Whether a shard of this concurrency bucket may identify now; it counts.
    pub(crate) fn may_identify(&mut self, bucket: u64, window_ms: u64, now_ms: u64) -> bool {
        let may = self.identifies.get(&bucket).is_none_or(|last_ms| now_ms >= last_ms + window_ms);
        if may {
            self.identifies.insert(bucket, now_ms);
        }
        may
    }

    /// Starts left today and milliseconds until the count begins anew.
    pub(crate) fn starts_left(&self, per_day: u32, now_ms: u64) -> (u32, u64) {
        let (ends_at_ms, used) = self.start_day;
        if now_ms >= ends_at_ms {
            return (per_day, 0);
        }
        (per_day.saturating_sub(used), ends_at_ms - now_ms)
    }

    /// Counts one start; false when the day's are used up.
    pub(crate) fn count_start(&mut self, per_day: u32, now_ms: u64) -> bool {
        const DAY_MS: u64 = 86_400_000;
        if now_ms >= self.start_day.0 {
            self.start_day = (now_ms + DAY_MS, 0);
        }
        self.start_day.1 += 1;
        self.start_day.1 <= per_day
    }
}
