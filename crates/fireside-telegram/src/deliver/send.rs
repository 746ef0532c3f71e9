//! Saying something: piece after piece, each until Telegram takes it.

use std::collections::VecDeque;

use fireside_core::ports::{DeliveryError, FileError, Files, Scope};
use fireside_core::{DeliveryId, Outgoing, Receipt};
use serde::Deserialize;
use serde_json::json;
use teloxide::payloads::{ReopenForumTopic, ReopenGeneralForumTopic};
use teloxide::types::{ChatId, InlineKeyboardMarkup, MessageId, Recipient, ThreadId};

use super::astray::is_astray;
use super::progress::{Halfway, SentMessage};
use super::upload::{self, Upload};
use super::{Courier, lacks_right};
use crate::address::{self, Address};
use crate::errors::{CallError, Repeat};
use crate::polls::SentPoll;
use crate::render::{self, CAPTION_UNITS_MAX, Piece, Request, Shown, Wording};

/// What is to be said, and where.
#[derive(Clone, Copy)]
pub(super) struct Sending<'a> {
    /// The delivery it belongs to.
    pub(super) id: &'a DeliveryId,
    /// Where.
    pub(super) to: Address,
    /// What.
    pub(super) content: &'a Outgoing,
    /// Where the bytes of its files come from.
    pub(super) files: &'a dyn Files,
    /// Whose words they are.
    pub(super) wording: Wording,
    /// The bot's username.
    pub(super) username: &'a str,
}

/// A message that was sent, as far as it matters here.
#[derive(Deserialize)]
struct Sent {
    message_id: i32,
    message_thread_id: Option<ThreadId>,
    poll: Option<PollSent>,
}

#[derive(Deserialize)]
struct PollSent {
    id: String,
}

/// A piece was not sent.
enum Unsent {
    /// A file in it can't be read.
    Unreadable { index: usize, error: FileError },
    /// Telegram did not take it.
    Call(CallError),
    /// Telegram took it and put it elsewhere than was asked.
    Astray(Vec<MessageId>),
}

impl Courier {
    /// Says something. What was said before the last attempt ended is not said again.
    pub(super) async fn send(&self, sending: Sending<'_>) -> Result<Receipt, DeliveryError> {
        let Sending { id, to, content, .. } = sending;
        let rendered = render::content(content, sending.wording, sending.username)?;
        let fresh = || Halfway { left: rendered.pieces.clone(), ..Halfway::default() };
        let mut halfway = self.progress.of_send(id).unwrap_or_else(fresh);
        if !halfway.astray.is_empty() {
            return Err(self.take_back(id, to, &halfway).await);
        }
        let mut was_reopened = false;
        while let Some(piece) = halfway.left.pop_front() {
            let request = addressed(&sending, &piece, &halfway, rendered.keyboard.as_ref());
            let error = match self.send_piece(&sending, &piece, request).await {
                Ok(sent) => {
                    halfway.sent.extend(sent);
                    self.progress.note_send(id, &halfway);
                    continue;
                }
                Err(Unsent::Call(error)) if error.says(&["topic_closed"]) && !was_reopened => {
                    self.reopen(to).await?;
                    was_reopened = true;
                    halfway.left.push_front(piece);
                    continue;
                }
                Err(Unsent::Astray(messages)) => {
                    halfway.astray = messages;
                    return Err(self.take_back(id, to, &halfway).await);
                }
                Err(error) => error,
            };
            for next in after(error, piece, content)?.into_iter().rev() {
                halfway.left.push_front(next);
            }
            self.progress.note_send(id, &halfway);
        }
        if halfway.sent.is_empty() {
            return Err(DeliveryError::Refused { why: "there is nothing to say".to_owned() });
        }
        let ends = rendered.keyboard.is_some() || content.asks || content.poll.is_some();
        Ok(halfway.receipt(to, ends))
    }

    async fn send_piece(
        &self,
        sending: &Sending<'_>,
        piece: &Piece,
        request: Request,
    ) -> Result<Vec<SentMessage>, Unsent> {
        let Request { method, fields, uploads } = &request;
        let is_album = matches!(piece, Piece::Files { files, .. } if files.len() > 1);
        let sent: Vec<Sent> = match (is_album, uploads.is_empty()) {
            (false, true) => {
                self.client.post(method, fields).await.map(|one| vec![one]).map_err(Unsent::Call)?
            }
            (true, true) => self.client.post(method, fields).await.map_err(Unsent::Call)?,
            (false, false) => vec![self.upload(&request, sending).await?],
            (true, false) => self.upload(&request, sending).await?,
        };
        if sent.iter().any(|one| is_astray(sending.to, one.message_thread_id)) {
            return Err(Unsent::Astray(sent.iter().map(|one| MessageId(one.message_id)).collect()));
        }
        for one in &sent {
            if let Some(PollSent { id }) = &one.poll {
                self.polls.remember(SentPoll::new(id.clone(), sending.to, one.message_id));
            }
        }
        // Of an album, the first holds the words.
        let message = |(index, one): (usize, &Sent)| SentMessage {
            id: MessageId(one.message_id),
            has_words: index == 0 && piece.has_words(),
        };
        Ok(sent.iter().enumerate().map(message).collect())
    }

