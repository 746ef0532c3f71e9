//! What a community can set about handoffs.

use serde::{Deserialize, Serialize};

/// The section `handoff` of a community's settings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Words added when a customer has called a human: working hours, say.
    pub greeting: Option<String>,
}

impl fireside_core::Settings for Settings {
    const SECTION: &'static str = "handoff";
}
