//! A JSON object, read field by field.
//!
//! Only what an update can't do without must be in order. Any other field that
//! does not have its shape counts as absent, so that one wrong entity, or a
//! kind of content that is newer than this code, does not take the words along.
//! That is why messages are not read as teloxide's `Message`, which is read
//! whole or not at all.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeOwned, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// The fields of an object in their order, their values still raw.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Fields<'a> {
    /// The fields of the object in `json`.
    ///
    /// # Errors
    /// When it is no object.
    pub(crate) fn of(json: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The value of `name`, still raw; `None` where it is absent or null.
    pub(crate) fn raw(&self, name: &str) -> Option<&'a RawValue> {
        let (_, raw) = self.0.iter().find(|(other, _)| other == name)?;
        (raw.get() != "null").then_some(*raw)
    }

    /// Whether there is a value of `name`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// The value of `name`, where it has its shape.
    pub(crate) fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_str(self.raw(name)?.get()).ok()
    }

    /// The value of `name`, which must not be there with another shape.
    ///
    /// # Errors
    /// When it has another shape.
    pub(crate) fn optional<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, serde_json::Error> {
        self.raw(name).map(|raw| serde_json::from_str(raw.get())).transpose()
    }

    /// The value of `name`, which must be there.
    ///
    /// # Errors
    /// When it is absent or has another shape.
    pub(crate) fn require<T: DeserializeOwned>(&self, name: &'static str) -> Result<T, serde_json::Error> {
        self.optional(name)?.ok_or_else(|| serde_json::Error::missing_field(name))
    }

    /// The object under `name`, where there is one.
    pub(crate) fn object(&self, name: &str) -> Option<Fields<'a>> {
        Fields::of(self.raw(name)?.get()).ok()
    }

    /// The members of the array under `name` that have their shape.
    pub(crate) fn list<T: DeserializeOwned>(&self, name: &str) -> Vec<T> {
        let Some(raw) = self.raw(name) else { return Vec::new() };
        let members: Vec<&RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
        members.into_iter().filter_map(|member| serde_json::from_str(member.get()).ok()).collect()
    }

    /// The words under `name`. Half a surrogate pair becomes a replacement
    /// character, which counts one UTF-16 unit as well: offsets stay right.
    pub(crate) fn words(&self, name: &str) -> Option<String> {
        let raw = self.raw(name)?.get();
        serde_json::from_str(raw).or_else(|_| serde_json::from_str::<Wide>(raw).map(|wide| wide.0)).ok()
    }

    /// The fields that are there, by name.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|(_, raw)| raw.get() != "null").map(|(name, _)| name.as_ref())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

#[derive(Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((Name(name), raw)) = map.next_entry::<Name<'de>, &'de RawValue>()? {
            fields.push((name, raw));
        }
        Ok(Fields(fields))
    }
}

/// A string that may hold halves of surrogate pairs.
struct Wide(String);

impl<'de> Deserialize<'de> for Wide {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(WideVisitor)
    }
}

struct WideVisitor;

impl Visitor<'_> for WideVisitor {
    type Value = Wide;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Wide, E> {
        let mut words = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            words.push_str(chunk.valid());
            // Half a pair is told as three bytes, the first of which is this one.
            if chunk.invalid().first() == Some(&0xED) {
                words.push(char::REPLACEMENT_CHARACTER);
            }
        }
        Ok(Wide(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_surrogate_pair_counts_one_unit() {
        let fields = Fields::of(r#"{"text":"a\ud83db\ude00\ud83d\ude00"}"#).expect("an object");
        assert_eq!(fields.words("text").as_deref(), Some("a\u{FFFD}b\u{FFFD}😀"));
    }

    #[test]
    fn what_has_another_shape_is_absent() {
        let fields = Fields::of(r#"{"a":5,"b":[1,"x",2],"c":null}"#).expect("an object");
        assert_eq!(fields.get::<String>("a"), None);
        assert_eq!(fields.words("a"), None);
        assert_eq!(fields.list::<u8>("b"), [1, 2]);
        assert!(fields.optional::<String>("a").is_err());
        assert!(fields.require::<u8>("c").is_err());
        assert_eq!(fields.names().collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn nesting_too_deep_for_a_parser_leaves_the_rest_readable() {
        let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
        let json = format!(r#"{{"id":7,"novelty":{deep}}}"#);
        let fields = Fields::of(&json).expect("an object");
        assert_eq!((fields.get::<i64>("id"), fields.list::<u8>("novelty")), (Some(7), Vec::new()));
    }
}
