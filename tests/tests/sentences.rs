//! Every sentence in every language: each is there, says the same, and fits.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fireside_core::form::FieldKind;
use fireside_core::{Command, Form};
use fireside_tests::engine;

/// The engine's own sentences in English, which are built in.
const OWN: &str = include_str!("../../crates/fireside-core/src/engine/phrases.ftl");

/// Where sentences are said.
const SOURCES: [&str; 4] = [
    "crates/fireside-core/src",
    "crates/fireside-feedback/src",
    "crates/fireside-handoff/src",
    "crates/fireside-runtime/src",
];

/// Sentences that a language says in English's very words, as its speakers do.
const SAME_AS_ENGLISH: [(&str, &str); 11] = [
    ("de", "feedback-button-details"),
    ("de", "feedback-button-status"),
    ("de", "feedback-panel"),
    ("de", "handoff-format-jsonl"),
    ("de", "handoff-page-team"),
    ("es", "feedback-kind-idea"),
    ("es", "file-sticker"),
    ("es", "file-video"),
    ("es", "handoff-format-jsonl"),
    ("pt-BR", "feedback-panel"),
    ("pt-BR", "handoff-format-jsonl"),
];

/// The plural forms that a language has for whole numbers of things (CLDR).
const PLURAL_FORMS: [(&str, &[&str]); 7] = [
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "other"]),
    ("pt-BR", &["one", "other"]),
    ("ru", &["few", "many", "one"]),
    ("uk", &["few", "many", "one"]),
    ("zh-CN", &["other"]),
];

/// Every name of a plural form there is (CLDR).
const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The most characters that fit on a button, in a form's title or above its
/// field, in a command's description or choice, and in a menu (Discord's
/// documents; the narrowest of the platforms).
const BUTTON_MAX: usize = 80;
const FORM_TITLE_MAX: usize = 45;
const FIELD_LABEL_MAX: usize = 45;
const DESCRIPTION_MAX: usize = 100;
const MENU_MAX: usize = 32;

/// What is on buttons, besides what is called so.
const BUTTONS: [&str; 15] = [
    "dialogue-back",
    "dialogue-cancel",
    "dialogue-skip",
    "feedback-follow-reach",
    "feedback-introduction-meet",
    "feedback-introduction-no",
    "feedback-introduction-yes",
    "feedback-similar-none",
    "feedback-similar-that",
    "feedback-similar-theirs",
    "feedback-told-open-card",
    "feedback-verdict-down",
    "feedback-verdict-up",
    "feedback-verdict-word",
    "form-try-again",
];

/// What stands for a number or a name where the length of a sentence counts.
const FILLED_IN: &str = "1234567890";

/// One language's sentences, each as it is written, by its key.
type Sentences = BTreeMap<String, String>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace is there")
}

/// Reads a Fluent file: a sentence begins at the left with its key, and goes on
/// in the lines below that don't.
fn parse(text: &str) -> Sentences {
    let mut sentences = Sentences::new();
    let mut current = None;
    for line in text.lines() {
        match line.split_once(" =") {
            Some((key, words)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                assert!(!sentences.contains_key(key), "`{key}` is written twice");
                sentences.insert(key.to_owned(), words.trim_start().to_owned());
                current = Some(key);
            }
            _ if line.starts_with('#') => current = None,
            _ => {
                if let Some(sentence) = current.and_then(|key| sentences.get_mut(key)) {
                    sentence.push('\n');
                    sentence.push_str(line);
                }
            }
        }
    }
    sentences
}

/// Every language's sentences by its tag; English has the engine's own, too.
fn languages() -> BTreeMap<String, Sentences> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(root().join("config/locales")).expect("the languages are there") {
        let path = entry.expect("it can be listed").path();
        let tag = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        languages.insert(tag, parse(&fs::read_to_string(&path).expect("it is text")));
    }
    languages.get_mut("en").expect("English is there").extend(parse(OWN));
    languages
}

/// Every language but English, with English.
fn translations() -> Vec<(String, Sentences, Sentences)> {
    let mut languages = languages();
    let english = languages.remove("en").expect("English is there");
    languages.into_iter().map(|(tag, sentences)| (tag, sentences, english.clone())).collect()
}

