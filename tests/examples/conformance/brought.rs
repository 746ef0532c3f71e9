//! What platforms brought to the bot by HTTP, as rows like those of polls and
//! of the gateway: validators know these.

use serde_json::{Value, json};

/// Discord tries an endpoint out with this.
const PING: u64 = 1;

/// Updates that came to the webhook, each as if it had been polled for.
pub(crate) fn updates(rows: &[Value]) -> impl Iterator<Item = Value> {
    let brought = rows.iter().filter(|row| row["req"]["update_id"].is_i64());
    brought.map(|row| {
        json!({
            "method": "POST", "raw": "/bot0/getUpdates", "query": {}, "req": {}, "status": 200,
            "res": { "ok": true, "result": [row["req"]] }, "res_ctype": "application/json",
        })
    })
}

/// Interactions that came to the endpoint, each as if the gateway had told it.
pub(crate) fn interactions(rows: &[Value]) -> impl Iterator<Item = Value> {
    asked(rows).map(|row| {
        let frame = json!({ "op": 0, "t": "INTERACTION_CREATE", "s": 1, "d": row["req"] });
        json!({ "gw": "<", "frame": frame })
    })
}

/// The bot's answers to them, each as if it had been a call.
pub(crate) fn answers(rows: &[Value]) -> impl Iterator<Item = Value> {
    let answered = asked(rows).filter(|row| row["res"].is_object());
    answered.map(|row| {
        json!({
            "method": "POST", "path": "/interactions/1/token/callback", "query": {}, "status": 204,
            "req": row["res"], "res": null, "ctype": "application/json",
        })
    })
}

fn asked(rows: &[Value]) -> impl Iterator<Item = &Value> {
    let is_asked =
        |row: &&Value| row["status"] == 200 && row["req"]["type"].as_u64().is_some_and(|it| it != PING);
    rows.iter().filter(is_asked)
}
