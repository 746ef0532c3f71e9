//! Who may be pinged.

use std::collections::BTreeSet;

use fireside_core::{Span, Text};
use serde_json::{Value, json};

use crate::{PLATFORM, snowflake};

/// The most accounts, and the most roles, one message may ping (Discord's
/// message page).
const MENTIONS_MAX: usize = 100;

/// Whom a text mentions, by their ids.
#[derive(Default)]
struct Mentioned {
    users: BTreeSet<u64>,
    roles: BTreeSet<u64>,
}

/// Who may be pinged: the accounts and roles the bot itself mentions, nobody else.
pub(super) fn allowed_mentions(text: &Text) -> Value {
    let mut mentioned = Mentioned::default();
    mentioned.gather(text);
    let listed = |ids: BTreeSet<u64>| -> Vec<_> {
        ids.into_iter().take(MENTIONS_MAX).map(|id| id.to_string()).collect()
    };
    json!({
        "parse": [],
        "users": listed(mentioned.users),
        "roles": listed(mentioned.roles),
        "replied_user": false,
    })
}

impl Mentioned {
    fn gather(&mut self, text: &Text) {
        for span in &text.0 {
            match span {
                Span::Mention { account, .. } if account.platform.as_str() == PLATFORM => {
                    self.users.extend(snowflake::parse(account.id.as_str()));
                }
                Span::RoleMention { platform, role, .. } if platform.as_str() == PLATFORM => {
                    self.roles.extend(snowflake::parse(role.as_str()));
                }
                _ => {}
            }
            if let Some(inner) = span.inner() {
                self.gather(inner);
            }
        }
    }
}
