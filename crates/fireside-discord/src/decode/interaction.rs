//! Interactions: a command run, a button pressed, a form sent in.
//!
//! All three are read through one frame of our own around serenity's parts,
//! because serenity drops the answers of forms whose fields are in labels.

use std::time::Duration;

use fireside_core::event::{Press, ReplyHandle, Submission};
use fireside_core::{Answers, Event, EventId, EventKind, Invocation, OptionValue, Place, Timestamp};
use serde::Deserialize;
use serde_json::Value;
use serenity::all::{
    ApplicationId, ChannelId, CommandDataOption, CommandDataOptionValue, GuildId, InteractionId, MessageId,
    PartialMember, User,
};

use super::{event, member};
use crate::PLATFORM;
use crate::channels::ChannelFrame;
use crate::snowflake::created_at;

/// Discord's numbers for what an interaction is.
const COMMAND: u8 = 2;
const PRESS: u8 = 3;
const SUBMISSION: u8 = 5;
/// The first answer must reach Discord within this.
const RESPOND_WITHIN: Duration = Duration::from_secs(3);
/// After this an interaction's token is worth nothing.
const EXPIRES_AFTER: Duration = Duration::from_mins(15);

/// An interaction as the gateway tells it.
#[derive(Debug, Deserialize)]
pub(crate) struct Interaction {
    pub(crate) id: InteractionId,
    pub(crate) application_id: ApplicationId,
    pub(crate) token: String,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
    #[serde(default)]
    pub(crate) channel: Option<ChannelFrame>,
    #[serde(default)]
    pub(crate) channel_id: Option<ChannelId>,
    #[serde(default)]
    member: Option<PartialMember>,
    #[serde(default)]
    user: Option<User>,
    #[serde(default)]
    locale: Option<String>,
    #[serde(default)]
    message: Option<Shown>,
    #[serde(rename = "type")]
    kind: u8,
    #[serde(default)]
    data: Data,
}

/// The message a button is on.
#[derive(Debug, Deserialize)]
struct Shown {
    id: MessageId,
}

/// What is asked: which of the fields are filled goes by the kind.
#[derive(Debug, Default, Deserialize)]
struct Data {
    #[serde(default)]
    name: String,
    #[serde(default)]
    options: Vec<CommandDataOption>,
    #[serde(default)]
    custom_id: String,
    #[serde(default)]
    components: Value,
}

