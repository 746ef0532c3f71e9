//! Application commands, checked as the documentation says.

use serde_json::{Value, json};

use super::errors::ApiError;
use super::locales;

/// Command types in use.
pub(crate) mod command_type {
    pub(crate) const CHAT_INPUT: u64 = 1;
    pub(crate) const USER: u64 = 2;
    pub(crate) const MESSAGE: u64 = 3;
}

/// Option types.
pub(crate) mod option_type {
    pub(crate) const SUBCOMMAND: u64 = 1;
    pub(crate) const SUBCOMMAND_GROUP: u64 = 2;
    pub(crate) const STRING: u64 = 3;
    pub(crate) const INTEGER: u64 = 4;
    pub(crate) const BOOLEAN: u64 = 5;
    pub(crate) const USER: u64 = 6;
    pub(crate) const CHANNEL: u64 = 7;
    pub(crate) const ROLE: u64 = 8;
    pub(crate) const MENTIONABLE: u64 = 9;
    pub(crate) const NUMBER: u64 = 10;
    pub(crate) const ATTACHMENT: u64 = 11;
}

const NAME_LEN_MAX: usize = 32;
const DESCRIPTION_LEN_MAX: usize = 100;
const OPTIONS_MAX: usize = 25;
const CHOICES_MAX: usize = 25;
const CHOICE_NAME_LEN_MAX: usize = 100;
const VALUE_LEN_MAX: u64 = 6_000;
/// All names, descriptions and values of one command together.
const TEXT_LEN_MAX: usize = 8_000;

/// The type of a command; a slash command when it doesn't say.
pub(crate) fn type_of(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(command_type::CHAT_INPUT)
}

/// Whether an option is a subcommand or a group of them.
pub(crate) fn is_branch(option: &Value) -> bool {
    matches!(option["type"].as_u64(), Some(option_type::SUBCOMMAND | option_type::SUBCOMMAND_GROUP))
}

/// The options of a command or of one of its branches.
pub(crate) fn options_of(parent: &Value) -> &[Value] {
    parent["options"].as_array().map_or(&[][..], Vec::as_slice)
}

/// Checks a command; `place` is where it stands in the body, `""` or `"3."`.
pub(crate) fn check(place: &str, command: &Value) -> Result<(), ApiError> {
    let kind = type_of(command);
    let field = |name: &str| format!("{place}{name}");
    if !(command_type::CHAT_INPUT..=command_type::MESSAGE).contains(&kind) {
        let message = "Value must be one of {1, 2, 3}.";
        return Err(ApiError::form(&field("type"), "BASE_TYPE_CHOICES", message));
    }
    if kind == command_type::CHAT_INPUT {
        check_texts(place, command)?;
        check_options(place, command, 0)?;
    } else {
        check_menu(place, command)?;
    }
    if text_length(command) > TEXT_LEN_MAX {
        let message = "Command exceeds maximum size (8000)";
        return Err(ApiError::form(&field("options"), "APPLICATION_COMMAND_TOO_LARGE", message));
    }
    for (name, max) in [("contexts", 2), ("integration_types", 1)] {
        let entries = command[name].as_array().into_iter().flatten();
        if entries.clone().any(|entry| entry.as_u64().is_none_or(|entry| entry > max)) {
            return Err(ApiError::form(&field(name), "BASE_TYPE_CHOICES", "Unknown value."));
        }
        if command[name].as_array().is_some_and(Vec::is_empty) {
            return Err(ApiError::form(&field(name), "BASE_TYPE_MIN_LENGTH", "Must be 1 or more in length."));
        }
    }
    Ok(())
}

