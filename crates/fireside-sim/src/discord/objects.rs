//! The JSON objects of the API, drawn from the world.

use serde_json::{Value, json};

use super::permissions;
use super::time::iso8601;
use super::world::State;
use super::world::model::{Channel, Guild, Member, Message, Reaction, Role, Thread, User};

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
        "position": role.position, "color": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false, "managed": role.is_managed, "mentionable": role.is_mentionable,
        "icon": null, "unicode_emoji": null, "flags": 0,
    });
    if role.is_managed {
        object["tags"] = json!({});
    }
    object
}

/// A member without its user, as messages carry it.
pub(crate) fn member_without_user(member: &Member) -> Value {
    json!({
        "nick": member.nick, "avatar": null, "banner": null, "roles": ids(&member.roles),
        "joined_at": iso8601(member.joined_at_ms), "premium_since": null, "deaf": false, "mute": false,
        "flags": 0, "pending": false, "communication_disabled_until": null,
    })
}

pub(crate) fn emoji(text: &str) -> Value {
    // A custom emoji travels as `name:id`, any other as itself.
    match text.split_once(':') {
        Some((name, emoji_id)) => json!({ "id": emoji_id, "name": name }),
        None => json!({ "id": null, "name": text }),
    }
}

fn thread_metadata(thread: &Thread) -> Value {
    json!({
        "archived": thread.archived, "locked": thread.locked, "invitable": thread.invitable,
        "auto_archive_duration": thread.auto_archive_minutes,
        "archive_timestamp": iso8601(thread.archive_changed_at_ms),
        "create_timestamp": iso8601(thread.created_at_ms),
    })
}