/// The answers below `components`, which are nested in rows or in labels.
fn gather(components: &Value, answers: &mut Answers) {
    match components {
        Value::Array(each) => each.iter().for_each(|component| gather(component, answers)),
        Value::Object(component) => {
            if let Some(name) = component.get("custom_id").and_then(Value::as_str) {
                let value = component.get("value").and_then(Value::as_str).map(str::to_owned);
                let chosen = || {
                    let values = component.get("values")?.as_array()?;
                    Some(values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "))
                };
                answers.set(name, value.or_else(chosen).unwrap_or_default());
            }
            for inner in ["component", "components"] {
                if let Some(inner) = component.get(inner) {
                    gather(inner, answers);
                }
            }
        }
        _ => {}
    }
}

impl Interaction {
    /// The channel it happened in.
    pub(crate) fn channel(&self) -> Option<u64> {
        self.channel.as_ref().map(|channel| channel.id).or(self.channel_id).map(ChannelId::get)
    }

    /// The command's name, if it is one.
    pub(crate) fn command(&self) -> Option<&str> {
        (self.kind == COMMAND).then_some(&self.data.name)
    }

    /// Whether it is a form that was sent in.
    pub(crate) fn is_submission(&self) -> bool {
        self.kind == SUBMISSION
    }

    /// Whether it came from a message of the bot's, which it can leave as it is.
    pub(crate) fn is_on_message(&self) -> bool {
        self.message.is_some()
    }

    /// When somebody did it.
    pub(crate) fn at(&self) -> Timestamp {
        created_at(self.id.get())
    }

    /// From then on no answer can be given.
    pub(crate) fn expires_at(&self) -> Timestamp {
        self.at() + EXPIRES_AFTER
    }

    /// What happened, done by somebody whose roles were right at `as_of`. `None`
    /// when Discord doesn't say who did it, or when it is nothing this adapter
    /// asked for.
    pub(crate) fn event(&self, place: Place, as_of: Timestamp) -> Option<Event> {
        let user = self.member.as_ref().and_then(|member| member.user.as_ref()).or(self.user.as_ref())?;
        let at = self.at();
        let reply = ReplyHandle {
            respond_by: at + RESPOND_WITHIN,
            expires_at: at + EXPIRES_AFTER,
            opens_forms: !self.is_submission(),
        };
        let id = EventId::new(format!("{PLATFORM}:i:{}", self.id));
        let who = member(user, self.member.as_ref(), as_of);
        let happened = event(id, at, place, who, self.happened()?);
        Some(Event { locale: self.locale.clone(), reply: Some(reply), ..happened })
    }

    fn happened(&self) -> Option<EventKind> {
        let Data { name, options, custom_id, components } = &self.data;
        match self.kind {
            COMMAND => Some(EventKind::Command(Invocation {
                name: name.clone(),
                options: options
                    .iter()
                    .filter_map(|option| Some((option.name.clone(), value(&option.value)?)))
                    .collect(),
                message: None,
                target: None,
            })),
            PRESS => Some(EventKind::Press(Press {
                data: custom_id.clone(),
                message: self.message.as_ref().map(|message| message.id.to_string().into()),
            })),
            SUBMISSION => {
                let mut answers = Answers::default();
                gather(components, &mut answers);
                Some(EventKind::Submit(Submission { token: custom_id.clone(), answers }))
            }
            _ => None,
        }
    }
}

fn value(given: &CommandDataOptionValue) -> Option<OptionValue> {
    match given {
        CommandDataOptionValue::String(text) => Some(OptionValue::Text(text.clone())),
        CommandDataOptionValue::Integer(number) => Some(OptionValue::Integer(*number)),
        CommandDataOptionValue::Boolean(yes) => Some(OptionValue::Boolean(*yes)),
        CommandDataOptionValue::User(id) => Some(OptionValue::Account(id.to_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn interaction(kind: u8, data: &Value) -> Interaction {
        serde_json::from_value(json!({
            "id": "175928847299117063", "application_id": "42", "token": "t", "version": 1, "type": kind,
            "guild_id": "2", "channel_id": "9", "locale": "de",
            "channel": {"id": "9", "type": 11, "parent_id": "5", "name": "case-1"},
            "member": {"roles": ["11"], "nick": null, "joined_at": null,
                "user": {"id": "7", "username": "ana", "discriminator": "0", "avatar": null}},
            "message": {"id": "77"}, "data": data,
        }))
        .unwrap()
    }

    fn happened(kind: u8, data: &Value) -> EventKind {
        let place = Place::channel(PLATFORM, "5").within("2").thread("9");
        interaction(kind, data).event(place, Timestamp::default()).unwrap().kind
    }

    #[test]
    fn a_commands_options_keep_their_types() {
        let kind = happened(
            2,
            &json!({"id": "1", "name": "join", "type": 1, "options": [
                {"name": "case", "type": 4, "value": 12}, {"name": "note", "type": 3, "value": "x"},
                {"name": "quiet", "type": 5, "value": true}, {"name": "who", "type": 6, "value": "8"},
            ]}),
        );
        let EventKind::Command(invocation) = kind else { panic!("it is a command") };
        assert_eq!(invocation.integer("case"), Some(12));
        assert_eq!(invocation.text("note"), Some("x"));
        assert_eq!(invocation.options[2].1, OptionValue::Boolean(true));
        assert_eq!(invocation.options[3].1, OptionValue::Account("8".to_owned()));
    }

    #[test]
    fn a_form_is_read_from_rows_and_from_labels() {
        let kind = happened(
            5,
            &json!({"custom_id": "form-1", "components": [
                {"type": 1, "components": [{"type": 4, "custom_id": "title", "value": "slow"}]},
                {"type": 18, "component": {"type": 4, "custom_id": "text", "value": "very"}},
                {"type": 18, "component": {"type": 3, "custom_id": "kind", "values": ["bug"]}},
            ]}),
        );
        let EventKind::Submit(submission) = kind else { panic!("it is a submission") };
        assert_eq!(submission.token, "form-1");
        let given = ["title", "text", "kind"].map(|field| submission.answers.get(field));
        assert_eq!(given, ["slow", "very", "bug"]);
    }

    #[test]
    fn a_form_can_answer_a_press_but_not_a_form() {
        let opens = |kind| {
            let data = json!({"custom_id": "x", "component_type": 2});
            let place = Place::channel(PLATFORM, "5");
            let event = interaction(kind, &data).event(place, Timestamp::default()).unwrap();
            event.reply.unwrap().opens_forms
        };
        assert!(opens(3));
        assert!(!opens(5));
    }

    #[test]
    fn an_interaction_can_be_answered_for_three_seconds_and_followed_for_fifteen_minutes() {
        let event = interaction(3, &json!({"custom_id": "x"}))
            .event(Place::channel(PLATFORM, "5"), Timestamp::default())
            .unwrap();
        let reply = event.reply.unwrap();
        assert_eq!(reply.respond_by.since(event.at), RESPOND_WITHIN);
        assert_eq!(reply.expires_at.since(event.at), EXPIRES_AFTER);
        assert_eq!(event.locale.as_deref(), Some("de"));
    }
}
