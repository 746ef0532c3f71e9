//! Languages by their BCP 47 tags, and which of those the bot speaks somebody
//! reads best whose device names another.

use fluent_langneg::NegotiationStrategy;
use fluent_langneg::negotiate::filter_matches;
use unic_langid::LanguageIdentifier;

/// The one of `spoken` that a reader of `wanted` reads best: that one, else one
/// of the same language, the likeliest script and region first. `None` where
/// the language is not spoken, or `wanted` is not a tag.
///
/// Another script of one's own language goes before a foreign language: readers
/// of Traditional Chinese get Simplified where there is no other, as Unicode's
/// CLDR has it.
///
/// ```
/// use fireside_core::locale::nearest;
///
/// let spoken = ["de", "en", "es", "pt-BR", "zh-CN"];
/// assert_eq!(nearest("es-419", spoken), Some("es"));
/// assert_eq!(nearest("pt", spoken), Some("pt-BR"));
/// assert_eq!(nearest("zh-TW", spoken), Some("zh-CN"));
/// assert_eq!(nearest("fi", spoken), None);
/// ```
pub fn nearest<'a>(wanted: &str, spoken: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: LanguageIdentifier = wanted.parse().ok()?;
    let spoken = spoken.into_iter().filter_map(|tag| Some(Spoken { tag, language: tag.parse().ok()? }));
    let spoken: Vec<_> = spoken.collect();
    let matching = filter_matches(&[wanted], &spoken, NegotiationStrategy::Lookup);
    matching.first().map(|found| found.tag)
}

struct Spoken<'a> {
    tag: &'a str,
    language: LanguageIdentifier,
}

impl AsRef<LanguageIdentifier> for Spoken<'_> {
    fn as_ref(&self) -> &LanguageIdentifier {
        &self.language
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPOKEN: [&str; 7] = ["de", "en", "es", "pt-BR", "ru", "uk", "zh-CN"];

    #[test]
    fn every_way_a_platform_names_a_language_finds_it() {
        let expected = [
            ("de", "de"),
            ("de-AT", "de"),
            ("de_ch", "de"),
            ("en-GB", "en"),
            ("en-US", "en"),
            ("es-419", "es"),
            ("es-ES", "es"),
            ("es-MX", "es"),
            ("pt", "pt-BR"),
            ("pt-br", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("ru-RU", "ru"),
            ("UK", "uk"),
            ("zh", "zh-CN"),
            ("zh-hans", "zh-CN"),
            ("zh-hans-cn", "zh-CN"),
            ("zh-SG", "zh-CN"),
            ("zh-TW", "zh-CN"),
            ("zh-hant-hk", "zh-CN"),
        ];
        for (hint, found) in expected {
            assert_eq!(nearest(hint, SPOKEN), Some(found), "{hint}");
        }
    }

    #[test]
    fn what_is_not_spoken_or_is_no_tag_finds_nothing() {
        for hint in ["fi", "be", "und", "", "-", "x", "not a tag", "deutsch-land-is-long"] {
            assert_eq!(nearest(hint, SPOKEN), None, "{hint}");
        }
    }

    #[test]
    fn the_likeliest_script_and_region_go_first() {
        let spoken = ["pt-PT", "pt-BR", "zh-CN", "zh-TW"];
        assert_eq!(nearest("pt", spoken), Some("pt-BR"));
        assert_eq!(nearest("zh-hant", spoken), Some("zh-TW"));
        assert_eq!(nearest("zh-HK", spoken), Some("zh-TW"));
        assert_eq!(nearest("zh-hans", spoken), Some("zh-CN"));
    }
}