fn reactions(all: &[Reaction], bot: u64) -> Value {
    let object = |reaction: &Reaction| {
        let count = reaction.users.len();
        json!({
            "emoji": emoji(&reaction.emoji), "count": count, "me": reaction.users.contains(&bot),
            "count_details": { "burst": 0, "normal": count }, "burst_colors": [], "me_burst": false,
        })
    };
    all.iter().map(object).collect()
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

    pub(crate) fn channel_object(&self, channel: &Channel) -> Value {
        let last_message = channel.last_message().map(id);
        if let Some(thread) = &channel.thread {
            return Self::thread_object(channel, thread, last_message);
        }
        if let Some(recipient) = channel.recipient {
            return json!({
                "id": id(channel.id), "type": channel.kind, "last_message_id": last_message, "flags": 0,
                "name": null, "recipients": [self.user_object(recipient)],
            });
        }
        let overwrite = |overwrite: &super::world::model::Overwrite| {
            json!({
                "id": id(overwrite.id), "type": u8::from(overwrite.is_for_member),
                "allow": overwrite.allow.to_string(), "deny": overwrite.deny.to_string(),
            })
        };
        json!({
            "id": id(channel.id), "type": channel.kind, "last_message_id": last_message, "flags": 0,
            "guild_id": channel.guild.map(id), "name": channel.name, "topic": channel.topic,
            "parent_id": null, "rate_limit_per_user": 0, "position": channel.position, "nsfw": false,
            "permission_overwrites": channel.overwrites.iter().map(overwrite).collect::<Value>(),
        })
    }

    fn thread_object(channel: &Channel, thread: &Thread, last_message: Option<Value>) -> Value {
        json!({
            "id": id(channel.id), "type": channel.kind, "last_message_id": last_message, "flags": 0,
            "guild_id": channel.guild.map(id), "name": channel.name, "parent_id": channel.parent.map(id),
            "rate_limit_per_user": 0, "owner_id": id(thread.owner),
            "thread_metadata": thread_metadata(thread),
            "message_count": channel.messages.len(), "total_message_sent": thread.sent,
            "member_count": thread.members.len().min(50),
        })
    }

    pub(crate) fn thread_member_object(thread: u64, user_id: u64, joined_at_ms: u64) -> Value {
        json!({
            "id": id(thread), "user_id": id(user_id), "join_timestamp": iso8601(joined_at_ms), "flags": 0,
        })
    }

    /// The message as REST answers carry it.
    pub(crate) fn message_object(&self, message: &Message) -> Value {
        let mut object = self.message_alone(message);
        let Some(target) = message.reply_to else { return object };
        let guild = self.channels.get(&message.channel).and_then(|channel| channel.guild);
        object["message_reference"] = json!({
            "type": 0, "channel_id": id(message.channel), "message_id": id(target),
        });
        if let Some(guild) = guild {
            object["message_reference"]["guild_id"] = id(guild);
        }
        let referenced = self.message(message.channel, target);
        object["referenced_message"] = referenced.map_or(Value::Null, |it| self.message_alone(it));
        object
    }

    fn message_alone(&self, message: &Message) -> Value {
        let mentioned: Value = message.mentions.users.iter().map(|user| self.user_object(*user)).collect();
        let mut object = json!({
            "id": id(message.id), "channel_id": id(message.channel), "type": message.kind,
            "author": self.user_object(message.author), "content": message.content,
            "timestamp": iso8601(message.sent_at_ms), "edited_timestamp": message.edited_at_ms.map(iso8601),
            "tts": false, "pinned": false, "flags": message.flags,
            "mention_everyone": message.mentions.everyone, "mentions": mentioned,
            "mention_roles": ids(&message.mentions.roles),
            "attachments": message.attachments, "embeds": message.embeds, "components": message.components,
        });
        if let Some(nonce) = &message.nonce {
            object["nonce"] = nonce.clone();
        }
        if !message.reactions.is_empty() {
            object["reactions"] = reactions(&message.reactions, self.bot());
        }
        if let Some(interaction) = &message.interaction {
            object["interaction_metadata"] = interaction.clone();
        }
        if let Some(webhook) = message.webhook {
            object["webhook_id"] = id(webhook);
            object["application_id"] = id(webhook);
        }
        if message.has_thread
            && let Some(thread) = self.channels.get(&message.id)
        {
            object["thread"] = self.channel_object(thread);
        }
        object
    }

    /// The message as gateway events carry it: with the guild and the author's member.
    pub(crate) fn message_event(&self, message: &Message) -> Value {
        let mut object = self.message_object(message);
        let Some(channel) = self.channels.get(&message.channel) else { return object };
        object["channel_type"] = json!(channel.kind);
        let Some(guild) = channel.guild.and_then(|guild| self.guilds.get(&guild)) else { return object };
        object["guild_id"] = id(guild.id);
        if let Some(member) = guild.members.get(&message.author) {
            object["member"] = member_without_user(member);
        }
        object
    }

    /// The guild as `GET /guilds/{guild.id}` gives it.
    pub(crate) fn guild_object(guild: &Guild) -> Value {
        json!({
            "id": id(guild.id), "name": guild.name, "icon": null, "description": null, "home_header": null,
            "splash": null, "discovery_splash": null, "features": [], "banner": null,
            "owner_id": id(guild.owner), "application_id": null, "region": "deprecated",
            "afk_channel_id": null, "afk_timeout": 300, "system_channel_id": null,
            "system_channel_flags": 0, "widget_enabled": false, "widget_channel_id": null,
            "verification_level": 0, "roles": guild.roles.values().map(role).collect::<Value>(),
            "default_message_notifications": 0, "mfa_level": 0, "explicit_content_filter": 0,
            "max_presences": null, "max_members": 500_000, "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": 0,
            "premium_subscription_count": 0, "preferred_locale": "en-US", "rules_channel_id": null,
            "safety_alerts_channel_id": null, "public_updates_channel_id": null,
            "premium_progress_bar_enabled": false, "nsfw": false, "nsfw_level": 0, "emojis": [],
            "stickers": [], "incidents_data": null, "hub_type": null,
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
            "bot_public": true, "bot_require_code_grant": false, "verify_key": "00".repeat(32),
            "flags": 0, "flags_new": "0", "redirect_uris": [], "interactions_endpoint_url": null,
            "role_connections_verification_url": null, "event_webhooks_status": 1,
            "owner": { "id": id(bot), "username": "owner", "discriminator": "0000", "global_name": null,
                "avatar": null, "public_flags": 0, "flags": 0, "primary_guild": null },
            "approximate_guild_count": self.guilds.len(), "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0, "explicit_content_filter": 0, "team": null,
            "eligible_oauth2_scopes": [], "summary": "", "hook": true, "bot": self.user_object(bot),
        })
    }
}
