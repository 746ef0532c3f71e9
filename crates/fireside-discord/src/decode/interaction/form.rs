//! Forms: what was filled in. Its fields stand in rows or in labels, which
//! Discord nests.

use fireside_core::Answers;
use fireside_core::file::Attachment;
use serde_json::{Map, Value};

use super::Resolved;
use crate::snowflake;

/// Discord's number for a field of files.
const FILES: u64 = 19;

/// The answers in `components`, sent in from `channel`.
pub(super) fn answers(components: &Value, resolved: &Resolved, channel: u64) -> Answers {
    let mut answers = Answers::default();
    gather(components, resolved, channel, &mut answers);
    answers
}

/// Reads all that is nested below. It is as deep as JSON may be, which its
/// reader has limited.
fn gather(components: &Value, resolved: &Resolved, channel: u64, answers: &mut Answers) {
    match components {
        Value::Array(each) => {
            for component in each {
                gather(component, resolved, channel, answers);
            }
        }
        Value::Object(component) => {
            if let Some(name) = component.get("custom_id").and_then(Value::as_str) {
                match component.get("type").and_then(Value::as_u64) {
                    Some(FILES) => answers.set_files(name, files(component, resolved, channel)),
                    _ => answers.set(name, words(component)),
                }
            }
            for inner in ["component", "components"] {
                if let Some(inner) = component.get(inner) {
                    gather(inner, resolved, channel, answers);
                }
            }
        }
        _ => {}
    }
}

/// What was written, chosen or ticked.
fn words(component: &Map<String, Value>) -> String {
    match component.get("value") {
        Some(Value::String(value)) => value.clone(),
        Some(Value::Bool(is_ticked)) => is_ticked.to_string(),
        _ => {
            let values = component.get("values").and_then(Value::as_array);
            let values = values.into_iter().flatten().filter_map(Value::as_str);
            values.collect::<Vec<_>>().join(", ")
        }
    }
}

fn files(component: &Map<String, Value>, resolved: &Resolved, channel: u64) -> Vec<Attachment> {
    let ids = component.get("values").and_then(Value::as_array).into_iter().flatten();
    ids.filter_map(|id| {
        let id = id.as_str().and_then(snowflake::parse)?;
        Some(resolved.attachments.get(&id.into())?.of_interaction(channel))
    })
    .collect()
}
