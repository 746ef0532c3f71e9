//! The channel a room is opened in: what kind it is, and which tags it has.

use fireside_core::ports::DeliveryError;
use serde::Deserialize;
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::deliver::repeatable;
use crate::snowflake;

/// Discord's numbers for channels.
const TEXT: u8 = 0;
const ANNOUNCEMENTS: u8 = 5;
const FORUM: u8 = 15;
const MEDIA: u8 = 16;
/// Marks a forum whose posts must have a tag.
const REQUIRES_TAG: u64 = 1 << 4;
/// The most tags of a post.
const TAGS_MAX: usize = 5;

/// A channel in which rooms are opened.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Ground {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(default)]
    flags: u64,
    #[serde(default)]
    available_tags: Vec<Tag>,
}

#[derive(Debug, Deserialize)]
struct Tag {
    id: String,
    name: String,
    #[serde(default)]
    moderated: bool,
}

/// Whether the channel with this id is known to be one in which threads start
/// from messages.
pub(super) fn has_threads(connection: &Connection, channel: u64) -> bool {
    matches!(connection.channels.kind(channel), Some(TEXT | ANNOUNCEMENTS))
}

impl Ground {
    /// The channel with this id. Tags change: a channel of posts is asked for
    /// each time.
    pub(super) async fn of(connection: &Connection, channel: u64) -> Result<Self, DeliveryError> {
        if let Some(kind @ (TEXT | ANNOUNCEMENTS)) = connection.channels.kind(channel) {
            return Ok(Self { kind, ..Self::default() });
        }
        let call = Call::get(Route::Channel { channel_id: channel.into() });
        let told = connection.client.send(call).await.map_err(repeatable)?;
        super::learn(connection, &told);
        Ok(serde_json::from_value(told).unwrap_or_default())
    }

    pub(super) fn is_forum(&self) -> bool {
        matches!(self.kind, FORUM | MEDIA)
    }

    /// Whether rooms can be opened in it that only those let in see.
    pub(super) fn has_private_threads(&self) -> bool {
        !self.is_forum() && !self.is_announcements()
    }

    pub(super) fn is_announcements(&self) -> bool {
        self.kind == ANNOUNCEMENTS
    }

    /// The ids of the tags with these names; those there aren't are left out.
    /// Where a post must have one, the first that anybody may give.
    pub(super) fn tags(&self, names: &[String]) -> Vec<u64> {
        let of_name = |name: &String| self.available_tags.iter().find(|tag| same(&tag.name, name));
        let mut tags: Vec<_> = names.iter().filter_map(of_name).filter_map(Tag::id).collect();
        tags.dedup();
        tags.truncate(TAGS_MAX);
        if tags.is_empty() && self.flags & REQUIRES_TAG != 0 {
            tags.extend(self.available_tags.iter().find(|tag| !tag.moderated).and_then(Tag::id));
        }
        tags
    }
}

impl Tag {
    fn id(&self) -> Option<u64> {
        snowflake::parse(&self.id)
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn forum(flags: u64) -> Ground {
        let tags = json!([
            { "id": "1", "name": "Staff", "moderated": true },
            { "id": "2", "name": "Open", "moderated": false },
            { "id": "3", "name": "Done" },
        ]);
        serde_json::from_value(json!({ "type": 15, "flags": flags, "available_tags": tags })).unwrap()
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn tags_are_found_by_their_names() {
        assert_eq!(forum(0).tags(&names(&["done", "unheard of", "Open", "open"])), [3, 2]);
        assert_eq!(forum(0).tags(&names(&["unheard of"])), [0; 0]);
    }

    #[test]
    fn a_post_that_must_have_a_tag_gets_one_that_anybody_may_give() {
        assert_eq!(forum(REQUIRES_TAG).tags(&[]), [2]);
        assert_eq!(forum(REQUIRES_TAG).tags(&names(&["done"])), [3]);
    }
}
