//! People on a platform, who act through its simulator's control API.

use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::Value;

const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// The users of one platform.
#[derive(Debug, Clone)]
pub(crate) struct People {
    control: String,
    client: reqwest::Client,
}

impl People {
    pub(crate) fn of(simulator: &str) -> Self {
        Self { control: format!("{simulator}/control/"), client: reqwest::Client::new() }
    }

    /// Somebody does something; what came of it.
    pub(crate) async fn act(&self, action: &str, fields: Value) -> anyhow::Result<Value> {
        let answer = self.client.post(self.control.clone() + action).json(&fields).send().await?;
        let status = answer.status();
        let mut body: Value = answer.json().await.unwrap_or_default();
        if !status.is_success() {
            bail!("{action} {fields}: {body}");
        }
        Ok(if body["ok"].is_null() { body } else { body["ok"].take() })
    }

    /// What they see.
    pub(crate) async fn see(&self, view: &str, query: &[(&str, &str)]) -> anyhow::Result<Value> {
        let request = self.client.get(self.control.clone() + view).query(query);
        Ok(request.send().await?.error_for_status()?.json().await?)
    }

    /// Looks until what is sought is seen.
    pub(crate) async fn see_until<T>(
        &self,
        view: &str,
        query: &[(&str, &str)],
        sought: impl Fn(&Value) -> Option<T>,
    ) -> anyhow::Result<T> {
        let mut looks = tokio::time::interval(LOOK_EVERY);
        let found = tokio::time::timeout(PATIENCE, async {
            loop {
                looks.tick().await;
                if let Some(found) = sought(&self.see(view, query).await?) {
                    return anyhow::Ok(found);
                }
            }
        });
        found.await.with_context(|| format!("{view} {query:?}: not seen in time"))?
    }
}

/// The newest of some messages that has words in it, as a reader sees them: without escapes.
pub(crate) fn newest<'a>(messages: &'a Value, words: &str) -> Option<&'a Value> {
    let has = |message: &&Value| {
        let text = message["text"].as_str().unwrap_or_default();
        let embeds = message["embeds"].as_array().into_iter().flatten().filter_map(Value::as_str);
        text.replace('\\', "").contains(words) || embeds.into_iter().any(|embed| embed.contains(words))
    };
    messages.as_array()?.iter().rev().find(has)
}
