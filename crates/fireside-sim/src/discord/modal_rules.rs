//! Modals, checked as the documentation says.

use serde_json::{Value, json};

use super::components::component_type::{
    ACTION_ROW, CHANNEL_SELECT, CHECKBOX, CHECKBOX_GROUP, FILE_UPLOAD, LABEL, RADIO_GROUP, STRING_SELECT,
    TEXT_DISPLAY, TEXT_INPUT, USER_SELECT,
};
use super::errors::ApiError;
use super::select_rules::{self, check_bounds, check_options, text_within};

/// Action rows, labels and texts of one modal.
const COMPONENTS_MAX: usize = 5;
const CUSTOM_ID_LEN_MAX: usize = 100;
const TITLE_LEN_MAX: usize = 45;
const DESCRIPTION_LEN_MAX: usize = 100;
const PLACEHOLDER_LEN_MAX: usize = 100;
const INPUT_LEN_MAX: u64 = 4_000;
const GROUP_OPTIONS_MAX: usize = 10;
const FILES_MAX: usize = 10;

/// Checks the `data` of a modal callback: a title, a custom id, 1 to 5 components.
pub(crate) fn check(data: &Value) -> Result<(), ApiError> {
    text_within("data", data, "title", 1, TITLE_LEN_MAX, true)?;
    text_within("data", data, "custom_id", 1, CUSTOM_ID_LEN_MAX, true)?;
    let components = data["components"].as_array().map_or(&[][..], Vec::as_slice);
    if components.is_empty() || components.len() > COMPONENTS_MAX {
        return Err(ApiError::bad_length("data.components", 1, COMPONENTS_MAX));
    }
    let mut seen = Vec::new();
    for (at, component) in components.iter().enumerate() {
        let field = format!("data.components.{at}");
        let (field, input) = match component["type"].as_u64() {
            Some(ACTION_ROW) => {
                let field = format!("{field}.components.0");
                let input = &component["components"][0];
                if input["type"] != json!(TEXT_INPUT) {
                    return Err(bad_type(&field, "Value of field \"type\" must be one of (4,)."));
                }
                text_within(&field, input, "label", 1, TITLE_LEN_MAX, true)?;
                (field, input)
            }
            Some(LABEL) => {
                text_within(&field, component, "label", 1, TITLE_LEN_MAX, true)?;
                text_within(&field, component, "description", 0, DESCRIPTION_LEN_MAX, false)?;
                (format!("{field}.component"), &component["component"])
            }
            Some(TEXT_DISPLAY) => {
                text_within(&field, component, "content", 1, 4_000, true)?;
                continue;
            }
            _ => return Err(bad_type(&field, "Value of field \"type\" must be one of (1, 10, 18).")),
        };
        check_input(&field, input)?;
        if seen.contains(&&input["custom_id"]) {
            let message = "Component custom id cannot be duplicated";
            return Err(ApiError::form(
                &format!("{field}.custom_id"),
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                message,
            ));
        }
        seen.push(&input["custom_id"]);
    }
    Ok(())
}

fn check_input(field: &str, input: &Value) -> Result<(), ApiError> {
    let kind = input["type"].as_u64().ok_or_else(|| ApiError::required(&format!("{field}.type")))?;
    text_within(field, input, "custom_id", 1, CUSTOM_ID_LEN_MAX, true)?;
    match kind {
        TEXT_INPUT => check_text_input(field, input),
        STRING_SELECT | USER_SELECT..=CHANNEL_SELECT => select_rules::check(field, input),
        FILE_UPLOAD => check_bounds(field, input, FILES_MAX, 1),
        RADIO_GROUP => check_options(field, input, 2, GROUP_OPTIONS_MAX),
        CHECKBOX_GROUP => {
            check_options(field, input, 1, GROUP_OPTIONS_MAX)?;
            let options = input["options"].as_array().map_or(0, Vec::len);
            check_bounds(field, input, GROUP_OPTIONS_MAX, options as u64)
        }
        CHECKBOX => Ok(()),
        _ => Err(bad_type(field, "This component cannot be used in a modal.")),
    }
}

fn check_text_input(field: &str, input: &Value) -> Result<(), ApiError> {
    if !matches!(input["style"].as_u64(), Some(1 | 2)) {
        return Err(ApiError::required(&format!("{field}.style")));
    }
    text_within(field, input, "placeholder", 0, PLACEHOLDER_LEN_MAX, false)?;
    text_within(field, input, "value", 0, 4_000, false)?;
    for key in ["min_length", "max_length"] {
        if input[key].as_u64().is_some_and(|length| length > INPUT_LEN_MAX) {
            let message = format!("int value should be less than or equal to {INPUT_LEN_MAX}.");
            return Err(ApiError::form(&format!("{field}.{key}"), "NUMBER_TYPE_MAX", &message));
        }
    }
    Ok(())
}

fn bad_type(field: &str, message: &str) -> ApiError {
    ApiError::form(&format!("{field}.type"), "BASE_TYPE_CHOICES", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modal(components: Value) -> Value {
        json!({ "title": "Feedback", "custom_id": "f", "components": components })
    }

    #[test]
    fn a_modal_takes_text_inputs_in_rows_and_in_labels() {
        let input = json!({ "type": 4, "custom_id": "summary", "style": 1, "label": "Summary" });
        let in_row = json!({ "type": 1, "components": [input] });
        let bare = json!({ "type": 4, "custom_id": "details", "style": 2 });
        let in_label = json!({ "type": 18, "label": "Details", "component": bare });
        let mut modal = modal(json!([in_row, in_label]));
        assert_eq!(check(&modal), Ok(()));
        modal["title"] = json!("t".repeat(46));
        assert_eq!(check(&modal).expect_err("long title").code, 50035);
    }

    #[test]
    fn a_modal_takes_what_labels_hold_and_nothing_else() {
        let label = |component: Value| modal(json!([{ "type": 18, "label": "l", "component": component }]));
        let options = json!([{ "label": "a", "value": "a" }, { "label": "b", "value": "b" }]);
        for kind in [3, 5, 6, 7, 8, 19, 21, 22, 23] {
            let component = json!({ "type": kind, "custom_id": "x", "options": options });
            assert_eq!(check(&label(component)), Ok(()), "type {kind}");
        }
        let button = json!({ "type": 2, "custom_id": "x", "style": 1, "label": "no" });
        assert!(check(&label(button)).is_err());
        let single = json!({ "type": 21, "custom_id": "x", "options": [{ "label": "a", "value": "a" }] });
        assert!(check(&label(single)).is_err(), "a radio group offers two or more");
        let files = json!({ "type": 19, "custom_id": "x", "max_values": 11 });
        assert!(check(&label(files)).is_err(), "a file upload takes ten at most");
    }
}
