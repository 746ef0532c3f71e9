//! Answering interactions: at once if the commit is quick, else deferred first.
//!
//! Discord waits three seconds for the first answer. Whether that is private is
//! fixed with it, and a form can be nothing but the first answer.

mod suggest;
mod way;

use std::future::Future;
use std::time::Duration;

use fireside_core::outgoing::Privacy;
use fireside_core::{Answer, FirstReply, Outgoing, Place, Text, Timestamp};
use reqwest::Method;
use serde_json::{Value, json};
use serenity::all::{ApplicationId, InteractionId, InteractionResponseFlags};
use tokio::time::Instant;

use crate::adapter::Connection;
use crate::commands::Commands;
use crate::decode::interaction::Interaction;
use crate::deliver::say_late;
use crate::errors::{CallError, code};
use crate::modal::modal;
use crate::render::bodies;

pub(crate) use way::FirstAnswer;

/// How long a commit may take before the answer is deferred.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// The same where a form may be the answer: once deferred it can't open.
const FORM_PATIENCE: Duration = Duration::from_millis(2_300);
/// The same for suggestions, which can't be deferred.
const SUGGEST_PATIENCE: Duration = Duration::from_millis(2_700);
/// What is shown when there is nothing to say.
const DONE: &str = "✓";

/// Discord's numbers for answers.
const SAY: u8 = 4;
const DEFER: u8 = 5;
const DEFER_UPDATE: u8 = 6;
const OPEN_FORM: u8 = 9;

/// An interaction that waits for its answer.
#[derive(Debug)]
pub(crate) struct Question {
    id: InteractionId,
    application: ApplicationId,
    token: String,
    place: Place,
    asked_at: Instant,
    expires_at: Timestamp,
    /// A command's first answer as it was declared.
    first_reply: Option<FirstReply>,
    /// There is a message it came from, which can stay as it is.
    is_on_message: bool,
    opens_forms: bool,
    /// Suggestions are wanted; whether whole numbers are.
    wants_numbers: Option<bool>,
    first: FirstAnswer,
}

/// How an answer was deferred.
#[derive(Debug, Clone, Copy)]
enum Deferred {
    /// Nothing is shown; whatever follows is a message of its own.
    Unseen,
    /// "Thinking" is shown, to everybody or to the one who asked.
    Thinking(Privacy),
}

impl Question {
    pub(crate) fn of(
        interaction: &Interaction,
        place: Place,
        commands: &Commands,
        first: FirstAnswer,
    ) -> Self {
        Self {
            id: interaction.id,
            application: interaction.application_id,
            token: interaction.token.clone(),
            place,
            asked_at: Instant::now(),
            expires_at: interaction.expires_at(),
            first_reply: interaction.first_reply(commands),
            is_on_message: interaction.is_on_message(),
            opens_forms: !interaction.is_submission(),
            wants_numbers: interaction.wants_numbers(),
            first,
        }
    }

    /// Gives the answer that `answer` resolves to; `None` of it means that the
    /// event was not taken in, and that Discord will tell it again.
    pub(crate) async fn answer<F>(self, connection: &Connection, answer: F)
    where
        F: Future<Output = Option<Option<Answer>>> + Send,
    {
        tokio::pin!(answer);
        if let Some(wants_numbers) = self.wants_numbers {
            let suggested = tokio::time::timeout_at(self.asked_at + SUGGEST_PATIENCE, &mut answer).await;
            return match suggested {
                Ok(suggested) => self.suggest(connection, wants_numbers, suggested.flatten()).await,
                // Nobody waits for them any more, but the event is still to be committed.
                Err(_) => drop(answer.await),
            };
        }
        let given = match tokio::time::timeout_at(self.asked_at + self.patience(), &mut answer).await {
            Ok(None) => return,
            Ok(Some(answer)) => {
                self.answer_first(connection, answer.as_ref()).await.map_err(|error| (error, answer))
            }
            Err(_) => {
                let deferred = self.defer(connection).await;
                let Some(answer) = answer.await else { return };
                match deferred {
                    Ok(deferred) => self.answer_later(connection, deferred, answer.as_ref()).await,
                    Err(error) => Err(error),
                }
                .map_err(|error| (error, answer))
            }
        };
        let Err((error, answer)) = given else { return };
        if error.code() != code::ALREADY_ACKNOWLEDGED {
            return self.fall_back(connection, &error, answer).await;
        }
        // An earlier run got as far as a first answer; what there is to say goes after it.
        if answer.is_some() {
            let given = self.answer_later(connection, self.deferral(), answer.as_ref()).await;
            if let Err(error) = given {
                self.fall_back(connection, &error, answer).await;
            }
        }
    }

    fn patience(&self) -> Duration {
        match self.first_reply {
            Some(FirstReply::Form) => FORM_PATIENCE,
            None if self.opens_forms => FORM_PATIENCE,
            Some(FirstReply::Private | FirstReply::Public) | None => PATIENCE,
        }
    }

