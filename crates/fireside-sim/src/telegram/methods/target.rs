//! Which chat and topic a call is about, and whether the bot may reach it.

use crate::telegram::chat::{Chat, ChatKind, Status};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::rights::{Permission, Right};
use crate::telegram::state::{GoneTopics, State};

impl State {
    /// The chat that `chat_id` names.
    ///
    /// # Errors
    /// The documented refusals: unknown, migrated, blocked, kicked, not a member.
    pub(super) fn target(&self, params: &Params) -> Result<i64, ApiError> {
        self.target_named(params, "chat_id")
    }

    /// The chat that some parameter names.
    ///
    /// # Errors
    /// The documented refusals: unknown, migrated, blocked, kicked, not a member.
    pub(super) fn target_named(&self, params: &Params, field: &str) -> Result<i64, ApiError> {
        let named = params.text(field).filter(|id| !id.is_empty());
        let named = named.ok_or_else(|| ApiError::bad_request(format!("{field} is empty")))?;
        let unknown = || ApiError::bad_request("chat not found");
        let id = self.named_chat(&named).ok_or_else(unknown)?;
        let Some(chat) = self.chats.get(&id) else {
            let person_exists = self.users.get(&id).is_some_and(|user| !user.is_bot);
            let refusal = || ApiError::forbidden("bot can't initiate conversation with a user");
            return Err(if person_exists { refusal() } else { unknown() });
        };
        if let Some(to) = chat.migrated_to {
            return Err(ApiError::migrated(to));
        }
        match (chat.status(self.bot.id), chat.kind) {
            (Status::Kicked, ChatKind::Private) => Err(ApiError::forbidden("bot was blocked by the user")),
            (Status::Kicked, ChatKind::Group) => {
                Err(ApiError::forbidden("bot was kicked from the group chat"))
            }
            (Status::Kicked, ChatKind::Channel) => {
                Err(ApiError::forbidden("bot was kicked from the channel chat"))
            }
            (Status::Kicked, _) => Err(ApiError::forbidden("bot was kicked from the supergroup chat")),
            (Status::Left, ChatKind::Channel) => {
                Err(ApiError::forbidden("bot is not a member of the channel chat"))
            }
            (Status::Left, ChatKind::Supergroup) => {
                Err(ApiError::forbidden("bot is not a member of the supergroup chat"))
            }
            (Status::Left, _) => Err(ApiError::forbidden("bot is not a member of the group chat")),
            _ => Ok(id),
        }
    }

    /// The chat that an id or the `@username` of a public group or channel names.
    pub(crate) fn named_chat(&self, named: &str) -> Option<i64> {
        let Some(username) = named.strip_prefix('@') else { return named.parse().ok() };
        let is_it =
            |chat: &&Chat| chat.username.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(username));
        self.chats.values().find(is_it).map(|chat| chat.id)
    }

    /// The topic that `message_thread_id` names; without it `otherwise`, if any.
    ///
    /// # Errors
    /// The topic is unknown, deleted or closed; General has no id.
    pub(super) fn target_thread(
        &self,
        chat: &Chat,
        params: &Params,
        otherwise: Option<i64>,
    ) -> Result<Option<i64>, ApiError> {
        let bot = self.bot.id;
        if chat.kind == ChatKind::Channel && !chat.may(bot, Right::PostMessages) {
            return Err(ApiError::bad_request("need administrator rights in the channel chat"));
        }
        if !chat.permits(bot, Permission::SendMessages) {
            return Err(ApiError::bad_request("not enough rights to send text messages to the chat"));
        }
        let named = params.integer("message_thread_id")?.filter(|thread| *thread != 0);
        let thread = named.or(otherwise);
        let closed = match thread {
            None => chat.forum && chat.general.closed,
            Some(thread) if self.gone_topics == GoneTopics::LeadToGeneral && chat.topic(thread).is_none() => {
                return Ok(None);
            }
            Some(thread) => {
                let unknown = || ApiError::bad_request("message thread not found");
                chat.topic(thread).ok_or_else(unknown)?.closed
            }
        };
        let may_write = chat.may(bot, Right::ManageTopics) && !self.closed_topics_refuse_admins;
        if closed && !may_write {
            return Err(ApiError::bad_request("TOPIC_CLOSED"));
        }
        Ok(thread)
    }

    /// Counts a message against the limits.
    ///
    /// # Errors
    /// 429 with the seconds until the tightest full window ends.
    pub(super) fn pace(&mut self, chat_id: i64) -> Result<(), ApiError> {
        const SECOND_MS: u64 = 1_000;
        const MINUTE_MS: u64 = 60_000;
        let now_ms = self.now_ms();
        let limits = self.limits;
        let Some(chat) = self.chats.get_mut(&chat_id) else { return Ok(()) };
        let group_cap = limits.group_per_minute.filter(|_| chat.kind != ChatKind::Private);
        let waits = [
            chat.second.full_for_ms(limits.chat_per_second, SECOND_MS, now_ms),
            chat.minute.full_for_ms(group_cap, MINUTE_MS, now_ms),
            self.overall.full_for_ms(limits.overall_per_second, SECOND_MS, now_ms),
        ];
        if let Some(wait_ms) = waits.into_iter().flatten().max() {
            return Err(ApiError::too_many_requests(wait_ms.div_ceil(1000)));
        }
        chat.second.count(SECOND_MS, now_ms);
        chat.minute.count(MINUTE_MS, now_ms);
        self.overall.count(SECOND_MS, now_ms);
        Ok(())
    }
}