/// What a sentence is completed with.
fn placeables(sentence: &str) -> BTreeSet<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let names = sentence.split('$').skip(1);
    names.map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default()).collect()
}

/// What a sentence tells apart in the lines below its first: plural forms, or
/// single numbers.
fn variants(sentence: &str) -> BTreeSet<&str> {
    let lines = sentence.lines().skip(1).map(|line| line.trim().trim_start_matches('*'));
    lines.filter_map(|line| line.strip_prefix('[')?.split_once(']')).map(|(name, _)| name).collect()
}

/// The words of a sentence, without what it is completed with.
fn words(sentence: &str) -> String {
    let mut depth = 0;
    let outside = sentence.chars().filter(|c| {
        depth += i32::from(*c == '{');
        let is_outside = depth == 0;
        depth -= i32::from(*c == '}');
        is_outside
    });
    outside.filter(|c| c.is_alphabetic()).collect()
}

/// The sources of whoever says sentences, without their tests.
fn sources(below: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).expect("the sources are there").flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() && name != "tests" {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") && name != "tests.rs" {
            let source = fs::read_to_string(&path).expect("it is text");
            found.push(source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned());
        }
    }
    found
}

fn all_sources() -> Vec<String> {
    SOURCES.iter().flat_map(|folder| sources(&root().join(folder))).collect()
}

#[test]
fn the_bot_speaks_every_language_there_is_a_file_of() {
    let files: Vec<_> = languages().into_keys().collect();
    assert_eq!(engine().phrases().locales().collect::<Vec<_>>(), files);
    let expected = ["de", "en", "es", "pt-BR", "ru", "uk", "zh-CN"];
    assert!(expected.iter().all(|tag| files.iter().any(|file| file == tag)), "{files:?}");
}

