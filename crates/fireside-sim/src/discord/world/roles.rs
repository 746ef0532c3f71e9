//! A guild's roles and their order: a role outranks those below it, and who
//! manages roles does so only below their own.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::snowflake;
use super::super::objects::{self, id};
use super::super::permissions::{ALL, EVERYONE_DEFAULT, MANAGE_ROLES};
use super::State;
use super::channels::read_name;
use super::model::{Guild, Role};

const NAME_LEN_MAX: usize = 100;
/// A guild has at most this many roles.
const ROLES_MAX: usize = 250;

impl Role {
    pub(super) fn new(id: u64, name: &str, permissions: u64, position: usize) -> Self {
        Self {
            id,
            name: name.to_owned(),
            permissions,
            position,
            is_managed: false,
            is_mentionable: false,
            is_hoisted: false,
            color: 0,
            bot: None,
        }
    }

    /// Roles of one position are ordered by age: the older one is higher.
    fn rank(&self) -> (usize, std::cmp::Reverse<u64>) {
        (self.position, std::cmp::Reverse(self.id))
    }

    /// Takes over what `changes` names.
    fn change(&mut self, changes: &Value) -> Result<(), ApiError> {
        if let Some(name) = read_name(changes, NAME_LEN_MAX)? {
            self.name = name;
        }
        self.permissions = snowflake(&changes["permissions"]).map_or(self.permissions, |bits| bits & ALL);
        let color = changes["colors"]["primary_color"].as_u64().or(changes["color"].as_u64());
        self.color = color.unwrap_or(self.color);
        if self.color > 0xff_ffff {
            let message = "int value should be less than or equal to 16777215.";
            return Err(ApiError::form("color", "NUMBER_TYPE_MAX", message));
        }
        self.is_hoisted = changes["hoist"].as_bool().unwrap_or(self.is_hoisted);
        self.is_mentionable = changes["mentionable"].as_bool().unwrap_or(self.is_mentionable);
        Ok(())
    }
}

impl State {
    /// Whether `user` stands above `role`.
    fn is_above(guild: &Guild, user: u64, role: &Role) -> bool {
        guild.owner == user || Self::highest_role(guild, user).is_some_and(|own| own.rank() > role.rank())
    }

    fn highest_role(guild: &Guild, user: u64) -> Option<&Role> {
        let held = guild.members.get(&user)?.roles.iter().filter_map(|role| guild.roles.get(role));
        held.max_by_key(|role| role.rank()).or_else(|| guild.roles.get(&guild.id))
    }

    /// Whether `user` may act on `other`: by ownership, or by a higher role.
    pub(crate) fn outranks(guild: &Guild, user: u64, other: u64) -> bool {
        guild.owner != other
            && Self::highest_role(guild, other).is_none_or(|role| Self::is_above(guild, user, role))
    }

    /// Refuses a role that `user` can't give or take: one that isn't there, is an
    /// application's own, is @everyone, or isn't below their own.
    pub(crate) fn check_assignable(guild: &Guild, user: u64, role: u64) -> Result<(), ApiError> {
        let role = guild.roles.get(&role).ok_or_else(ApiError::unknown_role)?;
        if role.is_managed || role.id == guild.id || !Self::is_above(guild, user, role) {
            return Err(ApiError::missing_permissions());
        }
        Ok(())
    }

    /// A role below all others, as Discord makes it.
    pub(crate) fn add_role(&mut self, guild_id: u64, name: &str, granted: u64) -> u64 {
        let role_id = self.next_id();
        self.insert_role(guild_id, Role::new(role_id, name, granted, 1));
        role_id
    }

