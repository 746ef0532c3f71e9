//! Setting a world up: people, guilds, roles and channels.

use serde_json::{Value, json};

use super::super::permissions;
use super::World;
use super::acting::Refused;

impl World {
    /// The bot's user id.
    pub fn bot(&self) -> u64 {
        self.read(super::State::bot)
    }

    /// A person, in no guild yet.
    pub fn add_user(&self, name: &str) -> u64 {
        self.change(|state| state.add_user(name, false))
    }

    /// Another bot, in no guild yet.
    pub fn add_bot_user(&self, name: &str) -> u64 {
        self.change(|state| state.add_user(name, true))
    }

    /// A guild with its owner and the bot, which holds a role of its own with
    /// [`permissions::BOT_DEFAULT`].
    pub fn add_guild(&self, name: &str, owner: u64) -> u64 {
        self.add_guild_where_bot_may(name, owner, permissions::BOT_DEFAULT)
    }

    /// As [`World::add_guild`], with the permissions the bot's role has.
    pub fn add_guild_where_bot_may(&self, name: &str, owner: u64, bot_permissions: u64) -> u64 {
        self.change(|state| state.add_guild(name, owner, bot_permissions))
    }

    /// A role with these permission bits. In a guild that isn't there nothing is made.
    pub fn add_role(&self, guild: u64, name: &str, granted: u64) -> u64 {
        self.change(|state| state.add_role(guild, name, granted))
    }

    /// Lets a user in; who is in already stays.
    pub fn add_member(&self, guild: u64, user: u64) {
        self.change(|state| state.add_member(guild, user));
    }

    /// The user leaves or is removed.
    pub fn remove_member(&self, guild: u64, user: u64) {
        self.change(|state| {
            state.remove_member(guild, user);
        });
    }

    /// Gives a member a role.
    ///
    /// # Errors
    /// When the guild has no such member or role.
    pub fn give_role(&self, guild: u64, user: u64, role: u64) -> Result<(), Refused> {
        self.set_role(guild, user, role, true)
    }

    /// Takes a role from a member.
    ///
    /// # Errors
    /// When the guild has no such member or role.
    pub fn take_role(&self, guild: u64, user: u64, role: u64) -> Result<(), Refused> {
        self.set_role(guild, user, role, false)
    }

    fn set_role(&self, guild: u64, user: u64, role: u64, holds: bool) -> Result<(), Refused> {
        let is_set = self.change(|state| state.set_role(guild, user, role, holds));
        if is_set { Ok(()) } else { Err(Refused::new("the guild has no such member or role")) }
    }

    /// A text channel that every member sees.
    pub fn add_channel(&self, guild: u64, name: &str) -> u64 {
        self.change(|state| state.add_channel(guild, name, Vec::new()))
    }

    /// A text channel that only these roles and the bot's own role see.
    pub fn add_private_channel(&self, guild: u64, name: &str, roles: &[u64]) -> u64 {
        self.change(|state| {
            let overwrites = state.private_to(guild, roles);
            state.add_channel(guild, name, overwrites)
        })
    }

    /// A channel of any kind, set as the body of `POST /guilds/{guild.id}/channels`
    /// says: `name`, `type` (4 a category, 5 announcements, 2 voice, 15 a forum),
    /// `parent_id`, `topic`, `available_tags` and the like.
    ///
    /// # Errors
    /// When a setting isn't valid.
    pub fn create_channel(&self, guild: u64, settings: &Value) -> Result<u64, Refused> {
        self.change(|state| Ok(state.create_channel(guild, settings, Vec::new())?))
    }

    /// A forum that everybody sees, whose posts may have these tags.
    ///
    /// # Errors
    /// When a tag's name isn't 1 to 20 characters or is there twice.
    pub fn add_forum(&self, guild: u64, name: &str, tags: &[&str]) -> Result<u64, Refused> {
        let tags: Value = tags.iter().map(|tag| json!({ "name": tag })).collect();
        self.create_channel(guild, &json!({ "name": name, "type": 15, "available_tags": tags }))
    }

    /// Changes a channel or thread as the owner does, with the fields of
    /// `PATCH /channels/{channel.id}`.
    ///
    /// # Errors
    /// When a setting isn't valid, or it was renamed too often.
    pub fn change_channel(&self, channel: u64, changes: &Value) -> Result<(), Refused> {
        self.change(|state| {
            let owner = state.channels.get(&channel).and_then(|it| state.guilds.get(&it.guild?));
            let owner = owner.map_or(0, |guild| guild.owner);
            let is_thread = state.channels.get(&channel).is_some_and(|it| it.thread.is_some());
            if is_thread {
                Ok(state.change_thread(channel, owner, changes)?)
            } else {
                Ok(state.change_channel(channel, changes)?)
            }
        })
    }

    /// Announces who joins a guild in one of its channels; none stops it.
    pub fn announce_joins(&self, guild: u64, channel: Option<u64>) {
        self.change(|state| {
            if let Some(guild) = state.guilds.get_mut(&guild) {
                guild.system_channel = channel;
            }
        });
    }

    /// Sets how far a guild is boosted, 0 to 3: files up to 50 MiB may be sent
    /// at 2 and up to 100 MiB at 3, and 10 MiB below.
    pub fn boost(&self, guild: u64, tier: u8) {
        self.change(|state| {
            if let Some(guild) = state.guilds.get_mut(&guild) {
                guild.premium_tier = tier.min(3);
            }
        });
    }

    /// A sticker of a guild, in PNG.
    pub fn add_sticker(&self, guild: u64, name: &str) -> u64 {
        self.change(|state| state.add_sticker(guild, name, 1))
    }

    /// Deletes a channel with its threads, or a thread, as an owner does by hand.
    ///
    /// # Errors
    /// When there is no such channel.
    pub fn delete_channel(&self, channel: u64) -> Result<(), Refused> {
        let deleted = self.change(|state| state.delete_channel(channel));
        deleted.map(drop).ok_or_else(|| Refused::new("there is no such channel"))
    }

    /// Throws the bot out of a guild.
    pub fn kick_bot(&self, guild: u64) {
        self.change(|state| state.remove_bot(guild));
    }

    /// Invites the bot back.
    pub fn add_bot(&self, guild: u64) {
        self.change(|state| state.add_bot(guild));
    }

    /// Opens or closes a user's direct messages; when closed the bot gets 50007.
    pub fn set_takes_direct_messages(&self, user: u64, takes: bool) {
        self.change(|state| {
            if let Some(user) = state.users.get_mut(&user) {
                user.takes_direct_messages = takes;
            }
        });
    }

    /// The direct channel of the bot and a user.
    ///
    /// # Errors
    /// When the user isn't there or is a bot.
    pub fn direct_channel(&self, user: u64) -> Result<u64, Refused> {
        self.change(|state| state.direct_channel(user)).map_err(Refused::from)
    }
}
