//! An adapter that tells other software what happened, by signed HTTP requests.
//!
//! It hears nothing. What a community's features tell with
//! [`Turn::tell_software`](fireside_core::Turn::tell_software) it posts to the
//! community's endpoint, by the [Standard Webhooks](https://www.standardwebhooks.com)
//! specification 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature`. Order, retries and
//! what a restart leaves are the outbox's, as with every adapter. Receivers are
//! promised what `docs/webhooks.md` says.
//!
//! ```
//! use fireside_webhook::{Endpoint, EndpointUrl, Secrets, place};
//!
//! let url = EndpointUrl::parse("https://hooks.example.com/fireside", false)?;
//! let secrets = Secrets::parse(&"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".into())?;
//! let endpoint = Endpoint { url, secrets };
//! assert_eq!(place(&"acme".into()).to_string(), "webhook:acme");
//! # let _ = endpoint;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **An event that is told twice counts once.** A receiver knows a repetition
//! by its `webhook-id`, so an attempt without an answer is simply made again:
//! nothing here is ambiguous.
//!
//! **Architecture invariants.** Nothing is sent into a private network: names
//! are resolved here and private addresses left out, redirects and proxies are
//! not followed. Neither an endpoint's path nor a secret is ever shown. Of an
//! answer its status and `Retry-After` are read, its body never.

mod adapter;
mod client;
mod endpoint;
mod envelope;
mod health;
mod notices;
mod public;
mod resolver;
mod secrets;
mod verdict;

use fireside_core::{CommunityId, Place};

pub use adapter::{WebhookAdapter, WebhookOptions};
pub use endpoint::{Endpoint, EndpointError, EndpointUrl};
pub use envelope::VERSION;
pub use secrets::{SecretError, Secrets};

/// The name of the platform.
pub const PLATFORM: &str = "webhook";

/// Where a community's events are told: its [`outward`](fireside_core::Community::outward) place.
pub fn place(community: &CommunityId) -> Place {
    Place::channel(PLATFORM, community.as_str())
}
