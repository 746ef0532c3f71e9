//! Modals: what a user has open, and what submitting one says.

use serde::Serialize;
use serde_json::{Value, json};

use super::super::components::component_type::{ACTION_ROW, LABEL, TEXT_DISPLAY, TEXT_INPUT};
use super::id_text;
use super::interactions::Interaction;

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
    /// The component type: 4 is a text input, 3 a select.
    pub kind: u64,
    /// It can't be left empty.
    pub is_required: bool,
    /// A text input of several lines.
    pub is_long: bool,
    /// What it is filled with when it opens.
    pub value: String,
    /// The values a select offers.
    pub options: Vec<String>,
    /// Shortest text, in characters.
    pub text_len_min: u64,
    /// Longest text, in characters.
    pub text_len_max: u64,
}

impl Modal {
    pub(crate) fn new(interaction: &Interaction, data: &Value) -> Self {
        let text = |key: &str| data[key].as_str().unwrap_or_default().to_owned();
        let components = data["components"].as_array().cloned().unwrap_or_default();
        Self {
            user: interaction.user,
            interaction: interaction.id,
            channel: interaction.channel,
            custom_id: text("custom_id"),
            title: text("title"),
            fields: components.iter().filter_map(ModalField::read).collect(),
            source: interaction.source,
            trigger: interaction.metadata.clone(),
            components,
        }
    }

    /// The `data` of the submission with these values, or what is wrong with one.
    pub(crate) fn submit(&self, values: &[(&str, &str)]) -> Result<Value, String> {
        if let Some((unknown, _)) = values.iter().find(|(name, _)| !self.fields.iter().any(|it| it.is(name)))
        {
            return Err(format!("the modal has no field {unknown}"));
        }
        let value_of = |field: &ModalField| {
            let given = values.iter().find(|(name, _)| field.is(name));
            given.map_or_else(|| field.value.clone(), |(_, value)| (*value).to_owned())
        };
        for field in &self.fields {
            field.check(&value_of(field))?;
        }
        let answer = |component: &Value| {
            let field = ModalField::read(component);
            let inner = field.map(|field| field.answer(&value_of(&field)));
            match (component["type"].as_u64(), inner) {
                (Some(ACTION_ROW), Some(inner)) => {
                    json!({ "type": ACTION_ROW, "id": 1, "components": [inner] })
                }
                (Some(LABEL), Some(inner)) => json!({ "type": LABEL, "id": 1, "component": inner }),
                _ => json!({ "type": TEXT_DISPLAY, "id": 1 }),
            }
        };
        let mut components: Vec<Value> = self.components.iter().map(answer).collect();
        for (at, component) in components.iter_mut().enumerate() {
            component["id"] = json!(at * 2 + 1);
            let inner = if component["type"] == json!(LABEL) {
                component.get_mut("component")
            } else {
                component.get_mut("components").and_then(|inner| inner.get_mut(0))
            };
            if let Some(inner) = inner {
                inner["id"] = json!(at * 2 + 2);
            }
        }
        Ok(json!({ "custom_id": self.custom_id, "components": components }))
    }
}

impl ModalField {
    fn read(component: &Value) -> Option<Self> {
        let (input, label) = match component["type"].as_u64()? {
            ACTION_ROW => (&component["components"][0], &component["components"][0]["label"]),
            LABEL => (&component["component"], &component["label"]),
            _ => return None,
        };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let options = input["options"].as_array().into_iter().flatten();
        Some(Self {
            custom_id: text(&input["custom_id"]),
            label: text(label),
            kind: input["type"].as_u64()?,
            is_required: input["required"].as_bool().unwrap_or(true),
            is_long: input["style"] == json!(2),
            value: text(&input["value"]),
            options: options.map(|option| text(&option["value"])).collect(),
            text_len_min: input["min_length"].as_u64().unwrap_or(0),
            text_len_max: input["max_length"].as_u64().unwrap_or(4_000),
        })
    }

    fn is(&self, name: &str) -> bool {
        self.custom_id == name || self.label == name
    }

    fn check(&self, value: &str) -> Result<(), String> {
        let name = &self.label;
        if value.is_empty() {
            return if self.is_required { Err(format!("{name} is required")) } else { Ok(()) };
        }
        let length = value.chars().count() as u64;
        if self.kind == TEXT_INPUT && !(self.text_len_min..=self.text_len_max).contains(&length) {
            return Err(format!("{name} takes {} to {} characters", self.text_len_min, self.text_len_max));
        }
        let chosen = || value.split(',').all(|one| self.options.iter().any(|option| option == one));
        if !self.options.is_empty() && !chosen() {
            return Err(format!("{name} doesn't offer {value}"));
        }
        Ok(())
    }

    fn answer(&self, value: &str) -> Value {
        let mut answer = json!({ "type": self.kind, "custom_id": self.custom_id });
        match self.kind {
            TEXT_INPUT => answer["value"] = json!(value),
            21 => answer["value"] = if value.is_empty() { Value::Null } else { json!(value) },
            23 => answer["value"] = json!(value == "true"),
            _ => {
                let chosen = value.split(',').filter(|one| !one.is_empty());
                answer["values"] = chosen.map(|one| json!(one)).collect();
            }
        }
        answer
    }
}
