//! How polls stand, and who voted.
//!
//! Telegram tells neither the chat nor the message of a poll: only those that
//! the bot sent are known.

use fireside_core::poll::{PollTally, PollVote, VoteChange};
use fireside_core::{Actor, Audience, Event, EventId, EventKind, MessageId};
use serde::Deserialize;
use serde_json::value::RawValue;
use teloxide::types::{ChatId, MessageId as TelegramMessageId, ThreadId};

use super::received::{Chat, User};
use super::{Decoded, Decoder, actor, read};
use crate::fields::Fields;
use crate::polls::SentPoll;
use crate::{PLATFORM, address};

impl Decoder<'_> {
    /// A poll stands differently, or has ended.
    pub(super) fn poll(&self, raw: &RawValue, update_id: i64) -> Result<Decoded, serde_json::Error> {
        #[derive(Deserialize)]
        struct Standing {
            id: String,
            options: Vec<PollOption>,
            is_closed: bool,
        }
        #[derive(Deserialize)]
        struct PollOption {
            voter_count: u32,
        }
        let poll: Standing = read(raw)?;
        let Some(sent) = self.polls.find(&poll.id) else {
            return Ok(Decoded::nothing("a poll that is not known any more"));
        };
        let counts = poll.options.iter().map(|option| option.voter_count).collect();
        let tally = PollTally { message: message(&sent), counts, is_closed: poll.is_closed };
        let id = format!("telegram:p:{}:{update_id}", poll.id);
        let actor = Actor::system(PLATFORM.into());
        Ok(Decoded::event(self.in_poll(&sent, id, actor, EventKind::PollTally(tally))))
    }

    /// Somebody voted, changed or withdrew their vote.
    pub(super) fn poll_answer(&self, raw: &RawValue, update_id: i64) -> Result<Decoded, serde_json::Error> {
        let answer = Fields::of(raw.get())?;
        let poll: String = answer.require("poll_id")?;
        let options: Vec<u32> = answer.require("option_ids")?;
        let Some(sent) = self.polls.find(&poll) else {
            return Ok(Decoded::nothing("a vote in a poll that is not known any more"));
        };
        let user = answer.raw("user").and_then(User::of);
        let chat = answer.raw("voter_chat").and_then(|raw| Chat::of(raw).ok());
        let actor = match (&chat, &user) {
            (Some(chat), _) => actor::of_chat(chat),
            (None, Some(user)) => actor::of_user(user),
            (None, None) => return Ok(Decoded::nothing("a vote of nobody")),
        };
        let id = format!("telegram:v:{poll}:{}:{update_id}", actor.account.id);
        let vote = PollVote { message: message(&sent), change: VoteChange::Set(options) };
        let event = self.in_poll(&sent, id, actor, EventKind::PollVote(vote));
        Ok(Decoded::event(Event { locale: user.and_then(|user| user.language_code), ..event }))
    }

    fn in_poll(&self, sent: &SentPoll, id: String, actor: Actor, kind: EventKind) -> Event {
        let thread = sent.thread.map(|thread| ThreadId(TelegramMessageId(thread)));
        Event {
            id: EventId::new(id),
            community: None,
            at: self.now,
            place: address::place(ChatId(sent.chat), thread),
            // Private chats are numbered as the user in them, above zero.
            audience: if sent.chat > 0 { Audience::Private } else { Audience::Group },
            actor,
            locale: None,
            kind,
            reply: None,
        }
    }
}

fn message(sent: &SentPoll) -> MessageId {
    MessageId::new(sent.message.to_string())
}
