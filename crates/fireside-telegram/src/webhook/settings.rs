//! Where updates are brought to, and telling Telegram so.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use fireside_core::ports::AdapterError;
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use teloxide::requests::Payload;

use crate::client::ApiClient;
use crate::errors::CallError;
use crate::update::ALLOWED_UPDATES;

/// The ports Telegram brings updates to (Bot API, `setWebhook`).
const PORTS: [u16; 4] = [443, 80, 88, 8443];
/// The longest secret, in characters (Bot API, `setWebhook`).
const SECRET_LEN_MAX: usize = 256;
/// The most connections (Bot API, `setWebhook`).
const CONNECTIONS_MAX: u8 = 100;

/// How Telegram brings updates, instead of being polled for them.
#[derive(Clone)]
pub struct Webhook {
    /// The address to listen on, without TLS: whatever ends TLS stands before it.
    pub listen: SocketAddr,
    /// Where Telegram reaches that: `https://`, on port 443, 80, 88 or 8443. On
    /// a loopback address, for tests, `http://` and any port will do; port 0
    /// there is the one that is listened on.
    pub public_url: String,
    /// What Telegram proves itself with: 1–256 of `A-Za-z0-9_-`.
    pub secret: SecretString,
    /// How many updates may be brought at once, 1–100.
    pub max_connections: u8,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("listen", &self.listen)
            .field("public_url", &self.public_url)
            .field("max_connections", &self.max_connections)
            .finish_non_exhaustive()
    }
}

impl Webhook {
    /// The address that Telegram is told.
    ///
    /// # Errors
    /// When a setting can't be right; the message names it.
    pub(crate) fn check(&self) -> Result<Url, AdapterError> {
        let stop = |what: String| Err(AdapterError::Stop { what });
        let url = match Url::parse(&self.public_url) {
            Ok(url) => url,
            Err(error) => return stop(format!("`telegram.webhook.public_url` is not an address: {error}")),
        };
        let is_loopback = is_loopback(&url);
        if url.scheme() != "https" && !(is_loopback && url.scheme() == "http") {
            return stop("`telegram.webhook.public_url` must begin with https://".to_owned());
        }
        let port = url.port_or_known_default().unwrap_or_default();
        if !is_loopback && !PORTS.contains(&port) {
            return stop(format!(
                "`telegram.webhook.public_url` has port {port}, but Telegram knows 443, 80, 88 and 8443 only"
            ));
        }
        if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
            return stop("`telegram.webhook.public_url` must be a host and a path alone".to_owned());
        }
        let secret = self.secret.expose_secret();
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if secret.is_empty() || secret.len() > SECRET_LEN_MAX || !secret.chars().all(is_allowed) {
            return stop("`telegram.webhook.secret` must be 1 to 256 letters, digits, - and _".to_owned());
        }
        if self.max_connections == 0 || self.max_connections > CONNECTIONS_MAX {
            return stop("`telegram.webhook.max_connections` must be 1 to 100".to_owned());
        }
        Ok(url)
    }

    /// Tells Telegram to bring updates to `url`.
    ///
    /// # Errors
    /// When it does not take the address; the message names the setting.
    pub(super) async fn announce(&self, client: &ApiClient, url: Url) -> Result<(), AdapterError> {
        let call = SetWebhook {
            url: url.as_str(),
            secret_token: self.secret.expose_secret(),
            max_connections: self.max_connections,
            allowed_updates: &ALLOWED_UPDATES,
        };
        match client.call_for::<bool, _>(&call).await {
            Ok(_) => Ok(()),
            Err(CallError::Refused { code: 400, description, .. }) => Err(AdapterError::Stop {
                what: format!("Telegram does not take `telegram.webhook.public_url`: {description}"),
            }),
            Err(error) => Err(error.for_adapter(client.api_url())),
        }
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// `setWebhook`, without a certificate of its own.
#[derive(Serialize)]
struct SetWebhook<'a> {
    url: &'a str,
    secret_token: &'a str,
    max_connections: u8,
    allowed_updates: &'static [&'static str],
}

impl Payload for SetWebhook<'_> {
    type Output = bool;

    const NAME: &'static str = "SetWebhook";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn webhook(public_url: &str) -> Webhook {
        Webhook {
            listen: ([127, 0, 0, 1], 0).into(),
            public_url: public_url.to_owned(),
            secret: "a-secret_1".into(),
            max_connections: 40,
        }
    }

    fn problem(webhook: &Webhook) -> String {
        webhook.check().expect_err("refused").to_string()
    }

    #[test]
    fn an_address_that_telegram_can_reach_is_taken() {
        for url in ["https://acme.example/hook", "https://acme.example:8443/", "http://127.0.0.1:0/hook"] {
            assert!(webhook(url).check().is_ok(), "{url}");
        }
    }

    #[test]
    fn an_address_that_telegram_can_not_reach_names_its_setting() {
        for url in
            ["acme", "http://acme.example/", "https://acme.example:8080/", "ftp://[::1]/", "https://a/?b"]
        {
            assert!(problem(&webhook(url)).contains("telegram.webhook.public_url"), "{url}");
        }
    }

    #[test]
    fn a_secret_that_can_not_be_one_names_its_setting() {
        for secret in ["", "a b", "ä", &"x".repeat(257)] {
            let wrong = Webhook { secret: secret.to_owned().into(), ..webhook("https://acme.example/") };
            assert!(problem(&wrong).contains("telegram.webhook.secret"), "{secret}");
            assert!(secret.is_empty() || !problem(&wrong).contains(&format!("`{secret}`")));
        }
        let none = Webhook { max_connections: 0, ..webhook("https://acme.example/") };
        assert!(problem(&none).contains("telegram.webhook.max_connections"));
    }
}
