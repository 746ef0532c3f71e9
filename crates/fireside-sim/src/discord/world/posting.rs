//! Acting as a user: files, forwards, forum posts, polls, pins, reactions.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::objects::{id, ids};
use super::super::permissions::{
    ADD_REACTIONS, MANAGE_MESSAGES, MANAGE_WEBHOOKS, PIN_MESSAGES, SEND_MESSAGES,
};
use super::acting::Refused;
use super::attachments::Attachment;
use super::messages::Draft;
use super::reactions::ReactionKind;
use super::threads::NewThread;
use super::{State, World};

/// A file that a user sends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Upload {
    /// Its file name; `SPOILER_` at the start hides it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Its MIME type; none leaves it to the name.
    pub content_type: Option<String>,
    /// The text for those who can't see it.
    pub description: Option<String>,
    /// Makes it a voice message of this many milliseconds.
    pub voice_ms: Option<u64>,
}

/// A message that a user sends with more than a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Post {
    /// What it says; empty says nothing.
    pub text: String,
    /// The message it answers.
    pub reply_to: Option<u64>,
    /// Its files.
    pub files: Vec<Upload>,
    /// The ids of its stickers.
    pub stickers: Vec<u64>,
    /// It is sent without a notification.
    pub is_silent: bool,
}

impl Post {
    fn draft(&self, state: &mut State) -> Result<Draft, ApiError> {
        let files = self.files.iter().map(|file| {
            let mut described = json!({ "description": file.description });
            if let Some(voice_ms) = file.voice_ms {
                let duration = std::time::Duration::from_millis(voice_ms);
                described["duration_secs"] = json!(duration.as_secs_f64());
                described["waveform"] = json!("AAAA");
            }
            let bytes = file.bytes.clone().into();
            Attachment::new(state.next_id(), &file.name, file.content_type.clone(), bytes, &described)
        });
        let files: Vec<Attachment> = files.collect::<Result<_, _>>()?;
        let is_voice = self.files.iter().any(|file| file.voice_ms.is_some());
        let flags = (u64::from(is_voice) << 13) | (u64::from(self.is_silent) << 12);
        let body = json!({ "content": self.text, "sticker_ids": ids(&self.stickers), "flags": flags });
        let draft = Draft::read(&body, &files)?;
        Ok(Draft { reply_to: self.reply_to, fails_without_reply: true, ..draft })
    }
}

impl World {
    /// A user sends a message with files, stickers or the like; its id comes back.
    ///
    /// # Errors
    /// When the user may not send such there or it breaks a rule.
    pub fn post(&self, channel: u64, user: u64, post: &Post) -> Result<u64, Refused> {
        self.change(|state| {
            let draft = post.draft(state)?;
            state.send_as_user(channel, user, draft)
        })
    }

    /// A user sends one file with a text.
    ///
    /// # Errors
    /// When the user may not send files there or it is too large.
    pub fn upload(&self, channel: u64, user: u64, text: &str, file: Upload) -> Result<u64, Refused> {
        self.post(channel, user, &Post { text: text.to_owned(), files: vec![file], ..Post::default() })
    }

    /// A user forwards a message to another channel.
    ///
    /// # Errors
    /// When the user doesn't see it, may not send there, or it can't be forwarded.
    pub fn forward(&self, channel: u64, user: u64, from: u64, message: u64) -> Result<u64, Refused> {
        let reference = json!({ "type": 1, "channel_id": id(from), "message_id": id(message) });
        self.send_body(channel, user, &json!({ "message_reference": reference }))
    }

    /// A user asks with a poll that is open for `hours`, 1 to 768.
    ///
    /// # Errors
    /// When the user may not or the poll breaks a rule.
    pub fn ask_poll(
        &self,
        channel: u64,
        user: u64,
        question: &str,
        answers: &[&str],
        hours: u64,
        allows_several: bool,
    ) -> Result<u64, Refused> {
        let answers = answers.iter().map(|answer| json!({ "poll_media": { "text": answer } }));
        let poll = json!({
            "question": { "text": question }, "answers": answers.collect::<Value>(), "duration": hours,
            "allow_multiselect": allows_several,
        });
        self.send_body(channel, user, &json!({ "poll": poll }))
    }

    fn send_body(&self, channel: u64, user: u64, body: &Value) -> Result<u64, Refused> {
        self.change(|state| {
            let draft = Draft::read(body, &[])?;
            state.send_as_user(channel, user, draft)
        })
    }

    /// A user votes for an answer of a poll, counted from 1.
    ///
    /// # Errors
    /// When the user doesn't see it, it has ended, or there is no such answer.
    pub fn vote(&self, channel: u64, user: u64, message: u64, answer: u64) -> Result<(), Refused> {
        self.set_vote(channel, user, message, answer, true)
    }

    /// A user takes a vote back.
    ///
    /// # Errors
    /// As [`World::vote`].
    pub fn unvote(&self, channel: u64, user: u64, message: u64, answer: u64) -> Result<(), Refused> {
        self.set_vote(channel, user, message, answer, false)
    }

    fn set_vote(
        &self,
        channel: u64,
        user: u64,
        message: u64,
        answer: u64,
        is_for: bool,
    ) -> Result<(), Refused> {
        self.change(|state| {
            state.channel_for(channel, user, 0)?;
            Ok(state.vote(channel, message, user, answer, is_for)?)
        })
    }

