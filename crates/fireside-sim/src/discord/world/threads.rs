//! Threads and their members.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::mentions::snowflake;
use super::super::objects::id;
use super::State;
use super::channel_settings::read_slow_mode;
use super::channels::read_name;
use super::model::{Channel, Reference, Thread, channel_flags, channel_type, message_flags, message_type};

/// Auto-archive durations that are allowed, in minutes.
const AUTO_ARCHIVE_MINUTES: [u64; 4] = [60, 1_440, 4_320, 10_080];
/// A thread's name is at most this long.
const NAME_LEN_MAX: usize = 100;
/// A thread holds at most this many members.
const MEMBERS_MAX: usize = 1_000;

/// A thread to be started.
#[derive(Debug)]
pub(crate) struct NewThread {
    pub(crate) parent: u64,
    /// The message it starts from, whose id it takes.
    pub(crate) message: Option<u64>,
    pub(crate) owner: u64,
    pub(crate) kind: u8,
    pub(crate) name: String,
    pub(crate) auto_archive_minutes: u64,
    pub(crate) invitable: bool,
    pub(crate) slow_mode_secs: u64,
    /// The forum's tags it has.
    pub(crate) tags: Vec<u64>,
}

impl NewThread {
    /// Reads a body of either route that starts a thread.
    pub(crate) fn read(
        parent: u64,
        message: Option<u64>,
        owner: u64,
        body: &Value,
    ) -> Result<Self, ApiError> {
        let name = read_name(body, NAME_LEN_MAX)?.ok_or_else(|| ApiError::required("name"))?;
        let asked = body["type"].as_u64();
        let kind = match (message, asked) {
            (Some(_), _) | (None, Some(10 | 11)) => channel_type::PUBLIC_THREAD,
            (None, None | Some(12)) => channel_type::PRIVATE_THREAD,
            (None, Some(_)) => {
                let message = "Value must be one of {10, 11, 12}.";
                return Err(ApiError::form("type", "BASE_TYPE_CHOICES", message));
            }
        };
        let auto_archive_minutes = read_auto_archive(body)?.unwrap_or(1_440);
        Ok(Self {
            parent,
            message,
            owner,
            kind,
            name,
            auto_archive_minutes,
            invitable: body["invitable"].as_bool().unwrap_or(true),
            slow_mode_secs: read_slow_mode(body, "rate_limit_per_user")?.unwrap_or(0),
            tags: Vec::new(),
        })
    }
}

pub(super) fn read_auto_archive(body: &Value) -> Result<Option<u64>, ApiError> {
    let Some(minutes) = snowflake(&body["auto_archive_duration"]) else { return Ok(None) };
    if AUTO_ARCHIVE_MINUTES.contains(&minutes) {
        return Ok(Some(minutes));
    }
    let message = "Value must be one of (60, 1440, 4320, 10080).";
    Err(ApiError::form("auto_archive_duration", "BASE_TYPE_CHOICES", message))
}

impl State {
    pub(crate) fn start_thread(&mut self, new: NewThread) -> Result<u64, ApiError> {
        let guild_id = self.check_may_start(&new)?;
        let (parent, name, owner) = (new.parent, new.name.clone(), new.owner);
        let (message, is_private) = (new.message, new.kind == channel_type::PRIVATE_THREAD);
        let thread_id = message.unwrap_or_else(|| self.next_id());
        self.insert_thread(guild_id, thread_id, new);
        let reference = |channel: u64, message: Option<u64>| {
            Some(Reference { is_forward: false, guild: Some(guild_id), channel, message })
        };
        match message {
            Some(message_id) => {
                self.mark_as_thread_start(parent, message_id);
                let author = self.message(parent, message_id).map_or(owner, |message| message.author);
                let kind = message_type::THREAD_STARTER_MESSAGE;
                self.send_system(thread_id, author, kind, "", reference(parent, message));
            }
            None if !is_private => {
                let kind = message_type::THREAD_CREATED;
                self.send_system(parent, owner, kind, &name, reference(thread_id, None));
            }
            None => {}
        }
        Ok(thread_id)
    }

    /// The guild, unless no such thread can be started there.
    fn check_may_start(&self, new: &NewThread) -> Result<u64, ApiError> {
        let parent = self.channels.get(&new.parent).ok_or_else(ApiError::unknown_channel)?;
        let takes_threads = match parent.kind {
            channel_type::GUILD_TEXT => true,
            channel_type::GUILD_ANNOUNCEMENT => new.kind != channel_type::PRIVATE_THREAD,
            _ => false,
        };
        let guild_id = parent.guild.filter(|_| takes_threads).ok_or_else(ApiError::wrong_channel_type)?;
        if let Some(message) = new.message {
            let message = parent.messages.get(&message).ok_or_else(ApiError::unknown_message)?;
            if message.has_thread {
                return Err(ApiError::thread_already_created());
            }
            if !message.is_written() {
                let message = "Cannot execute action on a system message";
                return Err(ApiError::new(403, 50021, message));
            }
        }
        self.check_thread_cap(guild_id)?;
        Ok(guild_id)
    }

