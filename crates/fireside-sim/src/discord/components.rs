//! Message components and modals, checked as the documentation says.

use serde_json::{Value, json};

use super::errors::ApiError;

/// Component types in use.
pub(crate) mod component_type {
    pub(crate) const ACTION_ROW: u64 = 1;
    pub(crate) const BUTTON: u64 = 2;
    pub(crate) const STRING_SELECT: u64 = 3;
    pub(crate) const TEXT_INPUT: u64 = 4;
    pub(crate) const CHANNEL_SELECT: u64 = 8;
    pub(crate) const TEXT_DISPLAY: u64 = 10;
    pub(crate) const LABEL: u64 = 18;
    pub(crate) const FILE_UPLOAD: u64 = 19;
}

const ROWS_MAX: usize = 5;
const BUTTONS_MAX: usize = 5;
const OPTIONS_MAX: usize = 25;
const CUSTOM_ID_LEN_MAX: usize = 100;
const BUTTON_LABEL_LEN_MAX: usize = 80;
const TITLE_LEN_MAX: usize = 45;
const INPUT_LEN_MAX: u64 = 4_000;
/// The style of a button that is a link.
const STYLE_LINK: u64 = 5;
/// The style of a button that sells something.
const STYLE_PREMIUM: u64 = 6;

/// The `components` of a message body; none if the body doesn't name them.
pub(crate) fn read_rows(body: &Value) -> Result<Option<Vec<Value>>, ApiError> {
    let Some(components) = body.get("components") else { return Ok(None) };
    let mut rows = components.as_array().cloned().unwrap_or_default();
    let is_v2 = body["flags"].as_u64().unwrap_or(0) & (1 << 15) != 0;
    if rows.len() > ROWS_MAX && !is_v2 {
        return Err(ApiError::bad_length("components", 1, ROWS_MAX));
    }
    let mut seen = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let field = format!("components.{at}");
        match row["type"].as_u64() {
            Some(component_type::ACTION_ROW) => check_row(&field, row, &mut seen)?,
            Some(_) if is_v2 => {}
            _ => {
                let message = "Value of field \"type\" must be one of (1,).";
                return Err(ApiError::form(&format!("{field}.type"), "BASE_TYPE_CHOICES", message));
            }
        }
    }
    number(&mut rows);
    Ok(Some(rows))
}

/// Gives components the ids Discord gives those that have none.
fn number(rows: &mut [Value]) {
    let mut next = 1;
    for row in rows {
        let inner = row.get("components").and_then(Value::as_array).map_or(0, Vec::len);
        set_id(row, &mut next);
        for at in 0..inner {
            set_id(&mut row["components"][at], &mut next);
        }
    }
}

fn set_id(component: &mut Value, next: &mut u64) {
    if let Some(component) = component.as_object_mut() {
        component.entry("id").or_insert_with(|| json!(*next));
        *next += 1;
    }
}

