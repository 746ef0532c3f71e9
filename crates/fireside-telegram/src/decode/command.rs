//! Commands: `/name words`, or `/name@bot words` in groups with several bots.

use std::collections::BTreeMap;

use fireside_core::command::Target;
use fireside_core::{Attachment, Command as Declared, Invocation, MessageId, OptionKind, OptionValue};
use teloxide::types::{MessageEntity, MessageEntityKind};

use super::entities::covered;
use super::received::Received;
use crate::identity::Identity;

/// What a link brings along comes as words after one of these (Bot API, "Deep linking").
const LINKED: [&str; 2] = ["start", "startgroup"];
/// The option that holds what a link brought along.
const PAYLOAD: &str = "payload";

/// A command as it was written.
pub(super) struct Command {
    name: String,
    options: Vec<(String, OptionValue)>,
    /// What takes files, in its order.
    takes_files: Vec<String>,
    message: MessageId,
}

/// The command that `message` begins with; `None` where it begins with none, or
/// with one for another bot. What follows a command nobody registered is dropped.
pub(super) fn read(
    message: &Received<'_>,
    bot: &Identity,
    commands: &BTreeMap<String, Declared>,
) -> Option<Command> {
    let is_first =
        |entity: &&MessageEntity| entity.offset == 0 && matches!(entity.kind, MessageEntityKind::BotCommand);
    let mark = message.entities.iter().find(is_first)?;
    let written = covered(&message.text, mark)?;
    let called = written.strip_prefix('/')?;
    let name = match called.split_once('@') {
        Some((name, other)) => bot.is_named(other).then_some(name)?,
        None => called,
    };
    let name = name.to_ascii_lowercase();
    let words = message.text.get(written.len()..).unwrap_or_default().trim();
    let declared = commands.get(&name);
    let mut options = declared.map(|declared| declared.parse(words)).unwrap_or_default();
    if options.is_empty() && !words.is_empty() && LINKED.contains(&name.as_str()) {
        options.push((PAYLOAD.to_owned(), OptionValue::Text(words.to_owned())));
    }
    let takes_files = declared.iter().flat_map(|declared| &declared.options);
    let takes_files = takes_files.filter(|option| option.kind == OptionKind::File);
    let takes_files = takes_files.map(|option| option.name.clone()).collect();
    Some(Command { name, options, takes_files, message: MessageId::new(message.id.to_string()) })
}

impl Command {
    /// What the link brought along that somebody followed.
    pub(super) fn payload(&self) -> Option<&str> {
        let payload = self.options.iter().find(|(name, _)| name == PAYLOAD);
        match payload.filter(|_| LINKED.contains(&self.name.as_str()))? {
            (_, OptionValue::Text(payload)) => Some(payload),
            _ => None,
        }
    }

    /// The command with the files that were sent with it, run on `target`.
    pub(super) fn run(self, files: Vec<Attachment>, target: Option<Target>) -> Invocation {
        let mut options = self.options;
        options.extend(self.takes_files.into_iter().zip(files.into_iter().map(OptionValue::File)));
        Invocation { name: self.name, options, message: Some(self.message), target: target.map(Box::new) }
    }
}
