//! Message components, checked as the documentation says.

use serde_json::{Value, json};

use super::errors::ApiError;
use super::{layout, select_rules};

/// Component types in use.
pub(crate) mod component_type {
    pub(crate) const ACTION_ROW: u64 = 1;
    pub(crate) const BUTTON: u64 = 2;
    pub(crate) const STRING_SELECT: u64 = 3;
    pub(crate) const TEXT_INPUT: u64 = 4;
    pub(crate) const USER_SELECT: u64 = 5;
    pub(crate) const ROLE_SELECT: u64 = 6;
    pub(crate) const MENTIONABLE_SELECT: u64 = 7;
    pub(crate) const CHANNEL_SELECT: u64 = 8;
    pub(crate) const SECTION: u64 = 9;
    pub(crate) const TEXT_DISPLAY: u64 = 10;
    pub(crate) const THUMBNAIL: u64 = 11;
    pub(crate) const MEDIA_GALLERY: u64 = 12;
    pub(crate) const FILE: u64 = 13;
    pub(crate) const SEPARATOR: u64 = 14;
    pub(crate) const CONTAINER: u64 = 17;
    pub(crate) const LABEL: u64 = 18;
    pub(crate) const FILE_UPLOAD: u64 = 19;
    pub(crate) const RADIO_GROUP: u64 = 21;
    pub(crate) const CHECKBOX_GROUP: u64 = 22;
    pub(crate) const CHECKBOX: u64 = 23;
}

const ROWS_MAX: usize = 5;
const BUTTONS_MAX: usize = 5;
const CUSTOM_ID_LEN_MAX: usize = 100;
const BUTTON_LABEL_LEN_MAX: usize = 80;
/// The style of a button that is a link.
const STYLE_LINK: u64 = 5;
/// The style of a button that sells something.
const STYLE_PREMIUM: u64 = 6;

/// The `components` of a message body; none if the body doesn't name them. With
/// `is_v2` they may be laid out and refer to the uploaded `files` by name.
pub(crate) fn read(body: &Value, is_v2: bool, files: &[&str]) -> Result<Option<Vec<Value>>, ApiError> {
    let Some(components) = body.get("components") else { return Ok(None) };
    let mut components = components.as_array().cloned().unwrap_or_default();
    if is_v2 {
        layout::check(&components, files)?;
    } else {
        check_rows(&components)?;
    }
    number(&mut components, &mut 1);
    Ok(Some(components))
}

fn check_rows(rows: &[Value]) -> Result<(), ApiError> {
    if rows.len() > ROWS_MAX {
        return Err(ApiError::bad_length("components", 1, ROWS_MAX));
    }
    let mut seen = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let field = format!("components.{at}");
        if row["type"] != json!(component_type::ACTION_ROW) {
            let message = "Value of field \"type\" must be one of (1,).";
            return Err(ApiError::form(&format!("{field}.type"), "BASE_TYPE_CHOICES", message));
        }
        check_row(&field, row, &mut seen)?;
    }
    Ok(())
}

/// Every component, outer ones before what they hold.
pub(crate) fn all(components: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    for component in components {
        found.push(component);
        found.extend(all(component["components"].as_array().map_or(&[][..], Vec::as_slice)));
        found.extend(component.get("accessory"));
    }
    found
}

/// What text displays say, from top to bottom.
pub(crate) fn texts(components: &[Value]) -> Vec<String> {
    let displays = all(components).into_iter().filter(|it| it["type"] == json!(component_type::TEXT_DISPLAY));
    displays.filter_map(|it| it["content"].as_str().map(str::to_owned)).collect()
}

/// All that a message says: what stands in text displays pings like content
/// (Discord, "Text Display").
pub(crate) fn spoken(content: &str, components: &[Value]) -> String {
    texts(components).into_iter().fold(content.to_owned(), |spoken, text| spoken + "\n" + &text)
}

/// The buttons and selects, from top to bottom.
pub(crate) fn interactive(components: &[Value]) -> Vec<&Value> {
    let is_it = |component: &&Value| matches!(component["type"].as_u64(), Some(2..=3 | 5..=8));
    all(components).into_iter().filter(is_it).collect()
}

