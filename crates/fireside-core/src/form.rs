//! Forms: fields with their rules. A platform with modals shows one; on any
//! other it is walked through question by question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::is_blank;

/// A form as its feature declares it. Labels are phrases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its name, unique in the bot: 1–32 of `a-z0-9_`.
    pub name: &'static str,
    /// The phrase above it.
    pub title: &'static str,
    /// Its fields, 1–5.
    pub fields: Vec<Field>,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the answers.
    pub name: &'static str,
    /// The phrase that asks for it.
    pub label: &'static str,
    /// What it takes.
    pub kind: FieldKind,
    /// It can't be left empty.
    pub required: bool,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of at most so many characters.
    Text {
        /// The most characters.
        chars_max: usize,
    },
    /// Many lines of at most so many characters.
    LongText {
        /// The most characters.
        chars_max: usize,
    },
    /// One of some values.
    Select {
        /// The values, each with the phrase that names it.
        choices: Vec<(&'static str, &'static str)>,
    },
}

impl Field {
    /// A required line of text.
    pub fn text(name: &'static str, label: &'static str, chars_max: usize) -> Self {
        Self { name, label, kind: FieldKind::Text { chars_max }, required: true }
    }

    /// Required text of many lines.
    pub fn long_text(name: &'static str, label: &'static str, chars_max: usize) -> Self {
        Self { name, label, kind: FieldKind::LongText { chars_max }, required: true }
    }

    /// A required choice: values with the phrases that name them.
    pub fn select(name: &'static str, label: &'static str, choices: &[(&'static str, &'static str)]) -> Self {
        Self { name, label, kind: FieldKind::Select { choices: choices.to_vec() }, required: true }
    }

    /// It may be left empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// Checks what was filled in and gives it back as it is kept: trimmed, a
    /// select's value as declared.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, answer: &str) -> Result<String, FieldError> {
        if is_blank(answer) {
            return if self.required { Err(FieldError::Empty) } else { Ok(String::new()) };
        }
        let answer = answer.trim();
        match &self.kind {
            FieldKind::Text { chars_max } | FieldKind::LongText { chars_max } => {
                let chars = answer.chars().count();
                if chars > *chars_max {
                    return Err(FieldError::TooLong { chars, chars_max: *chars_max });
                }
                Ok(answer.to_owned())
            }
            FieldKind::Select { choices } => choices
                .iter()
                .find(|(value, _)| value.eq_ignore_ascii_case(answer))
                .map(|(value, _)| (*value).to_owned())
                .ok_or(FieldError::NotAChoice),
        }
    }
}

/// What is wrong with what was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing a reader could see.
    Empty,
    /// More characters than the field takes.
    TooLong {
        /// How many there are.
        chars: usize,
        /// How many it takes.
        chars_max: usize,
    },
    /// None of the select's values.
    NotAChoice,
}

impl FieldError {
    /// The phrase that says it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Empty => "form-error-empty",
            Self::TooLong { .. } => "form-error-too-long",
            Self::NotAChoice => "form-error-not-a-choice",
        }
    }
}

/// What was filled in, by field name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    /// What was filled in for `field`; empty if nothing was.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Fills in `field`.
    pub fn set(&mut self, field: &str, answer: impl Into<String>) {
        self.0.insert(field.to_owned(), answer.into());
    }
}

impl Form {
    /// Checks every field.
    ///
    /// # Errors
    /// The first field that is wrong, and what is wrong with it.
    pub fn check(&self, answers: &Answers) -> Result<Answers, (&Field, FieldError)> {
        let mut kept = Answers::default();
        for field in &self.fields {
            kept.set(field.name, field.check(answers.get(field.name)).map_err(|error| (field, error))?);
        }
        Ok(kept)
    }
}

/// A form as it is shown, with its phrases said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownForm {
    /// What comes back with the answers: at most 64 bytes.
    pub token: String,
    /// What stands above it.
    pub title: String,
    /// Its fields.
    pub fields: Vec<ShownField>,
}

/// A field as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownField {
    /// Its name in the answers.
    pub name: String,
    /// What asks for it.
    pub label: String,
    /// Many lines.
    pub long: bool,
    /// The most characters; 0 for a select.
    pub chars_max: usize,
    /// A select's values, each with its name; empty for text.
    pub choices: Vec<(String, String)>,
    /// It can't be left empty.
    pub required: bool,
    /// What it holds when it opens.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_counts_characters_not_bytes() {
        let field = Field::text("title", "t", 3);
        assert_eq!(field.check("äöü"), Ok("äöü".to_owned()));
        assert_eq!(field.check("äöüx"), Err(FieldError::TooLong { chars: 4, chars_max: 3 }));
    }

    #[test]
    fn an_invisible_answer_is_empty() {
        let field = Field::text("title", "t", 3);
        assert_eq!(field.check("\u{200B} "), Err(FieldError::Empty));
        assert_eq!(field.optional().check("\u{200B}"), Ok(String::new()));
    }

    #[test]
    fn a_select_takes_its_values_alone() {
        let field = Field::select("kind", "k", &[("bug", "b"), ("idea", "i")]);
        assert_eq!(field.check("BUG"), Ok("bug".to_owned()));
        assert_eq!(field.check("other"), Err(FieldError::NotAChoice));
    }
}
