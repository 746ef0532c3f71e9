//! The languages Discord shows itself in, and what the bot says to their readers.

use fireside_core::locale;

/// Every language that Discord shows itself in (its reference, "Locales").
const KNOWN: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
    "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
    "zh-TW", "ko",
];

/// Each of Discord's languages whose readers read one of `spoken`, with the one
/// they read best.
pub(super) fn read<'a>(
    spoken: impl Iterator<Item = &'a str> + Clone,
) -> impl Iterator<Item = (&'static str, &'a str)> {
    KNOWN.into_iter().filter_map(move |known| {
        // Discord's tag for Norwegian names no written language.
        let wanted = if known == "no" { "nb" } else { known };
        Some((known, locale::nearest(wanted, spoken.clone())?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reader_on_discord_has_the_language_they_read_best() {
        let spoken = ["de", "es", "nb", "pt-BR", "ru", "uk", "zh-CN", "eo"];
        let expected = [
            ("de", "de"),
            ("es-ES", "es"),
            ("es-419", "es"),
            ("no", "nb"),
            ("pt-BR", "pt-BR"),
            ("ru", "ru"),
            ("uk", "uk"),
            ("zh-CN", "zh-CN"),
            ("zh-TW", "zh-CN"),
        ];
        assert_eq!(read(spoken.into_iter()).collect::<Vec<_>>(), expected);
        let english = [("en-GB", "en-GB"), ("en-US", "en")];
        assert_eq!(read(["en", "en-GB"].into_iter()).collect::<Vec<_>>(), english);
    }
}
