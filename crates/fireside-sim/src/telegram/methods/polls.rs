//! Posting and closing polls.

use serde_json::Value;

use super::outgoing::{self, Destination};
use super::{Answer, compose, render};
use crate::telegram::content::Content;
use crate::telegram::entities::utf16_len;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::polls::NewPoll;
use crate::telegram::queue::UPDATE_TTL_MS;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

/// The longest question, in characters.
const QUESTION_LEN_MAX: usize = 300;
/// The longest answer, in characters.
const OPTION_LEN_MAX: usize = 100;
/// The most answers to choose from; the fewest is one.
const OPTIONS_MAX: usize = 12;
/// The longest explanation of a quiz, in UTF-16 code units.
const EXPLANATION_LEN_MAX: usize = 200;
/// The longest description, in UTF-16 code units.
const DESCRIPTION_LEN_MAX: usize = 1024;
/// A poll closes by itself after this many seconds at the least and at the most.
const OPEN_PERIOD_S: std::ops::RangeInclusive<u64> = 5..=2_628_000;

/// `sendPoll`.
pub(super) fn send_poll(state: &mut State, params: &Params) -> Answer {
    let asked = asked(state, params)?;
    let destination = Destination::of(state, params)?;
    let (bot, now_ms) = (state.bot.id, state.now_ms());
    let poll_id = state.polls.add(asked, bot, now_ms);
    if let Some(poll) = state.polls.get_mut(&poll_id).filter(|_| params.flag("is_closed")) {
        poll.close();
    }
    let content = Content::Poll(poll_id);
    outgoing::send(state, params, &destination, StoredMessage { content, ..StoredMessage::default() })
}

/// The poll that a call describes.
fn asked(state: &State, params: &Params) -> Result<NewPoll, ApiError> {
    let refuse = |reason: &str| Err(ApiError::bad_request(reason));
    let (question, _) = compose::marked_up(params, "question", "question_parse_mode", "question_entities")?;
    if question.trim().is_empty() {
        return refuse("poll question must be non-empty");
    }
    if question.chars().count() > QUESTION_LEN_MAX {
        return refuse("poll question length must not exceed 300");
    }
    let options = options(params)?;
    let is_quiz = match params.text("type").unwrap_or_default().as_ref() {
        "quiz" => true,
        "" | "regular" => false,
        _ => return refuse("unsupported poll type specified"),
    };
    let correct = correct(params, is_quiz, options.len())?;
    let (explanation, explanation_entities) =
        compose::marked_up(params, "explanation", "explanation_parse_mode", "explanation_entities")?;
    let lines = explanation.matches('\n').count();
    if utf16_len(&explanation) > EXPLANATION_LEN_MAX || lines > 2 {
        return refuse("MESSAGE_TOO_LONG");
    }
    let (description, description_entities) =
        compose::marked_up(params, "description", "description_parse_mode", "description_entities")?;
    if utf16_len(&description) > DESCRIPTION_LEN_MAX {
        return refuse("message caption is too long");
    }
    let (open_period_s, close_date) = closing(state, params)?;
    Ok(NewPoll {
        question,
        options,
        // A flag that is left out is true here.
        anonymous: params.flag("is_anonymous") || !params.is_given("is_anonymous"),
        multiple: params.flag("allows_multiple_answers"),
        correct,
        explanation,
        explanation_entities,
        description,
        description_entities,
        votes_are_final: params.is_given("allows_revoting") && !params.flag("allows_revoting"),
        open_period_s,
        close_date,
    })
}

/// The answers, each a text or an `InputPollOption`.
fn options(params: &Params) -> Result<Vec<String>, ApiError> {
    let refuse = |reason: &str| Err(ApiError::bad_request(reason));
    let given: Vec<Value> = params.structure("options")?.unwrap_or_default();
    let text = |option: &Value| option.as_str().or(option["text"].as_str()).unwrap_or_default().to_owned();
    let options: Vec<String> = given.iter().map(text).collect();
    if options.is_empty() {
        return refuse("poll must have at least 1 option");
    }
    if options.len() > OPTIONS_MAX {
        return refuse("poll can't have more than 12 options");
    }
    if options.iter().any(|option| option.trim().is_empty()) {
        return refuse("poll options must be non-empty");
    }
    if options.iter().any(|option| option.chars().count() > OPTION_LEN_MAX) {
        return refuse("poll options length must not exceed 100");
    }
    Ok(options)
}

