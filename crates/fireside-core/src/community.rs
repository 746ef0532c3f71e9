//! One brand's community: its places, its staff, its settings.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::actor::{Account, Actor};
use crate::ids::{ChannelId, CommunityId, Platform, RoleId, SpaceId};
use crate::place::Place;
use crate::time::{self, Timestamp};

/// The oldest word about somebody's roles that still counts when they act.
pub const AUTHORITY_AGE_MAX: Duration = Duration::from_secs(30);

/// One brand's tenant, as configured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Community {
    /// Its id: the first part of every stored key.
    pub id: CommunityId,
    /// The brand's name, shown to customers.
    pub name: String,
    /// The language the bot speaks where a customer's is unknown (a BCP 47 tag).
    pub locale: String,
    /// Its time zone, by its name in the IANA database.
    #[serde(default = "utc")]
    pub time_zone: String,
    /// Which spaces and channels belong to it.
    pub grounds: Vec<Ground>,
    /// Who its staff are.
    pub staff: StaffRule,
    /// Where staff work: the channel that cases and rooms are opened in.
    pub staff_home: Option<Place>,
    /// The forum in which staff's rooms are opened as posts; left out, where
    /// staff work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_forum: Option<Place>,
    /// Where other software is told what happens; nobody is where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outward: Option<Place>,
    /// The places that features were given of their own, by what each is for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub places: BTreeMap<String, Place>,
    /// The settings of each feature, by section.
    #[serde(default)]
    pub settings: BTreeMap<String, serde_json::Value>,
}

impl Community {
    /// A community without places, staff or settings.
    pub fn new(id: impl Into<CommunityId>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            locale: "en".to_owned(),
            time_zone: utc(),
            grounds: Vec::new(),
            staff: StaffRule::default(),
            staff_home: None,
            staff_forum: None,
            outward: None,
            places: BTreeMap::new(),
            settings: BTreeMap::new(),
        }
    }

    /// With one more stretch of a platform.
    #[must_use]
    pub fn ground(mut self, ground: Ground) -> Self {
        self.grounds.push(ground);
        self
    }

    /// Its time zone; UTC where its name is none.
    pub fn zone(&self) -> TimeZone {
        time::zone_named(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// Whether `place` is part of this community.
    pub fn holds(&self, place: &Place) -> bool {
        self.is_staff_place(place) || self.grounds.iter().any(|ground| ground.holds(place))
    }

    /// Whether what is said in private chats on `platform` is heard here.
    pub fn hears_private_chats(&self, platform: &Platform) -> bool {
        self.grounds.iter().any(|ground| match ground {
            Ground::Platform(own) => own == platform,
            ground => ground.holds_private_chats(platform),
        })
    }

    /// Whether what is said in `place` is said among staff.
    pub fn is_staff_place(&self, place: &Place) -> bool {
        let mut homes = self.staff_home.iter().chain(&self.staff_forum);
        homes.any(|home| place.is_within(&home.parent()))
    }

    /// Whether `actor` acts as staff at `now`: by account, or by a role the
    /// platform confirmed within [`AUTHORITY_AGE_MAX`]. Bots and anonymous
    /// senders never do.
    pub fn is_staff(&self, actor: &Actor, now: Timestamp) -> bool {
        if actor.is_bot || actor.is_anonymous {
            return false;
        }
        self.staff.accounts.contains(&actor.account)
            || actor.authority.as_ref().is_some_and(|authority| {
                now.since(authority.as_of) <= AUTHORITY_AGE_MAX
                    && self.staff.roles.iter().any(|staff| {
                        staff.platform == actor.account.platform && authority.roles.contains(&staff.role)
                    })
            })
    }

    /// The settings of one section; its defaults where nothing is configured.
    ///
    /// # Errors
    /// When the configured section does not have the section's shape.
    pub fn settings<T: Settings>(&self) -> Result<T, SettingsError> {
        self.settings.get(T::SECTION).map_or_else(
            || Ok(T::default()),
            |value| {
                serde_json::from_value(value.clone())
                    .map_err(|source| SettingsError { section: T::SECTION, source })
            },
        )
    }
}

fn utc() -> String {
    "UTC".to_owned()
}

/// A section of a community's settings that belongs to one feature.
pub trait Settings: DeserializeOwned + Default {
    /// The section's name in the configuration.
    const SECTION: &'static str;
}

/// A configured section does not have the shape its feature asks for.
#[derive(Debug, Error)]
#[error("the settings of section `{section}` can't be read")]
pub struct SettingsError {
    /// The section.
    pub section: &'static str,
    #[source]
    source: serde_json::Error,
}

/// A stretch of a platform that belongs to a community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Everything inside a space.
    Space(Platform, SpaceId),
    /// One channel or group, with its threads.
    Channel(Platform, ChannelId),
    /// Everything on a platform.
    Platform(Platform),
    /// Private chats on a platform. Where several communities share a bot, a
    /// private chat belongs to the first that has this.
    PrivateChats(Platform),
}

impl Ground {
    fn holds(&self, place: &Place) -> bool {
        match self {
            Self::Space(platform, space) => {
                place.platform == *platform && place.space.as_ref() == Some(space)
            }
            Self::Channel(platform, channel) => place.platform == *platform && place.channel == *channel,
            Self::Platform(platform) => place.platform == *platform,
            Self::PrivateChats(_) => false,
        }
    }

    /// Whether private chats on `platform` belong here.
    pub fn holds_private_chats(&self, platform: &Platform) -> bool {
        matches!(self, Self::PrivateChats(own) if own == platform)
    }
}

/// Who acts as staff.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StaffRule {
    /// Roles whose holders are staff.
    pub roles: Vec<StaffRole>,
    /// Accounts that are staff by themselves.
    pub accounts: Vec<Account>,
    /// Roles whose holders are called when somebody is needed: they need not be staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duty: Vec<StaffRole>,
}

/// A platform's role that makes its holders staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRole {
    /// The platform the role is on.
    pub platform: Platform,
    /// The platform's id of it.
    pub role: RoleId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Authority;

    fn community() -> Community {
        let mut community = Community::new("acme", "Acme");
        community.staff.roles.push(StaffRole { platform: "p".into(), role: "helper".into() });
        community
    }

    fn holder(as_of: u64) -> Actor {
        let mut actor = Actor::human(Account::new("p", "1"), "Ana");
        actor.authority =
            Some(Authority { roles: vec!["helper".into()], as_of: Timestamp::from_millis(as_of) });
        actor
    }

    #[test]
    fn a_role_counts_for_thirty_seconds() {
        let at = Timestamp::from_millis(31_000);
        assert!(community().is_staff(&holder(1_000), at));
        assert!(!community().is_staff(&holder(999), at));
    }

    #[test]
    fn private_chats_are_heard_where_they_or_the_whole_platform_belong_here() {
        let heard = |ground| community().ground(ground).hears_private_chats(&"p".into());
        assert!(heard(Ground::PrivateChats("p".into())) && heard(Ground::Platform("p".into())));
        assert!(!heard(Ground::PrivateChats("q".into())) && !heard(Ground::Channel("p".into(), "c".into())));
    }

    #[test]
    fn an_anonymous_sender_is_never_staff() {
        let mut actor = holder(0);
        actor.is_anonymous = true;
        assert!(!community().is_staff(&actor, Timestamp::default()));
    }

    #[test]
    fn a_role_of_another_platform_does_not_count() {
        let mut actor = holder(0);
        actor.account.platform = "q".into();
        assert!(!community().is_staff(&actor, Timestamp::default()));
    }
}
