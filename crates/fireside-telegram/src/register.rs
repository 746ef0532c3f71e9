//! Telling Telegram which commands there are.

use fireside_core::CommandSpec;
use fireside_core::text::cleaned;
use teloxide::payloads::SetMyCommands;
use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient};

use crate::client::ApiClient;
use crate::errors::CallError;

/// The most commands of one menu (Bot API, `setMyCommands`).
const MENU_LEN_MAX: usize = 100;
/// The longest description, in characters (Bot API, `BotCommand`).
const DESCRIPTION_GRAPHEMES_MAX: usize = 256;

/// Sets the menus: everybody's commands everywhere, all of them in staff chats.
///
/// # Errors
/// When everybody's menu can't be set. A staff chat's is told in the log alone:
/// the bot may not have been added to it yet.
pub(crate) async fn menus(
    client: &ApiClient,
    staff_chats: &[i64],
    commands: &[CommandSpec],
) -> Result<(), CallError> {
    let for_everyone = menu(commands.iter().filter(|spec| !spec.is_for_staff()));
    client.call(&SetMyCommands::new(for_everyone)).await?;
    for chat in staff_chats {
        let scope = BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(*chat)) };
        let mut for_staff = SetMyCommands::new(menu(commands.iter()));
        for_staff.scope = Some(scope);
        match client.call(&for_staff).await {
            Ok(_) => {}
            Err(error @ CallError::Refused { code: 400 | 403, .. }) => {
                tracing::warn!(chat, %error, "no menu in the staff chat: add the bot to it, then restart");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn menu<'a>(commands: impl Iterator<Item = &'a CommandSpec>) -> Vec<BotCommand> {
    let entry = |spec: &CommandSpec| {
        let description = cleaned(&spec.command.description, DESCRIPTION_GRAPHEMES_MAX);
        // Telegram takes no empty description.
        let description = if description.is_empty() { spec.name().to_owned() } else { description };
        BotCommand::new(spec.name(), description)
    };
    commands.take(MENU_LEN_MAX).map(entry).collect()
}