/// The places of a quiz's right answers; before there could be several it was
/// one, under another name.
fn correct(params: &Params, is_quiz: bool, options: usize) -> Result<Vec<usize>, ApiError> {
    if !is_quiz {
        return Ok(Vec::new());
    }
    let wrong = || ApiError::bad_request("wrong correct option ID specified");
    let one: Option<Vec<i64>> = params.integer("correct_option_id")?.map(|one| vec![one]);
    let given = params.structure::<Vec<i64>>("correct_option_ids")?.or(one).unwrap_or_default();
    let places: Result<Vec<usize>, _> = given.iter().map(|place| usize::try_from(*place)).collect();
    let places = places.map_err(|_| wrong())?;
    let rising = places.is_sorted_by(|one, next| one < next);
    let there = places.last().is_some_and(|last| *last < options);
    if rising && there { Ok(places) } else { Err(wrong()) }
}

fn closing(state: &State, params: &Params) -> Result<(Option<u64>, Option<u64>), ApiError> {
    let positive = |name: &str| Ok(params.integer(name)?.and_then(|number| u64::try_from(number).ok()));
    let open_period_s = positive("open_period")?.filter(|seconds| *seconds > 0);
    let close_date = positive("close_date")?.filter(|date| *date > 0);
    let now_s = state.clock.now_secs();
    let stays_open_s = open_period_s.or(close_date.map(|date| date.saturating_sub(now_s)));
    if stays_open_s.is_some_and(|seconds| !OPEN_PERIOD_S.contains(&seconds)) {
        return Err(ApiError::bad_request("wrong poll auto-close time specified"));
    }
    Ok((open_period_s, close_date))
}

/// `stopPoll`: of the bot's own polls.
pub(super) fn stop_poll(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    let id = params.id("message_id")?;
    let keyboard = compose::keyboard(params)?;
    let (bot, now_ms) = (state.bot.id, state.now_ms());
    let message = state.message_mut(chat_id, id);
    let message = message.ok_or_else(|| ApiError::bad_request("message with poll to stop not found"))?;
    let Content::Poll(poll_id) = message.content.clone() else {
        return Err(ApiError::bad_request("message is not a poll"));
    };
    if message.from != bot || message.origin.is_some() {
        return Err(ApiError::bad_request("poll can't be stopped"));
    }
    if state.polls.get(&poll_id).is_none_or(|poll| poll.is_closed(now_ms)) {
        return Err(ApiError::bad_request("poll has already been closed"));
    }
    if let Some(message) = state.message_mut(chat_id, id) {
        message.keyboard = keyboard;
    }
    state.close_poll(chat_id, id, &poll_id);
    render(&state.polls.get(&poll_id).map(|poll| poll.object(now_ms, bot)))
}

impl State {
    /// Closes a poll, shows that, and tells the bot of it.
    pub(crate) fn close_poll(&mut self, chat_id: i64, message_id: i64, poll_id: &str) {
        if let Some(poll) = self.polls.get_mut(poll_id) {
            poll.close();
        }
        self.show(EventKind::Edited, chat_id, message_id);
        self.emit_poll(poll_id);
    }

    /// Makes the update that tells how a poll stands.
    pub(crate) fn emit_poll(&mut self, poll_id: &str) {
        let (now_ms, bot) = (self.now_ms(), self.bot.id);
        if let Some(poll) = self.polls.get(poll_id).map(|poll| poll.object(now_ms, bot)) {
            self.emit("poll", &poll, UPDATE_TTL_MS);
        }
    }
}
