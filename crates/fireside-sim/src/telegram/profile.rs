//! How the bot presents itself: names and descriptions by language, the menu
//! button.

use std::collections::HashMap;

use serde_json::Value;

/// Texts by language code; the empty code is for everybody else.
#[derive(Debug, Default)]
pub(crate) struct Localised(HashMap<String, String>);

impl Localised {
    /// Sets the text of a language; an empty one takes it away.
    pub(crate) fn set(&mut self, language: String, text: String) {
        if text.is_empty() {
            self.0.remove(&language);
        } else {
            self.0.insert(language, text);
        }
    }

    /// The text of a language, else the one for everybody else.
    pub(crate) fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).or_else(|| self.0.get("")).map(String::as_str)
    }
}

/// What the bot says of itself.
#[derive(Debug, Default)]
pub(crate) struct Profile {
    pub(crate) names: Localised,
    pub(crate) descriptions: Localised,
    pub(crate) short_descriptions: Localised,
    /// `MenuButton`s by private chat; 0 is for all others.
    pub(crate) menu_buttons: HashMap<i64, Value>,
}
