//! The JSON objects of the API, drawn from the world.

use serde_json::{Value, json};

use super::permissions;
use super::time::iso8601;
use super::world::State;
use super::world::model::{Guild, Member, Role, Sticker, User};

/// Snowflakes travel as strings.
pub(crate) fn id(snowflake: u64) -> Value {
    Value::String(snowflake.to_string())
}

pub(crate) fn ids(snowflakes: &[u64]) -> Value {
    snowflakes.iter().copied().map(id).collect()
}

pub(crate) fn user(user: &User) -> Value {
    json!({
        "id": id(user.id), "username": user.name, "discriminator": "0000", "global_name": null,
        "avatar": null, "bot": user.is_bot, "system": false, "public_flags": 0, "flags": 0,
        "primary_guild": null,
    })
}

/// The bot's own user, with what only its owner sees.
pub(crate) fn current_user(user_: &User) -> Value {
    let mut object = user(user_);
    object["mfa_enabled"] = json!(true);
    object["verified"] = json!(true);
    object["locale"] = json!("en-US");
    object["email"] = Value::Null;
    object
}

pub(crate) fn role(role: &Role) -> Value {
    let mut object = json!({
        "id": id(role.id), "name": role.name, "permissions": role.permissions.to_string(),
        "position": role.position, "color": role.color,
        "colors": { "primary_color": role.color, "secondary_color": null, "tertiary_color": null },
        "hoist": role.is_hoisted, "managed": role.is_managed, "mentionable": role.is_mentionable,
        "icon": null, "unicode_emoji": null, "flags": 0,
    });
    if let Some(bot) = role.bot {
        object["tags"] = json!({ "bot_id": id(bot) });
    }
    object
}

/// A member without its user, as messages carry it.
pub(crate) fn member_without_user(member: &Member) -> Value {
    json!({
        "nick": member.nick, "avatar": null, "banner": null, "roles": ids(&member.roles),
        "joined_at": iso8601(member.joined_at_ms), "premium_since": null, "deaf": false, "mute": false,
        "flags": 0, "pending": false,
        "communication_disabled_until": member.timeout_until_ms.map(iso8601),
    })
}

pub(crate) fn emoji(text: &str) -> Value {
    // A custom emoji travels as `name:id`, any other as itself.
    match text.split_once(':') {
        Some((name, emoji_id)) => json!({ "id": emoji_id, "name": name }),
        None => json!({ "id": null, "name": text }),
    }
}

/// A sticker as messages carry it.
pub(crate) fn sticker_item(sticker: &Sticker) -> Value {
    json!({ "id": id(sticker.id), "name": sticker.name, "format_type": sticker.format })
}

/// A sticker as its guild has it.
pub(crate) fn sticker(guild: u64, sticker: &Sticker) -> Value {
    json!({
        "id": id(sticker.id), "name": sticker.name, "format_type": sticker.format, "type": 2,
        "tags": sticker.name, "description": null, "available": true, "guild_id": id(guild),
    })
}

impl State {
    pub(crate) fn user_object(&self, user_id: u64) -> Value {
        self.users.get(&user_id).map_or(Value::Null, user)
    }

    pub(crate) fn member_object(&self, guild: &Guild, user_id: u64) -> Value {
        let Some(member) = guild.members.get(&user_id) else { return Value::Null };
        let mut object = member_without_user(member);
        object["user"] = self.user_object(user_id);
        object
    }

    pub(crate) fn thread_member_object(thread: u64, user_id: u64, joined_at_ms: u64) -> Value {
        json!({
            "id": id(thread), "user_id": id(user_id), "join_timestamp": iso8601(joined_at_ms), "flags": 0,
        })
    }

    /// The guild as `GET /guilds/{guild.id}` gives it.
    pub(crate) fn guild_object(guild: &Guild) -> Value {
        json!({
            "id": id(guild.id), "name": guild.name, "icon": null, "description": null, "home_header": null,
            "splash": null, "discovery_splash": null, "features": [], "banner": null,
            "owner_id": id(guild.owner), "application_id": null, "region": "deprecated",
            "afk_channel_id": null, "afk_timeout": 300, "system_channel_id": guild.system_channel.map(id),
            "system_channel_flags": 0, "widget_enabled": false, "widget_channel_id": null,
            "verification_level": 0, "roles": guild.roles.values().map(role).collect::<Value>(),
            "default_message_notifications": 0, "mfa_level": 0, "explicit_content_filter": 0,
            "max_presences": null, "max_members": 500_000, "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": guild.premium_tier,
            "premium_subscription_count": 0, "preferred_locale": guild.locale, "rules_channel_id": null,
            "safety_alerts_channel_id": null, "public_updates_channel_id": null,
            "premium_progress_bar_enabled": false, "nsfw": false, "nsfw_level": 0, "emojis": [],
            "stickers": guild.stickers.values().map(|it| sticker(guild.id, it)).collect::<Value>(),
            "incidents_data": null, "hub_type": null,
        })
    }

    /// The guild as `GUILD_CREATE` carries it: with members, channels and active threads.
    pub(crate) fn guild_event(&self, guild: &Guild) -> Value {
        let bot = self.bot();
        let channels = guild.channels.iter().filter_map(|channel| self.channels.get(channel));
        let visible_threads = guild.threads.iter().filter_map(|thread| self.channels.get(thread));
        let visible_threads = visible_threads.filter(|channel| {
            let active = channel.thread.as_ref().is_some_and(|thread| !thread.archived);
            active && self.permissions_in(channel, bot) & permissions::VIEW_CHANNEL != 0
        });
        let joined_at_ms = guild.members.get(&bot).map_or(0, |member| member.joined_at_ms);
        let mut object = Self::guild_object(guild);
        let members = guild.members.keys().map(|user| self.member_object(guild, *user));
        object["members"] = members.collect();
        object["channels"] = channels.map(|channel| self.channel_object(channel)).collect();
        object["threads"] = visible_threads.map(|thread| self.channel_object(thread)).collect();
        object["member_count"] = json!(guild.members.len());
        object["joined_at"] = json!(iso8601(joined_at_ms));
        object["large"] = json!(false);
        object["unavailable"] = json!(false);
        for empty in
            ["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"]
        {
            object[empty] = json!([]);
        }
        object
    }

    /// The application as `GET /applications/@me` gives it.
    pub(crate) fn application_object(&self) -> Value {
        let bot = self.bot();
        json!({
            "id": id(bot), "name": self.options.bot_name, "icon": null, "description": "", "type": null,
            "bot_public": true, "bot_require_code_grant": false, "verify_key": self.endpoint.verify_key(),
            "flags": 0, "flags_new": "0", "redirect_uris": [], "interactions_endpoint_url": self.endpoint.url,
            "role_connections_verification_url": null, "event_webhooks_status": 1,
            "owner": { "id": id(bot), "username": "owner", "discriminator": "0000", "global_name": null,
                "avatar": null, "public_flags": 0, "flags": 0, "primary_guild": null },
            "approximate_guild_count": self.guilds.len(), "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0, "explicit_content_filter": 0, "team": null,
            "eligible_oauth2_scopes": [], "summary": "", "hook": true, "bot": self.user_object(bot),
        })
    }
}
