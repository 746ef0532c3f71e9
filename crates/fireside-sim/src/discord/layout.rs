//! Components of version 2, which lay a message out: checked as the
//! documentation says, and drawn as answers carry them.

use serde_json::{Value, json};

use super::components::{check_button, check_length, check_row, component_type};
use super::errors::ApiError;

/// Components of one message, nested ones too.
const COMPONENTS_MAX: usize = 40;
/// All texts of one message together, in characters.
const TEXT_LEN_MAX: usize = 4_000;
const SECTION_TEXTS_MAX: usize = 3;
const GALLERY_ITEMS_MAX: usize = 10;
const DESCRIPTION_LEN_MAX: usize = 1_024;
/// What a file that comes with the message is referred to with.
const ATTACHMENT: &str = "attachment://";

/// Checks the components of a message with the flag `IS_COMPONENTS_V2`, which
/// may refer to the uploaded `files` by name.
pub(super) fn check(components: &[Value], files: &[&str]) -> Result<(), ApiError> {
    let mut check = Check { files, seen: Vec::new(), count: 0, text_len: 0 };
    for (at, component) in components.iter().enumerate() {
        check.block(&format!("components.{at}"), component, false)?;
    }
    if check.count > COMPONENTS_MAX {
        let message = format!("The maximum number of components is {COMPONENTS_MAX}.");
        return Err(ApiError::form("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", &message));
    }
    if check.text_len > TEXT_LEN_MAX {
        let message = format!("The displayable text is longer than {TEXT_LEN_MAX} characters.");
        return Err(ApiError::form("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", &message));
    }
    Ok(())
}

struct Check<'a> {
    files: &'a [&'a str],
    /// Custom ids met so far.
    seen: Vec<String>,
    count: usize,
    text_len: usize,
}

impl Check<'_> {
    /// A component that stands for itself, in a message or in a container.
    fn block(&mut self, field: &str, component: &Value, is_inner: bool) -> Result<(), ApiError> {
        self.count += 1;
        match component["type"].as_u64() {
            Some(component_type::ACTION_ROW) => {
                self.count += component["components"].as_array().map_or(0, Vec::len);
                check_row(field, component, &mut self.seen)
            }
            Some(component_type::SECTION) => self.section(field, component),
            Some(component_type::TEXT_DISPLAY) => self.text(field, component),
            Some(component_type::MEDIA_GALLERY) => self.gallery(field, component),
            Some(component_type::FILE) => {
                let url = component["file"]["url"].as_str().unwrap_or_default();
                if !url.starts_with(ATTACHMENT) {
                    let message = "A file must be an attachment of the message.";
                    return Err(ApiError::form(
                        &format!("{field}.file.url"),
                        "URL_TYPE_INVALID_SCHEME",
                        message,
                    ));
                }
                self.media(&format!("{field}.file"), &component["file"])
            }
            Some(component_type::SEPARATOR) => match component["spacing"].as_u64() {
                None | Some(1 | 2) => Ok(()),
                Some(_) => Err(choices(&format!("{field}.spacing"), "(1, 2)")),
            },
            Some(component_type::CONTAINER) if !is_inner => self.container(field, component),
            _ if is_inner => Err(choices(&format!("{field}.type"), "(1, 9, 10, 12, 13, 14)")),
            _ => Err(choices(&format!("{field}.type"), "(1, 9, 10, 12, 13, 14, 17)")),
        }
    }

    fn container(&mut self, field: &str, container: &Value) -> Result<(), ApiError> {
        let inner = container["components"].as_array().map_or(&[][..], Vec::as_slice);
        if inner.is_empty() {
            return Err(ApiError::bad_length(&format!("{field}.components"), 1, COMPONENTS_MAX));
        }
        for (at, component) in inner.iter().enumerate() {
            self.block(&format!("{field}.components.{at}"), component, true)?;
        }
        Ok(())
    }

    fn section(&mut self, field: &str, section: &Value) -> Result<(), ApiError> {
        let texts = section["components"].as_array().map_or(&[][..], Vec::as_slice);
        if texts.is_empty() || texts.len() > SECTION_TEXTS_MAX {
            return Err(ApiError::bad_length(&format!("{field}.components"), 1, SECTION_TEXTS_MAX));
        }
        for (at, text) in texts.iter().enumerate() {
            let field = format!("{field}.components.{at}");
            if text["type"] != json!(component_type::TEXT_DISPLAY) {
                return Err(choices(&format!("{field}.type"), "(10,)"));
            }
            self.count += 1;
            self.text(&field, text)?;
        }
        let field = format!("{field}.accessory");
        let accessory = &section["accessory"];
        self.count += 1;
        match accessory["type"].as_u64() {
            Some(component_type::BUTTON) => check_button(&field, accessory),
            Some(component_type::THUMBNAIL) => self.media(&format!("{field}.media"), &accessory["media"]),
            None => Err(ApiError::required(&field)),
            Some(_) => Err(choices(&format!("{field}.type"), "(2, 11)")),
        }
    }

    fn text(&mut self, field: &str, display: &Value) -> Result<(), ApiError> {
        let field = format!("{field}.content");
        let text = display["content"].as_str().ok_or_else(|| ApiError::required(&field))?;
        let length = text.chars().count();
        self.text_len += length;
        let fits = (1..=TEXT_LEN_MAX).contains(&length);
        if fits { Ok(()) } else { Err(ApiError::bad_length(&field, 1, TEXT_LEN_MAX)) }
    }

    fn gallery(&mut self, field: &str, gallery: &Value) -> Result<(), ApiError> {
        let items = gallery["items"].as_array().map_or(&[][..], Vec::as_slice);
        if items.is_empty() || items.len() > GALLERY_ITEMS_MAX {
            return Err(ApiError::bad_length(&format!("{field}.items"), 1, GALLERY_ITEMS_MAX));
        }
        for (at, item) in items.iter().enumerate() {
            let field = format!("{field}.items.{at}");
            check_length(&field, item, "description", 0, DESCRIPTION_LEN_MAX)?;
            self.media(&format!("{field}.media"), &item["media"])?;
        }
        Ok(())
    }

    fn media(&self, field: &str, media: &Value) -> Result<(), ApiError> {
        let field = format!("{field}.url");
        let url = media["url"].as_str().ok_or_else(|| ApiError::required(&field))?;
        match url.strip_prefix(ATTACHMENT) {
            Some(name) if self.files.contains(&name) => Ok(()),
            Some(_) => {
                let code = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND";
                Err(ApiError::form(&field, code, "The referenced attachment was not found."))
            }
            None if url.starts_with("http://") || url.starts_with("https://") => Ok(()),
            None => Err(ApiError::form(&field, "URL_TYPE_INVALID_URL", "Not a well formed URL.")),
        }
    }
}