    async fn answer_first(&self, connection: &Connection, answer: Option<&Answer>) -> Result<(), CallError> {
        match answer {
            Some(Answer::Open(form)) => {
                self.call_back(connection, json!({ "type": OPEN_FORM, "data": modal(form) })).await
            }
            Some(Answer::Say { content, privacy }) => {
                let mut parts = messages(content, *privacy).into_iter();
                let first = parts.next().unwrap_or_default();
                if parts.len() > 0 {
                    // What follows must not overtake it.
                    self.first.give_up();
                }
                self.call_back(connection, json!({ "type": SAY, "data": first })).await?;
                self.follow_up(connection, parts).await
            }
            Some(Answer::Suggest(_)) => Ok(()),
            None if self.is_on_message => self.call_back(connection, json!({ "type": DEFER_UPDATE })).await,
            None => {
                let done = messages(&Outgoing::of(Text::plain(DONE)), Privacy::Private).swap_remove(0);
                self.call_back(connection, json!({ "type": SAY, "data": done })).await
            }
        }
    }

    /// How it is deferred, which only what was declared decides.
    fn deferral(&self) -> Deferred {
        match self.first_reply {
            _ if self.is_on_message => Deferred::Unseen,
            Some(FirstReply::Public) => Deferred::Thinking(Privacy::Public),
            _ => Deferred::Thinking(Privacy::Private),
        }
    }

    async fn defer(&self, connection: &Connection) -> Result<Deferred, CallError> {
        let deferral = self.deferral();
        let body = match deferral {
            Deferred::Unseen => json!({ "type": DEFER_UPDATE }),
            Deferred::Thinking(privacy) => {
                json!({ "type": DEFER, "data": { "flags": flags(privacy).bits() } })
            }
        };
        self.call_back(connection, body).await?;
        Ok(deferral)
    }

    async fn answer_later(
        &self,
        connection: &Connection,
        deferred: Deferred,
        answer: Option<&Answer>,
    ) -> Result<(), CallError> {
        match (deferred, answer) {
            (Deferred::Thinking(fixed), Some(Answer::Say { content, privacy })) if fixed == *privacy => {
                let mut parts = messages(content, *privacy).into_iter();
                let mut first = parts.next().unwrap_or_default();
                if let Some(first) = first.as_object_mut() {
                    first.remove("flags");
                }
                self.original(connection, Method::PATCH, Some(first)).await?;
                self.follow_up(connection, parts).await
            }
            (_, Some(Answer::Say { content, privacy })) => {
                self.stop_thinking(connection, deferred).await?;
                self.follow_up(connection, messages(content, *privacy).into_iter()).await
            }
            (_, Some(Answer::Open(_))) => {
                tracing::warn!("a form came too late to open");
                self.stop_thinking(connection, deferred).await
            }
            (_, Some(Answer::Suggest(_)) | None) => self.stop_thinking(connection, deferred).await,
        }
    }

    async fn stop_thinking(&self, connection: &Connection, deferred: Deferred) -> Result<(), CallError> {
        match deferred {
            Deferred::Unseen => Ok(()),
            Deferred::Thinking(_) => self.original(connection, Method::DELETE, None).await,
        }
    }

    /// The answer can't be given where it was asked for. What everybody may
    /// see goes to the place itself; what only one may see goes nowhere else.
    async fn fall_back(&self, connection: &Connection, error: &CallError, answer: Option<Answer>) {
        let is_over = matches!(error.code(), code::UNKNOWN_INTERACTION | code::UNKNOWN_WEBHOOK);
        let has_expired = connection.options.clock.now() >= self.expires_at;
        match answer {
            Some(Answer::Say { content, privacy: Privacy::Public }) if is_over || has_expired => {
                let seed = format!("interaction/{}", self.id);
                if let Err(error) = say_late(connection, &self.place, &content, seed).await {
                    tracing::warn!(%error, "a late answer could not be given");
                }
            }
            _ if is_over => {
                tracing::debug!(%error, "an answer came too late and is dropped");
            }
            _ => tracing::warn!(%error, "an interaction could not be answered"),
        }
    }
}

/// What is said, message by message, as interactions take it.
fn messages(content: &Outgoing, privacy: Privacy) -> Vec<Value> {
    // An answer that was deferred can't be made a card any more.
    let content = Outgoing { is_card: false, ..content.clone() };
    let mut messages = bodies(&content);
    for message in &mut messages {
        message["flags"] = flags(privacy).bits().into();
    }
    messages
}

fn flags(privacy: Privacy) -> InteractionResponseFlags {
    match privacy {
        Privacy::Private => InteractionResponseFlags::EPHEMERAL,
        Privacy::Public => InteractionResponseFlags::empty(),
    }
}
