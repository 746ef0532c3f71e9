//! Actions: what a feature's buttons stand for, kept under a short key.

use serde::{Deserialize, Serialize};

use crate::ids::LaneId;
use crate::record::Record;
use crate::time::Timestamp;

/// What a press of a button means. The button itself carries only the key, so
/// nothing in it can be forged, and it fits every platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// The feature the button belongs to.
    pub feature: String,
    /// What the feature calls it.
    pub name: String,
    /// What it is about.
    pub data: String,
    /// The lane its presses belong to; `None`: the presser's own, so that many
    /// can press at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<LaneId>,
    /// From then on it is no longer current.
    pub expires: Timestamp,
}

impl Record for Action {
    const COLLECTION: &'static str = "action";
}

/// Stands in a button for the call of a person: nothing is kept for it, since it
/// is put below whatever the bot answers. Its press comes back as the action of
/// this name to the feature that has a
/// [`person_button`](crate::Feature::person_button).
pub const PERSON: &str = "person";

const ACTION_PREFIX: &str = "a:";

impl Action {
    /// The data of the button whose action is kept under `token`.
    pub fn button_data(token: &str) -> String {
        format!("{ACTION_PREFIX}{token}")
    }

    /// The token in a button's data; `None` where the button stands for no action.
    pub fn token_in(data: &str) -> Option<&str> {
        data.strip_prefix(ACTION_PREFIX)
    }
}
