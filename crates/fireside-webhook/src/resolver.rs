//! Finding a host's addresses, none of which leads into a private network.
//!
//! It is asked again for every connection and what it finds is what is
//! connected to: a name that turns to a private address between two looks
//! (DNS rebinding) gains nothing.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use thiserror::Error;

use crate::public::is_public;

/// The one name that stands for this machine. An endpoint may have it only
/// where its settings allow loopback.
pub(crate) const LOCALHOST: &str = "localhost";

/// How names become addresses.
pub(crate) type Lookup = Arc<dyn Fn(String) -> BoxFuture<'static, io::Result<Vec<SocketAddr>>> + Send + Sync>;

/// A name has addresses, and all of them lead into a private network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("it has no public address: webhooks are not sent into private networks")]
pub(crate) struct NotPublic;

/// Finds public addresses, and loopback's for [`LOCALHOST`].
#[derive(Clone)]
pub(crate) struct PublicResolver {
    lookup: Lookup,
}

impl fmt::Debug for PublicResolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicResolver").finish_non_exhaustive()
    }
}

impl Default for PublicResolver {
    /// As the machine finds addresses.
    fn default() -> Self {
        Self::asking(Arc::new(|name| {
            Box::pin(async move { Ok(tokio::net::lookup_host((name, 0)).await?.collect()) })
        }))
    }
}

impl PublicResolver {
    pub(crate) fn asking(lookup: Lookup) -> Self {
        Self { lookup }
    }

    /// The addresses of `name` that may be connected to; port 0.
    ///
    /// # Errors
    /// [`NotPublic`] when it has others alone, or why none can be found.
    pub(crate) async fn addresses(
        &self,
        name: &str,
    ) -> Result<Vec<SocketAddr>, Box<dyn std::error::Error + Send + Sync>> {
        let found = (self.lookup)(name.to_owned()).await?;
        let permitted: Vec<_> = found.iter().copied().filter(|it| is_permitted(name, *it)).collect();
        if permitted.is_empty() && !found.is_empty() {
            return Err(NotPublic.into());
        }
        Ok(permitted)
    }
}

fn is_permitted(name: &str, address: SocketAddr) -> bool {
    let address = address.ip();
    if name == LOCALHOST { address.is_loopback() } else { is_public(address) }
}

impl Resolve for PublicResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let resolver = self.clone();
        Box::pin(async move {
            let addresses = resolver.addresses(name.as_str()).await?;
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A resolver for which every name has these addresses.
    fn finding(addresses: &[&str]) -> PublicResolver {
        let found: Vec<SocketAddr> =
            addresses.iter().map(|it| SocketAddr::new(it.parse().unwrap(), 0)).collect();
        PublicResolver::asking(Arc::new(move |_| {
            let found = found.clone();
            Box::pin(async move { Ok(found) })
        }))
    }

    async fn found(name: &str, addresses: &[&str]) -> Result<Vec<String>, String> {
        let found = finding(addresses).addresses(name).await.map_err(|error| error.to_string())?;
        Ok(found.iter().map(|address| address.ip().to_string()).collect())
    }

    #[tokio::test]
    async fn of_mixed_addresses_only_the_public_are_connected_to() {
        let found = found("example.com", &["10.0.0.1", "8.8.8.8", "::1", "2606:4700::1"]).await;
        assert_eq!(found, Ok(vec!["8.8.8.8".to_owned(), "2606:4700::1".to_owned()]));
    }

    #[tokio::test]
    async fn a_name_with_private_addresses_alone_is_refused() {
        let refused = found("metadata.example.com", &["169.254.169.254", "::ffff:10.0.0.1"]).await;
        assert_eq!(refused, Err(NotPublic.to_string()));
    }

    #[tokio::test]
    async fn only_localhost_is_this_machine() {
        assert_eq!(found("localhost", &["127.0.0.1", "10.0.0.1"]).await, Ok(vec!["127.0.0.1".to_owned()]));
        for name in ["loopback.example.com", "localhost.", "sub.localhost", "LOCALHOST"] {
            assert_eq!(found(name, &["127.0.0.1"]).await, Err(NotPublic.to_string()), "{name}");
        }
        assert_eq!(found("localhost", &["192.168.0.7"]).await, Err(NotPublic.to_string()));
    }
}
