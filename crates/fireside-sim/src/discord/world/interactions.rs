//! Interactions: from the user's act to the application's answers.

use serde_json::{Value, json};

use super::super::command_rules::{check_choices, command_type, option_type};
use super::super::errors::ApiError;
use super::super::modal_rules;
use super::super::objects::id;
use super::State;
use super::attachments::Attachment;
use super::messages::Draft;
use super::modals::Modal;
use super::model::{Message, message_flags, message_type};

/// Interaction types in use.
pub(crate) mod interaction_type {
    pub(crate) const COMMAND: u8 = 2;
    pub(crate) const COMPONENT: u8 = 3;
    pub(crate) const AUTOCOMPLETE: u8 = 4;
    pub(crate) const MODAL_SUBMIT: u8 = 5;
}

/// What a user did with the application, waiting for or with its answer.
#[derive(Debug, Clone)]
pub(crate) struct Interaction {
    pub(crate) id: u64,
    pub(crate) kind: u8,
    pub(crate) user: u64,
    pub(crate) channel: u64,
    pub(crate) created_at_ms: u64,
    pub(crate) is_acknowledged: bool,
    /// The message whose component was used.
    pub(crate) source: Option<u64>,
    /// The message that `@original` stands for.
    pub(crate) original: Option<u64>,
    /// What messages that answer it say of it.
    pub(crate) metadata: Value,
    /// The type of the option being typed in, and then the choices offered for it.
    pub(crate) focused: Option<u64>,
    pub(crate) choices: Option<Vec<Value>>,
    /// It was run from a message's or user's menu.
    pub(crate) is_from_menu: bool,
}

/// An interaction about to happen.
#[derive(Debug)]
pub(crate) struct Act {
    pub(crate) kind: u8,
    pub(crate) user: u64,
    pub(crate) channel: u64,
    pub(crate) source: Option<u64>,
    pub(crate) data: Value,
    /// The metadata of the interaction that opened the modal.
    pub(crate) trigger: Option<Value>,
}

/// How a callback was answered, for `with_response`.
#[derive(Debug)]
pub(crate) struct Acknowledged {
    pub(crate) interaction: Value,
    pub(crate) message: Option<Message>,
    pub(crate) callback_type: u64,
}

