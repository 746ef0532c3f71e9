//! The sentences the bots say, and whether a feature and the language file agree.

use std::collections::BTreeSet;

/// Every sentence in English, as the bots come with it.
pub const ENGLISH: &str = include_str!("../../../../config/locales/en.ftl");

/// The keys beginning with `prefix` that a feature's sources name and English
/// does not have.
pub fn unknown_sentences(prefix: &str, sources: &[&str]) -> Vec<String> {
    let written = written(prefix);
    named(prefix, sources).into_iter().filter(|key| !written.contains(key)).collect()
}

/// The keys beginning with `prefix` that English has and no source names.
pub fn unused_sentences(prefix: &str, sources: &[&str]) -> Vec<String> {
    let named = named(prefix, sources);
    written(prefix).into_iter().filter(|key| !named.contains(key)).collect()
}

fn written(prefix: &str) -> BTreeSet<String> {
    let keys = ENGLISH.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
    keys.filter(|key| key.starts_with(prefix)).map(str::to_owned).collect()
}

/// Every literal in the sources that is a key.
fn named(prefix: &str, sources: &[&str]) -> BTreeSet<String> {
    let literals = sources.iter().flat_map(|source| source.split('"').skip(1).step_by(2));
    let is_key = |literal: &&str| {
        literal.starts_with(prefix) && literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    literals.filter(is_key).map(str::to_owned).collect()
}
