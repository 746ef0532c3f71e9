//! Polls: asking, voting, and the result when they end.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::gateway::intents;
use super::super::objects::{self, id};
use super::super::time::iso8601;
use super::State;
use super::messages::Draft;
use super::model::{Message, Reference, message_type};

const QUESTION_LEN_MAX: usize = 300;
const ANSWER_LEN_MAX: usize = 55;
const ANSWERS_MAX: usize = 10;
/// A poll is open for 32 days at most.
const HOURS_MAX: u64 = 768;
const HOURS_DEFAULT: u64 = 24;
const HOUR_MS: u64 = 3_600_000;

/// A poll in a message.
#[derive(Debug, Clone)]
pub(crate) struct Poll {
    pub(crate) question: String,
    pub(crate) answers: Vec<Answer>,
    pub(crate) allows_several: bool,
    /// How long it is open; it begins when it is sent.
    hours: u64,
    pub(crate) ends_at_ms: u64,
    pub(crate) is_finalized: bool,
}

/// One answer of a poll; its id is its place, counted from 1.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) text: String,
    emoji: Value,
    pub(crate) voters: Vec<u64>,
}

impl Poll {
    /// The `poll` of a message body.
    pub(crate) fn read(body: &Value) -> Result<Option<Self>, ApiError> {
        let poll = &body["poll"];
        if poll.is_null() {
            return Ok(None);
        }
        let question = read_text(&poll["question"], "poll.question", QUESTION_LEN_MAX)?;
        let given = poll["answers"].as_array().map_or(&[][..], Vec::as_slice);
        if given.is_empty() || given.len() > ANSWERS_MAX {
            return Err(ApiError::bad_length("poll.answers", 1, ANSWERS_MAX));
        }
        let answer = |(at, answer): (usize, &Value)| -> Result<Answer, ApiError> {
            let media = &answer["poll_media"];
            let field = format!("poll.answers.{at}.poll_media");
            let text = read_text(media, &field, ANSWER_LEN_MAX)?;
            Ok(Answer { text, emoji: media["emoji"].clone(), voters: Vec::new() })
        };
        let hours = poll["duration"].as_u64().unwrap_or(HOURS_DEFAULT);
        if !(1..=HOURS_MAX).contains(&hours) {
            let message = format!("int value should be between 1 and {HOURS_MAX}.");
            return Err(ApiError::form("poll.duration", "NUMBER_TYPE_MAX", &message));
        }
        Ok(Some(Self {
            question,
            answers: given.iter().enumerate().map(answer).collect::<Result<_, _>>()?,
            allows_several: poll["allow_multiselect"].as_bool().unwrap_or(false),
            hours,
            ends_at_ms: 0,
            is_finalized: false,
        }))
    }

    /// Opens it.
    pub(crate) fn open(mut self, now_ms: u64) -> Self {
        self.ends_at_ms = now_ms + self.hours * HOUR_MS;
        self
    }

    /// The poll as messages carry it, seen by `viewer`.
    pub(crate) fn object(&self, viewer: u64) -> Value {
        let numbered = || self.answers.iter().zip(1_u64..);
        let answer = |(answer, number): (&Answer, u64)| {
            let mut media = json!({ "text": answer.text });
            if !answer.emoji.is_null() {
                media["emoji"] = json!({ "id": answer.emoji["id"], "name": answer.emoji["name"] });
            }
            json!({ "answer_id": number, "poll_media": media })
        };
        let voted = numbered().filter(|(answer, _)| !answer.voters.is_empty());
        let count = |(answer, number): (&Answer, u64)| {
            let voters = &answer.voters;
            json!({ "id": number, "count": voters.len(), "me_voted": voters.contains(&viewer) })
        };
        json!({
            "question": { "text": self.question }, "answers": numbered().map(answer).collect::<Value>(),
            "expiry": iso8601(self.ends_at_ms), "allow_multiselect": self.allows_several, "layout_type": 1,
            "results": {
                "is_finalized": self.is_finalized, "answer_counts": voted.map(count).collect::<Value>(),
            },
        })
    }

    /// The fields of the embed that tells the result.
    fn result_embed(&self) -> Value {
        let total: usize = self.answers.iter().map(|answer| answer.voters.len()).sum();
        let most = self.answers.iter().map(|answer| answer.voters.len()).max().unwrap_or(0);
        let mut winners = self.answers.iter().zip(1_u64..).filter(|(answer, _)| answer.voters.len() == most);
        let field = |name: &str, value: String| json!({ "name": name, "value": value, "inline": false });
        let mut fields = vec![
            field("poll_question_text", self.question.clone()),
            field("victor_answer_votes", most.to_string()),
            field("total_votes", total.to_string()),
        ];
        // A tie has no victor.
        if let (Some((victor, number)), None, true) = (winners.next(), winners.next(), most > 0) {
            fields.push(field("victor_answer_id", number.to_string()));
            fields.push(field("victor_answer_text", victor.text.clone()));
        }
        json!({ "type": "poll_result", "fields": fields })
    }
}

fn read_text(media: &Value, field: &str, max: usize) -> Result<String, ApiError> {
    let field = format!("{field}.text");
    let text = media["text"].as_str().filter(|text| !text.trim().is_empty());
    let text = text.ok_or_else(|| ApiError::required(&field))?;
    if text.chars().count() > max { Err(ApiError::too_long(&field, max)) } else { Ok(text.to_owned()) }
}

