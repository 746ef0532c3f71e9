//! Suggestions while a command is written.

use fireside_core::Answer;
use fireside_core::command::Suggestion;
use fireside_core::text::cut;
use serde_json::{Value, json};

use super::Question;
use crate::adapter::Connection;

/// Discord's number for an answer with suggestions.
const SUGGEST: u8 = 8;
/// The most suggestions, and the most characters of each.
const CHOICES_MAX: usize = 25;
const CHOICE_MAX: usize = 100;

impl Question {
    /// Gives suggestions; none where there are none.
    pub(super) async fn suggest(&self, connection: &Connection, are_numbers: bool, answer: Option<Answer>) {
        let suggestions = match answer {
            Some(Answer::Suggest(suggestions)) => suggestions,
            _ => Vec::new(),
        };
        let body = json!({ "type": SUGGEST, "data": { "choices": choices(&suggestions, are_numbers) } });
        if let Err(error) = self.call_back(connection, body).await {
            tracing::debug!(%error, "suggestions could not be given");
        }
    }
}

/// What Discord takes of the suggestions. One whose value would be cut is left
/// out: another value would be given than was meant.
fn choices(suggestions: &[Suggestion], are_numbers: bool) -> Vec<Value> {
    let choice = |suggestion: &Suggestion| {
        let value = if are_numbers {
            Value::from(suggestion.value.parse::<i64>().ok()?)
        } else {
            Some(suggestion.value.as_str()).filter(|value| value.chars().count() <= CHOICE_MAX)?.into()
        };
        let label = cut(suggestion.label.trim(), CHOICE_MAX);
        (!label.is_empty()).then(|| json!({ "name": label, "value": value }))
    };
    suggestions.iter().filter_map(choice).take(CHOICES_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestion(label: &str, value: &str) -> Suggestion {
        Suggestion { label: label.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn suggestions_keep_to_discords_lengths() {
        let many: Vec<_> = (0..40).map(|n| suggestion(&"x".repeat(120), &n.to_string())).collect();
        let given = choices(&many, false);
        assert_eq!(given.len(), CHOICES_MAX);
        assert_eq!(given[0]["name"].as_str().unwrap().chars().count(), CHOICE_MAX);
        assert_eq!(
            choices(&[suggestion("long", &"v".repeat(101)), suggestion(" ", "v")], false),
            Vec::<Value>::new()
        );
    }

    #[test]
    fn a_number_is_suggested_as_one() {
        let given = choices(&[suggestion("case 12", "12"), suggestion("case x", "x")], true);
        assert_eq!(given, [json!({"name": "case 12", "value": 12})]);
    }
}