    fn insert_role(&mut self, guild_id: u64, role: Role) {
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return };
        for other in guild.roles.values_mut().filter(|other| other.id != guild_id) {
            other.position += 1;
        }
        let event = json!({ "guild_id": id(guild_id), "role": objects::role(&role) });
        guild.roles.insert(role.id, role);
        self.emit("GUILD_ROLE_CREATE", intents::GUILDS, Some(guild_id), &event);
    }

    /// The bot makes a role with permissions it holds itself.
    pub(crate) fn create_role(&mut self, guild_id: u64, body: &Value) -> Result<Value, ApiError> {
        let guild = self.role_keeper(guild_id)?;
        if guild.roles.len() >= ROLES_MAX {
            return Err(ApiError::new(400, 30005, "Maximum number of guild roles reached (250)"));
        }
        self.check_granted(guild, body)?;
        let mut role = Role::new(self.next_id(), "new role", EVERYONE_DEFAULT, 1);
        role.change(body)?;
        let object = objects::role(&role);
        self.insert_role(guild_id, role);
        Ok(object)
    }

    pub(crate) fn change_role(
        &mut self,
        guild_id: u64,
        role_id: u64,
        changes: &Value,
    ) -> Result<Value, ApiError> {
        let guild = self.role_keeper(guild_id)?;
        let role = guild.roles.get(&role_id).ok_or_else(ApiError::unknown_role)?;
        if !Self::is_above(guild, self.bot(), role) {
            return Err(ApiError::missing_permissions());
        }
        self.check_granted(guild, changes)?;
        let mut role = role.clone();
        role.change(changes)?;
        let object = objects::role(&role);
        self.replace_role(guild_id, role);
        Ok(object)
    }

    /// Renames a role and sets what it allows; false when it isn't there.
    pub(super) fn rewrite_role(&mut self, guild_id: u64, role_id: u64, name: &str, granted: u64) -> bool {
        let role = self.guilds.get(&guild_id).and_then(|guild| guild.roles.get(&role_id)).cloned();
        let role = role.map(|role| Role { name: name.to_owned(), permissions: granted & ALL, ..role });
        role.map(|role| self.replace_role(guild_id, role)).is_some()
    }

    fn replace_role(&mut self, guild_id: u64, role: Role) {
        self.watch_threads(guild_id, |state| {
            let event = json!({ "guild_id": id(guild_id), "role": objects::role(&role) });
            if let Some(guild) = state.guilds.get_mut(&guild_id) {
                guild.roles.insert(role.id, role);
            }
            state.emit("GUILD_ROLE_UPDATE", intents::GUILDS, Some(guild_id), &event);
        });
    }

    pub(crate) fn delete_role(&mut self, guild_id: u64, role_id: u64) -> Result<(), ApiError> {
        let guild = self.role_keeper(guild_id)?;
        let role = guild.roles.get(&role_id).ok_or_else(ApiError::unknown_role)?;
        if role.is_managed || role_id == guild_id {
            return Err(ApiError::invalid_role());
        }
        if !Self::is_above(guild, self.bot(), role) {
            return Err(ApiError::missing_permissions());
        }
        self.remove_role(guild_id, role_id);
        Ok(())
    }

    /// A role goes, from its members and from overwrites too.
    pub(crate) fn remove_role(&mut self, guild_id: u64, role_id: u64) {
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return };
        if guild.roles.remove(&role_id).is_none() {
            return;
        }
        for member in guild.members.values_mut() {
            member.roles.retain(|held| *held != role_id);
        }
        for channel in self.channels.values_mut().filter(|channel| channel.guild == Some(guild_id)) {
            channel.overwrites.retain(|overwrite| overwrite.id != role_id);
        }
        let event = json!({ "guild_id": id(guild_id), "role_id": id(role_id) });
        self.emit("GUILD_ROLE_DELETE", intents::GUILDS, Some(guild_id), &event);
    }

    /// Moves roles; each must be, and stay, below the bot's own.
    pub(crate) fn move_roles(&mut self, guild_id: u64, moves: &Value) -> Result<Value, ApiError> {
        let guild = self.role_keeper(guild_id)?;
        let bot = self.bot();
        let ceiling = Self::highest_role(guild, bot).map_or(0, |role| role.position);
        let mut positions = Vec::new();
        for asked in moves.as_array().into_iter().flatten() {
            let role = snowflake(&asked["id"]).and_then(|role| guild.roles.get(&role));
            let role = role.ok_or_else(ApiError::unknown_role)?;
            let Some(position) = asked["position"].as_u64().and_then(|it| usize::try_from(it).ok()) else {
                continue;
            };
            let may = guild.owner == bot || (Self::is_above(guild, bot, role) && position < ceiling);
            if !may || role.id == guild_id || position == 0 {
                return Err(ApiError::missing_permissions());
            }
            positions.push((role.id, position));
        }
        for (role_id, position) in positions {
            self.move_role(guild_id, role_id, position);
        }
        let roles = self.guilds.get(&guild_id).into_iter().flat_map(|guild| guild.roles.values());
        Ok(roles.map(objects::role).collect())
    }

    /// Puts a role at a position, counted from 1 above @everyone; the others close up.
    pub(super) fn move_role(&mut self, guild_id: u64, role_id: u64, position: usize) {
        let guild = self.guilds.get_mut(&guild_id).filter(|guild| guild.roles.contains_key(&role_id));
        let Some(guild) = guild else { return };
        let mut order: Vec<&Role> = guild.roles.values().filter(|role| role.id != guild_id).collect();
        order.sort_by_key(|role| role.rank());
        let mut order: Vec<u64> = order.into_iter().map(|role| role.id).filter(|it| *it != role_id).collect();
        order.insert(position.saturating_sub(1).min(order.len()), role_id);
        let mut moved = Vec::new();
        for (at, other) in order.into_iter().enumerate() {
            if let Some(role) = guild.roles.get_mut(&other).filter(|role| role.position != at + 1) {
                role.position = at + 1;
                moved.push(objects::role(role));
            }
        }
        for role in moved {
            let event = json!({ "guild_id": id(guild_id), "role": role });
            self.emit("GUILD_ROLE_UPDATE", intents::GUILDS, Some(guild_id), &event);
        }
    }

    /// The guild, if the bot may manage roles there.
    fn role_keeper(&self, guild_id: u64) -> Result<&Guild, ApiError> {
        let guild = self.guilds.get(&guild_id).ok_or_else(ApiError::unknown_guild)?;
        let may = Self::guild_permissions(guild, self.bot()) & MANAGE_ROLES != 0;
        if may { Ok(guild) } else { Err(ApiError::missing_permissions()) }
    }

    /// Refuses to grant what the bot doesn't hold itself.
    fn check_granted(&self, guild: &Guild, body: &Value) -> Result<(), ApiError> {
        let granted = snowflake(&body["permissions"]).unwrap_or(0) & ALL;
        let lacks = granted & !Self::guild_permissions(guild, self.bot()) != 0;
        if lacks { Err(ApiError::missing_permissions()) } else { Ok(()) }
    }
}
