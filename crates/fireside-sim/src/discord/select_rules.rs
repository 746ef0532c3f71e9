//! What messages and modals have in common: selects, options and how many of
//! them may be chosen.

use serde_json::{Value, json};

use super::components::component_type::{
    CHANNEL_SELECT, MENTIONABLE_SELECT, ROLE_SELECT, STRING_SELECT, USER_SELECT,
};
use super::errors::ApiError;

const OPTIONS_MAX: usize = 25;
const CUSTOM_ID_LEN_MAX: usize = 100;
const PLACEHOLDER_LEN_MAX: usize = 150;

/// Checks a select of any kind.
pub(crate) fn check(field: &str, select: &Value) -> Result<(), ApiError> {
    text_within(field, select, "custom_id", 1, CUSTOM_ID_LEN_MAX, true)?;
    text_within(field, select, "placeholder", 0, PLACEHOLDER_LEN_MAX, false)?;
    check_bounds(field, select, OPTIONS_MAX, 1)?;
    if select["type"] == json!(STRING_SELECT) {
        return check_options(field, select, 1, OPTIONS_MAX);
    }
    check_default_values(field, select)
}

/// Checks who or what is chosen beforehand: ids of the select's kind, as many as
/// may be chosen.
fn check_default_values(field: &str, select: &Value) -> Result<(), ApiError> {
    let defaults = select["default_values"].as_array().map_or(&[][..], Vec::as_slice);
    let field = format!("{field}.default_values");
    let kinds: &[&str] = match select["type"].as_u64() {
        Some(USER_SELECT) => &["user"],
        Some(ROLE_SELECT) => &["role"],
        Some(MENTIONABLE_SELECT) => &["user", "role"],
        Some(CHANNEL_SELECT) => &["channel"],
        _ => &[],
    };
    for (at, value) in defaults.iter().enumerate() {
        if !value["type"].as_str().is_some_and(|kind| kinds.contains(&kind)) {
            let message = format!("Value must be one of {kinds:?}.");
            return Err(ApiError::form(&format!("{field}.{at}.type"), "BASE_TYPE_CHOICES", &message));
        }
        if super::mentions::snowflake(&value["id"]).is_none() {
            return Err(ApiError::required(&format!("{field}.{at}.id")));
        }
    }
    let (min, max) = (bound(select, "min_values", 1), bound(select, "max_values", 1));
    let fits = defaults.is_empty() || (min..=max).contains(&(defaults.len() as u64));
    let message = "The number of default values must be in the range defined by min_values and max_values";
    if fits {
        Ok(())
    } else {
        Err(ApiError::form(&field, "SELECT_COMPONENT_INVALID_DEFAULT_VALUES", message))
    }
}

/// Checks the options of a select or group: `min` to `max`, each value once.
pub(crate) fn check_options(field: &str, input: &Value, min: usize, max: usize) -> Result<(), ApiError> {
    let options = input["options"].as_array().map_or(&[][..], Vec::as_slice);
    let field = format!("{field}.options");
    if !(min..=max).contains(&options.len()) {
        return Err(ApiError::bad_length(&field, min, max));
    }
    for (at, option) in options.iter().enumerate() {
        let place = format!("{field}.{at}");
        text_within(&place, option, "label", 1, 100, true)?;
        text_within(&place, option, "value", 1, 100, true)?;
        text_within(&place, option, "description", 0, 100, false)?;
        if options[..at].iter().any(|other| other["value"] == option["value"]) {
            let (field, message) = (format!("{place}.value"), "The specified option value is already used");
            return Err(ApiError::form(&field, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message));
        }
    }
    Ok(())
}

/// Checks how many values may be chosen, or files uploaded: at most `max`, and
/// `default_most` when it isn't said.
pub(crate) fn check_bounds(
    field: &str,
    input: &Value,
    max: usize,
    default_most: u64,
) -> Result<(), ApiError> {
    let (least, most) = (bound(input, "min_values", 1), bound(input, "max_values", default_most));
    let (name, message) = if most == 0 || most > max as u64 {
        ("max_values", format!("int value should be between 1 and {max}."))
    } else if least > most {
        ("min_values", "min_values must not be greater than max_values.".to_owned())
    } else {
        return Ok(());
    };
    Err(ApiError::form(&format!("{field}.{name}"), "NUMBER_TYPE_MAX", &message))
}

fn bound(input: &Value, name: &str, default: u64) -> u64 {
    input[name].as_u64().unwrap_or(default)
}

/// Checks the length of a text, in characters.
pub(crate) fn text_within(
    field: &str,
    of: &Value,
    name: &str,
    min: usize,
    max: usize,
    is_required: bool,
) -> Result<(), ApiError> {
    let path = format!("{field}.{name}");
    let Some(text) = of[name].as_str() else {
        return if is_required { Err(ApiError::required(&path)) } else { Ok(()) };
    };
    let fits = (min..=max).contains(&text.chars().count());
    if fits { Ok(()) } else { Err(ApiError::bad_length(&path, min, max)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_beforehand_is_of_the_selects_kind_and_fits_its_bounds() {
        let select = |defaults: Value| json!({ "type": USER_SELECT, "custom_id": "x", "max_values": 2, "default_values": defaults });
        let user = json!({ "type": "user", "id": "7" });
        assert_eq!(check("f", &select(json!([user]))), Ok(()));
        assert!(check("f", &select(json!([{ "type": "role", "id": "7" }]))).is_err());
        assert!(check("f", &select(json!([user, user, user]))).is_err());
        assert!(check("f", &select(json!([{ "type": "user" }]))).is_err());
    }

    #[test]
    fn the_least_is_not_above_the_most() {
        let select = |min: u64, max: u64| json!({ "type": ROLE_SELECT, "custom_id": "x", "min_values": min, "max_values": max });
        assert_eq!(check("f", &select(0, 25)), Ok(()));
        for (min, max) in [(3, 2), (0, 0), (1, 26)] {
            assert!(check("f", &select(min, max)).is_err(), "{min} to {max}");
        }
    }
}
