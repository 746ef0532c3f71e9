//! Reading what is shown, and waiting until it is.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

use super::World;
use crate::telegram::callbacks::Press;
use crate::telegram::chat::{Status, Topic};
use crate::telegram::shown::{CallRecord, Event, Shown};
use crate::telegram::state::BotCommand;

/// What was waited for didn't happen in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{wanted} did not happen within {waited:?}; last shown: {last_shown:?}")]
pub struct WaitError {
    /// What was waited for.
    pub wanted: String,
    /// How long.
    pub waited: Duration,
    /// The newest texts in the chat, oldest first.
    pub last_shown: Vec<String>,
}

/// A topic as people see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicRecord {
    /// Its id.
    pub thread: i64,
    /// Its name.
    pub name: String,
    /// Nobody but administrators may write in it.
    pub closed: bool,
    /// It is gone.
    pub deleted: bool,
}

/// Who people see typing, recording or uploading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Typing {
    /// The account.
    pub user: i64,
    /// The topic, none for General and for chats without topics.
    pub thread: Option<i64>,
    /// The Bot API's name of the action: `typing`, `upload_photo` and so on.
    pub action: String,
}

impl World {
    /// Everything in a chat, oldest first; what was deleted is marked so.
    pub fn history(&self, chat: i64) -> Vec<Shown> {
        self.shown_where(chat, |_| true)
    }

    /// What stands in one topic; `None` is General.
    pub fn thread_history(&self, chat: i64, thread: Option<i64>) -> Vec<Shown> {
        self.shown_where(chat, |of| of == thread)
    }

    fn shown_where(&self, chat: i64, is_wanted: impl Fn(Option<i64>) -> bool) -> Vec<Shown> {
        self.peek(|state| {
            let Some(there) = state.chats.get(&chat) else { return Vec::new() };
            let wanted = there.history.iter().filter(|message| is_wanted(message.thread));
            wanted.filter_map(|message| state.shown(chat, message.id)).collect()
        })
    }

    /// One message.
    pub fn message(&self, chat: i64, message_id: i64) -> Option<Shown> {
        self.peek(|state| state.shown(chat, message_id))
    }

    /// The topics of a forum, oldest first.
    pub fn topics(&self, chat: i64) -> Vec<TopicRecord> {
        self.peek(|state| {
            let topics = state.chats.get(&chat).map(|chat| &chat.topics).into_iter().flatten();
            let record = |(thread, topic): (&i64, &Topic)| TopicRecord {
                thread: *thread,
                name: topic.name.clone(),
                closed: topic.closed,
                deleted: topic.deleted,
            };
            topics.map(record).collect()
        })
    }

    /// Who types in a chat at this moment of the simulator's clock.
    pub fn typing(&self, chat: i64) -> Vec<Typing> {
        self.peek(|state| {
            let now_ms = state.now_ms();
            let actions = state.chats.get(&chat).map(|chat| &chat.actions).into_iter().flatten();
            let shown = actions.filter(|(_, shown)| shown.until_ms > now_ms);
            let typing = shown.map(|((user, thread), shown)| Typing {
                user: *user,
                thread: *thread,
                action: shown.action.clone(),
            });
            typing.collect()
        })
    }

    /// The pinned messages of a chat, the last pinned first.
    pub fn pinned(&self, chat: i64) -> Vec<Shown> {
        self.peek(|state| {
            let pinned = state.chats.get(&chat).map(|chat| chat.pinned.clone()).unwrap_or_default();
            pinned.into_iter().rev().filter_map(|id| state.shown(chat, id)).collect()
        })
    }

    /// Where somebody stands in a chat.
    pub fn status(&self, chat: i64, user: i64) -> Status {
        self.peek(|state| state.chats.get(&chat).map_or(Status::Left, |chat| chat.status(user)))
    }

    /// A press and what the bot answered to it.
    pub fn press_record(&self, callback_query_id: &str) -> Option<Press> {
        self.peek(|state| state.callbacks.get(callback_query_id).cloned())
    }

    /// Every press still remembered, oldest first.
    pub fn presses(&self) -> Vec<Press> {
        self.peek(|state| state.callbacks.iter().cloned().collect())
    }

