//! Forms: fields with their rules. A platform with modals shows one; on any
//! other it is walked through question by question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::file::Attachment;
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
    /// At most so many files.
    File {
        /// The most files, 1–10.
        files_max: usize,
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

    /// Required files.
    pub fn file(name: &'static str, label: &'static str, files_max: usize) -> Self {
        Self { name, label, kind: FieldKind::File { files_max }, required: true }
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
            FieldKind::File { .. } => Err(FieldError::NotAFile),
        }
    }

    /// Checks what was given for it, words or files, and puts it to what is kept.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn keep(&self, given: &Answers, kept: &mut Answers) -> Result<(), FieldError> {
        let FieldKind::File { files_max } = self.kind else {
            kept.set(self.name, self.check(given.get(self.name))?);
            return Ok(());
        };
        let files = given.files(self.name);
        if files.is_empty() && self.required {
            return Err(FieldError::NotAFile);
        }
        if files.len() > files_max {
            return Err(FieldError::TooManyFiles { files: files.len(), files_max });
        }
        kept.set_files(self.name, files.to_vec());
        Ok(())
    }

    /// Whether what was given for it is there and fits.
    pub fn is_filled(&self, given: &Answers) -> bool {
        let mut kept = Answers::default();
        self.keep(given, &mut kept).is_ok()
            && !(kept.get(self.name).is_empty() && kept.files(self.name).is_empty())
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
    /// A file is asked for.
    NotAFile,
    /// More files than the field takes.
    TooManyFiles {
        /// How many there are.
        files: usize,
        /// How many it takes.
        files_max: usize,
    },
}

impl FieldError {
    /// The phrase that says it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Empty => "form-error-empty",
            Self::TooLong { .. } => "form-error-too-long",
            Self::NotAChoice => "form-error-not-a-choice",
            Self::NotAFile => "form-error-not-a-file",
            Self::TooManyFiles { .. } => "form-error-too-many-files",
        }
    }
}

/// The most characters of what a form is opened about: with the form's name it
/// fits what every platform gives back.
pub const SUBJECT_LEN_MAX: usize = 31;

/// What was filled in, by field name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    words: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    about: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    files: BTreeMap<String, Vec<Attachment>>,
}

impl Answers {
    /// Answers about something, that a form is opened with: they come back
    /// about the same. It is at most [`SUBJECT_LEN_MAX`] of `A-Za-z0-9_-`, or
    /// the form is not opened. A client can be made to say any of these, so it
    /// is no proof of what its sender may do.
    #[must_use]
    pub fn about(about: impl ToString) -> Self {
        Self { about: about.to_string(), ..Self::default() }
    }

    /// What they are about; empty where the form was opened about nothing.
    pub fn subject(&self) -> &str {
        &self.about
    }

    /// Whether what they are about can be given back by every platform.
    pub(crate) fn has_fitting_subject(&self) -> bool {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        self.about.len() <= SUBJECT_LEN_MAX && self.about.bytes().all(is_plain)
    }

    /// The words for `field`; empty if there are none.
    pub fn get(&self, field: &str) -> &str {
        self.words.get(field).map_or("", String::as_str)
    }

    /// The files for `field`.
    pub fn files(&self, field: &str) -> &[Attachment] {
        self.files.get(field).map_or(&[], Vec::as_slice)
    }

    /// These, with what is filled in `others`.
    #[must_use]
    pub(crate) fn with(self, others: &Self) -> Self {
        Self { about: self.about, ..others.clone() }
    }

    /// Whether nothing is filled in.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.files.is_empty()
    }

    /// Fills in `field` with words.
    pub fn set(&mut self, field: &str, answer: impl Into<String>) {
        self.words.insert(field.to_owned(), answer.into());
    }

    /// Fills in `field` with files.
    pub fn set_files(&mut self, field: &str, files: Vec<Attachment>) {
        self.files.insert(field.to_owned(), files);
    }
}

impl Form {
    /// Checks every field.
    ///
    /// # Errors
    /// The first field that is wrong, and what is wrong with it.
    pub fn check(&self, answers: &Answers) -> Result<Answers, (&Field, FieldError)> {
        let mut kept = Answers::about(answers.subject());
        for field in &self.fields {
            field.keep(answers, &mut kept).map_err(|error| (field, error))?;
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ShownField {
    /// Its name in the answers.
    pub name: String,
    /// What asks for it.
    pub label: String,
    /// Many lines.
    pub long: bool,
    /// The most characters; 0 for a select and for files.
    pub chars_max: usize,
    /// The most files; 0 for anything else.
    pub files_max: usize,
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
