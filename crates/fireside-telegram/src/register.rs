//! Telling Telegram which commands there are: to whom, where, and in which language.

use std::collections::{BTreeMap, BTreeSet};

use fireside_core::locale::nearest;
use fireside_core::text::cleaned;
use fireside_core::{Command, CommandSpec};
use teloxide::payloads::SetMyCommands;
use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient};

use crate::client::ApiClient;
use crate::errors::CallError;

/// The most commands of one menu (Bot API, `setMyCommands`).
const MENU_LEN_MAX: usize = 100;
/// The longest description, in characters (Bot API, `BotCommand`).
const DESCRIPTION_GRAPHEMES_MAX: usize = 256;

/// Who sees a menu where.
struct Audience {
    scope: BotCommandScope,
    /// The commands for staff are in it.
    is_staff: bool,
    /// A chat the bot may not have been added to yet.
    chat: Option<i64>,
}

/// Sets the menus: everybody's commands everywhere; all of them in staff chats,
/// and in customers' groups for those who administer them. Each in every
/// language; Telegram shows the first to whoever has none of the others.
///
/// # Errors
/// When everybody's menu can't be set. Any other that Telegram refuses is told
/// in the log alone.
pub(crate) async fn menus(
    client: &ApiClient,
    (staff_chats, groups): (&[i64], &[i64]),
    commands: &[CommandSpec],
) -> Result<(), CallError> {
    let languages = languages(commands);
    for Audience { scope, is_staff, chat } in audiences(staff_chats, groups) {
        let each = languages.iter().map(|(code, tag)| (Some(*code), Some(*tag)));
        for (code, tag) in std::iter::once((None, None)).chain(each) {
            let specs = commands.iter().filter(|spec| is_staff || !spec.is_for_staff());
            let mut call = SetMyCommands::new(menu(specs.map(|spec| in_language(spec, tag))));
            call.scope = Some(scope.clone());
            call.language_code = code.map(str::to_owned);
            match client.call(&call).await {
                Ok(_) => {}
                Err(error @ CallError::Refused { code: 400 | 403, .. }) if chat.is_some() => {
                    tracing::warn!(chat, %error, "no menu in this chat: add the bot to it, then restart");
                    break;
                }
                Err(error @ CallError::Refused { code: 400, .. }) if code.is_some() => {
                    tracing::warn!(language = code, %error, "no menu in this language");
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

fn audiences(staff_chats: &[i64], groups: &[i64]) -> Vec<Audience> {
    let everyone = |scope| Audience { scope, is_staff: false, chat: None };
    let mut audiences = vec![
        everyone(BotCommandScope::Default),
        everyone(BotCommandScope::AllPrivateChats),
        everyone(BotCommandScope::AllGroupChats),
    ];
    let recipient = |chat: &i64| Recipient::Id(ChatId(*chat));
    audiences.extend(staff_chats.iter().map(|chat| Audience {
        scope: BotCommandScope::Chat { chat_id: recipient(chat) },
        is_staff: true,
        chat: Some(*chat),
    }));
    let customers = groups.iter().filter(|group| !staff_chats.contains(group));
    audiences.extend(customers.map(|group| Audience {
        scope: BotCommandScope::ChatAdministrators { chat_id: recipient(group) },
        is_staff: true,
        chat: Some(*group),
    }));
    audiences
}

/// The languages there are, by Telegram's codes of two letters, with the tag
/// under which each is found.
fn languages(commands: &[CommandSpec]) -> BTreeMap<&str, &str> {
    let tags: BTreeSet<&str> =
        commands.iter().flat_map(|spec| spec.translations.keys().map(String::as_str)).collect();
    let codes = tags.iter().filter_map(|tag| tag.split('-').next().filter(|code| code.len() == 2));
    codes.filter_map(|code| Some((code, nearest(code, tags.iter().copied())?))).collect()
}

fn in_language<'a>(spec: &'a CommandSpec, tag: Option<&str>) -> &'a Command {
    let translated = tag.and_then(|tag| spec.translations.get(tag));
    translated.map_or(&spec.command, |translation| &translation.command)
}

fn menu<'a>(commands: impl Iterator<Item = &'a Command>) -> Vec<BotCommand> {
    let entry = |command: &Command| {
        let description = cleaned(&command.description, DESCRIPTION_GRAPHEMES_MAX);
        // Telegram takes no empty description.
        let description = if description.is_empty() { command.name.clone() } else { description };
        BotCommand::new(command.name.as_str(), description)
    };
    commands.take(MENU_LEN_MAX).map(entry).collect()
}

#[cfg(test)]
mod tests {
    use fireside_core::engine::Translation;

    use super::*;

    fn spec(tags: &[&str]) -> CommandSpec {
        let translated = |tag: &&str| {
            let command = Command::new("status", &format!("in {tag}"));
            ((*tag).to_owned(), Translation::from(command))
        };
        let command = Command::new("status", "in English");
        CommandSpec { command, translations: tags.iter().map(translated).collect() }
    }

    #[test]
    fn languages_have_two_letters() {
        let commands = [spec(&["de", "fil", "pt-PT", "pt-BR", "zh-CN"])];
        let codes: Vec<_> = languages(&commands).into_iter().collect();
        assert_eq!(codes, [("de", "de"), ("pt", "pt-BR"), ("zh", "zh-CN")]);
    }

    #[test]
    fn a_command_without_a_translation_keeps_its_own_words() {
        let spec = spec(&["de"]);
        let described = |tag: &str| menu(std::iter::once(in_language(&spec, Some(tag))));
        assert_eq!(described("de")[0].description, "in de");
        assert_eq!(described("fr")[0].description, "in English");
    }

    #[test]
    fn a_command_with_subcommands_is_one_entry() {
        let part = |name: &str| Command::new(name, "d").staff();
        let command = Command::new("feedback", "Tell us").subcommand(Command::new("new", "d"));
        let command = command.subcommand(part("list")).subcommand(part("show"));
        let entries = menu(std::iter::once(&command)).into_iter().map(|it| (it.command, it.description));
        assert_eq!(entries.collect::<Vec<_>>(), [("feedback".to_owned(), "Tell us".to_owned())]);
        assert!(!CommandSpec::from(command).is_for_staff(), "customers see it too");
    }

    #[test]
    fn a_group_for_customers_and_staff_alike_is_the_staffs() {
        let of = audiences(&[-5], &[-5, -6]);
        let chats: Vec<_> = of.iter().filter_map(|audience| audience.chat).collect();
        assert_eq!(chats, [-5, -6]);
    }
}
