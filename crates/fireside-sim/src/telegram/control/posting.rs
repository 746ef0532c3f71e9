//! Acting over HTTP as a user who sends more than words, votes and forwards.

use axum::Json;
use axum::extract::{Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Body, Done, Mistake, done};
use crate::telegram::attachment::{Attachment, FileBytes, MediaKind};
use crate::telegram::entities::Entity;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::polls::NewPoll;
use crate::telegram::world::{Origin, Post, Share, World};

/// The largest file that is made up instead of uploaded, in bytes.
const FILLER_LEN_MAX: usize = 100 * 1024 * 1024;

/// One file; its bytes are `text`, or `size` made-up ones, or an uploaded part.
#[derive(Debug, Deserialize)]
struct NewFile {
    kind: MediaKind,
    text: Option<String>,
    size: Option<usize>,
    upload: Option<String>,
    file_name: Option<String>,
    mime_type: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    #[serde(default)]
    duration_s: u32,
    title: Option<String>,
    performer: Option<String>,
    emoji: Option<String>,
    #[serde(default)]
    caption: String,
    #[serde(default)]
    caption_entities: Vec<Entity>,
    #[serde(default)]
    caption_above: bool,
    #[serde(default)]
    spoiler: bool,
    album: Option<String>,
}

impl NewFile {
    fn into_attachment(self, params: &Params) -> Result<Attachment, Mistake> {
        let wrong = |reason: &str| Mistake(StatusCode::BAD_REQUEST, reason.to_owned());
        let bytes = match (self.upload, self.text, self.size) {
            (Some(part), _, _) => {
                params.upload(&part).ok_or_else(|| wrong("upload names no part of the body"))?.bytes.clone()
            }
            (None, Some(text), _) => text.into_bytes().into(),
            (None, None, Some(size)) if size <= FILLER_LEN_MAX => filler(size),
            _ => return Err(wrong("give the bytes as upload or text, or a size of at most 100 MB")),
        };
        Ok(Attachment {
            file_name: self.file_name,
            mime_type: self.mime_type,
            width: self.width,
            height: self.height,
            duration_s: self.duration_s,
            title: self.title,
            performer: self.performer,
            emoji: self.emoji,
            caption: self.caption,
            caption_entities: self.caption_entities,
            caption_above: self.caption_above,
            spoiler: self.spoiler,
            album: self.album,
            ..Attachment::new(self.kind, bytes)
        })
    }
}

/// Bytes that differ from place to place, so a lost piece shows.
fn filler(len: usize) -> FileBytes {
    (0..=250_u8).cycle().take(len).collect::<Vec<u8>>().into()
}

/// One file is sent by itself, several as an album.
pub(super) async fn media(State(world): State<World>, request: Request) -> Done {
    let params = Params::read(request, world.upload_len_max()).await?;
    let post = Post {
        chat: params.id("chat")?,
        user: params.id("user")?,
        thread: params.integer("thread")?,
        reply_to: params.integer("reply_to")?,
    };
    let files: Vec<NewFile> = params.structure("media")?.unwrap_or_default();
    let files = files.into_iter().map(|file| file.into_attachment(&params));
    let mut files = files.collect::<Result<Vec<_>, _>>()?;
    let apart_from = params.integer("apart_from")?.and_then(|place| usize::try_from(place).ok());
    let ids = match (files.len(), files.pop()) {
        (1, Some(file)) => vec![world.send_file(&post, file)],
        (_, Some(file)) => {
            files.push(file);
            world.send_album(&post, files, apart_from)
        }
        (_, None) => return Err(Mistake(StatusCode::BAD_REQUEST, "give at least one media".to_owned())),
    };
    Ok(Json(json!({ "message_ids": ids })))
}

/// Puts another file where one was.
pub(super) async fn edit_file(State(world): State<World>, request: Request) -> Done {
    let params = Params::read(request, world.upload_len_max()).await?;
    let file: Option<NewFile> = params.structure("media")?;
    let file = file.ok_or_else(|| Mistake(StatusCode::BAD_REQUEST, "give a media".to_owned()))?;
    let attachment = file.into_attachment(&params)?;
    world.edit_file(params.id("chat")?, params.id("message_id")?, attachment)?;
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Sharing {
    #[serde(flatten)]
    post: Post,
    #[serde(flatten)]
    share: Share,
}

pub(super) async fn share(State(world): State<World>, Body(sharing): Body<Sharing>) -> Json<Value> {
    Json(json!({ "message_id": world.share(&sharing.post, &sharing.share) }))
}

#[derive(Debug, Deserialize)]
pub(super) struct Polling {
    #[serde(flatten)]
    post: Post,
    poll: NewPoll,
}

pub(super) async fn poll(State(world): State<World>, Body(polling): Body<Polling>) -> Json<Value> {
    Json(json!({ "message_id": world.send_poll(&polling.post, polling.poll) }))
}

#[derive(Debug, Deserialize)]
pub(super) struct Vote {
    chat: i64,
    message_id: i64,
    user: i64,
    options: Vec<usize>,
}

pub(super) async fn vote(State(world): State<World>, Body(vote): Body<Vote>) -> Done {
    world.vote(vote.chat, vote.message_id, vote.user, &vote.options)?;
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    chat: i64,
    message_id: i64,
}

pub(super) async fn close_poll(State(world): State<World>, Body(which): Body<Which>) -> Done {
    world.close_poll(which.chat, which.message_id)?;
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Forwarding {
    #[serde(flatten)]
    post: Post,
    #[serde(flatten)]
    what: Forwarded,
}

/// A message that the simulator knows, or words from elsewhere.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Forwarded {
    Known { from_chat: i64, message_id: i64 },
    Elsewhere { origin: Origin, text: String },
}

pub(super) async fn forward(State(world): State<World>, Body(forwarding): Body<Forwarding>) -> Done {
    let id = match &forwarding.what {
        Forwarded::Known { from_chat, message_id } => {
            world.forward(&forwarding.post, *from_chat, *message_id)?
        }
        Forwarded::Elsewhere { origin, text } => world.forward_from(&forwarding.post, origin, text),
    };
    Ok(Json(json!({ "message_id": id })))
}

#[derive(Debug, Deserialize)]
pub(super) struct Hiding {
    user: i64,
    hidden: Option<bool>,
}

pub(super) async fn hide_in_forwards(State(world): State<World>, Body(hiding): Body<Hiding>) -> Json<Value> {
    world.hide_in_forwards(hiding.user, hiding.hidden.unwrap_or(true));
    done()
}

/// The file in a message, byte by byte.
pub(super) async fn file(
    State(world): State<World>,
    Query(which): Query<Which>,
) -> Result<Response, Mistake> {
    let bytes = world.file_bytes(which.chat, which.message_id);
    let bytes =
        bytes.ok_or_else(|| Mistake(StatusCode::NOT_FOUND, "the message holds no file".to_owned()))?;
    Ok(([(CONTENT_TYPE, "application/octet-stream")], bytes.to_body()).into_response())
}

impl From<ApiError> for Mistake {
    fn from(error: ApiError) -> Self {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::BAD_REQUEST);
        Self(status, error.description().to_owned())
    }
}
