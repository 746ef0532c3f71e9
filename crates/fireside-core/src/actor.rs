//! Who does something, as whom, and what they may do.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, PersonId, Platform, RoleId};
use crate::place::Place;
use crate::time::Timestamp;

/// An account on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Account {
    /// The platform the account is on.
    pub platform: Platform,
    /// The platform's id of it.
    pub id: AccountId,
}

impl Account {
    /// The account `id` on `platform`.
    pub fn new(platform: impl Into<Platform>, id: impl Into<AccountId>) -> Self {
        Self { platform: platform.into(), id: id.into() }
    }

    /// The private chat with this account: one that is named by the account's
    /// id. Every adapter knows it by that ([`Adapter`](crate::ports::Adapter)),
    /// whatever its platform calls the chat; what is said there may come from
    /// another place.
    pub fn private_place(&self) -> Place {
        Place::channel(self.platform.clone(), self.id.as_str())
    }

    /// The person this account is, until it is linked to another.
    pub fn person(&self) -> PersonId {
        PersonId::new(self.to_string())
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.platform, self.id)
    }
}

/// What a platform says an account may do, and when it said so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Authority {
    /// The roles the account holds in the place where it acts.
    pub roles: Vec<RoleId>,
    /// When the platform told us.
    pub as_of: Timestamp,
}

/// Who did something, as the platform told it with the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account that acted.
    pub account: Account,
    /// The display name: the user's own words, shown as plain text only.
    pub name: String,
    /// Where its picture is, if everybody may fetch it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    /// What the account may do here, where the platform told us.
    #[serde(default)]
    pub authority: Option<Authority>,
    /// A bot or a webhook: never a customer.
    #[serde(default)]
    pub is_bot: bool,
    /// Somebody who hides behind a group's or channel's name: never staff.
    #[serde(default)]
    pub is_anonymous: bool,
}

impl Actor {
    /// A human with this account and name, of whose authority nothing is known.
    pub fn human(account: Account, name: impl Into<String>) -> Self {
        let name = name.into();
        Self { account, name, avatar_url: None, authority: None, is_bot: false, is_anonymous: false }
    }

    /// The engine itself: who timers and receipts come from.
    pub fn system(platform: Platform) -> Self {
        let account = Account { platform, id: AccountId::new("_system") };
        Self { is_bot: true, ..Self::human(account, "") }
    }
}