    pub(super) fn check_thread_cap(&self, guild_id: u64) -> Result<(), ApiError> {
        let is_full = self.active_threads(guild_id).count() >= self.options.limits.active_threads_max;
        if is_full { Err(ApiError::too_many_threads()) } else { Ok(()) }
    }

    pub(super) fn insert_thread(&mut self, guild_id: u64, thread_id: u64, new: NewThread) {
        let now_ms = self.clock.now_ms();
        let parent_kind = self.channels.get(&new.parent).map(|parent| parent.kind);
        let is_announcement = parent_kind == Some(channel_type::GUILD_ANNOUNCEMENT);
        let kind = if is_announcement { channel_type::ANNOUNCEMENT_THREAD } else { new.kind };
        let mut channel = Channel::new(thread_id, kind, Some(guild_id), &new.name);
        channel.parent = Some(new.parent);
        channel.settings.slow_mode_secs = new.slow_mode_secs;
        channel.thread = Some(Thread {
            owner: new.owner,
            archived: false,
            locked: false,
            invitable: new.invitable,
            auto_archive_minutes: new.auto_archive_minutes,
            created_at_ms: now_ms,
            archive_changed_at_ms: now_ms,
            active_at_ms: now_ms,
            members: BTreeMap::from([(new.owner, now_ms)]),
            sent: 0,
            tags: new.tags,
        });
        let mut event = self.channel_object(&channel);
        event["newly_created"] = json!(true);
        event["member"] = Self::thread_member_object(thread_id, new.owner, now_ms);
        self.channels.insert(thread_id, channel);
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            guild.threads.insert(thread_id);
        }
        self.emit_in(thread_id, "THREAD_CREATE", intents::GUILDS, 0, &event);
    }

    fn mark_as_thread_start(&mut self, channel_id: u64, message_id: u64) {
        let Some(message) = self.message_mut(channel_id, message_id) else { return };
        message.has_thread = true;
        message.flags |= message_flags::HAS_THREAD;
        let message = message.clone();
        self.emit_message("MESSAGE_UPDATE", &message);
    }

    pub(crate) fn active_threads(&self, guild_id: u64) -> impl Iterator<Item = &Channel> {
        let threads = self.guilds.get(&guild_id).into_iter().flat_map(|guild| &guild.threads);
        let channels = threads.filter_map(|thread| self.channels.get(thread));
        channels.filter(|channel| channel.thread.as_ref().is_some_and(|thread| !thread.archived))
    }

    /// Changes a thread as `PATCH /channels/{channel.id}` asks `by` a user.
    /// Whether they may is checked before.
    pub(crate) fn change_thread(&mut self, thread_id: u64, by: u64, changes: &Value) -> Result<(), ApiError> {
        let name = read_name(changes, NAME_LEN_MAX)?;
        let auto_archive = read_auto_archive(changes)?;
        let slow_mode_secs = read_slow_mode(changes, "rate_limit_per_user")?;
        let channel = self.channels.get(&thread_id).ok_or_else(ApiError::unknown_channel)?;
        let thread = channel.thread.as_ref().ok_or_else(ApiError::unknown_channel)?;
        let opens = changes["archived"] == json!(false);
        let touches_other = changes.as_object().is_some_and(|it| it.keys().any(|key| key != "archived"));
        if thread.archived && !opens && touches_other {
            return Err(ApiError::thread_archived());
        }
        let tags = self.read_tags(channel.parent, by, changes)?;
        let renamed = name.filter(|name| *name != channel.name);
        if renamed.is_some() {
            self.note_rename(thread_id)?;
        }
        let now_ms = self.clock.now_ms();
        let channel = self.channels.get_mut(&thread_id).ok_or_else(ApiError::unknown_channel)?;
        let thread = channel.thread.as_mut().ok_or_else(ApiError::unknown_channel)?;
        if let Some(archived) = changes["archived"].as_bool()
            && archived != thread.archived
        {
            thread.archived = archived;
            thread.archive_changed_at_ms = now_ms;
            thread.active_at_ms = now_ms;
        }
        thread.locked = changes["locked"].as_bool().unwrap_or(thread.locked);
        thread.invitable = changes["invitable"].as_bool().unwrap_or(thread.invitable);
        thread.auto_archive_minutes = auto_archive.unwrap_or(thread.auto_archive_minutes);
        thread.tags = tags.unwrap_or_else(|| std::mem::take(&mut thread.tags));
        let settings = &mut channel.settings;
        settings.slow_mode_secs = slow_mode_secs.unwrap_or(settings.slow_mode_secs);
        settings.flags = changes["flags"].as_u64().map_or(settings.flags, |it| it & channel_flags::PINNED);
        if let Some(name) = &renamed {
            channel.name.clone_from(name);
        }
        self.emit_thread_update(thread_id);
        if let Some(name) = renamed {
            self.send_system(thread_id, by, message_type::CHANNEL_NAME_CHANGE, &name, None);
        }
        Ok(())
    }

    fn emit_thread_update(&mut self, thread_id: u64) {
        let Some(channel) = self.channels.get(&thread_id) else { return };
        let event = self.channel_object(channel);
        self.emit_in(thread_id, "THREAD_UPDATE", intents::GUILDS, 0, &event);
    }

    pub(crate) fn delete_thread(&mut self, thread_id: u64) -> Option<Value> {
        let channel = self.channels.get(&thread_id)?;
        let object = self.channel_object(channel);
        let guild_id = channel.guild?;
        let event = json!({
            "id": id(thread_id), "guild_id": id(guild_id), "parent_id": channel.parent.map(id),
            "type": channel.kind,
        });
        self.emit_in(thread_id, "THREAD_DELETE", intents::GUILDS, 0, &event);
        self.channels.remove(&thread_id);
        if let Some(guild) = self.guilds.get_mut(&guild_id) {
            guild.threads.remove(&thread_id);
        }
        Some(object)
    }

    /// Notes that something was said in a thread: it wakes when archived, and
    /// its author and those it mentions become members.
    pub(crate) fn note_thread_message(&mut self, thread_id: u64, joining: &[u64]) {
        let now_ms = self.clock.now_ms();
        let Some(thread) = self.channels.get_mut(&thread_id).and_then(|channel| channel.thread.as_mut())
        else {
            return;
        };
        thread.sent += 1;
        thread.active_at_ms = now_ms;
        if thread.archived {
            thread.archived = false;
            thread.archive_changed_at_ms = now_ms;
            self.emit_thread_update(thread_id);
        }
        for user in joining {
            // A full thread keeps the message and adds nobody.
            drop(self.add_thread_member(thread_id, *user));
        }
    }

    /// Adds a member who sees the parent channel; adding again changes nothing.
    pub(crate) fn add_thread_member(&mut self, thread_id: u64, user: u64) -> Result<(), ApiError> {
        let now_ms = self.clock.now_ms();
        let parent = self.channels.get(&thread_id).and_then(|channel| channel.parent);
        let parent = parent.ok_or_else(ApiError::unknown_channel)?;
        if !self.may_see(parent, user) {
            return Err(ApiError::missing_access());
        }
        let Some(thread) = self.channels.get_mut(&thread_id).and_then(|channel| channel.thread.as_mut())
        else {
            return Err(ApiError::unknown_channel());
        };
        if thread.members.contains_key(&user) {
            return Ok(());
        }
        if thread.members.len() >= MEMBERS_MAX {
            return Err(ApiError::new(400, 30033, "Maximum number of thread participants reached (1000)"));
        }
        thread.members.insert(user, now_ms);
        let mut member = Self::thread_member_object(thread_id, user, now_ms);
        let guild = self.channels.get(&thread_id).and_then(|it| it.guild);
        if let Some(guild) = guild.and_then(|guild| self.guilds.get(&guild)) {
            member["member"] = self.member_object(guild, user);
            member["presence"] = Value::Null;
        }
        self.emit_thread_members(thread_id, user, json!({ "added_members": [member] }));
        Ok(())
    }

    pub(crate) fn remove_thread_member(&mut self, thread_id: u64, user: u64) -> bool {
        let channel = self.channels.get_mut(&thread_id);
        let thread = channel.and_then(|channel| channel.thread.as_mut());
        let removed = thread.and_then(|thread| thread.members.remove(&user)).is_some();
        if removed {
            self.emit_thread_members(thread_id, user, json!({ "removed_member_ids": [id(user)] }));
        }
        removed
    }

    fn emit_thread_members(&mut self, thread_id: u64, user: u64, mut event: Value) {
        let Some(channel) = self.channels.get(&thread_id) else { return };
        let count = channel.thread.as_ref().map_or(0, |thread| thread.members.len().min(50));
        event["id"] = id(thread_id);
        event["guild_id"] = channel.guild.map_or(Value::Null, id);
        event["member_count"] = json!(count);
        // Without the members intent a session hears only of the bot itself.
        let intent = if user == self.bot() { intents::GUILDS } else { intents::GUILD_MEMBERS };
        self.emit_in(thread_id, "THREAD_MEMBERS_UPDATE", intent, 0, &event);
    }

    /// Archives the threads whose quiet time is over.
    pub(crate) fn archive_quiet_threads(&mut self) {
        let now_ms = self.clock.now_ms();
        let is_quiet = |channel: &&Channel| {
            let thread = channel.thread.as_ref().filter(|thread| !thread.archived);
            thread.is_some_and(|it| now_ms >= it.active_at_ms + it.auto_archive_minutes * 60_000)
        };
        let mut quiet: Vec<u64> = self.channels.values().filter(is_quiet).map(|channel| channel.id).collect();
        quiet.sort_unstable();
        for thread_id in quiet {
            // The change is valid: the thread is there and nothing but `archived` is asked.
            drop(self.change_thread(thread_id, self.bot(), &json!({ "archived": true })));
        }
    }
}
