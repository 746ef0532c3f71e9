//! Modals: what a user has open, and what submitting one says.

use serde::Serialize;
use serde_json::{Value, json};

use super::super::components::component_type::{
    ACTION_ROW, CHECKBOX, CHECKBOX_GROUP, FILE_UPLOAD, LABEL, RADIO_GROUP, STRING_SELECT, TEXT_DISPLAY,
    TEXT_INPUT,
};
use super::super::objects::id;
use super::acting::Refused;
use super::interactions::Interaction;
use super::resolved::Resolved;
use super::{State, Upload, id_text};

/// A modal that is open before one user's eyes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Modal {
    /// Who sees it.
    #[serde(serialize_with = "id_text::one")]
    pub user: u64,
    /// The interaction it answers.
    #[serde(serialize_with = "id_text::one")]
    pub interaction: u64,
    /// Where that happened.
    #[serde(serialize_with = "id_text::one")]
    pub channel: u64,
    /// The application's id for it.
    pub custom_id: String,
    /// Its title.
    pub title: String,
    /// What stands in it beside the fields, from top to bottom.
    pub texts: Vec<String>,
    /// Its fields from top to bottom.
    pub fields: Vec<ModalField>,
    #[serde(skip)]
    pub(crate) source: Option<u64>,
    #[serde(skip)]
    pub(crate) trigger: Value,
    /// The components as the application sent them.
    #[serde(skip)]
    components: Vec<Value>,
}

/// One field of a modal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModalField {
    /// The application's id for it.
    pub custom_id: String,
    /// What stands above it.
    pub label: String,
    /// What stands below its label.
    pub description: String,
    /// The component type: 4 is a text input, 3 and 5 to 8 are selects, 19 takes
    /// files, 21 is a radio group, 22 a checkbox group, 23 a checkbox.
    pub kind: u64,
    /// It can't be left empty.
    pub is_required: bool,
    /// A text input of several lines.
    pub is_long: bool,
    /// What it is filled with when it opens; several values are separated by commas.
    pub value: String,
    /// The values a select or group offers.
    pub options: Vec<String>,
    /// The shortest text, in characters.
    pub text_len_min: u64,
    /// The longest text, in characters.
    pub text_len_max: u64,
    /// The fewest values or files.
    pub values_min: u64,
    /// The most values or files.
    pub values_max: u64,
}

impl Modal {
    pub(crate) fn new(interaction: &Interaction, data: &Value) -> Self {
        let text = |key: &str| data[key].as_str().unwrap_or_default().to_owned();
        let components = data["components"].as_array().cloned().unwrap_or_default();
        let displays = components.iter().filter(|it| it["type"] == json!(TEXT_DISPLAY));
        Self {
            user: interaction.user,
            interaction: interaction.id,
            channel: interaction.channel,
            custom_id: text("custom_id"),
            title: text("title"),
            texts: displays.filter_map(|it| it["content"].as_str().map(str::to_owned)).collect(),
            fields: components.iter().filter_map(ModalField::read).collect(),
            source: interaction.source,
            trigger: interaction.metadata.clone(),
            components,
        }
    }
}

/// The input that an action row or a label holds.
fn input_of(component: &Value) -> Option<&Value> {
    match component["type"].as_u64()? {
        ACTION_ROW => component["components"].get(0),
        LABEL => component.get("component"),
        _ => None,
    }
}

impl ModalField {
    fn read(component: &Value) -> Option<Self> {
        let input = input_of(component)?;
        let label = if component["type"] == json!(LABEL) { component } else { input };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let kind = input["type"].as_u64()?;
        let options = input["options"].as_array().map_or(&[][..], Vec::as_slice);
        let number = |name: &str, default: u64| input[name].as_u64().unwrap_or(default);
        let groups = options.len() as u64;
        Some(Self {
            custom_id: text(&input["custom_id"]),
            label: text(&label["label"]),
            description: text(&label["description"]),
            kind,
            is_required: kind != CHECKBOX && input["required"].as_bool().unwrap_or(true),
            is_long: input["style"] == json!(2),
            value: filled_with(input, options),
            options: options.iter().map(|option| text(&option["value"])).collect(),
            text_len_min: number("min_length", 0),
            text_len_max: number("max_length", 4_000),
            values_min: number("min_values", 1),
            values_max: number("max_values", if kind == CHECKBOX_GROUP { groups } else { 1 }),
        })
    }

    fn is(&self, name: &str) -> bool {
        self.custom_id == name || self.label == name
    }

    fn check_text(&self, value: &str) -> Result<(), Refused> {
        let length = value.chars().count() as u64;
        let fits = (self.text_len_min..=self.text_len_max).contains(&length);
        let name = &self.label;
        match (value.is_empty(), fits) {
            (true, _) if self.is_required => Err(Refused::new(format!("{name} is required"))),
            (true, _) | (false, true) => Ok(()),
            (false, false) => {
                let (min, max) = (self.text_len_min, self.text_len_max);
                Err(Refused::new(format!("{name} takes {min} to {max} characters")))
            }
        }
    }