fn place(answer: u64) -> usize {
    usize::try_from(answer).map_or(usize::MAX, |number| number.wrapping_sub(1))
}

impl State {
    pub(crate) fn poll_of(&self, channel: u64, message: u64) -> Result<&Poll, ApiError> {
        let message = self.message(channel, message).ok_or_else(ApiError::unknown_message)?;
        message.poll.as_ref().ok_or_else(ApiError::unknown_message)
    }

    /// Votes for an answer or takes the vote back. A vote in a poll of one
    /// choice moves; voting the same again changes nothing.
    pub(crate) fn vote(
        &mut self,
        channel: u64,
        message: u64,
        user: u64,
        answer: u64,
        is_for: bool,
    ) -> Result<(), ApiError> {
        let now_ms = self.clock.now_ms();
        let poll = self.poll_of(channel, message)?;
        if poll.is_finalized || now_ms >= poll.ends_at_ms {
            return Err(ApiError::new(403, 520_001, "Poll expired"));
        }
        let chosen = poll.answers.get(place(answer)).ok_or_else(|| ApiError::required("answer_id"))?;
        if chosen.voters.contains(&user) == is_for {
            return Ok(());
        }
        let moves = is_for && !poll.allows_several;
        let others =
            poll.answers.iter().zip(1_u64..).filter(|(other, _)| moves && other.voters.contains(&user));
        let taken: Vec<u64> = others.map(|(_, number)| number).collect();
        for other in taken {
            self.count_vote(channel, message, user, other, false);
        }
        self.count_vote(channel, message, user, answer, is_for);
        Ok(())
    }

    fn count_vote(&mut self, channel: u64, message: u64, user: u64, answer: u64, is_for: bool) {
        let poll = self.message_mut(channel, message).and_then(|message| message.poll.as_mut());
        let Some(chosen) = poll.and_then(|poll| poll.answers.get_mut(place(answer))) else { return };
        chosen.voters.retain(|voter| *voter != user);
        if is_for {
            chosen.voters.push(user);
        }
        let mut event = json!({
            "user_id": id(user), "channel_id": id(channel), "message_id": id(message), "answer_id": answer,
        });
        if let Some(guild) = self.channels.get(&channel).and_then(|channel| channel.guild) {
            event["guild_id"] = id(guild);
        }
        let name = if is_for { "MESSAGE_POLL_VOTE_ADD" } else { "MESSAGE_POLL_VOTE_REMOVE" };
        self.emit_in(channel, name, intents::GUILD_MESSAGE_POLLS, intents::DIRECT_MESSAGE_POLLS, &event);
    }

    /// Who voted for an answer, by user id, after `after`.
    pub(crate) fn voters(
        &self,
        channel: u64,
        message: u64,
        answer: u64,
        (after, limit): (u64, usize),
    ) -> Result<Value, ApiError> {
        let answer = self.poll_of(channel, message)?.answers.get(place(answer));
        let answer = answer.ok_or_else(|| ApiError::required("answer_id"))?;
        let mut voters: Vec<u64> = answer.voters.iter().copied().filter(|voter| *voter > after).collect();
        voters.sort_unstable();
        let users = voters.iter().take(limit).filter_map(|voter| self.users.get(voter));
        Ok(json!({ "users": users.map(objects::user).collect::<Value>() }))
    }

    /// Ends a poll: its votes are final, and a message tells the result.
    pub(crate) fn end_poll(&mut self, channel: u64, message: u64) -> Result<Message, ApiError> {
        let now_ms = self.clock.now_ms();
        let found = self.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
        let poll = found.poll.as_mut().filter(|poll| !poll.is_finalized);
        let poll = poll.ok_or_else(|| ApiError::new(400, 520_001, "Poll expired"))?;
        poll.is_finalized = true;
        poll.ends_at_ms = poll.ends_at_ms.min(now_ms);
        let embed = poll.result_embed();
        let ended = found.clone();
        self.emit_message("MESSAGE_UPDATE", &ended);
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let about = Reference { is_forward: false, guild, channel, message: Some(message) };
        let draft = Draft {
            kind: message_type::POLL_RESULT,
            embeds: vec![embed],
            reference: Some(about),
            ..Draft::quiet("")
        };
        self.send(channel, ended.author, draft)?;
        Ok(ended)
    }

    /// Ends the polls whose time is over.
    pub(crate) fn end_due_polls(&mut self) {
        let now_ms = self.clock.now_ms();
        let is_due = |message: &u64, channel: &u64| {
            let poll = self.poll_of(*channel, *message).ok();
            poll.is_none_or(|poll| poll.is_finalized || now_ms >= poll.ends_at_ms)
        };
        let due: Vec<(u64, u64)> = {
            let open = self.open_polls.iter();
            open.filter(|(message, channel)| is_due(message, channel)).map(|(it, at)| (*it, *at)).collect()
        };
        for (message, channel) in due {
            self.open_polls.remove(&message);
            // A poll that was deleted or ended by hand has nothing left to tell.
            drop(self.end_poll(channel, message));
        }
    }
}
