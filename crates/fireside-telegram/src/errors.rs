//! What the Bot API's refusals mean for what happens next.

use std::time::Duration;

use fireside_core::Place;
use fireside_core::ports::{AdapterError, DeliveryError, Scope};
use thiserror::Error;

use crate::PLATFORM;
use crate::client::described;

/// A call that brought no result.
#[derive(Debug, Error)]
pub(crate) enum CallError {
    /// The server refused it.
    #[error("{code} {description}")]
    Refused {
        /// The Bot API's error code, an HTTP status.
        code: u16,
        /// What it said.
        description: String,
        /// How long to wait.
        retry_after: Option<Duration>,
        /// The chat's new id.
        migrate_to: Option<i64>,
    },
    /// It never left.
    #[error("{why}")]
    NotSent {
        /// What was in the way.
        why: String,
    },
    /// It broke off before all of it had left: nothing is made of a part.
    #[error("{why}")]
    Cut {
        /// What happened.
        why: String,
    },
    /// It left, and no answer came.
    #[error("{why}")]
    Lost {
        /// What happened.
        why: String,
    },
    /// Something answered, but not as the Bot API does.
    #[error("status {status}, and the answer can't be read: {why}")]
    Unreadable {
        /// The HTTP status.
        status: u16,
        /// What is wrong with the body.
        why: String,
    },
}

/// What a 400 says of a message or topic that is not there any more.
const GONE: [&str; 12] = [
    "message thread not found",
    "topic_deleted",
    "topic_id_invalid",
    "message to edit not found",
    "message to react not found",
    "message to delete not found",
    "message to pin not found",
    "message to be replied not found",
    "reply message not found",
    "message with poll to stop not found",
    "message_id_invalid",
    "message not found",
];
/// What a 400 says of a topic that somebody closed.
const CLOSED: [&str; 1] = ["topic_closed"];
/// What a 400 says of a chat that does not hear the bot.
const UNREACHABLE: [&str; 11] = [
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "user_is_blocked",
    "input_user_deactivated",
    "channel_private",
    "chat_restricted",
    "chat_write_forbidden",
    "have no rights to send a message",
    "need administrator rights in the channel",
];

/// Whether a delivery may be done twice without harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// The second time changes nothing.
    Harmless,
    /// The second time shows.
    Shows,
}

impl CallError {
    /// How far a call came that the HTTP client gave up.
    pub(crate) fn from_transport(error: reqwest::Error) -> Self {
        let never_left = error.is_connect() || error.is_builder();
        let why = described(error);
        if never_left { Self::NotSent { why } } else { Self::Lost { why } }
    }

    /// Whether it is a refusal whose description contains one of `words`.
    pub(crate) fn says(&self, words: &[&str]) -> bool {
        let Self::Refused { description, .. } = self else { return false };
        let description = description.to_ascii_lowercase();
        words.iter().any(|word| description.contains(word))
    }

    /// The status of a refusal.
    pub(crate) fn code(&self) -> Option<u16> {
        match self {
            Self::Refused { code, .. } | Self::Unreadable { status: code, .. } => Some(*code),
            Self::NotSent { .. } | Self::Cut { .. } | Self::Lost { .. } => None,
        }
    }

    /// Whether the server does not know the token.
    pub(crate) fn is_wrong_token(&self) -> bool {
        self.code() == Some(401)
    }

    /// What it means when the very first call comes to it: a token of the wrong
    /// form is a path that the server doesn't have.
    pub(crate) fn for_connecting(self, api_url: &str) -> AdapterError {
        if matches!(self, Self::Refused { code: 404, .. }) {
            return AdapterError::Stop { what: wrong_token() };
        }
        self.for_adapter(api_url)
    }

    /// What it means for a delivery.
    pub(crate) fn for_delivery(self, repeat: Repeat) -> DeliveryError {
        let why = self.to_string();
        let retry = |after, scope| DeliveryError::Retry { after, scope, why: why.clone() };
        match &self {
            _ if self.is_wrong_token() => DeliveryError::Stop { why: wrong_token() },
            Self::Refused { migrate_to: Some(to), .. } => {
                DeliveryError::Moved { to: Place::channel(PLATFORM, to.to_string()) }
            }
            Self::Refused { code: 429, retry_after, .. } => retry(*retry_after, Scope::Destination),
            Self::Refused { code: 403, description, .. } => {
                DeliveryError::Unreachable { why: description.clone() }
            }
            Self::Refused { code: 400, description, .. } => self.for_bad_request(description),
            _ if self.code() == Some(504) && repeat == Repeat::Shows => DeliveryError::Ambiguous { why },
            Self::Refused { code, .. } if *code < 500 && *code != 409 => DeliveryError::Refused { why },
            Self::Refused { .. } | Self::Cut { .. } => retry(None, Scope::Destination),
            Self::Unreadable { status: 413, .. } => DeliveryError::Refused { why },
            Self::Unreadable { status, .. } if *status >= 300 => retry(None, Scope::Destination),
            Self::NotSent { .. } => retry(None, Scope::All),
            Self::Lost { .. } | Self::Unreadable { .. } if repeat == Repeat::Harmless => {
                retry(None, Scope::Destination)
            }
            Self::Lost { .. } | Self::Unreadable { .. } => DeliveryError::Ambiguous { why },
        }
    }

