//! Who a text pings, as `allowed_mentions` allows it.

use serde_json::Value;

use super::errors::ApiError;
use super::world::model::Mentions;

/// A message may list at most this many users, and roles, in `allowed_mentions`.
const LISTED_MAX: usize = 100;

/// What a call allows to be pinged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Allowed {
    users: Which,
    roles: Which,
    everyone: bool,
    pub(crate) replied_user: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Which {
    All,
    Listed(Vec<u64>),
}

impl Which {
    fn contains(&self, id: u64) -> bool {
        match self {
            Self::All => true,
            Self::Listed(listed) => listed.contains(&id),
        }
    }
}

impl Allowed {
    /// Reads `allowed_mentions`; absent or null means that everything pings.
    pub(crate) fn read(value: &Value) -> Result<Self, ApiError> {
        if value.is_null() {
            return Ok(Self { users: Which::All, roles: Which::All, everyone: true, replied_user: true });
        }
        let parse = value["parse"].as_array().map_or(&[][..], Vec::as_slice);
        let parses = |kind: &str| parse.iter().any(|parsed| parsed == kind);
        let which = |kind: &str| -> Result<Which, ApiError> {
            let listed = value[kind].as_array().map_or(&[][..], Vec::as_slice);
            let field = format!("allowed_mentions.{kind}");
            if listed.len() > LISTED_MAX {
                return Err(ApiError::bad_length(&field, 0, LISTED_MAX));
            }
            if parses(kind) && !listed.is_empty() {
                let exclusive = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
                return Err(ApiError::form(&field, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", &exclusive));
            }
            let ids = listed.iter().filter_map(snowflake).collect();
            Ok(if parses(kind) { Which::All } else { Which::Listed(ids) })
        };
        Ok(Self {
            users: which("users")?,
            roles: which("roles")?,
            everyone: parses("everyone"),
            replied_user: value["replied_user"].as_bool().unwrap_or(false),
        })
    }

    /// Who `content` pings. `may_ping_all` is the author's permission to ping
    /// everyone and roles that aren't mentionable.
    pub(crate) fn apply(
        &self,
        content: &str,
        may_ping_all: bool,
        is_mentionable: impl Fn(u64) -> bool,
    ) -> Mentions {
        let mut mentions = Mentions::default();
        for (kind, id) in references(content) {
            let (into, passes) = match kind {
                Kind::User => (&mut mentions.users, self.users.contains(id)),
                Kind::Role => {
                    (&mut mentions.roles, self.roles.contains(id) && (may_ping_all || is_mentionable(id)))
                }
            };
            if passes && !into.contains(&id) {
                into.push(id);
            }
        }
        let calls_all = content.contains("@everyone") || content.contains("@here");
        mentions.everyone = calls_all && self.everyone && may_ping_all;
        mentions
    }
}

enum Kind {
    User,
    Role,
}

/// The `<@id>`, `<@!id>` and `<@&id>` in a text.
fn references(content: &str) -> impl Iterator<Item = (Kind, u64)> + '_ {
    content.split("<@").skip(1).filter_map(|rest| {
        let inside = rest.split_once('>')?.0;
        match inside.strip_prefix('&') {
            Some(role) => Some((Kind::Role, role.parse().ok()?)),
            None => Some((Kind::User, inside.strip_prefix('!').unwrap_or(inside).parse().ok()?)),
        }
    })
}

/// A snowflake from JSON, where a string and a number both stand for one.
pub(crate) fn snowflake(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "@everyone <@7> <@!8> <@&9>";

    fn pinged(allowed: &Value, may_ping_all: bool) -> Mentions {
        Allowed::read(allowed).expect("valid").apply(TEXT, may_ping_all, |_| false)
    }

    #[test]
    fn absent_allowed_mentions_ping_all_that_the_author_may() {
        let all = Mentions { users: vec![7, 8], roles: vec![9], everyone: true };
        assert_eq!(pinged(&Value::Null, true), all);
        let without_permission = Mentions { users: vec![7, 8], ..Mentions::default() };
        assert_eq!(pinged(&Value::Null, false), without_permission);
    }

    #[test]
    fn an_empty_parse_pings_only_whom_it_lists() {
        assert_eq!(pinged(&json!({ "parse": [] }), true), Mentions::default());
        let one = Mentions { users: vec![8], ..Mentions::default() };
        assert_eq!(pinged(&json!({ "parse": [], "users": ["8"] }), true), one);
    }

    #[test]
    fn parsing_and_listing_the_same_kind_is_refused() {
        let both = json!({ "parse": ["users"], "users": ["7"] });
        assert_eq!(Allowed::read(&both).expect_err("exclusive").code, 50035);
    }
}
