//! The members of a guild.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::snowflake;
use super::super::objects::id;
use super::super::permissions::{
    ADMINISTRATOR, CHANGE_NICKNAME, MANAGE_NICKNAMES, MANAGE_ROLES, MODERATE_MEMBERS,
};
use super::super::time::read_iso8601;
use super::State;
use super::model::{Guild, Member, message_type};

const NICK_LEN_MAX: usize = 32;
/// A member is silenced for 28 days at most.
const TIMEOUT_MAX_MS: u64 = 28 * 86_400_000;

impl State {
    pub(super) fn new_member(&self, roles: Vec<u64>) -> Member {
        Member { roles, joined_at_ms: self.clock.now_ms(), nick: None, timeout_until_ms: None }
    }

    pub(crate) fn add_member(&mut self, guild_id: u64, user: u64) {
        let member = self.new_member(Vec::new());
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return };
        let is_banned = guild.bans.contains_key(&user);
        if guild.members.contains_key(&user) || is_banned || !self.users.contains_key(&user) {
            return;
        }
        guild.members.insert(user, member);
        let event = self.member_event(guild_id, user);
        self.emit("GUILD_MEMBER_ADD", intents::GUILD_MEMBERS, Some(guild_id), &event);
        if let Some(channel) = self.guilds.get(&guild_id).and_then(|guild| guild.system_channel) {
            self.send_system(channel, user, message_type::USER_JOIN, "", None);
        }
    }

    /// The member leaves or is thrown out; false when there is none.
    pub(crate) fn remove_member(&mut self, guild_id: u64, user: u64) -> bool {
        let guild = self.guilds.get_mut(&guild_id);
        let was_there = guild.and_then(|guild| guild.members.remove(&user)).is_some();
        if was_there {
            let event = json!({ "guild_id": id(guild_id), "user": self.user_object(user) });
            self.emit("GUILD_MEMBER_REMOVE", intents::GUILD_MEMBERS, Some(guild_id), &event);
        }
        was_there
    }

    pub(crate) fn ban(&mut self, guild_id: u64, user: u64, reason: Option<&str>) {
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return };
        guild.bans.insert(user, reason.map(str::to_owned));
        let event = json!({ "guild_id": id(guild_id), "user": self.user_object(user) });
        self.emit("GUILD_BAN_ADD", intents::GUILD_MODERATION, Some(guild_id), &event);
        self.remove_member(guild_id, user);
    }

    /// Lifts a ban; false when there is none.
    pub(crate) fn lift_ban(&mut self, guild_id: u64, user: u64) -> bool {
        let guild = self.guilds.get_mut(&guild_id);
        let was_banned = guild.and_then(|guild| guild.bans.remove(&user)).is_some();
        if was_banned {
            let event = json!({ "guild_id": id(guild_id), "user": self.user_object(user) });
            self.emit("GUILD_BAN_REMOVE", intents::GUILD_MODERATION, Some(guild_id), &event);
        }
        was_banned
    }

    /// Gives or takes a role; false when the member or the role isn't there.
    pub(crate) fn set_role(&mut self, guild_id: u64, user: u64, role: u64, holds: bool) -> bool {
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return false };
        let has_role = guild.roles.contains_key(&role);
        let Some(member) = guild.members.get_mut(&user).filter(|_| has_role) else { return false };
        member.roles.retain(|held| *held != role);
        if holds {
            member.roles.push(role);
        }
        self.emit_member(guild_id, user);
        true
    }

    /// Silences a member until a moment, or lets them speak again.
    pub(crate) fn set_timeout(&mut self, guild_id: u64, user: u64, until_ms: Option<u64>) -> bool {
        let guild = self.guilds.get_mut(&guild_id);
        let Some(member) = guild.and_then(|guild| guild.members.get_mut(&user)) else { return false };
        member.timeout_until_ms = until_ms;
        self.emit_member(guild_id, user);
        true
    }

    /// Changes a member as `PATCH /guilds/{guild.id}/members/{user.id}` asks, by
    /// the bot's permissions.
    pub(crate) fn change_member(
        &mut self,
        guild_id: u64,
        user: u64,
        changes: &Value,
    ) -> Result<(), ApiError> {
        let bot = self.bot();
        let guild = self.guilds.get(&guild_id).ok_or_else(ApiError::unknown_guild)?;
        let member = guild.members.get(&user).ok_or_else(ApiError::unknown_member)?;
        let held = Self::guild_permissions(guild, bot);
        let needs =
            |needed: u64| if held & needed == 0 { Err(ApiError::missing_permissions()) } else { Ok(()) };
        let is_own = user == bot;
        let may_moderate = || if is_own || Self::outranks(guild, bot, user) { Ok(()) } else { needs(0) };
        let mut next = Member { roles: member.roles.clone(), nick: member.nick.clone(), ..*member };
        if let Some(nick) = changes.get("nick") {
            needs(if is_own { CHANGE_NICKNAME | MANAGE_NICKNAMES } else { MANAGE_NICKNAMES })?;
            may_moderate()?;
            let nick = nick.as_str().filter(|nick| !nick.is_empty());
            if nick.is_some_and(|nick| nick.chars().count() > NICK_LEN_MAX) {
                return Err(ApiError::too_long("nick", NICK_LEN_MAX));
            }
            next.nick = nick.map(str::to_owned);
        }
        if let Some(roles) = changes["roles"].as_array() {
            needs(MANAGE_ROLES)?;
            let roles: Vec<u64> = roles.iter().filter_map(snowflake).collect();
            let differs = |role: &&u64| roles.contains(role) != member.roles.contains(role);
            for role in roles.iter().chain(&member.roles).filter(differs) {
                Self::check_assignable(guild, bot, *role)?;
            }
            next.roles = roles;
        }
        if let Some(until) = changes.get("communication_disabled_until") {
            needs(MODERATE_MEMBERS)?;
            may_moderate()?;
            next.timeout_until_ms = self.read_timeout(guild, user, until)?;
        }
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            guild.members.insert(user, next);
        }
        self.emit_member(guild_id, user);
        Ok(())
    }

    fn read_timeout(&self, guild: &Guild, user: u64, until: &Value) -> Result<Option<u64>, ApiError> {
        let Some(text) = until.as_str() else { return Ok(None) };
        let field = "communication_disabled_until";
        let until_ms = read_iso8601(text).ok_or_else(|| {
            ApiError::form(field, "DATE_TIME_TYPE_PARSE", &format!("Could not parse {text}."))
        })?;
        if until_ms > self.clock.now_ms() + TIMEOUT_MAX_MS {
            let message = "You cannot time out a member for more than 28 days.";
            return Err(ApiError::form(field, "BASE_TYPE_MAX", message));
        }
        if Self::guild_permissions(guild, user) & ADMINISTRATOR != 0 {
            return Err(ApiError::missing_permissions());
        }
        Ok(Some(until_ms))
    }

    fn emit_member(&mut self, guild_id: u64, user: u64) {
        let event = self.member_event(guild_id, user);
        // A bot hears of its own member without the intent.
        let intent = if user == self.bot() { 0 } else { intents::GUILD_MEMBERS };
        self.emit("GUILD_MEMBER_UPDATE", intent, Some(guild_id), &event);
    }

    fn member_event(&self, guild_id: u64, user: u64) -> Value {
        let Some(guild) = self.guilds.get(&guild_id) else { return Value::Null };
        let mut event = self.member_object(guild, user);
        event["guild_id"] = id(guild_id);
        event
    }

    /// The member as interactions carry it: with permissions in the channel.
    pub(crate) fn interaction_member(&self, guild: &Guild, user: u64, held: u64) -> Value {
        let mut member = self.member_object(guild, user);
        member["permissions"] = json!(held.to_string());
        member
    }
}