impl State {
    /// Makes an interaction and dispatches it, whatever the session's intents.
    pub(crate) fn interact(&mut self, act: Act) -> u64 {
        let interaction_id = self.next_id();
        let token =
            format!("sim-{interaction_id:x}-{:x}", interaction_id.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let guild = self.channels.get(&act.channel).and_then(|channel| channel.guild);
        let metadata = self.interaction_metadata(interaction_id, guild, &act);
        let event = self.interaction_event(interaction_id, &token, &act);
        let interaction = Interaction {
            id: interaction_id,
            kind: act.kind,
            user: act.user,
            channel: act.channel,
            created_at_ms: self.clock.now_ms(),
            is_acknowledged: false,
            source: act.source,
            original: None,
            metadata,
            focused: focused_type(&act.data["options"]),
            choices: None,
            is_from_menu: act.data.get("target_id").is_some(),
        };
        self.forget_old_interactions();
        self.interactions.insert(interaction_id, interaction);
        if self.endpoint.takes(interaction_id, &token, &event) {
            self.log.push("INTERACTION_CREATE", event.to_string());
        } else {
            self.emit("INTERACTION_CREATE", 0, guild, &event);
        }
        self.tokens.insert(token, interaction_id);
        interaction_id
    }

    /// What messages that answer the interaction say of it.
    fn interaction_metadata(&self, interaction_id: u64, guild: Option<u64>, act: &Act) -> Value {
        let mut metadata = json!({
            "id": id(interaction_id), "type": act.kind, "user": self.user_object(act.user),
            "authorizing_integration_owners": owners(guild),
        });
        if let Some(source) = act.source {
            metadata["interacted_message_id"] = id(source);
        }
        if act.kind == interaction_type::COMMAND {
            metadata["name"] = act.data["name"].clone();
        }
        let target = &act.data["target_id"];
        if act.data["type"] == json!(command_type::USER) {
            metadata["target_user"] =
                act.data["resolved"]["users"][target.as_str().unwrap_or_default()].clone();
        } else if !target.is_null() {
            metadata["target_message_id"] = target.clone();
        }
        if let Some(trigger) = &act.trigger {
            metadata["triggering_interaction_metadata"] = trigger.clone();
        }
        metadata
    }

    fn forget_old_interactions(&mut self) {
        /// One sweep for this many interactions keeps its cost per interaction constant.
        const SWEPT_EACH: usize = 10_000;
        if !(self.interactions.len() + 1).is_multiple_of(SWEPT_EACH) {
            return;
        }
        let (now_ms, lives_ms) = (self.clock.now_ms(), self.options.limits.interaction_token_ms);
        self.interactions.retain(|_, interaction| now_ms < interaction.created_at_ms + lives_ms);
        let interactions = &self.interactions;
        self.tokens.retain(|_, interaction| interactions.contains_key(interaction));
    }

    fn interaction_event(&self, interaction_id: u64, token: &str, act: &Act) -> Value {
        let Some(channel) = self.channels.get(&act.channel) else { return Value::Null };
        let held = self.permissions_in(channel, act.user);
        let mut partial = self.channel_object(channel);
        partial["permissions"] = json!(held.to_string());
        let mut event = json!({
            "id": id(interaction_id), "application_id": id(self.bot()), "type": act.kind, "data": act.data,
            "token": token, "version": 1, "channel": partial, "channel_id": id(act.channel),
            "app_permissions": self.permissions_in(channel, self.bot()).to_string(),
            "locale": self.users.get(&act.user).map(|user| user.locale.as_str()), "entitlements": [], "attachment_size_limit": self.file_size_max(act.channel),
            "authorizing_integration_owners": owners(channel.guild),
            "context": u8::from(channel.guild.is_none()),
        });
        match channel.guild.and_then(|guild| self.guilds.get(&guild)) {
            Some(guild) => {
                event["guild_id"] = id(guild.id);
                event["guild"] = json!({ "id": id(guild.id), "features": [], "locale": guild.locale });
                event["guild_locale"] = json!(guild.locale);
                event["member"] = self.interaction_member(guild, act.user, held);
            }
            None => event["user"] = self.user_object(act.user),
        }
        if let Some(source) = act.source.and_then(|source| self.message(act.channel, source)) {
            event["message"] = self.message_object(source);
        }
        event
    }

    /// Takes the first answer to an interaction. It comes in time and once.
    pub(crate) fn acknowledge(
        &mut self,
        interaction_id: u64,
        token: &str,
        body: &Value,
        attachments: &[Attachment],
    ) -> Result<Acknowledged, ApiError> {
        let named = self.tokens.get(token) == Some(&interaction_id);
        let interaction = self.interactions.get(&interaction_id).filter(|_| named).cloned();
        let interaction = interaction.ok_or_else(ApiError::unknown_interaction)?;
        if interaction.is_acknowledged {
            return Err(ApiError::already_acknowledged());
        }
        if self.clock.now_ms() >= interaction.created_at_ms + self.options.limits.interaction_answer_ms {
            return Err(ApiError::unknown_interaction());
        }
        let callback_type = body["type"].as_u64().ok_or_else(|| ApiError::required("type"))?;
        let message = self.answer(&interaction, callback_type, &body["data"], attachments)?;
        if let Some(stored) = self.interactions.get_mut(&interaction_id) {
            stored.is_acknowledged = true;
            stored.original = message.as_ref().map(|message| message.id).or(interaction.source);
        }
        let mut object = json!({ "id": id(interaction_id), "type": interaction.kind });
        if let Some(message) = &message {
            object["response_message_id"] = id(message.id);
            object["response_message_loading"] = json!(message.is_loading());
            object["response_message_ephemeral"] = json!(message.seen_only_by.is_some());
            object["channel_id"] = id(message.channel);
        }
        Ok(Acknowledged { interaction: object, message, callback_type })
    }

    fn answer(
        &mut self,
        interaction: &Interaction,
        callback_type: u64,
        data: &Value,
        attachments: &[Attachment],
    ) -> Result<Option<Message>, ApiError> {
        let bad_type = || {
            let message = "Value of field \"type\" is not valid for this interaction.";
            ApiError::form("type", "BASE_TYPE_CHOICES", message)
        };
        if (interaction.kind == interaction_type::AUTOCOMPLETE) != (callback_type == 8) {
            return Err(bad_type());
        }
        match callback_type {
            8 => {
                let choices = data["choices"].as_array().cloned().unwrap_or_default();
                let kind = interaction.focused.unwrap_or(option_type::STRING);
                check_choices("data.choices", &choices, kind)?;
                if let Some(stored) = self.interactions.get_mut(&interaction.id) {
                    stored.choices = Some(choices);
                }
                Ok(None)
            }
            4 => {
                let draft = Draft::read(data, attachments)?;
                self.answer_with(interaction, draft).map(Some)
            }
            5 => {
                let asked = data["flags"].as_u64().unwrap_or(0) & message_flags::EPHEMERAL;
                let draft = Draft { flags: asked | message_flags::LOADING, ..Draft::default() };
                self.answer_with(interaction, draft).map(Some)
            }
            6 if interaction.source.is_some() => Ok(None),
            7 => {
                let source = interaction.source.ok_or_else(bad_type)?;
                self.edit(interaction.channel, source, data, attachments).map(Some)
            }
            9 if interaction.kind != interaction_type::MODAL_SUBMIT => {
                modal_rules::check(data)?;
                self.modals.retain(|modal| modal.user != interaction.user);
                let modal = Modal::new(interaction, data);
                self.log.push("MODAL_OPENED", json!(modal).to_string());
                self.modals.push(modal);
                Ok(None)
            }
            _ => Err(bad_type()),
        }
    }

    /// Sends a message that answers the interaction; private when its flags say so.
    fn answer_with(&mut self, interaction: &Interaction, draft: Draft) -> Result<Message, ApiError> {
        let bot = self.bot();
        let is_private = draft.flags & message_flags::EPHEMERAL != 0;
        let kind = match interaction.kind {
            interaction_type::COMMAND if interaction.is_from_menu => message_type::CONTEXT_MENU_COMMAND,
            interaction_type::COMMAND => message_type::CHAT_INPUT_COMMAND,
            _ => message_type::DEFAULT,
        };
        let draft = Draft {
            kind,
            reply_to: interaction.source,
            fails_without_reply: false,
            interaction: Some(interaction.metadata.clone()),
            webhook: Some(bot),
            application: Some(bot),
            seen_only_by: is_private.then_some(interaction.user),
            ..draft
        };
        self.send(interaction.channel, bot, draft)
    }

    /// The acknowledged interaction of a token that still lives.
    pub(crate) fn by_token(&self, application: u64, token: &str) -> Result<Interaction, ApiError> {
        let interaction = self.tokens.get(token).and_then(|found| self.interactions.get(found));
        let interaction = interaction.filter(|_| application == self.bot());
        let interaction = interaction.ok_or_else(ApiError::unknown_webhook)?;
        let lives_ms = self.options.limits.interaction_token_ms;
        if self.clock.now_ms() >= interaction.created_at_ms + lives_ms {
            return Err(ApiError::invalid_webhook_token());
        }
        if !interaction.is_acknowledged {
            return Err(ApiError::unknown_webhook());
        }
        Ok(interaction.clone())
    }

    /// Sends a follow-up. The first one after a deferred answer becomes that answer.
    pub(crate) fn follow_up(
        &mut self,
        interaction: &Interaction,
        body: &Value,
        attachments: &[Attachment],
    ) -> Result<Message, ApiError> {
        let draft = Draft::read(body, attachments)?;
        let loading = interaction.original.and_then(|original| self.message(interaction.channel, original));
        match loading.filter(|message| message.is_loading()).map(|message| message.id) {
            Some(loading) => self.edit(interaction.channel, loading, body, attachments),
            None => self.answer_with(interaction, draft),
        }
    }
}

/// The type of the option that is being typed in, in whatever branch it is.
fn focused_type(options: &Value) -> Option<u64> {
    options.as_array()?.iter().find_map(|option| {
        if option["focused"] == json!(true) {
            option["type"].as_u64()
        } else {
            focused_type(&option["options"])
        }
    })
}

fn owners(guild: Option<u64>) -> Value {
    json!({ "0": guild.map_or_else(|| json!("0"), id) })
}
