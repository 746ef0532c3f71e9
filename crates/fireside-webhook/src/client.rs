//! The HTTP client: it goes where it was told and nowhere else.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::ports::AdapterError;
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client};

use crate::resolver::PublicResolver;

/// What requests say they come from.
const USER_AGENT: &str = concat!("fireside/", env!("CARGO_PKG_VERSION"));

/// A client without redirects and proxies, which connects to the addresses that
/// `resolver` finds.
///
/// # Errors
/// When the further roots can't be read.
pub(crate) fn client(
    resolver: PublicResolver,
    further_roots_pem: &str,
    timeout: Duration,
) -> Result<Client, AdapterError> {
    let stop = |error: reqwest::Error| AdapterError::Stop {
        what: format!("the client for webhooks can't be made: {error}"),
    };
    let roots = Certificate::from_pem_bundle(further_roots_pem.as_bytes()).map_err(stop)?;
    let builder = Client::builder()
        .user_agent(USER_AGENT)
        .timeout(timeout)
        .redirect(Policy::none())
        .no_proxy()
        .dns_resolver(Arc::new(resolver));
    roots.into_iter().fold(builder, reqwest::ClientBuilder::add_root_certificate).build().map_err(stop)
}
