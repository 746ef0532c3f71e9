//! People's reactions and pins.

use serde_json::{Value, json};

use super::World;
use super::acts::{ActError, enter};
use crate::telegram::chat::ChatKind;
use crate::telegram::reactions::Actor;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

impl World {
    /// A person puts an emoji on a message in place of what they put there
    /// before, or takes theirs away with an empty one. The bot hears of it when
    /// it is administrator and asked to; of channels it gets the counts.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn react(&self, chat: i64, message_id: i64, user: i64, emoji: &str) -> Result<(), ActError> {
        let reaction = json!({ "type": "emoji", "emoji": emoji });
        self.react_with(chat, message_id, user, if emoji.is_empty() { vec![] } else { vec![reaction] })
    }

    /// The same with any `ReactionType`s, such as custom emoji, `paid`, or
    /// several at once.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn react_with(
        &self,
        chat: i64,
        message_id: i64,
        user: i64,
        reactions: Vec<Value>,
    ) -> Result<(), ActError> {
        self.change(|state| {
            let is_channel = state.chats.get(&chat).is_some_and(|chat| chat.kind == ChatKind::Channel);
            if is_channel {
                state.ensure_user(user);
            } else {
                enter(state, chat, user);
            }
            react(state, chat, message_id, Actor::User(user), reactions)
        })
    }

    /// A chat reacts: the group itself for an anonymous administrator, else a channel.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn react_as_chat(
        &self,
        chat: i64,
        message_id: i64,
        actor_chat: i64,
        reactions: Vec<Value>,
    ) -> Result<(), ActError> {
        self.change(|state| react(state, chat, message_id, Actor::Chat(actor_chat), reactions))
    }

    /// A person pins a message, with the service message that says so.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn pin(&self, chat: i64, message_id: i64, user: i64) -> Result<(), ActError> {
        self.change(|state| {
            let there = state.chats.get(&chat).and_then(|chat| chat.message(message_id));
            there.ok_or(ActError::NoMessage { chat, message_id })?;
            state.pin(chat, message_id, user);
            Ok(())
        })
    }

    /// A person takes a pin away. Bots aren't told.
    pub fn unpin(&self, chat: i64, message_id: i64) {
        self.change(|state| {
            if let Some(chat) = state.chats.get_mut(&chat) {
                chat.pinned.retain(|pinned| *pinned != message_id);
            }
        });
    }
}

fn react(
    state: &mut State,
    chat: i64,
    message_id: i64,
    actor: Actor,
    new: Vec<Value>,
) -> Result<(), ActError> {
    let message = state.message_mut(chat, message_id);
    let message = message.ok_or(ActError::NoMessage { chat, message_id })?;
    let old = if new.is_empty() {
        message.reactions.remove(&actor.id())
    } else {
        message.reactions.insert(actor.id(), new.clone())
    };
    let old = old.unwrap_or_default();
    if old != new {
        state.show(EventKind::Edited, chat, message_id);
        state.emit_reaction(chat, message_id, actor, &old, &new);
    }
    Ok(())
}
