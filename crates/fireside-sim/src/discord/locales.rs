//! The languages Discord knows.

use serde_json::Value;

use super::errors::ApiError;

/// The locales that localizations may name.
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk",
    "vi", "zh-CN", "zh-TW",
];

pub(crate) fn is_known(locale: &str) -> bool {
    LOCALES.contains(&locale)
}

/// Checks a dictionary of localizations, each text by `check` with its field.
pub(crate) fn check(
    field: &str,
    localizations: &Value,
    check: impl Fn(&str, &str) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    for (locale, text) in localizations.as_object().into_iter().flatten() {
        let field = format!("{field}.{locale}");
        if !is_known(locale) {
            let message = format!("Locale \"{locale}\" is not a supported locale.");
            return Err(ApiError::form(&field, "BASE_TYPE_CHOICES", &message));
        }
        match text {
            Value::Null => {}
            Value::String(text) => check(&field, text)?,
            _ => return Err(ApiError::form(&field, "STRING_TYPE_CONVERT", "Could not interpret as string.")),
        }
    }
    Ok(())
}
