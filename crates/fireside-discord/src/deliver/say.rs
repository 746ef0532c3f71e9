//! Saying something, in as many messages as it takes.

use std::collections::HashSet;

use async_trait::async_trait;
use fireside_core::ports::{DeliveryError, FileError, FileStream, Files};
use fireside_core::{FileRef, Outgoing, Place, Receipt, Text, Voice};

use super::progress::Done;
use super::sending::{Stumble, Way, nonce, reply, send};
use super::speech::{Speech, batches, piece, words};
use super::{address, later};
use crate::adapter::Connection;
use crate::direct;
use crate::render::{Manner, messages};
use crate::upload::{self, Upload};
use crate::webhooks::{self, Persona};

/// Says it, and gives back its messages.
pub(crate) async fn say(
    connection: &Connection,
    speech: &Speech<'_>,
    files: &dyn Files,
) -> Result<Receipt, DeliveryError> {
    let said = attempt(connection, speech, files).await;
    let goes_on = matches!(
        said,
        Err(DeliveryError::Retry { .. } | DeliveryError::Ambiguous { .. } | DeliveryError::Stop { .. })
    );
    if !goes_on {
        connection.progress.finish(&speech.seed);
    }
    said
}

async fn attempt(
    connection: &Connection,
    speech: &Speech<'_>,
    files: &dyn Files,
) -> Result<Receipt, DeliveryError> {
    let place = direct::known(connection, speech.place);
    let mut said = Saying::begin(connection, speech, place.as_ref(), files).await;
    let ended = said.all().await;
    if let (Err(DeliveryError::Gone { .. }), None) = (&ended, &place)
        && let Some(place) = direct::open(connection, speech.place).await?
    {
        // It names an account: what is said to one goes into the private chat with it.
        said = Saying::begin(connection, speech, Some(&place), files).await;
        return said.all().await.map(|()| Receipt { place: Some(place.clone()), ..said.receipt() });
    }
    ended.map(|()| Receipt { place, ..said.receipt() })
}

/// Says a public answer that came too late to be one, without its files.
pub(crate) async fn say_late(
    connection: &Connection,
    place: &Place,
    content: &Outgoing,
    seed: String,
) -> Result<(), DeliveryError> {
    let speech = Speech { channel: address(place)?, place, content, voice: Voice::Bot, seed, post: None };
    say(connection, &speech, &NoFiles).await.map(|_| ())
}

/// Where nobody brings files.
struct NoFiles;

#[async_trait]
impl Files for NoFiles {
    async fn open(&self, _: &FileRef) -> Result<FileStream, FileError> {
        Err(FileError::Gone { why: "an answer that came too late brings no files".to_owned() })
    }
}

/// Something that is being said.
struct Saying<'a> {
    connection: &'a Connection,
    speech: &'a Speech<'a>,
    files: &'a dyn Files,
    channel: u64,
    persona: Option<Persona>,
    takes_cards: bool,
    /// The files that turned out not to be brought.
    left_out: HashSet<usize>,
    has_reopened: bool,
    done: Done,
}

impl<'a> Saying<'a> {
    async fn begin(
        connection: &'a Connection,
        speech: &'a Speech<'a>,
        place: Option<&Place>,
        files: &'a dyn Files,
    ) -> Self {
        let done = connection.progress.of(&speech.seed);
        let post = speech.post.as_ref().and_then(|_| done.messages.first().copied());
        let direct = place.and_then(|place| address(place).ok());
        Self {
            connection,
            speech,
            files,
            channel: post.or(direct).unwrap_or(speech.channel),
            persona: webhooks::persona(connection, speech).await,
            takes_cards: true,
            left_out: HashSet::new(),
            has_reopened: false,
            done,
        }
    }

    fn receipt(&self) -> Receipt {
        self.done.receipt(self.speech.content)
    }

