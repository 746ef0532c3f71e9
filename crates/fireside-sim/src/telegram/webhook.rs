//! What the bot's webhook is, and how patient Telegram is with it.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::errors::ApiError;
use super::params::Params;
use crate::Clock;

/// The ports to which Telegram delivers.
const PORTS: [u16; 4] = [80, 88, 443, 8443];
/// The longest secret token, in bytes.
const SECRET_LEN_MAX: usize = 256;
/// How many deliveries run at once unless the bot says.
const CONNECTIONS: i64 = 40;
/// How many it may ask for.
const CONNECTIONS_MAX: i64 = 100;

/// How updates are delivered to a webhook. What Telegram's documents leave open
/// is as the official server's source has it.
#[derive(Debug, Clone)]
pub struct WebhookOptions {
    /// Plain `http://` is allowed for addresses on this machine, with any port.
    pub plain_http: bool,
    /// The wait after a first failure, in milliseconds; it doubles with each.
    pub retry_first_ms: u64,
    /// The longest wait, in milliseconds.
    pub retry_max_ms: u64,
    /// How long an answer is waited for, in milliseconds of real time.
    pub timeout_ms: u64,
    /// The clock by which retries come; none is the simulator's own.
    pub retry_clock: Option<Clock>,
}

impl Default for WebhookOptions {
    fn default() -> Self {
        Self {
            plain_http: true,
            retry_first_ms: 1_000,
            retry_max_ms: 60_000,
            timeout_ms: 60_000,
            retry_clock: None,
        }
    }
}

impl WebhookOptions {
    /// How long to wait after this many failures in a row, in milliseconds.
    pub(crate) fn retry_after_ms(&self, failures: u32) -> u64 {
        let doublings = failures.saturating_sub(1).min(32);
        self.retry_first_ms.saturating_mul(1 << doublings).min(self.retry_max_ms)
    }
}

/// Where updates are delivered; an empty URL is no webhook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    pub(crate) secret: String,
    pub(crate) max_connections: usize,
    pub(crate) ip_address: Option<IpAddr>,
    has_certificate: bool,
}

impl Webhook {
    /// The webhook that a `setWebhook` call asks for.
    ///
    /// # Errors
    /// The documented refusals of a URL, a port, an address or a secret.
    pub(crate) fn read(params: &Params, options: &WebhookOptions) -> Result<Self, ApiError> {
        let url = params.text("url").unwrap_or_default().trim().to_owned();
        if url.is_empty() {
            return Ok(Self::default());
        }
        let ip_address = params.text("ip_address").filter(|address| !address.is_empty());
        let wrong_address = |_| ApiError::bad_request("bad webhook: IP address is invalid");
        let ip_address: Option<IpAddr> =
            ip_address.map(|address| address.parse().map_err(wrong_address)).transpose()?;
        check_url(&url, options)?;
        let secret = params.text("secret_token").unwrap_or_default().into_owned();
        let is_letter = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
        if secret.len() > SECRET_LEN_MAX {
            return Err(ApiError::bad_request("secret token is too long"));
        }
        if !secret.bytes().all(is_letter) {
            return Err(ApiError::bad_request("secret token contains unallowed characters"));
        }
        let max_connections =
            params.integer("max_connections")?.unwrap_or(CONNECTIONS).clamp(1, CONNECTIONS_MAX);
        let max_connections = usize::try_from(max_connections).unwrap_or(1);
        let has_certificate = params.upload("certificate").is_some();
        Ok(Self { url, secret, max_connections, ip_address, has_certificate })
    }

    pub(crate) fn is_set(&self) -> bool {
        !self.url.is_empty()
    }

    /// The fields of `WebhookInfo` that are the webhook's own.
    pub(crate) fn info(&self) -> Value {
        let mut info = json!({ "url": self.url, "has_custom_certificate": self.has_certificate });
        if self.is_set() {
            info["max_connections"] = self.max_connections.into();
        }
        if let Some(address) = self.ip_address {
            info["ip_address"] = address.to_string().into();
        }
        info
    }
}

fn check_url(url: &str, options: &WebhookOptions) -> Result<(), ApiError> {
    let refuse = |reason: &str| Err(ApiError::bad_request(format!("bad webhook: {reason}")));
    let Ok(url) = reqwest::Url::parse(url) else { return refuse("invalid webhook URL specified") };
    let near = url.host_str().is_some_and(is_near);
    if url.scheme() == "http" && near && options.plain_http {
        return Ok(());
    }
    if url.scheme() != "https" {
        return refuse("An HTTPS URL must be provided for webhook");
    }
    let port = url.port_or_known_default().unwrap_or_default();
    if !near && !PORTS.contains(&port) {
        return refuse("Webhook can be set up only on ports 80, 88, 443 or 8443");
    }
    Ok(())
}

/// Whether a URL's host is this machine.
pub(crate) fn is_near(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest() {
        let options = WebhookOptions::default();
        let waits: Vec<_> = (1..=8).map(|failures| options.retry_after_ms(failures)).collect();
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    }
}