fn choices(field: &str, allowed: &str) -> ApiError {
    let message = format!("Value of field \"type\" must be one of {allowed}.");
    ApiError::form(field, "BASE_TYPE_CHOICES", &message)
}

/// A component as answers carry it: with what wasn't said filled in, and with
/// media as `media` finds them by their URL.
pub(super) fn draw(component: &Value, media: &dyn Fn(&str) -> Value) -> Value {
    let mut drawn = component.clone();
    let found = |value: &Value| {
        let mut found = media(value["url"].as_str().unwrap_or_default());
        let named = (found["name"].take(), found["size"].take());
        if let Some(found) = found.as_object_mut() {
            // A file's name and size stand beside it.
            found.retain(|key, _| key != "name" && key != "size");
        }
        (found, named)
    };
    let defaults = match component["type"].as_u64() {
        Some(component_type::STRING_SELECT | 5..=component_type::CHANNEL_SELECT) => {
            json!({ "min_values": 1, "max_values": 1 })
        }
        Some(component_type::SEPARATOR) => json!({ "spacing": 1, "divider": true }),
        Some(component_type::CONTAINER) => json!({ "accent_color": null, "spoiler": false }),
        Some(component_type::THUMBNAIL) => {
            drawn["media"] = found(&component["media"]).0;
            json!({ "description": null, "spoiler": false })
        }
        Some(component_type::FILE) => {
            let (file, (name, size)) = found(&component["file"]);
            drawn["file"] = file;
            json!({ "name": name, "size": size, "spoiler": false })
        }
        Some(component_type::MEDIA_GALLERY) => {
            let items = component["items"].as_array().into_iter().flatten();
            let item = |item: &Value| {
                let spoiler = item["spoiler"].as_bool().unwrap_or(false);
                let media = found(&item["media"]).0;
                json!({ "media": media, "description": item["description"], "spoiler": spoiler })
            };
            drawn["items"] = items.map(item).collect();
            json!({})
        }
        _ => json!({}),
    };
    if let (Some(drawn), Some(defaults)) = (drawn.as_object_mut(), defaults.as_object()) {
        for (key, value) in defaults {
            drawn.entry(key).or_insert_with(|| value.clone());
        }
    }
    if let Some(inner) = component["components"].as_array() {
        drawn["components"] = inner.iter().map(|inner| draw(inner, media)).collect();
    }
    if component["accessory"].is_object() {
        drawn["accessory"] = draw(&component["accessory"], media);
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(length: usize) -> Value {
        json!({ "type": 10, "content": "x".repeat(length) })
    }

    fn code(components: &Value, files: &[&str]) -> String {
        let components = components.as_array().expect("a list");
        let error = check(components, files).expect_err("refused").body();
        let mut at = &error["errors"];
        while at["_errors"].is_null() {
            at = at.as_object().expect("a path").values().next().expect("one");
        }
        at["_errors"][0]["code"].as_str().expect("a code").to_owned()
    }

    #[test]
    fn a_message_has_forty_components_and_four_thousand_characters() {
        let texts = |count: usize, length: usize| Value::from(vec![text(length); count]);
        assert_eq!(check(texts(40, 100).as_array().expect("a list"), &[]), Ok(()));
        assert_eq!(code(&texts(41, 1), &[]), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
        assert_eq!(code(&texts(2, 2_001), &[]), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED");
    }

    #[test]
    fn a_container_holds_no_container() {
        let inner = json!({ "type": 17, "components": [text(1)] });
        assert_eq!(check(std::slice::from_ref(&inner), &[]), Ok(()));
        assert_eq!(code(&json!([{ "type": 17, "components": [inner] }]), &[]), "BASE_TYPE_CHOICES");
    }

    #[test]
    fn files_and_pictures_are_those_uploaded() {
        let file = json!([{ "type": 13, "file": { "url": "attachment://a.pdf" } }]);
        assert_eq!(check(file.as_array().expect("a list"), &["a.pdf"]), Ok(()));
        assert_eq!(code(&file, &["b.pdf"]), "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND");
        let gallery = json!([{ "type": 12, "items": [] }]);
        assert_eq!(code(&gallery, &[]), "BASE_TYPE_BAD_LENGTH");
        let section = json!([{ "type": 9, "components": [text(1)] }]);
        assert_eq!(code(&section, &[]), "BASE_TYPE_REQUIRED");
    }
}
