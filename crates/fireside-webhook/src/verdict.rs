//! What a receiver's answer means for the event it was told.

use std::error::Error;
use std::time::Duration;

use fireside_core::Timestamp;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION, RETRY_AFTER};

use crate::resolver::NotPublic;

/// The longest that a receiver may have it waited: what it asks beyond that is
/// asked again.
const RETRY_AFTER_MAX: Duration = Duration::from_hours(1);
const RETRY_AFTER_MIN: Duration = Duration::from_secs(1);

/// What an answer, or none, means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The event was taken.
    Taken,
    /// The endpoint takes nothing now: this event waits, and those behind it.
    Waits {
        why: String,
        /// How long, where the receiver says so.
        after: Option<Duration>,
        /// Whether a person has to mend a setting, here or there.
        is_setting: bool,
    },
    /// The receiver does not take this event; it may take others.
    Declined { why: String },
    /// The receiver wants no more events at all.
    Gone,
}

impl Verdict {
    /// What an answer means.
    pub(crate) fn of_answer(status: StatusCode, headers: &HeaderMap, now: Timestamp) -> Self {
        let after = retry_after(headers, now);
        let waits = |why: String, is_setting| Self::Waits { why, after, is_setting };
        let why = format!("it answered {}", status.as_u16());
        match status.as_u16() {
            200..=299 => Self::Taken,
            300..=399 => waits(redirected(&why, headers), true),
            410 => Self::Gone,
            // It was not looked at: the signature, the address or the method is wrong.
            401 | 403 | 404 | 405 | 407 => waits(why, true),
            408 | 421 | 425 | 429 => waits(why, false),
            400..=499 => Self::Declined { why },
            _ => waits(why, false),
        }
    }

    /// What it means that no answer came.
    pub(crate) fn of_failure(error: &reqwest::Error, timeout: Duration) -> Self {
        if causes(error).any(<dyn Error>::is::<NotPublic>) {
            return Self::Waits { why: NotPublic.to_string(), after: None, is_setting: true };
        }
        let why = if error.is_timeout() {
            format!("no answer within {} s", timeout.as_secs_f32())
        } else {
            // The outermost words name the address, which is not to be shown.
            causes(error).last().map_or_else(|| "no answer".to_owned(), ToString::to_string)
        };
        Self::Waits { why, after: None, is_setting: false }
    }
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    let first: Option<&dyn Error> = error.source();
    std::iter::successors(first, |cause| (*cause).source())
}

/// Redirects are not followed: what is not configured is not called.
fn redirected(why: &str, headers: &HeaderMap) -> String {
    let to =
        headers.get(LOCATION).and_then(|to| to.to_str().ok()).and_then(|to| reqwest::Url::parse(to).ok());
    let to = to.as_ref().and_then(reqwest::Url::host_str).map(|host| format!(" to {host}"));
    format!("{why}, a redirect{}, and redirects are not followed", to.unwrap_or_default())
}

/// How long the receiver asks to wait: in seconds, or until a date (RFC 9110).
fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let asked = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let after = match asked.parse::<u64>() {
        Ok(secs) => Duration::from_secs(secs),
        Err(_) => until(asked, now)?,
    };
    Some(after.clamp(RETRY_AFTER_MIN, RETRY_AFTER_MAX))
}

fn until(date: &str, now: Timestamp) -> Option<Duration> {
    let date = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(Timestamp::from_secs(date.as_second()).since(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(status: u16, headers: &[(&str, &str)]) -> Verdict {
        let pairs = headers.iter().map(|(name, value)| {
            (name.parse::<reqwest::header::HeaderName>().unwrap(), value.parse().unwrap())
        });
        let now = Timestamp::from_secs(784_111_777);
        Verdict::of_answer(StatusCode::from_u16(status).unwrap(), &pairs.collect(), now)
    }

    fn waits(verdict: &Verdict) -> (Option<Duration>, bool) {
        let Verdict::Waits { after, is_setting, .. } = verdict else { panic!("{verdict:?}") };
        (*after, *is_setting)
    }

    #[test]
    fn every_success_is_taken() {
        assert!([200, 201, 202, 204, 299].iter().all(|status| verdict(*status, &[]) == Verdict::Taken));
    }

    #[test]
    fn what_passes_by_itself_is_waited_for() {
        for status in [408, 425, 429, 500, 502, 503, 504, 599, 999] {
            assert_eq!(waits(&verdict(status, &[])), (None, false), "{status}");
        }
    }

    #[test]
    fn what_a_person_can_mend_is_waited_for_and_said() {
        for status in [301, 302, 304, 307, 308, 401, 403, 404, 405] {
            assert_eq!(waits(&verdict(status, &[])), (None, true), "{status}");
        }
    }

    #[test]
    fn an_event_that_is_not_taken_does_not_stand_in_the_way_of_others() {
        for status in [400, 402, 406, 409, 413, 415, 422, 451] {
            assert!(matches!(verdict(status, &[]), Verdict::Declined { .. }), "{status}");
        }
    }

    #[test]
    fn a_receiver_that_is_gone_is_gone() {
        assert_eq!(verdict(410, &[]), Verdict::Gone);
    }

    #[test]
    fn a_receiver_says_how_long_to_wait_within_bounds() {
        for (asked, expected_secs) in [
            ("30", Some(30)),
            ("0", Some(1)),
            ("99999999999", Some(3600)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", Some(60)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(1)),
            ("soon", None),
            ("-1", None),
        ] {
            let (after, _) = waits(&verdict(503, &[("retry-after", asked)]));
            assert_eq!(after, expected_secs.map(Duration::from_secs), "{asked}");
        }
    }

    #[test]
    fn where_a_redirect_leads_is_told_by_its_host_alone() {
        let Verdict::Waits { why, .. } = verdict(302, &[("location", "http://10.0.0.1/s3cret")]) else {
            panic!("it waits")
        };
        assert_eq!(why, "it answered 302, a redirect to 10.0.0.1, and redirects are not followed");
    }
}
