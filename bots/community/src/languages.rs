//! The languages the bot comes with.

/// Each by its tag, with every sentence the features and the engine say in it,
/// as Fluent. Another language is a file beside these, and a line here.
pub(crate) const LANGUAGES: [(&str, &str); 7] = [
    ("de", include_str!("../../../config/locales/de.ftl")),
    ("en", include_str!("../../../config/locales/en.ftl")),
    ("es", include_str!("../../../config/locales/es.ftl")),
    ("pt-BR", include_str!("../../../config/locales/pt-BR.ftl")),
    ("ru", include_str!("../../../config/locales/ru.ftl")),
    ("uk", include_str!("../../../config/locales/uk.ftl")),
    ("zh-CN", include_str!("../../../config/locales/zh-CN.ftl")),
];

/// Whether the bot speaks the language of `locale`.
pub(crate) fn is_known(locale: &str) -> bool {
    fireside_core::locale::nearest(locale, LANGUAGES.map(|(tag, _)| tag)).is_some()
}

/// Their tags, as they are listed to somebody who chooses one.
pub(crate) fn listed() -> String {
    LANGUAGES.map(|(tag, _)| tag).join(", ")
}
