//! Who may be pinged.

use fireside_core::{Span, Text};
use serde_json::{Value, json};

use crate::{PLATFORM, snowflake};

/// The most accounts one message may ping (Discord's message page).
const MENTIONS_MAX: usize = 100;

/// Who may be pinged: the accounts the bot itself mentions, nobody else.
pub(super) fn allowed_mentions(text: &Text) -> Value {
    let mut mentioned = Vec::new();
    gather(text, &mut mentioned);
    mentioned.sort_unstable();
    mentioned.dedup();
    mentioned.truncate(MENTIONS_MAX);
    let users: Vec<_> = mentioned.iter().map(u64::to_string).collect();
    json!({ "parse": [], "users": users, "replied_user": false })
}

fn gather(text: &Text, mentioned: &mut Vec<u64>) {
    for span in &text.0 {
        if let Span::Mention { account, .. } = span
            && account.platform.as_str() == PLATFORM
        {
            mentioned.extend(snowflake::parse(account.id.as_str()));
        }
        if let Some(inner) = span.inner() {
            gather(inner, mentioned);
        }
    }
}
