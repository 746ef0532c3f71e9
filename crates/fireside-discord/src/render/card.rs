//! Cards: a container of their own, with what can be done below a line.

use serde_json::{Value, json};

/// Discord's numbers for the parts of a card.
const TEXT: u8 = 10;
const SEPARATOR: u8 = 14;
const CONTAINER: u8 = 17;
/// Marks a message that is made of components alone.
pub(super) const IS_COMPONENTS: u64 = 1 << 15;
/// The longest text of all of a card's parts, in characters.
pub(super) const CARD_MAX: usize = 4_000;

/// A card with these words above these rows.
pub(super) fn card(words: &str, rows: Vec<Value>) -> Value {
    let mut parts = vec![json!({ "type": TEXT, "content": words })];
    if !rows.is_empty() {
        parts.push(json!({ "type": SEPARATOR }));
        parts.extend(rows);
    }
    json!([{ "type": CONTAINER, "components": parts }])
}
