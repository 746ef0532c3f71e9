//! Legs: the places in which a case is spoken.

use fireside_core::{Account, PlaceRef};
use serde::{Deserialize, Serialize};

/// One place in which a case is spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Who speaks there.
    pub side: Side,
    /// The place; a room may still have to be opened.
    pub place: PlaceRef,
    /// Whose words count there; `None`: everybody's of that side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// An address at which a person can open the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Who speaks in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The customer, where they asked for a human.
    Customer,
    /// Staff, in the case's room.
    Staff,
}
