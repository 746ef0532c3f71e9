//! The scope: which collection of which community something belongs to. Every
//! term of the index begins with it.

use fireside_core::CommunityId;
use fireside_core::key::KeyRange;

/// How many zero bytes a scope holds: one behind each of its two names.
const NAMES: usize = 2;

/// One collection of one community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scope(String);

impl Scope {
    /// The scope of a community's collection: what its keys begin with.
    pub(crate) fn new(community: &CommunityId, collection: &str) -> Self {
        let range = KeyRange::collection(community, collection, 0);
        Self(String::from_utf8_lossy(range.start.as_bytes()).into_owned())
    }

    /// A term or a text of this scope; the empty one belongs to all its documents.
    pub(crate) fn term(&self, term: &str) -> String {
        format!("{}{term}", self.0)
    }

    /// The scope and the text of what [`Scope::term`] made.
    pub(crate) fn split(value: &str) -> (&str, &str) {
        let end = value.match_indices('\0').nth(NAMES - 1).map_or(0, |(at, _)| at + 1);
        value.split_at(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_apart_where_it_was_put_together() {
        for community in ["acme", "ac\0me", "ac\u{1}me", "", "ünï"] {
            let scope = Scope::new(&community.into(), "note");
            let value = scope.term("a\0text");
            assert_eq!(Scope::split(&value), (scope.term("").as_str(), "a\0text"), "{community:?}");
        }
    }
}
