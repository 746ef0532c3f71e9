//! What a user fills into a slash command's options.

use serde_json::{Value, json};

use super::super::command_rules::{is_branch, option_type, options_of};
use super::super::objects::id;
use super::acting::Refused;
use super::resolved::Resolved;
use super::{State, Upload};

/// The options a user fills in, and with what.
#[derive(Debug)]
pub(super) struct Filling<'given> {
    pub(super) channel: u64,
    pub(super) user: u64,
    pub(super) given: &'given [(&'given str, &'given str)],
    pub(super) files: &'given [(&'given str, Upload)],
    /// The option the user is typing in, while nothing is sent yet.
    pub(super) focused: Option<&'given str>,
}

impl State {
    /// The `options` of the interaction, by the registered ones of a command or
    /// branch that `path` leads into.
    pub(super) fn fill_options(
        &mut self,
        parent: &Value,
        path: &[&str],
        filling: &Filling<'_>,
        resolved: &mut Resolved,
    ) -> Result<Value, Refused> {
        let offered = options_of(parent);
        if let Some((first, rest)) = path.split_first() {
            let locale = self.users.get(&filling.user).map_or("", |user| user.locale.as_str());
            let is_named = |it: &&Value| it["name"] == *first || it["name_localizations"][locale] == *first;
            let branch = offered.iter().find(|option| is_branch(option) && is_named(option));
            let branch = branch.ok_or_else(|| Refused::new(format!("there is no subcommand {first}")))?;
            let inner = self.fill_options(branch, rest, filling, resolved)?;
            return Ok(json!([{ "name": branch["name"], "type": branch["type"], "options": inner }]));
        }
        if offered.iter().any(is_branch) {
            return Err(Refused::new("a subcommand is needed"));
        }
        let names = filling.given.iter().map(|(name, _)| *name);
        let names: Vec<&str> = names.chain(filling.files.iter().map(|(name, _)| *name)).collect();
        if let Some(unknown) = names.iter().find(|name| !offered.iter().any(|it| it["name"] == **name)) {
            return Err(Refused::new(format!("there is no option {unknown}")));
        }
        let is_missing =
            |it: &&Value| it["required"] == json!(true) && !names.iter().any(|name| it["name"] == *name);
        if filling.focused.is_none()
            && let Some(missing) = offered.iter().find(is_missing)
        {
            return Err(Refused::new(format!("the option {} is required", missing["name"])));
        }
        let mut filled = Vec::new();
        // Discord's client sends the options in the order they were filled in.
        for name in names {
            let Some(option) = offered.iter().find(|option| option["name"] == name) else { continue };
            filled.push(self.fill_option(option, name, filling, resolved)?);
        }
        Ok(Value::Array(filled))
    }

    fn fill_option(
        &mut self,
        option: &Value,
        name: &str,
        filling: &Filling<'_>,
        resolved: &mut Resolved,
    ) -> Result<Value, Refused> {
        let mut filled = json!({ "name": name, "type": option["type"] });
        let text = filling.given.iter().find(|(given, _)| *given == name).map(|(_, text)| *text);
        if filling.focused == Some(name) {
            if option["autocomplete"] != json!(true) {
                return Err(Refused::new(format!("{name} completes nothing")));
            }
            // What is being typed is sent as it stands, a number as text too.
            filled["value"] = json!(text.unwrap_or_default());
            filled["focused"] = json!(true);
            return Ok(filled);
        }
        filled["value"] = if let Some(text) = text {
            self.option_value(option, text, filling, resolved)?
        } else {
            let upload = filling.files.iter().find(|(given, _)| *given == name).map(|(_, file)| file);
            let upload = upload.filter(|_| option["type"] == json!(option_type::ATTACHMENT));
            let upload = upload.ok_or_else(|| Refused::new(format!("{name} takes no file")))?;
            let (attachment, object) = self.store_upload(filling.channel, upload)?;
            resolved.attachment(attachment, object);
            id(attachment)
        };
        Ok(filled)
    }

    fn option_value(
        &self,
        option: &Value,
        text: &str,
        filling: &Filling<'_>,
        resolved: &mut Resolved,
    ) -> Result<Value, Refused> {
        let name = &option["name"];
        let wrong = || Refused::new(format!("{text:?} is no value for the option {name}"));
        let found = |is_found: bool| if is_found { Ok(json!(text)) } else { Err(wrong()) };
        let number = || text.parse::<u64>().map_err(|_| wrong());
        if let Some(choice) = choices_of(option).iter().find(|choice| choice["name"] == text) {
            return Ok(choice["value"].clone());
        }
        match option["type"].as_u64() {
            Some(option_type::INTEGER) => {
                let number = text.parse::<i64>().map_err(|_| wrong())?;
                bounded_number(option, json!(number)).ok_or_else(wrong)
            }
            Some(option_type::NUMBER) => {
                let number = text.parse::<f64>().map_err(|_| wrong())?;
                bounded_number(option, json!(number)).ok_or_else(wrong)
            }
            Some(option_type::BOOLEAN) => text.parse::<bool>().map(|flag| json!(flag)).map_err(|_| wrong()),
            Some(option_type::USER) => found(resolved.user(self, filling.channel, number()?)),
            Some(option_type::ROLE) => found(resolved.role(self, filling.channel, number()?)),
            Some(option_type::MENTIONABLE) => {
                let number = number()?;
                found(
                    resolved.user(self, filling.channel, number)
                        || resolved.role(self, filling.channel, number),
                )
            }
            Some(option_type::CHANNEL) => {
                let types = option["channel_types"].as_array().map_or(&[][..], Vec::as_slice);
                found(resolved.channel(self, filling.user, number()?, types))
            }
            Some(option_type::STRING) => bounded_text(option, text).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

fn choices_of(option: &Value) -> &[Value] {
    option["choices"].as_array().map_or(&[][..], Vec::as_slice)
}

/// The value, if it is among the choices of an option that has some.
fn among_choices(option: &Value, value: Value) -> Option<Value> {
    let choices = choices_of(option);
    let is_it = |choice: &Value| {
        choice["value"] == value || choice["value"].as_f64().is_some_and(|it| value.as_f64() == Some(it))
    };
    (choices.is_empty() || choices.iter().any(is_it)).then_some(value)
}

fn bounded_text(option: &Value, text: &str) -> Option<Value> {
    let length = text.chars().count() as u64;
    let min = option["min_length"].as_u64().unwrap_or(0);
    let max = option["max_length"].as_u64().unwrap_or(6_000);
    (min..=max).contains(&length).then(|| among_choices(option, json!(text)))?
}

fn bounded_number(option: &Value, number: Value) -> Option<Value> {
    let value = number.as_f64()?;
    let fits = option["min_value"].as_f64().is_none_or(|min| value >= min)
        && option["max_value"].as_f64().is_none_or(|max| value <= max);
    fits.then(|| among_choices(option, number))?
}
