//! The sentences the bots say.

/// Every sentence in English, as the bots come with it.
pub const ENGLISH: &str = include_str!("../../../../config/locales/en.ftl");
