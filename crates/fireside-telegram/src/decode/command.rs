//! Commands: `/name words`, or `/name@bot words` in groups with several bots.

use fireside_core::command::{Target, Written};
use fireside_core::{Attachment, Invocation, MessageId};
use teloxide::types::{MessageEntity, MessageEntityKind};

use super::entities::covered;
use super::forward::forwarded_from;
use super::received::Received;
use crate::identity::Identity;

/// What a link brings along comes as words after one of these (Bot API, "Deep linking").
const LINKED: [&str; 2] = ["start", "startgroup"];

/// A command as it was written.
pub(super) struct Command {
    name: String,
    words: String,
    message: MessageId,
}

/// The command that `message` begins with; `None` where it begins with none, or
/// with one for another bot. Whoever passes one on does not give it.
pub(super) fn read(message: &Received<'_>, bot: &Identity) -> Option<Command> {
    if forwarded_from(message).is_some() {
        return None;
    }
    let is_first =
        |entity: &&MessageEntity| entity.offset == 0 && matches!(entity.kind, MessageEntityKind::BotCommand);
    let mark = message.entities.iter().find(is_first)?;
    let written = covered(&message.text, mark)?;
    let called = written.strip_prefix('/')?;
    let name = match called.split_once('@') {
        Some((name, other)) => bot.is_named(other).then_some(name)?,
        None => called,
    };
    let words = message.text.get(written.len()..).unwrap_or_default().trim().to_owned();
    Some(Command { name: name.to_ascii_lowercase(), words, message: MessageId::new(message.id.to_string()) })
}

impl Command {
    /// What the link brought along that somebody followed.
    pub(super) fn payload(&self) -> Option<&str> {
        LINKED.contains(&self.name.as_str()).then_some(self.words.as_str()).filter(|words| !words.is_empty())
    }

    /// The command with the files that were sent with it, run on `target`.
    pub(super) fn run(self, files: Vec<Attachment>, target: Option<Target>) -> Invocation {
        Invocation {
            written: Some(Written { words: self.words, files }),
            message: Some(self.message),
            target: target.map(Box::new),
            ..Invocation::of(&self.name)
        }
    }
}
