//! What is known of channels: which guild each is in, and which channel a
//! thread belongs to. Discord names a thread like any channel, without its parent.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use fireside_core::Place;
use serde::Deserialize;
use serenity::all::{ChannelId, GuildId, MessageId};
use serenity::http::Route;

use crate::PLATFORM;
use crate::client::{Call, Client};
use crate::errors::CallError;

/// How many channels are remembered; the rest is asked for again.
const CHANNELS_MAX: usize = 20_000;
/// How often a channel that can't be read is asked for.
const TRIES: u32 = 3;

/// A channel as Discord tells it, as far as places need it. serenity's model
/// asks for more, so that one odd field would lose a guild's channels.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct ChannelFrame {
    pub(crate) id: ChannelId,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
    #[serde(default)]
    pub(crate) parent_id: Option<ChannelId>,
    #[serde(rename = "type", default)]
    pub(crate) kind: u8,
    #[serde(default)]
    pub(crate) thread_metadata: Option<ThreadState>,
    #[serde(default)]
    pub(crate) last_message_id: Option<MessageId>,
    #[serde(default)]
    pub(crate) name: Option<String>,
}

/// Whether a thread can be spoken in.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct ThreadState {
    #[serde(default)]
    archived: bool,
    #[serde(default)]
    locked: bool,
}

impl ChannelFrame {
    /// Whether it is an announcement, public or private thread.
    pub(crate) fn is_thread(&self) -> bool {
        matches!(self.kind, 10..=12)
    }

    /// Whether it is one that people write in: text, voice, announcements, threads.
    pub(crate) fn holds_messages(&self) -> bool {
        matches!(self.kind, 0 | 2 | 5 | 10..=12)
    }

    fn is_closed(&self) -> bool {
        self.thread_metadata.is_some_and(|state| state.archived || state.locked)
    }
}

/// The channels that are known.
#[derive(Debug, Default)]
pub(crate) struct Channels(Mutex<HashMap<u64, Known>>);

#[derive(Debug)]
struct Known {
    kind: u8,
    guild: Option<u64>,
    /// The channel a thread belongs to.
    parent: Option<u64>,
    /// A thread was closed when it was last told of.
    is_closed: bool,
    /// What the bot has made of a thread since, told of in this order: `true`
    /// is closed.
    expected: VecDeque<bool>,
}

impl Channels {
    /// Takes in a channel. `Some(is_closed)` where it is a thread that was
    /// closed or opened since it was last told of.
    pub(crate) fn learn(&self, frame: &ChannelFrame, guild: Option<GuildId>) -> Option<bool> {
        let parent = if frame.is_thread() { frame.parent_id.map(ChannelId::get) } else { None };
        let guild = frame.guild_id.or(guild).map(GuildId::get);
        let is_closed = frame.is_closed();
        let mut known = self.lock();
        if known.len() >= CHANNELS_MAX {
            known.clear();
        }
        let expected = VecDeque::new();
        let news = Known { kind: frame.kind, guild, parent, is_closed, expected };
        match known.entry(frame.id.get()) {
            Entry::Occupied(mut entry) => entry.get_mut().change(news),
            Entry::Vacant(entry) => {
                entry.insert(news);
                None
            }
        }
    }

    /// The bot itself is about to close or open a thread: its echo is no news.
    /// `false`: there will be none, since it is so already.
    pub(crate) fn expect_closed(&self, thread: u64, is_closed: bool) -> bool {
        let mut all = self.lock();
        let Some(known) = all.get_mut(&thread) else { return false };
        let is_change = known.expected.back().unwrap_or(&known.is_closed) != &is_closed;
        if is_change {
            known.expected.push_back(is_closed);
        }
        is_change
    }

    /// What was expected last does not come to pass.
    pub(crate) fn expect_no_more(&self, thread: u64) {
        if let Some(known) = self.lock().get_mut(&thread) {
            known.expected.pop_back();
        }
    }

    /// Forgets a channel that is gone with the threads in it, and gives back
    /// where they were: it itself last.
    pub(crate) fn forget(&self, id: u64) -> Vec<Place> {
        let mut all = self.lock();
        let within = |(_, known): &(&u64, &Known)| known.parent == Some(id);
        let mut gone: Vec<_> = all.iter().filter(within).map(|(thread, _)| *thread).collect();
        gone.sort_unstable();
        gone.push(id);
        gone.into_iter().filter_map(|id| Some(all.remove(&id)?.place(id))).collect()
    }

    /// The place of the channel or thread `id`, if it is known.
    pub(crate) fn place(&self, id: u64) -> Option<Place> {
        self.lock().get(&id).map(|known| known.place(id))
    }

    /// Discord's number for the kind of channel that `id` is, if it is known.
    pub(crate) fn kind(&self, id: u64) -> Option<u8> {
        self.lock().get(&id).map(|known| known.kind)
    }

