//! Links into a private chat with the bot, and the data they bring along.
//!
//! A button can't bring somebody into a private chat by itself. A link can, and
//! the client then sends `/start` with the link's payload: 1–64 characters of
//! `A-Za-z0-9_-` (Bot API, "Deep linking").

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Url;

/// What a payload made here begins with: other people's links are not data.
const MARK: &str = "p_";
/// The longest payload, in characters.
const PAYLOAD_LEN_MAX: usize = 64;

/// The address that brings somebody to `username` with `data`; `None` where the
/// data is empty or longer than 45 bytes, or the bot has no name.
pub(crate) fn address(username: &str, data: &str) -> Option<Url> {
    let payload = format!("{MARK}{}", URL_SAFE_NO_PAD.encode(data));
    if username.is_empty() || data.is_empty() || payload.len() > PAYLOAD_LEN_MAX {
        return None;
    }
    Url::parse_with_params(&format!("https://t.me/{username}"), [("start", payload)]).ok()
}

/// The data in a payload that [`address`] made; `None`: somebody else made it.
pub(crate) fn data(payload: &str) -> Option<String> {
    let data = URL_SAFE_NO_PAD.decode(payload.strip_prefix(MARK)?).ok()?;
    String::from_utf8(data).ok().filter(|data| !data.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_goes_there_and_back() {
        for given in ["feedback:open:1", "ä".repeat(22).as_str(), &"x".repeat(45)] {
            let address = address("acme_bot", given).expect("it fits");
            assert_eq!(address.path(), "/acme_bot");
            let (_, payload) = address.query_pairs().next().expect("a payload");
            assert!(payload.len() <= PAYLOAD_LEN_MAX);
            assert!(payload.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-'));
            assert_eq!(data(&payload).as_deref(), Some(given));
        }
    }

    #[test]
    fn what_does_not_fit_has_no_link() {
        assert_eq!(address("acme_bot", ""), None);
        assert_eq!(address("acme_bot", &"x".repeat(47)), None);
        assert_eq!(address("", "x"), None);
    }

    #[test]
    fn payloads_of_others_are_no_data() {
        for other in ["", "p_", "p_*", "p__w", "promo2026", "ZmVlZGJhY2s"] {
            assert_eq!(data(other), None, "{other}");
        }
    }
}
