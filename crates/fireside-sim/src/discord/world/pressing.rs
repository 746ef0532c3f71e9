//! Acting as a user on a message's buttons and selects, and on modals.

use serde_json::{Value, json};

use super::super::components::{
    self,
    component_type::{BUTTON, CHANNEL_SELECT, MENTIONABLE_SELECT, ROLE_SELECT, STRING_SELECT, USER_SELECT},
};
use super::acting::Refused;
use super::interactions::{Act, interaction_type};
use super::modals::Modal;
use super::resolved::Resolved;
use super::{State, Upload, World};

impl World {
    /// A user presses a button, named by custom id or label. The interaction's
    /// id comes back.
    ///
    /// # Errors
    /// When the user sees no such message or button, or it is disabled.
    pub fn press(&self, message: u64, user: u64, button: &str) -> Result<u64, Refused> {
        self.use_component(message, user, button, &[])
    }

    /// A user chooses values in a select, named by custom id; users, roles and
    /// channels are named by their ids, other values by themselves or by label.
    ///
    /// # Errors
    /// When the user sees no such message or select, it doesn't offer a value, or
    /// takes another number of them.
    pub fn choose(&self, message: u64, user: u64, select: &str, values: &[&str]) -> Result<u64, Refused> {
        self.use_component(message, user, select, values)
    }

    fn use_component(&self, message: u64, user: u64, name: &str, values: &[&str]) -> Result<u64, Refused> {
        self.change(|state| {
            let channel = state.channel_of_message(message, user)?;
            let component = state.component(channel, message, name)?;
            let mut data = json!({
                "custom_id": component["custom_id"], "component_type": component["type"],
                "id": component["id"],
            });
            if component["type"] != json!(BUTTON) {
                let values: Vec<_> = values.iter().map(|named| value(&component, named)).collect();
                let mut resolved = Resolved::default();
                state.check_choice(channel, user, &component, &values, &mut resolved)?;
                data["values"] = json!(values);
                resolved.write(&mut data);
            }
            let kind = interaction_type::COMPONENT;
            Ok(state.interact(Act { kind, user, channel, source: Some(message), data, trigger: None }))
        })
    }

    /// A user submits the modal open before them. Fields are named by custom id
    /// or label, several values of one are separated by commas; one not named
    /// keeps what it was filled with. The interaction's id comes back.
    ///
    /// # Errors
    /// When the user has no modal of that custom id open or a value doesn't fit.
    pub fn submit_modal(&self, user: u64, custom_id: &str, fields: &[(&str, &str)]) -> Result<u64, Refused> {
        self.submit_modal_with_files(user, custom_id, fields, &[])
    }

    /// As [`World::submit_modal`], with files for the fields that take them; a
    /// field may be named several times.
    ///
    /// # Errors
    /// As [`World::submit_modal`], and when a file is too large.
    pub fn submit_modal_with_files(
        &self,
        user: u64,
        custom_id: &str,
        fields: &[(&str, &str)],
        files: &[(&str, Upload)],
    ) -> Result<u64, Refused> {
        self.change(|state| {
            let is_it = |modal: &&Modal| modal.user == user && modal.custom_id == custom_id;
            let modal = state.modals.iter().find(is_it).cloned();
            let modal = modal.ok_or_else(|| Refused::new("the user has no such modal open"))?;
            let data = state.submission(&modal, fields, files)?;
            state.modals.retain(|other| other.interaction != modal.interaction);
            let (channel, source, trigger) = (modal.channel, modal.source, Some(modal.trigger));
            let kind = interaction_type::MODAL_SUBMIT;
            Ok(state.interact(Act { kind, user, channel, source, data, trigger }))
        })
    }

    /// A user closes the modal open before them without submitting it.
    pub fn dismiss_modal(&self, user: u64) {
        self.change(|state| state.modals.retain(|modal| modal.user != user));
    }
}

impl State {
    /// The channel of a message with components that `user` sees.
    fn channel_of_message(&self, message_id: u64, user: u64) -> Result<u64, Refused> {
        let unseen = || Refused::new("the user sees no such message, or it has nothing to press");
        let channel = *self.with_components.get(&message_id).ok_or_else(unseen)?;
        let message = self.message(channel, message_id).ok_or_else(unseen)?;
        let is_shown = message.seen_only_by.is_none_or(|viewer| viewer == user);
        if is_shown && self.may_see(channel, user) { Ok(channel) } else { Err(unseen()) }
    }

    fn component(&self, channel: u64, message: u64, name: &str) -> Result<Value, Refused> {
        let message = self.message(channel, message);
        let offered = message.map_or_else(Vec::new, |message| components::interactive(&message.components));
        let mut all = offered.into_iter();
        let found = all.find(|it| it["custom_id"] == name || it["label"] == name);
        let found = found.ok_or_else(|| Refused::new(format!("the message has no {name:?}")))?;
        match (&found["disabled"], &found["custom_id"]) {
            (Value::Bool(true), _) => Err(Refused::new(format!("{name:?} is disabled"))),
            (_, Value::Null) => Err(Refused::new(format!("{name:?} is a link"))),
            _ => Ok(found.clone()),
        }
    }

    /// Refuses values that a select doesn't offer or whose number doesn't fit.
    pub(super) fn check_choice(
        &self,
        channel: u64,
        user: u64,
        select: &Value,
        values: &[&str],
        resolved: &mut Resolved,
    ) -> Result<(), Refused> {
        let bound = |name: &str| select[name].as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or(1);
        let (min, max) = (bound("min_values"), bound("max_values"));
        if !(min..=max).contains(&values.len()) {
            return Err(Refused::new(format!("the select takes {min} to {max} values")));
        }
        for (at, value) in values.iter().enumerate() {
            let number = || value.parse::<u64>().unwrap_or(0);
            let is_offered = match select["type"].as_u64() {
                Some(STRING_SELECT) => {
                    let options = select["options"].as_array().into_iter().flatten();
                    options.into_iter().any(|option| option["value"] == **value)
                }
                Some(USER_SELECT) => resolved.user(self, channel, number()),
                Some(ROLE_SELECT) => resolved.role(self, channel, number()),
                Some(MENTIONABLE_SELECT) => {
                    resolved.user(self, channel, number()) || resolved.role(self, channel, number())
                }
                Some(CHANNEL_SELECT) => {
                    let types = select["channel_types"].as_array().map_or(&[][..], Vec::as_slice);
                    resolved.channel(self, user, number(), types)
                }
                _ => false,
            };
            if !is_offered || values[..at].contains(value) {
                return Err(Refused::new(format!("the select doesn't offer {value:?}")));
            }
        }
        Ok(())
    }
}

/// The value that a select's option of this label, or this value, stands for.
fn value<'a>(select: &'a Value, named: &'a str) -> &'a str {
    let options = || select["options"].as_array().into_iter().flatten();
    if options().any(|option| option["value"] == named) {
        return named;
    }
    let labelled = options().find(|option| option["label"] == named);
    labelled.and_then(|option| option["value"].as_str()).unwrap_or(named)
}
