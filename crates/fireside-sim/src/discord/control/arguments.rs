//! The named arguments of a control call.

use serde_json::Value;

use super::super::mentions::snowflake;
use super::super::world::Refused;

/// A JSON object of arguments.
#[derive(Debug)]
pub(super) struct Arguments {
    given: Value,
}

impl Arguments {
    pub(super) fn new(given: Value) -> Self {
        Self { given }
    }

    pub(super) fn value(&self, name: &str) -> &Value {
        &self.given[name]
    }

    pub(super) fn id(&self, name: &str) -> Result<u64, Refused> {
        self.optional_id(name).ok_or_else(|| missing(name, "an id"))
    }

    pub(super) fn optional_id(&self, name: &str) -> Option<u64> {
        snowflake(&self.given[name])
    }

    pub(super) fn text(&self, name: &str) -> Result<&str, Refused> {
        self.given[name].as_str().ok_or_else(|| missing(name, "a text"))
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.given[name].as_bool().unwrap_or(false)
    }

    /// An object's entries, with values as a person types them.
    pub(super) fn pairs(&self, name: &str) -> Vec<(&str, String)> {
        let entries = self.given[name].as_object().into_iter().flatten();
        let typed = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        entries.map(|(key, value)| (key.as_str(), typed(value))).collect()
    }

    pub(super) fn texts(&self, name: &str) -> Vec<&str> {
        self.given[name].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }

    pub(super) fn ids(&self, name: &str) -> Option<Vec<u64>> {
        Some(self.given[name].as_array()?.iter().filter_map(snowflake).collect())
    }
}

fn missing(name: &str, kind: &str) -> Refused {
    Refused::new(format!("{name:?} is needed, as {kind}"))
}