    async fn all(&mut self) -> Result<(), DeliveryError> {
        let count = batches(&self.speech.content.files).len();
        while self.done.batches < count {
            match self.batch().await {
                Ok(()) => {}
                Err(Stumble::File(index)) if self.left_out.insert(index) => continue,
                Err(Stumble::Persona) if self.persona.take().is_some() => continue,
                Err(Stumble::Form(_)) if std::mem::take(&mut self.takes_cards) => continue,
                Err(Stumble::Again) if !self.has_reopened => {
                    self.has_reopened = true;
                    continue;
                }
                Err(stumble) => return Err(stumble.for_delivery()),
            }
            self.done.batches += 1;
            self.done.parts = 0;
            if self.done.batches < count {
                self.connection.progress.note(&self.speech.seed, &self.done);
            }
        }
        Ok(())
    }

    /// Says what goes with the next batch of files.
    async fn batch(&mut self) -> Result<(), Stumble> {
        let content = self.speech.content;
        let all = batches(&content.files);
        let (mut uploads, instead) = self.open(all[self.done.batches].clone()).await?;
        let piece = piece(content, all.len(), self.done.batches, instead);
        let bodies = messages(&piece, self.manner());
        let count = bodies.len();
        for (at, mut body) in bodies.into_iter().enumerate().skip(self.done.parts) {
            let is_last = at + 1 == count;
            let carried = if is_last { std::mem::take(&mut uploads) } else { Vec::new() };
            if self.done.batches > 0 && body["content"] == "" && carried.is_empty() && !is_interactive(&body)
            {
                break;
            }
            if at == 0
                && let Some(reference) = reply(piece.reply_to.as_ref(), self.channel)
            {
                body["message_reference"] = reference;
            }
            let has_words = !words(&body).is_empty();
            let id = send(self.connection, self.speech, self.channel, &self.way(), body, carried).await?;
            if self.speech.post.is_some() && self.done.messages.is_empty() {
                self.channel = id;
            }
            self.done.push(id, has_words);
            self.done.parts += 1;
            if !is_last {
                self.connection.progress.note(&self.speech.seed, &self.done);
            }
        }
        Ok(())
    }

    fn manner(&self) -> Manner {
        Manner {
            is_named: self.persona.is_none(),
            hides_previews: self.speech.voice == Voice::Customer,
            takes_cards: self.takes_cards,
        }
    }

    fn way(&self) -> Way<'_> {
        match (&self.speech.post, &self.persona) {
            (Some(post), _) if self.done.messages.is_empty() => Way::Post(post),
            (None, Some(persona)) => Way::Persona(persona),
            _ => Way::Bot { nonce: nonce(&self.speech.seed, self.done.messages.len()) },
        }
    }

    /// Begins to read a batch of files; for those that can't be brought, what
    /// is said in their stead.
    async fn open(&self, batch: std::ops::Range<usize>) -> Result<(Vec<Upload>, Vec<Text>), Stumble> {
        let carried = &self.speech.content.files[batch.clone()];
        let guild = if upload::is_long(carried) {
            crate::rooms::guild(self.connection, self.speech.place)
        } else {
            None
        };
        let bytes_max = upload::file_max(self.connection, guild).await;
        let (mut uploads, mut instead) = (Vec::new(), Vec::new());
        for (index, file) in batch.zip(carried) {
            if self.left_out.contains(&index) {
                instead.push(file.instead.clone());
                continue;
            }
            match Upload::open(index, file, bytes_max, self.files).await {
                Ok(upload) => uploads.push(upload),
                Err(FileError::Later { why }) => return Err(Stumble::Failed(later(why))),
                Err(FileError::TooLong { .. } | FileError::Gone { .. }) => instead.push(file.instead.clone()),
            }
        }
        Ok((uploads, instead))
    }
}

fn is_interactive(body: &serde_json::Value) -> bool {
    !body["components"].is_null() || !body["poll"].is_null()
}
