//! Polls: what they ask, who voted for what, and when they close.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::entities::Entity;

/// A poll that somebody posts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewPoll {
    /// What is asked, 1–300 characters.
    pub question: String,
    /// The answers to choose from, 1–12 of 1–100 characters.
    pub options: Vec<String>,
    /// Nobody sees who voted for what.
    pub anonymous: bool,
    /// More than one answer may be chosen.
    pub multiple: bool,
    /// It is a quiz with these right answers, by their places; empty: no quiz.
    pub correct: Vec<usize>,
    /// What is shown after a wrong answer to a quiz.
    pub explanation: String,
    /// How the explanation is marked up.
    pub explanation_entities: Vec<Entity>,
    /// What is said below the question.
    pub description: String,
    /// How the description is marked up.
    pub description_entities: Vec<Entity>,
    /// Votes can't be changed; so it is with quizzes always.
    pub votes_are_final: bool,
    /// It closes by itself this many seconds after it was posted.
    pub open_period_s: Option<u64>,
    /// It closes by itself at this time, in seconds since the Unix epoch.
    pub close_date: Option<u64>,
}

/// Whether a poll has right answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PollKind {
    /// It asks for an opinion.
    Regular,
    /// It asks for the right answer.
    Quiz,
}

/// A poll as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownPoll {
    /// The poll's id, the same wherever it is forwarded.
    pub id: String,
    /// What is asked.
    pub question: String,
    /// The answers and who chose them, in order.
    pub options: Vec<ShownOption>,
    /// How many people voted.
    pub total_voters: usize,
    /// Nobody can vote any more.
    pub closed: bool,
    /// Nobody sees who voted for what.
    pub anonymous: bool,
    /// More than one answer may be chosen.
    pub multiple: bool,
    /// It has right answers.
    pub kind: PollKind,
}

/// One answer of a poll as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownOption {
    /// The answer.
    pub text: String,
    /// How many chose it.
    pub votes: usize,
    /// Who chose it; empty for an anonymous poll.
    pub voters: Vec<i64>,
}

/// A poll that was posted.
#[derive(Debug, Clone)]
pub(crate) struct Poll {
    id: String,
    pub(crate) asked: NewPoll,
    /// Whoever posted it; only of its own polls a bot learns the votes.
    pub(crate) from: i64,
    closed: bool,
    /// When it closes by itself, in milliseconds since the Unix epoch.
    closes_ms: Option<u64>,
    votes: BTreeMap<i64, Vec<usize>>,
}

impl Poll {
    fn kind(&self) -> PollKind {
        if self.asked.correct.is_empty() { PollKind::Regular } else { PollKind::Quiz }
    }

    pub(crate) fn is_closed(&self, now_ms: u64) -> bool {
        self.closed || self.closes_ms.is_some_and(|closes_ms| closes_ms <= now_ms)
    }

    pub(crate) fn close(&mut self) {
        self.closed = true;
    }

