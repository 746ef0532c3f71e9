//! A form as Discord shows it: a modal whose fields stand in labels. serenity
//! has no builder for those, so it is written here.

use fireside_core::form::{ShownField, ShownForm};
use fireside_core::text::cut;
use serde_json::{Value, json};

/// The longest title and label, in characters.
const TITLE_MAX: usize = 45;
/// The longest name of a choice, in characters.
const CHOICE_MAX: usize = 100;
/// The most that a text input takes, in characters.
const INPUT_MAX: usize = 4_000;
/// The most fields of a modal, choices of a select, and files of a field.
const FIELDS_MAX: usize = 5;
const CHOICES_MAX: usize = 25;
const FILES_MAX: usize = 10;

/// Discord's numbers for components.
const LABEL: u8 = 18;
const SELECT: u8 = 3;
const INPUT: u8 = 4;
const FILES: u8 = 19;

/// The data of the answer that opens `form`.
pub(crate) fn modal(form: &ShownForm) -> Value {
    let fields: Vec<Value> = form.fields.iter().take(FIELDS_MAX).map(labelled).collect();
    json!({ "custom_id": form.token, "title": shown(&form.title, TITLE_MAX), "components": fields })
}

fn labelled(field: &ShownField) -> Value {
    let component = match field {
        ShownField { files_max: 1.., .. } => files(field),
        ShownField { choices, .. } if choices.is_empty() => input(field),
        _ => select(field),
    };
    json!({ "type": LABEL, "label": shown(&field.label, TITLE_MAX), "component": component })
}

fn input(field: &ShownField) -> Value {
    let chars_max = field.chars_max.clamp(1, INPUT_MAX);
    let mut input = json!({
        "type": INPUT, "custom_id": field.name, "style": if field.long { 2 } else { 1 },
        "required": field.required, "max_length": chars_max,
    });
    if !field.value.is_empty() {
        input["value"] = cut(&field.value, chars_max).into();
    }
    input
}

fn select(field: &ShownField) -> Value {
    let options: Vec<Value> = field
        .choices
        .iter()
        .take(CHOICES_MAX)
        .map(|(value, name)| {
            let label = shown(name, CHOICE_MAX);
            json!({ "label": label, "value": value, "default": *value == field.value })
        })
        .collect();
    json!({ "type": SELECT, "custom_id": field.name, "options": options, "required": field.required })
}

fn files(field: &ShownField) -> Value {
    json!({
        "type": FILES, "custom_id": field.name, "required": field.required,
        "min_values": u8::from(field.required), "max_values": field.files_max.min(FILES_MAX),
    })
}

/// Words of at most so many characters; Discord wants at least one.
fn shown(words: &str, chars_max: usize) -> String {
    let words = words.trim();
    cut(if words.is_empty() { "…" } else { words }, chars_max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, choices: &[(&str, &str)]) -> ShownField {
        ShownField {
            name: name.to_owned(),
            label: "What happened, in your own words, as exactly as you can tell it?".to_owned(),
            long: true,
            chars_max: 9_000,
            choices: choices.iter().map(|(value, name)| ((*value).to_owned(), (*name).to_owned())).collect(),
            required: true,
            value: "bug".to_owned(),
            ..ShownField::default()
        }
    }

    #[test]
    fn a_form_keeps_to_discords_lengths() {
        let fields = vec![field("text", &[]), field("kind", &[("bug", "Bug"), ("idea", "Idea")])];
        let shown = modal(&ShownForm { token: "t".to_owned(), title: "x".repeat(50), fields });
        assert_eq!(shown["title"].as_str().unwrap().chars().count(), TITLE_MAX);
        let [text, kind] = [&shown["components"][0], &shown["components"][1]];
        assert_eq!(text["label"].as_str().unwrap().chars().count(), TITLE_MAX);
        assert_eq!(text["component"]["max_length"], INPUT_MAX);
        assert_eq!(text["component"]["value"], "bug");
        assert_eq!(kind["component"]["options"][0]["default"], true);
        assert_eq!(kind["component"]["options"][1]["default"], false);
    }

    #[test]
    fn files_are_asked_for_in_a_field_of_their_own() {
        let asked =
            ShownField { files_max: 12, required: false, label: " ".to_owned(), ..field("shots", &[]) };
        let shown =
            modal(&ShownForm { token: "t".to_owned(), title: "Shots".to_owned(), fields: vec![asked] });
        let expected = json!({"type": FILES, "custom_id": "shots", "required": false, "min_values": 0, "max_values": 10});
        assert_eq!(shown["components"][0]["component"], expected);
        assert_eq!(shown["components"][0]["label"], "…", "a label is never empty");
    }
}
