//! What a channel is set to, read from the calls that create and change one.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::mentions::snowflake;
use super::model::{ChannelSettings, Tag, channel_flags, channel_type};
use super::threads::read_auto_archive;

const SLOW_MODE_SECS_MAX: u64 = 21_600;
const TAGS_MAX: usize = 20;
const TAG_NAME_LEN_MAX: usize = 20;
/// Settings that are kept as they are given, by the kinds that have them.
const KEPT_OF_FORUMS: [&str; 4] =
    ["default_reaction_emoji", "default_sort_order", "default_forum_layout", "default_tag_setting"];
const KEPT_OF_VOICE: [&str; 4] = ["bitrate", "user_limit", "rtc_region", "video_quality_mode"];

impl ChannelSettings {
    /// Takes over what `body` names. New tags get their ids from `next_id`.
    pub(super) fn apply(
        &mut self,
        body: &Value,
        kind: u8,
        next_id: impl FnMut() -> u64,
    ) -> Result<(), ApiError> {
        let is_forum = matches!(kind, channel_type::GUILD_FORUM | channel_type::GUILD_MEDIA);
        self.nsfw = body["nsfw"].as_bool().unwrap_or(self.nsfw);
        self.slow_mode_secs = read_slow_mode(body, "rate_limit_per_user")?.unwrap_or(self.slow_mode_secs);
        if let Some(flags) = body["flags"].as_u64().filter(|_| is_forum) {
            self.flags = flags & channel_flags::REQUIRE_TAG;
        }
        if let Some(minutes) = snowflake(&body["default_auto_archive_duration"]) {
            let asked = json!({ "auto_archive_duration": minutes });
            self.default_auto_archive_minutes = read_auto_archive(&asked)?;
        }
        let slow_mode = read_slow_mode(body, "default_thread_rate_limit_per_user")?;
        self.default_thread_slow_mode_secs = slow_mode.unwrap_or(self.default_thread_slow_mode_secs);
        if is_forum && let Some(tags) = body["available_tags"].as_array() {
            self.available_tags = read_available_tags(tags, next_id)?;
        }
        let kept = match kind {
            channel_type::GUILD_VOICE | channel_type::GUILD_STAGE_VOICE => &KEPT_OF_VOICE[..],
            _ if is_forum => &KEPT_OF_FORUMS[..],
            _ => &[],
        };
        for key in kept {
            if let Some(value) = body.get(*key) {
                self.other.insert((*key).to_owned(), value.clone());
            }
        }
        if let Some(reaction) = self.other.get_mut("default_reaction_emoji").filter(|it| it.is_object()) {
            // Of the two that name an emoji, the other is null.
            *reaction = json!({ "emoji_id": reaction["emoji_id"], "emoji_name": reaction["emoji_name"] });
        }
        Ok(())
    }
}

/// Seconds between two messages of one user; none if the body doesn't say.
pub(super) fn read_slow_mode(body: &Value, key: &str) -> Result<Option<u64>, ApiError> {
    let Some(secs) = body[key].as_u64() else { return Ok(None) };
    if secs <= SLOW_MODE_SECS_MAX {
        return Ok(Some(secs));
    }
    let message = format!("int value should be less than or equal to {SLOW_MODE_SECS_MAX}.");
    Err(ApiError::form(key, "NUMBER_TYPE_MAX", &message))
}

fn read_available_tags(tags: &[Value], mut next_id: impl FnMut() -> u64) -> Result<Vec<Tag>, ApiError> {
    if tags.len() > TAGS_MAX {
        return Err(ApiError::bad_length("available_tags", 0, TAGS_MAX));
    }
    let mut read: Vec<Tag> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let field = format!("available_tags.{at}.name");
        let name = tag["name"].as_str().ok_or_else(|| ApiError::required(&field))?;
        if name.trim().is_empty() || name.chars().count() > TAG_NAME_LEN_MAX {
            return Err(ApiError::bad_length(&field, 1, TAG_NAME_LEN_MAX));
        }
        if read.iter().any(|other| other.name == name) {
            return Err(ApiError::new(400, 40061, "Tag names must be unique"));
        }
        read.push(Tag {
            id: snowflake(&tag["id"]).unwrap_or_else(&mut next_id),
            name: name.to_owned(),
            is_moderated: tag["moderated"].as_bool().unwrap_or(false),
            emoji_id: snowflake(&tag["emoji_id"]),
            emoji_name: tag["emoji_name"].as_str().map(str::to_owned),
        });
    }
    Ok(read)
}