    /// The registered menus by scope and language, as `scope/language`; the
    /// default is `/`.
    pub fn commands(&self) -> BTreeMap<String, Vec<BotCommand>> {
        self.peek(|state| {
            let menus = state.commands.iter();
            menus
                .map(|((scope, language), menu)| (format!("{}/{language}", scope.label()), menu.clone()))
                .collect()
        })
    }

    /// The commands that a person is offered in a chat, in their language.
    pub fn menu_shown(&self, chat: i64, user: i64) -> Vec<BotCommand> {
        self.peek(|state| state.menu_shown(chat, user).to_vec())
    }

    /// The bot's calls of one method (empty: of any), oldest first. Polls that
    /// brought nothing are left out.
    pub fn calls(&self, method: &str) -> Vec<CallRecord> {
        self.peek(|state| {
            let calls = state.calls.iter();
            calls.filter(|call| method.is_empty() || call.method == method).map(CallRecord::from).collect()
        })
    }

    /// How many updates wait for the bot.
    pub fn pending_updates(&self) -> usize {
        self.peek(|state| state.updates.len())
    }

    /// Whether a long poll waits for updates at this moment.
    pub fn poll_waits(&self) -> bool {
        self.polls_waiting() > 0
    }

    /// What was shown after event number `after`, oldest first.
    pub fn events(&self, after: u64) -> Vec<Event> {
        self.peek(|state| state.events.after(after).cloned().collect())
    }

    /// The same, waiting for the first; nothing when `timeout` of real time
    /// passes. A gap in the numbers means that events were forgotten unread.
    pub async fn next_events(&self, after: u64, timeout: Duration) -> Vec<Event> {
        let some = |world: &Self| Some(world.events(after)).filter(|events| !events.is_empty());
        self.wait_for(timeout, some).await.unwrap_or_default()
    }

    /// Waits until `look` finds something; it is asked again after each change.
    pub async fn wait_for<T>(
        &self,
        timeout: Duration,
        mut look: impl FnMut(&Self) -> Option<T>,
    ) -> Option<T> {
        let mut changes = self.changes();
        let found = tokio::time::timeout(timeout, async {
            loop {
                if let Some(found) = look(self) {
                    return Some(found);
                }
                changes.changed().await.ok()?;
            }
        });
        found.await.ok().flatten()
    }

    /// Waits until the bot has said something in a chat that contains this.
    ///
    /// # Errors
    /// It hadn't within `timeout` of real time.
    pub async fn wait_for_text(
        &self,
        chat: i64,
        contains: &str,
        timeout: Duration,
    ) -> Result<Shown, WaitError> {
        self.wait_for_text_after(chat, 0, contains, timeout).await
    }

    /// The same, among the messages after message `after` only.
    ///
    /// # Errors
    /// It hadn't within `timeout` of real time.
    pub async fn wait_for_text_after(
        &self,
        chat: i64,
        after: i64,
        contains: &str,
        timeout: Duration,
    ) -> Result<Shown, WaitError> {
        let found = self.wait_for(timeout, |world| world.bot_text(chat, after, contains)).await;
        found.ok_or_else(|| WaitError {
            wanted: format!("a message with {contains:?} in chat {chat}"),
            waited: timeout,
            last_shown: self.last_texts(chat),
        })
    }

    /// The newest of the bot's messages after `after` that contains a text.
    fn bot_text(&self, chat: i64, after: i64, contains: &str) -> Option<Shown> {
        self.peek(|state| {
            let there = state.chats.get(&chat)?;
            let bot = state.bot.id;
            let newest = there.history.iter().rev().take_while(|message| message.id > after);
            let mut said = newest.filter(|message| message.from == bot && there.is_seen(message));
            let id = said.find(|message| message.text.contains(contains))?.id;
            state.shown(chat, id)
        })
    }

    fn last_texts(&self, chat: i64) -> Vec<String> {
        const LAST: usize = 5;
        self.peek(|state| {
            let there = state.chats.get(&chat);
            let newest = there.into_iter().flat_map(|there| there.history.iter().rev().take(LAST));
            let mut texts: Vec<_> = newest.map(|message| message.text.clone()).collect();
            texts.reverse();
            texts
        })
    }
}
