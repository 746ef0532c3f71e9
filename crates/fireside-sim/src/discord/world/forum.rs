//! Forums: posts, which are threads with a first message, and their tags.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::mentions::snowflake;
use super::super::permissions::MANAGE_THREADS;
use super::State;
use super::messages::Draft;
use super::model::{Message, channel_flags, channel_type};
use super::threads::NewThread;

/// A post has at most this many tags.
const TAGS_MAX: usize = 5;

impl State {
    /// Posts in a forum: starts a thread with its first message, which has the
    /// thread's id.
    pub(crate) fn post_in_forum(&mut self, mut new: NewThread, draft: Draft) -> Result<Message, ApiError> {
        let forum = self.channels.get(&new.parent).ok_or_else(ApiError::unknown_channel)?;
        let guild_id = forum.guild.filter(|_| forum.is_forum()).ok_or_else(ApiError::wrong_channel_type)?;
        if new.tags.is_empty() && forum.settings.flags & channel_flags::REQUIRE_TAG != 0 {
            let message = "A tag is required to create a forum post in this channel";
            return Err(ApiError::new(400, 40067, message));
        }
        self.check_thread_cap(guild_id)?;
        self.check_files(new.parent, &draft.attachments)?;
        let (thread_id, owner) = (self.next_id(), new.owner);
        new.kind = channel_type::PUBLIC_THREAD;
        self.insert_thread(guild_id, thread_id, new);
        let sent = self.send(thread_id, owner, Draft { id: Some(thread_id), ..draft });
        if sent.is_err() {
            self.delete_thread(thread_id);
        }
        sent
    }

    /// The `applied_tags` of a body, as `user` may put them on a post of the
    /// forum; none if the body doesn't name them.
    pub(crate) fn read_tags(
        &self,
        forum: Option<u64>,
        user: u64,
        body: &Value,
    ) -> Result<Option<Vec<u64>>, ApiError> {
        let Some(given) = body["applied_tags"].as_array() else { return Ok(None) };
        if given.len() > TAGS_MAX {
            return Err(ApiError::bad_length("applied_tags", 0, TAGS_MAX));
        }
        let forum = forum.and_then(|forum| self.channels.get(&forum));
        let forum = forum.ok_or_else(ApiError::unknown_channel)?;
        let may_moderate = self.permissions_in(forum, user) & MANAGE_THREADS != 0;
        let mut tags = Vec::new();
        for tag in given.iter().filter_map(snowflake) {
            let known = forum.settings.available_tags.iter().find(|known| known.id == tag);
            let known = known.ok_or_else(|| ApiError::new(404, 10087, "Unknown tag"))?;
            if known.is_moderated && !may_moderate {
                return Err(ApiError::missing_permissions());
            }
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        Ok(Some(tags))
    }
}
