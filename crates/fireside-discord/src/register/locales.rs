//! The languages Discord speaks, and what a BCP 47 tag means among them.

/// Every language that Discord shows itself in (its reference, "Locales").
const KNOWN: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
    "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
    "zh-TW", "ko",
];

/// The languages of Discord's that `tag` stands for, none where it has none:
/// one of a region is that, one without a region is all of its regions.
pub(super) fn of(tag: &str) -> Vec<&'static str> {
    let tag = tag.replace('_', "-").to_ascii_lowercase();
    let (language, region) = tag.split_once('-').unwrap_or((&tag, ""));
    let exact = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(&tag));
    match (language, region, exact) {
        (_, _, Some(known)) => vec![known],
        ("nb" | "nn", ..) => vec!["no"],
        // Simplified is what is meant where nothing else is said.
        ("zh", region, _) if ["hant", "hk", "mo"].iter().any(|it| region.starts_with(it)) => vec!["zh-TW"],
        ("zh", ..) => vec!["zh-CN"],
        // A country of the Americas; Spain's was exact.
        ("es", region, _) if !region.is_empty() => vec!["es-419"],
        ("en", "us" | "", _) => vec!["en-US", "en-GB"],
        ("en", ..) => vec!["en-GB"],
        _ => KNOWN.iter().copied().filter(|known| known.split('-').next() == Some(language)).collect(),
    }
}

/// Whether `tag` stands for a language in all its regions.
pub(super) fn is_general(tag: &str) -> bool {
    !tag.contains(['-', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_stands_for_the_languages_of_discords_it_covers() {
        let expected: [(&str, &[&str]); 12] = [
            ("es", &["es-ES", "es-419"]),
            ("es-MX", &["es-419"]),
            ("pt-br", &["pt-BR"]),
            ("pt", &["pt-BR"]),
            ("zh", &["zh-CN"]),
            ("zh-Hant", &["zh-TW"]),
            ("en", &["en-US", "en-GB"]),
            ("en-au", &["en-GB"]),
            ("sv", &["sv-SE"]),
            ("nb", &["no"]),
            ("de_AT", &["de"]),
            ("eo", &[]),
        ];
        for (tag, known) in expected {
            assert_eq!(of(tag), known, "{tag}");
        }
    }
}
