//! The ways an answer goes: the first one by a call, or as the response to the
//! request that asked; whatever follows by calls.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use reqwest::Method;
use serde_json::Value;
use serenity::http::Route;
use tokio::sync::oneshot;

use super::Question;
use crate::adapter::Connection;
use crate::client::Call;
use crate::errors::{CallError, code};

/// How often something that follows a response is tried: Discord may not have
/// taken the response in yet.
const TRIES: u32 = 8;
/// How long to wait in between.
const WAIT: Duration = Duration::from_millis(250);

/// How the first answer gets to Discord.
#[derive(Debug)]
pub(crate) struct FirstAnswer {
    /// Who waits for it with a response; nobody once it is given, or if it goes by a call.
    response: Mutex<Option<oneshot::Sender<Value>>>,
    is_response: bool,
}

impl FirstAnswer {
    /// By a call.
    pub(crate) fn call() -> Self {
        Self { response: Mutex::default(), is_response: false }
    }

    /// As the response to the request that asked. If none comes the answer goes by a call.
    pub(crate) fn response() -> (Self, oneshot::Receiver<Value>) {
        let (sender, receiver) = oneshot::channel();
        (Self { response: Mutex::new(Some(sender)), is_response: true }, receiver)
    }

    /// It goes by a call after all.
    pub(super) fn give_up(&self) {
        drop(self.take());
    }

    fn take(&self) -> Option<oneshot::Sender<Value>> {
        self.response.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Question {
    /// Gives the first answer.
    pub(super) async fn call_back(&self, connection: &Connection, body: Value) -> Result<(), CallError> {
        let body = match self.first.take() {
            Some(response) => match response.send(body) {
                Ok(()) => return Ok(()),
                // The one who asked hung up.
                Err(body) => body,
            },
            None => body,
        };
        let route = Route::InteractionResponse { interaction_id: self.id, token: &self.token };
        let call = || Call::new(Method::POST, route, self.id.get()).body(body.clone());
        match connection.client.send(call()).await {
            // There is no time to wait: once more, at once.
            Err(CallError::Server { .. } | CallError::NotConnected { .. }) => {
                connection.client.send(call()).await.map(|_| ())
            }
            Err(CallError::AnswerLost { .. }) => match connection.client.send(call()).await {
                // The first one got there.
                Err(error) if error.code() == code::ALREADY_ACKNOWLEDGED => Ok(()),
                ended => ended.map(|_| ()),
            },
            ended => ended.map(|_| ()),
        }
    }

    /// Says what comes after the first answer.
    pub(super) async fn follow_up(
        &self,
        connection: &Connection,
        parts: impl Iterator<Item = Value> + Send,
    ) -> Result<(), CallError> {
        for part in parts {
            let route =
                Route::WebhookFollowupMessages { application_id: self.application, token: &self.token };
            self.after(connection, Method::POST, route, Some(part)).await?;
        }
        Ok(())
    }

    /// Changes or removes the first answer.
    pub(super) async fn original(
        &self,
        connection: &Connection,
        method: Method,
        body: Option<Value>,
    ) -> Result<(), CallError> {
        let (application_id, token) = (self.application, self.token.as_str());
        let route = Route::WebhookOriginalInteractionResponse { application_id, token };
        self.after(connection, method, route, body).await
    }

    async fn after(
        &self,
        connection: &Connection,
        method: Method,
        route: Route<'_>,
        body: Option<Value>,
    ) -> Result<(), CallError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let call =
                Call { body: body.clone(), ..Call::new(method.clone(), route, self.application.get()) };
            match connection.client.send(call).await {
                Err(error) if self.first.is_response && error.status() == 404 && tries < TRIES => {
                    tokio::time::sleep(WAIT).await;
                }
                ended => return ended.map(|_| ()),
            }
        }
    }
}