    /// A user posts in a forum, with the ids of its tags; the post's thread,
    /// which has the id of its first message, comes back.
    ///
    /// # Errors
    /// When the user may not, or a tag is missing or unknown.
    pub fn post_in_forum(
        &self,
        forum: u64,
        user: u64,
        title: &str,
        post: &Post,
        tags: &[u64],
    ) -> Result<u64, Refused> {
        self.change(|state| {
            state.channel_for(forum, user, SEND_MESSAGES)?;
            let draft = post.draft(state)?;
            state.check_may_enclose(forum, user, &draft)?;
            let tags = state.read_tags(Some(forum), user, &json!({ "applied_tags": ids(tags) }))?;
            let new = NewThread::read(forum, None, user, &json!({ "name": title }))?;
            Ok(state.post_in_forum(NewThread { tags: tags.unwrap_or_default(), ..new }, draft)?.id)
        })
    }

    /// A user changes a thread: its `name`, `applied_tags` and the like, as in
    /// `PATCH /channels/{channel.id}`.
    ///
    /// # Errors
    /// When the user may not or a value isn't valid.
    pub fn change_thread(&self, thread: u64, user: u64, changes: &Value) -> Result<(), Refused> {
        self.change(|state| {
            state.check_may_tend(thread, user, changes)?;
            Ok(state.change_thread(thread, user, changes)?)
        })
    }

    /// A user pins a message.
    ///
    /// # Errors
    /// When the user may not or the message isn't there.
    pub fn pin(&self, channel: u64, user: u64, message: u64) -> Result<(), Refused> {
        self.change(|state| {
            state.check_may_pin(channel, user)?;
            Ok(state.pin(channel, message, user)?)
        })
    }

    /// A user takes a pin away.
    ///
    /// # Errors
    /// When the user may not or the message isn't there.
    pub fn unpin(&self, channel: u64, user: u64, message: u64) -> Result<(), Refused> {
        self.change(|state| {
            state.check_may_pin(channel, user)?;
            Ok(state.unpin(channel, message)?)
        })
    }

    /// A user reacts; an emoji is itself or `name:id`.
    ///
    /// # Errors
    /// When the user may not or the message isn't there.
    pub fn react(&self, channel: u64, user: u64, message: u64, emoji: &str) -> Result<(), Refused> {
        self.react_as(channel, user, message, emoji, ReactionKind::Normal)
    }

    /// A user gives a super reaction.
    ///
    /// # Errors
    /// As [`World::react`].
    pub fn super_react(&self, channel: u64, user: u64, message: u64, emoji: &str) -> Result<(), Refused> {
        self.react_as(channel, user, message, emoji, ReactionKind::Burst)
    }

    fn react_as(
        &self,
        channel: u64,
        user: u64,
        message: u64,
        emoji: &str,
        kind: ReactionKind,
    ) -> Result<(), Refused> {
        self.change(|state| {
            state.channel_for(channel, user, ADD_REACTIONS)?;
            Ok(state.react(channel, message, user, emoji, kind)?)
        })
    }

    /// A user takes a reaction back.
    ///
    /// # Errors
    /// When the message isn't there.
    pub fn unreact(&self, channel: u64, user: u64, message: u64, emoji: &str) -> Result<(), Refused> {
        self.change(|state| Ok(state.unreact(channel, message, user, emoji)?))
    }

    /// A user takes everybody's reactions away, or those with one emoji.
    ///
    /// # Errors
    /// When the user may not or the message isn't there.
    pub fn clear_reactions(
        &self,
        channel: u64,
        user: u64,
        message: u64,
        emoji: Option<&str>,
    ) -> Result<(), Refused> {
        self.change(|state| {
            state.channel_for(channel, user, MANAGE_MESSAGES)?;
            Ok(state.clear_reactions(channel, message, emoji)?)
        })
    }

    /// A user makes a webhook; its id and token come back.
    ///
    /// # Errors
    /// When the user may not, or the channel has too many.
    pub fn add_webhook(&self, channel: u64, user: u64, name: &str) -> Result<(u64, String), Refused> {
        self.change(|state| {
            state.channel_for(channel, user, MANAGE_WEBHOOKS)?;
            let webhook = state.add_webhook(channel, user, &json!({ "name": name }))?;
            let token = state.webhooks.get(&webhook).map(|webhook| webhook.token.clone());
            Ok((webhook, token.unwrap_or_default()))
        })
    }
}

impl State {
    fn send_as_user(&mut self, channel: u64, user: u64, draft: Draft) -> Result<u64, Refused> {
        // A user always reaches the bot, however closed their own messages are.
        if self.channels.get(&channel).is_none_or(|it| it.recipient != Some(user)) {
            self.check_may_send(channel, user)?;
            self.check_may_enclose(channel, user, &draft)?;
        }
        Ok(self.send(channel, user, draft)?.id)
    }

    /// Refuses who may not pin there; in direct channels both may.
    pub(crate) fn check_may_pin(&self, channel: u64, user: u64) -> Result<(), ApiError> {
        let is_direct = self.channels.get(&channel).is_some_and(|channel| channel.guild.is_none());
        self.channel_for(channel, user, if is_direct { 0 } else { PIN_MESSAGES }).map(drop)
    }
}
