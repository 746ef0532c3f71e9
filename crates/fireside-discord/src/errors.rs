//! What Discord answers when it does not do what it was asked, and what that
//! means for a delivery or for the adapter as a whole.

use std::time::Duration;

use fireside_core::ports::{AdapterError, DeliveryError, Scope};
use thiserror::Error;

/// Discord's own codes that decide what happens next ("JSON Error Codes").
pub(crate) mod code {
    pub(crate) const UNKNOWN_CHANNEL: u32 = 10_003;
    pub(crate) const UNKNOWN_GUILD: u32 = 10_004;
    pub(crate) const UNKNOWN_MEMBER: u32 = 10_007;
    pub(crate) const UNKNOWN_MESSAGE: u32 = 10_008;
    pub(crate) const UNKNOWN_USER: u32 = 10_013;
    pub(crate) const UNKNOWN_EMOJI: u32 = 10_014;
    pub(crate) const UNKNOWN_WEBHOOK: u32 = 10_015;
    pub(crate) const UNKNOWN_INTERACTION: u32 = 10_062;
    pub(crate) const SLOW_MODE: u32 = 20_016;
    pub(crate) const CHANNEL_WRITES_MAX: u32 = 20_028;
    pub(crate) const PINS_MAX: u32 = 30_003;
    pub(crate) const REACTIONS_MAX: u32 = 30_010;
    pub(crate) const THREAD_MEMBERS_MAX: u32 = 30_033;
    pub(crate) const OLD_EDITS_MAX: u32 = 30_046;
    pub(crate) const DIRECT_CHANNELS_TOO_FAST: u32 = 40_003;
    pub(crate) const REQUEST_TOO_LARGE: u32 = 40_005;
    pub(crate) const ALREADY_ACKNOWLEDGED: u32 = 40_060;
    pub(crate) const TAG_REQUIRED: u32 = 40_067;
    pub(crate) const MISSING_ACCESS: u32 = 50_001;
    pub(crate) const NOT_THE_AUTHOR: u32 = 50_005;
    pub(crate) const CANNOT_SEND_TO_USER: u32 = 50_007;
    pub(crate) const MISSING_PERMISSIONS: u32 = 50_013;
    pub(crate) const INVALID_WEBHOOK_TOKEN: u32 = 50_027;
    pub(crate) const INVALID_RECIPIENT: u32 = 50_033;
    pub(crate) const INVALID_FORM: u32 = 50_035;
    pub(crate) const THREAD_ARCHIVED: u32 = 50_083;
    pub(crate) const NO_MUTUAL_GUILD: u32 = 50_278;
    pub(crate) const OVERLOADED: u32 = 130_000;
    pub(crate) const THREAD_ALREADY_STARTED: u32 = 160_004;
    pub(crate) const THREAD_LOCKED: u32 = 160_005;
    pub(crate) const ACTIVE_THREADS_MAX: u32 = 160_006;
    pub(crate) const ANNOUNCEMENT_THREADS_MAX: u32 = 160_007;
    pub(crate) const AUTOMOD_BLOCKED: u32 = 200_000;
    pub(crate) const AUTOMOD_BLOCKED_TITLE: u32 = 200_001;
    pub(crate) const LINKS_BLOCKED: u32 = 240_000;
    pub(crate) const POLL_EXPIRED: u32 = 520_001;
}

/// How long to wait where Discord asks for it without saying how long.
const PAUSE: Duration = Duration::from_secs(10);
/// How long to open no direct channel after too many; Discord says no figure.
const DIRECT_PAUSE: Duration = Duration::from_mins(10);

/// A call did not succeed.
#[derive(Debug, Error)]
pub(crate) enum CallError {
    /// Discord understood it and does not do it.
    #[error("Discord says: {message} (status {status}, code {code})")]
    Rejected { status: u16, code: u32, message: String },
    /// Too many calls.
    #[error("Discord asks to wait {after:?}")]
    RateLimited { after: Duration, scope: Scope },
    /// Discord, or what stands before it, has trouble of its own.
    #[error("Discord answered with status {status}")]
    Server { status: u16 },
    /// Nothing was sent.
    #[error("Discord can't be reached: {why}")]
    NotConnected { why: String },
    /// It was sent, and no answer came.
    #[error("no answer came: {why}")]
    AnswerLost { why: String },
    /// So many calls were refused that going on would have the address banned.
    #[error("Discord refused over a thousand calls in ten minutes; calls go on in {after:?}")]
    Halted { after: Duration },
}

impl CallError {
    /// Discord's code, 0 if there is none.
    pub(crate) fn code(&self) -> u32 {
        if let Self::Rejected { code, .. } = self { *code } else { 0 }
    }

    /// The HTTP status, 0 if there is none.
    pub(crate) fn status(&self) -> u16 {
        match self {
            Self::Rejected { status, .. } | Self::Server { status } => *status,
            _ => 0,
        }
    }

    /// What it means where a thread was to be opened: one that the bot may not
    /// open is locked to it.
    pub(crate) fn of_opening(self) -> Self {
        match self {
            Self::Rejected { status, code: code::MISSING_PERMISSIONS, message } => {
                Self::Rejected { status, code: code::THREAD_LOCKED, message }
            }
            other => other,
        }
    }

    /// Whether the same call may work later.
    pub(crate) fn is_passing(&self) -> bool {
        !matches!(self, Self::Rejected { .. })
    }