/// Gives components the ids Discord gives those that have none.
fn number(components: &mut [Value], next: &mut u64) {
    for component in components {
        set_id(component, next);
        if let Some(inner) = component.get_mut("components").and_then(Value::as_array_mut) {
            number(inner, next);
        }
        if let Some(accessory) = component.get_mut("accessory") {
            set_id(accessory, next);
        }
    }
}

fn set_id(component: &mut Value, next: &mut u64) {
    if let Some(component) = component.as_object_mut() {
        component.entry("id").or_insert_with(|| json!(*next));
        *next += 1;
    }
}

pub(super) fn check_row(field: &str, row: &Value, seen: &mut Vec<String>) -> Result<(), ApiError> {
    let inner = row["components"].as_array().map_or(&[][..], Vec::as_slice);
    if inner.is_empty() || inner.len() > BUTTONS_MAX {
        return Err(ApiError::bad_length(&format!("{field}.components"), 1, BUTTONS_MAX));
    }
    for (at, component) in inner.iter().enumerate() {
        let field = format!("{field}.components.{at}");
        match component["type"].as_u64() {
            Some(component_type::BUTTON) => check_button(&field, component)?,
            Some(
                component_type::STRING_SELECT | component_type::USER_SELECT..=component_type::CHANNEL_SELECT,
            ) => select_rules::check(&field, component)?,
            _ => {
                let message = "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).";
                return Err(ApiError::form(&format!("{field}.type"), "BASE_TYPE_CHOICES", message));
            }
        }
        let Some(custom_id) = component["custom_id"].as_str() else { continue };
        if seen.iter().any(|other| other == custom_id) {
            let message = "Component custom id cannot be duplicated";
            let field = format!("{field}.custom_id");
            return Err(ApiError::form(&field, "COMPONENT_CUSTOM_ID_DUPLICATED", message));
        }
        seen.push(custom_id.to_owned());
    }
    Ok(())
}

pub(super) fn check_button(field: &str, button: &Value) -> Result<(), ApiError> {
    let style = button["style"].as_u64().ok_or_else(|| ApiError::required(&format!("{field}.style")))?;
    check_length(field, button, "label", 0, BUTTON_LABEL_LEN_MAX)?;
    match style {
        STYLE_LINK if button["url"].as_str().is_none() => Err(ApiError::required(&format!("{field}.url"))),
        STYLE_LINK | STYLE_PREMIUM => Ok(()),
        1..=4 if button["label"].is_null() && button["emoji"].is_null() => {
            Err(ApiError::required(&format!("{field}.label")))
        }
        1..=4 => check_custom_id(field, button),
        _ => Err(ApiError::form(&format!("{field}.style"), "BASE_TYPE_CHOICES", "Unknown button style.")),
    }
}

fn check_custom_id(field: &str, component: &Value) -> Result<(), ApiError> {
    if component["custom_id"].as_str().is_none() {
        return Err(ApiError::required(&format!("{field}.custom_id")));
    }
    check_length(field, component, "custom_id", 1, CUSTOM_ID_LEN_MAX)
}

pub(super) fn check_length(
    field: &str,
    of: &Value,
    key: &str,
    min: usize,
    max: usize,
) -> Result<(), ApiError> {
    let Some(text) = of[key].as_str() else { return Ok(()) };
    let fits = (min..=max).contains(&text.chars().count());
    let path = if field.is_empty() { key.to_owned() } else { format!("{field}.{key}") };
    if fits { Ok(()) } else { Err(ApiError::bad_length(&path, min, max)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_too_many_is_refused() {
        let row = |at: usize| {
            let button = json!({ "type": 2, "style": 1, "label": "x", "custom_id": at.to_string() });
            json!({ "type": 1, "components": [button] })
        };
        let rows = |count: usize| json!({ "components": (0..count).map(row).collect::<Value>() });
        assert!(read(&rows(5), false, &[]).is_ok());
        assert_eq!(read(&rows(6), false, &[]).expect_err("too many").code, 50035);
    }
}
