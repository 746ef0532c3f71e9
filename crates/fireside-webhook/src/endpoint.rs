//! Where a community's events go.

use std::fmt;
use std::net::IpAddr;

use reqwest::Url;
use thiserror::Error;

use crate::public::is_public;
use crate::resolver::LOCALHOST;
use crate::secrets::Secrets;

/// Where a community's events go, and what proves who sends them.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// The address.
    pub url: EndpointUrl,
    /// What requests are signed with.
    pub secrets: Secrets,
}

/// An address that events may be posted to: `https` and no private host, or,
/// where the settings allow it, this machine.
///
/// Its path and query may hold a secret of the receiver's: only its host is
/// ever shown.
#[derive(Clone, PartialEq, Eq)]
pub struct EndpointUrl {
    url: Url,
    host: String,
}

impl EndpointUrl {
    /// Reads an address. `allow_loopback` lets `http` and `https` to
    /// `localhost`, `127.0.0.0/8` and `[::1]` through, for tests and trials on
    /// one machine.
    ///
    /// # Errors
    /// What is wrong with it, and what to do.
    pub fn parse(text: &str, allow_loopback: bool) -> Result<Self, EndpointError> {
        let url = Url::parse(text).map_err(|error| EndpointError::NoAddress { why: error.to_string() })?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(EndpointError::Credentials);
        }
        if url.fragment().is_some() {
            return Err(EndpointError::Fragment);
        }
        let Some(host) = url.host_str().map(str::to_owned) else { return Err(EndpointError::NoHost) };
        let literal = literal(&host);
        let is_loopback = host == LOCALHOST || literal.is_some_and(|address| address.is_loopback());
        if is_loopback && !allow_loopback {
            return Err(EndpointError::Loopback { host });
        }
        if url.scheme() != "https" && !(is_loopback && url.scheme() == "http") {
            return Err(EndpointError::NotHttps);
        }
        if !is_loopback && literal.is_some_and(|address| !is_public(address)) {
            return Err(EndpointError::Private { host });
        }
        Ok(Self { url, host })
    }

    /// The host, as it is shown to people.
    pub fn host(&self) -> &str {
        &self.host
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// The name that has to be looked up; `None` where the address is a number.
    pub(crate) fn name(&self) -> Option<&str> {
        literal(&self.host).is_none().then_some(&self.host)
    }
}

impl fmt::Debug for EndpointUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EndpointUrl").field(&self.host).finish()
    }
}

/// The address that a host is written as: the parser has brought every spelling
/// of one (`0x7f.1`, `2130706433`) into the usual form.
fn literal(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

/// An address that events can't be posted to.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EndpointError {
    /// It can't be read.
    #[error("it is no address ({why}): write it like https://hooks.example.com/fireside")]
    NoAddress {
        /// What the parser said.
        why: String,
    },
    /// It has a name or password in it.
    #[error("leave the name and password out of it: requests are signed instead")]
    Credentials,
    /// It has a fragment.
    #[error("leave out what follows `#`: it is never sent")]
    Fragment,
    /// It names no host.
    #[error("it names no host: write it like https://hooks.example.com/fireside")]
    NoHost,
    /// It is this machine.
    #[error("{host} is this machine: for a trial set `allow_loopback = true`, else give a public host")]
    Loopback {
        /// The host.
        host: String,
    },
    /// It is not `https`.
    #[error("it must begin with https://: what customers say is not sent in the clear")]
    NotHttps,
    /// It is in a private network, or in none.
    #[error("{host} is no public address: webhooks are not sent into private networks")]
    Private {
        /// The host.
        host: String,
    },
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refused(text: &str) -> EndpointError {
        EndpointUrl::parse(text, false).expect_err(text)
    }

    #[test]
    fn a_public_https_address_is_taken_with_port_and_query() {
        for text in [
            "https://hooks.example.com/fireside",
            "https://hooks.example.com:8443/a?b=c",
            "https://8.8.8.8/",
            "https://[2606:4700:4700::1111]/",
        ] {
            assert!(EndpointUrl::parse(text, false).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(matches!(refused("hooks.example.com"), EndpointError::NoAddress { .. }));
        assert!(matches!(refused("https://"), EndpointError::NoAddress { .. }));
        assert_eq!(refused("https://ana:pw@hooks.example.com/"), EndpointError::Credentials);
        assert_eq!(refused("https://ana@hooks.example.com/"), EndpointError::Credentials);
        assert_eq!(refused("https://hooks.example.com/#part"), EndpointError::Fragment);
        assert_eq!(refused("mailto:ana"), EndpointError::NoHost);
        for text in ["http://hooks.example.com/", "ftp://hooks.example.com/", "ws://hooks.example.com/"] {
            assert_eq!(refused(text), EndpointError::NotHttps, "{text}");
        }
    }

    #[test]
    fn a_private_address_is_refused_in_every_spelling() {
        for host in
            ["10.0.0.1", "0xa.1", "167772161", "012.0.0.1", "169.254.169.254", "[fe80::1]", "[fd00::1]"]
        {
            let text = format!("https://{host}/");
            assert!(matches!(refused(&text), EndpointError::Private { .. }), "{text}");
            assert!(EndpointUrl::parse(&text, true).is_err(), "{text}: loopback is not all that is private");
        }
        for host in ["127.0.0.1", "0x7f.1", "2130706433", "127.1", "[::1]", "localhost", "LOCALHOST"] {
            let text = format!("https://{host}/");
            assert!(matches!(refused(&text), EndpointError::Loopback { .. }), "{text}");
        }
        for host in ["[::ffff:127.0.0.1]", "[::127.0.0.1]", "[2002:7f00:1::]", "0.0.0.0", "[::]"] {
            let text = format!("https://{host}/");
            assert!(matches!(EndpointUrl::parse(&text, true), Err(EndpointError::Private { .. })), "{text}");
        }
    }

    #[test]
    fn this_machine_is_reached_in_the_clear_only_where_it_is_allowed() {
        for text in
            ["http://127.0.0.1:8080/", "http://localhost:8080/", "https://localhost/", "http://[::1]:1/"]
        {
            assert!(EndpointUrl::parse(text, true).is_ok(), "{text}");
            assert!(EndpointUrl::parse(text, false).is_err(), "{text}");
        }
        assert_eq!(EndpointUrl::parse("http://hooks.example.com/", true), Err(EndpointError::NotHttps));
    }

    #[test]
    fn neither_path_nor_query_is_shown() {
        let url = EndpointUrl::parse("https://hooks.example.com/s3cret?key=s3cret", false).unwrap();
        assert_eq!(format!("{url:?}"), "EndpointUrl(\"hooks.example.com\")");
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused(text: String) {
            let _ = EndpointUrl::parse(&text, true);
        }

        #[test]
        fn no_number_that_is_private_is_taken(bits: u32) {
            let taken = EndpointUrl::parse(&format!("https://{bits}/"), true).is_ok();
            let address = std::net::Ipv4Addr::from_bits(bits);
            prop_assert_eq!(taken, is_public(address.into()) || address.is_loopback());
        }
    }
}
