//! Rate limits as Discord tells them: by bucket and major parameter, learned
//! from each answer's headers.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fireside_core::Timestamp;
use fireside_core::ports::{Limit, Scope};
use reqwest::Method;
use reqwest::header::HeaderMap;
use serenity::http::{RatelimitingBucket, Route};

/// How many buckets are remembered; more are forgotten once they have reset.
const BUCKETS_MAX: usize = 4_096;

/// A route with its major parameter: what Discord gives a bucket to.
type RouteKey = (RatelimitingBucket, Method);

/// The buckets that are known so far.
#[derive(Debug, Default)]
pub(crate) struct Buckets(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    scopes: HashMap<RouteKey, String>,
    states: HashMap<String, State>,
}

#[derive(Debug, Clone, Copy)]
struct State {
    remaining: u32,
    resets_at: Timestamp,
}

impl Buckets {
    /// Takes in what an answer's headers say.
    pub(crate) fn learn(
        &self,
        route: &Route<'_>,
        method: &Method,
        major: u64,
        headers: &HeaderMap,
        now: Timestamp,
    ) {
        let (Some(bucket), Some(remaining), Some(reset_after)) = (
            text(headers, "x-ratelimit-bucket"),
            text(headers, "x-ratelimit-remaining").and_then(|value| value.parse().ok()),
            seconds(headers, "x-ratelimit-reset-after"),
        ) else {
            return;
        };
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.states.len() >= BUCKETS_MAX {
            known.states.retain(|_, state| state.resets_at > now);
            let Known { scopes, states } = &mut *known;
            scopes.retain(|_, scope| states.contains_key(scope));
        }
        let scope = format!("discord:{bucket}:{major}");
        known.states.insert(scope.clone(), State { remaining, resets_at: now + reset_after });
        known.scopes.insert((route.ratelimiting_bucket(), method.clone()), scope);
    }

    /// Until when the route's bucket is used up, if it is.
    pub(crate) fn limit(&self, route: &Route<'_>, method: &Method, now: Timestamp) -> Option<Limit> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let scope = known.scopes.get(&(route.ratelimiting_bucket(), method.clone()))?;
        let state = known.states.get(scope)?;
        (state.remaining == 0 && state.resets_at > now)
            .then(|| Limit::Until { scope: scope.clone(), at: state.resets_at })
    }
}

/// How long a 429 asks to wait, and what must wait.
pub(crate) fn asked_to_wait(headers: &HeaderMap, body: &serde_json::Value) -> (Duration, Scope) {
    let told = body["retry_after"].as_f64().and_then(|secs| Duration::try_from_secs_f64(secs).ok());
    let after = told.or_else(|| seconds(headers, "retry-after")).unwrap_or(Duration::from_secs(1));
    let is_global = body["global"].as_bool() == Some(true);
    let scope = match text(headers, "x-ratelimit-scope") {
        _ if is_global => Scope::All,
        Some("global") => Scope::All,
        Some("shared") => Scope::Route,
        _ => Scope::Destination,
    };
    (after, scope)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn seconds(headers: &HeaderMap, name: &str) -> Option<Duration> {
    let secs: f64 = text(headers, name)?.parse().ok()?;
    Duration::try_from_secs_f64(secs).ok()
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;
    use serde_json::json;

    use super::*;

    fn headers(entries: &[(&'static str, &'static str)]) -> HeaderMap {
        entries
            .iter()
            .map(|(name, value)| ((*name).parse().unwrap(), HeaderValue::from_static(value)))
            .collect()
    }

    fn messages(channel: u64) -> Route<'static> {
        Route::ChannelMessages { channel_id: channel.into() }
    }

    #[test]
    fn a_used_up_bucket_holds_its_channel_alone() {
        let buckets = Buckets::default();
        let now = Timestamp::from_secs(1_700_000_000);
        let told = headers(&[
            ("x-ratelimit-bucket", "abc"),
            ("x-ratelimit-remaining", "0"),
            ("x-ratelimit-reset-after", "1.5"),
        ]);
        buckets.learn(&messages(7), &Method::POST, 7, &told, now);
        let at = now + Duration::from_millis(1_500);
        let held = Limit::Until { scope: "discord:abc:7".to_owned(), at };
        assert_eq!(buckets.limit(&messages(7), &Method::POST, now), Some(held));
        assert_eq!(buckets.limit(&messages(8), &Method::POST, now), None);
        assert_eq!(buckets.limit(&messages(7), &Method::GET, now), None);
        assert_eq!(buckets.limit(&messages(7), &Method::POST, at), None);
    }

    #[test]
    fn a_global_limit_holds_everything_and_a_shared_one_the_route() {
        let (after, scope) = asked_to_wait(&headers(&[]), &json!({ "retry_after": 64.57, "global": true }));
        assert_eq!((after, scope), (Duration::from_secs_f64(64.57), Scope::All));
        let shared = headers(&[("x-ratelimit-scope", "shared"), ("retry-after", "2")]);
        assert_eq!(asked_to_wait(&shared, &json!(null)), (Duration::from_secs(2), Scope::Route));
    }
}
