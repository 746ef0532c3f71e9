//! What the bot says: sentences by key and language, in Fluent's format.

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use crate::locale;

/// The language of last resort.
pub const FALLBACK_LOCALE: &str = "en";

/// Every sentence the bot says, in every language it speaks.
#[derive(Default)]
pub struct Phrasebook {
    languages: BTreeMap<String, FluentBundle<FluentResource>>,
}

impl fmt::Debug for Phrasebook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Phrasebook").field("languages", &self.languages.keys()).finish_non_exhaustive()
    }
}

impl Phrasebook {
    /// Adds the sentences of one language, a Fluent file's text; a sentence
    /// that is there already is replaced.
    ///
    /// # Errors
    /// When `locale` is not a BCP 47 tag, or the text is not Fluent.
    pub fn add(&mut self, locale: &str, source: &str) -> Result<(), PhraseError> {
        let language: LanguageIdentifier =
            locale.parse().map_err(|_| PhraseError::Locale(locale.to_owned()))?;
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
            let found: Vec<_> = errors.iter().map(ToString::to_string).collect();
            PhraseError::Syntax { locale: locale.to_owned(), found: found.join("; ") }
        })?;
        self.languages
            .entry(language.to_string())
            .or_insert_with(|| {
                let mut bundle = FluentBundle::new_concurrent(vec![language]);
                // Isolation marks are invisible characters around every name, and
                // names are cleaned of such characters before they come here.
                bundle.set_use_isolating(false);
                bundle
            })
            .add_resource_overriding(resource);
        Ok(())
    }

    /// The sentence `key` in the language that a reader of `locale` reads best,
    /// else in English; the key itself where nobody wrote the sentence.
    pub fn say(&self, locale: &str, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        [self.nearest(locale), Some(FALLBACK_LOCALE)]
            .into_iter()
            .flatten()
            .find_map(|tag| format(self.languages.get(tag)?, key, args))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The languages there are, by their BCP 47 tags.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// The language there is that a reader of `locale` reads best
    /// ([`locale::nearest`]).
    pub fn nearest(&self, locale: &str) -> Option<&str> {
        match self.languages.get_key_value(locale) {
            Some((tag, _)) => Some(tag),
            None => locale::nearest(locale, self.locales()),
        }
    }

    /// The language to speak with somebody: the one that their platform hints
    /// at, if the bot speaks it, else `otherwise`.
    pub fn choose<'a>(&self, hint: Option<&'a str>, otherwise: &'a str) -> &'a str {
        hint.filter(|hint| self.nearest(hint).is_some()).unwrap_or(otherwise)
    }

    /// Whether the language `locale` itself has the sentence `key`.
    pub fn has(&self, locale: &str, key: &str) -> bool {
        self.languages.get(locale).is_some_and(|bundle| bundle.has_message(key))
    }

    /// Whether English has the sentence `key`.
    pub fn knows(&self, key: &str) -> bool {
        self.has(FALLBACK_LOCALE, key)
    }
}

fn format(bundle: &FluentBundle<FluentResource>, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        values.set(*name, FluentValue::from(arg));
    }
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
}

/// Something a sentence is completed with.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// Words.
    Text(&'a str),
    /// A whole number, which can choose a plural form.
    Number(u64),
}

impl<'a> From<&Arg<'a>> for FluentValue<'a> {
    fn from(arg: &Arg<'a>) -> Self {
        match *arg {
            Arg::Text(text) => FluentValue::from(text),
            Arg::Number(number) => FluentValue::from(number),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

/// A language's sentences can't be read.
#[derive(Debug, Error)]
pub enum PhraseError {
    /// The language's tag is not one.
    #[error("`{0}` is not a language tag: write `en`, `pt-BR` or the like")]
    Locale(String),
    /// The sentences are not in Fluent's format.
    #[error("the sentences of `{locale}` are not Fluent: {found}")]
    Syntax {
        /// The language.
        locale: String,
        /// What was found.
        found: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> Phrasebook {
        let mut book = Phrasebook::default();
        book.add("en", "saved = Saved as #{ $number }, { $name }.").expect("Fluent");
        book.add("de", "saved = Gespeichert als #{ $number }, { $name }.").expect("Fluent");
        book
    }

    #[test]
    fn a_region_falls_back_to_its_language_and_a_stranger_to_english() {
        let args = [("number", 7.into()), ("name", "Ana".into())];
        assert_eq!(book().say("de-AT", "saved", &args), "Gespeichert als #7, Ana.");
        assert_eq!(book().say("fi", "saved", &args), "Saved as #7, Ana.");
    }

    #[test]
    fn who_reads_no_language_of_the_bots_is_spoken_to_in_the_communitys() {
        assert_eq!(book().choose(Some("de-AT"), "en"), "de-AT");
        assert_eq!(book().choose(Some("fi"), "de"), "de");
        assert_eq!(book().choose(None, "de"), "de");
    }

    #[test]
    fn languages_are_named_as_bcp_47_writes_them() {
        let mut book = book();
        book.add("pt_br", "saved = Salvo.").expect("Fluent");
        assert_eq!(book.locales().collect::<Vec<_>>(), ["de", "en", "pt-BR"]);
        assert_eq!(book.say("pt", "saved", &[]), "Salvo.");
    }

    #[test]
    fn a_name_is_not_read_as_fluent() {
        let args = [("number", 7.into()), ("name", "{ $number }".into())];
        assert_eq!(book().say("en", "saved", &args), "Saved as #7, { $number }.");
    }
}
