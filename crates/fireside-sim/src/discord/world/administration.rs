//! Acting as those who run a guild: roles, overwrites, members, languages and
//! outages, as an owner or Discord itself does by hand.

use std::time::Duration;

use super::World;
use super::acting::Refused;
use super::model::Overwrite;

impl World {
    /// Sets what a role, or a member when `is_for_member`, is allowed and denied
    /// in a channel, as permission bits.
    ///
    /// # Errors
    /// When there is no such guild channel.
    pub fn set_overwrite(
        &self,
        channel: u64,
        target: u64,
        is_for_member: bool,
        allow: u64,
        deny: u64,
    ) -> Result<(), Refused> {
        self.change(|state| {
            let is_there =
                state.channels.get(&channel).is_some_and(|it| it.guild.is_some() && it.thread.is_none());
            if !is_there {
                return Err(Refused::new("there is no such guild channel"));
            }
            state.put_overwrite(channel, Overwrite { id: target, is_for_member, allow, deny });
            Ok(())
        })
    }

    /// Changes what a role allows, and what it is called.
    ///
    /// # Errors
    /// When the guild has no such role.
    pub fn change_role(&self, guild: u64, role: u64, name: &str, granted: u64) -> Result<(), Refused> {
        let is_changed = self.change(|state| state.rewrite_role(guild, role, name, granted));
        if is_changed { Ok(()) } else { Err(Refused::new("the guild has no such role")) }
    }

    /// Puts a role at a position, counted from 1 above @everyone; a role outranks
    /// those below it. A role that isn't there stays so.
    pub fn move_role(&self, guild: u64, role: u64, position: usize) {
        self.change(|state| state.move_role(guild, role, position));
    }

    /// Deletes a role; its members and the channels' overwrites lose it.
    pub fn delete_role(&self, guild: u64, role: u64) {
        self.change(|state| state.remove_role(guild, role));
    }

    /// Silences a member for a time on the simulator's clock; none ends it.
    ///
    /// # Errors
    /// When the guild has no such member.
    pub fn time_out(&self, guild: u64, user: u64, time: Option<Duration>) -> Result<(), Refused> {
        let is_set = self.change(|state| {
            let now_ms = state.clock.now_ms();
            let time_ms = time.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
            state.set_timeout(guild, user, time_ms.map(|time_ms| now_ms.saturating_add(time_ms)))
        });
        if is_set { Ok(()) } else { Err(Refused::new("the guild has no such member")) }
    }

    /// Bans a user, who leaves and can't come back.
    pub fn ban(&self, guild: u64, user: u64) {
        self.change(|state| state.ban(guild, user, None));
    }

    /// Lifts a ban; who isn't banned stays so.
    pub fn lift_ban(&self, guild: u64, user: u64) {
        self.change(|state| {
            state.lift_ban(guild, user);
        });
    }

    /// Begins an outage of a guild (`GUILD_DELETE` that says `unavailable`), or ends it.
    pub fn set_unavailable(&self, guild: u64, is_unavailable: bool) {
        self.change(|state| state.set_unavailable(guild, is_unavailable));
    }

    /// What a user may do in a channel or thread, as permission bits.
    pub fn permissions_in(&self, channel: u64, user: u64) -> u64 {
        self.read(|state| {
            let channel = state.channels.get(&channel);
            channel.map_or(0, |channel| state.permissions_in(channel, user))
        })
    }
}
