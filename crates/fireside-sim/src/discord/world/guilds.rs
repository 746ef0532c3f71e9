//! Users, guilds, roles and members.

use serde_json::{Value, json};

use super::super::gateway::intents;
use super::super::objects::{self, id};
use super::super::permissions;
use super::State;
use super::model::{Guild, Member, Role, User};

impl State {
    pub(crate) fn add_user(&mut self, name: &str, is_bot: bool) -> u64 {
        let user = self.next_id();
        let name = name.to_owned();
        self.users.insert(user, User { id: user, name, is_bot, takes_direct_messages: true });
        user
    }

    /// A guild with its owner and the bot; the bot holds a role of its own.
    pub(crate) fn add_guild(&mut self, name: &str, owner: u64, bot_permissions: u64) -> u64 {
        let guild_id = self.next_id();
        let bot_role = self.next_id();
        let everyone = new_role(guild_id, "@everyone", permissions::EVERYONE_DEFAULT, 0);
        let own = Role {
            is_managed: true,
            ..new_role(bot_role, &self.options.bot_name.clone(), bot_permissions, 1)
        };
        let guild = Guild {
            id: guild_id,
            name: name.to_owned(),
            owner,
            roles: [(guild_id, everyone), (bot_role, own)].into(),
            members: [(owner, self.new_member(Vec::new()))].into(),
            channels: [].into(),
            threads: [].into(),
            bot_role,
        };
        self.guilds.insert(guild_id, guild);
        self.add_bot(guild_id);
        guild_id
    }

    fn new_member(&self, roles: Vec<u64>) -> Member {
        Member { roles, joined_at_ms: self.clock.now_ms(), nick: None }
    }

    /// Lets the bot in, with its role.
    pub(crate) fn add_bot(&mut self, guild_id: u64) {
        let bot = self.bot();
        let Some(bot_role) = self.guilds.get(&guild_id).map(|guild| guild.bot_role) else { return };
        let member = self.new_member(vec![bot_role]);
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            guild.members.insert(bot, member);
        }
        let event = self.guilds.get(&guild_id).map(|guild| self.guild_event(guild));
        self.emit("GUILD_CREATE", intents::GUILDS, Some(guild_id), &event.unwrap_or_default());
    }

    /// Throws the bot out.
    pub(crate) fn remove_bot(&mut self, guild_id: u64) {
        let bot = self.bot();
        let removed = self.guilds.get_mut(&guild_id).and_then(|guild| guild.members.remove(&bot));
        if removed.is_some() {
            let event = json!({ "id": id(guild_id) });
            self.emit_always("GUILD_DELETE", intents::GUILDS, Some(guild_id), &event);
        }
    }

    pub(crate) fn add_role(&mut self, guild_id: u64, name: &str, granted: u64) -> u64 {
        let role_id = self.next_id();
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return role_id };
        let role = new_role(role_id, name, granted, guild.roles.len());
        let event = json!({ "guild_id": id(guild_id), "role": objects::role(&role) });
        guild.roles.insert(role_id, role);
        self.emit("GUILD_ROLE_CREATE", intents::GUILDS, Some(guild_id), &event);
        role_id
    }

    pub(crate) fn add_member(&mut self, guild_id: u64, user: u64) {
        let member = self.new_member(Vec::new());
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return };
        if guild.members.contains_key(&user) || !self.users.contains_key(&user) {
            return;
        }
        guild.members.insert(user, member);
        let event = self.member_event(guild_id, user);
        self.emit("GUILD_MEMBER_ADD", intents::GUILD_MEMBERS, Some(guild_id), &event);
    }

    pub(crate) fn remove_member(&mut self, guild_id: u64, user: u64) {
        let guild = self.guilds.get_mut(&guild_id);
        if guild.and_then(|guild| guild.members.remove(&user)).is_some() {
            let event = json!({ "guild_id": id(guild_id), "user": self.user_object(user) });
            self.emit("GUILD_MEMBER_REMOVE", intents::GUILD_MEMBERS, Some(guild_id), &event);
        }
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
        let event = self.member_event(guild_id, user);
        self.emit("GUILD_MEMBER_UPDATE", intents::GUILD_MEMBERS, Some(guild_id), &event);
        true
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

fn new_role(role_id: u64, name: &str, granted: u64, position: usize) -> Role {
    Role {
        id: role_id,
        name: name.to_owned(),
        permissions: granted,
        position,
        is_managed: false,
        is_mentionable: false,
    }
}
