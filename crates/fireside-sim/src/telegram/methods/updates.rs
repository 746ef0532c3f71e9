//! How updates reach the bot: long polling, and setting a webhook.

use std::time::Duration;

use tokio::time::Instant;

use super::{Answer, render};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::State;
use crate::telegram::webhook::Webhook;
use crate::telegram::world::World;

/// The most updates that one poll brings.
const LIMIT_MAX: i64 = 100;
/// The longest long poll, in seconds.
const TIMEOUT_MAX_S: i64 = 50;
const WEBHOOK_ACTIVE: &str =
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const TERMINATED_BY_WEBHOOK: &str = "terminated by setWebhook request";
const OTHER_POLLER: &str =
    "terminated by other getUpdates request; make sure that only one bot instance is running";

/// `getUpdates`.
pub(crate) async fn get_updates(world: &World, params: &Params) -> Answer {
    let offset = params.integer("offset")?.unwrap_or(0);
    let limit = params.integer("limit")?.unwrap_or(LIMIT_MAX).clamp(1, LIMIT_MAX);
    let limit = usize::try_from(limit).unwrap_or(1);
    let timeout_s = params.integer("timeout")?.unwrap_or(0).clamp(0, TIMEOUT_MAX_S);
    let timeout = Duration::from_secs(timeout_s.unsigned_abs());
    let allowed: Option<Vec<String>> = params.structure("allowed_updates")?;
    let mut arrived = world.arrivals();
    let poll = world.change(|state| {
        if state.webhook.is_set() {
            return Err(ApiError::conflict(WEBHOOK_ACTIVE));
        }
        if let Some(kinds) = allowed {
            state.updates.allow(kinds);
        }
        Ok(state.updates.begin_poll(offset))
    })?;
    arrived.mark_unchanged();
    let deadline = Instant::now() + timeout;
    loop {
        let batch = world.peek(|state| {
            if state.webhook.is_set() {
                return Err(ApiError::conflict(TERMINATED_BY_WEBHOOK));
            }
            if !state.updates.is_latest(poll) {
                return Err(ApiError::conflict(OTHER_POLLER));
            }
            let now_ms = state.now_ms();
            Ok(state.updates.hand_out(limit, now_ms))
        })?;
        if let Some(batch) = batch {
            return Ok(batch);
        }
        tokio::select! {
            changed = arrived.changed() => if changed.is_err() { break },
            () = tokio::time::sleep_until(deadline) => break,
            () = world.closing().cancelled() => break,
        }
    }
    Ok("[]".to_owned())
}

/// `setWebhook`: it ends polling, and an empty URL ends it.
pub(super) fn set_webhook(state: &mut State, params: &Params) -> Answer {
    let webhook = Webhook::read(params, &state.webhook_options)?;
    if !webhook.is_set() {
        return delete_webhook(state, params);
    }
    if let Some(kinds) = params.structure("allowed_updates")? {
        state.updates.allow(kinds);
    }
    drop_pending(state, params);
    if webhook != state.webhook {
        state.webhook_error = None;
    }
    state.webhook = webhook;
    state.updates.end_polls();
    render(&true)
}

/// `deleteWebhook`.
pub(super) fn delete_webhook(state: &mut State, params: &Params) -> Answer {
    drop_pending(state, params);
    state.webhook = Webhook::default();
    state.webhook_error = None;
    render(&true)
}

fn drop_pending(state: &mut State, params: &Params) {
    if params.flag("drop_pending_updates") {
        state.updates.clear();
    }
}

/// `getWebhookInfo`.
pub(super) fn get_webhook_info(state: &mut State, _: &Params) -> Answer {
    let mut info = state.webhook.info();
    info["pending_update_count"] = state.updates.len().into();
    if let Some((date, message)) = &state.webhook_error {
        info["last_error_date"] = (*date).into();
        info["last_error_message"] = message.as_str().into();
    }
    if !state.updates.allowed().is_empty() {
        info["allowed_updates"] = state.updates.allowed().into();
    }
    render(&info)
}
