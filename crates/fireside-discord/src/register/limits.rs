//! What Discord takes of one command, told before it refuses all of them.

use serde_json::Value;

/// The most subcommands of a command, and options of either (Discord's documents,
/// "Application Command Structure").
const OPTIONS_MAX: usize = 25;
/// The most characters of all names, descriptions and values of a command, the
/// longest of each text's languages counted (Discord's documents, "Slash Commands").
const CHARACTERS_MAX: usize = 8_000;

/// What keeps Discord from taking one of the commands: a sentence that names it.
pub(super) fn exceeded(commands: &[Value]) -> Option<String> {
    commands.iter().find_map(|command| {
        let name = command["name"].as_str().unwrap_or_default();
        let (options, characters) = (options_len(command), characters(command));
        if options > OPTIONS_MAX {
            return Some(format!("{name} has {options} subcommands or options, Discord takes {OPTIONS_MAX}"));
        }
        let is_long = characters > CHARACTERS_MAX;
        is_long.then(|| format!("{name} has {characters} characters, Discord takes {CHARACTERS_MAX}"))
    })
}

/// The most options that stand beside each other.
fn options_len(of: &Value) -> usize {
    let options = of["options"].as_array().map_or(&[][..], Vec::as_slice);
    options.iter().map(options_len).fold(options.len(), usize::max)
}

fn characters(of: &Value) -> usize {
    let count = |text: &Value| text.as_str().map_or(0, |text| text.chars().count());
    let longest = |name: &str| {
        let localized = of[format!("{name}_localizations")].as_object().into_iter().flatten();
        localized.map(|(_, text)| count(text)).fold(count(&of[name]), usize::max)
    };
    let within = ["options", "choices"].into_iter().filter_map(|name| of[name].as_array()).flatten();
    longest("name") + longest("description") + count(&of["value"]) + within.map(characters).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use fireside_core::CommandSpec;
    use fireside_core::command::Command;
    use serde_json::json;

    use super::*;
    use crate::register::spec;

    fn feedback(subcommands: usize) -> Vec<Value> {
        let parts = (0..subcommands).map(|index| Command::new(&format!("part_{index}"), "d"));
        let command = parts.fold(Command::new("feedback", "d"), Command::subcommand);
        spec::all(&[CommandSpec::from(command)])
    }

    #[test]
    fn a_command_has_at_most_twenty_five_subcommands() {
        assert_eq!(exceeded(&feedback(25)), None);
        let told = exceeded(&feedback(26)).expect("it is too much");
        assert_eq!(told, "feedback has 26 subcommands or options, Discord takes 25");
    }

    #[test]
    fn all_that_a_command_says_is_counted_in_its_longest_language() {
        let choice = json!({ "name": "ab", "value": "c", "name_localizations": { "de": "abcd" } });
        let option = json!({ "name": "x", "description": "yz", "choices": [choice] });
        let part = json!({ "name": "list", "description": "d", "options": [option] });
        let localized = json!({ "de": "e", "fr": "été" });
        let command = json!({ "name": "f", "description": "é", "description_localizations": localized,
            "options": [part] });
        assert_eq!(characters(&command), (1 + 3) + (4 + 1) + (1 + 2) + (4 + 1));
        let long = json!({ "name": "long", "options": [{ "description": "x".repeat(7_997) }] });
        let told = exceeded(&[command, long]);
        assert_eq!(told.as_deref(), Some("long has 8001 characters, Discord takes 8000"));
    }
}
