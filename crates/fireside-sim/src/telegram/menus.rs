//! The bot's command menus by scope and language, and which one a person sees.

use std::collections::BTreeMap;

use super::chat::{ChatKind, Status};
use super::state::{BotCommand, State};

/// For whom a menu is: a `BotCommandScope`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat(i64),
    ChatAdministrators(i64),
    ChatMember(i64, i64),
}

impl Scope {
    /// The Bot API's name, with the ids; empty for the default.
    pub(crate) fn label(self) -> String {
        match self {
            Self::Default => String::new(),
            Self::AllPrivateChats => "all_private_chats".to_owned(),
            Self::AllGroupChats => "all_group_chats".to_owned(),
            Self::AllChatAdministrators => "all_chat_administrators".to_owned(),
            Self::Chat(chat) => format!("chat {chat}"),
            Self::ChatAdministrators(chat) => format!("chat_administrators {chat}"),
            Self::ChatMember(chat, user) => format!("chat_member {chat} {user}"),
        }
    }
}

/// The menus by scope and language code; the empty code is for everybody else.
pub(crate) type Menus = BTreeMap<(Scope, String), Vec<BotCommand>>;

impl State {
    /// The commands that a person is offered in a chat: the first menu there is,
    /// from the narrowest scope to the widest, in the person's language before
    /// the one for everybody else.
    pub(crate) fn menu_shown(&self, chat_id: i64, user: i64) -> &[BotCommand] {
        let kind = self.chats.get(&chat_id).map_or(ChatKind::Private, |chat| chat.kind);
        let status = self.chats.get(&chat_id).map_or(Status::Left, |chat| chat.status(user));
        let in_private = [Scope::Chat(chat_id), Scope::AllPrivateChats, Scope::Default];
        let in_group = [
            (Scope::ChatMember(chat_id, user), true),
            (Scope::ChatAdministrators(chat_id), status.is_admin()),
            (Scope::Chat(chat_id), true),
            (Scope::AllChatAdministrators, status.is_admin()),
            (Scope::AllGroupChats, true),
            (Scope::Default, true),
        ];
        let scopes: Vec<Scope> = if kind == ChatKind::Private {
            in_private.to_vec()
        } else {
            in_group.into_iter().filter(|(_, counts)| *counts).map(|(scope, _)| scope).collect()
        };
        let language = self.users.get(&user).and_then(|user| user.language_code.as_deref());
        // Telegram's codes for people may have regions, those of menus don't.
        let language = language.and_then(|code| code.split('-').next()).unwrap_or_default();
        let keys = scopes.into_iter().flat_map(|scope| [(scope, language), (scope, "")]);
        let mut menus = keys.filter_map(|(scope, code)| self.commands.get(&(scope, code.to_owned())));
        menus.next().map(Vec::as_slice).unwrap_or_default()
    }
}
