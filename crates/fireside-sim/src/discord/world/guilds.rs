//! Users and guilds, and the bot's coming and going.

use serde_json::{Value, json};

use super::super::gateway::intents;
use super::super::objects::{self, id};
use super::super::permissions;
use super::State;
use super::model::{Guild, LOCALE_DEFAULT, Role, Sticker, User};

impl State {
    pub(crate) fn add_user(&mut self, name: &str, is_bot: bool) -> u64 {
        let user = self.next_id();
        self.users.insert(user, User::new(user, name, is_bot));
        user
    }

    /// A guild with its owner and the bot; the bot holds a role of its own.
    pub(crate) fn add_guild(&mut self, name: &str, owner: u64, bot_permissions: u64) -> u64 {
        let guild_id = self.next_id();
        let bot_role = self.next_id();
        let everyone = Role::new(guild_id, "@everyone", permissions::EVERYONE_DEFAULT, 0);
        let own = Role {
            is_managed: true,
            bot: Some(self.bot()),
            ..Role::new(bot_role, &self.options.bot_name, bot_permissions, 1)
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
            system_channel: None,
            premium_tier: 0,
            stickers: [].into(),
            bans: [].into(),
            locale: LOCALE_DEFAULT.to_owned(),
            is_unavailable: false,
        };
        self.guilds.insert(guild_id, guild);
        self.add_bot(guild_id);
        guild_id
    }

    /// Lets the bot in, with its role.
    pub(crate) fn add_bot(&mut self, guild_id: u64) {
        let bot = self.bot();
        let Some(bot_role) = self.guilds.get(&guild_id).map(|guild| guild.bot_role) else { return };
        let member = self.new_member(vec![bot_role]);
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            guild.members.insert(bot, member);
        }
        self.emit_guild(guild_id);
    }

    /// `GUILD_CREATE`, to the sessions that are connected already.
    fn emit_guild(&mut self, guild_id: u64) {
        let Some(guild) = self.guilds.get(&guild_id) else { return };
        let mut event = self.guild_event(guild);
        event["members"] = json!([self.member_object(guild, self.bot())]);
        self.emit("GUILD_CREATE", intents::GUILDS, Some(guild_id), &event);
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

    /// A sticker that the guild's members, and the bot, may send there.
    pub(crate) fn add_sticker(&mut self, guild_id: u64, name: &str, format: u8) -> u64 {
        let sticker_id = self.next_id();
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return sticker_id };
        guild.stickers.insert(sticker_id, Sticker { id: sticker_id, name: name.to_owned(), format });
        let stickers: Value = guild.stickers.values().map(|it| objects::sticker(guild_id, it)).collect();
        let event = json!({ "guild_id": id(guild_id), "stickers": stickers });
        self.emit("GUILD_STICKERS_UPDATE", intents::GUILD_EXPRESSIONS, Some(guild_id), &event);
        sticker_id
    }

    /// Begins or ends an outage of a guild.
    pub(crate) fn set_unavailable(&mut self, guild_id: u64, is_unavailable: bool) {
        let Some(guild) = self.guilds.get_mut(&guild_id) else { return };
        if guild.is_unavailable == is_unavailable {
            return;
        }
        guild.is_unavailable = is_unavailable;
        if !is_unavailable {
            self.emit_guild(guild_id);
        } else if self.is_bot_in(guild_id) {
            let event = json!({ "id": id(guild_id), "unavailable": true });
            self.emit_always("GUILD_DELETE", intents::GUILDS, Some(guild_id), &event);
        }
    }
}
