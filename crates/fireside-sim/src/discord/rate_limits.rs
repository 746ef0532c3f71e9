//! Rate limits by route and major parameter, and over all routes.

use std::collections::HashMap;

use super::options::{Limits, RouteLimit};

/// Where one call stands in its bucket, or why it doesn't pass.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verdict {
    /// No limit applies; no headers are sent.
    Free,
    /// The call passes.
    Passed(Standing),
    /// The route's bucket is empty.
    RouteFull(Standing),
    /// The global limit is reached; wait this many milliseconds.
    GlobalFull { retry_after_ms: u64 },
}

/// A bucket's figures, as the `X-RateLimit-*` headers tell them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standing {
    /// What the bucket is called; routes that share one share its name.
    pub(crate) bucket: String,
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    pub(crate) reset_at_ms: u64,
    pub(crate) reset_after_ms: u64,
}

#[derive(Debug)]
struct Window {
    used: u32,
    ends_at_ms: u64,
}

/// The buckets in use.
#[derive(Debug, Default)]
pub(crate) struct RateLimits {
    buckets: HashMap<(String, String), Window>,
    global: Option<Window>,
    /// Answers of 401, 403 and 429.
    invalid: Option<Window>,
}

/// The window in which invalid requests are counted.
const INVALID_WINDOW_MS: u64 = 600_000;

/// The ended buckets are swept once for this many.
const SWEPT_EACH: usize = 10_000;

impl RateLimits {
    /// Counts one call of `name` with its major parameter.
    pub(crate) fn count(
        &mut self,
        limits: &Limits,
        name: &str,
        major: &str,
        counts_globally: bool,
        now_ms: u64,
    ) -> Verdict {
        if counts_globally && limits.global_per_second > 0 {
            let limit = RouteLimit { calls: limits.global_per_second, window_ms: 1_000 };
            let window = self.global.get_or_insert(Window { used: 0, ends_at_ms: now_ms + 1_000 });
            if !take_one(window, limit, now_ms) {
                return Verdict::GlobalFull { retry_after_ms: window.ends_at_ms - now_ms };
            }
        }
        let (bucket, limit) = limits.of(name);
        if limit.calls == 0 {
            return Verdict::Free;
        }
        let key = (bucket.to_owned(), major.to_owned());
        if !self.buckets.contains_key(&key) && (self.buckets.len() + 1).is_multiple_of(SWEPT_EACH) {
            self.buckets.retain(|_, window| window.ends_at_ms > now_ms);
        }
        let fresh = Window { used: 0, ends_at_ms: now_ms + limit.window_ms };
        let window = self.buckets.entry(key).or_insert(fresh);
        let passed = take_one(window, limit, now_ms);
        let standing = Standing {
            bucket: bucket.to_owned(),
            limit: limit.calls,
            remaining: limit.calls - window.used,
            reset_at_ms: window.ends_at_ms,
            reset_after_ms: window.ends_at_ms - now_ms,
        };
        if passed { Verdict::Passed(standing) } else { Verdict::RouteFull(standing) }
    }

    /// Counts an answer that Discord holds against the address.
    pub(crate) fn count_invalid(&mut self, now_ms: u64) {
        let window = self.invalid.get_or_insert(Window { used: 0, ends_at_ms: 0 });
        if now_ms >= window.ends_at_ms {
            *window = Window { used: 0, ends_at_ms: now_ms + INVALID_WINDOW_MS };
        }
        window.used += 1;
    }

    /// Milliseconds until an address with more than `max` such answers is let in
    /// again; none when it isn't shut out.
    pub(crate) fn shut_out_ms(&self, max: u32, now_ms: u64) -> Option<u64> {
        let window = self.invalid.as_ref().filter(|window| max > 0 && window.used >= max)?;
        window.ends_at_ms.checked_sub(now_ms).filter(|left_ms| *left_ms > 0)
    }
}

fn take_one(window: &mut Window, limit: RouteLimit, now_ms: u64) -> bool {
    if now_ms >= window.ends_at_ms {
        *window = Window { used: 0, ends_at_ms: now_ms + limit.window_ms };
    }
    let free = window.used < limit.calls;
    window.used += u32::from(free);
    free
}

/// A stable, opaque id of a route's bucket.
pub(crate) fn bucket_id(name: &str) -> String {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_bucket_opens_again_when_its_window_ends() {
        let limits = Limits {
            route_default: RouteLimit { calls: 1, window_ms: 500 },
            routes: Vec::new(),
            ..Limits::default()
        };
        let mut buckets = RateLimits::default();
        let mut count = |major, now_ms| buckets.count(&limits, "GET /x", major, true, now_ms);
        assert!(matches!(count("1", 0), Verdict::Passed(_)));
        assert!(matches!(count("1", 100), Verdict::RouteFull(Standing { reset_after_ms: 400, .. })));
        assert!(matches!(count("2", 100), Verdict::Passed(_)));
        assert!(matches!(count("1", 500), Verdict::Passed(_)));
    }

    #[test]
    fn routes_that_one_limit_names_share_its_bucket() {
        let limit = RouteLimit { calls: 1, window_ms: 500 };
        let limits = Limits { routes: vec![("/reactions".to_owned(), limit)], ..Limits::default() };
        let mut buckets = RateLimits::default();
        let mut count = |name| buckets.count(&limits, name, "1", true, 0);
        let Verdict::Passed(first) = count("PUT /x/reactions/{emoji}") else { panic!("the first passes") };
        let Verdict::RouteFull(second) = count("DELETE /x/reactions/{emoji}") else { panic!("one bucket") };
        assert_eq!(first.bucket, second.bucket);
    }

    #[test]
    fn an_address_with_too_many_invalid_requests_is_shut_out_for_the_window() {
        let mut buckets = RateLimits::default();
        buckets.count_invalid(0);
        assert_eq!(buckets.shut_out_ms(2, 1), None);
        buckets.count_invalid(1_000);
        assert_eq!(buckets.shut_out_ms(2, 1_000), Some(599_000));
        assert_eq!(buckets.shut_out_ms(2, 600_000), None);
        assert_eq!(buckets.shut_out_ms(0, 1_000), None, "no limit");
    }

    #[test]
    fn the_global_limit_spans_routes() {
        let limits = Limits { global_per_second: 1, ..Limits::default() };
        let mut buckets = RateLimits::default();
        assert!(matches!(buckets.count(&limits, "GET /x", "1", true, 0), Verdict::Passed(_)));
        let second = buckets.count(&limits, "GET /y", "2", true, 200);
        assert_eq!(second, Verdict::GlobalFull { retry_after_ms: 800 });
    }
}
