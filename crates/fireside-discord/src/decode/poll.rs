//! Polls: asked, voted in, counted.

use std::time::Duration;

use fireside_core::event::EventKind;
use fireside_core::poll::{Poll, PollTally, PollVote, VoteChange};
use fireside_core::{MessageId, Timestamp};
use serde::Deserialize;
use serenity::all::{ChannelId, GuildId, UserId};

/// The length polls are counted in.
const HOUR: Duration = Duration::from_hours(1);

/// A poll in a message.
#[derive(Debug, Deserialize)]
pub(crate) struct PollFrame {
    #[serde(default)]
    question: Media,
    #[serde(default)]
    answers: Vec<AnswerFrame>,
    #[serde(default)]
    allow_multiselect: bool,
    #[serde(default)]
    expiry: Option<serenity::all::Timestamp>,
    #[serde(default)]
    results: Option<Results>,
}

#[derive(Debug, Default, Deserialize)]
struct Media {
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    emoji: Option<Emoji>,
}

/// An emoji: one that only Discord knows has an id.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Emoji {
    #[serde(default)]
    id: Option<serenity::all::EmojiId>,
    #[serde(default)]
    name: Option<String>,
}

#[derive(Debug, Deserialize)]
struct AnswerFrame {
    #[serde(default)]
    answer_id: u32,
    #[serde(default)]
    poll_media: Media,
}

#[derive(Debug, Deserialize)]
struct Results {
    #[serde(default)]
    is_finalized: bool,
    #[serde(default)]
    answer_counts: Vec<Count>,
}

#[derive(Debug, Deserialize)]
struct Count {
    id: u32,
    #[serde(default)]
    count: u32,
}

/// A vote that was cast or taken back.
#[derive(Debug, Deserialize)]
pub(crate) struct VoteFrame {
    #[serde(rename = "user_id")]
    pub(crate) user: UserId,
    #[serde(rename = "channel_id")]
    pub(crate) channel: ChannelId,
    #[serde(rename = "message_id")]
    message: serenity::all::MessageId,
    #[serde(rename = "guild_id", default)]
    pub(crate) guild: Option<GuildId>,
    #[serde(rename = "answer_id")]
    answer: u32,
}

impl Emoji {
    /// The emoji as it is written, one of Discord's own by its name.
    pub(crate) fn written(&self) -> String {
        let name = self.name.as_deref().unwrap_or_default();
        if self.id.is_some() { format!(":{name}:") } else { name.to_owned() }
    }
}

impl Media {
    fn words(&self) -> String {
        let text = self.text.as_deref().unwrap_or_default();
        match &self.emoji {
            Some(emoji) if text.is_empty() => emoji.written(),
            Some(emoji) => format!("{} {text}", emoji.written()),
            None => text.to_owned(),
        }
    }
}

impl PollFrame {
    /// What is asked, in a message of this moment.
    pub(crate) fn poll(&self, asked_at: Timestamp) -> Poll {
        Poll {
            question: self.question.words(),
            options: self.answers.iter().map(|answer| answer.poll_media.words()).collect(),
            is_multiple: self.allow_multiselect,
            lasts: self.expiry.map(|expiry| {
                let lasts = Timestamp::from_secs(expiry.unix_timestamp()).since(asked_at);
                // Discord counts in hours, and the moments differ by some thousandths.
                let hours = (lasts + HOUR / 2).as_secs() / HOUR.as_secs();
                HOUR.saturating_mul(u32::try_from(hours).unwrap_or(u32::MAX))
            }),
        }
    }

    /// How it ended; `None` while votes are still counted.
    pub(crate) fn tally(&self, message: MessageId) -> Option<EventKind> {
        let results = self.results.as_ref().filter(|results| results.is_finalized)?;
        let count = |answer: &AnswerFrame| {
            results
                .answer_counts
                .iter()
                .find(|count| count.id == answer.answer_id)
                .map_or(0, |count| count.count)
        };
        let counts = self.answers.iter().map(count).collect();
        Some(EventKind::PollTally(PollTally { message, counts, is_closed: true }))
    }
}

impl VoteFrame {
    /// What changed. Discord's answers count from 1.
    pub(crate) fn vote(&self, is_cast: bool) -> Option<EventKind> {
        let option = self.answer.checked_sub(1)?;
        let change = if is_cast { VoteChange::Added(option) } else { VoteChange::Removed(option) };
        Some(EventKind::PollVote(PollVote { message: self.message.to_string().into(), change }))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn frame(is_finalized: bool) -> PollFrame {
        serde_json::from_value(json!({
            "question": {"text": "Tea?"}, "allow_multiselect": true, "layout_type": 1,
            "expiry": "2016-05-01T11:18:25.800000+00:00",
            "answers": [
                {"answer_id": 1, "poll_media": {"text": "yes", "emoji": {"id": null, "name": "🍵"}}},
                {"answer_id": 2, "poll_media": {"text": "no", "emoji": {"id": "9", "name": "nope"}}},
            ],
            "results": {"is_finalized": is_finalized, "answer_counts": [{"id": 2, "count": 3, "me_voted": false}]},
        }))
        .unwrap()
    }

    #[test]
    fn a_poll_is_read_whole() {
        let poll = frame(false).poll(crate::snowflake::created_at(175_928_847_299_117_063));
        assert_eq!(poll.question, "Tea?");
        assert_eq!(poll.options, ["🍵 yes", ":nope: no"]);
        assert!(poll.is_multiple);
        assert_eq!(poll.lasts, Some(24 * HOUR));
    }

    #[test]
    fn only_a_finished_poll_is_counted() {
        assert_eq!(frame(false).tally("7".into()), None);
        let Some(EventKind::PollTally(tally)) = frame(true).tally("7".into()) else { panic!("it has ended") };
        assert_eq!((tally.counts, tally.is_closed), (vec![0, 3], true));
    }

    #[test]
    fn votes_count_from_nought() {
        let vote = |answer: u32, is_cast| {
            let told = json!({"user_id": "7", "channel_id": "5", "message_id": "6", "answer_id": answer});
            serde_json::from_value::<VoteFrame>(told).unwrap().vote(is_cast)
        };
        let change = |kind| match kind {
            Some(EventKind::PollVote(vote)) => Some(vote.change),
            _ => None,
        };
        assert_eq!(change(vote(2, true)), Some(VoteChange::Added(1)));
        assert_eq!(change(vote(1, false)), Some(VoteChange::Removed(0)));
        assert_eq!(vote(0, true), None);
    }
}
