//! Who may do what where.

use super::super::errors::ApiError;
use super::super::permissions::{
    ADMINISTRATOR, ALL, ATTACH_FILES, DURING_TIMEOUT, MANAGE_THREADS, MENTION_EVERYONE, SEND_MESSAGES,
    SEND_MESSAGES_IN_THREADS, SEND_POLLS, VIEW_CHANNEL, WITH_SENDING,
};
use super::State;
use super::messages::Draft;
use super::model::{Channel, Guild, channel_type};

impl State {
    /// A member's permissions in the guild as a whole; none for who isn't in it.
    pub(crate) fn guild_permissions(guild: &Guild, user: u64) -> u64 {
        let Some(member) = guild.members.get(&user) else { return 0 };
        if guild.owner == user {
            return ALL;
        }
        let everyone = guild.roles.get(&guild.id).map_or(0, |role| role.permissions);
        let held = member.roles.iter().filter_map(|role| guild.roles.get(role));
        let sum = held.fold(everyone, |sum, role| sum | role.permissions);
        if sum & ADMINISTRATOR != 0 { ALL } else { sum }
    }

    /// A user's permissions in a channel or thread, overwrites included.
    pub(crate) fn permissions_in(&self, channel: &Channel, user: u64) -> u64 {
        let Some(guild) = channel.guild else {
            let takes_part = channel.recipient == Some(user) || user == self.bot();
            return if takes_part { ALL & !(MANAGE_THREADS | MENTION_EVERYONE) } else { 0 };
        };
        let Some(guild) = self.guilds.get(&guild) else { return 0 };
        let base = Self::guild_permissions(guild, user);
        if base == ALL {
            return ALL;
        }
        // A thread has the overwrites of its parent; any other channel has its own.
        let parent = channel.parent.filter(|_| channel.thread.is_some());
        let parent = parent.and_then(|parent| self.channels.get(&parent));
        let mut permissions = with_overwrites(base, guild, parent.unwrap_or(channel), user);
        if permissions & VIEW_CHANNEL == 0 {
            return 0;
        }
        let sends = if channel.thread.is_some() { SEND_MESSAGES_IN_THREADS } else { SEND_MESSAGES };
        if permissions & sends == 0 {
            permissions &= !WITH_SENDING;
        }
        if self.is_timed_out(guild, user) {
            permissions &= DURING_TIMEOUT;
        }
        let is_shut_out = channel.kind == channel_type::PRIVATE_THREAD
            && permissions & MANAGE_THREADS == 0
            && channel.thread.as_ref().is_some_and(|thread| !thread.members.contains_key(&user));
        if is_shut_out { 0 } else { permissions }
    }

    /// Whether the member is silenced for a time that isn't over.
    pub(crate) fn is_timed_out(&self, guild: &Guild, user: u64) -> bool {
        let until_ms = guild.members.get(&user).and_then(|member| member.timeout_until_ms);
        until_ms.is_some_and(|until_ms| self.clock.now_ms() < until_ms)
    }

    pub(crate) fn may_see(&self, channel: u64, user: u64) -> bool {
        let channel = self.channels.get(&channel);
        channel.is_some_and(|channel| self.permissions_in(channel, user) & VIEW_CHANNEL != 0)
    }

    /// The channel, if `user` sees it and may do `wanted` there.
    pub(crate) fn channel_for(&self, id: u64, user: u64, wanted: u64) -> Result<&Channel, ApiError> {
        let channel = self.channels.get(&id).ok_or_else(ApiError::unknown_channel)?;
        let held = self.permissions_in(channel, user);
        if held & VIEW_CHANNEL == 0 {
            return Err(ApiError::missing_access());
        }
        if held & wanted == wanted { Ok(channel) } else { Err(ApiError::missing_permissions()) }
    }

    /// Refuses who may not send there: by permission, by a closed direct
    /// channel, or because the thread is locked.
    pub(crate) fn check_may_send(&self, id: u64, user: u64) -> Result<(), ApiError> {
        let channel = self.channel_for(id, user, 0)?;
        if let Some(recipient) = channel.recipient {
            let is_open = self.users.get(&recipient).is_some_and(|user| user.takes_direct_messages);
            return if is_open { Ok(()) } else { Err(ApiError::cannot_message_user()) };
        }
        if channel.is_forum() || channel.kind == channel_type::GUILD_CATEGORY {
            return Err(ApiError::non_text_channel());
        }
        let Some(thread) = &channel.thread else {
            return self.channel_for(id, user, SEND_MESSAGES).map(drop);
        };
        self.channel_for(id, user, SEND_MESSAGES_IN_THREADS)?;
        let may_manage = self.permissions_in(channel, user) & MANAGE_THREADS != 0;
        match (thread.locked, thread.archived) {
            (true, true) => Err(ApiError::thread_archived()),
            (true, false) if !may_manage => Err(ApiError::thread_locked()),
            _ => Ok(()),
        }
    }

    /// Refuses what can't be done in an archived thread.
    pub(crate) fn check_is_awake(&self, id: u64) -> Result<(), ApiError> {
        let thread = self.channels.get(&id).and_then(|channel| channel.thread.as_ref());
        if thread.is_some_and(|thread| thread.archived) { Err(ApiError::thread_archived()) } else { Ok(()) }
    }

    /// Refuses files and polls of who may not send such there.
    pub(crate) fn check_may_enclose(&self, id: u64, user: u64, draft: &Draft) -> Result<(), ApiError> {
        let files = if draft.attachments.is_empty() { 0 } else { ATTACH_FILES };
        let poll = if draft.poll.is_some() { SEND_POLLS } else { 0 };
        let is_direct = self.channels.get(&id).is_some_and(|channel| channel.guild.is_none());
        self.channel_for(id, user, if is_direct { 0 } else { files | poll }).map(drop)
    }
}

fn with_overwrites(base: u64, guild: &Guild, channel: &Channel, user: u64) -> u64 {
    let held_roles = guild.members.get(&user).map_or(&[][..], |member| member.roles.as_slice());
    let mut permissions = base;
    let mut apply = |allow: u64, deny: u64| permissions = permissions & !deny | allow;
    let everyone = channel.overwrites.iter().find(|overwrite| overwrite.id == guild.id);
    if let Some(overwrite) = everyone {
        apply(overwrite.allow, overwrite.deny);
    }
    let of_roles = channel.overwrites.iter().filter(|it| !it.is_for_member && held_roles.contains(&it.id));
    let (allow, deny) = of_roles.fold((0, 0), |(allow, deny), it| (allow | it.allow, deny | it.deny));
    apply(allow, deny);
    let own = channel.overwrites.iter().find(|it| it.is_for_member && it.id == user);
    if let Some(overwrite) = own {
        apply(overwrite.allow, overwrite.deny);
    }
    permissions
}