fn check_row(field: &str, row: &Value, seen: &mut Vec<String>) -> Result<(), ApiError> {
    let inner = row["components"].as_array().map_or(&[][..], Vec::as_slice);
    if inner.is_empty() || inner.len() > BUTTONS_MAX {
        return Err(ApiError::bad_length(&format!("{field}.components"), 1, BUTTONS_MAX));
    }
    for (at, component) in inner.iter().enumerate() {
        let field = format!("{field}.components.{at}");
        match component["type"].as_u64() {
            Some(component_type::BUTTON) => check_button(&field, component)?,
            Some(component_type::STRING_SELECT) => {
                check_options(&field, component)?;
                check_custom_id(&field, component)?;
            }
            Some(5..=component_type::CHANNEL_SELECT) => check_custom_id(&field, component)?,
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

fn check_button(field: &str, button: &Value) -> Result<(), ApiError> {
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

fn check_options(field: &str, select: &Value) -> Result<(), ApiError> {
    let count = select["options"].as_array().map_or(0, Vec::len);
    let fits = (1..=OPTIONS_MAX).contains(&count);
    if fits { Ok(()) } else { Err(ApiError::bad_length(&format!("{field}.options"), 1, OPTIONS_MAX)) }
}

fn check_custom_id(field: &str, component: &Value) -> Result<(), ApiError> {
    if component["custom_id"].as_str().is_none() {
        return Err(ApiError::required(&format!("{field}.custom_id")));
    }
    check_length(field, component, "custom_id", 1, CUSTOM_ID_LEN_MAX)
}

fn check_length(field: &str, of: &Value, key: &str, min: usize, max: usize) -> Result<(), ApiError> {
    let Some(text) = of[key].as_str() else { return Ok(()) };
    let fits = (min..=max).contains(&text.chars().count());
    let path = if field.is_empty() { key.to_owned() } else { format!("{field}.{key}") };
    if fits { Ok(()) } else { Err(ApiError::bad_length(&path, min, max)) }
}

/// Checks the `data` of a modal callback: a title, a custom id, 1 to 5 inputs.
pub(crate) fn check_modal(data: &Value) -> Result<(), ApiError> {
    for required in ["title", "custom_id"] {
        if data[required].as_str().is_none() {
            return Err(ApiError::required(&format!("data.{required}")));
        }
    }
    check_length("data", data, "title", 1, TITLE_LEN_MAX)?;
    check_length("data", data, "custom_id", 1, CUSTOM_ID_LEN_MAX)?;
    let rows = data["components"].as_array().map_or(&[][..], Vec::as_slice);
    if rows.is_empty() || rows.len() > ROWS_MAX {
        return Err(ApiError::bad_length("data.components", 1, ROWS_MAX));
    }
    for (at, row) in rows.iter().enumerate() {
        let field = format!("data.components.{at}");
        match row["type"].as_u64() {
            Some(component_type::ACTION_ROW) => {
                let field = format!("{field}.components.0");
                let input = &row["components"][0];
                check_length(&field, input, "label", 1, TITLE_LEN_MAX)?;
                if input["label"].as_str().is_none() {
                    return Err(ApiError::required(&format!("{field}.label")));
                }
                check_input(&field, input)?;
            }
            Some(component_type::LABEL) => {
                check_length(&field, row, "label", 1, TITLE_LEN_MAX)?;
                if row["label"].as_str().is_none() {
                    return Err(ApiError::required(&format!("{field}.label")));
                }
                check_input(&format!("{field}.component"), &row["component"])?;
            }
            Some(component_type::TEXT_DISPLAY) => {}
            _ => {
                let message = "Value of field \"type\" must be one of (1, 10, 18).";
                return Err(ApiError::form(&format!("{field}.type"), "BASE_TYPE_CHOICES", message));
            }
        }
    }
    Ok(())
}

fn check_input(field: &str, input: &Value) -> Result<(), ApiError> {
    check_custom_id(field, input)?;
    match input["type"].as_u64() {
        Some(component_type::TEXT_INPUT) => {
            if !matches!(input["style"].as_u64(), Some(1 | 2)) {
                return Err(ApiError::required(&format!("{field}.style")));
            }
            let too_long = |key: &str| input[key].as_u64().is_some_and(|length| length > INPUT_LEN_MAX);
            if let Some(key) = ["min_length", "max_length"].into_iter().find(|key| too_long(key)) {
                let message = format!("int value should be less than or equal to {INPUT_LEN_MAX}.");
                return Err(ApiError::form(&format!("{field}.{key}"), "NUMBER_TYPE_MAX", &message));
            }
            Ok(())
        }
        Some(component_type::STRING_SELECT) => check_options(field, input),
        Some(5..=component_type::CHANNEL_SELECT | component_type::FILE_UPLOAD | 21..=23) => Ok(()),
        _ => {
            let message = "This component cannot be used in a modal.";
            Err(ApiError::form(&format!("{field}.type"), "BASE_TYPE_CHOICES", message))
        }
    }
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
        assert!(read_rows(&rows(5)).is_ok());
        assert_eq!(read_rows(&rows(6)).expect_err("too many").code, 50035);
    }

    #[test]
    fn a_modal_takes_text_inputs_in_rows_and_in_labels() {
        let input = json!({ "type": 4, "custom_id": "summary", "style": 1, "label": "Summary" });
        let in_row = json!({ "type": 1, "components": [input] });
        let bare = json!({ "type": 4, "custom_id": "details", "style": 2 });
        let in_label = json!({ "type": 18, "label": "Details", "component": bare });
        let mut modal = json!({ "title": "Feedback", "custom_id": "f", "components": [in_row, in_label] });
        assert_eq!(check_modal(&modal), Ok(()));
        modal["title"] = json!("t".repeat(46));
        assert_eq!(check_modal(&modal).expect_err("long title").code, 50035);
    }
}