    /// Notes a vote; an empty one takes the voter's back.
    ///
    /// # Errors
    /// Why it can't be cast.
    pub(crate) fn vote(&mut self, user: i64, options: &[usize], now_ms: u64) -> Result<(), &'static str> {
        let is_final = self.asked.votes_are_final || self.kind() == PollKind::Quiz;
        if self.is_closed(now_ms) {
            return Err("the poll is closed");
        }
        if options.iter().any(|option| *option >= self.asked.options.len()) {
            return Err("there is no such answer");
        }
        if options.len() > 1 && !self.asked.multiple {
            return Err("only one answer may be chosen");
        }
        if is_final && self.votes.contains_key(&user) {
            return Err("votes in this poll are final");
        }
        if options.is_empty() {
            self.votes.remove(&user);
        } else {
            self.votes.insert(user, options.to_vec());
        }
        Ok(())
    }

    /// A `Poll`; the right answers are told to whoever posted it, and to all
    /// once it is closed.
    pub(crate) fn object(&self, now_ms: u64, reader: i64) -> Value {
        let asked = &self.asked;
        let option = |(place, text): (usize, &String)| {
            let votes = self.voters(place).count();
            json!({ "persistent_id": place.to_string(), "text": text, "voter_count": votes })
        };
        let is_closed = self.is_closed(now_ms);
        let mut object = json!({
            "id": self.id,
            "question": asked.question,
            "options": asked.options.iter().enumerate().map(option).collect::<Vec<_>>(),
            "total_voter_count": self.votes.len(),
            "is_closed": is_closed,
            "is_anonymous": asked.anonymous,
            "type": self.kind(),
            "allows_multiple_answers": asked.multiple,
            "allows_revoting": !asked.votes_are_final && self.kind() == PollKind::Regular,
            "members_only": false,
        });
        let mut words = |name: &str, text: &str, entities: &[Entity]| {
            if !text.is_empty() {
                object[name] = text.into();
            }
            if !text.is_empty() && !entities.is_empty() {
                object[format!("{name}_entities")] = json!(entities);
            }
        };
        words("description", &asked.description, &asked.description_entities);
        if self.kind() == PollKind::Quiz && (is_closed || self.from == reader) {
            words("explanation", &asked.explanation, &asked.explanation_entities);
            object["correct_option_ids"] = json!(asked.correct);
        }
        if let Some(seconds) = asked.open_period_s {
            object["open_period"] = seconds.into();
        }
        if let Some(closes_ms) = self.closes_ms {
            object["close_date"] = (closes_ms / 1000).into();
        }
        object
    }

    /// A `PollAnswer` of somebody known.
    pub(crate) fn answer_object(&self, user: &impl Serialize, voter: i64) -> Value {
        let chosen = self.votes.get(&voter).map(Vec::as_slice).unwrap_or_default();
        let persistent: Vec<String> = chosen.iter().map(usize::to_string).collect();
        json!({ "poll_id": self.id, "user": user, "option_ids": chosen, "option_persistent_ids": persistent })
    }

    pub(crate) fn shown(&self, now_ms: u64) -> ShownPoll {
        let option = |(place, text): (usize, &String)| ShownOption {
            text: text.clone(),
            votes: self.voters(place).count(),
            voters: if self.asked.anonymous { Vec::new() } else { self.voters(place).collect() },
        };
        ShownPoll {
            id: self.id.clone(),
            question: self.asked.question.clone(),
            options: self.asked.options.iter().enumerate().map(option).collect(),
            total_voters: self.votes.len(),
            closed: self.is_closed(now_ms),
            anonymous: self.asked.anonymous,
            multiple: self.asked.multiple,
            kind: self.kind(),
        }
    }

    fn voters(&self, place: usize) -> impl Iterator<Item = i64> + '_ {
        self.votes.iter().filter(move |(_, chosen)| chosen.contains(&place)).map(|(user, _)| *user)
    }
}

/// Every poll by its id.
#[derive(Debug, Default)]
pub(crate) struct Polls {
    by_id: HashMap<String, Poll>,
}

impl Polls {
    /// Keeps a poll and gives it its id.
    pub(crate) fn add(&mut self, asked: NewPoll, from: i64, now_ms: u64) -> String {
        // Telegram's ids are long decimal numbers.
        let id = (5_000_000_000_000_000_001 + self.by_id.len()).to_string();
        let by_period =
            asked.open_period_s.map(|seconds| now_ms.saturating_add(seconds.saturating_mul(1000)));
        let closes_ms = by_period.or(asked.close_date.map(|date| date.saturating_mul(1000)));
        let poll = Poll { id: id.clone(), asked, from, closed: false, closes_ms, votes: BTreeMap::new() };
        self.by_id.insert(id.clone(), poll);
        id
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Poll> {
        self.by_id.get(id)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Poll> {
        self.by_id.get_mut(id)
    }
}