    async fn upload<T: serde::de::DeserializeOwned>(
        &self,
        request: &Request,
        sending: &Sending<'_>,
    ) -> Result<T, Unsent> {
        let opened = upload::open(request, sending.content, sending.files).await;
        let Upload { form, watch } = opened.map_err(|(index, error)| Unsent::Unreadable { index, error })?;
        let files = request.uploads.len();
        let answer = self.client.upload(request.method, form, files).await;
        answer.map_err(|error| match (watch.broken(), error) {
            (Some((index, error)), _) => Unsent::Unreadable { index, error },
            (None, CallError::Lost { why }) if !watch.is_done() => Unsent::Call(CallError::Cut { why }),
            (None, error) => Unsent::Call(error),
        })
    }

    /// Opens a topic again that somebody closed, so that what is said in it is heard.
    async fn reopen(&self, to: Address) -> Result<(), DeliveryError> {
        let reopened = match to.thread {
            Some(thread) => self.client.call(&ReopenForumTopic::new(to.chat, thread)).await,
            None => self.client.call(&ReopenGeneralForumTopic::new(Recipient::Id(to.chat))).await,
        };
        match reopened {
            Err(error) if !error.says(&["topic_not_modified"]) => {
                match error.for_delivery(Repeat::Harmless) {
                    DeliveryError::Refused { why } if lacks_right(&why) => {
                        let why = "open the topic, or make the bot an administrator that may manage topics";
                        Err(DeliveryError::Closed { why: why.to_owned() })
                    }
                    other => Err(other),
                }
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }
}

/// The call that sends `piece`, with where it goes, what it answers and what it asks.
fn addressed(
    sending: &Sending<'_>,
    piece: &Piece,
    halfway: &Halfway,
    keyboard: Option<&InlineKeyboardMarkup>,
) -> Request {
    let Sending { to, content, .. } = sending;
    let mut request = render::request(piece, content);
    let Address { chat: ChatId(chat), thread } = to;
    request.set("chat_id", chat);
    if let Some(thread) = thread {
        request.set("message_thread_id", thread.0.0);
    }
    // A reply across topics is none.
    let answered = content.reply_to.as_ref().and_then(|message| address::message(message).ok());
    let answered = answered.filter(|(place, _)| place == to).map(|(_, message)| message.0);
    if let Some(answered) = answered.filter(|_| halfway.sent.is_empty()) {
        let reply = json!({ "message_id": answered, "allow_sending_without_reply": true });
        request.set("reply_parameters", reply);
    }
    if halfway.left.is_empty()
        && let Some(markup) = render::markup(keyboard, content.asks && to.is_group(), answered.is_some())
    {
        request.set("reply_markup", markup);
    }
    request
}

/// What is sent in the stead of a piece that was not: a file that Telegram
/// doesn't take as it is goes as a document, and one that can't be brought is
/// told of.
///
/// # Errors
/// Where the files are not the reason.
fn after(error: Unsent, piece: Piece, content: &Outgoing) -> Result<VecDeque<Piece>, DeliveryError> {
    let (files, caption) = match piece {
        Piece::Files { files, caption } => (files, caption),
        Piece::Words(_) | Piece::Poll => return Err(failure(error)),
    };
    let error = match error {
        Unsent::Unreadable { index, error: FileError::TooLong { .. } | FileError::Gone { .. } } => {
            return Ok(without(index, files, caption, content));
        }
        other => failure(other),
    };
    let DeliveryError::Refused { .. } = error else { return Err(error) };
    if let [file] = files.as_slice() {
        return Ok(match file.at_next() {
            Some(next) => VecDeque::from([Piece::Files { files: vec![next], caption }]),
            None => without(file.index, files, caption, content),
        });
    }
    // One of an album was refused, and nobody says which: each goes alone.
    let mut captions = std::iter::once(caption);
    let alone =
        |file: Shown| Piece::Files { files: vec![file], caption: captions.next().unwrap_or_default() };
    Ok(files.into_iter().map(alone).collect())
}

fn failure(error: Unsent) -> DeliveryError {
    match error {
        Unsent::Unreadable { error, .. } => {
            DeliveryError::Retry { after: None, scope: Scope::Destination, why: error.to_string() }
        }
        Unsent::Call(error) => error.for_delivery(Repeat::Shows),
        Unsent::Astray(_) => {
            DeliveryError::Gone { why: "Telegram put it elsewhere than into its topic".to_owned() }
        }
    }
}

/// The files but for one, of which words tell.
fn without(
    index: usize,
    mut files: Vec<Shown>,
    caption: render::Formatted,
    content: &Outgoing,
) -> VecDeque<Piece> {
    files.retain(|file| file.index != index);
    let instead = render::instead(content, index);
    let words = caption.clone().line(instead.clone());
    if files.is_empty() {
        return render::as_messages(words).collect();
    }
    if words.units() <= CAPTION_UNITS_MAX {
        return VecDeque::from([Piece::Files { files, caption: words }]);
    }
    let rest = render::as_messages(instead);
    std::iter::once(Piece::Files { files, caption }).chain(rest).collect()
}