    fn for_bad_request(&self, description: &str) -> DeliveryError {
        let why = description.to_owned();
        if self.says(&GONE) {
            DeliveryError::Gone { why }
        } else if self.says(&CLOSED) {
            DeliveryError::Closed { why }
        } else if self.says(&UNREACHABLE) {
            DeliveryError::Unreachable { why }
        } else {
            DeliveryError::Refused { why }
        }
    }

    /// What it means for the adapter as a whole, talking to `api_url`.
    pub(crate) fn for_adapter(self, api_url: &str) -> AdapterError {
        let what = match &self {
            _ if self.is_wrong_token() => return AdapterError::Stop { what: wrong_token() },
            Self::Refused { .. } => format!("Telegram refused: {self}"),
            Self::NotSent { why } | Self::Cut { why } | Self::Lost { why } => {
                format!("{api_url} can't be reached ({why}): check the network and `telegram.api_url`")
            }
            Self::Unreadable { status, .. } if *status >= 500 => {
                format!("{api_url} answers with status {status} and not as the Bot API does")
            }
            Self::Unreadable { .. } => {
                let what = format!(
                    "{api_url} does not answer as the Bot API does ({self}): check `telegram.api_url`"
                );
                return AdapterError::Stop { what };
            }
        };
        AdapterError::Later { what }
    }
}

fn wrong_token() -> String {
    "Telegram does not know the bot's token: check `telegram.token`, or ask @BotFather for a new one"
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: u16, description: &str) -> CallError {
        CallError::Refused { code, description: description.to_owned(), retry_after: None, migrate_to: None }
    }

    #[test]
    fn a_blocked_bot_can_not_reach_the_customer() {
        let error = refused(403, "Forbidden: bot was blocked by the user").for_delivery(Repeat::Shows);
        assert!(matches!(error, DeliveryError::Unreachable { .. }));
    }

    #[test]
    fn a_topic_or_message_that_is_not_there_is_gone() {
        for what in ["message thread not found", "TOPIC_DELETED", "message to edit not found"] {
            let error = refused(400, &format!("Bad Request: {what}")).for_delivery(Repeat::Shows);
            assert!(matches!(error, DeliveryError::Gone { .. }), "{what}");
        }
    }

    #[test]
    fn a_closed_topic_is_told_apart() {
        let error = refused(400, "Bad Request: TOPIC_CLOSED").for_delivery(Repeat::Shows);
        assert!(matches!(error, DeliveryError::Closed { .. }), "{error:?}");
    }

    #[test]
    fn a_lost_answer_is_ambiguous_only_where_repeating_shows() {
        let lost = || CallError::Lost { why: "reset".to_owned() };
        assert!(matches!(lost().for_delivery(Repeat::Shows), DeliveryError::Ambiguous { .. }));
        assert!(matches!(lost().for_delivery(Repeat::Harmless), DeliveryError::Retry { .. }));
    }

    #[test]
    fn a_gateway_that_waited_in_vain_may_have_handed_the_call_on() {
        let late = || CallError::Unreadable { status: 504, why: "a page".to_owned() };
        assert!(matches!(late().for_delivery(Repeat::Shows), DeliveryError::Ambiguous { .. }));
        assert!(matches!(late().for_delivery(Repeat::Harmless), DeliveryError::Retry { .. }));
        for status in [500, 502, 503] {
            let down = CallError::Unreadable { status, why: "a page".to_owned() };
            assert!(matches!(down.for_delivery(Repeat::Shows), DeliveryError::Retry { .. }), "{status}");
        }
    }

    #[test]
    fn a_chat_that_lets_the_bot_say_nothing_can_not_be_reached() {
        for what in ["chat not found", "have no rights to send a message", "USER_IS_BLOCKED"] {
            let error = refused(400, &format!("Bad Request: {what}")).for_delivery(Repeat::Shows);
            assert!(matches!(error, DeliveryError::Unreachable { .. }), "{what}");
        }
    }

    #[test]
    fn a_call_that_broke_off_is_made_again() {
        let cut = CallError::Cut { why: "reset".to_owned() };
        assert!(matches!(cut.for_delivery(Repeat::Shows), DeliveryError::Retry { .. }));
    }

    #[test]
    fn a_wrong_token_names_its_setting() {
        let error = refused(401, "Unauthorized").for_adapter("https://api.telegram.org");
        assert!(matches!(&error, AdapterError::Stop { what } if what.contains("telegram.token")));
    }

    #[test]
    fn a_group_that_became_a_supergroup_has_moved() {
        let error = CallError::Refused {
            code: 400,
            description: "Bad Request: group chat was upgraded to a supergroup chat".to_owned(),
            retry_after: None,
            migrate_to: Some(-1_001_234_567_890_123),
        };
        let DeliveryError::Moved { to } = error.for_delivery(Repeat::Shows) else { panic!("not moved") };
        assert_eq!(to, Place::channel(PLATFORM, "-1001234567890123"));
    }
}