/// A menu command has a name of any letters, and neither description nor options.
fn check_menu(place: &str, command: &Value) -> Result<(), ApiError> {
    let field = |name: &str| format!("{place}{name}");
    let name = command["name"].as_str().ok_or_else(|| ApiError::required(&field("name")))?;
    let check_length = |field: &str, name: &str| length_within(field, name, 1, NAME_LEN_MAX);
    check_length(&field("name"), name)?;
    locales::check(&field("name_localizations"), &command["name_localizations"], check_length)?;
    let has =
        |name: &str| command[name].as_str().map_or(!options_of(command).is_empty(), |it| !it.is_empty());
    if has("description") {
        let message = "Context menu commands cannot have description";
        return Err(ApiError::form(
            &field("description"),
            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
            message,
        ));
    }
    Ok(())
}

/// The name and description of a slash command or an option, in every language.
fn check_texts(place: &str, of: &Value) -> Result<(), ApiError> {
    let field = |name: &str| format!("{place}{name}");
    let name = of["name"].as_str().ok_or_else(|| ApiError::required(&field("name")))?;
    check_name(&field("name"), name)?;
    locales::check(&field("name_localizations"), &of["name_localizations"], check_name)?;
    let described = |field: &str, text: &str| length_within(field, text, 1, DESCRIPTION_LEN_MAX);
    let description = of["description"].as_str().ok_or_else(|| ApiError::required(&field("description")))?;
    described(&field("description"), description)?;
    locales::check(&field("description_localizations"), &of["description_localizations"], described)
}

