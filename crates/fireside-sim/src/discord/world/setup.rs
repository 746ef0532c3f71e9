//! Setting a world up: people, guilds, roles and channels.

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
        self.change(|state| state.remove_member(guild, user));
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
