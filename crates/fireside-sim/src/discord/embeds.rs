//! Embeds, checked as the documentation says.

use serde_json::{Value, json};

use super::errors::ApiError;

const EMBEDS_MAX: usize = 10;
const FIELDS_MAX: usize = 25;
/// All texts of all embeds of a message together, in characters.
const TEXT_LEN_MAX: usize = 6_000;
/// Where a text stands and how many characters it may have.
const TEXTS: [(&str, usize); 4] =
    [("/title", 256), ("/description", 4_096), ("/footer/text", 2_048), ("/author/name", 256)];
/// The texts a field must have.
const FIELD_TEXTS: [(&str, usize); 2] = [("name", 256), ("value", 1_024)];

/// The `embeds` of a message body; none if the body doesn't name them.
pub(crate) fn read(body: &Value) -> Result<Option<Vec<Value>>, ApiError> {
    let Some(embeds) = body.get("embeds") else { return Ok(None) };
    let mut embeds = embeds.as_array().cloned().unwrap_or_default();
    if embeds.len() > EMBEDS_MAX {
        return Err(ApiError::bad_length("embeds", 0, EMBEDS_MAX));
    }
    let mut length = 0;
    for (at, embed) in embeds.iter_mut().enumerate() {
        length += check(&format!("embeds.{at}"), embed)?;
        let Some(embed) = embed.as_object_mut() else { continue };
        // Whoever sends one can only send this type.
        embed.insert("type".to_owned(), json!("rich"));
        for field in embed.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten() {
            if field["inline"].is_null() {
                field["inline"] = json!(false);
            }
        }
        embed.retain(|_, value| !value.is_null());
    }
    if length > TEXT_LEN_MAX {
        let message = format!("Embed size exceeds maximum size of {TEXT_LEN_MAX}");
        return Err(ApiError::form("embeds", "MAX_EMBED_SIZE_EXCEEDED", &message));
    }
    Ok(Some(embeds))
}

/// Checks one embed; the number of its characters.
fn check(field: &str, embed: &Value) -> Result<usize, ApiError> {
    if !embed.is_object() {
        let message = "Only dictionaries may be used in a DictType";
        return Err(ApiError::form(field, "DICT_TYPE_CONVERT", message));
    }
    let mut length = 0;
    for (pointer, max) in TEXTS {
        let Some(text) = embed.pointer(pointer).and_then(Value::as_str) else { continue };
        let count = text.chars().count();
        if count > max {
            return Err(ApiError::too_long(&format!("{field}{}", pointer.replace('/', ".")), max));
        }
        length += count;
    }
    let fields = embed["fields"].as_array().map_or(&[][..], Vec::as_slice);
    if fields.len() > FIELDS_MAX {
        return Err(ApiError::bad_length(&format!("{field}.fields"), 0, FIELDS_MAX));
    }
    for (at, entry) in fields.iter().enumerate() {
        for (key, max) in FIELD_TEXTS {
            let path = format!("{field}.fields.{at}.{key}");
            let text = entry[key].as_str().filter(|text| !text.trim().is_empty());
            let count = text.ok_or_else(|| ApiError::required(&path))?.chars().count();
            if count > max {
                return Err(ApiError::too_long(&path, max));
            }
            length += count;
        }
    }
    for link in ["/url", "/image/url", "/thumbnail/url", "/author/url"] {
        let url = embed.pointer(link).and_then(Value::as_str);
        let known = |url: &str| ["http://", "https://", "attachment://"].iter().any(|it| url.starts_with(it));
        if url.is_some_and(|url| !known(url)) {
            let message = "Not a well formed URL.";
            let path = format!("{field}{}", link.replace('/', "."));
            return Err(ApiError::form(&path, "URL_TYPE_INVALID_URL", message));
        }
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(embeds: &Value) -> ApiError {
        read(&json!({ "embeds": embeds })).expect_err("too much")
    }

    #[test]
    fn each_part_has_its_limit_and_all_together_another() {
        let fits = json!([{ "title": "t".repeat(256), "fields": [{ "name": "n", "value": "v" }] }]);
        let read = read(&json!({ "embeds": fits })).expect("fits").expect("named");
        assert_eq!((&read[0]["type"], &read[0]["fields"][0]["inline"]), (&json!("rich"), &json!(false)));
        assert!(refused(&json!([{ "title": "t".repeat(257) }])).fields.is_some());
        assert!(refused(&json!([{ "fields": [{ "name": "n" }] }])).fields.is_some());
        let long = json!({ "description": "d".repeat(3_001) });
        let error = refused(&json!([long, long]));
        assert_eq!(error.fields.expect("told")["embeds"]["_errors"][0]["code"], "MAX_EMBED_SIZE_EXCEEDED");
    }
}