fn check_name(field: &str, name: &str) -> Result<(), ApiError> {
    length_within(field, name, 1, NAME_LEN_MAX)?;
    // Letters that have a lower case must be in it; marks of Devanagari and Thai are letters.
    let is_valid = |letter: char| {
        let is_mark = matches!(letter, '\u{900}'..='\u{97f}' | '\u{e00}'..='\u{e7f}');
        let is_letter = letter.is_alphanumeric() || is_mark;
        (is_letter && letter.to_lowercase().eq([letter])) || matches!(letter, '-' | '_' | '\'')
    };
    if name.chars().all(is_valid) {
        return Ok(());
    }
    Err(ApiError::form(field, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"))
}

fn length_within(field: &str, text: &str, min: usize, max: usize) -> Result<(), ApiError> {
    let fits = (min..=max).contains(&text.chars().count());
    if fits { Ok(()) } else { Err(ApiError::bad_length(field, min, max)) }
}

/// Checks options; `depth` is 0 in a command, 1 in a group or subcommand of it.
fn check_options(place: &str, parent: &Value, depth: u8) -> Result<(), ApiError> {
    let options = options_of(parent);
    let field = format!("{place}options");
    if options.len() > OPTIONS_MAX {
        return Err(ApiError::bad_length(&field, 0, OPTIONS_MAX));
    }
    if options.iter().any(is_branch) && !options.iter().all(is_branch) {
        let message =
            "Sub-command and sub-command group option types are mutually exclusive to all other types";
        return Err(ApiError::form(&field, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message));
    }
    let is_required = |option: &Value| option["required"] == json!(true);
    if options.windows(2).any(|pair| !is_required(&pair[0]) && is_required(&pair[1])) {
        let message = "Required options must be placed before non-required options";
        return Err(ApiError::form(&field, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message));
    }
    for (at, option) in options.iter().enumerate() {
        let place = format!("{field}.{at}.");
        check_texts(&place, option)?;
        if options[..at].iter().any(|other| other["name"] == option["name"]) {
            let message = "Option names must be unique";
            return Err(ApiError::form(
                &format!("{place}name"),
                "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                message,
            ));
        }
        check_option(&place, option, depth)?;
    }
    Ok(())
}

fn check_option(place: &str, option: &Value, depth: u8) -> Result<(), ApiError> {
    let field = |name: &str| format!("{place}{name}");
    let wrong_type = || {
        let message = "This option type cannot be used here.";
        ApiError::form(&field("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
    };
    let kind = option["type"].as_u64().ok_or_else(|| ApiError::required(&field("type")))?;
    match kind {
        option_type::SUBCOMMAND_GROUP if depth > 0 => return Err(wrong_type()),
        option_type::SUBCOMMAND_GROUP => {
            let inner = options_of(option);
            if !inner.iter().all(|it| it["type"] == json!(option_type::SUBCOMMAND)) {
                return Err(wrong_type());
            }
            return check_options(place, option, 1);
        }
        option_type::SUBCOMMAND => {
            if options_of(option).iter().any(is_branch) {
                return Err(wrong_type());
            }
            return check_options(place, option, 2);
        }
        option_type::STRING..=option_type::ATTACHMENT => {}
        _ => return Err(wrong_type()),
    }
    let takes_choices = matches!(kind, option_type::STRING | option_type::INTEGER | option_type::NUMBER);
    let completes = option["autocomplete"] == json!(true);
    let choices = option["choices"].as_array().map_or(&[][..], Vec::as_slice);
    if completes && (!takes_choices || !choices.is_empty()) {
        let message = "Autocomplete cannot be used with choices or with this option type.";
        return Err(ApiError::form(
            &field("autocomplete"),
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
            message,
        ));
    }
    if !choices.is_empty() && !takes_choices {
        return Err(wrong_type());
    }
    check_bounds(place, option)?;
    check_choices(&field("choices"), choices, kind)
}

fn check_bounds(place: &str, option: &Value) -> Result<(), ApiError> {
    for name in ["min_length", "max_length"] {
        if option[name].as_u64().is_some_and(|length| length > VALUE_LEN_MAX) {
            let message = format!("int value should be less than or equal to {VALUE_LEN_MAX}.");
            return Err(ApiError::form(&format!("{place}{name}"), "NUMBER_TYPE_MAX", &message));
        }
    }
    for (min, max) in [("min_length", "max_length"), ("min_value", "max_value")] {
        if let (Some(least), Some(most)) = (option[min].as_f64(), option[max].as_f64())
            && least > most
        {
            let message = format!("{min} must not be greater than {max}.");
            return Err(ApiError::form(&format!("{place}{min}"), "NUMBER_TYPE_MAX", &message));
        }
    }
    Ok(())
}

/// Checks the choices of an option, or those an autocomplete is answered with.
pub(crate) fn check_choices(field: &str, choices: &[Value], kind: u64) -> Result<(), ApiError> {
    if choices.len() > CHOICES_MAX {
        return Err(ApiError::bad_length(field, 0, CHOICES_MAX));
    }
    for (at, choice) in choices.iter().enumerate() {
        let field = |name: &str| format!("{field}.{at}.{name}");
        let name = choice["name"].as_str().ok_or_else(|| ApiError::required(&field("name")))?;
        let named = |field: &str, name: &str| length_within(field, name, 1, CHOICE_NAME_LEN_MAX);
        named(&field("name"), name)?;
        locales::check(&field("name_localizations"), &choice["name_localizations"], named)?;
        let value = &choice["value"];
        let fits = match kind {
            option_type::INTEGER => value.is_i64() || value.is_u64(),
            option_type::NUMBER => value.is_number(),
            _ => value.as_str().is_some_and(|text| text.chars().count() as u64 <= VALUE_LEN_MAX),
        };
        if !fits {
            let message = "Could not convert value to the type of the option.";
            return Err(ApiError::form(&field("value"), "BASE_TYPE_BAD_TYPE", message));
        }
    }
    Ok(())
}

/// What counts toward the limit of a command's texts: the longest of each
/// text's localizations.
fn text_length(of: &Value) -> usize {
    let longest = |name: &str| {
        let localized = of[format!("{name}_localizations").as_str()].as_object().into_iter().flatten();
        let texts = localized.map(|(_, text)| text).chain([&of[name]]);
        texts.filter_map(Value::as_str).map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let value = of["value"].as_str().map_or(0, |text| text.chars().count());
    let inner = ["options", "choices"].into_iter().filter_map(|name| of[name].as_array()).flatten();
    longest("name") + longest("description") + value + inner.map(text_length).sum::<usize>()
}
