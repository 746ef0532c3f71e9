//! Acting as a user who votes in a poll, and closing one.

use super::acts::enter;
use super::{ActError, World};
use crate::telegram::content::Content;
use crate::telegram::queue::UPDATE_TTL_MS;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

impl World {
    /// A person votes for the answers at these places; none takes their vote
    /// back. The bot hears of votes in its own polls only.
    ///
    /// # Errors
    /// There is no poll, or it doesn't take this vote.
    pub fn vote(&self, chat: i64, message_id: i64, user: i64, options: &[usize]) -> Result<(), ActError> {
        self.change(|state| {
            enter(state, chat, user);
            let poll_id = poll_in(state, chat, message_id)?;
            let (now_ms, bot) = (state.now_ms(), state.bot.id);
            let refused = |reason| ActError::NoVote { message_id, reason };
            let poll = state.polls.get_mut(&poll_id).ok_or(refused("it holds no poll"))?;
            poll.vote(user, options, now_ms).map_err(refused)?;
            let (is_bots, named) = (poll.from == bot, !poll.asked.anonymous);
            state.show(EventKind::Edited, chat, message_id);
            if !is_bots {
                return Ok(());
            }
            state.emit_poll(&poll_id);
            let answer =
                state.polls.get(&poll_id).map(|poll| poll.answer_object(&state.users.get(&user), user));
            if let Some(answer) = answer.filter(|_| named) {
                state.emit("poll_answer", &answer, UPDATE_TTL_MS);
            }
            Ok(())
        })
    }

    /// Whoever posted a poll closes it; the bot hears of it.
    ///
    /// # Errors
    /// There is no poll.
    pub fn close_poll(&self, chat: i64, message_id: i64) -> Result<(), ActError> {
        self.change(|state| {
            let poll_id = poll_in(state, chat, message_id)?;
            state.close_poll(chat, message_id, &poll_id);
            Ok(())
        })
    }
}

/// The id of the poll that a message holds.
fn poll_in(state: &State, chat: i64, message_id: i64) -> Result<String, ActError> {
    let message = state.chats.get(&chat).and_then(|chat| chat.message(message_id));
    match &message.ok_or(ActError::NoMessage { chat, message_id })?.content {
        Content::Poll(id) => Ok(id.clone()),
        _ => Err(ActError::NoVote { message_id, reason: "it holds no poll" }),
    }
}