    /// What it means for the adapter as a whole.
    pub(crate) fn for_adapter(self) -> AdapterError {
        match self {
            Self::Rejected { status: 401, .. } => AdapterError::Stop { what: wrong_token() },
            other => AdapterError::Later { what: other.to_string() },
        }
    }

    /// What it means for the delivery that made the call.
    pub(crate) fn for_delivery(self) -> DeliveryError {
        let why = self.to_string();
        match self {
            Self::RateLimited { after, scope } => DeliveryError::Retry { after: Some(after), scope, why },
            Self::Halted { after } => DeliveryError::Retry { after: Some(after), scope: Scope::All, why },
            Self::Server { .. } => DeliveryError::Retry { after: None, scope: Scope::Destination, why },
            Self::NotConnected { .. } => DeliveryError::Retry { after: None, scope: Scope::All, why },
            Self::AnswerLost { .. } => DeliveryError::Ambiguous { why },
            Self::Rejected { status, code, .. } => rejected(status, code, why),
        }
    }
}

fn rejected(status: u16, code: u32, why: String) -> DeliveryError {
    let refused = |why: &str| DeliveryError::Refused { why: why.to_owned() };
    let wait = |after, why| DeliveryError::Retry { after: Some(after), scope: Scope::Destination, why };
    match (status, code) {
        (401, _) => DeliveryError::Stop { why: wrong_token() },
        (_, code::UNKNOWN_CHANNEL | code::UNKNOWN_MESSAGE | code::UNKNOWN_GUILD) => {
            DeliveryError::Gone { why }
        }
        (
            _,
            code::CANNOT_SEND_TO_USER
            | code::NO_MUTUAL_GUILD
            | code::INVALID_RECIPIENT
            | code::UNKNOWN_USER
            | code::UNKNOWN_MEMBER,
        ) => DeliveryError::Unreachable { why },
        (_, code::SLOW_MODE | code::CHANNEL_WRITES_MAX | code::OLD_EDITS_MAX | code::OVERLOADED) => {
            wait(PAUSE, why)
        }
        (_, code::DIRECT_CHANNELS_TOO_FAST) => wait(DIRECT_PAUSE, why),
        (_, code::MISSING_ACCESS) => DeliveryError::Unreachable {
            why: "the bot can't see the channel: give it View Channel there, or ask it back into the server"
                .to_owned(),
        },
        (_, code::MISSING_PERMISSIONS) => refused(
            "the bot lacks a permission in the channel: give it Send Messages, Attach Files, Add Reactions, \
             Create Public and Private Threads, Send Messages in Threads, Manage Threads and, for pins, \
             Manage Messages and Pin Messages",
        ),
        (_, code::ACTIVE_THREADS_MAX | code::ANNOUNCEMENT_THREADS_MAX) => {
            refused("the server has as many active threads as Discord allows: archive some")
        }
        (_, code::THREAD_LOCKED) => DeliveryError::Closed {
            why: "unlock the thread, or give the bot Manage Threads there".to_owned(),
        },
        (_, code::THREAD_MEMBERS_MAX) => refused("the thread has as many members as Discord allows"),
        (_, code::PINS_MAX) => refused("the channel has as many pins as Discord allows: unpin some"),
        (_, code::REACTIONS_MAX) => refused("the message has as many reactions as Discord allows"),
        (_, code::TAG_REQUIRED) => refused(
            "the forum requires a tag that the bot may give: add one that is not for moderators alone",
        ),
        (_, code::AUTOMOD_BLOCKED | code::AUTOMOD_BLOCKED_TITLE | code::LINKS_BLOCKED) => {
            refused("the server's AutoMod blocked it: exempt the bot's role, or say it in other words")
        }
        (413, _) | (_, code::REQUEST_TOO_LARGE) => refused("it is longer than Discord takes"),
        (404, _) => DeliveryError::Gone { why },
        _ => DeliveryError::Refused { why },
    }
}

/// What a person reads when the token is wrong.
pub(crate) fn wrong_token() -> String {
    "Discord does not accept the bot's token: correct `discord.token` (Developer Portal, Bot, Reset Token)"
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rejection(status: u16, code: u32) -> DeliveryError {
        CallError::Rejected { status, code, message: "no".to_owned() }.for_delivery()
    }

    #[test]
    fn a_missing_channel_or_message_is_gone() {
        assert!(matches!(rejection(404, 10_003), DeliveryError::Gone { .. }));
        assert!(matches!(rejection(404, 10_008), DeliveryError::Gone { .. }));
    }

    #[test]
    fn closed_direct_messages_make_the_account_unreachable() {
        assert!(matches!(rejection(403, 50_007), DeliveryError::Unreachable { .. }));
    }

    #[test]
    fn a_missing_permission_is_named() {
        let DeliveryError::Refused { why } = rejection(403, 50_013) else { panic!("it is refused") };
        assert!(why.contains("Send Messages"), "{why}");
    }

    #[test]
    fn an_answer_that_got_lost_leaves_the_delivery_ambiguous() {
        let lost = CallError::AnswerLost { why: "closed".to_owned() }.for_delivery();
        assert!(matches!(lost, DeliveryError::Ambiguous { .. }));
    }

    #[test]
    fn a_revoked_token_stops_everything_and_names_the_setting() {
        let DeliveryError::Stop { why } = rejection(401, 0) else { panic!("it stops") };
        assert!(why.contains("discord.token"), "{why}");
    }
}
