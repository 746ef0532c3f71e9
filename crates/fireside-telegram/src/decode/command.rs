//! Commands: `/name words`, or `/name@bot words` in groups with several bots.

use std::collections::BTreeMap;

use fireside_core::{Command, Invocation, MessageId};
use teloxide::types::{MessageEntity, MessageEntityKind};

use super::entities::covered;
use crate::identity::Identity;

/// The command that `text` begins with; `None` where it begins with none, or
/// with one for another bot. What follows a command nobody registered is dropped.
pub(super) fn read(
    text: &str,
    entities: &[MessageEntity],
    bot: &Identity,
    commands: &BTreeMap<String, Command>,
    message: MessageId,
) -> Option<Invocation> {
    let is_first =
        |entity: &&MessageEntity| entity.offset == 0 && matches!(entity.kind, MessageEntityKind::BotCommand);
    let mark = entities.iter().find(is_first)?;
    let written = covered(text, mark)?;
    let called = written.strip_prefix('/')?;
    let name = match called.split_once('@') {
        Some((name, other)) => bot.is_named(other).then_some(name)?,
        None => called,
    };
    let name = name.to_ascii_lowercase();
    let words = &text[written.len()..];
    let options = commands.get(&name).map(|command| command.parse(words)).unwrap_or_default();
    Some(Invocation { name, options, message: Some(message), target: None })
}
