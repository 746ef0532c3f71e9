//! What is shown: histories, private answers, modals, threads.

use serde::Serialize;
use serde_json::Value;

use super::id_text;
use super::log::Call;
use super::modals::Modal;
use super::seen::SeenMessage;
use super::{State, World};

/// A thread, in few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThreadSummary {
    /// Its id.
    #[serde(serialize_with = "id_text::one")]
    pub id: u64,
    /// The channel it belongs to.
    #[serde(serialize_with = "id_text::one")]
    pub parent: u64,
    /// Its name.
    pub name: String,
    /// The ids of its forum's tags.
    #[serde(serialize_with = "id_text::many")]
    pub tags: Vec<u64>,
    /// Only members and those who manage threads see it.
    pub is_private: bool,
    /// It is archived.
    pub is_archived: bool,
    /// It is locked.
    pub is_locked: bool,
    /// Its members' user ids.
    #[serde(serialize_with = "id_text::many")]
    pub members: Vec<u64>,
}

impl World {
    /// What everybody sees in a channel or thread, oldest first.
    pub fn history(&self, channel: u64) -> Vec<SeenMessage> {
        self.read(|state| {
            let messages = state.channels.get(&channel).into_iter().flat_map(|it| it.messages.values());
            let shown = messages.filter(|message| message.seen_only_by.is_none());
            shown.map(|message| state.seen(message)).collect()
        })
    }

    /// What is said between the bot and a user directly, oldest first.
    pub fn direct_history(&self, user: u64) -> Vec<SeenMessage> {
        let channel = self.read(|state| state.direct_channels.get(&user).copied());
        channel.map_or_else(Vec::new, |channel| self.history(channel))
    }

    /// The ephemeral answers a user sees, oldest first.
    pub fn private_messages(&self, user: u64) -> Vec<SeenMessage> {
        self.read(|state| state.private_messages(user))
    }

    /// The modal open before a user.
    pub fn open_modal(&self, user: u64) -> Option<Modal> {
        self.read(|state| state.modals.iter().find(|modal| modal.user == user).cloned())
    }

    /// The threads of a channel, archived ones too.
    pub fn threads(&self, channel: u64) -> Vec<ThreadSummary> {
        self.read(|state| {
            let of_channel = state.channels.values().filter(|it| it.parent == Some(channel));
            let mut threads: Vec<_> = of_channel.filter_map(thread_summary).collect();
            threads.sort_unstable_by_key(|thread| thread.id);
            threads
        })
    }

    /// A thread by its id.
    pub fn thread(&self, thread: u64) -> Option<ThreadSummary> {
        self.read(|state| state.channels.get(&thread).and_then(thread_summary))
    }

    /// The pinned messages of a channel, newest pin first.
    pub fn pins(&self, channel: u64) -> Vec<SeenMessage> {
        self.read(|state| state.pinned(channel).into_iter().map(|message| state.seen(message)).collect())
    }

    /// The tags a forum offers, by id and name.
    pub fn tags(&self, forum: u64) -> Vec<(u64, String)> {
        self.read(|state| {
            let tags = state.channels.get(&forum).into_iter().flat_map(|it| &it.settings.available_tags);
            tags.map(|tag| (tag.id, tag.name.clone())).collect()
        })
    }

    /// The bytes of an attachment, however old its links are.
    pub fn attachment_bytes(&self, attachment: u64) -> Option<Vec<u8>> {
        self.read(|state| state.attachments.get(&attachment).map(|it| it.bytes.to_vec()))
    }

    /// A channel as the API gives it.
    pub fn channel(&self, channel: u64) -> Option<Value> {
        self.read(|state| state.channels.get(&channel).map(|channel| state.channel_object(channel)))
    }

    /// The members of a thread.
    pub fn thread_members(&self, thread: u64) -> Vec<u64> {
        self.thread(thread).map_or_else(Vec::new, |thread| thread.members)
    }

    /// The commands registered globally (none) or for a guild, as JSON objects.
    pub fn commands(&self, guild: Option<u64>) -> Vec<Value> {
        self.read(|state| state.commands.get(&guild).cloned().unwrap_or_default())
    }

    /// Whether the application has answered an interaction.
    pub fn is_answered(&self, interaction: u64) -> bool {
        self.read(|state| state.interactions.get(&interaction).is_some_and(|it| it.is_acknowledged))
    }

    /// The newest REST calls, oldest first, of all that were made.
    pub fn calls(&self) -> Vec<Call> {
        self.read(|state| state.calls.kept.iter().cloned().collect())
    }

    /// How many REST calls were made.
    pub fn calls_total(&self) -> u64 {
        self.read(|state| state.calls.total)
    }
}

impl State {
    pub(crate) fn private_messages(&self, user: u64) -> Vec<SeenMessage> {
        let places = self.private_messages.get(&user).into_iter().flatten();
        let there = places.filter_map(|(channel, message)| self.message(*channel, *message));
        there.map(|message| self.seen(message)).collect()
    }

    /// The newest message in a channel that everybody sees and that contains `part`.
    pub(crate) fn newest_containing(&self, channel: u64, part: &str) -> Option<SeenMessage> {
        let newest_first = self.channels.get(&channel)?.messages.values().rev();
        let mut shown = newest_first.filter(|message| message.seen_only_by.is_none());
        shown.find(|message| message.contains(part)).map(|message| self.seen(message))
    }
}

fn thread_summary(channel: &super::model::Channel) -> Option<ThreadSummary> {
    let thread = channel.thread.as_ref()?;
    Some(ThreadSummary {
        id: channel.id,
        parent: channel.parent?,
        name: channel.name.clone(),
        tags: thread.tags.clone(),
        is_private: channel.kind == super::model::channel_type::PRIVATE_THREAD,
        is_archived: thread.archived,
        is_locked: thread.locked,
        members: thread.members.keys().copied().collect(),
    })
}
