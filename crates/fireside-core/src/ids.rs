//! A newtype for every id, so that a channel is never taken for a person.

use std::borrow::Borrow;
use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps the id's text.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

text_id! {
    /// One brand's tenant. Every stored key begins with it.
    CommunityId
}
text_id! {
    /// A chat platform; an open name that its adapter defines.
    Platform
}
text_id! {
    /// An account on a platform, as the platform numbers it.
    AccountId
}
text_id! {
    /// What holds channels on a platform that groups them (a server, a guild).
    SpaceId
}
text_id! {
    /// A channel, group or private chat.
    ChannelId
}
text_id! {
    /// A thread or topic inside a channel.
    ThreadId
}
text_id! {
    /// A message, unique within its channel.
    MessageId
}
text_id! {
    /// A file, as the adapter of its platform finds it again.
    FileId
}
text_id! {
    /// A role or rank that a platform gives an account.
    RoleId
}
text_id! {
    /// One human inside a community.
    PersonId
}
text_id! {
    /// One thing that happened: stable when the platform tells it again,
    /// different for different things.
    EventId
}
text_id! {
    /// What is worked on in order: the events of one lane are decided one at a time.
    LaneId
}
text_id! {
    /// A timer, unique within its community; setting it again moves it.
    TimerId
}

impl Platform {
    /// The name as a title, for people to read.
    pub fn title(&self) -> String {
        let mut chars = self.0.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
    }
}

impl CommunityId {
    /// The key space of what belongs to no community: adapters' own notes.
    pub fn system() -> Self {
        Self::new("_system")
    }
}

/// One effect of one event: what deliveries, receipts and references are known by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DeliveryId {
    /// The event whose turn asked for the effect.
    pub event: EventId,
    /// The effect's place among that turn's effects, from 0.
    pub index: u32,
}

impl fmt::Display for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.event, self.index)
    }
}
