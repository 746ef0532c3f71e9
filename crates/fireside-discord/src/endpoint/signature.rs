//! Discord's signature of a request: Ed25519 over the moment and the body.

use std::time::Duration;

use axum::http::HeaderMap;
use ed25519_dalek::{Signature, VerifyingKey};
use fireside_core::Timestamp;

/// The headers that carry the signature, and the moment that is signed with the body.
const SIGNATURE: &str = "x-signature-ed25519";
const MOMENT: &str = "x-signature-timestamp";
/// How far the moment may be off the clock: what was signed longer ago is sent by somebody else.
const SKEW_MAX: Duration = Duration::from_mins(5);

/// The key that an application's requests are signed with, its public half.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads a key from its hexadecimal digits.
    pub(super) fn read(digits: &str) -> Option<Self> {
        VerifyingKey::from_bytes(&bytes::<32>(digits.trim())?).ok().map(Self)
    }

    /// Whether a request is signed with it, and about `now`.
    pub(super) fn has_signed(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> bool {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let signature = header(SIGNATURE).and_then(bytes::<64>).map(|bytes| Signature::from_bytes(&bytes));
        let (Some(signature), Some(moment)) = (signature, header(MOMENT)) else { return false };
        if !moment.parse().is_ok_and(|secs| is_about(secs, now)) {
            return false;
        }
        let signed = [moment.as_bytes(), body].concat();
        self.0.verify_strict(&signed, &signature).is_ok()
    }
}

fn is_about(secs: u64, now: Timestamp) -> bool {
    (now.as_millis() / 1_000).abs_diff(secs) <= SKEW_MAX.as_secs()
}

/// So many bytes from their hexadecimal digits.
fn bytes<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let digits = digits.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        *byte = digit(pair[0])? * 16 + digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signer, SigningKey};

    use super::*;

    const NOW: u64 = 1_700_000_000;
    const BODY: &[u8] = b"{\"type\":1}";

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
    }

    fn secret() -> SigningKey {
        SigningKey::from_bytes(&[7; 32])
    }

    fn signed(moment: &str, body: &[u8]) -> HeaderMap {
        let signature = secret().sign(&[moment.as_bytes(), body].concat());
        let mut headers = HeaderMap::new();
        headers.insert(SIGNATURE, hex(&signature.to_bytes()).parse().unwrap());
        headers.insert(MOMENT, moment.parse().unwrap());
        headers
    }

    fn key() -> PublicKey {
        PublicKey::read(&hex(secret().verifying_key().as_bytes())).unwrap()
    }

    /// Whether that is known as signed when the clock shows `secs`.
    fn is_known(headers: &HeaderMap, body: &[u8], secs: u64) -> bool {
        key().has_signed(headers, body, Timestamp::from_millis(secs * 1_000))
    }

    #[test]
    fn what_discord_signed_is_known() {
        assert!(is_known(&signed("1700000000", BODY), BODY, NOW));
    }

    #[test]
    fn what_was_signed_more_than_five_minutes_off_the_clock_is_not_known() {
        let headers = signed("1700000000", BODY);
        for (clock, is_in_time) in
            [(NOW + 300, true), (NOW - 300, true), (NOW + 301, false), (NOW - 301, false), (0, false)]
        {
            assert_eq!(is_known(&headers, BODY, clock), is_in_time, "{clock}");
        }
        for moment in ["", "soon", "-1", "99999999999999999999", "18446744073709551615"] {
            assert!(!is_known(&signed(moment, BODY), BODY, NOW), "{moment}");
        }
    }

    #[test]
    fn another_body_or_moment_is_not_what_was_signed() {
        assert!(!is_known(&signed("1700000000", BODY), b"{\"type\":2}", NOW));
        let mut moved = signed("1700000000", BODY);
        moved.insert(MOMENT, "1700000001".parse().unwrap());
        assert!(!is_known(&moved, BODY, NOW));
    }

    #[test]
    fn a_missing_or_broken_signature_is_none() {
        for header in [SIGNATURE, MOMENT] {
            let mut headers = signed("1700000000", BODY);
            headers.remove(header);
            assert!(!is_known(&headers, BODY, NOW), "{header}");
        }
        for broken in ["", "zz", &"g".repeat(128), &"0".repeat(128), &"é".repeat(64)] {
            let mut headers = signed("1700000000", BODY);
            headers.insert(SIGNATURE, axum::http::HeaderValue::from_str(broken).unwrap());
            assert!(!is_known(&headers, BODY, NOW), "{broken}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for digits in ["", "1234", &"x".repeat(64)] {
            assert!(PublicKey::read(digits).is_none(), "{digits}");
        }
    }
}