#[test]
fn every_language_has_each_sentence_that_english_has() {
    let mut wrong = Vec::new();
    for (tag, sentences, english) in translations() {
        let missing = english.keys().filter(|key| !sentences.contains_key(*key));
        wrong.extend(missing.map(|key| format!("{tag}: `{key}` is missing")));
        let unknown = sentences.keys().filter(|key| !english.contains_key(*key));
        wrong.extend(unknown.map(|key| format!("{tag}: `{key}` is not in English")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_sentence_is_completed_with_the_same_in_every_language() {
    let mut wrong = Vec::new();
    for (tag, sentences, english) in translations() {
        for (key, sentence) in &sentences {
            let expected = english.get(key).map(|sentence| placeables(sentence)).unwrap_or_default();
            let found = placeables(sentence);
            if found != expected {
                wrong.push(format!("{tag}: `{key}` has {found:?}, English {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_sentence_that_is_said_is_written_and_none_is_left_over() {
    let english = languages().remove("en").expect("English is there");
    let sources = all_sources();
    assert!(sources.len() > 40, "the sources are where they were: {}", sources.len());
    let is_said = |key: &&String| sources.iter().any(|source| source.contains(&format!("\"{key}\"")));
    let unused: Vec<_> = english.keys().filter(|key| !is_said(key)).collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");

    let themes: BTreeSet<_> = english.keys().filter_map(|key| key.split_once('-')).map(|it| it.0).collect();
    let is_key = |literal: &&str| {
        literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            && literal.split_once('-').is_some_and(|(theme, rest)| themes.contains(theme) && !rest.is_empty())
    };
    let literals = sources.iter().flat_map(|source| source.split('"')).filter(is_key);
    let unwritten: BTreeSet<_> = literals.filter(|key| !english.contains_key(*key)).collect();
    assert!(unwritten.is_empty(), "nobody wrote {unwritten:#?}");
}

#[test]
fn a_translation_is_no_copy_of_english() {
    let mut same = Vec::new();
    for (tag, sentences, english) in translations() {
        let is_same =
            |key: &String, sentence| english.get(key) == Some(sentence) && !words(sentence).is_empty();
        let copies = sentences.iter().filter(|(key, sentence)| is_same(key, sentence));
        same.extend(copies.map(|(key, _)| (tag.clone(), key.clone())));
    }
    let expected = SAME_AS_ENGLISH.map(|(tag, key)| (tag.to_owned(), key.to_owned()));
    assert_eq!(same, expected, "translate it, or list it");
}

/// Whether a sentence chooses by name, and not by how many there are.
fn chooses_by_name(variants: &BTreeSet<&str>) -> bool {
    variants.iter().any(|name| !PLURAL_CATEGORIES.contains(name))
}

#[test]
fn what_is_chosen_by_name_has_every_name_in_every_language() {
    let mut wrong = Vec::new();
    for (tag, sentences, english) in translations() {
        for (key, sentence) in &sentences {
            let named = |sentence: &String| -> BTreeSet<String> {
                variants(sentence)
                    .into_iter()
                    .map(str::to_owned)
                    .filter(|it| it.parse::<u64>().is_err())
                    .collect()
            };
            let (here, there) = (named(sentence), english.get(key).map(named).unwrap_or_default());
            if chooses_by_name(&there.iter().map(String::as_str).collect()) && here != there {
                wrong.push(format!("{tag}: `{key}` has {here:?}, English {there:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_counted_is_said_in_every_plural_form() {
    let forms: BTreeMap<_, BTreeSet<_>> =
        PLURAL_FORMS.into_iter().map(|(tag, forms)| (tag, forms.iter().copied().collect())).collect();
    let mut wrong = Vec::new();
    for (tag, sentences) in languages() {
        for (key, sentence) in &sentences {
            let (numbers, found): (BTreeSet<_>, BTreeSet<_>) =
                variants(sentence).into_iter().partition(|name| name.parse::<u64>().is_ok());
            let is_of_numbers = !numbers.is_empty() && found == BTreeSet::from(["other"]);
            let is_counted = !found.is_empty() && !is_of_numbers && !chooses_by_name(&found);
            if is_counted && forms.get(tag.as_str()) != Some(&found) {
                wrong.push(format!("{tag}: `{key}` has {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let said = |count: u64| {
        let args = [("field", "Имя".into()), ("chars", count.into()), ("max", 4.into())];
        engine().phrases().say("ru", "form-error-too-long", &args)
    };
    assert!(said(21).contains("21 символ,") && said(22).contains("22 символа,"), "{}", said(22));
    assert!(said(25).contains("25 символов,"), "{}", said(25));
}

/// A phrase that has to be short, with the most characters.
type Short = (String, usize);

fn short_in_command(command: Command) -> Vec<Short> {
    let mut short = vec![(command.description, DESCRIPTION_MAX)];
    let menus = [command.message_menu, command.account_menu];
    short.extend(menus.into_iter().flatten().map(|label| (label, MENU_MAX)));
    for option in command.options {
        short.push((option.description, DESCRIPTION_MAX));
        short.extend(option.choices.into_iter().map(|(_, label)| (label, DESCRIPTION_MAX)));
    }
    short.extend(command.subcommands.into_iter().flat_map(short_in_command));
    short
}

fn short_in_form(form: Form) -> Vec<Short> {
    let mut short = vec![(form.title.to_owned(), FORM_TITLE_MAX)];
    for field in form.fields {
        short.push((field.label.to_owned(), FIELD_LABEL_MAX));
        if let FieldKind::Select { choices } = field.kind {
            short.extend(choices.into_iter().map(|(_, label)| (label.to_owned(), BUTTON_MAX)));
        }
    }
    short
}

#[test]
fn what_has_to_be_short_is_short_in_every_language() {
    let (engine, languages) = (engine(), languages());
    let features = engine.features().iter();
    let mut short: Vec<Short> =
        features.clone().flat_map(|it| it.commands()).flat_map(short_in_command).collect();
    short.extend(features.flat_map(|it| it.forms()).flat_map(short_in_form));
    assert!(short.len() > 60, "the features declare what they did: {}", short.len());
    let buttons = languages["en"].keys().filter(|key| key.contains("-button-")).map(String::as_str);
    short.extend(buttons.chain(BUTTONS).map(|key| (key.to_owned(), BUTTON_MAX)));
    let mut wrong = Vec::new();
    for tag in languages.keys() {
        for (key, chars_max) in &short {
            let names = placeables(&languages[tag][key]);
            let args: Vec<_> = names.iter().map(|name| (*name, FILLED_IN.into())).collect();
            let chars = engine.phrases().say(tag, key, &args).chars().count();
            if chars == 0 || chars > *chars_max {
                wrong.push(format!("{tag}: `{key}`: {chars} characters, {chars_max} fit"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