    /// Refuses a number of values or files that doesn't fit.
    fn check_count(&self, count: usize) -> Result<(), Refused> {
        let (name, min, max) = (&self.label, self.values_min, self.values_max);
        match count as u64 {
            0 if !self.is_required || min == 0 => Ok(()),
            0 => Err(Refused::new(format!("{name} is required"))),
            count if (min..=max).contains(&count) => Ok(()),
            _ => Err(Refused::new(format!("{name} takes {min} to {max} values"))),
        }
    }

    fn check_offered(&self, values: &[&str]) -> Result<(), Refused> {
        let missing = values.iter().find(|value| !self.options.iter().any(|option| option == *value));
        let refused = |value: &&str| Refused::new(format!("{} doesn't offer {value}", self.label));
        missing.map_or(Ok(()), |missing| Err(refused(missing)))
    }
}

/// What a field shows when it opens.
fn filled_with(input: &Value, options: &[Value]) -> String {
    if let Some(value) = input["value"].as_str() {
        return value.to_owned();
    }
    if input["type"] == json!(CHECKBOX) {
        return input["default"].as_bool().unwrap_or(false).to_string();
    }
    let preset = options.iter().filter(|option| option["default"] == json!(true));
    let preset = preset.filter_map(|option| option["value"].as_str());
    let listed = input["default_values"].as_array().into_iter().flatten();
    preset.chain(listed.filter_map(|value| value["id"].as_str())).collect::<Vec<_>>().join(",")
}

impl State {
    /// The `data` of a submission with these values, or what is wrong with one.
    pub(super) fn submission(
        &mut self,
        modal: &Modal,
        values: &[(&str, &str)],
        files: &[(&str, Upload)],
    ) -> Result<Value, Refused> {
        let mut names = values.iter().map(|(name, _)| *name).chain(files.iter().map(|(name, _)| *name));
        if let Some(unknown) = names.find(|name| !modal.fields.iter().any(|field| field.is(name))) {
            return Err(Refused::new(format!("the modal has no field {unknown}")));
        }
        let mut resolved = Resolved::default();
        let mut components = Vec::new();
        let mut next_id = 1;
        for component in &modal.components {
            let mut outer = json!({ "type": component["type"], "id": number_of(component, &mut next_id) });
            if let Some((input, field)) = input_of(component).zip(ModalField::read(component)) {
                let given = values.iter().find(|(name, _)| field.is(name)).map(|(_, value)| *value);
                let value = given.unwrap_or(&field.value);
                let files: Vec<&Upload> =
                    files.iter().filter(|(name, _)| field.is(name)).map(|(_, file)| file).collect();
                let mut answer = self.field_answer(modal, input, &field, value, &files, &mut resolved)?;
                answer["id"] = number_of(input, &mut next_id);
                if component["type"] == json!(LABEL) {
                    outer["component"] = answer;
                } else {
                    outer["components"] = json!([answer]);
                }
            }
            components.push(outer);
        }
        let mut data = json!({ "custom_id": modal.custom_id, "components": components });
        resolved.write(&mut data);
        Ok(data)
    }

    /// What one field says, checked.
    fn field_answer(
        &mut self,
        modal: &Modal,
        input: &Value,
        field: &ModalField,
        value: &str,
        files: &[&Upload],
        resolved: &mut Resolved,
    ) -> Result<Value, Refused> {
        let mut answer = json!({ "type": field.kind, "custom_id": field.custom_id });
        let chosen: Vec<&str> = value.split(',').map(str::trim).filter(|one| !one.is_empty()).collect();
        match field.kind {
            TEXT_INPUT => {
                field.check_text(value)?;
                answer["value"] = json!(value);
            }
            CHECKBOX => answer["value"] = json!(value == "true"),
            RADIO_GROUP => {
                field.check_count(chosen.len())?;
                field.check_offered(&chosen)?;
                answer["value"] = json!(chosen.first());
            }
            FILE_UPLOAD => {
                field.check_count(files.len())?;
                let mut ids = Vec::new();
                for file in files {
                    let (attachment, object) = self.store_upload(modal.channel, file)?;
                    resolved.attachment(attachment, object);
                    ids.push(id(attachment));
                }
                answer["values"] = Value::Array(ids);
            }
            kind => {
                field.check_count(chosen.len())?;
                if matches!(kind, STRING_SELECT | CHECKBOX_GROUP) {
                    field.check_offered(&chosen)?;
                } else if !chosen.is_empty() {
                    self.check_choice(modal.channel, modal.user, input, &chosen, resolved)?;
                }
                answer["values"] = json!(chosen);
            }
        }
        Ok(answer)
    }
}

/// The id a component has, or the next one free.
fn number_of(component: &Value, next_id: &mut u64) -> Value {
    *next_id += 1;
    component["id"]
        .as_u64()
        .filter(|given| *given != 0)
        .map_or_else(|| json!(*next_id - 1), |given| json!(given))
}
