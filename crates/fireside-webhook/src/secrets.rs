//! What requests are signed with.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use thiserror::Error;

/// What a secret begins with (Standard Webhooks 1.0).
const PREFIX: &str = "whsec_";
/// How many bytes a secret has (Standard Webhooks 1.0).
const LEN_MIN: usize = 24;
const LEN_MAX: usize = 64;

/// The secrets that a receiver may know, one or more: while one takes the place
/// of another, each request is signed with both.
#[derive(Clone)]
pub struct Secrets {
    keys: Vec<Hmac<Sha256>>,
}

impl Secrets {
    /// Reads secrets, `whsec_` and the base64 of 24 to 64 bytes each, with
    /// white space between them.
    ///
    /// # Errors
    /// What is wrong with one, and what to do; never the secret.
    pub fn parse(text: &SecretString) -> Result<Self, SecretError> {
        let keys: Vec<_> = text.expose_secret().split_whitespace().map(key).collect::<Result<_, _>>()?;
        if keys.is_empty() {
            return Err(SecretError::Missing);
        }
        Ok(Self { keys })
    }

    /// The `webhook-signature` of a request: `v1,` and the base64 of an
    /// HMAC-SHA256 for each secret.
    pub(crate) fn sign(&self, id: &str, sent_secs: u64, body: &[u8]) -> String {
        let signed = self.keys.iter().map(|key| {
            let mut mac = key.clone();
            mac.update(format!("{id}.{sent_secs}.").as_bytes());
            mac.update(body);
            format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
        });
        signed.collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secrets").field("count", &self.keys.len()).finish_non_exhaustive()
    }
}

fn key(secret: &str) -> Result<Hmac<Sha256>, SecretError> {
    let encoded = secret.strip_prefix(PREFIX).ok_or(SecretError::Prefix)?;
    let bytes = STANDARD.decode(encoded).map_err(|_| SecretError::Encoding)?;
    if !(LEN_MIN..=LEN_MAX).contains(&bytes.len()) {
        return Err(SecretError::Length { bytes: bytes.len() });
    }
    Hmac::new_from_slice(&bytes).map_err(|_| SecretError::Length { bytes: bytes.len() })
}

/// A secret that can't be signed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SecretError {
    /// There is none.
    #[error("it is empty: make one with `echo whsec_$(openssl rand -base64 32)`")]
    Missing,
    /// It begins in another way.
    #[error("it must begin with `whsec_`: make one with `echo whsec_$(openssl rand -base64 32)`")]
    Prefix,
    /// It is no base64.
    #[error("what follows `whsec_` is no base64: was it copied whole?")]
    Encoding,
    /// It is too short or too long.
    #[error(
        "it has {bytes} bytes, and must have {LEN_MIN} to {LEN_MAX}: make one with `echo whsec_$(openssl rand -base64 32)`"
    )]
    Length {
        /// How many bytes it has.
        bytes: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(text: &str) -> Result<Secrets, SecretError> {
        Secrets::parse(&text.into())
    }

    /// The example of the Standard Webhooks specification's own test vectors.
    #[test]
    fn a_signature_is_as_the_specification_computes_it() {
        let secrets = secrets("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signature =
            secrets.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, br#"{"test": 2432232314}"#);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn two_secrets_sign_twice() {
        let both = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\nwhsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
        let signature = secrets(both).unwrap().sign("msg_1", 1, b"{}");
        let each: Vec<_> = signature.split(' ').collect();
        assert_eq!(each.len(), 2);
        assert!(each.iter().all(|one| one.starts_with("v1,")));
        assert_ne!(each[0], each[1]);
    }

    #[test]
    fn a_wrong_secret_is_refused_and_not_shown() {
        for (text, expected) in [
            ("", SecretError::Missing),
            (" \n", SecretError::Missing),
            ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", SecretError::Prefix),
            ("whsec_not base64", SecretError::Encoding),
            ("whsec_", SecretError::Length { bytes: 0 }),
            ("whsec_c2hvcnQ=", SecretError::Length { bytes: 5 }),
        ] {
            let error = secrets(text).expect_err(text);
            assert_eq!(error, expected, "{text}");
            assert!(!error.to_string().contains("c2hvcnQ"));
        }
        let shown = format!("{:?}", secrets("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assert!(!shown.contains("MfKQ"), "{shown}");
    }
}