    /// The place of the channel or thread `id`, asking Discord if it must. A
    /// channel the bot can't see is taken for one that is no thread.
    pub(crate) async fn find(
        &self,
        id: u64,
        guild: Option<u64>,
        client: &Client,
    ) -> Result<Place, CallError> {
        if let Some(place) = self.place(id) {
            return Ok(place);
        }
        let mut tries = 0;
        loop {
            tries += 1;
            match client.send(Call::get(Route::Channel { channel_id: id.into() })).await {
                Ok(told) => {
                    if let Ok(frame) = serde_json::from_value::<ChannelFrame>(told) {
                        self.learn(&frame, guild.map(GuildId::new));
                        return Ok(self.place(id).unwrap_or_else(|| plain(id, guild)));
                    }
                    return Ok(plain(id, guild));
                }
                Err(error) if !error.is_passing() => return Ok(plain(id, guild)),
                Err(error) if tries >= TRIES => return Err(error),
                Err(_) => {}
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Takes over what is told now. `Some(is_closed)` where somebody else than
    /// the bot closed or opened it.
    fn change(&mut self, news: Self) -> Option<bool> {
        let is_expected = self.expected.front() == Some(&news.is_closed);
        let is_news = self.is_closed != news.is_closed && !is_expected;
        let mut expected = std::mem::take(&mut self.expected);
        if is_expected {
            expected.pop_front();
        } else if is_news {
            expected.clear();
        }
        *self = Self { expected, ..news };
        is_news.then_some(self.is_closed)
    }

    fn place(&self, id: u64) -> Place {
        match self.parent {
            Some(parent) => plain(parent, self.guild).thread(id.to_string()),
            None => plain(id, self.guild),
        }
    }
}

/// A channel that is no thread.
fn plain(id: u64, guild: Option<u64>) -> Place {
    let place = Place::channel(PLATFORM, id.to_string());
    match guild {
        Some(guild) => place.within(guild.to_string()),
        None => place,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn frame(value: serde_json::Value) -> ChannelFrame {
        serde_json::from_value(value).unwrap()
    }

    fn thread(archived: bool) -> ChannelFrame {
        frame(json!({"id": "9", "parent_id": "5", "type": 11,
            "thread_metadata": {"archived": archived, "locked": false}}))
    }

    #[test]
    fn a_thread_is_a_place_inside_its_parent() {
        let channels = Channels::default();
        channels.learn(&frame(json!({"id": "9", "parent_id": "5", "type": 12})), Some(GuildId::new(2)));
        let place = Place::channel(PLATFORM, "5").within("2").thread("9");
        assert_eq!(channels.place(9), Some(place));
    }

    #[test]
    fn a_category_does_not_make_a_channel_a_thread() {
        let channels = Channels::default();
        channels.learn(&frame(json!({"id": "5", "parent_id": "3", "type": 0, "guild_id": "2"})), None);
        assert_eq!(channels.place(5), Some(Place::channel(PLATFORM, "5").within("2")));
    }

    #[test]
    fn only_a_change_of_its_state_is_news_of_a_thread() {
        let channels = Channels::default();
        assert_eq!(channels.learn(&thread(false), None), None);
        assert_eq!(channels.learn(&thread(true), None), Some(true));
        assert_eq!(channels.learn(&thread(true), None), None);
        channels.expect_closed(9, false);
        assert_eq!(channels.learn(&thread(false), None), None, "the bot's own doing is no news");
        assert!(channels.expect_closed(9, true) && channels.expect_closed(9, false));
        assert!(!channels.expect_closed(9, false), "it is to be open already");
        for is_closed in [true, false] {
            assert_eq!(channels.learn(&thread(is_closed), None), None, "nor are two in a row");
        }
        assert_eq!(channels.learn(&thread(true), None), Some(true));
    }

    #[test]
    fn what_the_bot_could_not_do_is_news_once_somebody_does_it() {
        let channels = Channels::default();
        channels.learn(&thread(false), None);
        assert!(channels.expect_closed(9, true));
        channels.expect_no_more(9);
        assert_eq!(channels.learn(&thread(true), None), Some(true));
    }

    #[test]
    fn a_channel_takes_its_threads_with_it() {
        let channels = Channels::default();
        for told in [
            json!({"id": "5", "type": 0, "guild_id": "2"}),
            json!({"id": "9", "parent_id": "5", "type": 11, "guild_id": "2"}),
            json!({"id": "8", "parent_id": "5", "type": 12, "guild_id": "2"}),
            json!({"id": "7", "parent_id": "6", "type": 11, "guild_id": "2"}),
        ] {
            channels.learn(&frame(told), None);
        }
        let channel = || Place::channel(PLATFORM, "5").within("2");
        assert_eq!(channels.forget(5), [channel().thread("8"), channel().thread("9"), channel()]);
        assert_eq!(channels.place(9), None);
        assert!(channels.place(7).is_some());
    }
}
